"""
Time and size of the main job, by hand: `python tests/bench/bench_build.py`.

Prints each figure beside a peer measured in the same run, and the limit that was promised.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.maps.browser import CHROMIUM, FLAGS, SIZES

PEER = "import geopandas, folium"


def seconds(*command: str) -> float:
    """Wall time of a command, best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, capture_output=True)
        best = min(best, time.perf_counter() - start)
    return best


def first_paint_ms(file: Path, size: dict[str, int]) -> float:
    """First contentful paint in a fresh browser, best of three."""
    found = []
    with sync_playwright() as playwright:
        for _ in range(3):
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            page = browser.new_page(viewport=size)
            page.goto(file.as_uri())
            page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
            found.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
            browser.close()
    return min(found)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        peer = seconds("-c", PEER)
        build = seconds("-m", "maps.cli", "build", "--out", folder)
        memory_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        page = out / "maps" / "southern_gas_corridor.html"
        rows = [
            ("build", f"{build:.1f} s", f"{build / peer:.1f} x importing geopandas and folium", "15 s"),
            ("peak memory of build", f"{memory_mb:.0f} MB", "", "1,000 MB"),
            ("size of the page", f"{page.stat().st_size / 1e6:.2f} MB", "", "1.5 MB"),
            (
                "size of the overview",
                f"{page.with_name('index.html').stat().st_size / 1e6:.2f} MB",
                "",
                "1.5 MB",
            ),
        ]
        for name, size in SIZES.items():
            paint = first_paint_ms(page, size)
            rows.append((f"first paint, {name}", f"{paint:.0f} ms", "", "1,000 ms"))
        for command in ("--help", "lengths"):
            took = seconds("-m", "maps.cli", command)
            rows.append(
                (f"corridors {command}", f"{took:.2f} s", f"{took / peer:.1f} x the same imports", "")
            )
    for name, figure, ratio, limit in rows:
        sys.stdout.write(f"{name:<24}{figure:>10}  {'limit ' + limit if limit else '':<16}{ratio}\n")


if __name__ == "__main__":
    main()

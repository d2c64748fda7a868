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
ACTS = {
    "panning": "(i) => drawn.map._rawPanBy(L.point(i % 2 ? 9 : -6, 4))",
    "filtering by year": "(i) => setYear(2006 + (i % 25))",
}
"""What a page does while its frames are counted: the map follows the finger; the slider moves."""


def seconds(*command: str) -> float:
    """Wall time of a command, best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, capture_output=True)
        best = min(best, time.perf_counter() - start)
    return best


def opened_ms(file: Path, size: dict[str, int]) -> tuple[float, float]:
    """First contentful paint, and when the page can be used, in a fresh browser; best of three."""
    paint, usable = [], []
    with sync_playwright() as playwright:
        for _ in range(3):
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            page = browser.new_page(viewport=size)
            page.goto(file.as_uri())
            page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
            paint.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
            usable.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
            browser.close()
    return min(paint), min(usable)


def frame_ms(file: Path, act: str) -> float:
    """Time between frames, 95th percentile, while a page does something for a second."""
    frames = """async (act) => {
      const times = [];
      for (let i = 0; i < 60; i += 1) {
        await act(i);
        times.push(await new Promise(requestAnimationFrame));
      }
      return times.slice(1).map((time, i) => time - times[i]).sort((a, b) => a - b)[Math.floor(59 * 0.95)];
    }"""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport=SIZES["desktop"])
        page.goto(file.as_uri())
        page.wait_for_timeout(1000)
        found = float(page.evaluate(f"() => ({frames})({act})"))
        browser.close()
    return found


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
            ("size of a corridor's page", f"{page.stat().st_size / 1e6:.2f} MB", "", "1.5 MB"),
            (
                "size of the overview",
                f"{page.with_name('index.html').stat().st_size / 1e6:.2f} MB",
                "",
                "1.5 MB",
            ),
        ]
        for name, size in SIZES.items():
            for each, most in (("index", "1,500 ms"), ("southern_gas_corridor", "1,000 ms")):
                paint, usable = opened_ms(page.with_name(f"{each}.html"), size)
                rows.append((f"{each[:8]}, {name}: paint", f"{paint:.0f} ms", "", most))
                rows.append((f"{each[:8]}, {name}: usable", f"{usable:.0f} ms", "", most))
        for what, act in ACTS.items():
            rows.append((what, f"{frame_ms(page.with_name('index.html'), act):.0f} ms", "", "33 ms a frame"))
        for command in ("--help", "lengths"):
            took = seconds("-m", "maps.cli", command)
            rows.append(
                (f"corridors {command}", f"{took:.2f} s", f"{took / peer:.1f} x the same imports", "")
            )
    for name, figure, ratio, limit in rows:
        sys.stdout.write(f"{name:<24}{figure:>10}  {'limit ' + limit if limit else '':<16}{ratio}\n")


if __name__ == "__main__":
    main()

"""
Time and memory of the main job, by hand: `python tests/bench/bench_build.py`.

Prints each figure beside a peer measured in the same run, and the limit that was promised.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time

PEER = "import geopandas, folium"


def seconds(*command: str) -> float:
    """Wall time of a command, best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, capture_output=True)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        peer = seconds("-c", PEER)
        build = seconds("-m", "maps.cli", "build", "--out", folder)
        memory_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        rows = [
            ("build", f"{build:.1f} s", f"{build / peer:.1f} x importing geopandas and folium", "15 s"),
            ("peak memory of build", f"{memory_mb:.0f} MB", "", "1,000 MB"),
        ]
        for command in ("--help", "lengths"):
            took = seconds("-m", "maps.cli", command)
            rows.append(
                (f"corridors {command}", f"{took:.2f} s", f"{took / peer:.1f} x the same imports", "")
            )
    for name, figure, ratio, limit in rows:
        sys.stdout.write(f"{name:<24}{figure:>10}  {'limit ' + limit if limit else '':<16}{ratio}\n")


if __name__ == "__main__":
    main()

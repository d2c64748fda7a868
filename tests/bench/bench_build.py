"""Time and memory of the main job, and of commands from cold: `python -m tests.bench.bench_build`."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from tests.bench.table import Measured, show

PEER = ("-c", "import geopandas, folium"), "importing geopandas and folium"


def wall_s(*command: str) -> float:
    """Wall time of a command, best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, capture_output=True)
        best = min(best, time.perf_counter() - start)
    return best


def measures() -> Iterator[Measured]:
    """Build everything, with figures too; ask for help and for lengths."""
    command, peer_is = PEER
    peer = wall_s(*command)
    with tempfile.TemporaryDirectory() as folder:
        build = ("-m", "maps.cli", "build", "--out", folder)
        yield Measured("corridors build", wall_s(*build), "s", peer, peer_is, limit=30)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        yield Measured("peak memory of build", memory, "MB", limit=1000)
        yield Measured("corridors build --figures", wall_s(*build, "--figures"), "s", peer, peer_is)
    for name, limit in (("--help", 0.5), ("lengths", 2.0)):
        yield Measured(f"corridors {name}", wall_s("-m", "maps.cli", name), "s", peer, peer_is, limit=limit)


if __name__ == "__main__":
    show(measures())

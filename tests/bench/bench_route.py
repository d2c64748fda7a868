"""
Time of routes: `python -m tests.bench.bench_route`.

A route call on a loaded atlas beside networkx's own shortest path over the same network, without turns and
waits; `corridors route` from cold beside the same imports.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import networkx as nx

import layers
from geo import network
from tests.bench.table import Measured, show

ENDS = ("mundra", "belgrade")
PEER = "import geopandas, networkx, pydantic, typer, rich.table"


def call_ms(function: Callable[[], object]) -> float:
    """Process time of a call, best of twenty."""
    best = float("inf")
    for _ in range(20):
        start = time.process_time()
        function()
        best = min(best, time.process_time() - start)
    return 1000 * best


def process_s(*command: str) -> float:
    """Process time of a command from cold, best of five."""
    best = float("inf")
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *command], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def measures() -> Iterator[Measured]:
    """Ask for routes in Python, and from the command line."""
    atlas = layers.read()
    net = atlas.network
    peer = call_ms(lambda: nx.dijkstra_path(net, *ENDS, weight="km"))
    calls = {
        "route by km": (lambda: network.route(net, *ENDS), 20),
        "route by hours": (lambda: network.route(net, *ENDS, by="hours"), 20),
        "five routes": (lambda: network.routes(net, *ENDS, k=5), None),
        "network of the atlas": (lambda: atlas.network, None),
    }
    for name, (function, limit) in calls.items():
        yield Measured(name, call_ms(function), "ms", peer, "networkx alone", limit=limit)
    imports = process_s("-c", PEER)
    for command, limit in ((("check",), None), (("route", *ENDS), 2)):
        took = process_s("-m", "maps.cli", *command)
        yield Measured(
            f"corridors {command[0]}, process time", took, "s", imports, "the same imports", limit=limit
        )


if __name__ == "__main__":
    show(measures())

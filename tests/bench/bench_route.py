"""
Time of routes, by hand: `python -m tests.bench.bench_route`.

Prints a route call on a loaded atlas beside networkx's own shortest path over the same network, without turns
and waits, and `corridors route` from cold beside the same imports; and the limits that were promised.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable

import networkx as nx

import layers
from geo import network

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


def main() -> None:
    """Print the table."""
    atlas = layers.read()
    net = atlas.network
    peer = call_ms(lambda: nx.dijkstra_path(net, *ENDS, weight="km"))
    imports = process_s("-c", PEER)
    rows = [
        ("segments, nodes", f"{len(atlas.segments)}, {len(atlas.nodes)}", "", ""),
        ("networkx alone", f"{peer:.1f} ms", "", ""),
    ]
    calls = {
        "route by km": (lambda: network.route(net, *ENDS), "20 ms"),
        "route by hours": (lambda: network.route(net, *ENDS, by="hours"), "20 ms"),
        "five routes": (lambda: network.routes(net, *ENDS, k=5), ""),
        "network of the atlas": (lambda: atlas.network, ""),
    }
    for name, (function, limit) in calls.items():
        took = call_ms(function)
        rows.append((name, f"{took:.1f} ms", limit, f"{took / peer:.1f} x networkx alone"))
    for command in (("check",), ("route", *ENDS)):
        took = process_s("-m", "maps.cli", *command)
        limit = "2 s" if command[0] == "route" else ""
        rows.append(
            (f"corridors {command[0]}", f"{took:.2f} s", limit, f"{took / imports:.1f} x the same imports")
        )
    for name, figure, limit, ratio in rows:
        sys.stdout.write(f"{name:<24}{figure:>10}  {'limit ' + limit if limit else '':<16}{ratio}\n")


if __name__ == "__main__":
    main()

"""
A large file in parts, by hand: `python -m tests.bench.bench_partitions`.

Writes the 50,000 lines of `bench_borders` to a GeoParquet file and divides it among countries in one go, by a
dask cluster of one worker and of two. Each worker has a processor of its own and its countries ready, as on a
cluster that has been at work for a while. Runs on Linux, where processes can be given processors.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

import geopandas as gpd
import pandas as pd
from distributed import Client, LocalCluster

from layers import boundaries, partitions, survey
from tests.bench.bench_borders import LINES, pipelines

ROWS = 2_500


def timed(name: str, function) -> tuple[float, pd.DataFrame]:
    """Print and return seconds, and the parts found."""
    start = time.perf_counter()
    parts, _ = function()
    seconds = time.perf_counter() - start
    sys.stdout.write(f"{name:<20}{seconds:>8.1f} s {parts['length_km'].sum():>16,.0f} km\n")
    return seconds, parts


def ready(core: int) -> None:
    """Keep this process, with all its threads, on one processor; cut the countries into pieces."""
    for thread in os.listdir("/proc/self/task"):
        os.sched_setaffinity(int(thread), {core})
    boundaries.index(boundaries.BoundarySet.natural_earth)


def by_cluster(file: Path, workers: int) -> tuple[float, pd.DataFrame]:
    """Time so many workers."""
    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        for core, worker in enumerate(client.scheduler_info()["workers"]):
            client.run(ready, core, workers=[worker])
        named = f"{workers} dask workers"
        return timed(named, lambda: partitions.measure([file], scheduler=cluster.scheduler_address))


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pipelines.parquet"
        gpd.GeoDataFrame(geometry=pipelines(LINES)).to_parquet(file, row_group_size=ROWS)
        boundaries.index(boundaries.BoundarySet.natural_earth)
        _, whole = timed("in one go", lambda: survey.measure([file]))
        one, by_one = by_cluster(file, 1)
        two, by_two = by_cluster(file, 2)
    for parts in (by_one, by_two):
        pd.testing.assert_frame_equal(parts, whole, check_exact=True)
    sys.stdout.write(f"two workers are {one / two:.2f} times as fast as one, to the last digit equal\n")


if __name__ == "__main__":
    main()

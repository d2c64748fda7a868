"""
A large file in parts: `python -m tests.bench.bench_partitions`.

Writes the 50,000 lines of `bench_borders` to a GeoParquet file and divides it among countries in one go, by a
dask cluster of one worker and of two. Each worker has a processor of its own and its countries ready, as on a
cluster that has been at work for a while. Runs on Linux, where processes can be given processors.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import pandas as pd
from distributed import Client, LocalCluster

from layers import boundaries, partitions, survey
from tests.bench.bench_borders import LINES, pipelines
from tests.bench.table import Measured, show

ROWS = 2_500


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
        start = time.perf_counter()
        parts, _ = partitions.measure([file], scheduler=cluster.scheduler_address)
        return time.perf_counter() - start, parts


def measures() -> Iterator[Measured]:
    """Divide the file by one worker and by two; both find what one process finds, to the last digit."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pipelines.parquet"
        gpd.GeoDataFrame(geometry=pipelines(LINES)).to_parquet(file, row_group_size=ROWS)
        whole, _ = survey.measure([file])
        one, by_one = by_cluster(file, 1)
        two, by_two = by_cluster(file, 2)
    for parts in (by_one, by_two):
        pd.testing.assert_frame_equal(parts, whole, check_exact=True)
    yield Measured("dividing by two dask workers", two, "s", one, "one worker", limit=one / 1.6)


if __name__ == "__main__":
    show(measures())

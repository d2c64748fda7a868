"""
A large file in parts, by hand: `python -m tests.bench.bench_partitions`.

Writes the 50,000 lines of `bench_borders` to a GeoParquet file and divides it among countries in one go,
by one dask worker and by two.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import dask
import geopandas as gpd
import pandas as pd

from layers import boundaries, partitions, survey
from tests.bench.bench_borders import LINES, pipelines

ROWS = 2_500


def timed(name: str, function, *arguments) -> tuple[float, pd.DataFrame]:
    """Print and return seconds, and the parts found."""
    start = time.perf_counter()
    parts, _ = function(*arguments)
    seconds = time.perf_counter() - start
    sys.stdout.write(f"{name:<20}{seconds:>8.1f} s {parts['length_km'].sum():>16,.0f} km\n")
    return seconds, parts


def main() -> None:
    """Print the table."""
    boundaries.index(boundaries.BoundarySet.natural_earth)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pipelines.parquet"
        gpd.GeoDataFrame(geometry=pipelines(LINES)).to_parquet(file, row_group_size=ROWS)
        _, whole = timed("in one go", survey.measure, [file])
        took = {}
        for workers in (1, 2):
            with dask.config.set(num_workers=workers):
                took[workers], parts = timed(f"{workers} dask workers", partitions.measure, [file])
            pd.testing.assert_frame_equal(parts, whole, check_exact=True)
    sys.stdout.write(
        f"two workers are {took[1] / took[2]:.2f} times as fast as one, to the last digit equal\n"
    )


if __name__ == "__main__":
    main()

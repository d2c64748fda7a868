"""Files larger than memory: the same survey, part by part, by dask on one machine or a cluster."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio

from geo.errors import MissingPackageError, Problem
from layers import boundaries
from layers.boundaries import BoundarySet
from layers.linefile import UNREADABLE, is_parquet, lines_of, readable, unreadable
from layers.survey import Survey, combined, survey

PART_LINES = 5_000
"""Features in a part: some hundred megabytes even where they have thousands of vertices."""


def measure(
    files: Sequence[Path],
    *,
    layer: str | None = None,
    borders: BoundarySet = BoundarySet.natural_earth,
    scheduler: str | None = None,
    part_lines: int = PART_LINES,
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """
    Measure the lines of files by line and country, part by part.

    Parameters
    ----------
    files
        GeoJSON, GeoPackage, Shapefile, FlatGeobuf, GeoParquet, or whatever GDAL reads. A GeoParquet file is
        read by its row groups.
    layer
        Layer to read; needed where a file has several.
    borders
        The set of countries to divide by.
    scheduler
        Address of a running cluster's scheduler (`tcp://…`), whose workers see the same files; without it
        the processors of this machine are used.
    part_lines
        Features in a part.

    Returns
    -------
    parts, remarks
        The same, to the last digit, as from `layers.survey.measure`.

    Raises
    ------
    DefinitionError
        If files cannot be read or have no lines: all problems of all files, in one error.
    MissingPackageError
        If dask-geopandas is not installed.
    OSError
        If the scheduler does not answer.

    Notes
    -----
    Each worker cuts the countries into pieces once and keeps them.
    """
    problems: list[Problem] = []
    tasks = []
    for file in files:
        chosen = readable(file, layer=layer, problems=problems)
        if chosen is not None:
            try:
                tasks += _tasks(file, chosen, borders, part_lines)
            except UNREADABLE as error:
                problems.append(unreadable(file, error))
    surveys: list[Survey] = [] if problems else _computed(tasks, scheduler)
    return combined(surveys, problems, borders)


def _tasks(file: Path, layer: str, borders: BoundarySet, part_lines: int) -> list[Any]:
    """One delayed survey a part of a file."""
    try:
        import dask_geopandas  # noqa: PLC0415 - an extra
        from dask.delayed import delayed  # noqa: PLC0415
    except ImportError as error:
        message = 'no engine dask: dask-geopandas is not installed; pip install "corridors[scale]"'
        raise MissingPackageError(message) from error
    if is_parquet(file):
        table = dask_geopandas.read_parquet(file, split_row_groups=True)
        counts = _row_groups(file)
    else:
        total = int(pyogrio.read_info(file, layer=layer, force_feature_count=True)["features"])
        table = dask_geopandas.read_file(file, layer=layer, chunksize=part_lines)
        counts = [min(part_lines, total - at) for at in range(0, total, part_lines)]
    firsts = pd.Series([1, *counts]).cumsum().tolist()
    part = delayed(_part)
    return [part(rows, file, first, borders) for rows, first in zip(table.to_delayed(), firsts, strict=False)]


def _row_groups(file: Path) -> list[int]:
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - with the extra

    metadata = ParquetFile(file).metadata
    return [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)]


def _part(table: gpd.GeoDataFrame, file: Path, first: int, borders: BoundarySet) -> Survey:
    problems: list[Problem] = []
    found = lines_of(table, file, problems=problems, first=first)
    return survey(file, found, problems, boundaries.index(borders))


def _computed(tasks: list[Any], scheduler: str | None) -> list[Survey]:
    from dask.base import compute  # noqa: PLC0415 - an extra

    if scheduler is None:
        return list(compute(*tasks, scheduler="processes"))  # type: ignore[no-untyped-call]
    from distributed import Client  # noqa: PLC0415 - an extra

    with Client(scheduler) as client:  # type: ignore[no-untyped-call]
        return list(client.gather(client.compute(tasks)))

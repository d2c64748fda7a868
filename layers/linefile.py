"""Lines from any file that a user brings: read, checked, and brought into WGS 84."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
import shapely.errors
from pyproj.exceptions import ProjError

from geo.errors import Problem, nearest
from geo.reference import WGS84
from layers.files import label

_LINES = (shapely.GeometryType.LINESTRING, shapely.GeometryType.LINEARRING)
_NAMES = ("name", "Name", "NAME", "id", "ID", "fid")
_EMPTY = "without geometry"

NO_LINES = "has no lines; measure needs lines"

UNREADABLE = (OSError, ValueError, KeyError, TypeError, RuntimeError, shapely.errors.GEOSException, ProjError)
"""What the readers of other libraries raise for broken files; pyogrio's errors are RuntimeErrors."""


@dataclass(frozen=True, slots=True)
class FoundLines:
    """
    The lines of a table, and what was done to get them.

    Attributes
    ----------
    lines
        Lines in WGS 84, two-dimensional, on an index of names: the column `name` or `id`, else the number of
        the feature, counted from 1.
    converted_from
        Name of the table's own coordinate system; empty if it is WGS 84.
    passed_over
        How many of what else there were.
    """

    lines: gpd.GeoSeries
    converted_from: str
    passed_over: Counter[str]


def table_of(file: Path, *, layer: str | None, problems: list[Problem]) -> gpd.GeoDataFrame | None:
    """
    Read a file as a table.

    Parameters
    ----------
    file
        GeoJSON, GeoPackage, Shapefile, FlatGeobuf, GeoParquet, or whatever GDAL reads.
    layer
        Layer to read; needed where the file has several.
    problems
        Gets a problem when the file cannot be read.

    Returns
    -------
    table
        One row a feature, or nothing when there is a problem.
    """
    layer = readable(file, layer=layer, problems=problems)
    if layer is None:
        return None
    try:
        table = gpd.read_parquet(file) if is_parquet(file) else pyogrio.read_dataframe(file, layer=layer)
    except UNREADABLE as error:
        problems.append(unreadable(file, error))
        return None
    if not isinstance(table, gpd.GeoDataFrame) or table.active_geometry_name is None:
        problems.append(Problem(label(file), "file", "", NO_LINES))
        return None
    return table


def readable(file: Path, *, layer: str | None, problems: list[Problem]) -> str | None:
    """
    Find the layer to read.

    Parameters
    ----------
    file
        The file.
    layer
        The layer that was asked for.
    problems
        Gets a problem when the file cannot be opened or the choice is not clear.

    Returns
    -------
    layer
        Its name, or nothing when there is a problem. GeoParquet has one without a name.
    """
    wrong = _wrong_file(file)
    if wrong:
        problems.append(Problem(label(file), "file", "", wrong))
        return None
    if is_parquet(file):
        return ""
    try:
        layers = [str(name) for name in pyogrio.list_layers(file)[:, 0]]
    except UNREADABLE as error:
        problems.append(unreadable(file, error))
        return None
    if len(layers) == 1 or layer in layers:
        return layers[0] if len(layers) == 1 else layer
    if layer is None:
        rule = f"has several layers; choose one with --layer: {', '.join(layers)}"
        problems.append(Problem(label(file), "file", "", rule))
    else:
        rule = f"no such layer{nearest(layer, layers)}; it has {', '.join(layers)}"
        problems.append(Problem(label(file), "layer", f'"{layer}"', rule))
    return None


def is_parquet(file: Path) -> bool:
    """
    Tell GeoParquet from what GDAL reads.

    Parameters
    ----------
    file
        The file.

    Returns
    -------
    parquet
        By the ending of its name.
    """
    return file.suffix.lower() in {".parquet", ".geoparquet"}


def lines_of(table: gpd.GeoDataFrame, file: Path, *, problems: list[Problem], first: int = 1) -> FoundLines:
    """
    Take the lines out of a table, and bring them into WGS 84.

    Parameters
    ----------
    table
        A file, or a part of it, as read.
    file
        Where it comes from.
    problems
        Gets a problem for a missing coordinate system and for each line with impossible coordinates.
    first
        Number of the table's first feature in its file.

    Returns
    -------
    found
        The lines; none if there is no coordinate system.
    """
    if table.crs is None:
        rule = "no coordinate system; set it in QGIS, or with ogr2ogr -a_srs EPSG:4326 if these are degrees"
        problems.append(Problem(label(file), "file", "", rule))
        return FoundLines(gpd.GeoSeries(crs=WGS84), "", Counter())
    converted_from = "" if table.crs == WGS84 else str(table.crs.name)
    lines, passed_over = _only_lines(table.to_crs(WGS84) if converted_from else table, first)
    problems += _wrong_coordinates(file, lines)
    return FoundLines(lines, converted_from, passed_over)


def counted(passed_over: Counter[str]) -> str:
    """
    Say what was passed over.

    Parameters
    ----------
    passed_over
        Kinds of geometry, and how many of each.

    Returns
    -------
    words
        Joined with commas, what has no geometry last.

    Examples
    --------
    >>> counted(Counter({"without geometry": 1, "point": 2, "polygon": 1}))
    '2 points, 1 polygon, 1 without geometry'
    """
    shapes = sorted((kind, count) for kind, count in passed_over.items() if kind != _EMPTY)
    said = [f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in shapes]
    return ", ".join([*said, *([f"{passed_over[_EMPTY]} {_EMPTY}"] if _EMPTY in passed_over else [])])


def unreadable(file: Path, error: Exception) -> Problem:
    """
    Say why a file cannot be read.

    Parameters
    ----------
    file
        The file.
    error
        What its reader said.

    Returns
    -------
    problem
        With the first line of that.
    """
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    return Problem(label(file), "file", "", f"cannot be read: {reason}")


def _wrong_file(file: Path) -> str:
    """Tell what GDAL must not be asked to open: addresses, devices, and files that send it to other files."""
    try:
        if not file.exists():
            return "cannot be read: no such file"
        if file.is_dir():
            return ""
        if not file.is_file():
            return "cannot be read: not a file; nothing can be read from it twice"
        with file.open("rb") as handle:
            head = handle.read(2048)
    except (OSError, ValueError) as error:
        return f"cannot be read: no such file: {getattr(error, 'strerror', None) or error}"
    return "cannot be read: it names other files; measure those" if b"<OGRVRT" in head else ""


def _only_lines(table: gpd.GeoDataFrame, first: int) -> tuple[gpd.GeoSeries, Counter[str]]:
    """Gather the line parts of each feature, and say what else there was."""
    names = next((table[name].astype(str) for name in _NAMES if name in table), None)
    numbers = np.arange(first, first + len(table)).astype(str)
    index = pd.Index(numbers if names is None else names, name="line")
    geometry = shapely.force_2d(table.geometry.to_numpy())
    parts, owner = shapely.get_parts(geometry, return_index=True)
    nested, position = shapely.get_parts(parts, return_index=True)
    is_line = np.isin(shapely.get_type_id(nested), _LINES) & ~shapely.is_empty(nested)
    rows = owner[position]
    kept = np.unique(rows[is_line])
    lines = shapely.multilinestrings(nested[is_line], indices=np.searchsorted(kept, rows[is_line]))
    other = Counter(
        nested[number].geom_type.lower() for number in np.flatnonzero(~is_line & ~shapely.is_empty(nested))
    )
    empty = int((shapely.is_missing(geometry) | shapely.is_empty(geometry)).sum())
    return gpd.GeoSeries(lines, index=index[kept], crs=WGS84), other + Counter({_EMPTY: empty})


def _wrong_coordinates(file: Path, lines: gpd.GeoSeries) -> Iterator[Problem]:
    coordinates, owner = shapely.get_coordinates(lines.to_numpy(), return_index=True)
    bad = ~np.isfinite(coordinates).all(axis=1) | (np.abs(coordinates) > (360, 90)).any(axis=1)
    for row in np.unique(owner[bad]):
        lon, lat = coordinates[bad & (owner == row)][0]
        rule = "not a longitude and latitude; are they swapped, or is the coordinate system wrong?"
        yield Problem(label(file), f"line {lines.index[row]}", f"[{lon:g}, {lat:g}]", rule)

"""Lines from any file that a user brings: read, checked, brought into WGS 84, and measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError

from geo.borders import divide, index_areas
from geo.errors import DefinitionError, Problem, UnknownNameError, nearest
from geo.reference import WGS84
from layers import boundaries
from layers.reader import label

GROUPS = ("file", "line", "country")
"""Columns that the parts of a file can be summed by."""

_LINES = (shapely.GeometryType.LINESTRING, shapely.GeometryType.LINEARRING)
_NAMES = ("name", "Name", "NAME", "id", "ID", "fid")


@dataclass(frozen=True, slots=True)
class LineFile:
    """
    The lines of one file.

    Attributes
    ----------
    lines
        Lines in WGS 84, two-dimensional, on an index of names: the column `name` or `id`, else the number of
        the feature, counted from 1.
    remarks
        What was converted or passed over, one sentence each.
    """

    lines: gpd.GeoSeries
    remarks: tuple[str, ...]


def measure(files: Sequence[Path], *, layer: str | None = None) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """
    Measure the lines of files by line and country.

    Parameters
    ----------
    files
        GeoJSON, GeoPackage, Shapefile, FlatGeobuf, GeoParquet, or whatever GDAL reads.
    layer
        Layer to read; needed where a file has several.

    Returns
    -------
    parts, remarks
        One row a file, line and country: `file`, `line`, `country` (empty for what lies in none),
        `length_km`, `moved_ashore_km` and `boundaries`; and what was converted or passed over.

    Raises
    ------
    DefinitionError
        If files cannot be read or have no lines: all problems of all files, in one error.
    """
    problems: list[Problem] = []
    read = [(file, _read(file, layer, problems)) for file in files]
    if problems:
        raise DefinitionError(problems)
    index = index_areas(boundaries.countries().geometry)
    tables = [
        divide(found.lines, index).assign(file=label(file)) for file, found in read if found is not None
    ]
    columns = ["file", "line", "country", "length_km", "moved_ashore_km"]
    parts = pd.concat(tables, ignore_index=True)[columns].assign(boundaries=boundaries.NATURAL_EARTH)
    remarks = tuple(remark for _, found in read if found is not None for remark in found.remarks)
    return parts, remarks


def summed(parts: pd.DataFrame, *, by: Sequence[str]) -> pd.DataFrame:
    """
    Sum the parts of `measure` by file, line or country.

    Parameters
    ----------
    parts
        Rows from `measure`.
    by
        Some of `GROUPS`.

    Returns
    -------
    sums
        One row a group, sorted: the columns of `by`, `length_km`, `moved_ashore_km` and `boundaries`.

    Raises
    ------
    UnknownNameError
        If a name in `by` is not one of `GROUPS`.
    """
    require_groups(by)
    lengths = ["length_km", "moved_ashore_km"]
    sums = parts.groupby([*by, "boundaries"], sort=True)[lengths].sum().reset_index()
    return sums[[*by, *lengths, "boundaries"]]


def require_groups(by: Sequence[str]) -> None:
    """
    Refuse a grouping that `summed` does not know, before a long file is measured.

    Parameters
    ----------
    by
        Some of `GROUPS`.

    Raises
    ------
    UnknownNameError
        If a name in `by` is not one of `GROUPS`.
    """
    for name in by:
        if name not in GROUPS:
            raise UnknownNameError("grouping", name, GROUPS)


def read_lines(file: Path, *, layer: str | None = None) -> LineFile:
    """
    Read the lines of one file.

    Parameters
    ----------
    file
        GeoJSON, GeoPackage, Shapefile, FlatGeobuf, GeoParquet, or whatever GDAL reads.
    layer
        Layer to read; needed where the file has several.

    Returns
    -------
    linefile
        The lines and what was converted or passed over.

    Raises
    ------
    DefinitionError
        If the file cannot be read or has no lines: all problems in one error.
    """
    problems: list[Problem] = []
    found = _read(file, layer, problems)
    if found is None:
        raise DefinitionError(problems)
    return found


def _read(file: Path, layer: str | None, problems: list[Problem]) -> LineFile | None:
    table = _table(file, layer, problems)
    if table is None:
        return None
    if table.crs is None:
        rule = "no coordinate system; set it in QGIS, or with ogr2ogr -a_srs EPSG:4326 if these are degrees"
        problems.append(Problem(label(file), "file", "", rule))
        return None
    remarks = []
    if table.crs != WGS84:
        remarks.append(f"{label(file)}: converted from {table.crs.name} to WGS 84")
        table = table.to_crs(WGS84)
    lines, passed_over = _only_lines(table)
    if passed_over:
        remarks.append(f"{label(file)}: passed over {passed_over}")
    wrong = list(_wrong_coordinates(file, lines))
    if not wrong and lines.empty:
        wrong = [Problem(label(file), "file", passed_over, "has no lines; measure needs lines")]
    problems += wrong
    return None if wrong else LineFile(lines, tuple(remarks))


def _table(file: Path, layer: str | None, problems: list[Problem]) -> gpd.GeoDataFrame | None:
    try:
        if file.suffix.lower() in {".parquet", ".geoparquet"}:
            return gpd.read_parquet(file)
        layers = [str(name) for name in pyogrio.list_layers(file)[:, 0]]
        if layer is None and len(layers) > 1:
            rule = f"has several layers; choose one with --layer: {', '.join(layers)}"
            problems.append(Problem(label(file), "file", "", rule))
            return None
        return pyogrio.read_dataframe(file, layer=layer if len(layers) > 1 else None)
    except DataLayerError:
        rule = f"no such layer{nearest(layer or '', layers)}; it has {', '.join(layers)}"
        problems.append(Problem(label(file), "layer", f'"{layer}"', rule))
    except (DataSourceError, OSError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        problems.append(Problem(label(file), "file", "", f"cannot be read: {reason}"))
    return None


def _only_lines(table: gpd.GeoDataFrame) -> tuple[gpd.GeoSeries, str]:
    """Gather the line parts of each feature, and say what else there was."""
    names = next((table[name].astype(str) for name in _NAMES if name in table), None)
    index = pd.Index(names if names is not None else np.arange(1, len(table) + 1).astype(str), name="line")
    geometry = shapely.force_2d(table.geometry.to_numpy())
    parts, owner = shapely.get_parts(geometry, return_index=True)
    nested, position = shapely.get_parts(parts, return_index=True)
    is_line = np.isin(shapely.get_type_id(nested), _LINES) & ~shapely.is_empty(nested)
    rows = owner[position]
    kept = np.unique(rows[is_line])
    lines = shapely.multilinestrings(nested[is_line], indices=np.searchsorted(kept, rows[is_line]))
    other = Counter(nested[number].geom_type.lower() for number in np.flatnonzero(~is_line))
    empty = int((shapely.is_missing(geometry) | shapely.is_empty(geometry)).sum())
    said = [f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in sorted(other.items())]
    said += [f"{empty} without geometry"] if empty else []
    return gpd.GeoSeries(lines, index=index[kept], crs=WGS84), ", ".join(said)


def _wrong_coordinates(file: Path, lines: gpd.GeoSeries) -> Iterator[Problem]:
    coordinates, owner = shapely.get_coordinates(lines.to_numpy(), return_index=True)
    bad = ~np.isfinite(coordinates).all(axis=1) | (np.abs(coordinates) > (360, 90)).any(axis=1)
    for row in np.unique(owner[bad]):
        lon, lat = coordinates[bad & (owner == row)][0]
        rule = "not a longitude and latitude; are they swapped, or is the coordinate system wrong?"
        yield Problem(label(file), f"line {lines.index[row]}", f"[{lon:g}, {lat:g}]", rule)

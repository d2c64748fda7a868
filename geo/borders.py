"""
Dividing lines among areas so that the parts sum to the whole.

What lies in no area is a part of its own. A line along a border counts once: it belongs to the country
that comes first in the alphabet of its code.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from shapely import Geometry, STRtree

from geo.lines import densify, length_km, unwrapped
from geo.reference import ELLIPSOID, WGS84, require_wgs84
from geo.side_by_side import in_threads

PIECE_VERTICES = 256
"""Areas are cut into pieces of at most this many vertices: small pieces are fast to look up and to cut by."""

SHORE_KM = 5.0
"""How far from a coast a piece may lie outside every country and still be taken for land drawn as sea."""

_EXACT_KM = 1e-6
_CLOSE_KM = 0.01
_SEA = -1
_STEP_DEG = 0.01
_AT_ONCE = 1_000  # lines that one thread cuts
_AREAS_AT_ONCE = 8  # areas that one thread mends, or asks what they hold

Geometries = npt.NDArray[np.object_]
Numbers = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class AreaIndex:
    """
    Areas cut into small pieces and indexed, to be used for many files of lines.

    Attributes
    ----------
    keys
        Country of each area, in alphabetical order.
    areas
        The areas, in the same order, prepared to be asked what they contain.
    pieces
        The small pieces.
    owner
        For each piece the position of its area.
    tree
        Spatial index of the pieces.
    """

    keys: tuple[str, ...]
    areas: Geometries
    pieces: Geometries
    owner: Indices
    tree: STRtree


def index_areas(areas: gpd.GeoSeries) -> AreaIndex:
    """
    Cut areas into small pieces and index them.

    Parameters
    ----------
    areas
        Polygons in longitude and latitude (degrees), on an index of country codes.

    Returns
    -------
    index
        The pieces with their owner.

    Raises
    ------
    CoordinateSystemError
        If `areas` has no coordinate system, or one other than WGS 84.

    Examples
    --------
    >>> from shapely import box
    >>> index = index_areas(gpd.GeoSeries({"B": box(1, 0, 2, 1), "A": box(0, 0, 1, 1)}, crs="EPSG:4326"))
    >>> index.keys, len(index.pieces)
    (('A', 'B'), 2)
    """
    require_wgs84(areas)
    ordered = areas.sort_index()
    drawn = ordered.to_numpy()
    whole = in_threads(lambda some: shapely.make_valid(drawn[some]), len(drawn), _AREAS_AT_ONCE)
    shapely.prepare(whole)
    parts, owner = shapely.get_parts(whole, return_index=True)
    pieces, position = _cut_small(parts, np.arange(len(parts)))
    return AreaIndex(tuple(map(str, ordered.index)), whole, pieces, owner[position], STRtree(pieces))


def length_by_country(
    lines: gpd.GeoSeries, countries: AreaIndex, *, shore_km: float = SHORE_KM
) -> pd.DataFrame:
    """
    Measure lines by country.

    Parameters
    ----------
    lines
        Lines in longitude and latitude (degrees).
    countries
        Areas from `index_areas`.
    shore_km
        See `divide`.

    Returns
    -------
    lengths
        One row a country that has a part, in alphabetical order, the row without a country first:
        `country`, `length_km`, and `moved_ashore_km`, how much of it was drawn in the sea.

    Raises
    ------
    CoordinateSystemError
        If `lines` has no coordinate system, or one other than WGS 84.

    Examples
    --------
    Two degrees of the equator, half of them in A:

    >>> from shapely import LineString, box
    >>> index = index_areas(gpd.GeoSeries({"A": box(0, -1, 1, 1)}, crs="EPSG:4326"))
    >>> line = gpd.GeoSeries([LineString([(0, 0), (2, 0)])], crs="EPSG:4326")
    >>> print(length_by_country(line, index).round(1).to_string(index=False))
    country  length_km  moved_ashore_km
                 111.3              0.0
          A      111.3              0.0
    """
    parts = divide(lines, countries, shore_km=shore_km)
    return parts.groupby("country", sort=True)[["length_km", "moved_ashore_km"]].sum().reset_index()


def divide(lines: gpd.GeoSeries, countries: AreaIndex, *, shore_km: float = SHORE_KM) -> pd.DataFrame:
    """
    Divide lines among countries.

    Parameters
    ----------
    lines
        Lines in longitude and latitude (degrees). Missing and empty lines have no parts.
    countries
        Areas from `index_areas`.
    shore_km
        A part outside every country that joins a part inside one, and no vertex of which is farther than
        this from that country, is given to it: coasts are often drawn too far inland. 0 switches it off.

    Returns
    -------
    parts
        One row a line and country: `line` (the label in the index of `lines`), `country` (empty for what lies
        in none), `length_km`, `moved_ashore_km`. The parts of a line sum to its length.

    Raises
    ------
    CoordinateSystemError
        If `lines` has no coordinate system, or one other than WGS 84.

    Notes
    -----
    Lines are densified to 25 km first, so that the border is crossed where the shortest path crosses it. A
    line inside one area needs no cutting; the others are cut along the pieces they meet. Where the parts do
    not sum to the whole, because a line runs along a border or leaves the land, it is cut again with care,
    one piece after the other. A line that runs over itself is divided step by step. The last digits are
    then shared out so that the parts sum exactly.

    Examples
    --------
    >>> from shapely import LineString, box
    >>> areas = gpd.GeoSeries({"A": box(0, 0, 1, 1), "B": box(1, 0, 2, 1)}, crs="EPSG:4326")
    >>> border = gpd.GeoSeries([LineString([(1, 0), (1, 1)])], index=["border"], crs="EPSG:4326")
    >>> divide(border, index_areas(areas))[["line", "country"]].values.tolist()
    [['border', 'A']]
    """
    require_wgs84(lines)
    dense = densify(unwrapped(lines)).to_numpy()
    whole = _km(dense)
    parts = _parts(dense, whole, countries, shore_km)
    found = np.bincount(parts["line"], weights=parts["length_km"], minlength=len(dense))
    doubled = np.flatnonzero(np.abs(found - whole) > _CLOSE_KM)
    edges, owner = _edges(dense[doubled])
    again = _parts(edges, _km(edges), countries, shore_km)
    again["line"] = doubled[owner[again["line"]]]
    parts = pd.concat([parts[~parts["line"].isin(doubled)], again], ignore_index=True)
    return _summed(parts, whole, lines.index, countries)


def _parts(dense: Geometries, whole: Numbers, countries: AreaIndex, shore_km: float) -> pd.DataFrame:
    """Rows of line, country and length, by position; several rows a line and country."""
    line, piece = _met(dense, countries)
    owner = countries.owner[piece]
    met, first = np.unique(line, return_index=True)
    alone = np.minimum.reduceat(owner, first) == np.maximum.reduceat(owner, first) if len(met) else first
    whole_lines, area = _held(dense, met[alone], owner[first[alone]], countries)
    within = pd.DataFrame({"line": whole_lines, "country": area, "length_km": whole[whole_lines]})
    inside = np.isin(line, whole_lines)
    crossing = _crossing(dense, whole, line[~inside], piece[~inside], countries, shore_km)
    nowhere = np.setdiff1d(np.flatnonzero(whole > 0), line)
    at_sea = pd.DataFrame({"line": nowhere, "country": _SEA, "length_km": whole[nowhere]})
    return pd.concat([within, crossing, at_sea], ignore_index=True)


def _met(lines: Geometries, countries: AreaIndex) -> tuple[Indices, Indices]:
    """Pairs of a line and a piece of a country that it meets, in the order of the lines."""

    def pairs(some: slice) -> npt.NDArray[np.intp]:
        line, piece = countries.tree.query(lines[some], predicate="intersects")
        return np.column_stack([line + some.start, piece])

    met = in_threads(pairs, len(lines), _AT_ONCE)
    return met[:, 0], met[:, 1]


def _held(dense: Geometries, line: Indices, area: Indices, countries: AreaIndex) -> tuple[Indices, Indices]:
    """Keep lines inside their area; one thread asks all of an area, which is prepared as it is asked."""
    order = np.argsort(area, kind="stable")
    line, area = line[order], area[order]
    first = np.searchsorted(area, np.arange(len(countries.areas) + 1))

    def inside(some: slice) -> npt.NDArray[np.bool_]:
        those = slice(first[some.start], first[some.stop])
        return np.asarray(shapely.contains_properly(countries.areas[area[those]], dense[line[those]]))

    held = in_threads(inside, len(countries.areas), _AREAS_AT_ONCE)
    return line[held], area[held]


def _edges(lines: Geometries) -> tuple[Geometries, Indices]:
    """Every step of every line as a line of its own, and the position of its line."""
    parts, owner = shapely.get_parts(lines, return_index=True)
    coordinates, part = shapely.get_coordinates(parts, return_index=True)
    steps = np.flatnonzero(part[1:] == part[:-1])
    edges = shapely.linestrings(np.stack([coordinates[steps], coordinates[steps + 1]], axis=1))
    return np.asarray(edges, dtype=object), owner[part[steps]]


def _crossing(
    dense: Geometries, whole: Numbers, line: Indices, piece: Indices, countries: AreaIndex, shore_km: float
) -> pd.DataFrame:
    """Cut lines that meet several pieces; those that are not covered exactly once are cut with care."""
    cut = _km(_threaded(shapely.intersection, dense[line], countries.pieces[piece]))
    covered = np.bincount(line, weights=cut, minlength=len(dense))
    met = pd.DataFrame({"line": line, "piece": piece, "country": countries.owner[piece], "length_km": cut})
    exact = np.abs(covered - whole)[line] <= _EXACT_KM
    return pd.concat([met[exact], _with_care(dense, whole, met[~exact], countries, shore_km)])


def _with_care(
    dense: Geometries, whole: Numbers, met: pd.DataFrame, countries: AreaIndex, shore_km: float
) -> pd.DataFrame:
    """
    Take one piece after the other from each line, in alphabetical order; what remains is the sea's.

    A piece takes what the line loses by it, at most what lies in the piece: a line that runs over itself
    loses the second time too.
    """
    met = met.sort_values(["line", "country", "piece"])
    turn = met.groupby("line").cumcount()
    remaining, left = dense.copy(), whole.copy()
    tables = []
    for _, now in met.groupby(turn):
        line = now["line"].to_numpy()
        remaining[line] = _threaded(shapely.difference, remaining[line], countries.pieces[now["piece"]])
        after = _km(remaining[line])
        taken = np.minimum(left[line] - after, now["length_km"])
        left[line] = after
        tables.append(now.assign(length_km=taken))
    names = met["line"].unique()
    tables.append(_outside(remaining[names], names, countries, shore_km))
    return pd.concat(tables)


def _outside(remaining: Geometries, names: Indices, countries: AreaIndex, shore_km: float) -> pd.DataFrame:
    """Give what lies in no country to the sea, or to the country whose shore it hugs."""
    parts, owner = shapely.get_parts(shapely.line_merge(remaining), return_index=True)
    drawn = shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING
    parts, owner = parts[drawn], owner[drawn]
    table = pd.DataFrame({"line": names[owner], "country": _SEA, "length_km": _km(parts)})
    if len(parts) == 0 or shore_km <= 0:
        return table
    near = _perhaps_near(parts, countries, shore_km)
    hugging = near[_farthest_km(parts[near], countries) <= shore_km]
    stepped = shapely.segmentize(parts[hugging], _STEP_DEG)
    ashore = hugging[_farthest_km(stepped, countries) <= shore_km]
    table.loc[ashore, "country"] = countries.owner[countries.tree.nearest(parts[ashore])]
    table.loc[ashore, "moved_ashore_km"] = table.loc[ashore, "length_km"]
    return table


def _perhaps_near(parts: Geometries, countries: AreaIndex, shore_km: float) -> Indices:
    """Leave out parts whose middle vertex alone tells that they are far from every country."""
    middle = shapely.get_point(parts, shapely.get_num_points(parts) // 2)
    reach_deg = shore_km / 110 / np.cos(np.radians(np.minimum(np.abs(shapely.get_y(middle)), 89)))
    near, _ = countries.tree.query(middle, predicate="dwithin", distance=reach_deg)
    return np.unique(near)


def _farthest_km(parts: Geometries, countries: AreaIndex) -> Numbers:
    """How far the farthest vertex of each part lies from the nearest country."""
    vertices, part = shapely.get_coordinates(parts, return_index=True)
    farthest = np.zeros(len(parts))
    if len(parts):
        points = shapely.points(vertices)
        shores = countries.pieces[countries.tree.nearest(points)]
        feet = shapely.get_coordinates(shapely.get_point(shapely.shortest_line(points, shores), 1))
        np.maximum.at(farthest, part, np.asarray(ELLIPSOID.inv(*vertices.T, *feet.T)[2]) / 1000)
    return farthest


def _summed(parts: pd.DataFrame, whole: Numbers, labels: pd.Index[str], countries: AreaIndex) -> pd.DataFrame:
    """One row a line and country; the parts of a line sum to its length to the last digit."""
    parts = parts.reindex(columns=["line", "country", "length_km", "moved_ashore_km"]).fillna(
        {"moved_ashore_km": 0.0}
    )
    table = parts.groupby(["line", "country"], sort=True).sum().reset_index()
    table = table[table["length_km"] > _EXACT_KM]
    position = table["line"].to_numpy()
    total = table.groupby("line")["length_km"].transform("sum").to_numpy()
    names = np.array(["", *countries.keys], dtype=object)
    return pd.DataFrame(
        {
            "line": labels[position],
            "country": names[table["country"].to_numpy() + 1],
            "length_km": table["length_km"].to_numpy() * whole[position] / total,
            "moved_ashore_km": table["moved_ashore_km"].to_numpy(),
        }
    )


def _cut_small(areas: Geometries, owner: Indices) -> tuple[Geometries, Indices]:
    """Halve areas across their longer side until none has more than `PIECE_VERTICES` vertices."""
    small: list[Geometries] = []
    small_owner: list[Indices] = []
    while len(areas):
        large = shapely.get_num_coordinates(areas) > PIECE_VERTICES
        small.append(areas[~large])
        small_owner.append(owner[~large])
        halves = [half for area in areas[large] for half in _halves(area)]
        parts, position = shapely.get_parts(np.array(halves, dtype=object), return_index=True)
        polygons = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
        areas, owner = parts[polygons], np.repeat(owner[large], 2)[position[polygons]]
    return np.concatenate(small), np.concatenate(small_owner)


def _halves(area: Geometry) -> tuple[Geometry, Geometry]:
    west, south, east, north = (float(edge) for edge in shapely.bounds(area))
    lon, lat = (west + east) / 2, (south + north) / 2
    wide = east - west > north - south
    one = (west, south, lon, north) if wide else (west, south, east, lat)
    other = (lon, south, east, north) if wide else (west, lat, east, north)
    return shapely.clip_by_rect(area, *one), shapely.clip_by_rect(area, *other)


def _threaded(
    cut: Callable[[Geometries, Geometries], Geometries], lines: Geometries, areas: Geometries
) -> Geometries:
    """Cut each line by its area, on every processor."""
    return in_threads(lambda some: cut(lines[some], areas[some]), len(lines), _AT_ONCE)


def _km(geometry: Geometries) -> Numbers:
    return np.asarray(length_km(gpd.GeoSeries(geometry, crs=WGS84)).fillna(0.0), dtype=np.float64)

"""Corridors compared pairwise: what they share, and where they come closest."""

from __future__ import annotations

from itertools import combinations

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from pyproj import Transformer
from shapely import Geometry

from geo.metrics import per_corridor
from geo.places import apart_km
from geo.reference import WGS84, require_wgs84

THINNED_DEG = 0.05
"""Vertices nearer than this to one another stand for each other in the first search: about 5 km."""


def compare(segments: gpd.GeoDataFrame) -> pd.DataFrame:
    """
    Compare every two corridors.

    Parameters
    ----------
    segments
        Segments on the index `id`, with `corridors`, `from_node`, `to_node`, `length_km`, and lines in
        WGS 84, densified as by `geo.lines.densify`.

    Returns
    -------
    comparisons
        One row a pair, in alphabetical order: `corridor`, `other`, `shared_segments` and `shared_nodes`
        (their number), `shared_km`, `shared` (identifiers of the shared nodes, joined with `;`),
        `closest_km`, and `lon`, `lat`, where on the first corridor they come closest; 0 km and no place where
        they share a node.

    Raises
    ------
    CoordinateSystemError
        If the lines are not in WGS 84.

    Notes
    -----
    The nearest pair among thinned vertices is found on the sphere; around it both corridors are laid out in
    an azimuthal equidistant projection, which is true from its centre, and the shortest connection is
    searched there, twice. The distance is then measured on the ellipsoid.

    References
    ----------
    J. P. Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395 (1987), pages 191-202.

    Examples
    --------
    Two lines along meridians one degree apart on the equator, 111.319 km:

    >>> from shapely import LineString
    >>> table = gpd.GeoDataFrame({"corridors": ["one", "two"], "from_node": ["a", "c"], "to_node": ["b", "d"],
    ...     "length_km": 111.0}, geometry=[LineString([(0, -1), (0, 0)]), LineString([(1, 0), (1, 1)])],
    ...     index=["ab", "cd"], crs="OGC:CRS84")
    >>> row = compare(table).iloc[0]
    >>> row["corridor"], row["other"], int(row["shared_nodes"]), round(float(row["closest_km"]), 1)
    ('one', 'two', 0, 111.3)
    """
    require_wgs84(segments.geometry)
    by_corridor = {str(name): own for name, own in per_corridor(segments).groupby("corridor")}
    lines = {name: shapely.multilinestrings(own.geometry) for name, own in by_corridor.items()}
    vertices = {name: _thinned(line) for name, line in lines.items()}
    rows = []
    for one, other in combinations(by_corridor, 2):
        own, theirs = by_corridor[one], by_corridor[other]
        both = own.index.intersection(theirs.index)
        nodes = sorted(_nodes(own) & _nodes(theirs))
        row = {
            "corridor": one,
            "other": other,
            "shared_segments": len(both),
            "shared_km": float(own.loc[both, "length_km"].sum()),
            "shared_nodes": len(nodes),
            "shared": ";".join(nodes),
            "closest_km": 0.0,
        }
        if not nodes:
            start = _nearest_vertices(vertices[one], vertices[other])
            row |= dict(
                zip(("closest_km", "lon", "lat"), _closest(lines[one], lines[other], start), strict=True)
            )
        rows.append(row)
    columns = ["corridor", "other", "shared_segments", "shared_km", "shared_nodes", "shared"]
    return pd.DataFrame(rows, columns=[*columns, "closest_km", "lon", "lat"])


def _nodes(segments: pd.DataFrame) -> set[str]:
    return {*segments["from_node"], *segments["to_node"]}


def _thinned(line: Geometry) -> npt.NDArray[np.float64]:
    """Vertices in longitude and latitude, one of each cell of a fine grid."""
    vertices = shapely.get_coordinates(line)
    _, first = np.unique((vertices / THINNED_DEG).round(), axis=0, return_index=True)
    return np.asarray(vertices[np.sort(first)])


def _nearest_vertices(
    one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]
) -> tuple[tuple[float, float], tuple[float, float]]:
    cosines = _on_sphere(one) @ _on_sphere(other).T
    row, column = np.unravel_index(int(cosines.argmax()), cosines.shape)
    return (one[row, 0], one[row, 1]), (other[column, 0], other[column, 1])


def _on_sphere(vertices: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    lon, lat = np.radians(vertices).T
    return np.column_stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))


def _closest(
    one: Geometry, other: Geometry, near: tuple[tuple[float, float], tuple[float, float]]
) -> tuple[float, float, float]:
    for _ in range(2):
        (lon, lat), _ = near
        flat = Transformer.from_crs(
            WGS84, f"+proj=aeqd +lat_0={lat} +lon_0={lon} +ellps=WGS84", always_xy=True
        )
        laid = [shapely.transform(line, flat.transform, interleaved=False) for line in (one, other)]
        ends = shapely.get_coordinates(shapely.shortest_line(*laid))
        back = [flat.transform(east, north, direction="INVERSE") for east, north in ends]
        near = (back[0], back[1])
    (lon, lat), (other_lon, other_lat) = near
    return apart_km((lon, lat), (other_lon, other_lat)), lon, lat

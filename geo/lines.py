"""
Lines on the ellipsoid: length, densifying, cutting, locating along, thinning for display.

Between two vertices a line is the shortest path on the WGS 84 ellipsoid, in degrees, longitude first.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from shapely import LineString, MultiLineString, Point

from geo.geodesics import Coordinates, steps_km, travelled_km
from geo.reference import DENSIFY_STEP_KM, ELLIPSOID, require_wgs84

MOST_KM_PER_DEG = 111.7
"""A degree, of latitude at the poles, is at most this long."""


def length_km(lines: gpd.GeoSeries) -> pd.Series[float]:
    """
    Measure lines on the WGS 84 ellipsoid.

    Parameters
    ----------
    lines
        Lines in longitude and latitude (degrees), one per row. Several parts count together.

    Returns
    -------
    length_km
        Kilometres on the index of `lines`; 0.0 for an empty line, missing for a missing one.

    Raises
    ------
    CoordinateSystemError
        If `lines` has no coordinate system, or one other than WGS 84.

    Notes
    -----
    Geodesics to a few nanometres a step, see `geo.geodesics`. Heights are ignored.

    Examples
    --------
    One degree of longitude on the equator is a / 360 of its circumference, 2 pi 6378.137 km:

    >>> equator = gpd.GeoSeries([LineString([(0, 0), (1, 0)]), LineString(), None], crs="OGC:CRS84")
    >>> length_km(equator).round(3).tolist()
    [111.319, 0.0, nan]
    """
    require_wgs84(lines)
    coordinates, part, owner = _vertices(lines.to_numpy())
    kilometres = np.where(lines.isna().to_numpy(), np.nan, 0.0)
    if len(coordinates) > 1:
        same = part[1:] == part[:-1]
        np.add.at(kilometres, owner[part[1:][same]], steps_km(coordinates)[same])
    return pd.Series(kilometres, index=lines.index, name="length_km")


def densify(lines: gpd.GeoSeries, *, step_km: float = DENSIFY_STEP_KM) -> gpd.GeoSeries:
    """
    Add vertices along the shortest paths, so that a line drawn straight in degrees lies on them.

    Parameters
    ----------
    lines
        Lines in longitude and latitude (degrees). Every given vertex is kept.
    step_km
        Longest piece that may remain between two vertices, in kilometres.

    Returns
    -------
    lines
        The same lines on the same index; missing and empty stay as they are.

    Raises
    ------
    CoordinateSystemError
        If `lines` has no coordinate system, or one other than WGS 84.
    ValueError
        If `step_km` is not positive.

    Notes
    -----
    At 25 km a straight edge in longitude and latitude stays within about 13 m of the shortest
    path at 45 degrees north, and the error falls with the square of the step.

    Examples
    --------
    Along the parallel of 60 degrees the shortest path rises north; on a sphere its middle lies
    at atan(tan 60 / cos 10) = 60.4 degrees:

    >>> line = gpd.GeoSeries([LineString([(0, 60), (20, 60)])], crs="OGC:CRS84")
    >>> round(float(densify(line).bounds.maxy[0]), 1)
    60.4
    """
    require_wgs84(lines)
    if not step_km > 0:
        raise ValueError(f"step_km = {step_km}: must be above 0")
    dense = lines.to_numpy().copy()
    for row in _with_long_steps(dense, step_km):
        dense[row] = _densified_line(dense[row], step_km)
    return gpd.GeoSeries(dense, index=lines.index, crs=lines.crs, name=lines.name)


def unwrapped(lines: gpd.GeoSeries) -> gpd.GeoSeries:
    """
    Cut lines where they cross the antimeridian, so that no edge runs round the world the wrong way.

    Parameters
    ----------
    lines
        Lines in longitude and latitude (degrees). An edge that spans more than 180 degrees of longitude is
        taken to cross the antimeridian.

    Returns
    -------
    lines
        The same lines on the same index; those that cross are in several parts.

    Raises
    ------
    CoordinateSystemError
        If `lines` has no coordinate system, or one other than WGS 84.

    Examples
    --------
    >>> line = gpd.GeoSeries([LineString([(179, 0), (-179, 0)])], crs="EPSG:4326")
    >>> unwrapped(line)[0].wkt
    'MULTILINESTRING ((179 0, 180 0), (-180 0, -179 0))'
    """
    require_wgs84(lines)
    whole = lines.to_numpy().copy()
    west, _, east, _ = shapely.bounds(whole).T
    wide = np.flatnonzero(east - west > 180)
    coordinates, part, owner = _vertices(whole[wide])
    far = (np.abs(np.diff(coordinates[:, 0])) > 180) & (part[1:] == part[:-1])
    for row in wide[np.unique(owner[part[1:][far]])]:
        pieces = [LineString(piece) for one in shapely.get_parts(whole[row]) for piece in _cut_at_180(one)]
        whole[row] = MultiLineString(pieces)
    return gpd.GeoSeries(whole, index=lines.index, crs=lines.crs, name=lines.name)


def locate_km(line: LineString, point: Point) -> float:
    """
    Find how far along a line the place nearest to a point lies.

    Parameters
    ----------
    line
        One line of one part, in degrees, not empty.
    point
        One point in degrees.

    Returns
    -------
    along_km
        Kilometres from the line's start, on the ellipsoid.

    Raises
    ------
    ValueError
        If the line or the point is empty.

    Notes
    -----
    The nearest place is sought on the line densified to 1 km, in a plane scaled by the cosine
    of the point's latitude; this is within 10 m for points up to 50 km off the line.

    Examples
    --------
    >>> round(locate_km(LineString([(0, 0), (2, 0)]), Point(1, 0.1)), 2)
    111.32
    """
    if line.is_empty or point.is_empty:
        raise ValueError("line and point must not be empty")
    dense = _densified(shapely.get_coordinates(line), 1.0)
    scale = np.array([np.cos(np.radians(point.y)), 1.0])
    plane = LineString(dense * scale)
    foot = plane.interpolate(plane.project(Point(np.array([point.x, point.y]) * scale)))
    travelled = travelled_km(dense)
    vertex = plane.project(foot)
    planar = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(dense * scale, axis=0).T))])
    return float(np.interp(vertex, planar, travelled))


def distance_km(line: LineString, point: Point) -> float:
    """
    Measure how far a point lies from a line.

    Parameters
    ----------
    line
        One line of one part, in degrees, not empty.
    point
        One point in degrees.

    Returns
    -------
    distance_km
        Kilometres on the ellipsoid from the point to the nearest place of the line.

    Raises
    ------
    ValueError
        If the line or the point is empty.

    Examples
    --------
    A tenth of a degree of latitude at the equator is 11.06 km:

    >>> round(distance_km(LineString([(0, 0), (2, 0)]), Point(1, 0.1)), 2)
    11.06
    """
    foot = point_at(line, locate_km(line, point))
    return float(ELLIPSOID.inv(foot.x, foot.y, point.x, point.y)[2] / 1000)


def point_at(line: LineString, along_km: float) -> Point:
    """
    Find the place a distance along a line.

    Parameters
    ----------
    line
        One line of one part, in degrees.
    along_km
        Kilometres from the line's start; clipped to the line.

    Returns
    -------
    point
        The place, in degrees.

    Examples
    --------
    >>> point_at(LineString([(0, 0), (2, 0)]), 111.3194907932736).wkt
    'POINT (1 0)'
    """
    coordinates = shapely.get_coordinates(line)
    travelled = travelled_km(coordinates)
    along_km = float(np.clip(along_km, 0.0, travelled[-1]))
    step = min(int(np.searchsorted(travelled, along_km, side="right")) - 1, len(coordinates) - 2)
    lon, lat = _forward(coordinates[step], coordinates[step + 1], along_km - travelled[step])
    return Point(round(lon, 9), round(lat, 9))


def cut(line: LineString, *, at_km: float) -> tuple[LineString, LineString]:
    """
    Cut a line in two.

    Parameters
    ----------
    line
        One line of one part, in degrees.
    at_km
        Kilometres from the line's start, strictly inside the line.

    Returns
    -------
    before, after
        The two parts; their lengths sum to the whole.

    Raises
    ------
    ValueError
        If `at_km` is not inside the line.

    Examples
    --------
    >>> before, after = cut(LineString([(0, 0), (2, 0)]), at_km=111.3194907932736)
    >>> before.wkt, after.wkt
    ('LINESTRING (0 0, 1 0)', 'LINESTRING (1 0, 2 0)')
    """
    coordinates = shapely.get_coordinates(line)
    travelled = travelled_km(coordinates)
    if not 0 < at_km < travelled[-1]:
        raise ValueError(f"at_km = {at_km}: must be inside 0..{travelled[-1]:.3f}")
    foot = shapely.get_coordinates(point_at(line, at_km))
    before = np.concatenate([coordinates[travelled < at_km], foot])
    after = np.concatenate([foot, coordinates[travelled > at_km]])
    return LineString(before), LineString(after)


def thin(lines: gpd.GeoSeries, *, tolerance_km: float) -> gpd.GeoSeries:
    """
    Drop vertices that a drawing does not need. Never used before a measure.

    Parameters
    ----------
    lines
        Lines in longitude and latitude (degrees).
    tolerance_km
        How far the drawn line may leave the given one, in kilometres.

    Returns
    -------
    lines
        The same lines with fewer vertices; ends stay.

    Raises
    ------
    CoordinateSystemError
        If `lines` has no coordinate system, or one other than WGS 84.

    Notes
    -----
    Douglas and Peucker in degrees, with a degree taken as 111.3 km: east-west errors are
    smaller than asked for, never larger.

    Examples
    --------
    >>> line = gpd.GeoSeries([LineString([(0, 0), (1, 0.0001), (2, 0)])], crs="OGC:CRS84")
    >>> thin(line, tolerance_km=1)[0].wkt
    'LINESTRING (0 0, 2 0)'
    """
    require_wgs84(lines)
    return lines.simplify(tolerance_km / 111.3, preserve_topology=False)


def _vertices(
    lines: npt.NDArray[np.object_],
) -> tuple[Coordinates, npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """All vertices, the part of each, the line of each part; without copies where every line is one part."""
    if (shapely.get_type_id(lines) == shapely.GeometryType.LINESTRING).all():
        return *shapely.get_coordinates(lines, return_index=True), np.arange(len(lines))
    parts, owner = shapely.get_parts(lines, return_index=True)
    return *shapely.get_coordinates(parts, return_index=True), owner


def _forward(start: Coordinates, finish: Coordinates, along_km: float) -> tuple[float, float]:
    """Walk from one vertex towards the next on the shortest path."""
    azimuth = ELLIPSOID.inv(*start, *finish)[0]
    lon, lat, _ = ELLIPSOID.fwd(start[0], start[1], azimuth, along_km * 1000)
    return float(lon), float(lat)


def _with_long_steps(lines: npt.NDArray[np.object_], step_km: float) -> npt.NDArray[np.intp]:
    """Find lines with a step longer than `step_km`; geodesics only where degrees cannot tell."""
    west, south, east, north = shapely.bounds(lines).T
    wide = np.flatnonzero(np.hypot(east - west, north - south) * MOST_KM_PER_DEG > step_km)
    coordinates, part, owner = _vertices(lines[wide])
    degrees = np.hypot(*np.diff(coordinates, axis=0).T)
    doubtful = np.flatnonzero((degrees * MOST_KM_PER_DEG > step_km) & (part[1:] == part[:-1]))
    start, finish = coordinates[doubtful].T, coordinates[doubtful + 1].T
    long = np.asarray(ELLIPSOID.inv(*start, *finish)[2]) / 1000 > step_km
    return wide[np.unique(owner[part[doubtful[long]]])]


def _cut_at_180(line: LineString) -> list[Coordinates]:
    """Follow a line over the antimeridian and cut it there, at the latitude between the two vertices."""
    pieces, current = [], [shapely.get_coordinates(line)[0]]
    for here in shapely.get_coordinates(line)[1:]:
        before = current[-1]
        if abs(here[0] - before[0]) > 180:
            side = 180.0 if before[0] > 0 else -180.0
            beyond = here[0] + 2 * side
            share = (side - before[0]) / (beyond - before[0]) if beyond != before[0] else 0.0
            crossing = before[1] + share * (here[1] - before[1])
            pieces.append(np.array([*current, (side, crossing)]))
            current = [np.array([-side, crossing])]
        current.append(here)
    pieces.append(np.array(current))
    return [piece for piece in pieces if (piece != piece[0]).any()]


def _densified_line(line: LineString | MultiLineString, step_km: float) -> LineString | MultiLineString:
    """Densify each part of a line."""
    vertices = (shapely.get_coordinates(part) for part in shapely.get_parts(line))
    parts = [LineString(_densified(each, step_km)) for each in vertices]
    return parts[0] if isinstance(line, LineString) else MultiLineString(parts)


def _densified(coordinates: Coordinates, step_km: float) -> Coordinates:
    """Split each step into equal pieces of at most `step_km`."""
    pieces = np.maximum(np.ceil(steps_km(coordinates) / step_km), 1).astype(int)
    long = np.flatnonzero(pieces > 1)
    if len(long) == 0:
        return coordinates
    steps = zip(*coordinates[long].T, *coordinates[long + 1].T, pieces[long] - 1, strict=True)
    between = [ELLIPSOID.npts(lon, lat, to_lon, to_lat, count) for lon, lat, to_lon, to_lat, count in steps]
    return np.insert(coordinates, np.repeat(long + 1, pieces[long] - 1), np.concatenate(between), axis=0)

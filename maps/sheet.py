"""A sheet of paper: what part of the earth it shows, and where a place lies on it, in millimetres."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import geopandas as gpd
import numpy as np
import shapely
from pyproj import CRS, Transformer

from geo.lines import densify
from geo.projections import lambert_conformal
from geo.reference import ELLIPSOID, WGS84

MARGIN = 0.07
"""How much ground shows on each side of the lines, as a share of their extent."""

PROPORTIONS = (0.45, 0.8)
"""Least and greatest height of a map, as a share of its width."""

STEPS = (1, 2, 5, 10, 20)
"""Degrees between two lines of the graticule."""

LEAST_LINES = 3
"""Meridians and parallels that the graticule has together, at least."""


@dataclass(frozen=True)
class Sheet:
    """
    The map of a figure, on paper.

    Attributes
    ----------
    width_mm, height_mm
        Size of the map.
    projection
        Lambert's conformal conic, fit for what is shown.
    west_m, south_m
        The lower left corner, metres of the projection.
    mm_per_m
        Scale.
    """

    width_mm: float
    height_mm: float
    projection: CRS
    west_m: float
    south_m: float
    mm_per_m: float

    def on_paper(self, geometry: shapely.Geometry) -> shapely.Geometry:
        """
        Bring a geometry to paper.

        Parameters
        ----------
        geometry
            In longitude and latitude, its pieces short enough to be drawn straight.

        Returns
        -------
        drawn
            In millimetres from the lower left corner of the map.
        """
        return shapely.transform(geometry, self._to_paper)

    @property
    def frame(self) -> shapely.Polygon:
        """The edge of the map, millimetres."""
        return shapely.box(0, 0, self.width_mm, self.height_mm)

    @cached_property
    def extent(self) -> tuple[float, float, float, float]:
        """West, south, east, north of all that the map shows, degrees."""
        edge = shapely.segmentize(self.frame.exterior, 5.0)
        lon, lat = shapely.get_coordinates(shapely.transform(edge, self._to_earth)).T
        return (float(lon.min()), float(lat.min()), float(lon.max()), float(lat.max()))

    def _to_paper(self, places: np.ndarray) -> np.ndarray:
        x, y = self._transformer.transform(places[:, 0], places[:, 1])
        return np.column_stack([(x - self.west_m) * self.mm_per_m, (y - self.south_m) * self.mm_per_m])

    def _to_earth(self, points: np.ndarray) -> np.ndarray:
        x, y = points[:, 0] / self.mm_per_m + self.west_m, points[:, 1] / self.mm_per_m + self.south_m
        return np.column_stack(self._transformer.transform(x, y, direction="INVERSE"))

    @cached_property
    def _transformer(self) -> Transformer:
        return Transformer.from_crs(WGS84, self.projection, always_xy=True)


def sheet(lines: gpd.GeoSeries, *, width_mm: float, proportions: tuple[float, float] = PROPORTIONS) -> Sheet:
    """
    Lay lines on a sheet.

    Parameters
    ----------
    lines
        What the map shows, in longitude and latitude.
    width_mm
        Width of the map.
    proportions
        Least and greatest height, as a share of the width.

    Returns
    -------
    sheet
        The lines in the middle, with a margin; as high as they ask for, within the proportions.

    Examples
    --------
    >>> from shapely import LineString
    >>> laid = sheet(gpd.GeoSeries([LineString([(20, 40), (50, 40)])], crs=4326), width_mm=180)
    >>> laid.width_mm, laid.height_mm
    (180, 81.0)
    """
    west, south, east, north = lines.total_bounds
    tall = max(north, south + 1.0)
    projection = lambert_conformal((west, south, east, tall))
    left, lower, right, upper = densify(lines).to_crs(projection).total_bounds
    width = (right - left) * (1 + 2 * MARGIN)
    height = (upper - lower) * (1 + 2 * MARGIN)
    least, most = proportions
    share = min(max(height / width, least), most)
    metres = max(width, height / share)
    return Sheet(
        width_mm=width_mm,
        height_mm=width_mm * share,
        projection=projection,
        west_m=(left + right) / 2 - metres / 2,
        south_m=(lower + upper) / 2 - metres * share / 2,
        mm_per_m=width_mm / metres,
    )


def graticule(laid: Sheet) -> tuple[tuple[str, shapely.LineString], ...]:
    """
    Draw meridians and parallels.

    Parameters
    ----------
    laid
        The sheet.

    Returns
    -------
    lines
        What each is called, and where it runs, in millimetres and inside the frame; the widest step
        that gives at least `LEAST_LINES` of them.
    """
    for step in reversed(STEPS):
        lines = (*_meridians(laid, step), *_parallels(laid, step))
        if len(lines) >= LEAST_LINES:
            break
    return lines


def scale_bar(laid: Sheet, *, most_mm: float) -> tuple[float, float]:
    """
    Find a round length and how long it is on paper.

    Parameters
    ----------
    laid
        The sheet.
    most_mm
        How long the bar may be.

    Returns
    -------
    length_km, length_mm
        1, 2 or 5 times a power of ten; and the distance on paper between two places in the middle of the
        map that lie so far from one another, east and west, on the ellipsoid.

    Examples
    --------
    >>> from shapely import LineString
    >>> laid = sheet(gpd.GeoSeries([LineString([(20, 40), (50, 40)])], crs=4326), width_mm=180)
    >>> kilometres, millimetres = scale_bar(laid, most_mm=40)
    >>> kilometres, round(millimetres, 1)
    (500.0, 31.0)
    """
    steps = [digit * 10.0**power for power in range(5) for digit in (1, 2, 5)]
    fitting = [(step, length) for step in steps if (length := _on_paper_mm(laid, step)) <= most_mm]
    return fitting[-1] if fitting else (steps[0], _on_paper_mm(laid, steps[0]))


def _on_paper_mm(laid: Sheet, kilometres: float) -> float:
    lon, lat = laid._to_earth(np.array([[laid.width_mm / 2, laid.height_mm / 2]]))[0]
    ends = [ELLIPSOID.fwd(lon, lat, azimuth, kilometres * 500)[:2] for azimuth in (270, 90)]
    return float(laid.on_paper(shapely.LineString(ends)).length)


def _meridians(laid: Sheet, step: int) -> list[tuple[str, shapely.LineString]]:
    west, south, east, north = laid.extent
    lats = np.linspace(south - 1, north + 1, 80)
    found = []
    for lon in range(math.ceil(west / step) * step, math.floor(east) + 1, step):
        found.append((f"{abs(lon)}° {'E' if lon >= 0 else 'W'}", np.column_stack([np.full(80, lon), lats])))
    return _inside(laid, found)


def _parallels(laid: Sheet, step: int) -> list[tuple[str, shapely.LineString]]:
    west, south, east, north = laid.extent
    lons = np.linspace(west - 1, east + 1, 80)
    found = []
    for lat in range(math.ceil(south / step) * step, math.floor(north) + 1, step):
        found.append((f"{abs(lat)}° {'N' if lat >= 0 else 'S'}", np.column_stack([lons, np.full(80, lat)])))
    return _inside(laid, found)


def _inside(laid: Sheet, lines: list[tuple[str, np.ndarray]]) -> list[tuple[str, shapely.LineString]]:
    drawn = [(name, laid.on_paper(shapely.LineString(line)).intersection(laid.frame)) for name, line in lines]
    return [(name, line) for name, line in drawn if line.geom_type == "LineString" and line.length > 0]

"""The one coordinate system, the one ellipsoid, and the precision of coordinates."""

from __future__ import annotations

import geopandas as gpd
from pyproj import CRS, Geod

from geo.errors import CoordinateSystemError

WGS84 = CRS.from_epsg(4326)
"""WGS 84. Coordinates are longitude and latitude, in this order, as in geopandas and in every file."""

ELLIPSOID = Geod(ellps="WGS84")
"""The ellipsoid on which every length is measured."""

COORDINATE_DECIMALS = 5
"""Decimals of written coordinates: 1e-5 degrees is at most 1.1 m."""

DENSIFY_STEP_KM = 25.0
"""Longest piece between two vertices after densifying (see `geo.lines.densify`)."""


def require_wgs84(geometry: gpd.GeoSeries) -> None:
    """
    Refuse geometry that is not in WGS 84.

    Parameters
    ----------
    geometry
        Any geometry.

    Raises
    ------
    CoordinateSystemError
        If there is no coordinate system, or one other than WGS 84 in degrees.

    Examples
    --------
    >>> from shapely import Point
    >>> require_wgs84(gpd.GeoSeries([Point(20.46, 44.81)], crs="OGC:CRS84"))
    >>> require_wgs84(gpd.GeoSeries([Point(20.46, 44.81)]))
    Traceback (most recent call last):
    geo.errors.CoordinateSystemError: no coordinate system: set it with .set_crs("OGC:CRS84") ...
    """
    if geometry.crs is None:
        raise CoordinateSystemError(
            'no coordinate system: set it with .set_crs("OGC:CRS84") if these are longitude and latitude'
        )
    if CRS(geometry.crs).to_authority() not in {("OGC", "CRS84"), ("EPSG", "4326")}:
        raise CoordinateSystemError(
            f'coordinate system is {geometry.crs.name}: convert with .to_crs("OGC:CRS84") first'
        )

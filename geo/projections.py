"""A map projection fit for what is shown: Lambert's conformal conic, from the extent."""

from __future__ import annotations

from pyproj.crs import CRS, ProjectedCRS
from pyproj.crs.coordinate_operation import LambertConformalConic2SPConversion

from geo.reference import WGS84


def lambert_conformal(extent: tuple[float, float, float, float]) -> CRS:
    """
    Choose Lambert's conformal conic projection for an extent of middle latitude.

    Parameters
    ----------
    extent
        West, south, east, north of what is to be shown, degrees, on one hemisphere.

    Returns
    -------
    projection
        On WGS 84, in metres: the central meridian in the middle, to the whole degree; the standard parallels
        a sixth of the height from the lower and the upper edge, to the half degree.

    Raises
    ------
    ValueError
        If south and north lie on both sides of the equator, or in the wrong order.

    Notes
    -----
    With the rule of sixths the scale is too small in the middle and too large at the edges by about the same
    share: from 24 to 54 degrees north it stays within 0.985 and 1.021.

    References
    ----------
    C. H. Deetz and O. S. Adams, Elements of Map Projection, US Coast and Geodetic Survey, Special
    Publication 68, 1934. J. P. Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395, 1987.

    Examples
    --------
    >>> lambert_conformal((15.0, 36.0, 55.0, 48.0)).name
    'Lambert conformal conic 38/46, 35 E'
    >>> lambert_conformal((5.0, 24.0, 115.0, 54.0)).name
    'Lambert conformal conic 29/49, 60 E'
    """
    west, south, east, north = extent
    if not (0 < south < north or south < north < 0):
        raise ValueError(f"extent from {south} to {north} degrees: must lie on one side of the equator")
    sixth = (north - south) / 6
    lower, upper = _half(south + sixth), _half(north - sixth)
    middle = round((west + east) / 2)
    side = "E" if middle >= 0 else "W"
    conic = LambertConformalConic2SPConversion(
        latitude_false_origin=_half((lower + upper) / 2),
        longitude_false_origin=middle,
        latitude_first_parallel=lower,
        latitude_second_parallel=upper,
    )
    name = f"Lambert conformal conic {lower:g}/{upper:g}, {abs(middle)} {side}"
    return ProjectedCRS(conversion=conic, geodetic_crs=WGS84, name=name)


def _half(degrees: float) -> float:
    return round(2 * degrees) / 2

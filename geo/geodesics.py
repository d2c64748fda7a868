"""
Steps on the ellipsoid: how far it is from one vertex to the next.

Vertices of drawn lines lie close together, where the arc follows from its chord to a few nanometres at a
tenth of the time; Karney's algorithm measures the long steps, and is the yardstick of the short ones.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from geo.reference import ELLIPSOID
from geo.side_by_side import in_threads

Coordinates = npt.NDArray[np.float64]
"""Longitude and latitude in degrees, shape (n, 2)."""

Kilometres = npt.NDArray[np.float64]

SHORT_KM = 25.0
"""Up to here a step is measured by its chord; beyond, the neglected terms grow with the fifth power."""

_CHUNK = 50_000  # steps at a time: their numbers stay in the processor's cache


def steps_km(coordinates: Coordinates) -> Kilometres:
    """
    Measure each step of a row of vertices on the WGS 84 ellipsoid.

    Parameters
    ----------
    coordinates
        Longitude and latitude in degrees, shape (n, 2).

    Returns
    -------
    steps_km
        Kilometres from each vertex to the next, shape (n - 1,), within 10 nanometres.

    Notes
    -----
    With the chord c of a short step and the radius of curvature R of the normal section in its middle, the
    arc is c (1 + c^2 / (24 R^2) + 3 c^4 / (640 R^4)); R by Euler's formula from the radii along and across
    the meridian. At 25 km this is 4 nanometres from Karney's geodesic, what rounding leaves of coordinates.

    References
    ----------
    C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 43-55 (2013). R. H. Rapp, Geometric Geodesy,
    Part I, Ohio State University (1991): normal sections, their curvature, arc and chord.

    Examples
    --------
    A tenth of a degree and one degree of the equator are a tenth and the whole of 2 pi 6378.137 km / 360:

    >>> steps_km(np.array([(0, 0), (0.1, 0), (1.1, 0)])).round(6).tolist()
    [11.131949, 111.319491]
    """
    return in_threads(
        lambda some: _steps_km(coordinates[some.start : some.stop + 1]), len(coordinates) - 1, _CHUNK
    )


def travelled_km(coordinates: Coordinates) -> Kilometres:
    """
    Measure how far each vertex is along its line.

    Parameters
    ----------
    coordinates
        Longitude and latitude in degrees, shape (n, 2).

    Returns
    -------
    travelled_km
        Kilometres from the first vertex, shape (n,).

    Examples
    --------
    >>> travelled_km(np.array([(0, 0), (0.1, 0), (1.1, 0)])).round(3).tolist()
    [0.0, 11.132, 122.451]
    """
    return np.concatenate([[0.0], np.cumsum(steps_km(coordinates))])


def _steps_km(coordinates: Coordinates) -> Kilometres:
    """Chords, and geodesics where the chord is long or no number."""
    with np.errstate(invalid="ignore"):
        steps = _arcs_km(coordinates)
    far = np.flatnonzero(~(steps <= SHORT_KM))
    steps[far] = np.asarray(ELLIPSOID.inv(*coordinates[far].T, *coordinates[far + 1].T)[2]) / 1000
    return steps


def _arcs_km(coordinates: Coordinates) -> Kilometres:
    """Arc of each step from its chord in space and the curvature in its middle."""
    lon, lat = np.radians(coordinates.T)
    sine, cosine, a, e2 = np.sin(lat), np.cos(lat), ELLIPSOID.a / 1000, ELLIPSOID.es
    across = a / np.sqrt(1 - e2 * sine**2)  # radius of curvature across the meridian
    out = across * cosine
    east, north, up = (
        np.diff(out * np.cos(lon)),
        np.diff(out * np.sin(lon)),
        np.diff(across * (1 - e2) * sine),
    )
    chord2 = east**2 + north**2 + up**2
    flat = ((cosine[1:] + cosine[:-1]) / 2) ** 2
    level = 1 - e2 * (1 - flat)
    northward = np.zeros_like(chord2)  # squared cosine of the azimuth: of the step's part along the axis
    np.divide(up**2, chord2 * flat, out=northward, where=chord2 * flat > 0)
    curvature = np.sqrt(level) / a * (1 + np.minimum(northward, 1) * (level / (1 - e2) - 1))
    bend = chord2 * curvature**2
    return np.asarray(np.sqrt(chord2) * (1 + bend / 24 * (1 + bend * 9 / 80)))

"""Ways over the sea network of the package searoute."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from geo.errors import MissingPackageError
from geo.places import apart_km
from layers.align.legs import How, Leg, Place, straight

NEAR_KM = 60.0
"""Places nearer than this were set by hand, one after the other: the way between them is straight."""


def sea_ways(places: Sequence[Place]) -> list[Leg]:
    """
    Find the shipping way through places in order.

    Parameters
    ----------
    places
        Ports, straits and capes, longitude and latitude in degrees.

    Returns
    -------
    legs
        One fewer than places. The network's way begins and ends somewhere near its ends; both are
        joined to it straight.

    Raises
    ------
    MissingPackageError
        If searoute is not installed.

    Notes
    -----
    The network is −4 to +9 % of the shortest sea way, and cuts land in places: way points at
    straits and capes keep it off.
    """
    try:
        from searoute import searoute  # noqa: PLC0415 - only maintainers have it
    except ImportError as error:
        message = 'no sea network: searoute is not installed; pip install "corridors[align]"'
        raise MissingPackageError(message) from error
    legs = []
    for start, finish in pairwise(places):
        if apart_km(start, finish) < NEAR_KM:
            legs.append(straight(start, finish))
            continue
        way = searoute(list(start), list(finish))
        found = [(float(lon), float(lat)) for lon, lat in way["geometry"]["coordinates"]]
        vertices = (start, *_trimmed(found, start, finish), finish)
        legs.append(Leg(vertices, How.network, sum(apart_km(*pair) for pair in pairwise(vertices))))
    return legs


def _trimmed(found: list[Place], start: Place, finish: Place) -> list[Place]:
    """Leave out ends of the network that lie behind: going there and coming back is no way."""
    while len(found) > 1 and apart_km(start, found[1]) < apart_km(*found[:2]):
        found = found[1:]
    while len(found) > 1 and apart_km(finish, found[-2]) < apart_km(*found[-2:]):
        found = found[:-1]
    return found

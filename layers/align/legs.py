"""A leg: the way from one known place of a segment to the next, and how it was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias

from geo.places import apart_km

Place: TypeAlias = tuple[float, float]
"""Longitude and latitude in degrees."""


class How(StrEnum):
    """How a leg was found."""

    network = "network"
    straight = "straight"


@dataclass(frozen=True, slots=True)
class Leg:
    """
    The way between two neighbouring places of a segment.

    Attributes
    ----------
    places
        Vertices in longitude and latitude (degrees), from one place to the next.
    how
        Over a network, or straight because it has no way there.
    network_km
        What the network counts for the way, in kilometres; the straight distance for a straight leg.
    """

    places: tuple[Place, ...]
    how: How
    network_km: float


Ways: TypeAlias = Callable[[Sequence[Place]], list[Leg]]
"""Finds the legs from each place to the next."""


def straight(start: Place, finish: Place) -> Leg:
    """
    Make the leg that is the shortest path.

    Parameters
    ----------
    start, finish
        Longitude and latitude in degrees.

    Returns
    -------
    leg
        Two vertices.
    """
    return Leg((start, finish), How.straight, apart_km(start, finish))


def straight_ways(places: Sequence[Place]) -> list[Leg]:
    """
    Go straight from each place to the next.

    Parameters
    ----------
    places
        At least two places in order.

    Returns
    -------
    legs
        One fewer than places.

    Examples
    --------
    >>> len(straight_ways([(0, 0), (1, 0), (2, 0)]))
    2
    """
    return [straight(start, finish) for start, finish in pairwise(places)]

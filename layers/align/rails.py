"""Ways over the rail network of OpenStreetMap, as the package scgraph_data carries it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
import shapely

from geo.errors import MissingPackageError
from geo.places import apart_km
from layers.align.legs import How, Leg, Place, straight

SNAP_KM = 2.0
"""How far a station may lie from the track that is taken for its own."""

CHOICES = 4
"""How many tracks near a station are tried: the nearest is often a siding."""

JOINT_KM = 2.0
"""How wide a gap at a dead end is bridged: the network was cut into tiles, and some edges lost their ends."""

JOINT_COST = 4.0
"""A gap is bridged only where the way round is longer than this many times the gap."""

DETOUR, SPARE_KM = 1.6, 2.0
"""A way is believed up to this many times the straight distance, and so many kilometres more."""

OFF = -1
"""Edge of a place that has no track near."""

MARGIN_DEG = 0.6
"""How far beyond its places a way may swing."""


@dataclass(frozen=True, slots=True)
class RailNetwork:
    """
    Tracks as straight edges between junctions.

    Attributes
    ----------
    places
        Junctions, longitude and latitude in degrees, shape (n, 2).
    ends
        For each edge its two junctions, shape (m, 2).
    track_km
        For each edge the length of its track in kilometres; at least that of the straight edge.
    """

    places: npt.NDArray[np.float64]
    ends: npt.NDArray[np.intp]
    track_km: npt.NDArray[np.float64]

    def ways(self, places: Sequence[Place]) -> list[Leg]:
        """
        Find the way through places in order.

        Parameters
        ----------
        places
            Stations, junctions and border points, longitude and latitude in degrees.

        Returns
        -------
        legs
            One fewer than places: over the network, or straight where it has no believable way.

        Notes
        -----
        Each place may be on any of the `CHOICES` nearest tracks within `SNAP_KM`; of all
        combinations the shortest is taken (Viterbi's method, as in map matching after Newson and
        Krumm 2009), so that a siding beside the station does not lead astray.
        """
        return _Region(self, places).legs()

    def within(self, places: Sequence[Place]) -> npt.NDArray[np.intp]:
        """
        Find the edges near some places.

        Parameters
        ----------
        places
            Longitude and latitude in degrees.

        Returns
        -------
        edges
            Numbers of the edges that have an end in the places' box, widened by `MARGIN_DEG`.
        """
        box = np.asarray(places)
        low, high = box.min(axis=0) - MARGIN_DEG, box.max(axis=0) + MARGIN_DEG
        inside = ((self.places >= low) & (self.places <= high)).all(axis=1)
        return np.flatnonzero(inside[self.ends].any(axis=1))


@cache
def world() -> RailNetwork:
    """
    Read the network from its package.

    Returns
    -------
    network
        The railways of the world before February 2024, where OpenStreetMap had them.

    Raises
    ------
    MissingPackageError
        If scgraph_data is not installed.
    """
    try:
        from scgraph_data.world_railways import (  # noqa: PLC0415 - 300 MB that only maintainers have
            world_railways_geograph,
        )
    except ImportError as error:
        message = (
            'scgraph_data, which carries the rail network, is not installed: pip install "corridors[align]"'
        )
        raise MissingPackageError(message) from error
    edges = [
        (start, finish, km)
        for start, near in enumerate(world_railways_geograph.graph)
        for finish, km in near.items()
        if start < finish
    ]
    table = np.array(edges, dtype=float)
    places = np.array(world_railways_geograph.nodes, dtype=float)[:, ::-1]
    return RailNetwork(places, table[:, :2].astype(np.intp), table[:, 2])


@dataclass(frozen=True, slots=True)
class _Foot:
    """A place on a track: where, how far from the station, on which edge and how far along it."""

    place: Place
    off_km: float
    edge: int
    along: float


class _Region:
    """The part of a network around some places, with the places put onto its tracks."""

    def __init__(self, network: RailNetwork, places: Sequence[Place]) -> None:
        self.places = [(float(lon), float(lat)) for lon, lat in places]
        edges = network.within(self.places)
        self.ends, self.track_km = network.ends[edges], network.track_km[edges]
        self.corners = network.places[self.ends]
        self.tree = shapely.STRtree(shapely.linestrings(self.corners))
        self.graph: nx.Graph[Any] = nx.Graph()
        for (start, finish), (first, last), km in zip(
            self.ends.tolist(), self.corners.tolist(), self.track_km.tolist(), strict=True
        ):
            self.graph.add_node(start, place=tuple(first))
            self.graph.add_node(finish, place=tuple(last))
            self.graph.add_edge(start, finish, km=km)
        self.choices = [list(self._feet(place, SNAP_KM))[:CHOICES] for place in self.places]
        joints = list(self._joints())
        self._split([*(foot for feet in self.choices for foot in feet), *(foot for _, foot in joints)])
        for end, foot in joints:
            self.graph.add_edge(end, foot, km=JOINT_COST * foot.off_km)

    def legs(self) -> list[Leg]:
        feet = self._best_feet()
        return [self._leg(*pair) for pair in pairwise(feet)]

    def _feet(self, place: Place, reach_km: float) -> Iterator[_Foot]:
        """Nearest point of each track in reach, the nearest track first."""
        near = self.tree.query(shapely.Point(place), predicate="dwithin", distance=reach_km / 111 * 2)
        scale = np.array([np.cos(np.radians(place[1])), 1.0])
        feet = []
        for edge in near.tolist():
            start, finish = self.corners[edge]
            way = (finish - start) * scale
            along = float(np.clip(((np.array(place) - start) * scale) @ way / max(way @ way, 1e-18), 0, 1))
            lon, lat = (start + along * (finish - start)).tolist()
            feet.append(_Foot((lon, lat), apart_km(place, (lon, lat)), edge, along))
        yield from sorted(
            (foot for foot in feet if foot.off_km <= reach_km), key=lambda foot: (foot.off_km, foot.edge)
        )

    def _joints(self) -> Iterator[tuple[int, _Foot]]:
        """Dead ends, each with the nearest track that is not its own."""
        for end in [node for node, degree in self.graph.degree() if degree == 1]:
            others = (
                foot
                for foot in self._feet(self.graph.nodes[end]["place"], JOINT_KM)
                if end not in self.ends[foot.edge]
            )
            if (foot := next(others, None)) is not None:
                yield end, foot

    def _split(self, feet: Sequence[_Foot]) -> None:
        """Put feet into the graph, each between its neighbours on its edge."""
        on_edge: dict[int, list[_Foot]] = defaultdict(list)
        for foot in feet:
            on_edge[foot.edge].append(foot)
        for edge, its in on_edge.items():
            start, finish = self.ends[edge].tolist()
            chain = [(start, 0.0), *((foot, foot.along) for foot in sorted(its, key=_along)), (finish, 1.0)]
            for (before, low), (after, high) in pairwise(chain):
                if before != after:
                    self.graph.add_edge(before, after, km=(high - low) * float(self.track_km[edge]))
        for foot in feet:
            self.graph.nodes[foot]["place"] = foot.place

    def _best_feet(self) -> list[_Foot]:
        """Choose for each place the track that makes the whole way shortest."""
        layers = [
            feet or [_Foot(place, 0.0, OFF, 0.0)]
            for feet, place in zip(self.choices, self.places, strict=True)
        ]
        costs = [{foot: foot.off_km for foot in layers[0]}]
        before: list[dict[_Foot, _Foot]] = []
        for earlier, later in pairwise(layers):
            so_far = {
                (start, finish): costs[-1][start] + km
                for start in earlier
                for finish, km in self._reach_km(start, later).items()
            }
            came = {
                finish: min(earlier, key=lambda start: (so_far[start, finish], start.edge))
                for finish in later
            }
            costs.append({finish: so_far[start, finish] + finish.off_km for finish, start in came.items()})
            before.append(came)
        chosen = [min(layers[-1], key=lambda foot: (costs[-1][foot], foot.edge))]
        for came in reversed(before):
            chosen.append(came[chosen[-1]])
        return chosen[::-1]

    def _reach_km(self, start: _Foot, later: Sequence[_Foot]) -> dict[_Foot, float]:
        """Kilometres from one track to each of the next place's; no way counts as the longest believed."""
        limits = {finish: _believed_km(start, finish) for finish in later}
        found: dict[Any, float] = {}
        if start.edge != OFF:
            found = nx.single_source_dijkstra_path_length(
                self.graph, start, cutoff=max(limits.values()), weight="km"
            )
        return {finish: min(found.get(finish, limit), limit) for finish, limit in limits.items()}

    def _leg(self, start: _Foot, finish: _Foot) -> Leg:
        if OFF in (start.edge, finish.edge):
            return straight(start.place, finish.place)
        try:
            track_km, path = nx.single_source_dijkstra(
                self.graph, start, finish, cutoff=_believed_km(start, finish), weight="km"
            )
        except nx.NetworkXNoPath:
            return straight(start.place, finish.place)
        places = tuple(place for place, _ in groupby(self.graph.nodes[node]["place"] for node in path))
        return Leg(places, How.network, float(track_km))


def _along(foot: _Foot) -> float:
    return foot.along


def _believed_km(start: _Foot, finish: _Foot) -> float:
    return DETOUR * apart_km(start.place, finish.place) + SPARE_KM

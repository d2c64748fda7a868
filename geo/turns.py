"""What may follow what on a route, and at what cost: the graph in which routes are shortest paths."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import networkx as nx

from geo.modes import WORLDS
from geo.times import Times

BEGIN, END = "begin", "end"
"""Vertices of the graph of turns before the first segment and after the last."""


@dataclass(frozen=True, slots=True)
class Arc:
    """
    A segment in one direction.

    Attributes
    ----------
    segment
        Its identifier.
    start, end
        Nodes, in the direction of travel.
    mode, country
        As in the segment; `country` is empty at sea.
    km, hours
        Length and running time; hours are missing where no speed is known.
    """

    segment: str
    start: str
    end: str
    mode: str
    country: str
    km: float
    hours: float


Vertex = str | tuple[int, Arc]
"""`BEGIN`, `END`, or a segment in one direction after some stops on the way have been visited."""

Way = list[tuple[tuple[str, ...], Arc | None]]
"""A route: the nodes before each segment, and the segment; at the end the nodes after the last, and none."""


@dataclass(frozen=True, slots=True)
class Wait:
    """
    Hours between two segments, and what for.

    Attributes
    ----------
    hours
        The sum; missing where it is not known.
    why
        `border KZ–CN`, `change of gauge GE–TR`, `rail to ferry`; joined with `; `.
    """

    hours: float
    why: str


@dataclass(frozen=True)
class Turns:
    """
    All segments of a network in both directions, and the links between places near one another.

    Attributes
    ----------
    arcs
        By the node where they start.
    links
        For each node the nodes linked to it, with kilometres.
    times
        Hours; none if only lengths are asked for.
    waits
        What has been worked out already.
    """

    arcs: Mapping[str, Sequence[Arc]]
    links: Mapping[str, Mapping[str, float]]
    times: Times | None
    waits: dict[tuple[str, ...], Wait] = field(default_factory=dict)

    def wait(self, before: Arc, after: Arc) -> Wait:
        """
        Tell how long it takes from one segment onto the next.

        Parameters
        ----------
        before, after
            Two segments of one world, one after the other.

        Returns
        -------
        wait
            The same in both directions of travel.
        """
        linked = "linked" if before.end != after.start else ""
        key = (before.mode, before.country, after.mode, after.country, linked)
        if key not in self.waits:
            self.waits[key] = self._wait(before, after, linked=bool(linked))
        return self.waits[key]

    def _wait(self, before: Arc, after: Arc, *, linked: bool) -> Wait:
        if self.times is None or WORLDS[before.mode] != "transport":
            return Wait(math.nan, "")
        modes, countries = {before.mode, after.mode}, {before.country, after.country} - {""}
        parts: list[tuple[float, str]] = []
        if len(modes) == 2 or linked:
            hours = self.times.transfer(modes, countries=countries)
            parts.append((hours, f"{before.mode} to {after.mode}"))
        if len(countries) == 2:
            sides = f"{before.country}–{after.country}"
            border = max(self.times.border(mode, between=countries) for mode in modes)
            gauge = max(self.times.gauge_change(mode, between=countries) for mode in modes)
            parts += [(border, f"border {sides}"), (gauge, f"change of gauge {sides}")]
        told = [(hours, why) for hours, why in parts if hours != 0]
        return Wait(sum(hours for hours, _ in told), "; ".join(why for _, why in told))


def turns(network: nx.MultiGraph, times: Times | None) -> Turns:
    """
    Take the segments and links out of a network.

    Parameters
    ----------
    network
        As from `geo.network.graph`.
    times
        Hours; none if only lengths are asked for.

    Returns
    -------
    turns
        Segments in both directions, and links.
    """
    arcs: dict[str, list[Arc]] = defaultdict(list)
    links: dict[str, dict[str, float]] = defaultdict(dict)
    for one, other, key, edge in network.edges(keys=True, data=True):
        for start, end in ((one, other), (other, one)):
            if edge["kind"] == "link":
                links[start][end] = edge["km"]
            else:
                arc = Arc(key, start, end, edge["mode"], edge["country"], edge["km"], edge["hours"])
                arcs[start].append(arc)
    return Turns(arcs, links, times)


def turn_graph(turns: Turns, stops: Sequence[str], *, by: str) -> nx.DiGraph:
    """
    Make the graph whose shortest path from `BEGIN` to `END` is the best route through all stops.

    Parameters
    ----------
    turns
        Segments and links.
    stops
        Nodes to be visited in this order, two or more.
    by
        `km` or `hours`.

    Returns
    -------
    turn_graph
        Vertices are `(stage, arc)`: a segment in one direction, after `stage` stops on the way have been
        visited. Edges have `weight`, what the second segment costs and getting onto it, and `places`, the
        nodes from the end of the first to the start of the second.

    Notes
    -----
    A turn costs what changing mode or crossing a border costs, so the vertices are segments and not nodes.
    """
    graph = nx.DiGraph()
    graph.add_nodes_from((BEGIN, END))
    arcs = [arc for own in turns.arcs.values() for arc in own if not math.isnan(getattr(arc, by))]
    for place, km in _around(turns, stops[0]):
        for arc in turns.arcs.get(place, ()):
            if not math.isnan(cost := getattr(arc, by) + (km if by == "km" else 0)):
                graph.add_edge(BEGIN, (0, arc), weight=cost, places=tuple(dict.fromkeys((stops[0], place))))
    last = len(stops) - 2
    for arc in arcs:
        for stage in range(last + 1):
            for onward, places, cost in _onward(turns, arc, stops[stage + 1] if stage < last else "", by):
                visited = stage < last and stops[stage + 1] in places
                graph.add_edge((stage, arc), (stage + visited, onward), weight=cost, places=places)
        for place, km in _around(turns, stops[-1]):
            if place == arc.end:
                cost = km if by == "km" else 0.0
                graph.add_edge((last, arc), END, weight=cost, places=tuple(dict.fromkeys((place, stops[-1]))))
    return graph


def _around(turns: Turns, place: str) -> list[tuple[str, float]]:
    return [(place, 0.0), *turns.links.get(place, {}).items()]


def _onward(turns: Turns, arc: Arc, stop: str, by: str) -> Iterator[tuple[Arc, tuple[str, ...], float]]:
    """Every segment that may follow, the places in between, the cost; `stop` may be visited in passing."""
    ways: list[tuple[tuple[str, ...], float]] = [((arc.end,), 0.0)]
    for place, km in turns.links.get(arc.end, {}).items():
        ways.append(((arc.end, place), km))
        if place == stop:
            ways.append(((arc.end, place, arc.end), 2 * km))
    for places, km in ways:
        for onward in turns.arcs.get(places[-1], ()):
            if WORLDS[onward.mode] == WORLDS[arc.mode]:
                between = km if by == "km" else turns.wait(arc, onward).hours
                if not math.isnan(cost := getattr(onward, by) + between):
                    yield onward, places, cost


def shortest(graph: nx.DiGraph) -> Way | None:
    """
    Find the shortest path.

    Parameters
    ----------
    graph
        A graph of turns.

    Returns
    -------
    way
        The route; none if there is none.
    """
    try:
        return _way(graph, nx.dijkstra_path(graph, BEGIN, END))
    except nx.NetworkXNoPath:
        return None


def through_each(graph: nx.DiGraph, *, stretch: float) -> Iterator[Way]:
    """
    Find, for every segment, the shortest path that uses it.

    Parameters
    ----------
    graph
        A graph of turns.
    stretch
        Paths longer than the shortest by more than this factor are left out.

    Yields
    ------
    way
        Different routes that visit no node twice between two stops, the shortest first.

    References
    ----------
    I. Abraham, D. Delling, A. Goldberg, R. Werneck, Alternative routes in road networks, ACM J. Exp.
    Algorithmics 18 (2013): paths through one vertex, from two trees of shortest paths.
    """
    before, reached = nx.dijkstra_predecessor_and_distance(graph, BEGIN)
    after, left = nx.dijkstra_predecessor_and_distance(graph.reverse(copy=False), END)
    if END not in reached:
        return
    most = stretch * reached[END]
    costs = {vertex: reached[vertex] + left[vertex] for vertex in reached if vertex in left}
    seen: set[tuple[str, ...]] = set()
    for vertex in sorted((each for each in costs if costs[each] <= most), key=costs.__getitem__):
        path = [*_chain(before, vertex)[::-1], *_chain(after, vertex)[1:]]
        segments = tuple(each[1].segment for each in path if isinstance(each, tuple))
        if segments and segments not in seen and _simple(graph, path):
            seen.add(segments)
            yield _way(graph, path)


def _chain(links: Mapping[Vertex, list[Vertex]], vertex: Vertex) -> list[Vertex]:
    chain = [vertex]
    while links[chain[-1]]:
        chain.append(links[chain[-1]][0])
    return chain


def _way(graph: nx.DiGraph, path: Sequence[Any]) -> Way:
    return [
        (graph.edges[one, other]["places"], None if other == END else other[1])
        for one, other in pairwise(path)
    ]


def _simple(graph: nx.DiGraph, path: Sequence[Any]) -> bool:
    visited: set[tuple[int, str]] = set()
    for one, other in pairwise(path):
        stage = other[0] if other != END else one[0]
        places = {(stage, place) for place in graph.edges[one, other]["places"]}
        if places & visited:
            return False
        visited |= places
    return True

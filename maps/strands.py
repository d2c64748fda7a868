"""Which lines run together, and on which side each of them is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise

import geopandas as gpd
import networkx as nx
import numpy as np
import shapely

BESIDE_DEG = 0.03
"""Lines nearer than this (3 km) cannot be told apart on an overview: they are in one trench."""

BESIDE_SHARE = 0.5
"""Two segments run together when this share of the shorter one lies beside the other."""

SHORTEST_DEG = 0.12
"""Shorter segments (12 km) are stubs: they touch others, but do not run with them."""

Slots = dict[str, dict[str, float]]
"""Segment to corridor to its place across the bundle, in widths of a line; positive is to the right."""

Track = tuple[int, int]
"""Rank of a corridor, and of a line among lines of the same corridor in one trench."""


def slots(segments: gpd.GeoDataFrame, corridors: Sequence[str]) -> Slots:
    """
    Find a place for each corridor on each segment, so that nothing is drawn over anything else.

    Parameters
    ----------
    segments
        On the index `id`, with `corridors`, `line`, `from_node`, `to_node` and lines.
    corridors
        Identifiers in the order in which they lie beside one another.

    Returns
    -------
    slots
        For every segment and each corridor it serves, how far aside the line is drawn. Where segments
        follow one another in a bundle, the order is the same all along: it is counted from left to right as
        seen by one who travels north-west, whichever way a line was digitised.

    Examples
    --------
    >>> lines = [shapely.LineString([(20, 44), (19, 45)]), shapely.LineString([(19, 45), (18, 46)])]
    >>> table = gpd.GeoDataFrame(
    ...     {"corridors": ["a;b", "a"], "line": "l", "from_node": ["p", "q"], "to_node": ["q", "r"]},
    ...     geometry=lines, index=["one", "two"], crs="OGC:CRS84")
    >>> slots(table, ["a", "b"])
    {'one': {'a': -0.5, 'b': 0.5}, 'two': {'a': 0.0}}
    """
    serves = {str(name): str(joined).split(";") for name, joined in segments["corridors"].items()}
    pairs = running_together(segments)
    shown = {name: [c for c in corridors if c in own] for name, own in serves.items()}
    places: Slots = {name: dict.fromkeys(own, 0.0) for name, own in shown.items()}
    for bundle in _bundles(segments, shown, pairs):
        tracks = _tracks(segments, shown, bundle, corridors)
        inside = [(one, other) for one, other in pairs if one in bundle and other in bundle]
        side = _layers(tracks, inside)
        middle = _middle(segments, tracks, side)
        for name in bundle:
            facing = _facing(segments.geometry[name])
            for corridor, track in tracks[name].items():
                places[name][corridor] = facing * (side[track] - middle) + 0.0
    return places


def running_together(segments: gpd.GeoDataFrame) -> list[tuple[str, str]]:
    """
    Find pairs of segments that lie in one trench.

    Parameters
    ----------
    segments
        On the index `id`, with lines in degrees.

    Returns
    -------
    pairs
        Identifiers, sorted; a pair stands once.

    Examples
    --------
    >>> lines = [shapely.LineString([(20, 44), (21, 44)]), shapely.LineString([(20, 44.01), (21, 44.01)])]
    >>> running_together(gpd.GeoDataFrame(geometry=lines, index=["a", "b"], crs="OGC:CRS84"))
    [('a', 'b')]
    """
    length = shapely.length(segments.geometry.to_numpy())
    names = segments.index[length >= SHORTEST_DEG].astype(str)
    long = shapely.simplify(segments.geometry.to_numpy()[length >= SHORTEST_DEG], BESIDE_DEG / 10)
    around = shapely.buffer(long, BESIDE_DEG)
    one, other = shapely.STRtree(around).query(long, predicate="intersects")
    one, other = one[one != other], other[one != other]
    beside = shapely.length(shapely.intersection(long[one], around[other]))
    together = beside >= BESIDE_SHARE * np.minimum(shapely.length(long[one]), shapely.length(long[other]))
    pairs = zip(names[one[together]], names[other[together]], strict=True)
    return sorted({(min(pair), max(pair)) for pair in pairs})


def travelled(segments: gpd.GeoDataFrame, main: Iterable[Sequence[str]]) -> dict[str, int]:
    """
    Find which way main routes run through their segments.

    Parameters
    ----------
    segments
        On the index `id`, with `from_node` and `to_node`.
    main
        Main routes: identifiers in the order of travel.

    Returns
    -------
    travelled
        1 for a segment that is travelled as it is drawn, -1 for one that is travelled against that.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"from_node": ["p", "r"], "to_node": ["q", "q"]}, index=["one", "two"])
    >>> travelled(table, [["one", "two"]])
    {'one': 1, 'two': -1}
    """
    ways: dict[str, int] = {}
    for route in main:
        ends = {name: (segments.at[name, "from_node"], segments.at[name, "to_node"]) for name in route}
        follow = dict(pairwise(route))
        for number, name in enumerate(route):
            if name in follow:
                forth = ends[name][1] in ends[follow[name]]
            else:
                forth = number == 0 or ends[name][0] in ends[route[number - 1]]
            ways.setdefault(name, 1 if forth else -1)
    return ways


def _bundles(
    segments: gpd.GeoDataFrame, shown: Mapping[str, list[str]], pairs: list[tuple[str, str]]
) -> list[list[str]]:
    """Segments that run together, with those that continue them."""
    graph = nx.Graph(pairs)
    graph.add_nodes_from(name for name, own in shown.items() if len(own) > 1)
    ends: dict[str, list[str]] = {}
    for name in sorted(graph):
        for end in ("from_node", "to_node"):
            ends.setdefault(str(segments.at[name, end]), []).append(name)
    for meeting in ends.values():
        graph.add_edges_from(
            (one, other) for one, other in combinations(meeting, 2) if set(shown[one]) & set(shown[other])
        )
    return sorted(sorted(bundle) for bundle in nx.connected_components(graph))


def _tracks(
    segments: gpd.GeoDataFrame, shown: Mapping[str, list[str]], bundle: list[str], corridors: Sequence[str]
) -> dict[str, dict[str, Track]]:
    """Give each corridor one track, and several where its lines lie in one trench."""
    order = {name: number for number, name in enumerate(corridors)}
    lines = sorted(set(segments.loc[bundle, "line"]))
    pairs = running_together(segments.loc[bundle])
    doubled = {
        (corridor, segments.at[name, "line"])
        for one, other in pairs
        for corridor in set(shown[one]) & set(shown[other])
        for name in (one, other)
        if segments.at[one, "line"] != segments.at[other, "line"]
    }
    return {
        name: {
            c: (order[c], lines.index(line) + 1 if (c, line) in doubled else 0)
            for line in [segments.at[name, "line"]]
            for c in shown[name]
        }
        for name in bundle
    }


def _layers(tracks: Mapping[str, Mapping[str, Track]], pairs: list[tuple[str, str]]) -> dict[Track, int]:
    """Give each track the first place beyond all earlier tracks that it runs with."""
    conflicts = nx.Graph()
    for own in tracks.values():
        conflicts.add_nodes_from(own.values())
        conflicts.add_edges_from(combinations(own.values(), 2))
    for one, other in pairs:
        both = {*tracks[one].values(), *tracks[other].values()}
        conflicts.add_edges_from(combinations(sorted(both), 2))
    side: dict[Track, int] = {}
    for track in sorted(conflicts):
        before = [side[other] for other in conflicts[track] if other in side]
        side[track] = max(before) + 1 if before else 0
    return side


def _middle(
    segments: gpd.GeoDataFrame, tracks: Mapping[str, Mapping[str, Track]], side: Mapping[Track, int]
) -> float:
    """Find the place that is the middle along most of a bundle, to half a line."""
    weighed = [
        (side[track], segments.geometry[name].length)
        for name, own in tracks.items()
        for track in own.values()
    ]
    if not weighed:  # a bundle of context only
        return 0.0
    places, lengths = zip(*weighed, strict=True)
    return round(2 * float(np.average(places, weights=lengths))) / 2


def _facing(line: shapely.LineString) -> int:
    """1 for a line drawn towards the north-west, where these corridors lead; -1 for the other way."""
    east, north = np.subtract(line.coords[-1][:2], line.coords[0][:2])
    return 1 if north - east >= 0 else -1

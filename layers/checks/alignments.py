"""Rules of lines: each segment has one, it begins and ends at its nodes, and passes its way points."""

from __future__ import annotations

from collections.abc import Iterator

import geopandas as gpd
import numpy as np
import shapely
from shapely import LineString, Point

from geo.errors import Problem, nearest
from geo.lines import MOST_KM_PER_DEG, densify, distance_km, length_km
from geo.places import apart_km
from geo.reference import WGS84
from layers.model import Definition, Node

END_TOLERANCE_KM = 1.0
"""How far an alignment's end may lie from its node."""


def alignment_files(definition: Definition) -> Iterator[Problem]:
    """
    Find segments without a line, lines without a segment, and files under a wrong name.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a missing, orphaned or misnamed file.
    """
    drawn = {line.segment for line in definition.drawn}
    segments = {located.record.id for located in definition.segments}
    for located in definition.segments:
        if located.record.id not in drawn:
            rule = f"has no line; draw alignments/{located.record.id}.geojson"
            yield located.problem("id", f'"{located.record.id}"', rule)
    for line in definition.drawn:
        if line.segment not in segments:
            rule = f"no such segment{nearest(line.segment, segments)}"
            yield Problem(line.file, "properties.segment", f'"{line.segment}"', rule)
        if not line.file.endswith(f"/{line.segment}.geojson"):
            rule = f"the file is to be called {line.segment}.geojson"
            yield Problem(line.file, "properties.segment", f'"{line.segment}"', rule)


def loose_ends(definition: Definition) -> Iterator[Problem]:
    """
    Find alignments whose ends are not their nodes.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One an end more than `END_TOLERANCE_KM` from its node; a line drawn backwards says so.
    """
    nodes = {located.record.id: located.record for located in definition.nodes}
    segments = {located.record.id: located.record for located in definition.segments}
    for line in definition.drawn:
        segment = segments.get(line.segment)
        if segment is None or not {segment.from_node, segment.to_node} <= nodes.keys():
            continue
        vertices = list(line.line.coords)
        ends = (nodes[segment.from_node], nodes[segment.to_node])
        gaps = [
            _apart_km(node, vertex) for node, vertex in zip(ends, vertices[:: len(vertices) - 1], strict=True)
        ]
        backwards = max(_apart_km(ends[0], vertices[-1]), _apart_km(ends[1], vertices[0])) <= END_TOLERANCE_KM
        if max(gaps) > END_TOLERANCE_KM and backwards:
            rule = f"drawn from {segment.to_node} to {segment.from_node}; turn the line round"
            yield Problem(line.file, "coordinates", "", rule)
            continue
        for place, node, gap in zip(("first", "last"), ends, gaps, strict=True):
            if gap > END_TOLERANCE_KM:
                rule = f"{gap:.1f} km from node {node.id}; at most {END_TOLERANCE_KM:g} km"
                yield Problem(line.file, f"{place} vertex", "", rule)


def doubled_way_points(definition: Definition) -> Iterator[Problem]:
    """
    Find way points of one segment that stand at the same place in its order.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a repetition.
    """
    seen: set[tuple[str, int]] = set()
    for located in definition.way_points:
        key = (located.record.segment, located.record.order)
        if key in seen:
            yield located.problem("order", str(key[1]), f"stands twice in {key[0]}; count on")
        seen.add(key)


def missed_way_points(definition: Definition) -> Iterator[Problem]:
    """
    Find way points that the line does not pass.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a way point farther from its segment's line than it allows, or of no segment.
    """
    drawn = gpd.GeoSeries({line.segment: line.line for line in definition.drawn}, crs=WGS84)
    segments = {located.record.id for located in definition.segments}
    points = [located.record for located in definition.way_points]
    lines = densify(drawn).reindex([point.segment for point in points])
    near_deg = shapely.distance(
        lines, shapely.points(np.reshape([(point.lon, point.lat) for point in points], (-1, 2)))
    )
    for located, deg in zip(definition.way_points, near_deg, strict=True):
        point = located.record
        if point.segment not in segments:
            rule = f"no such segment{nearest(point.segment, segments)}"
            yield located.problem("segment", f'"{point.segment}"', rule)
        elif deg * MOST_KM_PER_DEG > point.within_km:  # a bound, taken too large on purpose; now exactly
            off = distance_km(drawn[point.segment], Point(point.lon, point.lat))
            if off > point.within_km:
                rule = f"{off:.1f} km from the line of {point.segment}; at most {point.within_km:g} km"
                yield located.problem("within_km", f'"{point.name}"', rule)


def incredible_lengths(definition: Definition) -> Iterator[Problem]:
    """
    Find lines that are far shorter or longer than published.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a segment that deviates by more than 25 % without a note that says why.
    """
    drawn = {line.segment: line.line for line in definition.drawn}
    for located in definition.segments:
        segment = located.record
        if segment.length is None or segment.id not in drawn or segment.note:
            continue
        measured = _line_km(drawn[segment.id])
        if abs(measured / segment.length.km - 1) > 0.25:
            rule = f"the line measures {measured:.0f} km; correct one of them, or say why in `note`"
            yield located.problem("length.km", f"{segment.length.km:g}", rule)


def _apart_km(node: Node, vertex: tuple[float, ...]) -> float:
    return apart_km((node.lon, node.lat), (vertex[0], vertex[1]))


def _line_km(line: LineString) -> float:
    return float(length_km(gpd.GeoSeries([line], crs=WGS84)).iloc[0])

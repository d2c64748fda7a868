"""Draws the lines of segments as their definition says, and writes them as alignments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely
from shapely import LineString

from geo.errors import DefinitionError, Problem, UnknownNameError
from geo.lines import length_km, thin
from geo.places import apart_km
from geo.reference import WGS84
from layers.align import rails, seas
from layers.align.legs import How, Leg, Place, Ways, straight_ways
from layers.model import AlignmentMethod, Definition, Mode, Segment, WayPoint
from layers.write import swap

THIN_KM = 0.025
"""Vertices that move the line less than this are left out."""

FILE = """{{
  "type": "FeatureCollection",
  "features": [{{
    "type": "Feature",
    "properties": {{{properties}}},
    "geometry": {{
      "type": "LineString",
      "coordinates": [
{coordinates}
      ]
    }}
  }}]
}}
"""
"""An alignment, one vertex a line, so that a moved vertex is one line of difference."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """
    The line of one segment, and how it was found.

    Attributes
    ----------
    segment
        Its identifier.
    line
        From its first node to its last, five decimals.
    network_km
        What the network counts for the way; straight distances where it has none. Lines drawn by
        junctions are shorter than the track between them.
    straight_legs
        How many legs have no way over the network.
    longest_straight_km
        The longest piece without a vertex.
    counts_track
        Whether `network_km` tells of a railway's track, and stands in the file.
    """

    segment: str
    line: LineString
    network_km: float
    straight_legs: int
    longest_straight_km: float
    counts_track: bool

    @property
    def length_km(self) -> float:
        """Length of the drawn line in kilometres."""
        return float(length_km(gpd.GeoSeries([self.line], crs=WGS84)).iloc[0])

    @property
    def text(self) -> str:
        """The alignment as it stands in its file."""
        rows = (f"        [{lon:.5f}, {lat:.5f}]" for lon, lat in self.line.coords)
        counted = f', "network_km": {self.network_km:.1f}' if self.counts_track else ""
        properties = f'"segment": "{self.segment}"{counted}'
        return FILE.format(properties=properties, coordinates=",\n".join(rows))


def require_readable(problems: Sequence[Problem]) -> None:
    """
    Stop where a definition could not be read, except for lines that are yet to be drawn.

    Parameters
    ----------
    problems
        What the reader found.

    Raises
    ------
    DefinitionError
        If any of them is not about an alignment.
    """
    serious = [problem for problem in problems if "/alignments/" not in problem.file]
    if serious:
        raise DefinitionError(serious)


def defined_by(definition: Definition, corridors: Iterable[str]) -> list[str]:
    """
    Name the segments that some corridors define.

    Parameters
    ----------
    definition
        What the catalogue's text files say.
    corridors
        Identifiers.

    Returns
    -------
    segments
        Identifiers in the order of the corridors' files.

    Raises
    ------
    UnknownNameError
        If there is no such corridor.
    """
    known = {located.record.id: located.record for located in definition.corridors}
    for name in corridors:
        if name not in known:
            raise UnknownNameError("corridor", name, known)
    return [segment for name in corridors for segment in known[name].own]


def drawings(definition: Definition, segments: Iterable[str]) -> list[Drawing]:
    """
    Draw segments.

    Parameters
    ----------
    definition
        What the catalogue's text files say; alignments are not looked at.
    segments
        Identifiers.

    Returns
    -------
    drawings
        In the order asked for.

    Raises
    ------
    UnknownNameError
        If there is no such segment.
    DefinitionError
        If a segment names a node that does not exist.
    MissingPackageError
        If a network's package is not installed.
    """
    known = {located.record.id: located for located in definition.segments}
    nodes = {node.record.id: (node.record.lon, node.record.lat) for node in definition.nodes}
    drawn, problems = [], list[Problem]()
    for name in segments:
        if name not in known:
            raise UnknownNameError("segment", name, known)
        segment = known[name].record
        missing = [node for node in (segment.from_node, segment.to_node) if node not in nodes]
        problems += [
            known[name].problem("from_node, to_node", f'"{node}"', "no such node") for node in missing
        ]
        if not missing:
            ends = (nodes[segment.from_node], nodes[segment.to_node])
            drawn.append(_drawing(segment, ends, _way_points(definition, segment)))
    if problems:
        raise DefinitionError(problems)
    return drawn


def report(drawn: Sequence[Drawing]) -> pd.DataFrame:
    """
    Tabulate what was drawn.

    Parameters
    ----------
    drawn
        Lines.

    Returns
    -------
    report
        One row a line: `segment`, `length_km`, `network_km`, `straight_legs`, `longest_straight_km`,
        `vertices`.
    """
    rows = [
        {
            "segment": one.segment,
            "length_km": round(one.length_km, 1),
            "network_km": round(one.network_km, 1),
            "straight_legs": one.straight_legs,
            "longest_straight_km": round(one.longest_straight_km, 1),
            "vertices": len(one.line.coords),
        }
        for one in drawn
    ]
    return pd.DataFrame(rows)


def write(drawing: Drawing, catalogue: Path) -> Path:
    """
    Write an alignment into a catalogue.

    Parameters
    ----------
    drawing
        The line.
    catalogue
        The folder that holds `alignments/`.

    Returns
    -------
    file
        What was written.
    """
    file = catalogue / "alignments" / f"{drawing.segment}.geojson"
    swap.write_text(file, drawing.text)
    return file


def _way_points(definition: Definition, segment: Segment) -> list[WayPoint]:
    points = (point.record for point in definition.way_points if point.record.segment == segment.id)
    return sorted(points, key=lambda point: point.order)


def _drawing(segment: Segment, ends: tuple[Place, Place], points: Sequence[WayPoint]) -> Drawing:
    places = [ends[0], *((point.lon, point.lat) for point in points), ends[1]]
    legs = _ways(segment)(places)
    turns = [_turn(leg, point) for leg, point in zip(legs[:-1], points, strict=True)]
    vertices = [places[0], legs[0].places[0]]
    for leg, turn in zip(legs, [*turns, legs[-1].places[-1]], strict=True):
        vertices += [*leg.places[1:-1], turn]
    vertices.append(places[-1])
    whole = LineString([vertex for vertex, _ in groupby(vertices)])
    thinned = thin(gpd.GeoSeries([whole], crs=WGS84), tolerance_km=THIN_KM).iloc[0]
    line = shapely.remove_repeated_points(shapely.transform(thinned, lambda part: part.round(5)))
    return Drawing(
        segment.id,
        line,
        network_km=sum(leg.network_km for leg in legs) + _joined_km(places, legs),
        straight_legs=sum(leg.how is How.straight for leg in legs),
        longest_straight_km=max(apart_km(*pair) for pair in pairwise(line.coords)),
        counts_track=segment.mode is Mode.rail and segment.alignment.method is AlignmentMethod.network,
    )


def _turn(leg: Leg, point: WayPoint) -> Place:
    """Where a leg ends: on the chord of the track, or at the way point itself if that runs by too far off."""
    foot, place = leg.places[-1], (point.lon, point.lat)
    return foot if apart_km(foot, place) <= point.within_km else place


def _ways(segment: Segment) -> Ways:
    if segment.alignment.method is not AlignmentMethod.network:
        return straight_ways
    return rails.world().ways if segment.mode is Mode.rail else seas.sea_ways


def _joined_km(places: Sequence[Place], legs: Sequence[Leg]) -> float:
    """Kilometres from the first node to its track, and from the track to the last."""
    return apart_km(places[0], legs[0].places[0]) + apart_km(legs[-1].places[-1], places[-1])

"""One alignment: the GeoJSON of a segment's line to a record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shapely import LineString

from geo.errors import Problem
from layers.files import label, read_json
from layers.model import DrawnLine

MOST_VERTICES = 100_000
"""More vertices than any line here needs: at 25 m a step, 2,500 km."""

FARTHEST_KM = 30_000.0
"""No track is longer."""

_FORM = "a FeatureCollection of one LineString with the property `segment` is expected"


def read_alignment(file: Path, problems: list[Problem], *, within: Path | None = None) -> DrawnLine | None:
    """
    Read the line of a segment.

    Parameters
    ----------
    file
        GeoJSON, as QGIS saves it.
    problems
        Gets a problem for a file that cannot be read or has another form, and one for each vertex that is no
        place.
    within
        A folder that a link may not lead out of.

    Returns
    -------
    drawn
        The line, or nothing when there is a problem.
    """
    found: list[Problem] = []
    content = read_json(file, found, within=within)
    drawn = None if found else _drawn(content, label(file), found)
    problems += found
    return None if found else drawn


def _drawn(
    content: Any,  # noqa: ANN401 - whatever JSON may hold
    name: str,
    problems: list[Problem],
) -> DrawnLine | None:
    try:
        [feature] = content["features"]
        geometry, properties = feature["geometry"], feature["properties"]
        if geometry["type"] != "LineString":
            raise ValueError(f"the geometry is a {geometry['type']}")
        coordinates, segment = list(geometry["coordinates"]), properties["segment"]
        network_km = properties.get("network_km")
    except KeyError as error:
        problems.append(Problem(name, "file", f"no {error}", _FORM))
        return None
    except (ValueError, TypeError, AttributeError) as error:
        problems.append(Problem(name, "file", str(error), _FORM))
        return None
    problems += [Problem(name, *wrong) for wrong in _wrong_line(coordinates)]
    if not problems and _is_nowhere(coordinates):
        rule = "all at one place; a line leads from one node to another"
        problems.append(Problem(name, "coordinates", f"{len(coordinates)} vertices", rule))
    if not isinstance(segment, str):
        problems.append(Problem(name, "properties.segment", str(segment), "an identifier is text"))
    if network_km is not None and not _is_between(network_km, 0, FARTHEST_KM):
        rule = f"a number of kilometres up to {FARTHEST_KM:,.0f}"
        problems.append(Problem(name, "properties.network_km", str(network_km)[:80], rule))
    if problems:
        return None
    line = LineString([(float(vertex[0]), float(vertex[1])) for vertex in coordinates])
    return DrawnLine(name, str(segment), line, None if network_km is None else float(network_km))


def _wrong_line(coordinates: list[Any]) -> Iterator[tuple[str, str, str]]:
    if len(coordinates) < 2:
        yield "coordinates", f"{len(coordinates)} vertices", "a line has two or more"
    if len(coordinates) > MOST_VERTICES:
        rule = f"at most {MOST_VERTICES:,}; thin the line, in QGIS with Simplify"
        yield "coordinates", f"{len(coordinates):,} vertices", rule
        return
    for number, vertex in enumerate(coordinates):
        rule = _wrong_vertex(vertex)
        if rule:
            shown = vertex[:2] if isinstance(vertex, list) else vertex
            yield f"coordinates[{number}]", str(shown)[:80], rule


def _is_nowhere(coordinates: list[Any]) -> bool:
    return all(vertex[:2] == coordinates[0][:2] for vertex in coordinates)


def _wrong_vertex(vertex: object) -> str:
    if not isinstance(vertex, list) or not 2 <= len(vertex) <= 4:
        return "a vertex is a longitude and a latitude"
    lon, lat = vertex[:2]
    if not _is_between(lat, -90, 90):
        return "latitude outside -90..90; are longitude and latitude swapped?"
    return "" if _is_between(lon, -180, 180) else "longitude outside -180..180"


def _is_between(number: object, least: float, most: float) -> bool:
    """Whether a value of JSON is a number within bounds; true and false are none."""
    return isinstance(number, int | float) and not isinstance(number, bool) and least <= number <= most

"""Text files to records. Every file is read to its end, and every problem is kept."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from shapely import LineString

from geo.errors import DefinitionError, Problem, nearest
from layers.evidence import Claim, Quantity, Scenario, Scenarios
from layers.model import (
    Corridor,
    Definition,
    DrawnLine,
    Line,
    Located,
    Node,
    Piece,
    Properties,
    Record,
    Segment,
    Source,
    WayPoint,
)
from layers.travel import Link, Time

CATALOGUE = Path(__file__).parent / "catalogue"
"""The catalogue that comes with the project."""

_RECORDS: tuple[type[Record], ...] = (*Record.__subclasses__(), Line, Piece)

KNOWN_KEYS = sorted({key for record in _RECORDS for key in record.model_fields})
"""Every key that some record has; a wrong key is answered with the nearest."""

R = TypeVar("R", bound=BaseModel)
Row = TypeVar("Row", bound=Record)


def read_definition(catalogue: Path) -> tuple[Definition, list[Problem]]:
    """
    Read all text files of a catalogue.

    Parameters
    ----------
    catalogue
        The folder that holds `corridors/`, `waypoints/`, `alignments/`, `nodes.csv`, `sources.csv`,
        `links.csv`, `times.csv`, `gas.csv`, `claims.csv` and `scenarios.toml`.

    Returns
    -------
    definition, problems
        What could be read, and what could not.
    """
    problems: list[Problem] = []
    corridors = [_corridor(file, problems) for file in _files(catalogue / "corridors", "*.toml", problems)]
    read = tuple(corridor for corridor in corridors if corridor is not None)
    definition = Definition(
        corridors=read,
        segments=tuple(segment for corridor in read for segment in _segments(corridor, problems)),
        nodes=tuple(_rows(catalogue / "nodes.csv", Node, problems)),
        sources=tuple(_rows(catalogue / "sources.csv", Source, problems)),
        way_points=tuple(
            row
            for file in _files(catalogue / "waypoints", "*.csv", problems)
            for row in _rows(file, WayPoint, problems)
        ),
        drawn=tuple(
            drawn
            for file in _files(catalogue / "alignments", "*.geojson", problems)
            if (drawn := _alignment(file, problems)) is not None
        ),
        links=tuple(_rows(catalogue / "links.csv", Link, problems)),
        times=tuple(_rows(catalogue / "times.csv", Time, problems)),
        quantities=tuple(_rows(catalogue / "gas.csv", Quantity, problems)),
        claims=tuple(_rows(catalogue / "claims.csv", Claim, problems)),
        scenarios=tuple(_scenarios(catalogue / "scenarios.toml", problems)),
    )
    return definition, problems


def label(file: Path) -> str:
    """
    Name a file as the user knows it.

    Parameters
    ----------
    file
        Any path.

    Returns
    -------
    label
        The path from the working directory with forward slashes; the whole path outside of it.
    """
    return (_from_here(file.parent, Path.cwd()) / file.name).as_posix()


@cache
def _from_here(folder: Path, here: Path) -> Path:
    """Name a folder from another one; asked of the disk once, since a folder holds many files."""
    whole = folder.resolve()
    return whole.relative_to(here) if whole.is_relative_to(here) else folder


def read_text(file: Path, problems: list[Problem]) -> str | None:
    """
    Read a text file as UTF-8.

    Parameters
    ----------
    file
        The file.
    problems
        Gets a problem when the file cannot be read or is not UTF-8.

    Returns
    -------
    text
        The text, or nothing when there is a problem.
    """
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"0x{error.object[error.start]:02x}"
        rule = "not UTF-8; save the file with the encoding UTF-8"
        problems.append(Problem(label(file), f"byte {error.start + 1}", found, rule))
    except OSError as error:
        problems.append(Problem(label(file), "file", "", f"cannot be read: {error.strerror}"))
    return None


def read_toml(file: Path, problems: list[Problem]) -> dict[str, Any] | None:
    """
    Read a TOML file.

    Parameters
    ----------
    file
        The file.
    problems
        Gets a problem when the file is not UTF-8 or not TOML.

    Returns
    -------
    content
        The tables of the file, or nothing when there is a problem.
    """
    text = read_text(file, problems)
    if text is None:
        return None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem(label(file), "file", "", f"not TOML: {_lower(str(error))}"))
        return None


def read_record(validate: Callable[[Any], R], file: Path) -> R:
    """
    Read a TOML file that is one record.

    Parameters
    ----------
    validate
        The record's validator.
    file
        The file.

    Returns
    -------
    record
        The record.

    Raises
    ------
    DefinitionError
        If the file has problems: all of them, in one error.
    """
    problems: list[Problem] = []
    content = read_toml(file, problems)
    located = None if content is None else validated(validate, content, label(file), "", problems)
    if located is None:
        raise DefinitionError(problems)
    return located.record


def validated(
    validate: Callable[[Any], R], content: object, name: str, place: str, problems: list[Problem]
) -> Located[R] | None:
    """
    Make a record of raw content.

    Parameters
    ----------
    validate
        The record's validator.
    content
        What the file holds.
    name
        The file as the user knows it, for the problems.
    place
        The place of the content in the file; empty for the whole file.
    problems
        Gets a problem for each value that breaks a rule.

    Returns
    -------
    located
        The record with its place, or nothing when there are problems.
    """
    try:
        return Located(name, place, validate(content))
    except ValidationError as error:
        problems += [_problem(name, place, detail) for detail in error.errors(include_url=False)]
        return None


def _files(folder: Path, pattern: str, problems: list[Problem]) -> list[Path]:
    if not folder.is_dir():
        problems.append(Problem(label(folder), "folder", "", "no such folder; is this a catalogue?"))
    return sorted(folder.glob(pattern))


def _corridor(file: Path, problems: list[Problem]) -> Located[Corridor] | None:
    content = read_toml(file, problems)
    if content is None:
        return None
    return validated(Corridor.model_validate, {"id": file.stem, **content}, label(file), "", problems)


def _scenarios(file: Path, problems: list[Problem]) -> Iterator[Located[Scenario]]:
    content = read_toml(file, problems)
    if content is None:
        return
    located = validated(Scenarios.model_validate, content, label(file), "", problems)
    for number, scenario in enumerate(located.record.scenario if located else ()):
        yield Located(label(file), f"scenario[{number}]", scenario)


def _segments(located: Located[Corridor], problems: list[Problem]) -> Iterator[Located[Segment]]:
    """Complete each segment with what its line and its corridor say for it."""
    corridor = located.record
    for number, line in enumerate(corridor.line):
        common = {key: getattr(line, key) for key in Properties.model_fields}
        for count, piece in enumerate(line.segment):
            own = {key: value for key in Piece.model_fields if (value := getattr(piece, key)) is not None}
            given = {"as_of": corridor.as_of, "note": ""}
            given |= {key: value for key, value in common.items() if value is not None}
            given |= {"corridor": corridor.id, "line": line.name, **own}
            place = f"line[{number}].segment[{count}]"
            missing = [key for key in _REQUIRED if key not in given]
            rule = "missing; this key is required here or at its line"
            problems += [Problem(located.file, f"{place}.{key}", "", rule) for key in missing]
            if not missing:
                optional = dict.fromkeys(_OPTIONAL)
                yield Located(located.file, place, Segment.model_validate({**optional, **given}))


_REQUIRED = ("role", "mode", "status", "alignment", "confidence")
_OPTIONAL = ("country", "operator", "since", "capacity", "length")


def _rows(file: Path, record: type[Row], problems: list[Problem]) -> Iterator[Located[Row]]:
    text = read_text(file, problems)
    if text is None:
        return
    name = label(file)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        if not _header_is_right(file, header, record, problems):
            return
        for cells in reader:
            place = f"line {reader.line_num}"
            if len(cells) != len(header):
                rule = f"{len(header)} cells expected; is a comma missing, or text with a comma not quoted?"
                problems.append(Problem(name, place, f"{len(cells)} cells", rule))
                continue
            content = dict(zip(header, cells, strict=True))
            row = validated(record.model_validate_strings, content, name, place, problems)
            if row is not None:
                yield row
    except csv.Error as error:
        problems.append(Problem(name, f"line {reader.line_num}", "", f"not CSV: {error}"))


def _header_is_right(file: Path, header: list[str], record: type[Record], problems: list[Problem]) -> bool:
    expected = list(record.model_fields)
    wrong = [
        Problem(label(file), "line 1", f'"{name}"', f"unknown column{nearest(name, expected)}")
        for name in header
        if name not in expected
    ]
    wrong += [
        Problem(label(file), "line 1", "", f'column "{name}" is missing')
        for name in expected
        if name not in header
    ]
    if len(set(header)) < len(header):
        wrong.append(Problem(label(file), "line 1", "", "a column stands twice"))
    problems += wrong
    return not wrong


def _alignment(file: Path, problems: list[Problem]) -> DrawnLine | None:
    text = read_text(file, problems)
    if text is None:
        return None
    try:
        content = json.loads(text, parse_constant=_no_constant)
        [feature] = content["features"]
        geometry = feature["geometry"]
        if geometry["type"] != "LineString":
            raise ValueError(f"the geometry is a {geometry['type']}")
        vertices = [(float(lon), float(lat)) for lon, lat, *_ in geometry["coordinates"]]
        segment = str(feature["properties"]["segment"])
        counted = feature["properties"].get("network_km")
        network_km = None if counted is None else float(counted)
    except (ValueError, KeyError, TypeError) as error:
        rule = "a FeatureCollection of one LineString with the property `segment` is expected"
        problems.append(Problem(label(file), "file", _reason(error), rule))
        return None
    wrong = list(_wrong_vertices(vertices))
    problems += [Problem(label(file), place, found, rule) for place, found, rule in wrong]
    return None if wrong else DrawnLine(label(file), segment, LineString(vertices), network_km)


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a coordinate")


def _wrong_vertices(vertices: list[tuple[float, float]]) -> Iterator[tuple[str, str, str]]:
    if len(vertices) < 2:
        yield "coordinates", f"{len(vertices)} vertices", "a line has two or more"
    for number, (lon, lat) in enumerate(vertices):
        if not -90 <= lat <= 90:
            rule = "latitude outside -90..90; are longitude and latitude swapped?"
            yield f"coordinates[{number}]", f"[{lon:g}, {lat:g}]", rule
        elif not -180 <= lon <= 180:
            yield f"coordinates[{number}]", f"[{lon:g}, {lat:g}]", "longitude outside -180..180"


def _reason(error: Exception) -> str:
    return f"no {error}" if isinstance(error, KeyError) else str(error)


def _problem(name: str, place: str, detail: ErrorDetails) -> Problem:
    keys = detail["loc"]
    path = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys).lstrip(".")
    joint = ", " if place else ""
    kind = detail["type"]
    found = "" if kind == "missing" else _shown(detail["input"])
    return Problem(name, f"{place}{joint}{path}", found, _rule(kind, detail))


def _rule(kind: str, detail: ErrorDetails) -> str:
    key = str(detail["loc"][-1]) if detail["loc"] else ""
    context = detail.get("ctx", {})
    if kind == "missing":
        return "missing; this key is required"
    if kind == "extra_forbidden":
        return f"unknown key{nearest(key, KNOWN_KEYS)}"
    if kind == "enum":
        allowed = [word.strip(" '") for word in context["expected"].replace(" or ", ",").split(",")]
        return f"not one of {', '.join(allowed)}{nearest(str(detail['input']), allowed)}"
    if key == "lat" and kind in {"greater_than_equal", "less_than_equal"}:
        return "outside -90..90; are longitude and latitude swapped?"
    return _lower(detail["msg"])


def _shown(value: object) -> str:
    if isinstance(value, (str, int, float, bool)):
        text = json.dumps(value, ensure_ascii=False)
        return text if len(text) <= 80 else f"{text[:77]}..."
    return "{...}" if isinstance(value, dict) else ""


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]

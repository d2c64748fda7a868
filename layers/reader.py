"""Text files to records. Every file is read to its end, and every problem is kept."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from geo.errors import DefinitionError, Problem, nearest
from layers.alignment import read_alignment
from layers.evidence import Claim, Quantity, Scenario, Scenarios
from layers.files import files_in, label, read_text, read_toml
from layers.model import (
    Corridor,
    Definition,
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
from layers.values import ASKED

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
    files = {
        name: files_in(catalogue / name, f"*{ending}", problems)
        for name, ending in (("corridors", ".toml"), ("waypoints", ".csv"), ("alignments", ".geojson"))
    }
    corridors = [_corridor(file, catalogue, problems) for file in files["corridors"]]
    read = tuple(corridor for corridor in corridors if corridor is not None)
    lines = [read_alignment(file, problems, within=catalogue) for file in files["alignments"]]

    def _table(name: str, record: type[Row]) -> tuple[Located[Row], ...]:
        return tuple(_rows(catalogue / name, record, catalogue, problems))

    definition = Definition(
        corridors=read,
        segments=tuple(segment for corridor in read for segment in _segments(corridor, problems)),
        nodes=_table("nodes.csv", Node),
        sources=_table("sources.csv", Source),
        way_points=tuple(
            row for file in files["waypoints"] for row in _rows(file, WayPoint, catalogue, problems)
        ),
        drawn=tuple(line for line in lines if line is not None),
        links=_table("links.csv", Link),
        times=_table("times.csv", Time),
        quantities=_table("gas.csv", Quantity),
        claims=_table("claims.csv", Claim),
        scenarios=tuple(_scenarios(catalogue / "scenarios.toml", catalogue, problems)),
    )
    return definition, problems


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


def _corridor(file: Path, within: Path, problems: list[Problem]) -> Located[Corridor] | None:
    content = read_toml(file, problems, within=within)
    if content is None:
        return None
    if "id" in content:
        rule = "the name of the file is the identifier; remove this line"
        problems.append(Problem(label(file), "id", _shown(content["id"]), rule))
    return validated(Corridor.model_validate, {**content, "id": file.stem}, label(file), "", problems)


def _scenarios(file: Path, within: Path, problems: list[Problem]) -> Iterator[Located[Scenario]]:
    content = read_toml(file, problems, within=within)
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


def _rows(file: Path, record: type[Row], within: Path, problems: list[Problem]) -> Iterator[Located[Row]]:
    text = read_text(file, problems, within=within)
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
    match kind:
        case "missing":
            rule = "missing; this key is required"
        case "extra_forbidden":
            rule = f"unknown key{nearest(key, KNOWN_KEYS)}"
        case "enum":
            allowed = [word.strip(" '") for word in context["expected"].replace(" or ", ",").split(",")]
            rule = f"not one of {', '.join(allowed)}{nearest(str(detail['input']), allowed)}"
        case "string_pattern_mismatch":
            rule = ASKED.get(context["pattern"], _lower(detail["msg"]))
        case "value_error":
            rule = str(context["error"])
        case "greater_than_equal" | "less_than_equal" if key == "lat":
            rule = "outside -90..90; are longitude and latitude swapped?"
        case _:
            rule = _lower(detail["msg"])
    return rule


def _shown(value: object) -> str:
    if isinstance(value, (str, int, float, bool)):
        text = json.dumps(value, ensure_ascii=False)
        return text if len(text) <= 80 else f"{text[:77]}..."
    if isinstance(value, date):
        return value.isoformat()
    return "{...}" if isinstance(value, dict) else ""


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]

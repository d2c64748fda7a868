"""Rules of quantities, claims and scenarios: what they name exists, and they say what they change."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from geo.errors import Problem, UnknownNameError, nearest
from geo.scenarios import chosen
from layers.build import serving
from layers.evidence import QuantityKind, places
from layers.model import Definition

PLACED = (QuantityKind.entry, QuantityKind.withdrawal, QuantityKind.working_gas)
"""Kinds of quantity that make no sense without a place."""

SECTIONS = ("entry_points", "maximum_flow", "n_minus_1", "bridges", "contracts", "shares")
"""Sections of the flows, that a claim's figure may refer to."""


WORKED_OUT = frozenset({"corridors_in", "days", "km_in", "missing_km"})
"""Kinds of figure whose names are looked up when they are worked out."""


def misplaced_quantities(definition: Definition) -> Iterator[Problem]:
    """
    Find quantities at a node that does not exist, or at none where one is needed.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a quantity, with the nearest name.
    """
    known = {located.record.id for located in definition.nodes}
    for located in definition.quantities:
        quantity = located.record
        if quantity.place and quantity.place not in known:
            yield located.problem(
                "place", f'"{quantity.place}"', f"no such node{nearest(quantity.place, known)}"
            )
        if not quantity.place and quantity.kind in PLACED:
            yield located.problem("place", '""', f"missing; a quantity of kind {quantity.kind} is at a node")


def impossible_periods(definition: Definition) -> Iterator[Problem]:
    """
    Find quantities that end before they begin, or are an amount over days that nobody tells.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a quantity.
    """
    over_days = {
        QuantityKind.observed,
        QuantityKind.contract,
        QuantityKind.outage,
        QuantityKind.annual_demand,
    }
    for located in definition.quantities:
        quantity = located.record
        if quantity.to_day < quantity.from_day:
            yield located.problem("to_day", quantity.to_day or '""', f"before from_day, {quantity.from_day}")
        if not quantity.from_day and quantity.kind in over_days:
            rule = f"missing; a quantity of kind {quantity.kind} holds for certain days"
            yield located.problem("from_day", '""', rule)


def unshown_claims(definition: Definition) -> Iterator[Problem]:
    """
    Find claims whose map shows what does not exist, or whose texts do not speak of the same figures.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a name that is not there, with the nearest; one a language whose text has other figures, or more
        than the claim names; one a figure without a name.
    """
    segments = [located.record for located in definition.segments]
    known = {
        "line": {segment.line for segment in segments},
        "segment": {segment.id for segment in segments},
        "corridor": {located.record.id for located in definition.corridors},
        "node": {located.record.id for located in definition.nodes},
    }
    for located in definition.claims:
        claim = located.record
        for kind, name in places(claim.shown):
            if name not in known.get(kind, ()):
                rule = f"no such {kind}{nearest(name, known[kind])}" if kind in known else "no such kind"
                yield located.problem("shown", f'"{kind}:{name}"', rule)
        allowed = {str(number + 1) for number, _ in enumerate(filter(None, claim.figure.split(";")))}
        wanted = set(re.findall(r"\{(\w*)\}", claim.finding))
        for column in ("finding", "finding_sr", "finding_az"):
            used = set(re.findall(r"\{(\w*)\}", getattr(claim, column)))
            if used != wanted or not used <= allowed:
                rule = "must stand in every language, and `figure` must have as many"
                yield located.problem(column, " ".join(f"{{{one}}}" for one in sorted(used)) or '""', rule)
        for column in ("figure_name", "figure_name_sr", "figure_name_az"):
            if bool(getattr(claim, column)) != bool(claim.figure):
                yield located.problem(
                    column, f'"{getattr(claim, column)}"', "a figure has a name, and no other"
                )


def idle_scenarios(definition: Definition) -> Iterator[Problem]:
    """
    Find changes of scenarios that choose nothing, set nothing, or name what does not exist.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a change; and one a scenario that changes nothing and does not say why.
    """
    segments = _segments(definition)
    quantities = {located.record.id for located in definition.quantities}
    for located in definition.scenarios:
        scenario = located.record
        if not (scenario.segments or scenario.quantities or scenario.note):
            yield located.problem("note", '""', "missing; a scenario that changes nothing says why")
        for number, change in enumerate(scenario.segments):
            place = f"segments[{number}]"
            try:
                if not chosen(segments, change.by):
                    yield located.problem(place, "", "no segment has all of this; loosen it")
            except UnknownNameError as error:
                yield located.problem(place, "", str(error))
            if not change.values:
                yield located.problem(place, "", "sets nothing; give a status or a capacity")
        for number, other in enumerate(scenario.quantities):
            if other.quantity not in quantities:
                rule = f"no such quantity{nearest(other.quantity, quantities)}"
                yield located.problem(f"quantities[{number}].quantity", f'"{other.quantity}"', rule)


def unknown_figures(definition: Definition) -> Iterator[Problem]:
    """
    Find claims whose figure refers to what is not there.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a claim. Rows of the flows are looked up when they are worked out; here only their section.
    """
    segments = [located.record for located in definition.segments]
    corridors = {located.record.id for located in definition.corridors}
    spaces: dict[str, tuple[str, set[str]]] = {
        "km": ("line", {segment.line for segment in segments}),
        "capacity": ("segment", {segment.id for segment in segments}),
        "main_km": ("corridor", corridors),
        "operating_pct": ("corridor", corridors),
        "flow": ("section of the flows", set(SECTIONS)),
        "quantity": ("quantity", {located.record.id for located in definition.quantities}),
        "segment_km": ("segment", {segment.id for segment in segments}),
    }
    unmeasured = {segment.id for segment in segments if segment.capacity is None}
    for located in definition.claims:
        for figure in filter(None, located.record.figure.split(";")):
            kind, _, name = figure.partition(":")
            if kind in WORKED_OUT:
                continue
            if kind not in spaces:
                rule = f"no such kind of figure{nearest(kind, spaces)}; one of {', '.join(spaces)}"
                yield located.problem("figure", f'"{figure}"', rule)
                continue
            what, known = spaces[kind]
            asked = name.split("|")[0] if kind == "flow" else name
            if asked not in known:
                yield located.problem("figure", f'"{figure}"', str(UnknownNameError(what, asked, known)))
            elif kind == "capacity" and name in unmeasured:
                yield located.problem("figure", f'"{figure}"', "no capacity is known of it")


def _segments(definition: Definition) -> pd.DataFrame:
    """Make what `chosen` needs of whatever could be read; the whole table is made when all is well."""
    serves = serving(definition)
    rows = [
        {
            "id": segment.id,
            "from_node": segment.from_node,
            "to_node": segment.to_node,
            "line": segment.line,
            "corridors": ";".join(serves[segment.id]),
            "mode": str(segment.mode),
            "country": segment.country or "",
        }
        for segment in (located.record for located in definition.segments)
    ]
    columns = ["id", "from_node", "to_node", "line", "corridors", "mode", "country"]
    return pd.DataFrame(rows, columns=columns).set_index("id")

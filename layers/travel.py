"""The records of travelling: places near one another, speeds and waits. Frozen and strict."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from layers.model import Confidence, Record
from layers.values import Countries, Identifier, Modes, Note, Sources


class LinkKind(StrEnum):
    """Why two places belong together."""

    transfer = "transfer"
    serves = "serves"


class Link(Record):
    """Two places near one another that no segment joins: a station and a port, a gas node and its town."""

    from_node: Identifier
    to_node: Identifier
    kind: LinkKind
    sources: Sources
    note: Note


class TimeKind(StrEnum):
    """What a time tells."""

    speed = "speed"
    border = "border"
    gauge_change = "gauge_change"
    transfer = "transfer"


class TimeUnit(StrEnum):
    """Unit of a time."""

    km_per_hour = "km_per_hour"
    hours = "hours"


class Time(Record):
    """A speed or a wait, for which modes and countries, and who says so. All of them are estimates."""

    kind: TimeKind
    modes: Modes
    countries: Countries
    value: Annotated[float, Field(gt=0, le=1000)]
    unit: TimeUnit
    sources: Sources
    confidence: Confidence
    note: Note

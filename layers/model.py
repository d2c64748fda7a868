"""The records of the catalogue and its closed vocabularies. Frozen and strict; no files, no geometry work."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from shapely import LineString

from geo.errors import Problem
from layers import values

if TYPE_CHECKING:
    from layers.evidence import Claim, Quantity, Scenario
    from layers.travel import Link, Time


class Mode(StrEnum):
    """What moves along a segment, and how."""

    gas_pipeline = "gas_pipeline"
    oil_pipeline = "oil_pipeline"
    rail = "rail"
    road = "road"
    sea = "sea"
    ferry = "ferry"
    inland_waterway = "inland_waterway"
    hvdc_cable = "hvdc_cable"
    overhead_line = "overhead_line"


class Status(StrEnum):
    """How real a segment is; from what stands to what is only an idea."""

    operating = "operating"
    suspended = "suspended"
    under_construction = "under_construction"
    planned = "planned"
    proposed = "proposed"


class Role(StrEnum):
    """What a segment is to its corridor."""

    trunk = "trunk"
    branch = "branch"
    feeder = "feeder"
    alternative = "alternative"


class AlignmentMethod(StrEnum):
    """How the line of a segment was obtained."""

    traced = "traced"
    network = "network"
    stations = "stations"
    schematic = "schematic"


class CapacityUnit(StrEnum):
    """Unit of a capacity."""

    bcm_per_year = "bcm_per_year"
    mcm_per_day = "mcm_per_day"
    gwh_per_day = "gwh_per_day"
    mw = "mw"
    mt_per_year = "mt_per_year"
    teu_per_year = "teu_per_year"


class NodeKind(StrEnum):
    """What stands at a node."""

    field = "field"
    terminal = "terminal"
    compressor_station = "compressor_station"
    metering_station = "metering_station"
    junction = "junction"
    storage = "storage"
    border_point = "border_point"
    landfall = "landfall"
    route_point = "route_point"
    lng_terminal = "lng_terminal"
    refinery = "refinery"
    power_plant = "power_plant"
    substation = "substation"
    converter_station = "converter_station"
    port = "port"
    river_port = "river_port"
    station = "station"
    road_node = "road_node"


class NodeRole(StrEnum):
    """What a node does for Serbia."""

    source = "source"
    entry = "entry"
    exit = "exit"
    hub = "hub"
    storage = "storage"
    none = "none"


class SourceRole(StrEnum):
    """What the publisher of a source did with the facts in it (after STAC's provider roles)."""

    licensor = "licensor"
    producer = "producer"
    processor = "processor"
    host = "host"


class Confidence(StrEnum):
    """How far a record may be trusted."""

    high = "high"
    medium = "medium"
    low = "low"


class Record(BaseModel):
    """A frozen, strict record: unknown keys and values of another type are errors."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)


class Translated(Record):
    """One text in the three languages of the atlas; Serbian in Latin script."""

    en: values.Words
    sr: values.Words
    az: values.Words


class Source(Record):
    """A publication that a fact rests on. `unknown` is allowed; empty is not."""

    id: values.Identifier
    title: values.Words
    publisher: values.Words
    address: values.Address
    published: values.Published
    read: values.Published
    licence: values.Words
    role: SourceRole
    note: values.Note


class Node(Record):
    """A place where segments begin, end, meet or cross a border or a shore."""

    id: values.Identifier
    name: values.Words
    name_sr: values.Note
    name_az: values.Note
    country: values.Sides
    kind: NodeKind
    role: NodeRole
    lon: values.Longitude
    lat: values.Latitude
    sources: values.Sources
    confidence: Confidence
    note: values.Note
    as_of: values.AsOf

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries a node lies in: one, or both sides of a border; none at sea."""
        return tuple(self.country.split(";")) if self.country else ()


class WayPoint(Record):
    """A place that a segment is known to pass, and how near."""

    segment: values.Identifier
    order: values.Order
    name: values.Words
    lon: values.Longitude
    lat: values.Latitude
    within_km: values.Accuracy
    source: values.Identifier
    note: values.Note


class KnownStatus(Record):
    """A status and who says so."""

    value: Annotated[Status, values.Loose]
    source: values.Identifier


class KnownYear(Record):
    """The year of first operation, or the promised one, and who says so."""

    year: Annotated[int, Field(ge=1850, le=2100)]
    source: values.Identifier


class Capacity(Record):
    """A technical capacity and who says so."""

    value: Annotated[float, Field(gt=0)]
    unit: Annotated[CapacityUnit, values.Loose]
    source: values.Identifier


class OtherLength(Record):
    """A length that another source gives."""

    km: values.Kilometres
    source: values.Identifier


class PublishedLength(Record):
    """A published length, who says it, and what others say."""

    km: values.Kilometres
    source: values.Identifier
    also: Annotated[tuple[OtherLength, ...], values.Loose] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The source that is used, then the others."""
        return (self.source, *(other.source for other in self.also))


class Alignment(Record):
    """How the line was obtained, from what, and how far off it may be."""

    method: Annotated[AlignmentMethod, values.Loose]
    accuracy_km: values.Accuracy
    source: values.Identifier


class Properties(Record):
    """What a line says for all its segments, and a segment may say otherwise."""

    role: Annotated[Role | None, values.Loose] = None
    mode: Annotated[Mode | None, values.Loose] = None
    operator: values.Words | None = None
    status: KnownStatus | None = None
    since: KnownYear | None = None
    capacity: Capacity | None = None
    alignment: Alignment | None = None
    confidence: Annotated[Confidence | None, values.Loose] = None
    note: values.Note | None = None
    as_of: values.AsOf | None = None


class Piece(Properties):
    """One segment as it stands under its line in a corridor's file."""

    id: values.Identifier
    name: values.Words
    country: values.Country | None = None
    from_node: values.Identifier
    to_node: values.Identifier
    length: PublishedLength | None = None


class Line(Properties):
    """A line: what its segments have in common, its published length, and the segments."""

    name: values.Words
    length: PublishedLength | None = None
    segment: Annotated[tuple[Piece, ...], Field(strict=False, min_length=1)]


class Span(Record):
    """A published length of several segments together that are not one whole line."""

    what: values.Words
    segments: Annotated[tuple[values.Identifier, ...], Field(strict=False, min_length=2)]
    length: PublishedLength
    note: values.Note = ""


class Corridor(Record):
    """One corridor as it stands in its file: its lines, the segments it shares, its main route."""

    id: values.Identifier
    title: Translated
    description: Translated
    as_of: values.AsOf
    main: Annotated[tuple[values.Identifier, ...], Field(strict=False, min_length=1)]
    shared: Annotated[tuple[values.Identifier, ...], values.Loose] = ()
    line: Annotated[tuple[Line, ...], Field(strict=False, min_length=1)]
    span: Annotated[tuple[Span, ...], values.Loose] = ()

    @property
    def own(self) -> tuple[str, ...]:
        """The segments that this file defines, by identifier, in its order."""
        return tuple(piece.id for line in self.line for piece in line.segment)


class Segment(Record):
    """A piece of a corridor between two nodes, complete: one country (or the sea), one mode, one status."""

    id: values.Identifier
    corridor: values.Identifier
    line: values.Words
    name: values.Words
    role: Annotated[Role, values.Loose]
    mode: Annotated[Mode, values.Loose]
    country: values.Country | None
    from_node: values.Identifier
    to_node: values.Identifier
    operator: values.Words | None
    status: KnownStatus
    since: KnownYear | None
    capacity: Capacity | None
    length: PublishedLength | None
    alignment: Alignment
    confidence: Annotated[Confidence, values.Loose]
    note: values.Note
    as_of: values.AsOf

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source that a figure of this segment names, in alphabetical order."""
        figures = (self.status, self.since, self.capacity, self.alignment)
        named = {figure.source for figure in figures if figure is not None}
        return tuple(sorted(named.union(self.length.sources if self.length else ())))


R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Located(Generic[R]):
    """A record and where it stands, so that a problem can say so."""

    file: str
    place: str
    record: R

    def problem(self, key: str, found: str, rule: str) -> Problem:
        """
        Make a problem of one key of this record.

        Parameters
        ----------
        key
            The key or column.
        found
            The rejected value, written as in the file.
        rule
            What holds, with the remedy.

        Returns
        -------
        problem
            The problem, at this record's place.
        """
        joint = ", " if self.place.startswith("line ") else "."
        return Problem(self.file, f"{self.place}{joint}{key}" if self.place else key, found, rule)


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """The geometry of one segment as it stands in its file, and what the rail network counts along it."""

    file: str
    segment: str
    line: LineString
    network_km: float | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """Everything the text files of a catalogue say, in the order of the files."""

    corridors: tuple[Located[Corridor], ...]
    segments: tuple[Located[Segment], ...]
    nodes: tuple[Located[Node], ...]
    sources: tuple[Located[Source], ...]
    way_points: tuple[Located[WayPoint], ...]
    drawn: tuple[DrawnLine, ...]
    links: tuple[Located[Link], ...] = ()
    times: tuple[Located[Time], ...] = ()
    quantities: tuple[Located[Quantity], ...] = ()
    claims: tuple[Located[Claim], ...] = ()
    scenarios: tuple[Located[Scenario], ...] = ()

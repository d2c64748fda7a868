"""The records of what is known of gas, what is claimed, and what could be otherwise. Frozen and strict."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from geo.scenarios import SELECTORS
from layers.model import Capacity, Confidence, Mode, Record, Status, Translated
from layers.values import (
    Amount,
    AsOf,
    Country,
    CountryOrSea,
    Day,
    Identifier,
    Loose,
    Note,
    Place,
    Sources,
    Words,
)

Names = Annotated[tuple[Identifier, ...], Loose]


class QuantityKind(StrEnum):
    """What a quantity of gas is."""

    entry = "entry"
    production = "production"
    withdrawal = "withdrawal"
    working_gas = "working_gas"
    lng = "lng"
    peak_demand = "peak_demand"
    annual_demand = "annual_demand"
    observed = "observed"
    contract = "contract"
    outage = "outage"


class QuantityUnit(StrEnum):
    """Unit of a quantity of gas; `mcm` is an amount, over the days of the row if it has any."""

    mcm_per_day = "mcm_per_day"
    gwh_per_day = "gwh_per_day"
    bcm_per_year = "bcm_per_year"
    mcm_per_year = "mcm_per_year"
    mcm = "mcm"


class Quantity(Record):
    """A capacity, flow, contract, demand or store of gas, and who says so."""

    id: Identifier
    country: Country
    kind: QuantityKind
    name: Words
    place: Place
    reading: Note
    value: Amount
    unit: QuantityUnit
    kwh_per_m3: Annotated[float, Field(ge=8, le=13)]
    from_day: Day
    to_day: Day
    sources: Sources
    confidence: Confidence
    note: Note
    as_of: AsOf


class Verdict(StrEnum):
    """How a claim fares against what could be found."""

    holds = "holds"
    in_part = "in_part"
    not_borne_out = "not_borne_out"
    cannot_be_checked = "cannot_be_checked"


class Subject(StrEnum):
    """What a claim is about."""

    gas = "gas"
    oil = "oil"
    power = "power"
    transport = "transport"
    trade = "trade"
    money = "money"
    other = "other"


class Theme(StrEnum):
    """Under which heading a claim is read, in the order of reading."""

    gas = "gas"
    power = "power"
    imec = "imec"
    middle_corridor = "middle_corridor"
    north_south = "north_south"
    serbia = "serbia"
    trade = "trade"


class Claim(Record):
    """
    What a publication claims, what the data say, and our figures by reference.

    A text in English stands without a language in its name; `{1}` in a finding is the first figure.
    """

    id: Identifier
    theme: Theme
    subject: Subject
    claim: Words
    claim_sr: Words
    claim_az: Words
    finding: Words
    finding_sr: Words
    finding_az: Words
    figure: Annotated[str, StringConstraints(pattern=r"^([a-z_]+:[^;]+(;[a-z_]+:[^;]+)*)?$")]
    figure_name: Note
    figure_name_sr: Note
    figure_name_az: Note
    shown: Annotated[str, StringConstraints(pattern=r"^([a-z]+:[^;]+(;[a-z]+:[^;]+)*)?$")]
    verdict: Verdict
    claimed_in: Identifier
    sources: Sources
    as_of: AsOf


def places(shown: str) -> list[tuple[str, str]]:
    """
    Take apart what the map of a claim shows.

    Parameters
    ----------
    shown
        As in `claims.csv`.

    Returns
    -------
    places
        Kind (line, segment, corridor or node) and name of each.

    Examples
    --------
    >>> places("line:TAP;node:nis")
    [('line', 'TAP'), ('node', 'nis')]
    """
    parts = (part.partition(":") for part in shown.split(";") if part)
    return [(kind, name) for kind, _, name in parts]


class ScenarioKind(StrEnum):
    """Whether somebody wants it or fears it."""

    proposal = "proposal"
    outage = "outage"


class SegmentChange(Record):
    """Segments that a scenario chooses, and what holds for them in it."""

    segment: Names = ()
    node: Names = ()
    line: Annotated[tuple[Words, ...], Loose] = ()
    corridor: Names = ()
    mode: Annotated[tuple[Annotated[Mode, Loose], ...], Loose] = ()
    country: Annotated[tuple[CountryOrSea, ...], Loose] = ()
    status: Annotated[Status | None, Loose] = None
    capacity: Capacity | None = None

    @property
    def by(self) -> dict[str, list[str]]:
        """The selectors that are used, and their names."""
        given = {name: [str(value) for value in getattr(self, name)] for name in SELECTORS}
        return {name: values for name, values in given.items() if values}

    @property
    def values(self) -> dict[str, str | float]:
        """The columns that are set, and to what."""
        values: dict[str, str | float] = {} if self.status is None else {"status": str(self.status)}
        if self.capacity is not None:
            values |= {"capacity": self.capacity.value, "capacity_unit": str(self.capacity.unit)}
        return values


class QuantityChange(Record):
    """A quantity that a scenario changes, in its own unit, and who says so or why it is assumed."""

    quantity: Identifier
    value: Amount
    source: Identifier
    assumed: Note = ""


class Scenario(Record):
    """One thing that could be otherwise: what it opens, closes and changes. None of it is a fact."""

    id: Identifier
    kind: Annotated[ScenarioKind, Loose]
    title: Translated
    sources: Annotated[tuple[Identifier, ...], Field(strict=False, min_length=1)]
    note: Note = ""
    as_of: AsOf
    segments: Annotated[tuple[SegmentChange, ...], Loose] = ()
    quantities: Annotated[tuple[QuantityChange, ...], Loose] = ()

    @property
    def all_sources(self) -> tuple[str, ...]:
        """Every source that it names, in alphabetical order."""
        figures = {change.capacity.source for change in self.segments if change.capacity}
        return tuple(sorted({*self.sources, *figures, *(change.source for change in self.quantities)}))


class Scenarios(Record):
    """The file of all scenarios."""

    scenario: Annotated[tuple[Scenario, ...], Loose]

"""Rules of figures: years and capacities that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from geo.errors import Problem
from layers.model import CapacityUnit, Definition, Mode, Status

GREATEST_CAPACITY = {
    CapacityUnit.bcm_per_year: 100.0,
    CapacityUnit.mcm_per_day: 300.0,
    CapacityUnit.gwh_per_day: 3_000.0,
    CapacityUnit.mw: 20_000.0,
    CapacityUnit.mt_per_year: 500.0,
    CapacityUnit.teu_per_year: 50_000_000.0,
}
"""A capacity above this is a slip of the unit: no line of its kind on Earth carries more."""

GAS_UNITS = (CapacityUnit.bcm_per_year, CapacityUnit.mcm_per_day, CapacityUnit.gwh_per_day)
POWER_UNITS = (CapacityUnit.mw,)
CARGO_UNITS = (CapacityUnit.mt_per_year, CapacityUnit.teu_per_year)


def impossible_years(definition: Definition) -> Iterator[Problem]:
    """
    Find years that contradict the status.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a segment that operates since the future, or is promised for the past.
    """
    standing = {Status.operating, Status.suspended}
    for located in definition.segments:
        segment = located.record
        if segment.since is None:
            continue
        year, today = segment.since.year, segment.as_of.year
        if segment.status.value in standing and year > today:
            rule = f"after as_of ({today}), but the segment is {segment.status.value}"
            yield located.problem("since.year", str(year), rule)
        if segment.status.value not in standing and year < today:
            rule = f"before as_of ({today}), but the segment is {segment.status.value}; look up its status"
            yield located.problem("since.year", str(year), rule)


def impossible_capacities(definition: Definition) -> Iterator[Problem]:
    """
    Find capacities in a unit that does not fit the mode, or beyond any real line.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a capacity.
    """
    for located in definition.segments:
        capacity = located.record.capacity
        if capacity is None:
            continue
        fitting = _fitting_units(located.record.mode)
        greatest = GREATEST_CAPACITY[capacity.unit]
        if capacity.unit not in fitting:
            units = ", ".join(sorted(fitting))
            rule = f"not a unit of {located.record.mode}; use one of {units}"
            yield located.problem("capacity.unit", f'"{capacity.unit}"', rule)
        elif capacity.value > greatest:
            rule = f"above {greatest:g} {capacity.unit}; is the unit right?"
            yield located.problem("capacity.value", f"{capacity.value:g}", rule)


def _fitting_units(mode: Mode) -> tuple[CapacityUnit, ...]:
    if mode is Mode.gas_pipeline:
        return GAS_UNITS
    if mode in {Mode.hvdc_cable, Mode.overhead_line}:
        return POWER_UNITS
    return CARGO_UNITS

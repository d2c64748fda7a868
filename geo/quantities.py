"""Quantities of gas as rates and amounts over days."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pandas as pd

from geo.flows import mcm_per_day


def in_mcm(quantities: pd.DataFrame) -> pd.DataFrame:
    """
    Bring quantities of gas into million cubic metres, a day or in all.

    Parameters
    ----------
    quantities
        One row a quantity: `value`, `unit`, `kwh_per_m3`, `from_day`, `to_day` (ISO dates or empty).

    Returns
    -------
    quantities
        With `days` (0 if the row names none), `mcm_per_day` and `mcm`. An amount of `mcm` over days gives a
        mean a day; a rate over days gives an amount; without days the other one is missing.

    Raises
    ------
    UnknownNameError
        If a unit is neither `mcm` nor a unit of gas a day or year.

    Notes
    -----
    What holds a year holds for a leap year too; a day of it is a 365th as a rate.

    Examples
    --------
    >>> rows = pd.DataFrame({"value": [365.0, 1.0], "unit": ["mcm", "mcm_per_day"], "kwh_per_m3": 10.55,
    ...     "from_day": ["2025-01-01", "2024-11-01"], "to_day": ["2025-12-31", "2025-03-31"]})
    >>> in_mcm(rows)[["days", "mcm_per_day", "mcm"]].values.tolist()
    [[365.0, 1.0, 365.0], [151.0, 1.0, 151.0]]
    """
    columns = ["value", "unit", "kwh_per_m3", "from_day", "to_day"]
    value, unit, kwh_per_m3, begin, end = (quantities[name] for name in columns)
    days = pd.Series(
        [_days(*pair) for pair in zip(begin, end, strict=True)], index=quantities.index, dtype="int64"
    )
    some = days.where(days > 0).astype("float64")
    amount = unit == "mcm"
    rate = [
        mcm_per_day(number, unit=word if word != "mcm" else "mcm_per_day", kwh_per_m3=kwh)
        for number, word, kwh in zip(value, unit, kwh_per_m3, strict=True)
    ]
    rates = pd.Series(rate, index=quantities.index, dtype="float64")
    table = quantities.assign(days=days, mcm_per_day=rates.where(~amount, rates / some))
    return table.assign(mcm=value.where(amount, _amounts(table, begin, end)))


def within(quantities: pd.DataFrame, first: str, last: str) -> pd.DataFrame:
    """
    Take the part of quantities that falls within some days.

    Parameters
    ----------
    quantities
        The table that `in_mcm` makes.
    first, last
        ISO dates; both count.

    Returns
    -------
    quantities
        Rows that have days in common with these, with `days` and `mcm` of the common days alone.

    Notes
    -----
    An amount is taken to be spread evenly over its days.

    Examples
    --------
    >>> rows = in_mcm(pd.DataFrame({"value": [365.0], "unit": "mcm", "kwh_per_m3": 10.55,
    ...     "from_day": "2025-01-01", "to_day": "2025-12-31"}))
    >>> within(rows, "2025-12-01", "2026-01-31")[["days", "mcm"]].values.tolist()
    [[31.0, 31.0]]
    """
    begin = quantities["from_day"].where(quantities["from_day"] > first, first)
    end = quantities["to_day"].where(quantities["to_day"] < last, last)
    days = [_days(*pair) for pair in zip(begin, end, strict=True)]
    part = quantities.assign(days=days, mcm=_amounts(quantities, begin, end))
    return part[part["days"] > 0]


def _amounts(table: pd.DataFrame, begin: pd.Series[str], end: pd.Series[str]) -> pd.Series[float]:
    """Multiply rates with days; without days there is no amount."""
    rows = zip(table["mcm_per_day"], table["unit"], begin, end, strict=True)
    return pd.Series(
        [rate * _length(unit, *days) for rate, unit, *days in rows], index=table.index, dtype="float64"
    )


def _length(unit: str, first: str, last: str) -> float:
    """Count days; for what holds a year, count 365 for every whole year."""
    if _days(first, last) <= 0:
        return math.nan
    if not unit.endswith("_per_year"):
        return _days(first, last)
    years = [(f"{year}-01-01", f"{year}-12-31") for year in range(int(first[:4]), int(last[:4]) + 1)]
    return sum(365 * _days(max(first, one), min(last, other)) / _days(one, other) for one, other in years)


def _days(first: str, last: str) -> int:
    """Count days, both ends included; 0 if none are named, none or less if the last is before the first."""
    if not (first and last):
        return 0
    return (date.fromisoformat(last) - date.fromisoformat(first) + timedelta(days=1)).days

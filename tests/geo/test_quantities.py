"""Rates and amounts of gas over days, worked by hand."""

import math

import pandas as pd
import pytest

from geo import quantities
from geo.errors import UnknownNameError


def row(value, unit, first="", last=""):
    return quantities.in_mcm(
        pd.DataFrame({"value": [value], "unit": unit, "kwh_per_m3": 10.55, "from_day": first, "to_day": last})
    )


@pytest.mark.parametrize(
    ("quantity", "days", "rate", "amount"),
    [
        pytest.param((53.05, "gwh_per_day", "", ""), 0, 5.0284, math.nan, id="a capacity has no days"),
        pytest.param((450.0, "mcm", "", ""), 0, math.nan, 450, id="a store has no rate"),
        pytest.param((1.0, "mcm_per_day", "2024-11-01", "2025-03-31"), 151, 1, 151, id="winter of 151 days"),
        pytest.param((205.6, "mcm", "2025-10-01", "2026-05-31"), 243, 0.8461, 205.6, id="243 gas days"),
        pytest.param(
            (400.0, "mcm_per_year", "2024-01-01", "2026-12-31"),
            1096,
            1.0959,
            1200,
            id="three years, one leap",
        ),
        pytest.param(
            (2.2, "bcm_per_year", "2026-01-01", "2026-03-31"), 90, 6.0274, 542.466, id="90 of 365 days"
        ),
        pytest.param((1.7, "mcm_per_day", "2025-01-11", "2025-01-17"), 7, 1.7, 11.9, id="a week"),
    ],
)
def test_in_mcm(quantity, days, rate, amount):
    found = row(*quantity).iloc[0]
    assert found["days"] == days
    assert found["mcm_per_day"] == pytest.approx(rate, abs=1e-4, nan_ok=True)
    assert found["mcm"] == pytest.approx(amount, abs=1e-3, nan_ok=True)


@pytest.mark.parametrize(
    ("first", "last", "days", "amount"),
    [
        pytest.param("2024-01-01", "2024-12-31", 366, 400, id="a leap year is a year"),
        pytest.param("2026-12-31", "2027-01-31", 1, 400 / 365, id="the last day"),
    ],
)
def test_within(first, last, days, amount):
    contract = row(400.0, "mcm_per_year", "2024-01-01", "2026-12-31")
    found = quantities.within(contract, first, last).iloc[0]
    assert (found["days"], found["mcm"]) == (days, pytest.approx(amount))


def test_nothing_in_common_is_no_row():
    assert quantities.within(row(1.0, "mcm", "2024-01-01", "2024-12-31"), "2025-01-01", "2025-12-31").empty
    assert quantities.within(row(450.0, "mcm"), "2025-01-01", "2025-12-31").empty


def test_unknown_unit():
    with pytest.raises(UnknownNameError, match="no such gas unit"):
        row(1.0, "mcf")

"""Numbers and units as each language writes them, in Python and in the page alike."""

import pytest

from geo.errors import UnknownNameError
from layers.model import Translated
from maps.numbers import filled, number, quantity


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (1835.379, 1, ("1,835.4", "1.835,4", "1.835,4")),
        (1234567, 0, ("1,234,567", "1.234.567", "1.234.567")),
        (1.50, 2, ("1.5", "1,5", "1,5")),
        (-0.001, 2, ("0", "0", "0")),
        (-2.5, 1, ("−2.5", "−2,5", "−2,5")),
        (1000, 2, ("1,000", "1.000", "1.000")),
    ],
    ids=["decimals", "thousands", "no zero at the end", "no minus nothing", "minus", "zeros before the sign"],
)
def test_number(value, decimals, expected):
    assert tuple(number(value, decimals).model_dump().values()) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (8.704, "pct", ("8.7 %", "8,7 %", "8,7 %")),
        (184.36, "mcm", ("184 mcm", "184 mil. m³", "184 mln m³")),
        (1.0958, "mcm_per_day", ("1.1 mcm a day", "1,1 mil. m³ dnevno", "gündə 1,1 mln m³")),
        (21.34, "days", ("21 days", "21 dan", "21 gün")),
        (11.0, "days", ("11 days", "11 dana", "11 gün")),
        (22.0, "days", ("22 days", "22 dana", "22 gün")),
        (4.0, "", ("4", "4", "4")),
    ],
)
def test_quantity(value, unit, expected):
    assert tuple(quantity(value, unit).model_dump().values()) == expected


def test_unknown_unit():
    with pytest.raises(UnknownNameError, match=r"unit\.furlong"):
        quantity(1, "furlong")


def test_only_numbered_gaps_are_filled():
    text = Translated(en="{1} of {2}, {n} {}", sr="{2}: {1}", az="{1}{1}")
    one, two = quantity(1, ""), quantity(2, "")
    assert tuple(filled(text, [one, two]).model_dump().values()) == ("1 of 2, {n} {}", "2: 1", "11")

"""Routes beside one another, in a world of five places whose sums are made by hand."""

import math
from itertools import pairwise

import pandas as pd
import pytest

from geo.itinerary import Leg, Route, beside_one_another


def leg(one, other, km, **other_values):
    """A leg by rail at 50 km an hour, where nothing else is said."""
    named = {"segment": one + other, "line": f"line {one}{other}", "mode": "rail", "status": "operating"}
    told = {"country": "AA", "corridors": "c", "role": "trunk", "wait_hours": 0.0, "wait_for": ""}
    return Leg(one, other, km=km, **(named | told | {"hours": km / 50} | other_values))


NODES = pd.DataFrame(
    {
        "name": ["Alat", "Batumi", "Kars", "Düzce", "Edirne"],
        "kind": ["port", "port", "station", "station", "station"],
    },
    index=list("abcde"),
)
LAND = Route((leg("a", "c", 75.0), leg("c", "d", 75.0, country="BB"), leg("d", "e", 50.0, country="BB")))
SEA = Route(
    (leg("a", "b", 60.0), leg("b", "d", 60.0, mode="sea", country="", corridors="s"), leg("d", "e", 50.0))
)


def test_every_column_says_its_sum():
    """By land 200 km in 4 hours; by sea 170 km, 50 of which both run on."""
    found = beside_one_another([LAND, SEA], NODES)
    assert found.drop(columns="estimated_days").to_dict("records") == [
        {
            "route": 1,
            "corridors": "c",
            "longest_line": "line ac",
            "by_way_of": "Kars",
            "km": 200.0,
            "border_crossings": 1,
            "mode_changes": 0,
            "stands_pct": 100.0,
            "operates_pct": 100.0,
            "new_pct": 100.0,
        },
        {
            "route": 2,
            "corridors": "c;s",
            "longest_line": "line ab",
            "by_way_of": "Batumi; Düzce",
            "km": 170.0,
            "border_crossings": 0,
            "mode_changes": 2,
            "stands_pct": 100.0,
            "operates_pct": 100.0,
            "new_pct": pytest.approx(100 * 120 / 170),
        },
    ]
    assert found["estimated_days"].tolist() == pytest.approx([4 / 24, 3.4 / 24])


def test_of_many_places_those_are_told_where_the_mode_changes():
    """Of more places than fit, changes of mode come first, then what the fewest routes pass."""
    places = [f"n{number}" for number in range(9)]
    names = pd.DataFrame({"name": [place.upper() for place in places], "kind": "station"}, index=places)
    modes = ["rail"] * 6 + ["sea", "rail"]
    one = Route(
        tuple(leg(*pair, 10.0, mode=mode) for pair, mode in zip(pairwise(places), modes, strict=True))
    )
    other = Route((leg("n0", "n8", 50.0),))
    told = beside_one_another([one, other], names)["by_way_of"]
    assert told[0].split("; ")[-2:] == ["N6", "N7"]
    assert told[0].startswith("N1; N2")
    assert told[1] == ""


def test_a_detour_is_measured_where_the_routes_part():
    """120 km for 150, 2.4 hours for 3; what takes something where the other takes nothing is endless."""
    assert SEA.detour(LAND) == 1
    assert LAND.detour(SEA) == pytest.approx(150 / 120)
    assert LAND.detour(SEA, by="hours") == pytest.approx(3 / 2.4)
    nothing = Route((leg("a", "d", 0.0), leg("d", "e", 50.0)))
    assert LAND.detour(nothing) == math.inf


def test_a_notebook_shows_the_legs_of_a_route():
    shown = LAND._repr_html_()
    assert shown.startswith("<p>200 km, about 0 days (an estimate); 100 % stands</p><table")
    assert "<th>line</th>" in shown
    assert "border=" not in shown
    assert "<th>0</th>" not in shown, "legs need no number"


def test_where_no_hours_are_known_none_are_shown():
    unknown = Route((leg("a", "b", 60.04, hours=math.nan),))
    assert unknown._repr_html_().startswith("<p>60 km; 100 % stands</p>")
    assert "60.0<" in unknown._repr_html_()
    assert "NaN" not in unknown._repr_html_()

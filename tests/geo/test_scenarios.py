"""Scenarios: which segments are chosen, what changes, and how it is taken back."""

import pandas as pd
import pytest

from geo import scenarios
from geo.errors import UnknownNameError


@pytest.fixture
def segments():
    """Two ports, a strait between them, and a railway on: a --sea-- b --rail-- c."""
    return pd.DataFrame(
        {
            "id": ["strait", "railway"],
            "from_node": ["a", "b"],
            "to_node": ["b", "c"],
            "line": ["Sea", "Rail"],
            "corridors": ["one;two", "one"],
            "mode": ["sea", "rail"],
            "country": ["", "RS"],
            "status": ["operating", "planned"],
            "capacity": [float("nan"), 5.0],
        }
    ).set_index("id", drop=False)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        pytest.param({"segment": ["railway"]}, ["railway"], id="by name"),
        pytest.param(
            {"segment": ["railway", "strait"]}, ["strait", "railway"], id="in the order of the table"
        ),
        pytest.param({"node": ["b"]}, ["strait", "railway"], id="all that meet in a node"),
        pytest.param({"node": ["b"], "mode": ["sea"]}, ["strait"], id="two selectors narrow down"),
        pytest.param({"line": ["Rail"]}, ["railway"], id="by line"),
        pytest.param({"corridor": ["two"]}, ["strait"], id="by a corridor that shares it"),
        pytest.param({"country": [""]}, ["strait"], id="at sea"),
        pytest.param({"line": ["Rail"], "mode": ["sea"]}, [], id="nothing has both"),
        pytest.param({}, [], id="nothing asked, nothing chosen"),
    ],
)
def test_chosen(segments, by, expected):
    assert scenarios.chosen(segments, by) == expected


@pytest.mark.parametrize(
    ("by", "message"),
    [
        ({"line": ["Rall"]}, "'Rall': no such line; did you mean \"Rail\"?"),
        ({"nodes": ["a"]}, "'nodes': no such selector; did you mean \"node\"?"),
    ],
)
def test_an_unknown_name_is_refused(segments, by, message):
    with pytest.raises(UnknownNameError) as caught:
        scenarios.chosen(segments, by)
    assert str(caught.value) == message


def test_applied_changes_a_copy(segments):
    change = scenarios.changes([("segments", "railway", "status", "operating"), ("other", "x", "y", 1)])
    done = scenarios.applied(segments, change)
    assert done.loc["railway", "status"] == "operating"
    assert segments.loc["railway", "status"] == "planned"
    assert done.loc["strait"].equals(segments.loc["strait"])


def test_the_later_of_two_changes_holds(segments):
    change = scenarios.changes(
        [("segments", "railway", "capacity", 1.0), ("segments", "railway", "capacity", 2.0)]
    )
    assert scenarios.applied(segments, change).loc["railway", "capacity"] == 2.0


@pytest.mark.parametrize("place", [("railwai", "status"), ("railway", "statu")])
def test_a_change_of_what_is_not_there_is_refused(segments, place):
    change = scenarios.changes([("segments", *place, "x")])
    with pytest.raises(UnknownNameError, match="did you mean"):
        scenarios.applied(segments, change)
    with pytest.raises(UnknownNameError, match="did you mean"):
        scenarios.opposite(segments, change)


def test_differences_say_before_and_after(segments):
    change = scenarios.changes(
        [("segments", "strait", "capacity", 1.0), ("segments", "strait", "status", "suspended")]
    )
    found = scenarios.differences(segments, scenarios.applied(segments, change))
    assert found[["row", "column", "after"]].values.tolist() == [
        ["strait", "status", "suspended"],
        ["strait", "capacity", 1.0],
    ]
    assert found["before"].isna().tolist() == [False, True]
    assert scenarios.differences(segments, segments).empty, "missing equals missing"


def test_tables_of_different_shape_have_no_differences(segments):
    with pytest.raises(ValueError, match="do not have the same rows and columns"):
        scenarios.differences(segments, segments.iloc[:1])

"""Sums of lengths. Expected numbers are added by hand."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import LineString

from geo import metrics
from geo.errors import UnknownNameError


@pytest.fixture
def segments():
    """
    Two corridors that share b.

        p --a(AZ, rail)-- q --b(GE, rail)-- r
                          |
                          c(sea, planned)
    """
    return gpd.GeoDataFrame(
        {
            "corridors": ["one", "one;two", "two"],
            "country": ["AZ", "GE", ""],
            "mode": ["rail", "rail", "sea"],
            "status": ["operating", "operating", "planned"],
            "line": ["x", "x", "y"],
            "from_node": ["p", "q", "q"],
            "to_node": ["q", "r", "s"],
            "length_km": [100.0, 50.0, 30.0],
            "accuracy_km": [1.0, 5.0, 10.0],
        },
        geometry=[LineString([(0, 0), (1, 0)]), LineString([(1, 0), (2, 0)]), LineString([(1, 0), (1, 1)])],
        index=["a", "b", "c"],
        crs="OGC:CRS84",
    )


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (["country"], {("",): 30.0, ("AZ",): 100.0, ("GE",): 50.0}),
        (["mode", "status"], {("rail", "operating"): 150.0, ("sea", "planned"): 30.0}),
        (["corridor"], {("one",): 150.0, ("two",): 80.0}),
    ],
)
def test_lengths_by(segments, by, expected):
    table = metrics.lengths(segments, by=by)
    found = {tuple(row[name] for name in by): row["length_km"] for _, row in table.iterrows()}
    assert found == expected


def test_unknown_grouping_is_answered_with_the_nearest(segments):
    with pytest.raises(UnknownNameError, match="'contry': no such grouping; did you mean \"country\""):
        metrics.lengths(segments, by=["contry"])


def test_published_length_stands_only_beside_exactly_its_segments(segments):
    spans = pd.DataFrame({"segments": [("b", "a")], "published_length_km": [160.0]})
    table = metrics.published_lengths(segments, spans, by=["line"]).set_index("line")
    assert table.loc["x", "deviation_pct"] == pytest.approx(-6.25)
    assert pd.isna(table.loc["y", "published_length_km"])


def test_comparison_takes_the_worst_accuracy(segments):
    spans = pd.DataFrame({"segments": [("a", "b")], "published_length_km": [150.0]})
    row = metrics.beside_published(segments, spans).iloc[0]
    assert (row["measured_length_km"], row["deviation_pct"], row["accuracy_km"]) == (150.0, 0.0, 5.0)


def test_route_metrics_of_a_chain(segments):
    row = metrics.route_metrics(segments, main={"two": ["b", "c"]}, country="GE").loc["two"]
    assert row["main_length_km"] == 80
    assert row["km_by_country"] == "GE:50.0;sea:30.0"
    assert row["operating_share_pct"] == pytest.approx(62.5)
    assert row["country_km"] == 50
    assert row["total_length_km"] == 80


def test_detour_index_does_not_mind_the_direction_of_drawing(segments):
    turned = segments.copy()
    turned.loc["b", "geometry"] = segments.geometry["b"].reverse()
    turned.loc["b", ["from_node", "to_node"]] = ["r", "q"]
    for table in (segments, turned):
        row = metrics.route_metrics(table, main={"one": ["a", "b"]}).loc["one"]
        assert row["detour_index"] == pytest.approx(150 / 222.639, abs=1e-3)


def test_detour_index_of_one_segment_and_of_a_chain_that_begins_against_its_drawing(segments):
    """a alone: 100 km for one degree of the equator; b and a, from r to p: 150 km for two."""
    degree = 111.3195
    one = metrics.route_metrics(segments, main={"one": ["a"]}).loc["one"]
    assert one["detour_index"] == pytest.approx(100 / degree, abs=1e-4)
    back = metrics.route_metrics(segments, main={"one": ["b", "a"]}).loc["one"]
    assert back["detour_index"] == pytest.approx(150 / (2 * degree), abs=1e-4)


def test_the_country_is_serbia_if_none_is_said(segments):
    segments.loc["b", "country"] = "RS"
    assert metrics.route_metrics(segments, main={"one": ["a", "b"]}).loc[
        "one", ["country", "country_km"]
    ].tolist() == [
        "RS",
        50.0,
    ]


def test_a_deviation_is_a_column_with_its_name():
    found = metrics.deviation_pct(pd.Series([103.0, 1.0]), pd.Series([100, None], dtype="Int64"))
    assert (found.name, found[0]) == ("deviation_pct", pytest.approx(3))
    assert found.isna().tolist() == [False, True]


def test_unknown_segment_in_a_main_route(segments):
    with pytest.raises(UnknownNameError, match="no such segment"):
        metrics.route_metrics(segments, main={"one": ["a", "zz"]})


@pytest.mark.parametrize(
    ("countries", "crossings"),
    [([], 0), (["AZ"], 0), (["AZ", "GE", "GE", "TR"], 2), (["TR", "", "TR", "GR", "AL", "", "IT"], 3)],
)
def test_border_crossings(countries, crossings):
    assert metrics.border_crossings(countries) == crossings

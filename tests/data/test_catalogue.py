"""The catalogue's facts: every corridor, segment, node, source and way point is its own case."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import Point

import layers
from geo import scenarios
from geo.lines import distance_km, length_km
from geo.reference import WGS84
from layers import answers, boundaries, claims
from layers.reader import CATALOGUE, read_definition

ATLAS = layers.read()
DEFINITION, PROBLEMS = read_definition(CATALOGUE)
DRAWN = {line.segment: line.line for line in DEFINITION.drawn}
TODAY = answers.supply(ATLAS).rows
CLAIMS = claims.answered(ATLAS, claims.figures(ATLAS, TODAY))
WAY_POINTS = [located.record for located in DEFINITION.way_points]

# line, published km, allowed deviation in per cent; the sources stand in the catalogue beside each length
PROMISED = [
    ("TAP", 878, 2.0),
    ("TANAP", 1811, 2.5),
    ("SCPX loop", 489, 2.0),
    ("Bulgaria–Serbia interconnector", 170, 6.0),
]


def test_nothing_is_wrong():
    assert not PROBLEMS


@pytest.mark.parametrize("corridor", ATLAS.corridors.index)
def test_corridor_has_its_texts_in_three_languages(corridor):
    row = ATLAS.corridors.loc[corridor]
    for language in ("en", "sr", "az"):
        assert row[f"title_{language}"]
        assert len(row[f"description_{language}"]) > 100
    assert row["main"]


@pytest.mark.parametrize("segment", ATLAS.segments.index)
def test_segment(segment):
    row = ATLAS.segments.loc[segment]
    assert row["length_km"] > 1
    assert row["sources"]
    assert set(row["sources"].split(";")) <= set(ATLAS.sources.index)
    assert row.geometry.is_valid
    assert row.geometry.is_simple or row["accuracy_km"] <= 1, "a coarse line crosses itself"
    if row["alignment_method"] == "schematic" or row["confidence"] == "low":
        assert row["note"], "what is unsure says why"
    if abs(row["deviation_pct"]) > 3:
        assert row["note"], "a length that deviates says why"


@pytest.mark.parametrize("node", ATLAS.nodes.index)
def test_node_touches_its_segments(node):
    row = ATLAS.nodes.loc[node]
    own = ATLAS.segments[(ATLAS.segments["from_node"] == node) | (ATLAS.segments["to_node"] == node)]
    assert len(own)
    for line in own.geometry:
        assert distance_km(line, row.geometry) < 0.01, "lines meet exactly in their node"
    ashore = {country for country in own["country"] if country}
    if row["kind"] == "border_point":
        assert set(row["country"].split(";")) >= ashore
        assert len(row["country"].split(";")) == 2


@pytest.mark.parametrize("source", ATLAS.sources.index)
def test_source_is_used_and_has_been_read(source):
    row = ATLAS.sources.loc[source]
    assert row["facts"] > 0
    assert row["read"] != "unknown"
    assert row["address"].startswith("http")


@pytest.mark.parametrize("point", WAY_POINTS, ids=lambda point: f"{point.segment}-{point.order}")
def test_line_passes_its_way_point(point):
    """Within 2 km for SCPX, TANAP and TAP, within 5 km for IGB, as the way points themselves say."""
    assert distance_km(DRAWN[point.segment], Point(point.lon, point.lat)) <= point.within_km


@pytest.mark.parametrize(("line", "published", "allowed"), PROMISED, ids=[row[0] for row in PROMISED])
def test_measured_line_is_near_its_published_length(line, published, allowed):
    own = ATLAS.segments[ATLAS.segments["line"] == line]
    assert 100 * abs(own["length_km"].sum() / published - 1) <= allowed


def test_route_points_are_all_there():
    """
    Every tenth kilometre of the published routes is a way point; the last of TANAP is the first of TAP.

    TANAP’s has a gap of 94 km at Erzurum.
    """
    counts = pd.Series([point.name.split(" route point")[0] for point in WAY_POINTS]).value_counts()
    assert (counts[["SCPX", "TANAP", "TAP", "IGB"]] >= [50, 171, 88, 17]).all()


def test_dense_alignments_are_denser_than_the_sketches():
    """TAP and TANAP are traced; a length drawn by its way points alone would be 5 to 12 % short."""
    for line in ("TAP", "TANAP"):
        own = ATLAS.segments[
            (ATLAS.segments["line"] == line) & (ATLAS.segments["alignment_method"] == "traced")
        ]
        vertices = own.geometry.count_coordinates().sum()
        assert own["length_km"].sum() / vertices < 2


@pytest.mark.parametrize("segment", ATLAS.segments[ATLAS.segments["country"] != ""].index)
def test_almost_nothing_of_a_segment_lies_in_another_country(segment):
    """Natural Earth's borders are 1.2 km off in the median: a tenth may lie beyond them, no more.

    Its shores are off as well (a third of the Marmaray railway lies at sea); `check` keeps lines
    within 5 km of them. A shared river is counted for one bank, and lies in all countries of its ends.
    """
    row = ATLAS.segments.loc[segment]
    names = {row["country"]}
    if row["mode"] == "inland_waterway":
        ends = ATLAS.nodes.loc[[row["from_node"], row["to_node"]], "country"]
        names |= {country for both in ends for country in both.split(";")}
    others = boundaries.countries().geometry
    others = others[~others.index.isin(names) & others.intersects(row.geometry)]
    abroad = gpd.GeoSeries([row.geometry.intersection(others.union_all())], crs=WGS84)
    assert length_km(abroad)[0] <= 0.1 * row["length_km"]


def test_an_analyst_finds_serbia_complete():
    serbia = ATLAS.segments[ATLAS.segments["country"] == "RS"]
    assert {"kalotina_dimitrovgrad_gas", "trupale", "banatski_dvor", "horgos_1"} <= {
        *serbia["from_node"],
        *serbia["to_node"],
    }


@pytest.mark.parametrize("quantity", ATLAS.quantities.index)
def test_quantity_says_what_it_is(quantity):
    row = ATLAS.quantities.loc[quantity]
    assert row["name"]
    assert set(row["sources"].split(";")) <= set(ATLAS.sources.index)
    if row["confidence"] == "low":
        assert row["note"], "what is unsure says why"


@pytest.mark.parametrize("claim", CLAIMS.index)
def test_claim_has_a_finding_and_its_figure(claim):
    row = CLAIMS.loc[claim]
    assert row["finding"].endswith(".")
    assert (row["figure"] == "") == pd.isna(row["figure_value"])
    if row["verdict"] != "cannot_be_checked":
        assert row["sources"] != row["claimed_in"] or claim == "north_south_serbia", (
            "a verdict needs a source"
        )


@pytest.mark.parametrize("scenario", ATLAS.scenarios.index)
def test_scenario_and_its_opposite_give_today(scenario):
    change = ATLAS.changes[scenario]
    for name, table in (("segments", ATLAS.segments), ("quantities", ATLAS.quantities)):
        then = scenarios.applied(table, change, name=name)
        columns = [column for column in table if column != "geometry"]
        back = scenarios.applied(then, scenarios.opposite(table, change, name=name), name=name)
        assert scenarios.differences(table[columns], back[columns]).empty
        twice = scenarios.applied(then, change, name=name)
        assert scenarios.differences(then[columns], twice[columns]).empty


@pytest.mark.parametrize("scenario", ATLAS.scenarios.index)
def test_scenario_changes_something_or_says_why_not(scenario):
    row = ATLAS.scenarios.loc[scenario]
    assert row["title_en"] != row["title_sr"] != row["title_az"]
    changed = scenarios.differences(ATLAS.segments[["status"]], ATLAS.under(scenario).segments[["status"]])
    assert len(changed) or (ATLAS.changes[scenario]["table"] == "quantities").any() or row["note"]

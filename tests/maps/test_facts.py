"""What a page knows: the figures of the tables, the promised columns, nothing missing."""

import numpy as np
import pytest
import shapely

from layers.columns import columns
from maps import facts
from tests.maps.test_packed import unpacked


@pytest.fixture(scope="module")
def known(atlas):
    return facts.atlas_facts(atlas, ["southern_gas_corridor"], focus="RS")


def test_every_segment_and_node_of_the_corridor_is_known(known, atlas):
    segments = atlas.segments_of("southern_gas_corridor")
    assert [row[0] for row in known["segments"]["rows"]] == list(segments["id"])
    assert {row[0] for row in known["nodes"]["rows"]} == {*segments["from_node"], *segments["to_node"]}


@pytest.mark.parametrize("table", ["segments", "nodes"])
def test_downloads_have_the_promised_columns(known, table):
    assert known[table]["columns"] == list(columns()[table])


def test_what_is_drawn_lies_on_what_is_measured(known, atlas):
    for row, path in zip(known["segments"]["rows"], known["segments"]["paths"], strict=True):
        [drawn] = unpacked([path], facts.DECIMALS)
        apart = shapely.hausdorff_distance(shapely.LineString(drawn), atlas.segments.geometry[row[0]])
        assert apart * 111.3 <= facts.DRAWN_WITHIN_KM + 0.02, row[0]


def test_corridors_have_the_figures_of_the_table(known, kept):
    own = known["corridors"]["southern_gas_corridor"]
    assert own["main_km"] == round(kept.loc["southern_gas_corridor", "main_length_km"], 1)
    assert (own["operating_pct"], own["borders"], own["own"]) == (100.0, 5, True)
    assert own["title"][1] == "Južni gasni koridor"
    assert sum(own["shares"].values()) == pytest.approx(own["main_km"], abs=0.2)


def test_corridors_that_only_share_segments_are_told_from_the_page_s_own(known):
    assert not known["corridors"]["serbian_network"]["own"]


def test_a_line_has_its_published_length_and_countries(known):
    tap = known["lines"]["TAP"]
    assert tap["published_km"] == 878  # Trans Adriatic Pipeline AG
    assert tap["deviation_pct"] == pytest.approx(-0.9, abs=0.05)
    assert [code for code, _ in tap["countries"]] == ["GR", "AL", "", "IT"]
    assert sum(km for _, km in tap["countries"]) == pytest.approx(tap["km"], abs=0.3)


def test_every_source_that_is_named_is_known(known):
    for table in ("segments", "nodes"):
        at = known[table]["columns"].index("sources")
        for row in known[table]["rows"]:
            assert set(row[at].split(";")) <= set(known["sources"])


def test_every_look_that_occurs_is_known(known):
    for key, table, column in (
        ("status", "segments", "status"),
        ("mode", "segments", "mode"),
        ("node", "nodes", "kind"),
    ):
        at = known[table]["columns"].index(column)
        assert {row[at] for row in known[table]["rows"]} <= set(known["looks"][key])


def test_ends_of_the_main_route_show_from_afar(known):
    assert set(known["nodes"]["ends"]) == {"shah_deniz", "melendugno"}


def test_hostile_text_is_cleaned(atlas):
    changed = atlas.segments.copy()
    changed.loc["tap_italy", "name"] = "\u202eylatI\x00"
    rows = facts.rows(changed, "segments")["rows"]
    [name] = [row[4] for row in rows if row[0] == "tap_italy"]
    assert name == "ylatI"


def test_numbers_are_plain(known):
    at = known["segments"]["columns"].index("length_km")
    assert all(
        isinstance(row[at], float) and not isinstance(row[at], np.generic)
        for row in known["segments"]["rows"]
    )

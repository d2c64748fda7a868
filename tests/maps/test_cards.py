"""Cards: every figure with its source, everything escaped."""

import pytest

from maps import cards
from maps.pages import describe
from tests.maps.test_text import HOSTILE


def card(atlas, name):
    page = describe(atlas, "southern_gas_corridor")
    return page.routes.set_index("id").loc[name, "card"]


def test_a_segment_card_has_figures_and_linked_sources(atlas):
    html = card(atlas, "tap_greece_centre")
    for expected in (
        "operating since 2020",
        "11.2 bcm a year",
        "published 878 km (−0.9 %)",
        "https://www.trend.az/azerbaijan/4159629.html",
        "as of 2026-11-22",
    ):
        assert expected in html


def test_a_sketch_says_so(atlas):
    assert "drawn from a sketch, may be 15 km off" in card(atlas, "tanap_pasinler_tercan")
    assert "may be 5 km off" in card(atlas, "ibs_serbia")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_data_stay_text(atlas, hostile):
    name = "tap_greece_centre"
    atlas.sources.loc["trend_tap_2026"]
    segment = atlas.segments.loc[name].copy()
    for key in ("name", "line", "operator", "note"):
        segment[key] = hostile
    html = cards.segment_card(segment, atlas.segments.loc[name], atlas)
    for part in ("<img", "<script", 'onmouseover="', "`", "${", "\u202e"):
        assert part not in html


def test_a_node_card_names_both_sides_of_a_border(atlas):
    html = cards.node_card(atlas.nodes.loc["kalotina_dimitrovgrad_gas"], atlas)
    assert "Bulgaria / Serbia" in html
    assert "low confidence" in html

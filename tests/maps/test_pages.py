"""The description of a page: what is shown, and in which words."""

import pytest
import shapely

from geo.errors import UnknownNameError
from maps import drawn, pages


@pytest.fixture(scope="module")
def page(atlas):
    return pages.describe(atlas, "southern_gas_corridor")


def test_key_figures_are_those_of_the_table(page):
    assert page.figures == (
        ("3,437 km", "main route"),
        ("100 %", "of it operates"),
        ("5", "borders crossed"),
        ("646 km", "in Serbia"),
    )


def test_legend_has_the_statuses_that_occur(page, atlas):
    assert [entry.status for entry in page.legend] == ["operating"]
    assert page.legend[0].length == "5,025 km"


def test_every_segment_and_node_is_drawn(page, atlas):
    segments = atlas.segments[atlas.segments["corridor"] == "southern_gas_corridor"]
    assert list(page.routes["id"]) == list(segments["id"])
    assert set(page.nodes["id"]) == {*segments["from_node"], *segments["to_node"]}


def test_what_is_drawn_lies_on_what_is_measured(page, atlas):
    measured = atlas.segments.geometry[page.routes["id"]]
    apart = shapely.hausdorff_distance(page.routes.geometry.values, measured.values)
    assert apart.max() * 111.3 <= drawn.DRAWN_WITHIN_KM * 1.01


def test_shared_segments_are_explained_in_the_legend(atlas):
    page = pages.describe(atlas, "serbian_network")
    assert [(entry.text, entry.colour) for entry in page.colours] == [
        ("shared with Southern Gas Corridor", "#c8102e")
    ]
    assert "ibs_serbia" in set(page.routes["id"])


def test_a_sketch_is_drawn_softer(page):
    opacity = {row.id: row.style["opacity"] for row in page.routes.itertuples()}
    assert opacity["tanap_pasinler_tercan"] < opacity["tanap_tercan_eskisehir"] == 1


def test_planned_lines_are_dashed_and_switched_on_their_own(atlas):
    from dataclasses import replace

    changed = atlas.segments.copy()
    changed.loc["ibs_serbia", "status"] = "planned"
    page = pages.describe(replace(atlas, segments=changed), "southern_gas_corridor")
    assert [entry.status for entry in page.legend] == ["operating", "planned"]
    styles = {row.id: row.style["dashArray"] for row in page.routes.itertuples()}
    assert styles["ibs_serbia"] == "4.8 4.8"
    assert styles["ibs_bulgaria"] == ""


def test_credits_name_every_licensor_and_the_footnote(page):
    text = " ".join(page.credits)
    for expected in (
        "Global Energy Monitor (CC BY 4.0)",
        "OpenStreetMap contributors (ODbL 1.0)",
        "Natural Earth",
        "UNSCR 1244/1999",
    ):
        assert expected in text


def test_unknown_corridor(atlas):
    with pytest.raises(UnknownNameError, match='did you mean "southern_gas_corridor"'):
        pages.describe(atlas, "southern_gas")


def test_the_overview_shows_everything(atlas):
    page = pages.overview(atlas)
    assert len(page.routes) == len(atlas.segments)
    assert [entry.page for entry in page.colours] == list(atlas.corridors["id"])
    assert [row[0] for row in page.table.rows] == list(atlas.corridors["title_en"])
    assert sum(share for _, _, share in page.shares) == pytest.approx(100, abs=0.3)

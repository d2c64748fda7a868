"""The description of a page: what it is about, what lies below, who is named."""

import pytest
import shapely

from geo.errors import UnknownNameError
from maps import pages


@pytest.fixture(scope="module")
def page(atlas):
    return pages.describe(atlas, "southern_gas_corridor")


def test_title_and_text_in_every_language(page):
    assert page.title.az == "Cənub Qaz Dəhlizi"
    assert page.about.sr.startswith("Gas iz polja")


def test_all_pages_are_linked(page, atlas):
    assert [name for name, _ in page.pages] == ["index", "serbia", *atlas.corridors.index, "compare", "brief"]


def test_credits_name_every_licensor(page):
    text = " ".join(page.credits)
    for expected in (
        "Global Energy Monitor (CC BY 4.0)",
        "OpenStreetMap contributors (ODbL 1.0)",
        "Natural Earth",
    ):
        assert expected in text


def test_the_ground_holds_the_whole_corridor(page):
    west, south, east, north = page.extent
    assert page.ground.frame[0] < west < east < page.ground.frame[2]
    assert page.ground.frame[1] < south < north < page.ground.frame[3]


def test_land_and_sea_are_where_they_are(page):
    belgrade, black_sea = shapely.Point(20.46, 44.82), shapely.Point(34, 43)
    assert page.ground.land.contains(belgrade)
    assert page.ground.focus.contains(belgrade)
    assert not page.ground.land.contains(black_sea)


def test_borders_are_no_coasts(page):
    danube = shapely.Point(22.6, 44.6).buffer(0.2)  # Serbia and Romania
    shore = shapely.Point(28.65, 44.17).buffer(0.2)  # Constanța
    assert page.ground.borders.intersects(danube)
    assert not page.ground.borders.intersects(shore)


def test_what_is_seen_first_leaves_alternatives_out(atlas):
    """IMEC's alternative by the Cape would make the rest a corner of the map."""
    assert pages.describe(atlas, "imec").extent[1] > 0


def test_countries_and_seas_are_named_in_three_languages(page):
    named = {label.name.en: label for label in page.ground.labels}
    assert (named["Türkiye"].name.sr, named["Türkiye"].code) == ("Turska", "TR")
    assert named["Black Sea"].name.az == "Qara dəniz"


def test_unknown_corridor(atlas):
    with pytest.raises(UnknownNameError, match='did you mean "southern_gas_corridor"'):
        pages.describe(atlas, "southern_gas")


def test_the_overview_knows_everything(atlas):
    page = pages.describe(atlas)
    assert len(page.facts["segments"]["rows"]) == len(atlas.segments)
    assert set(page.facts["corridors"]) == set(atlas.corridors["id"])
    assert all(corridor["own"] for corridor in page.facts["corridors"].values())

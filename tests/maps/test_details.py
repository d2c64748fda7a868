"""Small maps: what they show lies on them, names keep off one another, ideas look like ideas."""

from itertools import combinations

import pytest
import shapely

from layers.evidence import places
from maps.details import LINE_PX, SHARE, WIDTH_PX, _size, detail

CLAIMS = (
    "ibs_60_pct",
    "imec_as_drawn",
    "cable_4_gw",
    "middle_corridor_works",
    "north_south_serbia",
    "danube_lng",
)


@pytest.fixture(scope="module")
def drawn(atlas):
    shown = atlas.claims.loc[list(CLAIMS), "shown"]
    return {claim: detail(atlas, places(text), focus="RS") for claim, text in shown.items()}


def box(name):
    width = _size(name.text, name.kind)
    left = name.left - {"start": 0, "middle": width / 2, "end": width}[name.anchor]
    return shapely.box(left, name.top - LINE_PX + 3, left + width, name.top + 3)


@pytest.mark.parametrize("claim", CLAIMS)
def test_places_lie_on_the_map(drawn, claim):
    found = drawn[claim]
    assert (found.width, found.height) == (WIDTH_PX, round(WIDTH_PX * SHARE))
    assert found.ways
    assert found.dots
    assert all(0 < x < found.width and 0 < y < found.height for x, y in found.dots)
    assert all(
        box(name).centroid.within(shapely.box(0, 0, found.width, found.height)) for name in found.names
    )


@pytest.mark.parametrize("claim", CLAIMS)
def test_names_of_the_ground_keep_off_all_others(drawn, claim):
    names = drawn[claim].names
    pairs = [pair for pair in combinations(names, 2) if {one.kind for one in pair} != {"place"}]
    assert not [
        (one.text.en, other.text.en) for one, other in pairs if box(one).intersection(box(other)).area > 12
    ]


def test_what_is_only_proposed_is_dotted_and_comes_first(drawn):
    ways = drawn["imec_as_drawn"].ways
    assert [way.status for way in ways] == ["proposed", "planned", "operating"]
    assert (ways[0].cap, bool(ways[0].dash), ways[-1].dash) == ("round", True, "")


def test_names_are_in_three_languages(drawn):
    [sea] = [name for name in drawn["cable_4_gw"].names if name.text.en == "Black Sea"]
    assert (sea.text.sr, sea.text.az, sea.kind) == ("Crno more", "Qara dəniz", "sea")


def test_nothing_to_show(atlas):
    assert detail(atlas, [], focus="RS") is None


def test_a_way_round_africa_is_cut_at_the_equator(atlas):
    found = detail(atlas, [("line", "Around Africa")], focus="RS")
    assert found.ways[0].path.startswith("M")


def test_a_place_alone_is_shown_with_what_lies_around(atlas):
    found = detail(atlas, [("node", "nis")], focus="RS")
    assert "Serbia" in {name.text.en for name in found.names}
    assert found.dots == ((pytest.approx(WIDTH_PX / 2, abs=2), pytest.approx(WIDTH_PX * SHARE / 2, abs=6)),)

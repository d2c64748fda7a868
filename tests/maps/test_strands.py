"""Which lines run together, and on which side each is drawn."""

import geopandas as gpd
import pytest
from shapely import LineString

from layers.symbols import symbols
from maps import strands

ORDER = ["a", "b", "c"]


def table(**rows):
    """Rows of (corridors, line, from_node, to_node, vertices)."""
    columns = ["corridors", "line", "from_node", "to_node", "geometry"]
    made = [dict(zip(columns, (*row[:4], LineString(row[4])), strict=True)) for row in rows.values()]
    return gpd.GeoDataFrame(made, index=list(rows), crs="OGC:CRS84")


def test_a_line_alone_stays_on_its_course():
    alone = table(one=("a", "l", "p", "q", [(20, 44), (19, 45)]))
    assert strands.slots(alone, ORDER) == {"one": {"a": 0.0}}


def test_the_order_holds_whichever_way_a_line_was_digitised():
    """Travelled north-west: one is drawn that way, the next against it. To the right stays to the right."""
    both = table(
        one=("a;b", "l", "p", "q", [(21, 44), (20, 45)]), two=("a;b", "l", "r", "q", [(19, 46), (20, 45)])
    )
    assert strands.slots(both, ORDER) == {"one": {"a": -0.5, "b": 0.5}, "two": {"a": 0.5, "b": -0.5}}


def test_two_lines_of_one_corridor_in_one_trench_lie_side_by_side():
    pair = table(
        old=("a", "SCP", "p", "q", [(49, 40), (45, 41)]),
        new=("a", "SCPX", "p", "r", [(49, 40.01), (45, 41.01)]),
    )
    assert strands.running_together(pair) == [("new", "old")]
    assert strands.slots(pair, ORDER) == {"old": {"a": -0.5}, "new": {"a": 0.5}}


def test_a_line_that_only_crosses_another_does_not_run_with_it():
    cross = table(
        one=("a", "l", "p", "q", [(20, 44), (22, 44)]), two=("b", "m", "r", "s", [(21, 43), (21, 45)])
    )
    assert strands.running_together(cross) == []


def test_a_stub_does_not_run_with_the_line_it_leaves():
    stub = table(
        main=("a", "l", "p", "q", [(20, 44), (22, 44)]), stub=("b", "m", "r", "s", [(21, 44), (21.05, 44.01)])
    )
    assert strands.running_together(stub) == []


@pytest.fixture(scope="module")
def drawn(atlas):
    return strands.slots(atlas.segments, list(symbols().corridor))


def test_lines_that_are_known_to_share_a_trench_are_found(atlas):
    pairs = strands.running_together(atlas.segments)
    assert ("scp_azerbaijan_west", "scpx_azerbaijan") in pairs
    assert ("turkstream_1_offshore", "turkstream_2_offshore") in pairs


def test_nothing_in_the_catalogue_lies_on_anything_it_runs_with(atlas, drawn):
    """Pieces of one line of one corridor may: they have one look and are one line."""
    lines = atlas.segments["corridors"] + atlas.segments["line"]
    for one, other in strands.running_together(atlas.segments):
        if lines[one] == lines[other]:
            continue
        facing = {name: strands._facing(atlas.segments.geometry[name]) for name in (one, other)}
        places = [{facing[name] * place for place in drawn[name].values()} for name in (one, other)]
        assert not places[0] & places[1], (one, other)


def test_every_corridor_of_every_segment_has_its_own_place(atlas, drawn):
    for name, joined in atlas.segments["corridors"].items():
        assert set(drawn[name]) == set(joined.split(";"))
        assert len(set(drawn[name].values())) == len(drawn[name])


def test_the_order_of_the_rows_does_not_matter(atlas, drawn):
    assert strands.slots(atlas.segments.iloc[::-1], list(symbols().corridor)) == drawn


def test_main_routes_are_travelled_from_end_to_end(atlas):
    ways = strands.travelled(atlas.segments, atlas.main_routes.values())
    for route in atlas.main_routes.values():
        at = None
        for name in route:
            ends = atlas.segments.loc[name, ["from_node", "to_node"]].tolist()[:: ways[name]]
            assert at in {None, ends[0]} or len([r for r in atlas.main_routes.values() if name in r]) > 1
            at = ends[1]

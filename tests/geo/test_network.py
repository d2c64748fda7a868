"""Routes over a world drawn in `tests/journey.py`; the sums stand beside the cases."""

import re

import pytest

from geo import network
from geo.errors import NoRouteError, UnknownNameError
from geo.modes import STATUSES, WORLDS
from layers.model import Mode, Status
from tests.journey import LINKS, NODES, SEGMENTS, nodes, segments, world

WAYS = {
    "shortest, by sea: 1000 + 2.226 + 100 + 150 km; 50 + 30 + 2 + 15 + 3 hours": (
        ("port_a", "town"),
        {},
        ["sea", "rail_b", "rail_c"],
        (1252.226, 100.0),
    ),
    "fastest, by land: 1400 + 150 km; 28 + 10 + 3 hours": (
        ("port_a", "town"),
        {"by": "hours"},
        ["land", "rail_c"],
        (1550.0, 41.0),
    ),
    "by way of what lies on it": (
        ("port_a", "town"),
        {"via": ["station_b"]},
        ["sea", "rail_b", "rail_c"],
        (1252.226, 100.0),
    ),
    "to the end and back: + 2 * 50 km, 2 * 1 hours": (
        ("port_a", "town"),
        {"via": ["last"]},
        ["sea", "rail_b", "rail_c", "rail_end", "rail_end"],
        (1352.226, 102.0),
    ),
    "by way of what is only linked: + 2 * 11.132 + 50 km": (
        ("port_a", "last"),
        {"via": ["hub"], "by": "hours"},
        ["land", "rail_c", "rail_end"],
        (1622.264, 42.0),
    ),
    "backwards": (("town", "port_a"), {}, ["rail_c", "rail_b", "sea"], (1252.226, 100.0)),
}


@pytest.mark.parametrize("case", WAYS)
def test_best_route(case):
    ends, options, expected, (km, hours) = WAYS[case]
    found = network.route(world(), *ends, **options)
    assert list(found.segments) == expected
    assert found.km == pytest.approx(km, abs=0.001)
    assert found.hours == pytest.approx(hours)


def test_legs_say_what_is_waited_for():
    legs = network.route(world(), "port_a", "town").legs
    assert legs["mode"].tolist() == ["sea", "transfer", "rail", "rail"]
    assert legs["wait_for"].tolist() == ["", "", "sea to rail", "border BB–CC; change of gauge BB–CC"]
    assert legs["wait_hours"].tolist() == [0, 0, 30, 15]


def test_sums_of_a_route():
    """By sea 1000 + 100 of 1250 km operate, 150 are built but suspended; the link is no segment."""
    found = network.route(world(), "port_a", "town")
    assert (found.border_crossings, found.mode_changes) == (1, 1)
    assert (found.stands_pct, found.operates_pct) == (100.0, 88.0)
    assert found.nodes == ("port_a", "port_b", "station_b", "border", "town")
    assert "1,252 km, about 4 days (an estimate)" in found._repr_html_()


def test_gas_reaches_the_town_by_what_serves_it_and_goes_no_further():
    found = network.route(world(), "pit", "town")
    assert found.legs["mode"].tolist() == ["gas_pipeline", "transfer"]
    assert found.km == pytest.approx(311.132, abs=0.001)
    with pytest.raises(
        NoRouteError, match="nothing in the atlas connects them: pit has gas_pipeline; last has rail"
    ):
        network.route(world(), "pit", "last")


def test_where_every_way_goes_back_the_best_is_all_there_is():
    """Behind the last station the line ends, so a stop there is there and back."""
    ends, stops = ("port_a", "town"), {"via": ["last"], "by": "hours"}
    found = network.routes(world(), *ends, **stops)
    assert [route.segments for route in found] == [network.route(world(), *ends, **stops).segments]
    assert found[0].segments[-2:] == ("rail_end", "rail_end")


LIMITS = {
    "without the port": ({"avoid": ["port_b"]}, ["land", "rail_c"]),
    "without the segment": ({"avoid": ["sea"]}, ["land", "rail_c"]),
    "only rail": ({"modes": ["rail"]}, ["land", "rail_c"]),
    "what is built": ({"statuses": ["operating", "suspended"]}, ["sea", "rail_b", "rail_c"]),
}


@pytest.mark.parametrize("case", LIMITS)
def test_limits(case):
    limits, expected = LIMITS[case]
    part = network.within(world(), **limits)
    assert list(network.route(part, "port_a", "town", by="hours").segments) == expected


ERRORS = {
    "not connected by what is allowed": (
        {"modes": ["rail"], "statuses": ["operating"]},
        ("port_a", "town"),
        {},
        "no way from port_a to town (rail; operating); this would connect them: sea (sea, operating), "
        "rail_c (rail, suspended)",
    ),
    "avoided": (
        {"avoid": ["town"]},
        ("port_a", "last"),
        {},
        "no way from port_a to last (without town); this would connect them: rail_c (rail, suspended), "
        "rail_end (rail, operating)",
    ),
    "no hours for gas": (
        {},
        ("pit", "hub"),
        {"by": "hours"},
        "no way from pit to hub by hours: none are known for gas_pipeline",
    ),
    "the same": ({}, ("town", "TOWN"), {}, "no way from town to town: they are the same node"),
}


@pytest.mark.parametrize("case", ERRORS)
def test_no_route_says_what_would_connect(case):
    limits, ends, options, message = ERRORS[case]
    with pytest.raises(NoRouteError) as caught:
        network.route(network.within(world(), **limits), *ends, **options)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ({"modes": ["train"]}, "'train': no such mode; did you mean \"rail\"?"),
        ({"statuses": ["operatin"]}, "'operatin': no such status; did you mean \"operating\"?"),
        ({"avoid": ["twon"]}, "'twon': no such node; did you mean \"town\"?"),
    ],
)
def test_limits_that_do_not_exist(limits, message):
    with pytest.raises(UnknownNameError, match=re.escape(message)):
        network.within(world(), **limits)


def test_hours_need_times():
    bare = network.graph(segments(SEGMENTS), nodes(NODES), links=LINKS)
    with pytest.raises(ValueError, match="this network has no times"):
        network.route(bare, "port_a", "town", by="hours")
    with pytest.raises(ValueError, match="by = 'miles': must be 'km' or 'hours'"):
        network.route(bare, "port_a", "town", by="miles")


def test_a_graph_names_what_it_does_not_know():
    lost = segments([("rail_b", "station_b", "bordr", "rail", "operating", "BB", 100.0)])
    with pytest.raises(UnknownNameError, match="'bordr': no such node"):
        network.graph(lost, nodes(NODES))


def test_routes_differ_from_one_another():
    by_sea, by_land = network.routes(world(), "port_a", "town", k=5)
    assert (by_sea.segments[0], by_land.segments[0]) == ("sea", "land")
    assert by_land.new_pct(by_sea.segments) == pytest.approx(100 * 1400 / 1550)
    assert by_land.detour(by_sea) == pytest.approx(1400 / 1102.226, rel=1e-5)
    assert len(network.routes(world(), "port_a", "town", k=1)) == 1


def test_a_long_detour_is_no_alternative():
    """From the border to the town the loop takes 240 km instead of 150: 1.6 times as much."""
    rows = [*SEGMENTS, ("loop_1", "border", "far", "rail", "operating", "CC", 120.0)]
    rows.append(("loop_2", "far", "town", "rail", "operating", "CC", 120.0))
    net = network.graph(segments(rows), nodes(NODES | {"far": (10.5, 1, "CC")}), links=LINKS)
    assert all("loop_1" not in found.segments for found in network.routes(net, "port_a", "town", k=9))


def test_words_are_those_of_the_catalogue():
    assert set(WORLDS) == set(Mode)
    assert set(STATUSES) == set(Status)

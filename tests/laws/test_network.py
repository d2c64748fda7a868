"""Properties of routes that hold for any network."""

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo import network
from geo.errors import NoRouteError
from tests.journey import TIMES, nodes, segments
from tests.laws import test_lines  # noqa: F401  # loads the profile

NAMES = "abcdefg"
PLACES = {name: (float(number), 0.0, "AA;BB") for number, name in enumerate(NAMES)}

a_segment = st.tuples(
    st.sampled_from([(one, other) for one in NAMES for other in NAMES if one < other]),
    st.sampled_from(["rail", "sea"]),
    st.sampled_from(["AA", "BB"]),
    st.integers(1, 1000),
)
some_segments = st.lists(a_segment, min_size=3, max_size=14)
by = st.sampled_from(["km", "hours"])
place = st.sampled_from(NAMES)


def rows(drawn):
    return [
        (f"s{number}", one, other, mode, "operating", "" if mode == "sea" else country, float(km))
        for number, ((one, other), mode, country, km) in enumerate(drawn)
    ]


def network_of(table, places=PLACES):
    return network.graph(segments(table), nodes(places), times=TIMES)


def cost(net, one, other, measure, **options):
    try:
        found = network.route(net, one, other, by=measure, **options)
    except NoRouteError:
        return float("inf")
    return found.km if measure == "km" else found.hours


@given(some_segments, by)
def test_there_and_back_is_as_far(drawn, measure):
    net = network_of(rows(drawn))
    assert cost(net, "a", "g", measure) == pytest.approx(cost(net, "g", "a", measure))


@given(some_segments)
def test_the_shortest_way_is_that_of_networkx(drawn):
    net = network_of(rows(drawn))
    assume(nx.has_path(net, "a", "g"))
    assert cost(net, "a", "g", "km") == pytest.approx(nx.dijkstra_path_length(net, "a", "g", weight="km"))


@given(some_segments, by, place)
def test_a_via_never_shortens(drawn, measure, via):
    net = network_of(rows(drawn))
    assert cost(net, "a", "g", measure, via=[via]) >= cost(net, "a", "g", measure) - 1e-9


@given(some_segments, by, place)
def test_avoiding_what_is_not_passed_changes_nothing(drawn, measure, place):
    net = network_of(rows(drawn))
    assume(cost(net, "a", "g", measure) < float("inf"))
    best = network.route(net, "a", "g", by=measure)
    assume(place not in best.nodes)
    assert network.route(network.within(net, avoid=[place]), "a", "g", by=measure) == best


@given(some_segments, by, st.data())
def test_removing_an_edge_never_shortens(drawn, measure, data):
    net = network_of(rows(drawn))
    one, other, key = data.draw(st.sampled_from(sorted(net.edges(keys=True))))
    less = net.copy()
    less.remove_edge(one, other, key)
    assert cost(less, "a", "g", measure) >= cost(net, "a", "g", measure) - 1e-9


@given(some_segments, by, st.data())
def test_splitting_a_segment_changes_nothing(drawn, measure, data):
    table = rows(drawn)
    number = data.draw(st.integers(0, len(table) - 1))
    name, one, other, *what, km = table[number]
    share = data.draw(st.floats(0.1, 0.9))
    parts = [
        (name, one, "middle", *what, km * share),
        (f"{name}_2", "middle", other, *what, km * (1 - share)),
    ]
    split = [*table[:number], *parts, *table[number + 1 :]]
    whole = cost(network_of(table), "a", "g", measure)
    halves = cost(network_of(split, PLACES | {"middle": (0.5, 1.0, "AA")}), "a", "g", measure)
    assert halves == pytest.approx(whole)


@given(some_segments, by)
def test_alternatives_are_ways_that_differ(drawn, measure):
    net = network_of(rows(drawn))
    assume(cost(net, "a", "g", measure) < float("inf"))
    found = network.routes(net, "a", "g", by=measure, k=4)
    costs = [each.km if measure == "km" else each.hours for each in found]
    assert costs == sorted(costs)
    assert costs[0] == pytest.approx(cost(net, "a", "g", measure))
    for each in found:
        assert (each.nodes[0], each.nodes[-1]) == ("a", "g")
        assert len(set(each.nodes)) == len(each.nodes)
        assert all(net.has_edge(leg.from_node, leg.to_node, leg.segment) for leg in each.steps)
    for better, worse in pairwise(found):
        assert worse.new_pct(better.segments) >= 10

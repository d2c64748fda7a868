"""Drawing segments: over a network, straight where it has none, and the same on any day."""

import json
from itertools import pairwise

import numpy as np
import pytest
from pytest import approx  # noqa: PT013
from shapely import Point

from geo.errors import DefinitionError, UnknownNameError
from geo.lines import distance_km
from geo.places import apart_km
from layers.align import draw, seas
from layers.align.legs import How, straight_ways
from layers.align.rails import SNAP_KM, RailNetwork
from layers.reader import CATALOGUE, read_definition
from tests.conftest import need_package

DEFINITION, _ = read_definition(CATALOGUE)
BY_NETWORK = sorted(
    located.record.id for located in DEFINITION.segments if located.record.alignment.method == "network"
)


@pytest.fixture
def bent():
    """A line of 1 degree (111 km) with a bend, a siding beside its station, and a tile border.

    (0, 0) --- (0.5, 0.2) --- (1, 0)   gap   (1.01, 0) --- (2, 0)
                siding (0.5, 0.205) - (0.5, 0.21), joined to nothing
    """
    places = np.array([[0, 0], [0.5, 0.2], [1, 0], [1.01, 0], [2, 0], [0.5, 0.205], [0.5, 0.21]], dtype=float)
    ends = np.array([[0, 1], [1, 2], [3, 4], [5, 6]])
    return RailNetwork(places, ends, np.array([60.0, 60.0, 112.0, 0.6]))


def test_a_way_follows_the_track_and_counts_its_kilometres(bent):
    (leg,) = bent.ways([(0, 0), (1, 0)])
    assert leg.how is How.network
    assert leg.places == ((0, 0), (0.5, 0.2), (1, 0))
    assert leg.network_km == approx(120)


def test_a_station_beside_a_siding_stays_on_the_line(bent):
    before, after = bent.ways([(0, 0), (0.5, 0.2055), (1, 0)])
    assert (before.how, after.how) == (How.network, How.network)
    assert before.places[-1] == approx((0.5, 0.2))


def test_a_gap_at_a_dead_end_is_bridged(bent):
    (leg,) = bent.ways([(0.5, 0.2), (2, 0)])
    assert leg.how is How.network
    assert leg.network_km == approx(60 + 4 * apart_km((1, 0), (1.01, 0)) + 112, abs=0.01)


def test_a_place_without_a_track_is_reached_straight(bent):
    far = (1.5, 3 * SNAP_KM / 111)
    before, after = bent.ways([(1.01, 0), far, (2, 0)])
    assert (before.how, after.how) == (How.straight, How.straight)
    assert before.places == ((1.01, 0), far)


def test_a_way_round_is_not_believed():
    places = np.array([[0, 0], [0, 2], [0.5, 2], [0.5, 0]], dtype=float)
    network = RailNetwork(places, np.array([[0, 1], [1, 2], [2, 3]]), np.array([222.0, 56.0, 222.0]))
    (leg,) = network.ways([(0, 0), (0.5, 0)])
    assert leg.how is How.straight


def test_the_way_back_is_the_way():
    net = RailNetwork(
        np.array([[0, 0], [0.5, 0.2], [1, 0]], dtype=float), np.array([[0, 1], [1, 2]]), np.array([60.0, 60])
    )
    forth, back = net.ways([(0, 0), (1, 0)])[0], net.ways([(1, 0), (0, 0)])[0]
    assert forth.places == back.places[::-1]
    assert forth.network_km == back.network_km


def test_neighbours_at_sea_are_joined_straight():
    need_package("searoute", extra="align")
    places = [(56.30, 25.20), (56.60, 25.30)]
    assert seas.sea_ways(places) == straight_ways(places)


def test_the_sea_way_from_mundra_to_fujairah_is_that_of_the_nautical_tables():
    """764 nautical miles (1,415 km) by the tables of sea-distances.org."""
    need_package("searoute", extra="align")
    (leg,) = seas.sea_ways([(69.70, 22.74), (56.36, 25.17)])
    assert leg.network_km == approx(1415, rel=0.03)
    assert (leg.places[0], leg.places[-1]) == ((69.70, 22.74), (56.36, 25.17))


@pytest.mark.parametrize("name", BY_NETWORK)
def test_what_is_drawn_by_a_network_is_redrawn_the_same(name):
    """An alignment that was moved by hand is no longer `network`: say `stations` or `traced`."""
    need_package("scgraph_data", extra="align")
    need_package("searoute", extra="align")
    (drawing,) = draw.drawings(DEFINITION, [name])
    assert drawing.text == (CATALOGUE / "alignments" / f"{name}.geojson").read_text(encoding="utf-8")


def test_a_drawing_is_a_geojson_of_its_segment():
    (drawing,) = draw.drawings(DEFINITION, ["elemir_pancevo"])
    feature = json.loads(drawing.text)["features"][0]
    assert feature["properties"] == {"segment": "elemir_pancevo"}
    assert drawing.network_km == approx(drawing.length_km, rel=1e-3)
    steps = [apart_km(*pair) for pair in pairwise(feature["geometry"]["coordinates"])]
    assert max(steps) == approx(drawing.longest_straight_km)


def test_a_station_off_the_chord_turns_the_line_to_itself():
    """The way points of Istanbul’s suburban line are its stations; some chords of the network run by."""
    need_package("scgraph_data", extra="align")
    (drawing,) = draw.drawings(DEFINITION, ["gebze_halkali"])
    points = [way.record for way in DEFINITION.way_points if way.record.segment == "gebze_halkali"]
    assert len(points) == 41
    assert all(distance_km(drawing.line, Point(point.lon, point.lat)) <= 0.1 for point in points)
    vertices = set(drawing.line.coords)
    assert any((point.lon, point.lat) in vertices for point in points)


def test_unknown_names_are_answered():
    with pytest.raises(
        UnknownNameError, match=r"'elemir_pancev': no such segment; did you mean \"elemir_pancevo\"\?"
    ):
        draw.drawings(DEFINITION, ["elemir_pancev"])
    with pytest.raises(UnknownNameError, match="no such corridor"):
        draw.defined_by(DEFINITION, ["imek"])


def test_only_alignments_may_be_unreadable():
    _, problems = read_definition(CATALOGUE / "nowhere")
    with pytest.raises(DefinitionError):
        draw.require_readable(problems)

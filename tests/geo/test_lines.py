"""Lines on the ellipsoid. Expected numbers come from GeographicLib and from hand calculation."""

import math
from itertools import pairwise

import geopandas as gpd
import pytest
import shapely
from geographiclib.test.test_geodesic import GeodesicTest
from shapely import LineString, MultiLineString, Point

from geo import lines
from geo.errors import CoordinateSystemError
from geo.reference import ELLIPSOID, WGS84


def series(*geometry):
    return gpd.GeoSeries(list(geometry), crs=WGS84)


@pytest.mark.parametrize(
    ("start", "finish", "metres"),
    [
        # GeographicLib, GeodSolve's manual: JFK to London Heathrow
        pytest.param((-73.8, 40.6), (-0.5, 51.6), 5551759.400, id="JFK-LHR"),
        # quadrant of the meridian of WGS 84, 10,001,965.729 m: Moritz, Geodetic Reference System 1980
        pytest.param((0, 0), (0, 90), 10001965.729, id="equator-pole"),
        pytest.param((0, 0), (1, 0), 2 * math.pi * 6378137 / 360, id="one degree of equator"),
    ],
)
def test_length_is_the_published_geodesic(start, finish, metres):
    assert lines.length_km(series(LineString([start, finish])))[0] == pytest.approx(metres / 1000, abs=1e-5)


@pytest.mark.parametrize("case", GeodesicTest.testcases, ids=lambda case: f"{case[6] / 1000:.0f} km")
def test_length_is_that_of_geographiclibs_test_set(case):
    """Karney's own cases, as they come with the package geographiclib: exact to a nanometre."""
    lat, lon, _, to_lat, to_lon, _, metres, *_ = case
    line = LineString([(lon, lat), (to_lon, to_lat)])
    assert lines.length_km(series(line))[0] == pytest.approx(metres / 1000, abs=1e-11)


def test_missing_stays_missing_and_empty_is_zero():
    given = gpd.GeoSeries(
        [None, LineString(), LineString([(0, 0), (1, 0)])], index=["a", "b", "c"], crs=WGS84
    )
    measured = lines.length_km(given)
    assert list(measured.index) == ["a", "b", "c"]
    assert math.isnan(measured["a"])
    assert measured["b"] == 0
    assert measured["c"] == pytest.approx(111.3195, abs=1e-4)


def test_parts_count_together_and_heights_do_not():
    parts = MultiLineString([[(0, 0), (1, 0)], [(5, 0), (6, 0)]])
    high = LineString([(0, 0, 0), (1, 0, 9000)])
    measured = lines.length_km(series(parts, high))
    assert measured[0] == pytest.approx(2 * measured[1])


@pytest.mark.parametrize(
    "function", [lines.length_km, lines.densify, lambda x: lines.thin(x, tolerance_km=1)]
)
@pytest.mark.parametrize("crs", [None, "EPSG:3857"])
def test_other_coordinate_systems_are_refused(function, crs):
    with pytest.raises(CoordinateSystemError, match="coordinate system"):
        function(gpd.GeoSeries([LineString([(0, 0), (1, 1)])], crs=crs))


def test_densified_edge_stays_within_13_m_of_the_shortest_path():
    """The promise of the house: 25 km steps at 45 degrees north; the bound is the note's in `densify`."""
    dense = lines.densify(series(LineString([(20, 45), (30, 45)])))[0]
    steps = shapely.get_coordinates(dense)
    worst = 0.0
    for one, other in pairwise(steps):
        middle = ELLIPSOID.npts(*one, *other, 1)[0]
        straight = (one + other) / 2
        worst = max(worst, ELLIPSOID.inv(*middle, *straight)[2])
    assert 1 < worst < 13.5


def test_densify_keeps_vertices_and_what_is_empty():
    bent = LineString([(0, 0), (1, 1), (3, 0)])
    dense = lines.densify(series(bent, None, LineString()))
    assert set(bent.coords) <= set(dense[0].coords)
    assert dense[1] is None
    assert dense[2].is_empty


def test_densify_refuses_a_step_of_nothing():
    with pytest.raises(ValueError, match="step_km = 0: must be above 0"):
        lines.densify(series(LineString([(0, 0), (1, 0)])), step_km=0)


@pytest.mark.parametrize("along", [0.0, 12.5, 70.0, 150.0, 222.0])
def test_point_at_is_found_again(along):
    line = LineString([(20, 44), (21, 44.5), (21.5, 45.5)])
    assert lines.locate_km(line, lines.point_at(line, along)) == pytest.approx(
        min(along, whole(line)), abs=0.01
    )


def test_distance_is_the_geodesic_to_the_foot():
    line = LineString([(20, 44), (22, 44)])
    middle = ELLIPSOID.npts(20, 44, 22, 44, 1)[0]
    off = lines.distance_km(line, Point(21, 44.1))
    assert off == pytest.approx(ELLIPSOID.inv(21, 44.1, *middle)[2] / 1000, abs=0.001)


@pytest.mark.parametrize("at", [-1.0, 0.0, 1e6])
def test_a_cut_must_lie_inside(at):
    with pytest.raises(ValueError, match="must be inside"):
        lines.cut(LineString([(0, 0), (1, 0)]), at_km=at)


@pytest.mark.parametrize(
    ("line", "point"), [(LineString(), Point(0, 0)), (LineString([(0, 0), (1, 0)]), Point())]
)
def test_locating_needs_something_to_locate(line, point):
    with pytest.raises(ValueError, match="must not be empty"):
        lines.locate_km(line, point)


@pytest.mark.parametrize(("aside_km", "vertices"), [(0.9, 2), (1.1, 3)])
def test_thin_keeps_what_lies_farther_aside_than_its_tolerance(aside_km, vertices):
    line = LineString([(0, 0), (0.5, aside_km / 111.195), (1, 0)])
    assert shapely.get_num_points(lines.thin(series(line), tolerance_km=1)[0]) == vertices


def test_thin_keeps_the_ends():
    line = LineString([(0, 0), (0.5, 0.001), (1, 0)])
    assert list(lines.thin(series(line), tolerance_km=1)[0].coords) == [(0, 0), (1, 0)]


def whole(line):
    return float(lines.length_km(series(line))[0])


OVER = {
    "eastwards, halfway: the mean latitude": (
        [(170, 10), (-170, 30)],
        [[(170, 10), (180, 20)], [(-180, 20), (-170, 30)]],
    ),
    "westwards, after a quarter of the way": (
        [(-175, 0), (165, 40), (160, 40)],
        [[(-175, 0), (-180, 10)], [(180, 10), (165, 40), (160, 40)]],
    ),
    "from the antimeridian itself": ([(180, 5), (-170, 5)], [[(-180, 5), (-170, 5)]]),
    "from Greenwich": ([(0.5, 8), (-179.8, 8)], [[(0.5, 8), (180, 8)], [(-180, 8), (-179.8, 8)]]),
    "there and back": (
        [(179, 0), (-179, 0), (179, 0)],
        [[(179, 0), (180, 0)], [(-180, 0), (-179, 0), (-180, 0)], [(180, 0), (179, 0)]],
    ),
    "half round the world does not cross": ([(-90, 0), (90, 0)], [[(-90, 0), (90, 0)]]),
}


@pytest.mark.parametrize("case", OVER)
def test_a_line_is_cut_where_it_crosses_the_antimeridian(case):
    drawn, expected = OVER[case]
    parts = shapely.get_parts(lines.unwrapped(series(LineString(drawn)))[0])
    assert [list(part.coords) for part in parts] == expected

"""Properties of lines that hold for any line."""

from itertools import pairwise

import geopandas as gpd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString

from geo import lines
from geo.reference import WGS84

place = st.tuples(
    st.floats(-30, 120, allow_nan=False).map(lambda x: round(x, 4)),
    st.floats(-60, 75, allow_nan=False).map(lambda x: round(x, 4)),
)
a_line = st.lists(place, min_size=2, max_size=8, unique=True).map(LineString)
share = st.floats(0.05, 0.95)


def km(*geometry):
    return lines.length_km(gpd.GeoSeries(list(geometry), crs=WGS84))


@given(a_line)
def test_reversing_keeps_length(line):
    assert km(line.reverse())[0] == pytest.approx(km(line)[0], abs=1e-6)


@given(a_line, share)
def test_parts_sum_to_the_whole(line, at):
    whole = km(line)[0]
    before, after = lines.cut(line, at_km=whole * at)
    assert km(before, after).sum() == pytest.approx(whole, abs=1e-5)
    assert km(before)[0] == pytest.approx(whole * at, abs=1e-5)


@given(a_line, st.floats(1, 500))
def test_densifying_keeps_length_and_bounds_steps(line, step):
    dense = lines.densify(gpd.GeoSeries([line], crs=WGS84), step_km=step)[0]
    assert km(dense)[0] == pytest.approx(km(line)[0], rel=1e-9, abs=1e-6)
    vertices = shapely.get_coordinates(dense)
    steps = km(*(LineString(pair) for pair in pairwise(vertices)))
    assert steps.max() <= step + 1e-6


@given(a_line)
def test_densifying_twice_is_densifying_once(line):
    once = lines.densify(gpd.GeoSeries([line], crs=WGS84))
    assert shapely.equals_exact(lines.densify(once)[0], once[0], tolerance=1e-12)


@given(st.lists(a_line, min_size=1, max_size=5))
def test_order_of_rows_is_irrelevant(drawn):
    forth, back = km(*drawn), km(*drawn[::-1])
    assert list(forth) == pytest.approx(list(back[::-1]))

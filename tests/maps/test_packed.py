"""Packed geometry: few numbers, and the way back."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from maps.packed import packed

SQUARE = [(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)]


def unpacked(lines, decimals):
    return [np.cumsum(np.reshape(steps, (-1, 2)), axis=0) / 10**decimals for steps in lines]


@pytest.mark.parametrize(
    ("shape", "rings"),
    [
        (shapely.Polygon(SQUARE, [[(0.2, 0.2), (0.2, 0.4), (0.4, 0.4), (0.2, 0.2)]]), 2),
        (shapely.MultiPolygon([shapely.Polygon(SQUARE), shapely.box(5, 5, 6, 6)]), 2),
        (shapely.GeometryCollection([shapely.box(0, 0, 1, 1), shapely.LineString([(0, 0), (2, 2)])]), 2),
        (shapely.MultiLineString([[(0, 0), (1, 1)], [(2, 2), (3, 3)]]), 2),
        (shapely.LineString([(0, 0), (0.0001, 0)]), 0),
        (shapely.Polygon(), 0),
    ],
    ids=["hole", "two areas", "mixed", "two lines", "shrinks to a point", "empty"],
)
def test_every_ring_and_line_is_kept(shape, rings):
    assert len(packed(shape, decimals=2)) == rings


@given(
    st.lists(
        st.tuples(st.floats(-180, 180), st.floats(-90, 90)),
        min_size=2,
        max_size=20,
        unique_by=lambda at: round(at[0], 2),
    )
)
def test_the_way_back_is_as_exact_as_the_decimals(vertices):
    [line] = unpacked(packed(shapely.LineString(vertices), decimals=4), 4)
    assert np.abs(line - np.array(vertices)).max() <= 0.5001e-4

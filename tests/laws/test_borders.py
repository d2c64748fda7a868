"""Properties of dividing lines that hold for any line."""

import geopandas as gpd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString

from geo import borders, lines
from geo.reference import WGS84
from layers import boundaries
from tests.laws.test_lines import a_line

WORLD = borders.index_areas(boundaries.countries().geometry)


def parts(*drawn, shore_km=0.0):
    series = gpd.GeoSeries(list(drawn), crs=WGS84)
    return borders.divide(series, WORLD, shore_km=shore_km), lines.length_km(series)


@settings(max_examples=25)
@given(a_line, st.sampled_from([0.0, 5.0]))
def test_parts_sum_to_the_whole(line, shore_km):
    table, whole = parts(line, shore_km=shore_km)
    assert table["length_km"].sum() == pytest.approx(whole.sum(), rel=1e-9, abs=1e-6)
    assert (table["length_km"] > 0).all()


@settings(max_examples=25)
@given(a_line)
def test_reversing_changes_nothing(line):
    forth, back = (parts(one)[0].set_index("country")["length_km"] for one in (line, line.reverse()))
    assert forth.to_dict() == pytest.approx(back.to_dict(), rel=1e-6, abs=1e-3)


@settings(max_examples=25)
@given(a_line, st.floats(0.1, 0.9))
def test_splitting_changes_nothing(line, share):
    whole = float(lines.length_km(gpd.GeoSeries([line], crs=WGS84)).iloc[0])
    one, other = lines.cut(line, at_km=whole * share)
    together = parts(line)[0].groupby("country")["length_km"].sum()
    apart = parts(one, other)[0].groupby("country")["length_km"].sum()
    for country in set(together.index) | set(apart.index):
        assert together.get(country, 0.0) == pytest.approx(apart.get(country, 0.0), rel=1e-3, abs=0.5)


@settings(max_examples=25)
@given(st.lists(a_line, min_size=2, max_size=4))
def test_order_of_lines_is_irrelevant(drawn):
    forth = parts(*drawn)[0].groupby("country")["length_km"].sum()
    back = parts(*drawn[::-1])[0].groupby("country")["length_km"].sum()
    assert forth.to_dict() == pytest.approx(back.to_dict())


def test_with_and_without_pieces_is_the_same(monkeypatch):
    """One piece a country is the plain way; small pieces are only faster."""
    line = LineString([(20.46, 44.82), (49.87, 40.41)])
    small = parts(line)[0].set_index("country")["length_km"]
    monkeypatch.setattr(borders, "PIECE_VERTICES", 10**9)
    plain_index = borders.index_areas(boundaries.countries().geometry)
    plain = borders.divide(gpd.GeoSeries([line], crs=WGS84), plain_index, shore_km=0).set_index("country")[
        "length_km"
    ]
    assert small.to_dict() == pytest.approx(plain.to_dict(), abs=1e-3)

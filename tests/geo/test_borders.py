"""Dividing lines among areas. Areas and expected parts are drawn by hand."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import LineString, MultiLineString, Polygon, box

from geo import borders, lines
from geo.errors import CoordinateSystemError
from geo.reference import WGS84

DEGREE_KM = 111.3194907932736  # of the equator, 2 pi 6378.137 / 360


@pytest.fixture(scope="module")
def index():
    """
    Two neighbours on the equator, and an island.

        +--A--+--B--+    +-C-+
        0     1     2    3   3.02 (small)
    """
    areas = {"B": box(1, -1, 2, 1), "A": box(0, -1, 1, 1), "C": box(3, -1, 3.02, 1)}
    return borders.index_areas(gpd.GeoSeries(areas, crs=WGS84))


def divide(index, *geometry, shore_km=0.0):
    series = gpd.GeoSeries(list(geometry), crs=WGS84)
    table = borders.divide(series, index, shore_km=shore_km)
    return {(row.line, row.country): round(row.length_km / DEGREE_KM, 6) for row in table.itertuples()}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param([(0.2, 0), (0.7, 0)], {"A": 0.5}, id="inside"),
        pytest.param([(0.5, 0), (1.5, 0)], {"A": 0.5, "B": 0.5}, id="across a border"),
        pytest.param([(-1, 0), (3, 0)], {"": 2.0, "A": 1.0, "B": 1.0}, id="from sea to sea"),
        pytest.param([(5, 0), (6, 0)], {"": 1.0}, id="at sea"),
        pytest.param([(0.5, 0), (1.5, 0), (0.5, 0)], {"A": 1.0, "B": 1.0}, id="there and back"),
        pytest.param([(-1, 0), (2, 0), (0.5, 0)], {"": 1.0, "A": 1.5, "B": 2.0}, id="over itself"),
        pytest.param([(-1, 0), (-1, 0), (0.5, 0)], {"": 1.0, "A": 0.5}, id="with a doubled vertex"),
    ],
)
def test_parts(index, line, expected):
    assert divide(index, LineString(line)) == {(0, country): part for country, part in expected.items()}


def test_a_line_along_a_border_counts_once_for_the_first_in_the_alphabet(index):
    found = divide(index, LineString([(1, -0.5), (1, 0.5)]))
    assert list(found) == [(0, "A")]


def test_along_a_border_and_out_to_sea(index):
    line = LineString([(1, -0.5), (1, 0), (2, 0), (4, 0)])
    whole = float(lines.length_km(gpd.GeoSeries([line], crs=WGS84)).iloc[0])
    found = divide(index, line)
    assert sum(found.values()) == pytest.approx(whole / DEGREE_KM, abs=1e-5)
    assert found[0, "B"] == pytest.approx(1.0)


def test_missing_and_empty_lines_have_no_parts(index):
    series = gpd.GeoSeries(
        [None, LineString(), LineString([(0.2, 0), (0.4, 0)])], index=["x", "y", "z"], crs=WGS84
    )
    assert list(borders.divide(series, index)["line"]) == ["z"]


def test_a_sliver_of_sea_beside_the_coast_goes_ashore_and_is_counted(index):
    """0.02 degrees beyond the coast are 2.2 km: within 5 km, so B's; the table says how much."""
    line = gpd.GeoSeries([LineString([(1.5, 0), (2.02, 0)])], crs=WGS84)
    row = borders.divide(line, index).iloc[0]
    assert (row["country"], len(borders.divide(line, index))) == ("B", 1)
    assert row["moved_ashore_km"] == pytest.approx(0.02 * DEGREE_KM, abs=1e-3)
    assert set(borders.divide(line, index, shore_km=0)["country"]) == {"", "B"}


def test_the_open_sea_stays_the_sea(index):
    line = gpd.GeoSeries([LineString([(1.5, 0), (2.5, 0)])], crs=WGS84)
    assert set(borders.divide(line, index)["country"]) == {"", "B"}


def test_over_the_antimeridian():
    areas = gpd.GeoSeries({"FJ": box(-180, -1, -179, 1), "NZ": box(179, -1, 180, 1)}, crs=WGS84)
    found = divide(borders.index_areas(areas), LineString([(179.5, 0), (-179.5, 0)]))
    assert found == {(0, "FJ"): 0.5, (0, "NZ"): 0.5}


def test_a_long_edge_is_divided_where_the_shortest_path_crosses():
    """Baku to Trieste: drawn straight in degrees it would miss what the shortest path passes."""
    midway = lines.point_at(LineString([(49.9, 40.4), (13.8, 45.6)]), 1400)
    around = gpd.GeoSeries({"X": midway.buffer(0.2)}, crs=WGS84)
    found = borders.divide(
        gpd.GeoSeries([LineString([(49.9, 40.4), (13.8, 45.6)])], crs=WGS84), borders.index_areas(around)
    )
    assert "X" in set(found["country"])


def test_large_areas_are_cut_small_and_lose_nothing():
    circle = gpd.GeoSeries({"O": Polygon(box(0, 0, 1, 1).centroid.buffer(3, quad_segs=500))}, crs=WGS84)
    index = borders.index_areas(circle)
    assert len(index.pieces) > 4
    assert sum(piece.area for piece in index.pieces) == pytest.approx(circle.iloc[0].area)


def test_lengths_by_country_sum_over_lines(index):
    table = borders.length_by_country(
        gpd.GeoSeries(
            [LineString([(0.5, 0), (1.5, 0)]), MultiLineString([[(0, 0), (1, 0)], [(4, 0), (5, 0)]])],
            crs=WGS84,
        ),
        index,
        shore_km=0,
    )
    assert table["country"].tolist() == ["", "A", "B"]
    assert (table["length_km"] / DEGREE_KM).round(6).tolist() == [1.0, 1.5, 0.5]


@pytest.mark.parametrize("crs", [None, "EPSG:3857"])
def test_other_coordinate_systems_are_refused(index, crs):
    with pytest.raises(CoordinateSystemError):
        borders.divide(gpd.GeoSeries([LineString([(0, 0), (1, 1)])], crs=crs), index)


def test_labels_of_lines_are_kept(index):
    series = gpd.GeoSeries([LineString([(0.5, 0), (1.5, 0)])], index=pd.Index(["TAP"]), crs=WGS84)
    assert borders.divide(series, index)["line"].tolist() == ["TAP", "TAP"]

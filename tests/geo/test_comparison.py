"""Corridors compared: what they share, and where they come closest."""

import geopandas as gpd
import pytest
from shapely import LineString

from geo.comparison import compare
from geo.errors import CoordinateSystemError
from geo.lines import densify
from geo.reference import ELLIPSOID, WGS84


def corridors(**rows):
    """One segment each: identifier to (corridors, from, to, coordinates)."""
    table = gpd.GeoDataFrame(
        {
            "corridors": [row[0] for row in rows.values()],
            "from_node": [row[1] for row in rows.values()],
            "to_node": [row[2] for row in rows.values()],
            "length_km": 10.0,
        },
        geometry=[LineString(row[3]) for row in rows.values()],
        index=list(rows),
        crs=WGS84,
    )
    return table.set_geometry(densify(table.geometry))


def test_shared_segments_and_nodes():
    table = corridors(
        x=("one;two", "a", "b", [(0, 0), (1, 0)]),
        y=("one", "b", "c", [(1, 0), (2, 0)]),
        z=("two", "b", "d", [(1, 0), (1, 1)]),
    )
    [row] = compare(table).to_dict("records")
    assert (row["shared_segments"], row["shared_km"], row["shared"]) == (1, 10.0, "a;b")
    assert row["closest_km"] == 0


def test_lines_that_cross_without_a_node():
    table = corridors(x=("one", "a", "b", [(20, 44), (22, 46)]), y=("two", "c", "d", [(20, 46), (22, 44)]))
    [row] = compare(table).to_dict("records")
    assert row["closest_km"] == pytest.approx(0, abs=0.001)
    along = ELLIPSOID.npts(20, 44, 22, 46, 9999)
    lon, lat = min(along, key=lambda place: abs(place[0] - 21))
    assert (row["lon"], row["lat"]) == (pytest.approx(lon, abs=0.001), pytest.approx(lat, abs=0.001))


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        pytest.param([(20, 44), (20, 45)], [(21, 46), (21, 47)], ((20, 45), (21, 46)), id="end to end"),
        pytest.param(
            [(179, 10), (179.5, 10)],
            [(-179.5, 10), (-179, 10)],
            ((179.5, 10), (-179.5, 10)),
            id="antimeridian",
        ),
        pytest.param([(30, 0), (30, 1)], [(90, 0), (90, 1)], ((30, 1), (90, 1)), id="far apart: 6,678 km"),
    ],
)
def test_closest_approach_is_that_of_geographiclib(one, other, near):
    """Where both ends are known, `pyproj.Geod` gives the distance."""
    table = corridors(x=("one", "a", "b", one), y=("two", "c", "d", other))
    [row] = compare(table).to_dict("records")
    expected = ELLIPSOID.inv(*near[0], *near[1])[2] / 1000
    assert row["closest_km"] == pytest.approx(expected, rel=1e-4)


def test_one_corridor_has_no_pair():
    assert compare(corridors(x=("one", "a", "b", [(0, 0), (1, 0)]))).empty


def test_other_coordinates_are_refused():
    table = corridors(x=("one", "a", "b", [(0, 0), (1, 0)])).to_crs("EPSG:3857")
    with pytest.raises(CoordinateSystemError):
        compare(table)

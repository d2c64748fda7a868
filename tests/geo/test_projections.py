"""The projection for an extent. Parallels and meridians are worked by hand from the rule of sixths."""

import pytest
from pyproj import Transformer

from geo.projections import lambert_conformal
from geo.reference import WGS84

FIT = {
    "north-east: 36 + 2 and 48 - 2": ((15, 36, 55, 48), "Lambert conformal conic 38/46, 35 E", (35, 42)),
    "south-west: -48 + 2 and -36 - 2": (
        (-80, -48, -40, -36),
        "Lambert conformal conic -46/-38, 60 W",
        (-60, -42),
    ),
    "on Greenwich": ((-10, 0.6, 10, 6.6), "Lambert conformal conic 1.5/5.5, 0 E", (0, 3.5)),
    "a degree west": ((-11, 30, 9, 60), "Lambert conformal conic 35/55, 1 W", (-1, 45)),
}


@pytest.mark.parametrize("case", FIT)
def test_parallels_lie_a_sixth_from_the_edges(case):
    extent, name, origin = FIT[case]
    found = lambert_conformal(extent)
    assert found.name == name
    assert found.geodetic_crs == WGS84.geodetic_crs
    assert Transformer.from_crs(WGS84, found, always_xy=True).transform(*origin) == pytest.approx(
        (0, 0), abs=1e-3
    )


@pytest.mark.parametrize("edges", [(0, 40), (-40, 0), (-10, 10), (40, 30), (30, 30), (-30, -30), (-30, -40)])
def test_an_extent_lies_on_one_side_of_the_equator(edges):
    south, north = edges
    with pytest.raises(ValueError, match=f"extent from {south} to {north} degrees: must lie on one side"):
        lambert_conformal((0, south, 10, north))

"""The ground below a page."""

import pytest
import shapely

from maps import background


@pytest.mark.parametrize(
    ("one", "other"),
    [("RS", "BG"), ("RU", "KZ"), ("MN", "CN"), ("TR", "SY"), ("GE", "AM"), ("IQ", "IR"), ("AZ", "IR")],
)
@pytest.mark.parametrize("tolerance_deg", [background.NEAR_TOLERANCE_DEG, background.FAR_TOLERANCE_DEG])
def test_neighbours_have_a_border(one, other, tolerance_deg):
    """Also those of several parts, islands or exclaves."""
    world = background._thinned_world(tolerance_deg)
    shared = shapely.intersection(world[one].boundary, world[other].boundary)
    drawn = background._borders(tolerance_deg).intersection(shared.buffer(0.001))
    assert shared.length > 1
    assert drawn.length == pytest.approx(shared.length, rel=0.02)

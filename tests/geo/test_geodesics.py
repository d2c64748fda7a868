"""Steps on the ellipsoid. Expected numbers come from Karney's own package, geographiclib."""

from itertools import pairwise

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic

from geo.geodesics import SHORT_KM, steps_km, travelled_km

NANOMETRES_10 = 1e-11


def karney_km(coordinates):
    steps = pairwise(coordinates)
    return [Geodesic.WGS84.Inverse(*one[::-1], *other[::-1])["s12"] / 1000 for one, other in steps]


@pytest.mark.parametrize("step_km", [0.0, 1e-6, 0.001, 0.1, 1.0, 10.0, 24.999, 25.001, 400.0])
def test_steps_of_every_size_are_karneys(step_km):
    """From 300 places of the whole world, poles and antimeridian among them, in every direction."""
    random = np.random.default_rng(7)
    starts = random.uniform((-180, -90), (180, 90), (300, 2))
    starts[:4] = (180, 10), (-180, -10), (30, 90), (30, -90)
    for start, azimuth in zip(starts, random.uniform(0, 360, 300), strict=True):
        there = Geodesic.WGS84.Direct(start[1], start[0], azimuth, step_km * 1000)
        step = np.array([start, (there["lon2"], there["lat2"])])
        assert steps_km(step)[0] == pytest.approx(karney_km(step)[0], abs=NANOMETRES_10)


def test_a_long_row_of_vertices_is_measured_in_chunks_as_one_by_one():
    walk = np.random.default_rng(7).normal(0, 0.002, (120_001, 2)).cumsum(axis=0)
    walk[50_000] += 1.0  # a long step at the edge of two chunks
    steps = steps_km(walk)
    assert steps.shape == (120_000,)
    assert steps[50_000] > SHORT_KM
    some = slice(49_990, 50_011)
    assert steps[some][:-1] == pytest.approx(karney_km(walk[some]), abs=NANOMETRES_10)
    assert travelled_km(walk)[-1] == pytest.approx(steps.sum())


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_vertices_make_no_step(count):
    assert len(steps_km(np.zeros((count, 2)))) == 0

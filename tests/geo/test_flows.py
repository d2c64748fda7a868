"""Gas capacity. Expected numbers are worked by hand from ENTSOG's capacities at Serbia's borders."""

import pytest

from geo import flows
from geo.errors import UnknownNameError

POINTS = {"kireevo": 38.67, "kiskundorozsma": 13.46, "kalotina": 5.03}


@pytest.mark.parametrize(
    ("points", "lost", "storage", "demand", "expected"),
    [
        pytest.param(POINTS, (), 5.0, 19, 126.3, id="largest lost, demand 19: 23.99 / 19"),
        pytest.param(POINTS, (), 5.0, 20, 120.0, id="largest lost, demand 20: 23.99 / 20"),
        pytest.param(
            POINTS,
            ("kireevo", "kiskundorozsma"),
            5.0,
            19,
            55.4,
            id="Hungarian reverse lost as well: 10.53 / 19",
        ),
        pytest.param(POINTS, ("kireevo", "kiskundorozsma"), 5.0, 20, 52.65, id="the same at 20: 10.53 / 20"),
        pytest.param(
            {k: v for k, v in POINTS.items() if k != "kalotina"},
            (),
            5.0,
            19,
            99.8,
            id="before the interconnector",
        ),
        pytest.param(POINTS, (), 10.0, 19, 152.6, id="storage of 2027: 28.99 / 19"),
    ],
)
def test_n_minus_1(points, lost, storage, demand, expected):
    row = flows.n_minus_1(points, demand=[demand], production=0.5, storage=storage, lost=lost).iloc[0]
    assert row["n_minus_1_pct"] == pytest.approx(expected, abs=0.06)
    assert row["holds"] == (expected >= 100)


def test_unknown_entry_point():
    with pytest.raises(UnknownNameError, match="'kalotna': no such entry point; did you mean \"kalotina\""):
        flows.n_minus_1(POINTS, demand=[19], lost=["kalotna"])


@pytest.mark.parametrize("demand", [0, -1])
def test_a_demand_of_nothing_is_refused(demand):
    with pytest.raises(ValueError, match="must be above 0"):
        flows.n_minus_1(POINTS, demand=[demand])


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (408.0, "gwh_per_day", 38.67),
        (366.73, "gwh_per_day", 34.76),
        (5.03, "mcm_per_day", 5.03),
        (16, "bcm_per_year", 43.84),
    ],
)
def test_units(value, unit, expected):
    assert flows.mcm_per_day(value, unit=unit) == pytest.approx(expected, abs=0.01)


def test_unknown_unit():
    with pytest.raises(UnknownNameError, match="no such gas unit"):
        flows.mcm_per_day(1, unit="mcm")


def test_a_storage_that_is_too_slow_bridges_nothing():
    assert flows.bridged_days(working_gas=450, withdrawal=5, shortfall=6) == 0
    with pytest.raises(ValueError, match="must be above 0"):
        flows.bridged_days(working_gas=450, withdrawal=5, shortfall=0)

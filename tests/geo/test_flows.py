"""Gas capacity. Expected numbers are worked by hand from ENTSOG's capacities at Serbia's borders."""

import pandas as pd
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


def pipes(*rows, status="operating", mode="gas_pipeline"):
    """Pipes as (begin, end, capacity in mcm a day or nothing), named begin-end."""
    table = pd.DataFrame(rows, columns=["from_node", "to_node", "capacity"]).astype({"capacity": "float64"})
    table["line"], table["status"], table["mode"] = "L", status, mode
    table["capacity_unit"] = ["mcm_per_day" if value > 0 else "" for value in table["capacity"]]
    return table.set_index(table["from_node"] + "-" + table["to_node"])


@pytest.mark.parametrize(
    ("rows", "expected", "cut"),
    [
        pytest.param([("a", "b", 5), ("b", "c", 3)], 3, ("b-c",), id="the narrowest of a chain"),
        pytest.param(
            [("a", "b", 5), ("a", "x", 2), ("x", "b", 4), ("b", "c", 9)], 7, ("a-b", "a-x"), id="two ways"
        ),
        pytest.param([("a", "b", None), ("b", "c", 3)], 3, ("b-c",), id="unknown does not limit"),
        pytest.param([("b", "a", 5), ("b", "c", 3)], 0, (), id="not against the way it is drawn"),
        pytest.param(
            [("a", "c", 3), ("c", "d", 1), ("d", "c", 9)], 3, ("a-c",), id="what leaves the sink is no matter"
        ),
    ],
)
def test_maximum_flow(rows, expected, cut):
    found = flows.maximum_flow(pipes(*rows), source="a", sinks=["c"])
    assert (found.mcm_per_day, found.cut) == (expected, cut)


def test_unknown_capacity_is_listed():
    found = flows.maximum_flow(pipes(("a", "b", None), ("b", "c", 3)), source="a", sinks=["c"])
    assert found.unknown == ("a-b",)
    endless = flows.maximum_flow(pipes(("a", "b", None), ("b", "c", None)), source="a", sinks=["c"])
    assert (endless.mcm_per_day, endless.cut) == (float("inf"), ())


def test_what_does_not_operate_or_is_no_gas_does_not_count():
    table = pipes(("a", "b", 5), ("a", "c", 5))
    for column, value in (("status", "suspended"), ("mode", "oil_pipeline")):
        other = table.assign(**{column: [value, table[column].iloc[1]]})
        assert flows.maximum_flow(other, source="a", sinks=["b", "c"]).mcm_per_day == 5
    assert flows.maximum_flow(table, source="a", sinks=["b", "c"]).mcm_per_day == 10


def test_an_unknown_node():
    with pytest.raises(UnknownNameError, match="'z': no such node"):
        flows.maximum_flow(pipes(("a", "b", 5)), source="z", sinks=["b"])


def test_without_entries_only_what_the_country_has_counts():
    row = flows.n_minus_1({}, demand=[10], production=1, storage=4).iloc[0]
    assert (row["n_minus_1_pct"], row["lost"], row["met_pct"]) == (50, "", 50)


def test_a_notebook_shows_the_bottleneck_and_the_pipes():
    shown = flows.maximum_flow(
        pipes(("a", "b", None), ("b", "c", 3.456)), source="a", sinks=["c"]
    )._repr_html_()
    assert shown.startswith("<p>3.46 mcm a day; bottleneck: ")
    assert "<td>3.46</td>" in shown
    assert "NaN" not in shown
    assert "border=" not in shown
    endless = flows.maximum_flow(pipes(("a", "b", None)), source="a", sinks=["b"])._repr_html_()
    assert endless.startswith("<p>inf mcm a day; bottleneck: none</p>")


def test_what_a_notebook_shows_is_text():
    hostile = pipes(("a", "b", 3)).rename({"a-b": "<b>"})
    assert "bottleneck: &lt;b&gt;<" in flows.maximum_flow(hostile, source="a", sinks=["b"])._repr_html_()

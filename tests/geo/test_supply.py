"""Serbia's gas by hand: 24.0 = 13.46 + 5.03 + 0.5 + 5; 10.53 = 5.03 + 0.5 + 5; 19.0 = 13.46 + 0.5 + 5."""

import pandas as pd
import pytest

from geo import supply

COLUMNS = ["id", "kind", "place", "reading", "value", "unit", "from_day", "to_day"]
ROWS = [
    ("bulgarian", "entry", "kireevo", "Bulgarian side", 407.97, "gwh_per_day", "", ""),
    ("serbian", "entry", "kireevo", "Serbian side", 366.73, "gwh_per_day", "", ""),
    ("exits", "entry", "kireevo", "exits", 120.966, "gwh_per_day", "", ""),
    ("hungary", "entry", "horgos", "", 142.0, "gwh_per_day", "", ""),
    ("bulgaria", "entry", "kalotina", "", 53.05, "gwh_per_day", "", ""),
    ("fields", "production", "", "", 0.5, "mcm_per_day", "", ""),
    ("rate", "withdrawal", "store", "", 5.0, "mcm_per_day", "", ""),
    ("store", "working_gas", "store", "", 450.0, "mcm", "", ""),
    ("peak_19", "peak_demand", "", "", 19.0, "mcm_per_day", "", ""),
    ("peak_20", "peak_demand", "", "", 20.0, "mcm_per_day", "", ""),
    ("use", "annual_demand", "", "", 3.0, "bcm_per_year", "2025-01-01", "2025-12-31"),
    ("agreed", "contract", "kalotina", "", 400.0, "mcm_per_year", "2024-01-01", "2026-12-31"),
    ("over", "contract", "kalotina", "", 9.0, "mcm_per_day", "2020-01-01", "2020-12-31"),
    ("seen", "observed", "kalotina", "", 100.0, "mcm", "2025-01-01", "2025-04-10"),
    ("handed", "observed", "kireevo", "exits", 5.0, "mcm_per_day", "2025-01-01", "2025-01-31"),
    ("passed", "observed", "kireevo", "", 30.0, "mcm_per_day", "2025-01-01", "2025-01-31"),
]
QUANTITIES = pd.DataFrame(ROWS, columns=COLUMNS).assign(
    country="RS", kwh_per_m3=10.55, name="", sources="s", note=""
).set_index("id", drop=False)  # fmt: skip


def pipes(**status):
    """A pipe on each side of each border; a status may be given for the foreign side of a point."""
    rows = [
        (f"{point}_{side}", "gas_pipeline", status.get(point, "operating") if side == "far" else "operating")
        + (("XX", "away", point) if side == "far" else ("RS", point, "inside"))
        for point in ("kireevo", "horgos", "kalotina")
        for side in ("far", "near")
    ]
    return pd.DataFrame(rows, columns=["id", "mode", "status", "country", "from_node", "to_node"]).set_index(
        "id"
    )


def entries(**status):
    return supply.entry_points(QUANTITIES, pipes(**status), country="RS", on="2026-11-22")


@pytest.mark.parametrize(
    ("closed", "reading", "expected"),
    [
        pytest.param((), "Bulgarian side", ("kireevo", 126.3, 119.9), id="Kireevo lost, 38.67 a day"),
        pytest.param((), "Serbian side", ("kireevo", 126.3, 119.9), id="Kireevo lost, 34.76 a day"),
        pytest.param(
            (), "exits", ("horgos", 115.8, 110.0), id="by exits Hungary is the largest: 11.47 + 10.53"
        ),
        pytest.param(("kireevo",), "exits", ("horgos", 55.4, 52.6), id="then the Hungarian reverse as well"),
        pytest.param(("kalotina",), "Serbian side", ("kireevo", 99.8, 94.8), id="before the interconnector"),
    ],
)
def test_n_minus_1(closed, reading, expected):
    points = entries(**dict.fromkeys(closed, "suspended"))
    cases = supply.n_minus_1_cases(QUANTITIES, points, country="RS")
    own = cases[cases["reading"] == f"kireevo: {reading}"]
    assert own["lost"].unique().tolist() == [expected[0]]
    assert own["n_minus_1_pct"].tolist() == pytest.approx(expected[1:], abs=0.06)


def test_a_case_lists_its_inputs():
    row = supply.n_minus_1_cases(QUANTITIES, entries(), country="RS").iloc[0]
    assert row["entries"] == "kireevo:38.67;horgos:13.46;kalotina:5.03"
    assert row["entries_mcm_per_day"] == pytest.approx(57.16, abs=0.01)
    assert (row["production_mcm_per_day"], row["storage_mcm_per_day"], row["lng_mcm_per_day"]) == (0.5, 5, 0)
    assert row["lost_mcm_per_day"] == pytest.approx(38.67, abs=0.01)


def test_what_is_met_with_kireevo_and_hungary_closed():
    """The stress test of the facts: 10.53 of 19 and of 20."""
    points = entries(kireevo="suspended", horgos="suspended")
    cases = supply.n_minus_1_cases(QUANTITIES, points, country="RS")
    assert cases["met_pct"].tolist()[:2] == pytest.approx([55.4, 52.65], abs=0.06)


def test_entry_points():
    points = entries(horgos="planned")
    assert points["open"].tolist() == [True, True, True, False, True]
    assert points["mcm_per_day"].round(2).tolist() == [38.67, 34.76, 11.47, 13.46, 5.03]
    assert points["observed_mcm_per_day"].fillna(-1).tolist() == [30, 30, 5, -1, 1], (
        "each reading its own flow"
    )
    assert points.loc["bulgaria", "use_pct"] == pytest.approx(100 / 5.0284, abs=0.01)
    assert points.loc["bulgaria", "contract_mcm_per_day"] == pytest.approx(400 / 365), (
        "what ended does not count"
    )


def test_a_point_without_pipes_is_closed():
    points = supply.entry_points(QUANTITIES, pipes().iloc[:0], country="RS", on="2026-11-22")
    assert not points["open"].any()
    cases = supply.n_minus_1_cases(QUANTITIES, points, country="RS")
    assert cases["n_minus_1_pct"].tolist()[:2] == pytest.approx([28.9, 27.5], abs=0.06), "5.5 of 19 and of 20"


def test_bridges():
    table = supply.bridges(QUANTITIES, entries(), country="RS")
    assert table.loc["exits", "covered_pct"] == pytest.approx(100 * 5 / 11.466, abs=0.01)
    assert table["bridged_days"].tolist() == [0, 0, 0, 0, 0], "no entry is as small as 5 mcm a day"
    outage = QUANTITIES.loc[["rate", "store"]]
    outage.loc["gone"] = [
        "gone",
        "outage",
        "kalotina",
        "",
        1.7,
        "mcm_per_day",
        "2025-01-11",
        "2025-01-17",
        "RS",
        10.55,
        "",
        "s",
        "",
    ]
    row = supply.bridges(outage, entries(), country="RS").loc["gone"]
    assert row["bridged_days"] == pytest.approx(264.7, abs=0.1)
    assert (row["outage_days"], row["used_pct"]) == (7, pytest.approx(2.644, abs=0.001))


def test_contracts():
    table = supply.contracts(QUANTITIES, entries(), years=[2025, 2026])
    kalotina = table[table["point"] == "kalotina"]
    assert kalotina[["year", "kind", "days", "mcm"]].values.tolist() == [
        [2025, "contract", 365, 400],
        [2025, "observed", 100, 100],
        [2026, "contract", 365, 400],
    ]
    handed = table[table["reading"] == "exits"].iloc[0]
    assert handed["of_capacity_pct"] == pytest.approx(100 * 5 / 11.466, abs=0.01), (
        "the capacity of its own reading"
    )
    passed = table[(table["point"] == "kireevo") & (table["reading"] == "")].iloc[0]
    assert passed["of_capacity_pct"] == pytest.approx(100 * 30 / 38.67, abs=0.01), (
        "the greatest, without a reading"
    )


def test_shares():
    table = supply.shares(QUANTITIES, entries(horgos="suspended"), country="RS")
    of = table.set_index(["point", "kind", "reading"])["of_reference_pct"]
    assert of["kalotina", "entry", ""] == pytest.approx(61.2, abs=0.05), "1.84 of 3 bcm"
    assert of["kalotina", "contract", ""] == pytest.approx(13.3, abs=0.05)
    assert ("horgos", "entry", "") not in of.index

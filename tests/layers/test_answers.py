"""What the atlas answers about gas, claims and scenarios."""

import pandas as pd
import pytest

from geo.errors import DefinitionError, UnknownNameError
from layers import answers
from layers.columns import cast


@pytest.fixture(scope="module")
def today(atlas):
    return answers.supply(atlas)


def test_the_bottleneck_to_serbia_is_the_interconnector(today):
    """1.8 bcm a year, 4.93 mcm a day, by the operators' agreement."""
    assert today.maximum.cut == ("ibs_serbia",)
    assert today.maximum.mcm_per_day == pytest.approx(1800 / 365)
    assert "bulgaria_south_ring" in today.maximum.unknown
    assert today.maximum.pipes.index[0] == "scp_azerbaijan_east"


@pytest.mark.parametrize(
    ("scenario", "item", "measure", "then"),
    [
        ("kireevo_and_hungary", "kireevo_zajecar: Serbian side / peak_19", "met_pct", 55.4),
        ("kireevo_and_hungary", "kireevo_zajecar: Serbian side / peak_20", "met_pct", 52.6),
        ("kireevo", "kireevo_zajecar: Serbian side / peak_19", "met_pct", 126.3),
        ("kalotina", "kireevo_zajecar: Serbian side / peak_19", "n_minus_1_pct", 99.8),
        ("more_storage", "kireevo_zajecar: Serbian side / peak_19", "n_minus_1_pct", 152.6),
        ("shah_deniz", "sangachal", "mcm_per_day", 0),
        ("gas_link_romania", "mokrin_entry", "open", 1),
        (
            "one_bcm_after_2026",
            "kalotina_dimitrovgrad_gas / 2027 / contract / Srbijagas–SOCAR after 2026",
            "mcm",
            1000,
        ),
    ],
)
def test_a_scenario_says_what_it_changes(atlas, today, scenario, item, measure, then):
    changed = answers.compared(today.rows, answers.supply(atlas.under(scenario)).rows)
    found = changed.set_index(["item", "measure"]).loc[(item, measure)]
    assert found["then"] == pytest.approx(then, abs=0.06)
    assert found["today"] != found["then"]


def test_what_the_past_was_no_scenario_changes(atlas, today):
    changed = answers.compared(today.rows, answers.supply(atlas.under("kireevo_and_hungary")).rows)
    assert not changed["item"].str.contains("observed").any()
    assert answers.compared(today.rows, today.rows).empty


def test_a_row_that_only_one_side_has_is_missing_in_the_other(atlas, today):
    changed = answers.compared(today.rows, answers.supply(atlas.under("shah_deniz")).rows)
    pipe = changed[(changed["item"] == "tanap_marmara") & (changed["measure"] == "flow_mcm_per_day")]
    assert pipe["then"].isna().all()
    assert len(pipe) == 1


def test_an_unknown_scenario_source_or_country(atlas):
    with pytest.raises(UnknownNameError, match='no such scenario; did you mean "kireevo"'):
        atlas.under("kirevo")
    with pytest.raises(UnknownNameError, match="no such node"):
        answers.supply(atlas, source="sangachall")
    with pytest.raises(UnknownNameError, match="no such country with quantities of gas"):
        answers.supply(atlas, country="BG")


def test_under_leaves_today_alone(atlas):
    other = atlas.under("kireevo")
    assert other.segments.loc["balkan_stream_bulgaria", "status"] == "suspended"
    assert atlas.segments.loc["balkan_stream_bulgaria", "status"] == "operating"
    assert atlas.under(None) is atlas


def test_rows_have_one_value_for_each_key_and_fit_their_columns(today):
    assert not today.rows.duplicated(answers.KEYS).any()
    assert cast(today.rows, to="flows")["sources"].ne("").all()


def test_a_figure_that_refers_to_nothing_is_refused(atlas, today):
    from dataclasses import replace

    for figure in (
        "flow:entry_points|kalotina|mcm_per_day",
        "km:Tap",
        "speed:imec",
        "capacity:igb",
        "main_km:imek",
    ):
        claims = atlas.claims.iloc[:1].assign(figure=figure)
        with pytest.raises(DefinitionError):
            answers.claims(replace(atlas, claims=claims), today.rows)


@pytest.mark.parametrize(
    ("claim", "value", "unit"),
    [
        ("ibs_60_pct", 8.7, "pct"),
        ("imports_double", 15.1, "pct"),
        ("outage_week", 2.6, "pct"),
        ("ibs_southern_gas_corridor", 1.8, "bcm_per_year"),
        ("cable_4_gw", 1300, "mw"),
    ],
)
def test_figures_of_claims(atlas, today, claim, value, unit):
    row = answers.claims(atlas, today.rows).loc[claim]
    assert (row["figure_value"], row["figure_unit"]) == (pytest.approx(value, abs=0.06), unit)


def test_verdicts_are_counted_as_in_the_catalogue(atlas):
    """58 claims: 15 hold, 23 in part, 10 are not borne out, 10 cannot be checked."""
    counts = pd.Series(atlas.claims["verdict"]).value_counts().to_dict()
    assert counts == {"holds": 15, "in_part": 23, "not_borne_out": 10, "cannot_be_checked": 10}

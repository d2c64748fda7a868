"""What Serbia's page knows: the figures of the tables, for today and for every scenario."""

import pytest

from geo.transit import transit_nodes
from layers import answers
from maps import serbia


@pytest.fixture(scope="module")
def known(atlas):
    ranked = transit_nodes(atlas.segments, atlas.nodes, country="RS", links=atlas.links)
    return serbia.country_facts(atlas, ranked, focus="RS") | {"ranks": serbia.rank_facts(ranked)}


def n_minus_1(known, scenario):
    """Peak demand to the values of all readings."""
    bars = known["scenarios"][scenario]["sections"][0]["bars"]
    return {row["label"]["n"]: row["values"] for row in bars["rows"]}


def test_n_minus_1_is_the_worked_case(known):
    """At 19 and 20 mcm a day, on the Bulgarian side's capacity: (18.49 + 0.5 + 5) / 19 and / 20, by hand."""
    assert [round(n_minus_1(known, "")[demand][0]) for demand in (19.0, 20.0)] == [126, 120]


def test_without_kireevo_and_hungary_one_unit_fails_more(known):
    assert max(n_minus_1(known, "kireevo_and_hungary")[19.0]) < min(n_minus_1(known, "kireevo")[19.0]) < 100


def test_every_scenario_has_its_figures(known, atlas):
    assert list(known["scenarios"]) == ["", *atlas.scenarios.index]
    table = answers.scenarios(atlas)
    outcomes = known["sections"][0]["table"]["rows"]
    for row in outcomes[1:]:
        name = row[0]["id"]
        assert row[1]["n"] == pytest.approx(table["least_n_minus_1_pct"][name], abs=0.001)
        assert row[3]["n"] == pytest.approx(table["maximum_flow_mcm_per_day"][name], abs=0.001)


def test_a_scenario_says_which_segments_change(known, atlas):
    assert known["scenarios"][""]["statuses"] == {}
    assert known["scenarios"]["kireevo"]["statuses"] == {"balkan_stream_bulgaria": "suspended"}


def test_a_closed_entry_has_no_capacity(known):
    rows = known["scenarios"]["kireevo"]["sections"][1]["bars"]["rows"]
    kireevo = [row for row in rows if row["label"][0]["id"] == "kireevo_zajecar"]
    assert kireevo
    assert {row["values"][0] for row in kireevo} == {0.0}


def test_the_way_to_belgrade_follows_the_scenario(known):
    through = {
        name: known["scenarios"][name]["journey"]["segments"] for name in ("", "suez", "imec_by_piraeus")
    }
    assert "suez_canal" in through[""]
    assert "suez_canal" not in through["suez"]
    assert "beit_shean_haifa" in through["imec_by_piraeus"]


def test_nodes_are_ranked_as_the_table_ranks_them(known, atlas):
    table = transit_nodes(atlas.segments, atlas.nodes, country="RS", links=atlas.links)
    rows = known["sections"][1]["table"]["rows"]
    assert [row[1]["id"] for row in rows] == list(table.index)
    assert known["ranks"]["gospodjinci"] == {"rank": int(table["rank"]["gospodjinci"]), "of": len(table)}

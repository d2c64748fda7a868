"""Journeys side by side: lengths by mode and status that sum up, and the ways that were asked for."""

import pytest

from maps import journeys


@pytest.fixture(scope="module")
def known(atlas):
    return journeys.compare_facts(atlas, focus="RS")


@pytest.mark.parametrize("name", [wanted.name for wanted in journeys.WANTED])
def test_a_journey_goes_from_mundra_to_belgrade(known, name):
    journey = known["compared"][name]
    assert journey["ends"] == ["mundra", "belgrade"]
    for sums in ("by_mode", "by_status"):
        assert sum(journey[sums].values()) == pytest.approx(journey["km"], abs=15)  # links are on foot


def test_journeys_go_where_they_are_said_to(atlas):
    found = journeys.journeys(atlas)
    assert {"riyadh", "haifa"} <= set(found["imec"].nodes)
    assert "bandar_abbas" in found["north_south_corridor"].nodes
    assert "suez" in found["suez"].nodes


def test_suez_stands_and_imec_does_not(known):
    assert known["compared"]["suez"]["operates_pct"] == 100
    assert known["compared"]["imec"]["stands_pct"] < 100


def test_main_routes_stand_beside_the_journeys(known, atlas, kept):
    main = known["compared"]["main:southern_gas_corridor"]
    length = round(kept.loc["southern_gas_corridor", "main_length_km"], 1)
    assert main["km"] == pytest.approx(length, abs=0.1)
    assert (main["borders"], main["mode_changes"], main["by_mode"]) == (5, 0, {"gas_pipeline": length})
    assert {f"main:{name}" for name in atlas.corridors.index} <= set(known["compared"])


def test_only_what_the_journeys_use_is_drawn(known):
    used = {name for wanted in journeys.WANTED for name in known["compared"][wanted.name]["segments"]}
    assert {row[0] for row in known["segments"]["rows"]} == used

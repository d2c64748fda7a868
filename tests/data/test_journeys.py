"""Estimated journeys beside published ones. The first five made the estimates; the others judge them."""

import pytest

from geo import network

PUBLISHED = {
    "Altynkol–Baku, Trend, May 2024: 9 days": (("altynkol", "alat"), {}, 9, 9),
    "Altynkol–Poti, Trend, May 2024: 12 days": (("altynkol", "poti"), {}, 12, 12),
    "Piraeus–Budapest, Rail Cargo Hungaria, June 2014: under 3 days": (("piraeus", "budapest"), {}, 2.5, 3),
    "Mumbai–Piraeus by Suez at 11 knots, Aviral, 2023: 15 to 16 days": (
        ("jnpt", "piraeus"),
        {"via": ["suez"]},
        15,
        16,
    ),
    "Altynkol–Constanța, Trend, May 2024: 20 to 22 days": (
        ("altynkol", "bucharest"),
        {"via": ["poti", "constanta"]},
        20,
        22,
    ),
    "Xi’an–Baku, Trend, December 2025 and January 2026: 17 and 16 days": (("xian", "alat"), {}, 16, 17),
    "border–Baku, AzerNews, February 2024: 8 days": (("altynkol", "alat"), {}, 8, 9),
    "Xi’an–Budapest, plan of September 2024: 25 days, guidance of August 2025: 32 to 37": (
        ("xian", "budapest"),
        {},
        25,
        37,
    ),
    "Mumbai–Moscow, Artarail, September 2025: 19 to 23 days; trials of 2022: 25": (
        ("jnpt", "moscow"),
        {},
        19,
        25,
    ),
}


@pytest.mark.parametrize("case", PUBLISHED)
def test_estimated_days_are_within_a_sixth_of_published_ones(atlas, case):
    ends, options, least, most = PUBLISHED[case]
    found = network.route(atlas.network, *ends, by="hours", **options)
    assert least * 5 / 6 <= found.hours / 24 <= most * 7 / 6


def test_the_three_ways_from_india_stand_beside_one_another(atlas):
    found = network.routes(atlas.network, "mundra", "belgrade", k=5)
    told = {name for each in found for name in (*each.corridors, each.longest_line)}
    assert told >= {"imec", "north_south_corridor", "Around Arabia by Suez"}


@pytest.mark.parametrize(
    "places",
    [
        pytest.param({"kars", "halkali"}, id="Kars–Istanbul"),
        pytest.param({"poti", "bucharest"}, id="Poti–Constanța, then by rail"),
        pytest.param({"poti", "port_belgrade"}, id="Poti–Constanța, then by the Danube"),
        pytest.param({"batumi", "constanta"}, id="Batumi–Constanța"),
    ],
)
def test_the_branches_of_the_middle_corridor_stand_beside_one_another(atlas, places):
    found = network.routes(atlas.network, "xian", "belgrade", k=5)
    assert any(places <= set(each.nodes) for each in found)


def test_gas_from_sangachal_to_belgrade(atlas):
    found = network.route(atlas.network, "sangachal", "belgrade")
    assert {"SCP", "TANAP", "TAP", "IGB"} <= set(found.legs["line"])
    assert found.operates_pct == 100
    assert found.border_crossings == 5

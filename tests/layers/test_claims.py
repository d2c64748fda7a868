"""Our figures beside the claims of others: each reference means something, and what it should."""

from dataclasses import replace

import pandas as pd
import pytest

from geo.errors import UnknownNameError
from layers import answers, claims


@pytest.fixture(scope="module")
def flows(atlas):
    return answers.supply(atlas).rows


@pytest.fixture(scope="module")
def known(atlas, flows):
    return claims.figures(atlas, flows)


def with_figure(atlas, figure):
    return replace(atlas, claims=atlas.claims.iloc[:1].assign(figure=figure))


@pytest.mark.parametrize(
    "figure",
    [
        "flow:entry_points|kalotina|mcm_per_day",
        "km:Tap",
        "speed:imec",
        "capacity:igb",
        "main_km:imek",
        "segment_km:igb",
        "quantity:serbian_lng",
        "km_in:imek|AZ",
        "days:mundra|belgrad",
    ],
)
def test_a_figure_that_refers_to_nothing_is_refused(atlas, flows, figure):
    with pytest.raises(UnknownNameError):
        claims.figures(with_figure(atlas, figure), flows)


@pytest.mark.parametrize(
    ("claim", "value", "unit"),
    [
        ("ibs_60_pct", 8.7, "pct"),
        ("imports_double", 15.1, "pct"),
        ("outage_week", 2.6, "pct"),
        ("ibs_southern_gas_corridor", 1.8, "bcm_per_year"),
        ("cable_4_gw", 1300, "mw"),
        ("winter_deal_total", 151, "mcm"),  # 1 mcm on each of the 61 + 90 days
        ("danube_lng", 0, "mcm_per_day"),
        ("imec_caucasus", 0, "km"),
        ("transit_hub", 4, ""),  # gas, cable, Middle and North–South
    ],
)
def test_figures_of_claims(atlas, known, claim, value, unit):
    row = claims.answered(atlas, known).loc[claim]
    assert (row["figure_value"], row["figure_unit"]) == (pytest.approx(value, abs=0.06), unit)


def test_what_does_not_stand_is_the_rest_of_the_main_route(atlas, flows):
    main = atlas.segments.loc[list(atlas.main_routes["imec"])]
    rest = main.loc[main["status"] != "operating", "length_km"].sum()
    [value] = claims.figures(with_figure(atlas, "missing_km:imec"), flows)["value"]
    assert value == pytest.approx(rest, abs=0.001)


def test_figures_are_summed(atlas, flows):
    parts = ["km:TAP", "km:TANAP", "km:TAP + km:TANAP"]
    tap, tanap, both = (claims.figures(with_figure(atlas, part), flows)["value"].iloc[0] for part in parts)
    assert both == pytest.approx(tap + tanap)


def test_verdicts_are_counted_as_in_the_catalogue(atlas):
    """58 claims: 15 hold, 23 in part, 10 are not borne out, 10 cannot be checked."""
    counts = pd.Series(atlas.claims["verdict"]).value_counts().to_dict()
    assert counts == {"holds": 15, "in_part": 23, "not_borne_out": 10, "cannot_be_checked": 10}

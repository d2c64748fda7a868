"""Hours of a journey, and the catalogue's estimates beside published journeys."""

import math

import pytest

from geo.times import times
from tests.journey import TIMES

HOURS = times(TIMES)


def test_a_mode_without_speed_is_missing():
    assert math.isnan(HOURS.running("gas_pipeline", country="RS", km=100))


def test_a_border_without_figure_takes_no_time():
    assert HOURS.border("sea", between={"RS", "RO"}) == 0
    assert HOURS.gauge_change("rail", between={"RS", "RO"}) == 0


def test_the_narrowest_row_counts():
    assert HOURS.gauge_change("rail", between={"BB", "CC"}) == 5
    assert HOURS.gauge_change("rail", between={"BB", "AA"}) == 0


def test_without_a_country_only_rows_for_all_count():
    table = TIMES.assign(countries="RS")
    assert math.isnan(times(table).running("rail", country="", km=1))


PUBLISHED = {
    "Batumi–Constanța, port to port, TITR 2019: 5 days": (1048 / 20.4 + 2 * 34, 120),
    "Poti–Baku, agenda.ge 2014: 34 hours": (870 / 57.9 + 19, 34),
    "Piraeus–Budapest, Rail Cargo 2014: under 72 hours": (1500 / 57.9 + 3 * 15, 72),
    "Mumbai–Piraeus by Suez at 11 knots, 2023: 15 to 16 days over 4,124 nautical miles": (
        4124 * 1.852 / 20.4,
        372,
    ),
    "Suez Canal, Agenzia Nova 2023: 11 hours": (193.3 / 17.6, 11),
}


@pytest.mark.parametrize("case", PUBLISHED)
def test_estimates_give_back_the_journeys_they_come_from(case):
    estimated, published = PUBLISHED[case]
    assert estimated == pytest.approx(published, rel=0.03)


def test_the_catalogue_has_these_figures(atlas):
    hours = times(atlas.times)
    assert hours.transfer({"rail", "sea"}, countries={"GE"}) == 34
    assert hours.border("rail", between={"AZ", "GE"}) == 19
    assert hours.border("rail", between={"GR", "MK"}) == 15
    assert hours.running("rail", country="KZ", km=57.9) == pytest.approx(1)
    assert hours.running("ferry", country="", km=20.4) == pytest.approx(1)
    assert hours.running("sea", country="EG", km=193.3) == pytest.approx(11, rel=0.01)

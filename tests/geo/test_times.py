"""Hours of a journey's parts."""

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


def test_the_catalogue_has_these_figures(atlas):
    """As `times.csv` says them and from where."""
    hours = times(atlas.times)
    assert hours.border("rail", between={"CN", "KZ"}) == 67.4
    assert hours.border("rail", between={"AZ", "GE"}) == 40.6
    assert hours.border("rail", between={"GR", "MK"}) == 3
    assert hours.transfer({"rail", "sea"}, countries={"GR"}) == 34
    assert hours.transfer({"inland_waterway", "sea"}, countries={"RO"}) == 82
    assert hours.running("ferry", country="", km=20.4) == pytest.approx(1)
    assert hours.running("sea", country="EG", km=193.3) == pytest.approx(11, rel=0.01)

"""Every page in a real Chromium, at both sizes: quiet, accessible, linked."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.maps.browser import SIZES, THEMED, open_panel, opened, page_file


def see_the_map(page):
    assert page.locator(".name.place").count() >= 2, "the ends of the main route are named"


def open_the_table(page):
    open_panel(page)
    page.click("#all-lines summary")
    if page.size == "phone":  # the card will cover the panel
        assert page.evaluate(SMALL) == []
        assert_accessible(page)


def choose_a_segment(page):
    page.evaluate("choose('segment', segments[0].id)")


def filter_the_claims(page):
    if page.size == "phone":
        assert page.evaluate(SMALL) == []
    page.click(".tile.not_borne_out")


STEPS = {"brief": (filter_the_claims,)}
"""What is done on a page that is no map."""

SMALL = """() => [...document.querySelectorAll(
    "button, select, summary, nav a, input:not([type=checkbox]), .leaflet-bar a")]
  .map((each) => [each.textContent, each.getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 43.5)).map(([text]) => text)"""
"""Controls that a finger would miss."""


def assert_accessible(page):
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(("name", "theme"), THEMED)
@pytest.mark.parametrize("size", SIZES)
def test_every_page_is_quiet_accessible_and_linked(browser, built, name, size, theme):
    file = page_file(built, name)
    with opened(browser, file, size=size, theme=theme) as page:
        for step in STEPS.get(name, (see_the_map, open_the_table, choose_a_segment)):
            step(page)
        assert_accessible(page)
        for link in page.locator("nav.pages a").all():
            assert (file.parent / link.get_attribute("href").split("#")[0]).exists()

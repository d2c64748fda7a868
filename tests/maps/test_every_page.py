"""Every page in a real Chromium, at both sizes: quiet, accessible, linked."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.maps.browser import SIZES, THEMED, open_panel, opened

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
    with opened(browser, built / "maps" / f"{name}.html", size=size, theme=theme) as page:
        assert page.locator(".name.place").count() >= 2, "the ends of the main route are named"
        open_panel(page)
        page.click("#all-lines summary")
        if size == "phone":  # the card will cover the panel
            assert page.evaluate(SMALL) == []
            assert_accessible(page)
        page.evaluate("choose('segment', segments[0].id)")
        assert_accessible(page)
        for link in page.locator("nav a").all():
            assert (built / "maps" / link.get_attribute("href").split("#")[0]).exists()

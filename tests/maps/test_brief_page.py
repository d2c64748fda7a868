"""The brief, checked, as a reader uses it."""

import pytest

from tests.maps.browser import opened


@pytest.fixture
def page(browser, built):
    with opened(browser, built / "brief.html") as page:
        yield page


def visible(page):
    return page.locator(".claim:not([hidden])").count()


def test_it_weighs_less_than_a_megabyte(built):
    assert (built / "brief.html").stat().st_size < 1_000_000


def test_a_verdict_filters_and_the_address_keeps_it(page, browser, built):
    page.click(".tile.not_borne_out")
    assert visible(page) == 10
    assert page.inner_text("#count") == "10 of 58 claims"
    assert page.locator("#theme-trade .claim:not([hidden])").count() == 1
    address = page.url.split("#")[1]
    assert address == "verdict=not_borne_out"
    with opened(browser, built / "brief.html", address=f"{address}&lang=sr") as again:
        assert visible(again) == 10
        assert again.inner_text("#count") == "tvrdnje: 10 od 58"
    page.click(".tile.not_borne_out")
    assert visible(page) == 58


def test_languages_change_every_text_and_figure(page):
    page.click("[data-language=az]")
    assert page.get_attribute("html", "lang") == "az"
    assert page.inner_text("#claim-imports_double dd b") == "15,1 %"
    assert page.inner_text("#claim-cable_4_gw h3") == "Qara dəniz kabelinin gücü 4 GVt-dır"
    assert "Qara dəniz" in page.locator("#claim-cable_4_gw svg.detail").text_content()
    assert "lang=az" in page.locator("nav.pages a").first.get_attribute("href")


def test_a_link_leads_to_a_claim_that_a_filter_hides(browser, built):
    with opened(browser, built / "brief.html", address="verdict=holds&at=cable_4_gw&lang=xx") as page:
        assert page.evaluate("document.activeElement.id") == "says-cable_4_gw"
        assert visible(page) == 58
        top = page.locator("#claim-cable_4_gw").bounding_box()["y"]
        assert 0 <= top < 200
        assert page.url.endswith("#at=cable_4_gw")


def test_by_keyboard_alone(page):
    page.focus(".tile.holds")
    page.keyboard.press("Enter")
    assert visible(page) == 15
    page.focus("[data-theme-link=imec]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "title-imec"
    assert visible(page) == 58


def test_it_can_be_read_without_its_script(built):
    """The words are in the document itself, not in data for a script."""
    text = (built / "brief.html").read_text(encoding="utf-8").split("<script")[0]
    assert "the Strait of Hormuz, declared closed on 28 February 2026" in text


def test_paper_is_white_and_has_no_controls(browser, built):
    with opened(browser, built / "brief.html", theme="dark") as page:
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert not page.is_visible("nav.pages")
        assert not page.is_visible("#print")

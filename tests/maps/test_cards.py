"""Cards and search in a real Chromium: what a person clicks and types, and what it says."""

import pytest

from tests.maps.browser import SIZES, click_route, open_panel, opened, shown


@pytest.fixture(scope="module")
def searched(browser, built):
    """The overview, in which a search leaves nothing behind."""
    with opened(browser, built / "maps" / "index.html") as page:
        yield page


def test_a_route_is_clicked_and_its_card_read(page):
    click_route(page, "tanap_tercan_eskisehir")
    card = page.inner_text("#card")
    for expected in (
        "TANAP · gas pipeline",
        "operating since 2018",
        "16 bcm a year",
        "published 1,811 km, measured 1,803 km (−0.4 %)",
        "Route and Above Ground",
        "as of 2026-11-22",
    ):
        assert expected in card
    assert "https://tanap.com/en/route-above-ground-installations" in page.eval_on_selector_all(
        "#card a", "links => links.map(link => link.href)"
    )
    assert page.locator("path.dimmed").count() > 20, "the rest steps back"
    page.keyboard.press("Escape")
    assert page.is_hidden("#card")
    assert page.locator("path.dimmed").count() == 0


def test_the_card_fits_the_screen_and_leaves_the_route_in_sight(page):
    click_route(page, "tap_greece_west")
    card, main = page.locator("#card").bounding_box(), page.locator("main").bounding_box()
    assert card["x"] >= main["x"]
    assert card["x"] + card["width"] <= SIZES[page.size]["width"]
    assert card["y"] + card["height"] <= SIZES[page.size]["height"]
    route = page.locator('path[data-id="tap_greece_west"]').bounding_box()
    middle = (route["x"] + route["width"] / 2, route["y"] + route["height"] / 2)
    inside = card["x"] < middle[0] < card["x"] + card["width"] and card["y"] < middle[1]
    assert not inside


@pytest.mark.parametrize("kind", ["segment:tanap_tercan_eskisehir", "segment:haifa_piraeus_sea", "node:nis"])
def test_on_a_phone_the_card_does_not_hide_what_was_chosen(browser, built, kind):
    with opened(browser, built / "maps" / "index.html", size="phone") as page:
        page.evaluate("kind => choose(...kind.split(':'))", kind)
        chosen = page.locator(f'path[data-id="{kind.split(":")[1]}"]').bounding_box()
        assert chosen["y"] + chosen["height"] <= page.locator("#card").bounding_box()["y"]
        assert chosen["y"] >= page.locator("main").bounding_box()["y"]


def test_two_places_of_one_name_are_told_apart_where_both_are_shown(browser, built):
    with opened(browser, built / "maps" / "serbia.html", address="map=10/43.02/22.8") as page:
        names = page.locator(".name.place").all_inner_texts()
        assert {f"Kalotina / Dimitrovgrad ({what})" for what in ("railway", "gas pipeline")} <= set(names)


def test_lines_have_names_in_the_reader_s_language(index):
    index.click("[data-language=sr]")
    index.evaluate("choose('segment', 'haifa_piraeus_sea')")
    assert "Morem od Haife do Evrope · pomorski put" in index.inner_text("#card")
    assert index.get_attribute("#card .note", "lang") == "en"


def test_a_sketch_says_so_and_looks_so(page):
    click_route(page, "tanap_west_asia")
    page.evaluate("choose('segment', 'tanap_pasinler_tercan')")
    assert "drawn from a sketch, may be 15 km off" in page.inner_text("#card")
    opacity = "id => Number(drawn.routes.get(id).strands[0].line.options.opacity)"
    assert page.evaluate(opacity, "tanap_pasinler_tercan") < page.evaluate(opacity, "tanap_west_asia")


def test_a_place_says_its_rank_in_serbia_on_every_page(index):
    index.evaluate("choose('node', 'nis')")
    assert "2 of 44 in Serbia" in index.inner_text("#card dl")


def test_the_whole_line_has_a_bar_by_country(page):
    page.evaluate("choose('line', 'TAP')")
    assert page.inner_text("#card .by-country").split("\n") == [
        "Greece 551 km",
        "Albania 207 km",
        "at sea 103 km",
        "Italy 9 km",
    ]


def test_search_finds_a_place_without_its_accents(page):
    open_panel(page)
    page.fill("#search", "nis")
    assert "Niš (Trupale)" in page.inner_text("#found")
    page.keyboard.press("Enter")
    assert page.inner_text("#card h2") == "Niš (Trupale)"
    assert shown(page, "trupale")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("nis", "Niš\nstation"),
        ("Ниш", "Niš (Trupale)"),
        ("morem od haife", "Haifa to Europe by sea"),
        ("pancevo", "Pančevo (junction)"),
        ("kalotina", "Kalotina / Dimitrovgrad (railway)"),
        ("Şahdəniz", "Shah Deniz"),
        ("bugarska", "Bulgaria"),
        ("TURKIYE", "Türkiye"),
        ("azerbaycan", "Azerbaijan"),
        ("tanap", "TANAP"),
        ("juzni gasni", "Southern Gas Corridor"),
        ("xyzzy", "Nothing found"),
    ],
)
def test_search_in_three_languages(searched, typed, found):
    searched.fill("#search", typed)
    assert found in searched.inner_text("#found")


def test_search_by_keyboard_alone(index):
    index.focus("#search")
    index.keyboard.type("dimitrovgrad")
    index.keyboard.press("ArrowDown")
    assert index.get_attribute("#search", "aria-activedescendant") == "found-0"
    index.keyboard.press("Enter")
    assert "Dimitrovgrad" in index.inner_text("#card h2")
    assert index.evaluate("document.activeElement.id") == "card-title"

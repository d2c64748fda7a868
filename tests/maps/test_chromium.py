"""Real Chromium opens the page without a network, as a person uses it: desktop and phone."""

import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from layers.reader import CATALOGUE
from tests.conftest import need

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
CORRIDORS = sorted(file.stem for file in (CATALOGUE / "corridors").glob("*.toml"))
SIZES = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}


@pytest.fixture(scope="module")
def browser():
    need(
        "Chromium",
        found=shutil.which(CHROMIUM) is not None,
        install="apt-get install -y --no-install-recommends chromium",
    )
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(params=SIZES)
def page(request, browser, built):
    """The page at one size, with the network cut and everything it says or asks for written down."""
    touch = request.param == "phone"
    context = browser.new_context(
        viewport=SIZES[request.param], has_touch=touch, is_mobile=touch, offline=True
    )
    page = context.new_page()
    page.said, page.asked, page.size = [], [], request.param
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.goto((built / "maps" / "southern_gas_corridor.html").as_uri())
    page.wait_for_selector("path[data-id]", state="attached")
    yield page
    assert page.asked == [page.url], "no request leaves the page"
    assert not page.said, "nothing on the console"
    context.close()


def click_route(page, name):
    """Click a vertex of a route where nothing else lies above it."""
    at = page.evaluate(
        """(name) => {
          const path = document.querySelector(`path[data-id="${name}"]`);
          for (let share = 0.3; share < 0.8; share += 0.005) {
            const point = path.getPointAtLength(path.getTotalLength() * share);
            const at = point.matrixTransform(path.getScreenCTM());
            if (document.elementFromPoint(at.x, at.y) === path) return [at.x, at.y];
          }
          return null;
        }""",
        name,
    )
    assert at, f"{name} is nowhere to be clicked"
    (page.touchscreen.tap if page.size == "phone" else page.mouse.click)(*at)
    page.wait_for_selector(".leaflet-popup-content h2")


def open_panel(page):
    if page.size == "phone":
        page.click("#handle")


def test_tanap_is_clicked_and_its_card_read(page):
    click_route(page, "tanap_tercan_eskisehir")
    card = page.inner_text(".leaflet-popup-content")
    for expected in (
        "TANAP · gas pipeline",
        "operating since 2018",
        "16 bcm a year",
        "published 1,811 km (−0.9 %)",
        "Route and Above Ground",
    ):
        assert expected in card
    links = page.eval_on_selector_all(".leaflet-popup-content a", "links => links.map(link => link.href)")
    assert "https://tanap.com/en/route-above-ground-installations" in links
    assert page.locator("path.dimmed").count() > 20, "the rest steps back"
    page.keyboard.press("Escape")
    page.wait_for_selector(".leaflet-popup-content", state="detached")
    assert page.locator("path.dimmed").count() == 0


def test_a_card_fits_the_screen(page):
    click_route(page, "tap_greece_west")
    page.wait_for_timeout(400)
    box = page.locator(".leaflet-popup").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= SIZES[page.size]["width"]
    assert box["y"] >= 0


def test_a_layer_is_switched_off_and_on(page):
    open_panel(page)
    assert page.locator("path[data-id=igb_bulgaria]").count() == 1
    page.click("input[data-status=operating]")
    assert page.locator("path[data-id=igb_bulgaria]").count() == 0
    assert page.inner_text("#status") == "All lines are switched off in the legend."
    page.click("input[data-status=operating]")
    assert page.locator("path[data-id=igb_bulgaria]").count() == 1
    assert page.inner_text("#status") == ""
    page.click("input[data-layer=nodes]")
    assert page.locator("path[data-id=sangachal]").count() == 0


def test_routes_are_reached_and_opened_by_keyboard(page):
    page.focus("path[data-id=ibs_serbia]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".leaflet-popup-content h2")
    assert page.inner_text(".leaflet-popup-content h2") == "Dimitrovgrad – Niš (Trupale)"
    assert page.get_attribute("path[data-id=ibs_serbia]", "aria-label").startswith(
        "Bulgaria–Serbia interconnector: "
    )


def test_the_whole_corridor_is_on_the_screen(page):
    map_box = page.locator("main").bounding_box()
    for name in ("shah_deniz_offshore", "tap_italy", "backbone_horgos_elemir"):
        box = page.locator(f"path[data-id={name}]").bounding_box()
        assert map_box["x"] <= box["x"]
        assert box["x"] + box["width"] <= map_box["x"] + map_box["width"]


def test_names_do_not_cover_one_another(page):
    boxes = page.eval_on_selector_all(
        ".label-icon:not([hidden]) > span",
        "spans => spans.map(s => s.getBoundingClientRect()).map(b => [b.x, b.y, b.right, b.bottom])",
    )
    assert len(boxes) > 8
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)


def test_more_places_are_named_closer_up(page):
    before = set(page.locator(".place").all_inner_texts())
    assert {"Sangachal", "Melendugno"} & before
    box = page.locator("path[data-id=ibs_serbia]").bounding_box()
    page.mouse.move(box["x"], box["y"])
    for _ in range(4):
        page.mouse.wheel(0, -120)
        page.wait_for_timeout(350)
    after = set(page.locator(".place").all_inner_texts())
    assert "Niš (Trupale)" in after - before, after


def test_axe_finds_nothing(page):
    open_panel(page)
    assert Axe().run(page).violations_count == 0, Axe().run(page).generate_report()


def test_the_table_behind_the_map(page):
    open_panel(page)
    rows = page.locator("aside tbody tr")
    assert rows.count() == 10
    assert "TAP" in page.inner_text("aside tbody")


@pytest.mark.parametrize("name", ["index", *CORRIDORS])
@pytest.mark.parametrize("size", SIZES)
def test_every_page_is_quiet_reachable_and_whole(browser, built, name, size):
    context = browser.new_context(viewport=SIZES[size], offline=True)
    page = context.new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((built / "maps" / f"{name}.html").as_uri())
    page.wait_for_selector("path[data-id]", state="attached")
    assert Axe().run(page).violations_count == 0
    assert (said, len(asked)) == ([], 1)
    assert page.locator(".place").count() >= 2, "the ends of the main route are named"
    for link in page.locator("nav a").all():
        assert (built / "maps" / link.get_attribute("href")).exists()
    context.close()

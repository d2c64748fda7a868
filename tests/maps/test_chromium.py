"""Real Chromium opens the pages without a network, as a person uses them: desktop and phone."""

import csv
import io
import json

import pytest

from geo import network
from tests.maps.browser import (
    SGC,
    open_panel,
    opened,
    set_year,
    shown,
)


def test_in_2022_there_is_no_bulgaria_serbia_interconnector(page):
    assert shown(page, "ibs_serbia")
    set_year(page, 2022)
    assert not shown(page, "ibs_serbia")
    assert shown(page, "tap_italy")
    assert "2022: what stood" in page.text_content("#year-text")
    set_year(page, 2023)
    assert shown(page, "ibs_serbia")


def test_what_is_promised_shows_from_its_year_on_and_looks_promised(index):
    promised = index.evaluate("segments.filter(s => s.since > NOW).map(s => [s.id, s.since])")
    assert promised
    name, year = promised[0]
    set_year(index, year - 1)
    assert not shown(index, name)
    set_year(index, year)
    assert shown(index, name)
    assert index.evaluate("id => drawn.routes.get(id).strands[0].line.options.dashArray", name)
    assert "what is promised by then" in index.inner_text("#year-text")


def test_filter_to_operating_shows_the_gaps_of_imec(index):
    gaps = ("ghuwaifat_haradh", "haditha_mafraq", "black_sea_crossing")
    assert all(shown(index, name) for name in gaps)
    for status in ("under_construction", "planned", "proposed"):
        index.uncheck(f"input[data-status={status}]")
    assert not any(shown(index, name) for name in gaps)
    assert all(shown(index, name) for name in ("fujairah_jebel_ali", "beit_shean_haifa", "tap_italy"))
    index.click("#reset")
    assert all(shown(index, name) for name in gaps)


def test_a_filter_says_why_nothing_is_left(page):
    open_panel(page)
    page.uncheck("input[data-status=operating]")
    assert "Nothing is left with this choice: Status." in page.inner_text("#status")
    assert not shown(page, "igb_bulgaria")
    if page.size == "phone":
        page.click("#handle")
    page.click("#status button")
    assert page.inner_text("#status") == ""
    assert shown(page, "igb_bulgaria")


def test_what_lies_outside_the_screen_is_said_and_brought(index):
    index.select_option("#country", "IT")
    assert shown(index, "tap_italy")
    index.evaluate("void drawn.map.panBy([0, -2000], { animate: false })")
    assert "outside this part of the map" in index.inner_text("#status")
    index.click("#status button")
    assert index.inner_text("#status") == ""


def test_a_corridor_is_switched_off_and_its_shared_segments_stay(index):
    index.uncheck(f"input[data-corridor={SGC}]")
    assert not shown(index, "tap_italy")
    assert shown(index, "ibs_serbia"), "it serves Serbia's own network too"
    assert index.locator("path.line:not(.gone)").count() == index.evaluate(
        f"segments.flatMap(s => s.serves).filter(c => c !== '{SGC}').length"
    )


def test_shared_segments_lie_side_by_side(index):
    boxes = index.evaluate(
        """() => {
          const paths = drawn.routes.get("ibs_serbia").strands.map((strand) => strand.line.getElement());
          const middle = (path) => path.getPointAtLength(path.getTotalLength() / 2);
          return paths.map(middle).map((at) => [at.x, at.y]);
        }"""
    )
    (x1, y1), (x2, y2) = boxes
    assert 3 < ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5 < 9


def test_colour_by_mode_is_another_picture(index):
    colour = "id => getComputedStyle(drawn.routes.get(id).strands[0].line.getElement()).stroke"
    before = index.evaluate(colour, "black_sea_crossing")
    index.click("[data-colour=mode]")
    assert index.evaluate(colour, "black_sea_crossing") != before
    assert "by=mode" in index.url


@pytest.mark.parametrize(("language", "title"), [("sr", "Južni gasni koridor"), ("az", "Cənub Qaz Dəhlizi")])
def test_languages(page, kept, language, title):
    page.click(f"[data-language={language}]")
    open_panel(page)
    assert page.inner_text("h1") == title
    assert title in page.title()
    length = f"{kept.loc[SGC, 'main_length_km']:,.0f} km".replace(",", ".")
    assert length in page.inner_text("#corridor-list")
    assert f"lang={language}" in page.url
    assert "Legend and" not in page.inner_text("body")
    assert f"lang={language}" in page.eval_on_selector("nav a", "link => link.href")


def test_the_address_shows_another_reader_the_same(browser, built, index):
    index.click("[data-language=sr]")
    index.uncheck("input[data-status=proposed]")
    index.uncheck("input[data-corridor=turkstream]")
    set_year(index, 2024)
    index.select_option("#country", "RS")
    index.evaluate("choose('segment', 'ibs_serbia')")
    index.wait_for_timeout(300)
    address = index.url.split("#")[1]
    with opened(browser, built / "maps" / "index.html", address=address) as other:
        assert other.url == index.url
        texts, routes = "document.body.innerText", "[...document.querySelectorAll('path.hit:not(.gone)')]"
        places = f"{routes}.map(path => path.getBoundingClientRect()).flatMap(box => [box.x, box.y])"
        assert other.evaluate(texts) == index.evaluate(texts)
        assert other.evaluate(f"{routes}.map(path => path.dataset.id)") == index.evaluate(
            f"{routes}.map(path => path.dataset.id)"
        )
        assert other.evaluate(places) == pytest.approx(index.evaluate(places), abs=2)


@pytest.mark.parametrize(
    "address",
    [
        "lang=xx&year=20x6&in=ZZ&off=nothing&at=segment:nowhere&map=a/b/c",
        "at=own:0",
        "at=line:toString",
        "%E0%A4%A",
        "map=1/99/9",
    ],
)
def test_a_broken_address_opens_the_page_as_it_is(browser, built, address):
    with opened(browser, built / "maps" / f"{SGC}.html", address=address) as page:
        assert page.is_hidden("#card")
        assert shown(page, "tap_italy")


def test_routes_are_reached_and_opened_by_keyboard(page):
    page.focus("path[data-id=ibs_serbia]")
    page.keyboard.press("Enter")
    assert page.inner_text("#card h2") == "Dimitrovgrad – Niš (Trupale)"
    label = page.get_attribute("path[data-id=ibs_serbia]", "aria-label")
    assert label == "Bulgaria–Serbia interconnector: Dimitrovgrad – Niš (Trupale), operating"


def test_the_whole_corridor_is_on_the_screen(page):
    main = page.locator("main").bounding_box()
    for name in ("shah_deniz_offshore", "tap_italy", "backbone_horgos_elemir"):
        box = page.locator(f"path[data-id={name}]").bounding_box()
        assert main["x"] <= box["x"]
        assert box["x"] + box["width"] <= main["x"] + main["width"]


def test_names_do_not_cover_one_another(page):
    boxes = page.eval_on_selector_all(
        ".name", "names => names.map(n => n.getBoundingClientRect()).map(b => [b.x, b.y, b.right, b.bottom])"
    )
    assert len(boxes) > 8
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)


def test_more_places_are_named_closer_up(page):
    before = set(page.locator(".name.place").all_inner_texts())
    assert "Melendugno" in before
    page.evaluate("zoomTo(segments.filter(s => s.id === 'ibs_serbia'))")
    assert "Niš (Trupale)" in set(page.locator(".name.place").all_inner_texts()) - before


def test_the_table_behind_the_map_has_everything_in_the_picture(page):
    open_panel(page)
    page.click("#all-lines summary")
    page.wait_for_selector("#routes-table tbody tr")  # the page hears of it a moment later
    assert page.locator("#routes-table tbody tr").count() == page.locator("path.hit:not(.gone)").count()
    set_year(page, 2019)
    assert page.locator("#routes-table tbody tr").count() == page.locator("path.hit:not(.gone)").count()
    page.click("#routes-table tbody button >> nth=0")
    assert page.is_visible("#card")


@pytest.fixture
def serbia(browser, built):
    with opened(browser, built / "maps" / "serbia.html") as page:
        yield page


def test_kireevo_is_switched_off_and_n_minus_1_read(serbia):
    bars = serbia.locator("#sections [data-chart=section-0]")
    assert "19 mcm a day: Bulgarian side 126 %" in bars.get_attribute("aria-label")
    assert serbia.evaluate("segmentById.get('balkan_stream_bulgaria').status") == "operating"
    serbia.select_option("#scenario", "kireevo")
    assert "19 mcm a day: Bulgarian side 55 %" in bars.get_attribute("aria-label")
    assert serbia.evaluate("drawn.routes.get('balkan_stream_bulgaria').strands[0].parts.length") == 3, (
        "with bars"
    )
    assert "scenario=kireevo" in serbia.url
    serbia.select_option("#scenario", "")
    assert "19 mcm a day: Bulgarian side 126 %" in bars.get_attribute("aria-label")
    assert serbia.evaluate("drawn.routes.get('balkan_stream_bulgaria').strands[0].parts.length") == 2


def test_the_way_on_what_operates_is_shown(serbia, atlas):
    operating = network.within(atlas.network, statuses=["operating"])
    today = f"{network.route(operating, 'mundra', 'belgrade').km:,.0f} km"
    assert today in serbia.inner_text("#scenario-says")
    serbia.click("#sections button:has-text('Suez Canal closed')")
    assert today not in serbia.inner_text("#scenario-says")
    serbia.click("#scenario-says button")
    assert "Mundra – Belgrade Centre" in serbia.inner_text("#card h2")
    assert serbia.locator("path.hit").count() > serbia.evaluate("chosenSegments().length") > 10


def test_a_ranked_node_opens_its_card(serbia):
    serbia.click("#sections button:has-text('Gospođinci')")
    assert serbia.inner_text("#card h2") == "Gospođinci"
    assert "in Serbia" in serbia.inner_text("#card dl")


def test_two_ways_stand_side_by_side(browser, built):
    with opened(browser, built / "maps" / "compare.html") as page:
        cells = page.locator("#compare-table tbody tr:has-text('Operates') td").all_inner_texts()
        page.select_option("#compare-table th:nth-child(3) select", "suez")
        assert page.locator("#compare-table tbody tr:has-text('Operates') td").all_inner_texts() == [
            cells[0],
            "100 %",
        ]
        assert "pair=imec,suez" in page.url
        page.select_option("#compare-table th:nth-child(2) select", "main:southern_gas_corridor")
        assert "gas pipeline" in page.inner_text("#compare-table")


def test_a_journey_is_no_place_of_the_same_name(browser, built):
    with opened(browser, built / "maps" / "compare.html", address="at=journey:suez") as page:
        assert page.locator("path.dot.chosen").count() == 0
        page.evaluate("choose('node', 'suez')")
        assert page.locator("path.dot.chosen").count() == 1


def test_files_are_saved_without_a_server(index):
    index.select_option("#country", "RS")
    saved = {}
    for button in ("save-lines", "save-places", "save-table"):
        with index.expect_download() as download:
            index.click(f"#{button}")
        with open(download.value.path(), encoding="utf-8-sig", newline="") as file:
            saved[download.value.suggested_filename] = file.read()
    lines = json.loads(saved["index_lines.geojson"])
    assert {feature["properties"]["country"] for feature in lines["features"]} == {"RS"}
    rows = list(csv.DictReader(io.StringIO(saved["index_lines.csv"])))
    assert [row["id"] for row in rows] == [feature["id"] for feature in lines["features"]]
    assert json.loads(saved["index_places.geojson"])["features"][0]["geometry"]["type"] == "Point"


def test_tiles_are_off_until_asked_for_and_say_when_they_do_not_come(browser, built):
    with opened(browser, built / "maps" / f"{SGC}.html") as page:
        assert not page.is_checked("#tiles")
        assert "tile.openstreetmap.org" in page.inner_text("#panel-body")
        page.check("#tiles")
        page.wait_for_selector("#status span")
        assert "did not come" in page.inner_text("#status")
        page.uncheck("#tiles")
        assert all(
            url.startswith("https://tile.openstreetmap.org/")
            for url in page.asked[1:]
            if url.startswith("http")
        )
        page.asked.clear()
        page.said.clear()


def test_dark_and_light(page):
    paper = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paper) == "rgb(255, 255, 255)"
    page.click("#theme")
    assert page.evaluate(paper) != "rgb(255, 255, 255)"
    assert "theme=dark" in page.url

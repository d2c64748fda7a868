"""The page on paper, and inside a notebook."""

import io
import re

import geopandas as gpd
import pytest
from pypdf import PdfReader
from shapely import LineString

import maps
from tests.maps.browser import opened

MM = 72 / 25.4


@pytest.mark.parametrize(("paper", "size_mm"), [("a4", (297, 210)), ("a3", (420, 297))])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_sheet_has_all_that_a_map_needs(browser, built, atlas, paper, size_mm, theme):
    with opened(
        browser, built / "maps" / "southern_gas_corridor.html", theme=theme, address="lang=sr"
    ) as page:
        page.evaluate("() => { window.print = () => {}; }")
        page.click(f"[data-paper={paper}]")
        pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
        [sheet] = pdf.pages
        edges = (float(sheet.mediabox.width), float(sheet.mediabox.height))
        assert edges == pytest.approx([edge * MM for edge in size_mm], abs=1)
        text = sheet.extract_text()
        for expected in (
            "Južni gasni koridor",
            "u pogonu",
            "km",
            "N",
            "Global Energy Monitor",
            "{2}. {1}. {0}.".format(*atlas.as_of.split("-")),
            "Crno more",
        ):
            assert expected in text
        assert "Traži mesta" not in text
        assert page.is_visible("#panel"), "the screen is as it was"
        assert page.get_attribute("html", "data-theme") == theme


def test_a_notebook_shows_the_page_with_a_layer_of_one_s_own(browser, atlas, tmp_path):
    layer = gpd.GeoDataFrame(
        {"name": ["my line"]}, geometry=[LineString([(20, 44), (22, 45)])], crs="EPSG:4326"
    )
    shown = maps.page(atlas, "turkstream", overlay=layer)._repr_html_()
    file = tmp_path / "notebook.html"
    file.write_text(
        f'<!DOCTYPE html><html lang="en"><title>n</title><body>{shown}</body></html>', encoding="utf-8"
    )
    context = browser.new_context(offline=True)
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("path.hit").first.wait_for(state="attached")
    assert "Your layer" in frame.locator("#corridor-list").inner_text()
    frame.locator('path[data-id="own-0"]').press("Enter")
    assert frame.locator("#card h2").inner_text() == "my line"
    frame.locator("[data-language=az]").click()
    assert re.search("Sizin qatınız", frame.locator("#corridor-list").inner_text())
    assert not said
    context.close()

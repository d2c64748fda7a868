"""The page as a file: one document, nothing fetched, data inside as text."""

import re
from dataclasses import replace

import pytest

import maps
from maps import assets, leaflet
from maps.pages import describe


@pytest.fixture(scope="module")
def html(atlas):
    return maps.page(atlas, "southern_gas_corridor").html


def test_it_is_one_small_document(html):
    assert len(html.encode("utf-8")) < 1_500_000
    assert html.count("<!DOCTYPE html>") == html.count("<main") == html.count("<h1") == 1


def test_nothing_is_fetched(html):
    outside = re.sub(r"<a [^>]*>|https?://(www\.)?w3\.org/\S+", "", html)
    assert not re.findall(r"<(script|img|link|iframe)[^>]+(src|href)=", outside)
    assert "url(http" not in outside
    assert "sourceMappingURL" not in outside


def test_random_identifiers_are_numbered(html):
    assert not re.search(r"_[0-9a-f]{32}", html)


def test_it_shows_itself_in_a_notebook(atlas):
    shown = maps.page(atlas, "southern_gas_corridor")._repr_html_()
    assert shown.startswith('<iframe src="data:text/html;charset=utf-8;base64,')


def test_hostile_titles_are_escaped(atlas):
    page = replace(
        describe(atlas, "southern_gas_corridor"),
        title="</title><script>alert(1)</script>",
        description="<img src=x>",
    )
    html = leaflet.render(page).html
    assert "<script>alert(1)" not in html
    assert "<img src=x>" not in html


def test_a_missing_package_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr(assets, "find_spec", lambda name: None)
    assets.leaflet_script.cache_clear()
    with pytest.raises(ImportError, match="pip install django-js-lib-leaflet"):
        assets.leaflet_script()

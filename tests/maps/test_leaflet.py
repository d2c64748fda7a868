"""The page as a file: one document, nothing fetched, only its own scripts, data inside as text."""

import base64
import hashlib
import html as markup
import re
from dataclasses import replace

import pytest

import maps
from layers.model import Translated
from maps import assets, leaflet, reading
from maps.pages import describe


@pytest.fixture(scope="module")
def html(atlas):
    return maps.page(atlas, "southern_gas_corridor").html


def test_it_is_one_document(html):
    assert html.count("<!DOCTYPE html>") == html.count("<main") == html.count("<h1") == 1


@pytest.mark.parametrize(("name", "most"), [("index", 1_500_000), ("southern_gas_corridor", 1_000_000)])
def test_pages_are_small(built, name, most):
    assert (built / "maps" / f"{name}.html").stat().st_size < most


def test_nothing_is_fetched(html):
    outside = re.sub(r"https?://(www\.)?w3\.org/\S+", "", html)
    assert not re.findall(r"<(script|img|link|iframe)[^>]+(src|href)=", outside)
    assert "url(http" not in outside
    assert "sourceMappingURL" not in outside


def test_the_policy_allows_exactly_the_page_s_own_scripts_and_styles(html):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)[1]
    rules = dict(rule.split(" ", 1) for rule in markup.unescape(policy).split("; "))
    for kind, tag in (("script-src", "<script>"), ("style-src", "<style>")):
        blocks = re.findall(rf"{tag}(.*?)</{tag[1:]}", html, re.DOTALL)
        hashes = {base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() for block in blocks}
        assert set(re.findall(r"'sha256-([^']+)'", rules[kind])) == hashes
        assert "unsafe" not in rules[kind]
    assert rules["default-src"] == "'none'"
    assert rules["img-src"] == f"data: {leaflet.TILES}"
    assert not re.search(
        r"<\w+[^>]* (on\w+|style)=", re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    )


def test_random_identifiers_are_numbered(html, atlas):
    assert not re.search(r"_[0-9a-f]{32}", html)
    assert html == maps.page(atlas, "southern_gas_corridor").html


def test_our_scripts_never_read_text_as_markup():
    for name in leaflet.SCRIPTS:
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", assets.own(name)
        ), name


def test_every_script_fits_a_sitting():
    for file in sorted(assets.WEB.glob("*.js")):
        assert file.name in {*leaflet.SCRIPTS, *reading.SCRIPTS}
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


def test_it_shows_itself_in_a_notebook(atlas):
    shown = maps.page(atlas, "southern_gas_corridor")._repr_html_()
    assert shown.startswith('<iframe srcdoc="&lt;!DOCTYPE html&gt;')
    assert 'sandbox="allow-scripts' in shown
    assert "allow-same-origin" not in shown


def test_hostile_titles_are_escaped(atlas):
    bad = "</title><script>alert(1)</script>'\"`${x}"
    page = replace(
        describe(atlas, "southern_gas_corridor"),
        title=Translated(en=bad, sr=bad, az=bad),
        about=Translated(en="<img src=x>", sr="b", az="c"),
    )
    html = leaflet.render(page).html
    assert "<script>alert(1)" not in html
    assert "<img src=x>" not in html


def test_a_missing_package_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr(assets, "find_spec", lambda name: None)
    assets.leaflet_script.cache_clear()
    with pytest.raises(ImportError, match="pip install django-js-lib-leaflet"):
        assets.leaflet_script()

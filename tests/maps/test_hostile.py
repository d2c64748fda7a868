"""Data that want to do harm stay text, everywhere on the page: cards, names, search, table, files."""

from dataclasses import replace

import geopandas as gpd
import pytest
from shapely import LineString, Point

import maps
from tests.maps.browser import chromium, opened
from tests.maps.test_text import HOSTILE

BAD = " ".join(HOSTILE[:-1])


@pytest.fixture(scope="module")
def hostile_page(atlas, tmp_path_factory):
    """Every text of the catalogue, and of a user's layer, is hostile."""
    segments, nodes, sources = atlas.segments.copy(), atlas.nodes.copy(), atlas.sources.copy()
    for column in ("name", "line", "operator", "note"):
        segments[column] = segments[column] + BAD
    for column in ("name", "name_sr", "name_az", "note"):
        nodes[column] = nodes[column] + BAD
    for column in ("title", "publisher"):
        sources[column] = sources[column] + BAD
    sources["address"] = "javascript:alert(1)"
    changed = replace(atlas, segments=segments, nodes=nodes, sources=sources, boundaries=BAD)
    layer = gpd.GeoDataFrame(
        {"name": HOSTILE, "<b>": HOSTILE},
        geometry=[LineString([(20 + n, 44), (21 + n, 46)]) for n in range(len(HOSTILE) - 1)]
        + [Point(22, 41)],
        crs="EPSG:4326",
    )
    file = tmp_path_factory.mktemp("hostile") / "turkstream.html"
    maps.page(changed, "turkstream", overlay=layer).save(file)
    return file


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_nothing_acts(hostile_page, size):
    with chromium() as browser, opened(browser, hostile_page, size=size) as page:
        page.evaluate("() => { window.alert = () => { document.title = 'harmed'; }; }")
        for kind, ids in (
            ("segment", "segments.slice(0, 3).map(s => s.id)"),
            ("node", "nodes.slice(0, 3).map(n => n.id)"),
            ("line", "Object.keys(facts.lines).slice(0, 2)"),
            ("own", "Object.keys(facts.overlay.features)"),
        ):
            for name in page.evaluate(ids):
                page.evaluate("([kind, id]) => choose(kind, id)", [kind, name])
                assert page.locator("#card img, #card script, #card b, #card [onmouseover]").count() == 0
                assert not page.locator("#card a[href^=javascript]").count()
                box = page.locator("#card").bounding_box()
                assert box["x"] >= 0
                assert box["x"] + box["width"] <= page.viewport_size["width"]
        page.evaluate("choose(null)")
        page.evaluate("setPanel(true)")
        page.fill("#search", "img src")
        assert "<img src=x onerror=alert(1)>" in page.inner_text("#found")
        page.keyboard.press("Escape")
        page.click("#all-lines summary")
        page.wait_for_selector("#routes-table tbody tr")
        assert "</script><script>alert(1)</script>" in page.inner_text("#routes-table")
        assert page.locator("main img, aside img").count() == 0
        assert page.title() != "harmed"
        assert not page.evaluate("/[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.innerText)")


def test_files_mark_formulas_as_text(hostile_page):
    with chromium() as browser, opened(browser, hostile_page) as page:
        cells = {
            cell: page.evaluate("csvCell", cell) for cell in ("=1+1", "+a", "-b", "@c", 'a"b', "a,b", "plain")
        }
        assert cells == {
            "=1+1": "'=1+1",
            "+a": "'+a",
            "-b": "'-b",
            "@c": "'@c",
            'a"b': '"a""b"',
            "a,b": '"a,b"',
            "plain": "plain",
        }
        assert page.evaluate("csvCell(-1.5)") == "-1.5"


def test_nothing_that_gets_into_the_page_is_fetched_or_run(hostile_page):
    """Even where text became an element after all, the page's policy stops it; its own downloads work."""
    with chromium() as browser:
        page, failed = browser.new_page(), {}
        page.on("requestfailed", lambda request: failed.update({request.url: request.failure}))
        page.goto(hostile_page.as_uri())
        page.wait_for_selector("path.hit", state="attached")
        stopped = page.evaluate(
            """async () => {
              const stopped = new Set();
              const note = (event) => stopped.add(event.effectiveDirective);
              document.addEventListener("securitypolicyviolation", note);
              const made = (tag, given) => Object.assign(document.createElement(tag), given);
              const add = (tag, given) => document.body.append(made(tag, given));
              add("script", { textContent: "window.harmed = 1" });
              add("script", { src: "data:text/javascript,window.harmed=2" });
              const code = new Blob(["window.harmed = 3"], { type: "text/javascript" });
              add("script", { src: URL.createObjectURL(code) });
              add("img", { src: "https://example.org/x.png" });
              add("iframe", { src: "data:text/html,<script>parent.harmed=4</script>" });
              add("object", { data: "https://example.org/x.swf" });
              add("link", { rel: "stylesheet", href: "https://example.org/x.css" });
              add("form", { action: "https://example.org/" });
              document.querySelector("form:last-of-type").submit();
              const div = document.createElement("div");
              div.setAttribute("onclick", "window.harmed = 5");
              document.body.append(div);
              div.click();
              await fetch("https://example.org/").catch(() => 0);
              try { new Worker("data:text/javascript,1"); } catch { stopped.add("worker"); }
              await new Promise((done) => setTimeout(done, 300));
              return [...stopped, window.harmed ?? "unharmed"];
            }"""
        )
        assert "unharmed" in stopped
        assert {"script-src-elem", "script-src-attr", "img-src", "connect-src", "form-action"} <= set(stopped)
        assert {why for url, why in failed.items() if url.startswith("http")} == {"csp"}
        page.evaluate("setPanel(true)")
        with page.expect_download() as caught:
            page.evaluate("saveTable()")
        assert caught.value.suggested_filename == "turkstream_lines.csv"

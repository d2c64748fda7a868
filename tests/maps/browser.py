"""A real Chromium with the network cut, and what a person does in it."""

import os
import shutil
from contextlib import contextmanager

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
SGC = "southern_gas_corridor"
PAGES = ["index", "serbia", "compare", "brief", *CORRIDORS]
THEMED = [(name, theme) for name in PAGES for theme in ("light", "dark")]

SIZES = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}


READY = "path.hit, .claim.holds"
"""What is there once a page has drawn itself: a line of a map, or a claim."""


def page_file(built, name):
    """Where a build has put a page."""
    return built / "brief.html" if name == "brief" else built / "maps" / f"{name}.html"


@contextmanager
def chromium():
    """Start Chromium, or skip where it is missing."""
    need(
        "Chromium",
        found=shutil.which(CHROMIUM) is not None,
        install="apt-get install -y --no-install-recommends chromium",
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def opened(browser, file, *, size="desktop", theme="light", address=""):
    """Open a page, and see at the end that it was quiet: no request, nothing on the console."""
    touch = size == "phone"
    context = browser.new_context(
        viewport=SIZES[size],
        has_touch=touch,
        is_mobile=touch,
        offline=True,
        color_scheme=theme,
        accept_downloads=True,
    )
    page = context.new_page()
    page.said, page.asked, page.size = [], [], size
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.goto(file.as_uri() + (f"#{address}" if address else ""))
    page.wait_for_selector(READY, state="attached")
    yield page
    outside = [url for url in page.asked if not url.startswith(("file:", "blob:"))]
    assert not outside, "no request leaves the page"
    assert not page.said, "nothing on the console"
    context.close()


def open_panel(page):
    """On a phone the panel is a sheet that is pulled up."""
    if page.size == "phone" and page.get_attribute("#panel", "data-open") == "false":
        page.click("#handle")


def shown(page, name):
    """Whether a route or a place can be seen and clicked."""
    return page.locator(f'path[data-id="{name}"]:not(.gone)').count() == 1


def click_route(page, name):
    """Click a point of a route where nothing else lies above it."""
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
    page.wait_for_selector("#card h2")


def set_year(page, year):
    """Move the slider as an arrow key does."""
    page.eval_on_selector(
        "#year",
        "(slider, year) => { slider.value = year; slider.dispatchEvent(new Event('input')); }",
        str(year),
    )

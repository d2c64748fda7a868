"""
What the pages cost a browser, by hand: `python -m tests.bench.bench_pages [BUILD]`.

Opens every page cold, and does on the largest one what a reader does. Work is CPU time of the page's main
thread, from Chromium's trace, so that a busy machine does not spoil it; wall time stands beside it. A task
is what the thread does without a break: above 50 ms a reader feels it, above 33 ms a frame is late.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import layers
from maps import outputs
from tests.bench.table import Measured
from tests.maps.browser import CHROMIUM, FLAGS, PAGES, SIZES, page_file

TIMES = 3
"""Everything is measured as often, and the best counts."""

CATEGORIES = ["disabled-by-default-devtools.timeline", "devtools.timeline", "__metadata"]
MOST_MB, MOST_MS = {"index": 1.5}, {"index": 1500}
"""What was promised of a page: size, and time until it can be used; of all others 1 MB and 1 s."""

LONG_MS, FRAME_MS = 50, 33

COUNT_FRAMES = """() => { window.times = []; window.counting = true;
  const count = (time) => { times.push(time); if (counting) requestAnimationFrame(count); };
  requestAnimationFrame(count); }"""
SLOW_FRAME = """() => { counting = false;
  const steps = times.slice(1).map((time, i) => time - times[i]).sort((a, b) => a - b);
  return steps[Math.floor(steps.length * 0.95)]; }"""


@dataclass(frozen=True)
class Work:
    """What the main thread did, CPU ms: all, its longest task, 95 % of its tasks; and wall ms."""

    cpu: float
    longest: float
    usual: float
    wall: float


def work(trace: bytes, wall: float) -> Work:
    """Sum up the tasks of main threads; those of pages that only wait add next to nothing."""
    events = json.loads(trace)["traceEvents"]
    mains = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    tasks = [each for each in events if each["name"] == "RunTask" and (each["pid"], each["tid"]) in mains]
    ms = sorted(task.get("tdur", 0) / 1000 for task in tasks)
    busy = [each for each in ms if each > 1] or [0.0]
    return Work(sum(ms), ms[-1], busy[int(len(busy) * 0.95)], wall)


@contextmanager
def started() -> Iterator[Browser]:
    """Start a browser of its own: nothing is warm."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def blank(browser: Browser, size: str) -> Page:
    """Give an empty page of a size."""
    touch = size == "phone"
    context = browser.new_context(viewport=SIZES[size], has_touch=touch, is_mobile=touch, offline=True)
    return context.new_page()


def open_(page: Page, file: Path) -> Page:
    """Open a file, and wait until it can be used."""
    page.goto(file.as_uri())
    page.wait_for_function("performance.getEntriesByType('navigation')[0].loadEventEnd > 0")
    return page


def opening(file: Path, size: str) -> Work:
    """Open a page cold."""
    with started() as browser:
        page = blank(browser, size)
        browser.start_tracing(page=page, categories=CATEGORIES)
        open_(page, file)
        wall = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        page.wait_for_timeout(200)
        return work(browser.stop_tracing(), wall)


def acting(file: Path, size: str, act: Callable[[Page], None]) -> Work:
    """Do something on a page, with its frames counted; wall time is that of a slow frame, 95 %."""
    with started() as browser:
        page = open_(blank(browser, size), file)
        if size == "phone" and act not in ON_THE_MAP:
            page.evaluate("setPanel(true)")
        page.wait_for_timeout(300)
        page.evaluate(COUNT_FRAMES)
        browser.start_tracing(page=page, categories=CATEGORIES)
        act(page)
        page.wait_for_timeout(250)
        wall = page.evaluate(SLOW_FRAME)
        return work(browser.stop_tracing(), wall)


# ---- what a reader does ----


def pan(page: Page) -> None:
    """Drag the map: with a finger on a phone, else with the mouse."""
    if page.viewport_size == SIZES["phone"]:
        drag = {"x": 250, "y": 400, "xDistance": -150, "yDistance": 90, "speed": 300}
        session = page.context.new_cdp_session(page)
        session.send("Input.synthesizeScrollGesture", {**drag, "gestureSourceType": "touch"})
        return
    page.mouse.move(900, 450)
    page.mouse.down()
    for step in range(40):
        page.mouse.move(900 - 6 * step, 450 + 3 * step)
    page.mouse.up()


def zoom(page: Page) -> None:
    """Come closer by two steps, and go back by one."""
    for button in ("in", "in", "out"):
        page.click(f".leaflet-control-zoom-{button}")
        page.wait_for_timeout(350)


def statuses(page: Page) -> None:
    """Switch statuses, and a corridor."""
    for box in ("[data-status=proposed]", "[data-status=operating]", "[data-corridor=middle_corridor]") * 2:
        page.click(f"input{box}")


def years(page: Page) -> None:
    """Move the slider year by year."""
    page.focus("#year")
    for _ in range(20):
        page.keyboard.press("ArrowLeft")


def languages(page: Page) -> None:
    """Read it in Serbian, in Azerbaijani, and in English again."""
    for name in ("sr", "az", "en"):
        page.click(f"[data-language={name}]")


def search(page: Page) -> None:
    """Look for a place, letter by letter."""
    page.focus("#search")
    page.keyboard.type("dimitrovgrad")


def card(page: Page) -> None:
    """Choose a line and leave it again."""
    page.evaluate("choose('line', 'TANAP')")
    page.keyboard.press("Escape")


ACTS = (pan, zoom, statuses, years, languages, search, card)
ON_THE_MAP = (pan, zoom, card)


# ---- the table ----


def row(what: str, *cells: str) -> str:
    """Write a row."""
    return f"{what:<34}" + "".join(f"{cell:>14}" for cell in cells) + "\n"


def marked(value: float, limit: float) -> str:
    """Write a figure, with a sign where it is above its limit."""
    return f"{value:.0f}{' !' if value > limit else ''}"


def opening_row(file: Path, size: str) -> str:
    """Measure how a page opens."""
    found = [opening(file, size) for _ in range(TIMES)]
    best, wall = min(found, key=lambda each: each.cpu), min(each.wall for each in found)
    megabytes = file.stat().st_size / 1e6
    most_mb, most_ms = MOST_MB.get(file.stem, 1.0), MOST_MS.get(file.stem, 1000)
    size_mb = f"{megabytes:.2f}{' !' if megabytes > most_mb else ''}"
    times = (f"{best.cpu:.0f}", f"{best.longest:.0f}", marked(wall, most_ms))
    return row(f"{file.stem}, {size}", size_mb, *times, f"{most_mb} MB {most_ms}")


def acting_row(file: Path, size: str, act: Callable[[Page], None]) -> str:
    """Measure what a reader does."""
    found = [acting(file, size, act) for _ in range(TIMES)]
    best, wall = min(found, key=lambda each: each.longest), min(each.wall for each in found)
    times = (marked(best.longest, LONG_MS), marked(best.usual, FRAME_MS), f"{wall:.0f}")
    return row(f"{act.__name__}, {size}", "", f"{best.cpu:.0f}", *times)


def main(folder: Path) -> None:
    """Print the table for a build."""
    say = sys.stdout.write
    say(row("opened cold", "MB", "CPU ms", "longest task", "usable, wall", "limit"))
    for name in PAGES:
        for size in SIZES:
            say(opening_row(page_file(folder, name), size))
    say(row("done on the overview", "", "CPU ms", "longest task", "95 % of tasks", "frame, wall"))
    for size in SIZES:
        for act in ACTS:
            say(acting_row(page_file(folder, "index"), size, act))


@contextmanager
def built() -> Iterator[Path]:
    """Build anew."""
    with tempfile.TemporaryDirectory() as folder:
        outputs.write_all(layers.read(), Path(folder))
        yield Path(folder)


def measures() -> Iterator[Measured]:
    """Size of every page, and what opening it costs beside opening an empty one."""
    with built() as folder:
        empty = folder / "empty.html"
        empty.write_text("<!doctype html><title>empty</title>", encoding="utf-8")
        for size in SIZES:
            peer = min(opening(empty, size).cpu for _ in range(TIMES))
            for name in PAGES:
                file = page_file(folder, name)
                found = [opening(file, size) for _ in range(TIMES)]
                cpu, wall = min(each.cpu for each in found), min(each.wall for each in found)
                yield Measured(f"{name}, {size}, work", cpu, "ms", peer, "an empty page")
                yield Measured(f"{name}, {size}, usable", wall, "ms", limit=MOST_MS.get(name, 1000))
        for name in PAGES:
            megabytes = page_file(folder, name).stat().st_size / 1e6
            yield Measured(f"{name}, size", megabytes, "MB", limit=MOST_MB.get(name, 1.0))


if __name__ == "__main__":
    if sys.argv[1:]:
        main(Path(sys.argv[1]))
    else:
        with built() as build:
            main(build)

"""
What the pages cost a browser, by hand: `python -m tests.bench.bench_pages [FOLDER]`.

Opens every page cold, and does on the largest one what a reader does. Work is CPU time of the page's main
thread, from Chromium's trace, so that a busy machine does not spoil it; wall time stands beside it. A task
is what the thread does without a break: above 50 ms a reader feels it, above 33 ms a frame is late.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import layers
from maps import outputs
from tests.maps.browser import CHROMIUM, FLAGS, PAGES, SIZES

TIMES = 3
"""Everything is measured as often, and the best counts."""

CATEGORIES = ["disabled-by-default-devtools.timeline", "devtools.timeline", "__metadata"]
LIMITS = {"index": (1.5, 1500)}
"""Megabytes and milliseconds until a page can be used; of other pages the next line."""
LIMIT = (1.0, 1000)
LONG_MS, FRAME_MS = 50, 33


@dataclass(frozen=True)
class Work:
    """What the main thread did: all, its longest task, and the 95th percentile of frames, CPU ms; wall ms."""

    cpu: float
    longest: float
    frame: float
    wall: float


def opened(browser: Browser, file: Path, size: str) -> tuple[Page, Work]:
    """Open a page in a context of its own; wall time until its load event has ended."""
    touch = size == "phone"
    page = browser.new_context(viewport=SIZES[size], has_touch=touch, is_mobile=touch, offline=True).new_page()
    browser.start_tracing(page=page, categories=CATEGORIES)
    page.goto(file.as_uri())
    page.wait_for_function("performance.getEntriesByType('navigation')[0].loadEventEnd > 0")
    wall = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    page.wait_for_timeout(200)
    return page, work(browser.stop_tracing(), wall)


def acted(browser: Browser, page: Page, act: Callable[[Page], None]) -> Work:
    """Do something on a page, with its frames counted."""
    page.evaluate(
        """() => { window.frames_ = []; window.counting = true;
          const count = (time) => { frames_.push(time); if (counting) requestAnimationFrame(count); };
          requestAnimationFrame(count); }"""
    )
    browser.start_tracing(page=page, categories=CATEGORIES)
    act(page)
    wall = page.evaluate(
        """() => { counting = false;
          const steps = frames_.slice(1).map((time, i) => time - frames_[i]).sort((a, b) => a - b);
          return steps[Math.floor(steps.length * 0.95)]; }"""
    )
    page.wait_for_timeout(250)
    return work(browser.stop_tracing(), wall)


def work(trace: bytes, wall: float) -> Work:
    """Sum up the tasks of main threads; those of pages that only wait add next to nothing."""
    events = json.loads(trace)["traceEvents"]
    mains = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    tasks = [event for event in events if event["name"] == "RunTask" and (event["pid"], event["tid"]) in mains]
    ms = sorted(task.get("tdur", 0) / 1000 for task in tasks)
    busy = [each for each in ms if each > 1] or [0.0]
    return Work(sum(ms), ms[-1], busy[int(len(busy) * 0.95)], wall)


# ---- what a reader does ----


def pan(page: Page) -> None:
    """Drag the map with the mouse."""
    page.mouse.move(900, 450)
    page.mouse.down()
    for step in range(40):
        page.mouse.move(900 - 6 * step, 450 + 3 * step)
    page.mouse.up()
    page.wait_for_timeout(200)


def zoom(page: Page) -> None:
    """Turn the wheel over the Balkans, in and out."""
    page.mouse.move(560, 420)
    for turn in (-240, -240, -240, 240):
        page.mouse.wheel(0, turn)
        page.wait_for_timeout(350)


def filters(page: Page) -> None:
    """Switch statuses, and a corridor."""
    for box in ("[data-status=proposed]", "[data-status=operating]", "[data-corridor=middle_corridor]") * 2:
        page.click(f"input{box}")


def years(page: Page) -> None:
    """Move the slider year by year."""
    page.focus("#year")
    for _ in range(20):
        page.keyboard.press("ArrowLeft")


def language(page: Page) -> None:
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


ACTS = (pan, zoom, filters, years, language, search, card)


def row(what: str, *cells: str) -> str:
    """Write a row of the table."""
    return f"{what:<34}" + "".join(f"{cell:>13}" for cell in cells) + "\n"


def marked(value: float, limit: float) -> str:
    """Write a figure, with a sign where it is above its limit."""
    return f"{value:.0f}{' !' if value > limit else ''}"


def main(folder: Path) -> None:
    """Print the table."""
    say = sys.stdout.write
    with sync_playwright() as playwright:
        start = lambda: playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)  # noqa: E731
        say(row("opened cold", "MB", "CPU ms", "longest task", "wall ms", "limit"))
        for name in PAGES:
            file = folder / f"{name}.html"
            megabytes, limit = file.stat().st_size / 1e6, LIMITS.get(name, LIMIT)
            for size in SIZES:
                found = []
                for _ in range(TIMES):
                    browser = start()
                    found.append(opened(browser, file, size)[1])
                    browser.close()
                best = min(found, key=lambda each: each.cpu)
                wall = min(each.wall for each in found)
                say(row(f"{name}, {size}", f"{megabytes:.2f}", marked(best.cpu, limit[1]),
                        f"{best.longest:.0f}", marked(wall, limit[1]), f"{limit[0]} MB {limit[1]}"))
        say(row("on index", "", "CPU ms", "longest task", "95 % of tasks", "frame, wall"))
        for size in SIZES:
            for act in ACTS:
                found = []
                for _ in range(TIMES):
                    browser = start()
                    page, _work = opened(browser, folder / "index.html", size)
                    if size == "phone":
                        page.evaluate("setPanel(true)")
                    found.append(acted(browser, page, act))
                    browser.close()
                best = min(found, key=lambda each: each.longest)
                say(row(f"{act.__name__}, {size}", "", f"{best.cpu:.0f}", marked(best.longest, LONG_MS),
                        marked(best.frame, FRAME_MS), f"{min(each.wall for each in found):.0f}"))


if __name__ == "__main__":
    if sys.argv[1:]:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as made:
            outputs.write_all(layers.read(), Path(made))
            main(Path(made) / "maps")

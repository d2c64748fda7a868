"""
What every page looks like, at both sizes, light and dark.

A difference is looked at, then taken with `--accept`. Pictures are kept at half the size and compared in
squares of 8 pixels: how letters are smoothed is no difference, a corridor that is missing is one. The letters
are those of Debian's fonts-dejavu; others are a difference.
"""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.maps.browser import SIZES, THEMED, opened

PICTURES = Path(__file__).parent / "pictures"
SQUARE_PX = 8
DIFFERS = 16.0
"""Mean difference of a square, of 255, from which on it counts."""
MOST_PCT = 0.4
"""Share of squares that may differ."""


def photographed(page):
    page.evaluate("document.fonts.ready")
    whole = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    return whole.resize((whole.width // 2, whole.height // 2), Image.Resampling.LANCZOS)


def differing_pct(one, other):
    """Share of squares that differ, per cent."""
    if one.size != other.size:
        return 100.0
    apart = np.abs(np.asarray(one, dtype=float) - np.asarray(other, dtype=float)).mean(axis=2)
    rows, columns = (length // SQUARE_PX for length in apart.shape)
    squares = apart[: rows * SQUARE_PX, : columns * SQUARE_PX].reshape(rows, SQUARE_PX, columns, SQUARE_PX)
    return 100 * float((squares.mean(axis=(1, 3)) > DIFFERS).mean())


@pytest.mark.parametrize(("name", "theme"), THEMED)
@pytest.mark.parametrize("size", SIZES)
def test_page_looks_as_the_golden_one(browser, built, accept, name, size, theme):
    with opened(browser, built / "maps" / f"{name}.html", size=size, theme=theme) as page:
        found = photographed(page)
    file = PICTURES / f"{name}_{size}_{theme}.webp"
    if accept:
        file.parent.mkdir(exist_ok=True)
        found.save(file, quality=86, method=6)
    assert file.exists(), "no such picture yet: look at the page, then pytest --accept"
    kept = Image.open(file).convert("RGB")
    assert differing_pct(found, kept) <= MOST_PCT, "look at both; if it is right: pytest --accept"


def test_a_missing_corridor_is_a_difference(browser, built):
    with opened(browser, built / "maps" / "index.html") as page:
        whole = photographed(page)
        page.uncheck("input[data-corridor=southern_gas_corridor]")
        assert differing_pct(photographed(page), whole) > MOST_PCT


def test_no_picture_is_kept_for_nothing():
    kept = {file.stem for file in PICTURES.glob("*.webp")}
    assert kept == {f"{name}_{size}_{theme}" for name, theme in THEMED for size in SIZES}

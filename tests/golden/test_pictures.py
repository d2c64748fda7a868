"""
What every page looks like, at both sizes, light and dark: kept at half the size.

The letters are those of Debian's fonts-dejavu; others are a difference.
"""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.golden.likeness import check, differing_pct
from tests.maps.browser import SIZES, THEMED, opened, page_file

PICTURES = Path(__file__).parent / "pictures"
MOST_PCT = 0.4
"""Share of squares that may differ."""


def photographed(page):
    page.evaluate("document.fonts.ready")
    whole = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    return whole.resize((whole.width // 2, whole.height // 2), Image.Resampling.LANCZOS)


@pytest.mark.parametrize(("name", "theme"), THEMED)
@pytest.mark.parametrize("size", SIZES)
def test_page_looks_as_the_golden_one(browser, built, accept, name, size, theme):
    with opened(browser, page_file(built, name), size=size, theme=theme) as page:
        found = photographed(page)
    check(found, PICTURES / f"{name}_{size}_{theme}.webp", most_pct=MOST_PCT, accept=accept)


def test_a_missing_corridor_is_a_difference(browser, built):
    with opened(browser, built / "maps" / "index.html") as page:
        whole = photographed(page)
        page.uncheck("input[data-corridor=southern_gas_corridor]")
        assert differing_pct(photographed(page), whole) > MOST_PCT


def test_no_picture_is_kept_for_nothing():
    kept = {file.stem for file in PICTURES.glob("*.webp")}
    assert kept == {f"{name}_{size}_{theme}" for name, theme in THEMED for size in SIZES}

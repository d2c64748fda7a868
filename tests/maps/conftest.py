"""Pages opened in Chromium."""

import pytest

from tests.maps.browser import SGC, SIZES, opened


@pytest.fixture(params=SIZES)
def page(request, browser, built):
    """A corridor's page, on a desk and on a phone."""
    with opened(browser, built / "maps" / f"{SGC}.html", size=request.param) as page:
        yield page


@pytest.fixture
def index(browser, built):
    """The overview, on a desk."""
    with opened(browser, built / "maps" / "index.html") as page:
        yield page

"""Words and escaping. Hostile text stays text."""

import pytest

from maps import text

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "`${alert(1)}`",
    "\u202egnirts\u202c",
    "a\x00b\x1b[31m",
    '" onmouseover="alert(1)',
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_gets_through(hostile):
    safe = text.escape(hostile)
    assert not set(safe) & set("<>\"'`$\x00\x1b\u202e\u202c")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil", ""])
def test_only_web_addresses_become_links(address):
    assert text.link(address, "<b>") == "&lt;b&gt;"


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (1811.0, 0, "1,811"),
        (0.04, 1, "0"),
        (-0.04, 1, "0"),
        (-5.51, 1, "−5.5"),
        (None, 0, "–"),
        (float("nan"), 0, "–"),
        (16.0, 2, "16"),
    ],
)
def test_number(value, decimals, expected):
    assert text.number(value, decimals=decimals) == expected


@pytest.mark.parametrize(("value", "expected"), [(0.0, "0 %"), (0.2, "+0.2 %"), (-0.6, "−0.6 %")])
def test_signed_pct(value, expected):
    assert text.signed_pct(value) == expected


def test_a_missing_capacity_is_not_shown():
    assert text.capacity(None, "mw") == ""
    assert text.capacity(float("nan"), "") == ""

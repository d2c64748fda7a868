"""Text of data on a page: nothing acts, nothing misleads."""

import json

import pytest

from maps import text

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "`${alert(1)}`",
    "\u202egnirts\u202c",
    "a\x00b\x1b[31m\u200bc\ufeff",
    '" onmouseover="alert(1)',
    "=HYPERLINK(1)",
    "x" * 10_000,
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_a_script_block_cannot_be_left(hostile):
    written = text.script_data({"name": hostile})
    assert not set(written) & set("<>&")
    assert json.loads(written) == {"name": hostile}


@pytest.mark.parametrize(
    ("hostile", "expected"),
    [
        ("\u202egnirts\u202c", "gnirts"),
        ("a\x00b\x1b[31m\u200bc\ufeff", "ab[31mc"),
        ("<b>&amp;`${x}`", "<b>&amp;`${x}`"),
        ("Đerdap / Porțile de Fier", "Đerdap / Porțile de Fier"),
        (7, "7"),
    ],
)
def test_clean(hostile, expected):
    assert text.clean(hostile) == expected


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_numbers_that_json_has_not_are_refused(value):
    with pytest.raises(ValueError, match="JSON"):
        text.script_data([value])

"""Tables and charts beside a map, as plain data."""

import pytest

from layers.model import Translated
from maps.sections import Bars, Choice, Quantity, Section, Table, section_facts

TITLE = Translated(en="a", sr="b", az="c")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (None, None),
        ("\u202ex", "x"),
        (TITLE, {"three": ["a", "b", "c"]}),
        (Quantity(97.32039, "percent", 0), {"n": 97.32, "unit": "percent", "decimals": 0}),
        (Quantity(float("nan")), {"n": None, "unit": "", "decimals": 1}),
        (Choice("node", "nis"), {"kind": "node", "id": "nis"}),
        ((Choice("node", "nis"), TITLE), [{"kind": "node", "id": "nis"}, {"three": ["a", "b", "c"]}]),
    ],
)
def test_every_kind_of_cell(cell, expected):
    assert section_facts(Section(TITLE, table=Table((TITLE,), ((cell,),))))["table"]["rows"] == [[expected]]


def test_a_bar_that_is_not_known_is_none():
    bars = Bars(
        "percent", (TITLE,), ((TITLE, (None,)), (TITLE, (float("nan"),)), (TITLE, (1.0,))), mark=100.0
    )
    facts = section_facts(Section(TITLE, bars=bars))
    assert [row["values"] for row in facts["bars"]["rows"]] == [[None], [None], [1.0]]
    assert (facts["hint"], facts["table"], facts["bars"]["mark"]) == (None, None, 100.0)

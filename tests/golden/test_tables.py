"""Whole outputs, kept in the repository. A difference is read by a person, then taken with `--accept`."""

from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent


@pytest.mark.parametrize(
    "name",
    [
        *("lengths.csv", "corridors.csv", "published.csv", "transit_nodes.csv", "comparisons.csv"),
        *("flows.csv", "claims.csv", "scenarios.csv"),
    ],
)
def test_table_is_the_golden_one(built, accept, name):
    found = (built / "tables" / name).read_text(encoding="utf-8")
    file = GOLDEN / name
    if accept:
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8"), "read the difference; if it is right: pytest --accept"


@pytest.mark.parametrize("name", ["southern_gas_corridor.qml"])
def test_style_is_the_golden_one(built, accept, name):
    found = (built / "layers" / name).read_text(encoding="utf-8")
    file = GOLDEN / name
    if accept:
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8"), "read the difference; if it is right: pytest --accept"

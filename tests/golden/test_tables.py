"""Whole outputs, kept in the repository. A difference is read by a person, then taken with `--accept`."""

from pathlib import Path

import pytest

from layers.write import tables
from maps.outputs import TABLES

GOLDEN = Path(__file__).parent

KEPT = sorted(TABLES.keys() - {"sources"})


def test_every_table_is_kept():
    assert {f"{name}.csv" for name in KEPT} == {file.name for file in GOLDEN.glob("*.csv")}


@pytest.mark.parametrize("name", KEPT)
def test_table_is_the_golden_one(atlas, tmp_path, accept, name):
    """Worked out alone, without a build: what changes a figure is found in a second."""
    tables.write(TABLES[name](atlas), tmp_path / "found.csv", to=name)
    found = (tmp_path / "found.csv").read_text(encoding="utf-8")
    file = GOLDEN / f"{name}.csv"
    if accept:
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8"), "read the difference; if it is right: pytest --accept"


@pytest.mark.parametrize("name", KEPT)
def test_a_build_writes_the_golden_table(built, name):
    assert (built / "tables" / f"{name}.csv").read_bytes() == (GOLDEN / f"{name}.csv").read_bytes()


@pytest.mark.parametrize("name", ["southern_gas_corridor.qml"])
def test_style_is_the_golden_one(built, accept, name):
    found = (built / "layers" / name).read_text(encoding="utf-8")
    file = GOLDEN / name
    if accept:
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8"), "read the difference; if it is right: pytest --accept"

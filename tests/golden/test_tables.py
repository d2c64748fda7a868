"""Whole outputs, kept in the repository. A difference is read by a person, then taken with `--accept`."""

from pathlib import Path

import pandas as pd
import pytest

from geo.comparison import compare
from layers import answers
from layers.write import tables
from maps import outputs

GOLDEN = Path(__file__).parent

WORKED_OUT = {
    "lengths": outputs.lengths_table,
    "corridors": outputs.corridors_table,
    "published": outputs.published_table,
    "comparisons": lambda atlas: compare(atlas.segments),
    "transit_nodes": lambda atlas: pd.DataFrame(outputs.transit_table(atlas).drop(columns="geometry")),
    "flows": answers.flows,
    "claims": lambda atlas: outputs.claims_table(atlas, answers.flows(atlas)),
    "scenarios": answers.scenarios,
}
"""What a build writes, one by one and without a build: what changes a figure is found in a second."""


@pytest.mark.parametrize("name", WORKED_OUT)
def test_table_is_the_golden_one(atlas, tmp_path, accept, name):
    tables.write(WORKED_OUT[name](atlas), tmp_path / "found.csv", to=name)
    found = (tmp_path / "found.csv").read_text(encoding="utf-8")
    file = GOLDEN / f"{name}.csv"
    if accept:
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8"), "read the difference; if it is right: pytest --accept"


@pytest.mark.parametrize("name", WORKED_OUT)
def test_a_build_writes_the_golden_table(built, name):
    assert (built / "tables" / f"{name}.csv").read_bytes() == (GOLDEN / f"{name}.csv").read_bytes()


@pytest.mark.parametrize("name", ["southern_gas_corridor.qml"])
def test_style_is_the_golden_one(built, accept, name):
    found = (built / "layers" / name).read_text(encoding="utf-8")
    file = GOLDEN / name
    if accept:
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8"), "read the difference; if it is right: pytest --accept"

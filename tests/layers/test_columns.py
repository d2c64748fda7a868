"""columns.toml casts tables and refuses what it does not promise."""

import pandas as pd
import pytest

from geo.errors import DefinitionError
from layers.columns import cast, columns


def test_types_are_those_promised(atlas):
    table = cast(atlas.segments, to="segments")
    assert str(table["since"].dtype) == "Int64"
    assert str(table["length_km"].dtype) == "Float64"
    assert str(table["as_of"].dtype) == "date32[day][pyarrow]"
    assert table["country"].notna().all()


def test_numbers_are_rounded_to_the_metre(atlas):
    lengths = cast(atlas.segments, to="segments")["length_km"]
    assert ((lengths * 1000).round(6) % 1 == 0).all()


def test_a_missing_column_is_named():
    with pytest.raises(DefinitionError, match=r"lengths\.corridor: promised, but not in the table"):
        cast(pd.DataFrame({"line": ["x"]}), to="lengths")


def test_an_empty_required_value_is_named(atlas):
    broken = atlas.segments.assign(name="")
    with pytest.raises(DefinitionError, match="name, row mukhrani_azerbaijan: empty, but required"):
        cast(broken, to="segments")


@pytest.mark.parametrize("table", columns())
def test_every_unit_ends_its_name(table):
    endings = {"km": "_km", "%": "_pct"}
    for name, column in columns()[table].items():
        if column.unit in endings:
            assert name.endswith(endings[column.unit]) or name.startswith(f"{column.unit}_")

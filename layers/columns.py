"""What `columns.toml` says of every column: type, unit, meaning, obligation. Casts tables before export."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Annotated, Any

import geopandas as gpd
import pandas as pd
from pydantic import Field, RootModel

from geo.errors import DefinitionError, Problem
from layers.files import label
from layers.model import Record
from layers.reader import CATALOGUE, read_record
from layers.values import Loose, Words


class ColumnType(StrEnum):
    """Type of a column in the files we write."""

    text = "text"
    integer = "integer"
    number = "number"
    date = "date"


class Column(Record):
    """One column of one table."""

    type: Annotated[ColumnType, Loose]
    required: bool
    meaning: Words
    unit: str = ""
    label: str = ""
    decimals: Annotated[int, Field(ge=0, le=9)] = 6


class Columns(RootModel[dict[str, dict[str, Column]]]):
    """Table to column to what it means, in the order of the file."""


@cache
def columns() -> dict[str, dict[str, Column]]:
    """
    Read `columns.toml`.

    Returns
    -------
    columns
        For each table its columns by name, in the order of the files.

    Raises
    ------
    DefinitionError
        If the file has problems.

    Examples
    --------
    >>> columns()["segments"]["length_km"].unit
    'km'
    """
    return read_record(Columns.model_validate, CATALOGUE / "columns.toml").root


def heading(name: str, column: Column) -> str:
    """
    Write the heading that people read over a column.

    Parameters
    ----------
    name
        Name of the column.
    column
        What it means.

    Returns
    -------
    heading
        The label that `columns.toml` gives, else the name as words; the unit in brackets.

    Examples
    --------
    >>> segments = columns()["segments"]
    >>> heading("published_length_km", segments["published_length_km"])
    'Published length (km)'
    >>> heading("id", segments["id"])
    'Identifier'
    """
    unit = {"%": "pct", "degrees": "deg"}.get(column.unit, column.unit.lower().replace(" a ", "_per_"))
    bare = name.removesuffix(f"_{unit.replace(' ', '_')}")
    words = column.label or bare.replace("_", " ").capitalize()
    return f"{words} ({column.unit})" if column.unit else words


def cast(table: pd.DataFrame, *, to: str) -> pd.DataFrame:
    """
    Bring a table into the columns, the order and the types that are promised for it.

    Parameters
    ----------
    table
        Any table with at least the promised columns; a geometry column is kept.
    to
        Name of the table in `columns.toml`.

    Returns
    -------
    table
        Only the promised columns, on a new index 0..n-1. Text is never missing; integers and numbers may be.

    Raises
    ------
    DefinitionError
        If a promised column is missing, or a required value is.

    Examples
    --------
    >>> lengths = pd.DataFrame({"length_km": [1.23456], "corridor": "c", "line": "TAP", "country": None,
    ...     "mode": "rail", "status": "planned", "segments": 1, "published_length_km": None,
    ...     "deviation_pct": None, "boundaries": "n"})
    >>> cast(lengths, to="lengths")[["country", "length_km"]].values.tolist()
    [['', 1.235]]
    """
    promised = columns()[to]
    problems = [
        Problem(label(CATALOGUE / "columns.toml"), f"{to}.{name}", "", "promised, but not in the table")
        for name in promised
        if name not in table
    ]
    if problems:
        raise DefinitionError(problems)
    done = pd.DataFrame({name: _cast(table[name], column) for name, column in promised.items()})
    for name, column in promised.items():
        empty = done[name].isna() | (done[name] == "")
        if column.required and empty.any():
            row = table.index[empty.to_numpy()][0]
            problems.append(Problem(to, f"{name}, row {row}", "", "empty, but required in columns.toml"))
    if problems:
        raise DefinitionError(problems)
    done = done.reset_index(drop=True)
    if isinstance(table, gpd.GeoDataFrame):
        done = gpd.GeoDataFrame(done, geometry=table.geometry.reset_index(drop=True))
    return done


def _cast(values: pd.Series[Any], column: Column) -> pd.Series[Any]:
    match column.type:
        case ColumnType.integer:
            return values.astype("Int64")
        case ColumnType.number:
            return values.astype("float64").round(column.decimals).astype("Float64")
        case ColumnType.date:
            return values.astype("date32[pyarrow]")
        case ColumnType.text:
            return values.fillna("").astype("str")

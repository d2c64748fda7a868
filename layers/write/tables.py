"""Tables as CSV: UTF-8, dot decimals, units in the names, no cell that a spreadsheet runs as a formula."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from layers.columns import Column, ColumnType, cast, columns


def write(table: pd.DataFrame, file: Path, *, to: str) -> None:
    """
    Write one table.

    Parameters
    ----------
    table
        Any table with the promised columns.
    file
        Where the CSV goes.
    to
        Name of the table in `columns.toml`.
    """
    rows = cast(table, to=to)
    for name, column in columns()[to].items():
        rows[name] = _as_text(rows[name], column)
    rows.to_csv(file, index=False, encoding="utf-8", lineterminator="\n")


def _as_text(values: pd.Series[str], column: Column) -> pd.Series[str]:
    if column.type is ColumnType.text:
        return values.map(harmless)
    if column.type is ColumnType.number:
        return values.map(lambda value: "" if pd.isna(value) else f"{value:.{column.decimals}f}")
    return values.astype("str").replace({"<NA>": "", "nan": ""})


def harmless(text: str) -> str:
    """
    Put an apostrophe before what a spreadsheet would run.

    Parameters
    ----------
    text
        What a cell is to show.

    Returns
    -------
    text
        The same, or marked as text.

    Examples
    --------
    >>> harmless("=1+1"), harmless("Niš")
    ("'=1+1", 'Niš')
    """
    return f"'{text}" if text.lstrip(" ").startswith(_RUNS) else text


_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

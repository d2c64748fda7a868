"""The same tables in another world: segments opened or closed, capacities and other figures changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

import pandas as pd

from geo.errors import UnknownNameError

Table = TypeVar("Table", bound=pd.DataFrame)

COLUMNS = ("table", "row", "column", "value")
"""What a table of changes says: in which table, of which row, which column takes which value."""

SELECTORS = ("segment", "node", "line", "corridor", "mode", "country")
"""By what segments can be chosen. Values of one selector add up, several selectors narrow down."""


def chosen(segments: pd.DataFrame, by: Mapping[str, Sequence[str]]) -> list[str]:
    """
    Choose segments by their names, ends, lines, corridors, modes or countries.

    Parameters
    ----------
    segments
        Segments on the index `id`, with `from_node`, `to_node`, `line`, `corridors`, `mode` and `country`.
    by
        Selector to the names it allows, see `SELECTORS`. A segment is chosen if each selector has one of its
        names. An empty name as country means the sea.

    Returns
    -------
    segments
        Identifiers in the order of the table; none if `by` is empty.

    Raises
    ------
    UnknownNameError
        If a selector or one of its names is not in the table.

    Examples
    --------
    >>> table = pd.DataFrame({"id": ["a", "b"], "from_node": ["x", "y"], "to_node": ["y", "z"], "country": "",
    ...     "line": "L", "corridors": ["c;d", "c"], "mode": ["sea", "rail"]}).set_index("id", drop=False)
    >>> chosen(table, {"node": ["y"], "mode": ["sea"]}), chosen(table, {"corridor": ["c"]})
    (['a'], ['a', 'b'])
    """
    if not by:
        return []
    wanted = pd.Series(True, index=segments.index)
    for selector, names in by.items():
        if selector not in SELECTORS:
            raise UnknownNameError("selector", selector, SELECTORS)
        found = _names(segments, selector)
        known = set().union(*found) if len(found) else set()
        for name in names:
            if name not in known:
                raise UnknownNameError(selector, name, known)
        wanted &= found.map(set(names).intersection).astype(bool)
    return [str(name) for name in segments.index[wanted]]


def changes(rows: Iterable[tuple[str, str, str, object]]) -> pd.DataFrame:
    """
    Make a table of changes.

    Parameters
    ----------
    rows
        Table, row, column and value; where a row and column come twice, the later one holds.

    Returns
    -------
    changes
        The columns `COLUMNS`, on an index 0..n-1.

    Examples
    --------
    >>> changes([("segments", "a", "status", "suspended")]).loc[0].tolist()
    ['segments', 'a', 'status', 'suspended']
    """
    return pd.DataFrame(list(rows), columns=list(COLUMNS)).astype({"value": object})


def applied(table: Table, scenario: pd.DataFrame, *, name: str = "segments") -> Table:
    """
    Show a table as it is under a scenario.

    Parameters
    ----------
    table
        Segments or another table, on an index of identifiers.
    scenario
        Changes, as `changes` makes them.
    name
        Which of the scenario's tables this is; changes of other tables are left alone.

    Returns
    -------
    table
        A copy with the values that the scenario sets; all else as it was.

    Raises
    ------
    UnknownNameError
        If the scenario changes a row or column that the table does not have.

    Notes
    -----
    A change sets a value, it does not add to one: applied twice is applied once.

    Examples
    --------
    >>> pipes = pd.DataFrame({"status": ["operating"]}, index=["a"])
    >>> applied(pipes, changes([("segments", "a", "status", "suspended")])).loc["a", "status"]
    'suspended'
    """
    done = table.copy()
    own = scenario[scenario["table"] == name]
    for row, column, value in zip(own["row"], own["column"], own["value"], strict=True):
        _require(table, str(row), str(column))
        done.loc[row, column] = value
    return done


def opposite(table: pd.DataFrame, scenario: pd.DataFrame, *, name: str = "segments") -> pd.DataFrame:
    """
    Make the scenario that takes another one back.

    Parameters
    ----------
    table
        The table before the scenario.
    scenario
        The changes to be taken back.
    name
        Which of the scenario's tables this is.

    Returns
    -------
    changes
        For each row and column that the scenario changes, the value of `table`.

    Raises
    ------
    UnknownNameError
        If the scenario changes a row or column that the table does not have.

    Examples
    --------
    >>> pipes = pd.DataFrame({"status": ["operating"]}, index=["a"])
    >>> closed = changes([("segments", "a", "status", "suspended")])
    >>> opposite(pipes, closed).loc[0, "value"]
    'operating'
    """
    own = scenario[scenario["table"] == name]
    places = list(dict.fromkeys(zip(own["row"], own["column"], strict=True)))
    for row, column in places:
        _require(table, str(row), str(column))
    return changes((name, row, column, table.loc[row, column]) for row, column in places)


def differences(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """
    List where two tables of the same rows and columns differ.

    Parameters
    ----------
    before, after
        Two tables with one index and the same columns.

    Returns
    -------
    differences
        `row`, `column`, `before`, `after`; in the order of the table. Missing equals missing.

    Raises
    ------
    ValueError
        If the two do not have the same rows and columns.

    Examples
    --------
    >>> pipes = pd.DataFrame({"status": ["operating", "planned"]}, index=["a", "b"])
    >>> differences(pipes, pipes.replace("planned", "operating")).loc[0].tolist()
    ['b', 'status', 'planned', 'operating']
    """
    if list(before.index) != list(after.index) or list(before.columns) != list(after.columns):
        raise ValueError("the two tables do not have the same rows and columns")
    rows = []
    for column in before.columns:
        one, other = before[column], after[column]
        differ = ~((one == other) | (one.isna() & other.isna()))
        rows += [(row, column, one[row], other[row]) for row in before.index[differ]]
    place = {row: number for number, row in enumerate(before.index)}
    rows.sort(key=lambda found: place[found[0]])
    return pd.DataFrame(rows, columns=["row", "column", "before", "after"])


def _names(segments: pd.DataFrame, selector: str) -> pd.Series[Any]:
    """Say of each segment which names it has for a selector."""
    if selector == "node":
        pairs = zip(segments["from_node"], segments["to_node"], strict=True)
        return pd.Series([set(pair) for pair in pairs], index=segments.index, dtype=object)
    if selector == "corridor":
        return segments["corridors"].str.split(";").map(set)
    values = segments.index if selector == "segment" else segments[selector].fillna("")
    return pd.Series([{value} for value in values], index=segments.index, dtype=object)


def _require(table: pd.DataFrame, row: str, column: str) -> None:
    if row not in table.index:
        raise UnknownNameError("row", row, table.index)
    if column not in table:
        raise UnknownNameError("column", column, table.columns)

"""Sections of a page beside its map: tables and charts as records, and as the plain data a page takes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, TypeAlias

from layers.model import Translated
from maps.text import clean
from maps.words import every


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    A number that a page writes in the reader's language.

    Attributes
    ----------
    value
        The number; not a number is shown as a dash.
    unit
        What follows `unit.` in the table of words; a bare number if empty.
    decimals
        Decimals at most.
    """

    value: float
    unit: str = ""
    decimals: int = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """
    Something that opens its card.

    Attributes
    ----------
    kind
        `node`, `segment` or `journey`.
    name
        Its identifier.
    """

    kind: str
    name: str


Cell: TypeAlias = "str | Translated | Quantity | Choice | tuple[Cell, ...] | None"
"""What stands in a table or before a bar; several are joined with commas, None is a dash."""


@dataclass(frozen=True, slots=True)
class Table:
    """
    Rows under headings.

    Attributes
    ----------
    head
        Headings of the columns.
    rows
        Cells; the first of a row is its heading.
    """

    head: tuple[Translated, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """
    Bars from one zero, one a row and series.

    Attributes
    ----------
    unit
        What follows `unit.` in the table of words.
    series
        What the bars of a row are.
    rows
        Label, and one value a series; None is no bar.
    mark
        A value to compare with, drawn across all bars; None for none.
    """

    unit: str
    series: tuple[Translated, ...]
    rows: tuple[tuple[Cell, tuple[float | None, ...]], ...]
    mark: float | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """
    A heading, bars or a table or both, and a sentence on how to read them.

    Attributes
    ----------
    title, hint
        In every language.
    bars, table
        What is shown; None for none.
    """

    title: Translated
    hint: Translated | None = None
    bars: Bars | None = None
    table: Table | None = None


def section_facts(section: Section) -> dict[str, Any]:
    """
    Turn a section into plain data.

    Parameters
    ----------
    section
        The section.

    Returns
    -------
    facts
        `title`, `hint`, `bars`, `table`, as `web/sections.js` takes them.

    Examples
    --------
    >>> title = Translated(en="N-1", sr="N-1", az="N-1")
    >>> table = Table((title,), ((Quantity(97.3, "percent", 0),),))
    >>> section_facts(Section(title, table=table))["table"]["rows"]
    [[{'n': 97.3, 'unit': 'percent', 'decimals': 0}]]
    """
    bars, table = section.bars, section.table
    return {
        "title": every(section.title),
        "hint": every(section.hint) if section.hint else None,
        "bars": {
            "unit": bars.unit,
            "series": [every(name) for name in bars.series],
            "rows": [
                {"label": _cell(label), "values": [_number(value) for value in values]}
                for label, values in bars.rows
            ],
            "mark": bars.mark,
        }
        if bars
        else None,
        "table": {
            "head": [every(name) for name in table.head],
            "rows": [[_cell(cell) for cell in row] for row in table.rows],
        }
        if table
        else None,
    }


def _cell(cell: Cell) -> object:
    match cell:
        case None:
            return None
        case Translated():
            return {"three": every(cell)}
        case Quantity():
            return {"n": _number(cell.value), "unit": cell.unit, "decimals": cell.decimals}
        case Choice():
            return {"kind": cell.kind, "id": cell.name}
        case tuple():
            return [_cell(part) for part in cell]
        case _:
            return clean(cell)


def _number(value: float | None) -> float | None:
    return round(float(value), 3) if value is not None and math.isfinite(value) else None

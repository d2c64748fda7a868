"""One symbol per corridor, mode and status, the same for QGIS, pages, figures and legends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated

from pydantic import Field, StringConstraints

from layers.model import Identifier, Loose, Mode, NodeKind, Record, Status, Translated
from layers.reader import CATALOGUE, read_record

INK = "#22262b"
"""Colour of signs that stand for no single corridor."""

PAPER = "#ffffff"
"""Colour of seams, and of dots that are only outlined."""

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Millimetres = Annotated[float, Field(gt=0, le=10)]


class StatusSymbol(Record):
    """The pattern that says a status."""

    label: Translated
    meaning: Translated
    dash_mm: Annotated[tuple[Millimetres, ...], Loose]
    bars: bool = False
    width: Annotated[float, Field(gt=0, le=2)]
    opacity: Annotated[float, Field(gt=0, le=1)]


class Sign(StrEnum):
    """The second sign of a mode, beside its colour and width."""

    plain = "plain"
    ties = "ties"
    double = "double"


class ModeSymbol(Record):
    """The width and sign that say a mode, and its colour where colour says the mode."""

    width_mm: Millimetres
    colour: Colour
    dark: Colour
    sign: Annotated[Sign, Loose]
    label: Translated


class NodeSymbol(Record):
    """The dot that says a kind of node, and from which level of detail it shows."""

    size_mm: Millimetres
    fill: Colour
    level: Annotated[int, Field(ge=1, le=3)]
    label: Translated

    @property
    def outline(self) -> str:
        """Colour of the outline: ink round a white dot, white round any other."""
        return INK if self.fill == PAPER else PAPER


class Symbols(Record):
    """All of `symbols.toml`."""

    corridor: dict[Identifier, Colour]
    corridor_dark: dict[Identifier, Colour]
    status: dict[Annotated[Status, Loose], StatusSymbol]
    mode: dict[Annotated[Mode, Loose], ModeSymbol]
    node: dict[Annotated[NodeKind, Loose], NodeSymbol]


@dataclass(frozen=True, slots=True)
class LineSymbol:
    """
    How one segment is drawn.

    Attributes
    ----------
    colour
        `#rrggbb`.
    width_mm
        Width of the line.
    dash_mm
        Drawn and blank lengths in turn; empty for a solid line.
    bars
        Whether short bars cross the line.
    opacity
        0 to 1.
    """

    colour: str
    width_mm: float
    dash_mm: tuple[float, ...]
    bars: bool
    opacity: float

    @property
    def cap(self) -> str:
        """The ends of line and dashes: `round` for a solid line and for dots, `butt` for dashes."""
        return "round" if not self.dash_mm or self.dash_mm[0] < self.width_mm else "butt"


@cache
def symbols() -> Symbols:
    """
    Read `symbols.toml`.

    Returns
    -------
    symbols
        The common table of symbols.

    Raises
    ------
    DefinitionError
        If the file has problems, or a status, mode or kind of node has no symbol.
    """
    return read_record(Symbols.model_validate, CATALOGUE / "symbols.toml")


def line_symbol(*, corridor: str, mode: str, status: str) -> LineSymbol:
    """
    Look up how a segment is drawn.

    Parameters
    ----------
    corridor
        Gives the colour.
    mode
        Gives the width.
    status
        Gives the pattern.

    Returns
    -------
    symbol
        Colour, width, dashes, bars and opacity.

    Examples
    --------
    >>> line_symbol(corridor="imec", mode="rail", status="planned").dash_mm
    (1.2, 1.2)
    """
    table = symbols()
    pattern = table.status[Status(status)]
    return LineSymbol(
        colour=table.corridor[corridor],
        width_mm=round(table.mode[Mode(mode)].width_mm * pattern.width, 3),
        dash_mm=pattern.dash_mm,
        bars=pattern.bars,
        opacity=pattern.opacity,
    )


def node_symbol(kind: str) -> NodeSymbol:
    """
    Look up how a node is drawn.

    Parameters
    ----------
    kind
        What stands there.

    Returns
    -------
    symbol
        Size, fill, level of detail and label.

    Examples
    --------
    >>> node_symbol("border_point").level
    2
    """
    return symbols().node[NodeKind(kind)]

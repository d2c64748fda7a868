"""One symbol per corridor, mode and status, the same for QGIS, pages, figures and legends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated

from pydantic import Field, StringConstraints

from layers.model import Mode, NodeKind, Record, Status, Translated
from layers.reader import CATALOGUE, read_record
from layers.values import Identifier, Loose

INK = "#22262b"
"""Colour of signs that stand for no single corridor."""

PAPER = "#ffffff"
"""Colour of seams, and of dots that are only outlined."""

INSIDE = 0.36
"""The blank inside a double line, as a share of its width; pages have the same."""

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


class GroundSymbol(Record):
    """The colours of what lies below lines and dots."""

    sea: Colour
    land: Colour
    border: Colour
    land_name: Colour
    sea_name: Colour


class Symbols(Record):
    """All of `symbols.toml`."""

    ground: GroundSymbol
    corridor: dict[Identifier, Colour]
    corridor_dark: dict[Identifier, Colour]
    status: dict[Annotated[Status, Loose], StatusSymbol]
    mode: dict[Annotated[Mode, Loose], ModeSymbol]
    node: dict[Annotated[NodeKind, Loose], NodeSymbol]


@dataclass(frozen=True, slots=True)
class Ticks:
    """
    Short bars across a line, all along it.

    Attributes
    ----------
    step_mm
        From one to the next.
    thick_mm
        How thick each is.
    grows
        How long each is, as a multiple of the line's width.
    """

    step_mm: float
    thick_mm: float
    grows: float


BARS = Ticks(step_mm=4.1, thick_mm=0.6, grows=3.4)
"""What crosses a line that is suspended; pages have the same."""

TIES = Ticks(step_mm=2.85, thick_mm=0.35, grows=2.1)
"""What crosses a railway; pages have the same."""


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
    ticks
        Short bars that cross the line: a railway's ties, unless it is only an idea, and the bars of what
        is suspended.
    double
        Whether it is blank inside: a cable, an overhead line.
    opacity
        0 to 1.
    """

    colour: str
    width_mm: float
    dash_mm: tuple[float, ...]
    ticks: tuple[Ticks, ...]
    double: bool
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


def corridor_colour(corridor: str, *, dark: bool = False) -> str:
    """
    Look up the colour of a corridor.

    Parameters
    ----------
    corridor
        Its identifier; a corridor that `symbols.toml` does not know has the colour of ink.
    dark
        On dark ground.

    Returns
    -------
    colour
        `#rrggbb`.

    Examples
    --------
    >>> corridor_colour("imec"), corridor_colour("one_of_my_own"), corridor_colour("one_of_my_own", dark=True)
    ('#1f5fbf', '#22262b', '#ffffff')
    """
    table = symbols()
    return table.corridor_dark.get(corridor, PAPER) if dark else table.corridor.get(corridor, INK)


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
    pattern, sign = table.status[Status(status)], table.mode[Mode(mode)].sign
    return LineSymbol(
        colour=corridor_colour(corridor),
        width_mm=round(table.mode[Mode(mode)].width_mm * pattern.width, 3),
        dash_mm=pattern.dash_mm,
        ticks=(TIES,) * (sign is Sign.ties and status != Status.proposed) + (BARS,) * pattern.bars,
        double=sign is Sign.double,
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

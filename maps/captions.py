"""What stands below the map of a figure: the legend by mode and status, and where the data come from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import shapely
from matplotlib.axes import Axes

from layers import Atlas
from layers.model import Mode, NodeKind, Status
from layers.symbols import INK, LineSymbol, NodeSymbol, corridor_colour, line_symbol, node_symbol, symbols
from maps import ink
from maps.lettering import wrapped
from maps.numbers import day
from maps.words import word

ROW_MM = 3.5
"""From the middle of one row of the legend to the next."""

COLUMN_MM, SWATCH_MM, GAP_MM = 42.0, 7.0, 1.6
"""Width of a column, length of its swatches, room between a swatch and its words."""

TEXT_MM = COLUMN_MM - SWATCH_MM - GAP_MM - 1.0
"""Room for the words of an entry."""

SPACE_MM, LINE_MM = 2.0, 2.3
"""Room above and below the legend; from one line of the sources to the next."""

LONGEST = 8
"""Rows below one heading before they are divided."""

SMALL_PT = 5.0
SOFT = "#555d66"
"""Size and colour of the letters of the sources."""


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One row of the legend.

    Attributes
    ----------
    lines
        What it says, broken to the width of a column.
    symbol
        The swatch; None for a heading.
    """

    lines: tuple[str, ...]
    symbol: LineSymbol | NodeSymbol | None = None


@dataclass(frozen=True, slots=True)
class Captions:
    """
    What stands below a map, laid out.

    Attributes
    ----------
    legend
        Columns of entries.
    sources
        Lines of text.
    size_pt
        Size of the letters of the legend.
    height_mm
        What all of it takes.
    """

    legend: tuple[tuple[Entry, ...], ...]
    sources: tuple[str, ...]
    size_pt: float
    height_mm: float


def legend(
    atlas: Atlas, segments: pd.DataFrame, kinds: Collection[str], language: str, *, size_pt: float
) -> tuple[Entry, ...]:
    """
    List what the signs on a map mean.

    Parameters
    ----------
    atlas
        The checked catalogue.
    segments
        What is drawn.
    kinds
        Kinds of node that are drawn.
    language
        `en`, `sr` or `az`.
    size_pt
        Size of its letters.

    Returns
    -------
    entries
        Corridors by colour where there are several, modes by width and sign, statuses by pattern, kinds of
        node; each in the order of its vocabulary, below a heading. What looks the same is one entry.
    """
    table = symbols()
    drawn = [name for name in atlas.corridors.index if name in set(segments["corridor"])]
    modes = [mode for mode in Mode if mode in set(segments["mode"])]
    statuses = [status for status in Status if status in set(segments["status"])]
    colour = corridor_colour(drawn[0]) if len(drawn) == 1 else INK
    kinds = sorted(kinds, key=lambda kind: (node_symbol(kind).level, list(NodeKind).index(NodeKind(kind))))
    titles = atlas.corridors[f"title_{language}"]
    plain = {"corridor": drawn[0], "mode": modes[0], "status": Status.operating}
    thick = replace(line_symbol(**plain), colour=colour)
    by_mode = [replace(line_symbol(**{**plain, "mode": mode}), colour=colour) for mode in modes]
    by_status = [replace(line_symbol(**{**plain, "status": one}), colour=colour) for one in statuses]
    blocks: dict[str, list[tuple[str, LineSymbol | NodeSymbol]]] = {
        "corridors": [
            (
                str(titles[name]),
                replace(thick, colour=corridor_colour(name)),
            )
            for name in (drawn if len(drawn) > 1 else [])
        ],
        "mode": [
            (getattr(table.mode[mode].label, language), symbol)
            for mode, symbol in zip(modes, by_mode, strict=True)
        ],
        "status": [
            (getattr(table.status[one].label, language), symbol)
            for one, symbol in zip(statuses, by_status, strict=True)
        ],
        "places": [(getattr(node_symbol(kind).label, language), node_symbol(kind)) for kind in kinds],
    }
    entries: list[Entry] = []
    for heading, rows in blocks.items():
        if rows:
            entries += [Entry((getattr(word(heading), language),))]
            entries += [
                Entry(wrapped(text, width_mm=TEXT_MM, size_pt=size_pt), symbol)
                for text, symbol in _joined(rows)
            ]
    return tuple(entries)


def columns(entries: Sequence[Entry], *, width_mm: float) -> tuple[tuple[Entry, ...], ...]:
    """
    Set entries in columns.

    Parameters
    ----------
    entries
        Headings and rows.
    width_mm
        Room for all columns.

    Returns
    -------
    columns
        As many as fit, as low as possible. What stands below one heading stays together up to `LONGEST` rows.

    Examples
    --------
    >>> port = node_symbol("port")
    >>> said = [("Mode", None), ("rail", port), ("sea", port), ("Places", None), ("port", port)]
    >>> rows = [Entry((text,), symbol) for text, symbol in said]
    >>> [[entry.lines[0] for entry in column] for column in columns(rows, width_mm=90)]
    [['Mode', 'rail', 'sea'], ['Places', 'port']]
    """
    count = max(int(width_mm // COLUMN_MM), 1)
    blocks: list[list[Entry]] = []
    for entry in entries:
        if entry.symbol is None or len(blocks[-1]) >= LONGEST:
            blocks.append([])
        blocks[-1].append(entry)
    packed: list[list[Entry]] = []
    for height in range(max(map(rows, blocks)), rows(entries) + 1):
        packed = [[]]
        for block in blocks:
            if rows(packed[-1]) + rows(block) > height:
                packed.append([])
            packed[-1] += block
        if len(packed) <= count:
            break
    return tuple(map(tuple, packed))


def rows(entries: Iterable[Entry]) -> int:
    """
    Count rows.

    Parameters
    ----------
    entries
        Headings and entries.

    Returns
    -------
    rows
        What they take below one another.
    """
    return sum(len(entry.lines) for entry in entries)


def lay(
    atlas: Atlas, entries: Sequence[Entry], language: str, *, starred: bool, width_mm: float, size_pt: float
) -> Captions:
    """
    Lay out legend and sources.

    Parameters
    ----------
    atlas
        The checked catalogue.
    entries
        The legend.
    language
        `en`, `sr` or `az`.
    starred
        Whether the name of Kosovo* shows, so that its footnote must.
    width_mm
        How wide the figure is.
    size_pt
        Size of the letters of the legend.

    Returns
    -------
    captions
        Ready to be drawn.
    """
    listed = columns(entries, width_mm=width_mm)
    lines = sources(atlas, language, starred=starred, width_mm=width_mm - 1, size_pt=SMALL_PT)
    height = 2 * SPACE_MM + ROW_MM * max(map(rows, listed)) + LINE_MM * len(lines)
    return Captions(listed, lines, size_pt, height)


def draw(axes: Axes, laid: Captions, *, scale: float) -> None:
    """
    Draw what stands below a map, from the lower edge up to `height_mm`.

    Parameters
    ----------
    axes
        Axes whose unit is the millimetre.
    laid
        Legend and sources.
    scale
        Factor on the symbols, as on the map.
    """
    top = laid.height_mm - SPACE_MM
    for number, column in enumerate(laid.legend):
        left = number * COLUMN_MM
        middle = top - 0.5 * ROW_MM
        for entry in column:
            _swatch(axes, entry.symbol, left, middle, scale)
            indent = 0.0 if entry.symbol is None else SWATCH_MM + GAP_MM
            weight = "bold" if entry.symbol is None else "normal"
            for line in entry.lines:
                axes.text(
                    left + indent,
                    middle,
                    line,
                    size=laid.size_pt,
                    weight=weight,
                    color=INK,
                    va="center_baseline",
                )
                middle -= ROW_MM
    for number, line in enumerate(reversed(laid.sources)):
        axes.text(0, (number + 0.3) * LINE_MM, line, size=SMALL_PT, color=SOFT)


def title(atlas: Atlas, corridor: str | None, language: str) -> str:
    """
    Say what a figure shows.

    Parameters
    ----------
    atlas
        The checked catalogue.
    corridor
        Identifier of a corridor; None for all.
    language
        `en`, `sr` or `az`.

    Returns
    -------
    title
        The words above the map.
    """
    if corridor is None:
        return str(getattr(word("page_title_all"), language))
    return str(atlas.corridors.loc[corridor, f"title_{language}"])


def sources(
    atlas: Atlas, language: str, *, starred: bool, width_mm: float, size_pt: float
) -> tuple[str, ...]:
    """
    Say where the data come from.

    Parameters
    ----------
    atlas
        The checked catalogue.
    language
        `en`, `sr` or `az`.
    starred
        Whether the name of Kosovo* shows, so that its footnote must.
    width_mm
        How long a line may be.
    size_pt
        Size of the letters.

    Returns
    -------
    lines
        Who gave the data and under which licence, the boundary set, the day, the footnote.
    """
    borders = getattr(word("credit.borders"), language).format(name=atlas.boundaries)
    as_of = getattr(word("as_of"), language).format(day=getattr(day(atlas.as_of), language))
    lines = wrapped(f"{'; '.join([*atlas.credits, borders])}; {as_of}", width_mm=width_mm, size_pt=size_pt)
    footnote = (
        wrapped(getattr(word("kosovo"), language), width_mm=width_mm, size_pt=size_pt) if starred else ()
    )
    return (*lines, *footnote)


def _joined(
    rows: Iterable[tuple[str, LineSymbol | NodeSymbol]],
) -> list[tuple[str, LineSymbol | NodeSymbol]]:
    """Say in one row what looks the same."""
    found: dict[object, tuple[str, LineSymbol | NodeSymbol]] = {}
    for text, symbol in rows:
        look = (symbol.size_mm, symbol.fill) if isinstance(symbol, NodeSymbol) else symbol
        said = f"{found[look][0]}, {text}" if look in found else text
        found[look] = (said, symbol)
    return list(found.values())


def _swatch(
    axes: Axes, symbol: LineSymbol | NodeSymbol | None, left: float, middle: float, scale: float
) -> None:
    match symbol:
        case LineSymbol():
            cap = symbol.width_mm * scale / 2  # round ends reach beyond the line
            across = shapely.LineString([(left + cap, middle), (left + SWATCH_MM - cap, middle)])
            ink.line(axes, across, symbol, scale=scale, level=20)
        case NodeSymbol():
            ink.dots(axes, np.array([[left + SWATCH_MM / 2, middle]]), symbol, scale=scale, level=20)

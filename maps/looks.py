"""The signs of a page: how statuses, modes and kinds of node look, in pixels."""

from __future__ import annotations

from typing import Any

import pandas as pd

from layers.model import NodeKind, Status
from layers.symbols import INK, PAPER, line_symbol, node_symbol, symbols
from maps.words import every

PX_PER_MM = 4.0
"""A page draws a millimetre of `symbols.toml` as this many pixels."""

SKETCH_FROM_KM = 4.0
"""From this accuracy on, a line counts as drawn from a sketch: it is drawn softer, and its card says so."""


def looks(segments: pd.DataFrame, nodes: pd.DataFrame) -> dict[str, Any]:
    """
    Look up the signs of what occurs.

    Parameters
    ----------
    segments, nodes
        What the page draws.

    Returns
    -------
    looks
        `status` (all, since a scenario may change it), `mode` and `node`: labels in every language and
        signs, pixels.
    """
    table = symbols()
    modes = [mode for mode in table.mode if mode.value in set(segments["mode"])]
    kinds = sorted(set(nodes["kind"]), key=lambda kind: (node_symbol(kind).level, kind))
    return {
        "sketch_from_km": SKETCH_FROM_KM,
        "status": {
            status.value: {
                "label": every(table.status[status].label),
                "meaning": every(table.status[status].meaning),
                "dash": dashes(table.status[status].dash_mm),
                "bars": table.status[status].bars,
                "opacity": table.status[status].opacity,
                "cap": line_symbol(
                    corridor=next(iter(table.corridor)), mode=modes[0].value, status=status.value
                ).cap,
            }
            for status in Status
        },
        "mode": {
            mode.value: {
                "label": every(table.mode[mode].label),
                "sign": table.mode[mode].sign.value,
                "width": table.mode[mode].width_mm * PX_PER_MM,
            }
            for mode in modes
        },
        "node": {kind: _dot(kind) for kind in kinds},
    }


def dashes(dash_mm: tuple[float, ...]) -> str:
    """
    Turn dashes into pixels as SVG writes them.

    Parameters
    ----------
    dash_mm
        Drawn and blank lengths in turn.

    Returns
    -------
    dashes
        Pixels, separated by blanks; empty for a solid line.

    Examples
    --------
    >>> dashes((1.2, 1.2))
    '4.8 4.8'
    """
    return " ".join(f"{part * PX_PER_MM:g}" for part in dash_mm)


def _dot(kind: str) -> dict[str, Any]:
    symbol = node_symbol(NodeKind(kind))
    named = {INK: "var(--ink)", PAPER: "var(--land)"}
    return {
        "label": every(symbol.label),
        "level": symbol.level,
        "radius": symbol.size_mm * PX_PER_MM / 2,
        "fill": named.get(symbol.fill, symbol.fill),
        "outline": named[symbol.outline],
    }

"""Symbols on paper: lines, dots and swatches of the table of symbols, drawn by matplotlib."""

from __future__ import annotations

import matplotlib as mpl
import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline

from layers.symbols import INSIDE, PAPER, LineSymbol, NodeSymbol

POINTS_PER_MM = 72 / 25.4

CASING_MM = 0.3
"""White seam on each side of a line, so that crossings read."""


def line(axes: Axes, drawn: shapely.Geometry, symbol: LineSymbol, *, scale: float, level: float) -> None:
    """
    Draw a line with its seam and, where it is suspended, its bars.

    Parameters
    ----------
    axes
        Axes whose unit is the millimetre.
    drawn
        The line, in millimetres; all of its parts.
    symbol
        How it looks.
    scale
        Factor on width and dashes.
    level
        What it is drawn above.
    """
    parts = [shapely.get_coordinates(part) for part in shapely.get_parts(drawn)]
    for ticks in symbol.ticks:
        length = ticks.grows * symbol.width_mm * scale
        bars = crossbars(drawn, step_mm=ticks.step_mm * scale, length_mm=length)
        _stroke(axes, bars, symbol.colour, ticks.thick_mm * scale, level=level + 0.2)
    widths = [(symbol.width_mm + 2 * CASING_MM, PAPER, 0.0), (symbol.width_mm, symbol.colour, 0.1)]
    widths += [(symbol.width_mm * INSIDE, PAPER, 0.3)] if symbol.double else []
    for width, colour, above in widths:
        collection = LineCollection(
            parts,
            linewidths=width * scale * POINTS_PER_MM,
            colors=colour,
            alpha=symbol.opacity,
            capstyle=symbol.cap,
            joinstyle="round",
            zorder=level + above,
        )
        if symbol.dash_mm:
            with mpl.rc_context({"lines.scale_dashes": False}):
                collection.set_linestyle([(0, [part * scale * POINTS_PER_MM for part in symbol.dash_mm])])
        axes.add_collection(collection, autolim=False)


def crossbars(drawn: shapely.Geometry, *, step_mm: float, length_mm: float) -> list[np.ndarray]:
    """
    Make short bars across a line.

    Parameters
    ----------
    drawn
        The line, in millimetres; all of its parts.
    step_mm
        From one bar to the next; the first stands half a step from the end.
    length_mm
        How long a bar is.

    Returns
    -------
    bars
        Both ends of each bar, millimetres.

    Examples
    --------
    >>> bars = crossbars(shapely.LineString([(0, 0), (4, 0)]), step_mm=2, length_mm=1)
    >>> [bar.round(1).tolist() for bar in bars]
    [[[1.0, 0.5], [1.0, -0.5]], [[3.0, 0.5], [3.0, -0.5]]]
    """
    bars = []
    for part in shapely.get_parts(drawn):
        at = np.arange(step_mm / 2, part.length, step_mm)
        middle = shapely.get_coordinates(shapely.line_interpolate_point(part, at))
        ahead = shapely.get_coordinates(shapely.line_interpolate_point(part, at + 0.05))
        back = shapely.get_coordinates(shapely.line_interpolate_point(part, at - 0.05))
        along = (ahead - back) / np.maximum(np.hypot(*(ahead - back).T), 1e-9)[:, None]
        across = np.column_stack([-along[:, 1], along[:, 0]]) * length_mm / 2
        bars += [np.vstack(ends) for ends in zip(middle + across, middle - across, strict=True)]
    return bars


def dots(axes: Axes, places: np.ndarray, symbol: NodeSymbol, *, scale: float, level: float) -> None:
    """
    Draw nodes of one kind.

    Parameters
    ----------
    axes
        Axes whose unit is the millimetre.
    places
        One row a node, millimetres.
    symbol
        How they look.
    scale
        Factor on their size.
    level
        What they are drawn above.
    """
    axes.scatter(
        places[:, 0],
        places[:, 1],
        s=(symbol.size_mm * scale * POINTS_PER_MM) ** 2,
        c=symbol.fill,
        edgecolors=symbol.outline,
        linewidths=0.25 * POINTS_PER_MM * scale,
        zorder=level,
    )


def area(axes: Axes, drawn: shapely.Geometry, *, fill: str, level: float) -> None:
    """
    Fill an area.

    Parameters
    ----------
    axes
        Axes whose unit is the millimetre.
    drawn
        Polygons, in millimetres; whatever else is in it is left out.
    fill
        `#rrggbb`.
    level
        What it is drawn above.
    """
    polygons = [part for part in shapely.get_parts(drawn) if part.geom_type == "Polygon"]
    patches = [PathPatch(_outline(part)) for part in polygons]
    axes.add_collection(
        PatchCollection(patches, facecolor=fill, edgecolor=fill, linewidth=0.1, zorder=level), autolim=False
    )


def thin(axes: Axes, drawn: shapely.Geometry, *, colour: str, width_mm: float, level: float) -> None:
    """
    Draw a thin plain line: a border, a coast, a meridian.

    Parameters
    ----------
    axes
        Axes whose unit is the millimetre.
    drawn
        The line, in millimetres; all of its parts.
    colour
        `#rrggbb`.
    width_mm
        How wide.
    level
        What it is drawn above.
    """
    _stroke(
        axes,
        [shapely.get_coordinates(part) for part in shapely.get_parts(drawn)],
        colour,
        width_mm,
        level=level,
    )


def _stroke(axes: Axes, parts: list[np.ndarray], colour: str, width_mm: float, *, level: float) -> None:
    collection = LineCollection(
        parts, linewidths=width_mm * POINTS_PER_MM, colors=colour, capstyle="butt", zorder=level
    )
    axes.add_collection(collection, autolim=False)


def _outline(polygon: shapely.Polygon) -> Outline:
    rings = [shapely.get_coordinates(ring) for ring in (polygon.exterior, *polygon.interiors)]
    codes = [[Outline.MOVETO, *[Outline.LINETO] * (len(ring) - 2), Outline.CLOSEPOLY] for ring in rings]
    return Outline(np.vstack(rings), np.concatenate(codes))

"""Names on a figure: of places and lines beside them, of countries and seas where room is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
import textalloc
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from matplotlib.textpath import TextPath

from layers.symbols import PAPER
from maps.ink import POINTS_PER_MM

CLEAR_MM = 0.5
"""Room that stays free around a name."""

NO_LEADER_MM = 2.2
"""A name that stands nearer than this needs no line to what it names."""

REACH = 2.6
"""How far a name may stand from what it names, as a multiple of its size."""

DOT_MM = 0.8
"""How near the middle of another dot the line from a name may not come."""

SIMPLE_MM = 0.3
"""How far lines may be moved when names are kept off them."""

SPACED = "\N{HAIR SPACE}"
"""What stands between the letters of countries and seas."""


@dataclass(frozen=True, slots=True)
class Name:
    """
    A name that stands beside what it names.

    Attributes
    ----------
    text
        The name.
    x_mm, y_mm
        The place, or a point on the line.
    size_pt
        Size of the letters.
    colour
        `#rrggbb`.
    italic
        Whether it names a line.
    """

    text: str
    x_mm: float
    y_mm: float
    size_pt: float
    colour: str
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Letters:
    """
    How a name on the ground is written.

    Attributes
    ----------
    size_pt
        Size of the letters.
    colour
        `#rrggbb`.
    spaced
        Whether the letters stand apart.
    italic
        Whether they are slanted.
    """

    size_pt: float
    colour: str
    spaced: bool = True
    italic: bool = False


def beside(
    axes: Axes, names: Sequence[Name], *, lines: Sequence[shapely.Geometry], dots: np.ndarray
) -> list[Text]:
    """
    Set names beside what they name, off the lines, the dots and one another.

    Parameters
    ----------
    axes
        Axes whose unit is the millimetre.
    names
        The most important first. A name for which there is no room is left out, and one whose line would
        run over the dot of another.
    lines
        What is drawn, millimetres.
    dots
        One row a dot, millimetres.

    Returns
    -------
    texts
        The names that were set.
    """
    if not names:
        return []
    parts = [
        shapely.get_coordinates(part)
        for one in lines
        for part in shapely.get_parts(shapely.simplify(one, SIMPLE_MM))
    ]
    height = float(np.ptp(axes.get_ylim()))
    _, _, texts, leaders = textalloc.allocate(
        axes,
        [name.x_mm for name in names],
        [name.y_mm for name in names],
        [name.text for name in names],
        x_scatter=dots[:, 0],
        y_scatter=dots[:, 1],
        x_lines=[part[:, 0] for part in parts],
        y_lines=[part[:, 1] for part in parts],
        textsize=[name.size_pt for name in names],
        textcolor=[name.colour for name in names],
        margin=CLEAR_MM / height,
        min_distance=0.9 / height,
        max_distance=REACH * max(name.size_pt for name in names) / POINTS_PER_MM / height,
        linecolor=[name.colour for name in names],
        linewidth=0.35,
        draw_all=False,
        avoid_label_lines_overlap=True,
        avoid_crossing_label_lines=True,
        nbr_candidates=300,
        zorder=60,
        plot_kwargs={"zorder": 49},
    )
    return [
        text
        for name, text, leader in zip(names, texts, leaders, strict=True)
        if isinstance(text, Text) and _finished(name, text, leader, dots)
    ]


def _finished(name: Name, text: Text, leader: object, dots: np.ndarray) -> bool:
    """Give a name its look, and take away a line that it does not need; a name that misleads goes too."""
    text.set_path_effects([withStroke(linewidth=1.6, foreground=PAPER)])
    text.set_fontstyle("italic" if name.italic else "normal")
    if not isinstance(leader, Line2D):
        return True
    led = shapely.LineString(np.asarray(leader.get_xydata()))
    misleads = _passes(led, name, dots)
    if misleads:
        text.remove()
    if misleads or led.length < NO_LEADER_MM:
        leader.remove()
    return not misleads


def _passes(leader: shapely.LineString, name: Name, dots: np.ndarray) -> bool:
    """Tell whether a leader runs over the dot of something else."""
    others = shapely.points(dots)
    others = others[shapely.distance(others, shapely.Point(name.x_mm, name.y_mm)) > 2 * DOT_MM]
    return bool((shapely.distance(others, leader) < DOT_MM).any())


def on_ground(
    axes: Axes, text: str, room: shapely.Geometry, letters: Letters, *, middle: shapely.Geometry
) -> shapely.Polygon | None:
    """
    Set a name in the widest room that is left for it.

    Parameters
    ----------
    axes
        Axes whose unit is the millimetre.
    text
        The name.
    room
        Where it may stand, millimetres.
    letters
        How it is written.
    middle
        Where its middle must be, millimetres: in the country itself.

    Returns
    -------
    box
        The room that it takes; None if there is not enough, and nothing was set.
    """
    written = SPACED.join(text) if letters.spaced else text
    width, height = extent_mm(written, letters.size_pt)
    width, height = width + 2 * CLEAR_MM, height + 2 * CLEAR_MM
    squeezed, within = (
        shapely.transform(one, lambda points: points * [height / width, 1.0]) for one in (room, middle)
    )
    # The radius lies between those of the circle inside the box and of the one around it.
    fitting = shapely.intersection(shapely.buffer(squeezed, -0.6 * height), within)
    polygons = [part for part in shapely.get_parts(fitting) if part.geom_type == "Polygon" and part.area]
    if not polygons:
        return None
    circles = [shapely.maximum_inscribed_circle(part, tolerance=0.1) for part in polygons]
    x, y = shapely.get_coordinates(max(circles, key=lambda circle: circle.length))[0]
    x *= width / height
    axes.text(
        x,
        y,
        written,
        size=letters.size_pt,
        color=letters.colour,
        style="italic" if letters.italic else "normal",
        ha="center",
        va="center",
        zorder=5,
    )
    return shapely.box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def extent_mm(text: str, size_pt: float) -> tuple[float, float]:
    """
    Measure a text.

    Parameters
    ----------
    text
        One line.
    size_pt
        Size of the letters.

    Returns
    -------
    width_mm, height_mm
        What it takes on paper.
    """
    box = TextPath((0, 0), text, size=size_pt).get_extents()
    return (box.width / POINTS_PER_MM, box.height / POINTS_PER_MM)


def wrapped(text: str, *, width_mm: float, size_pt: float) -> tuple[str, ...]:
    """
    Break a text into lines.

    Parameters
    ----------
    text
        Words.
    width_mm
        How long a line may be.
    size_pt
        Size of the letters.

    Returns
    -------
    lines
        As few as possible; a word that is too long stands on a line of its own.

    Examples
    --------
    >>> wrapped("Borders of the countries", width_mm=20, size_pt=7)
    ('Borders of the', 'countries')
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and extent_mm(longer, size_pt)[0] > width_mm:
            lines.append(word)
        else:
            lines[-1:] = [longer]
    return tuple(lines)

"""Figures for print: one map each, in millimetres, as PNG, SVG and PDF."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import geopandas as gpd
import matplotlib as mpl
import numpy as np
import pandas as pd
import shapely
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from layers import Atlas, boundaries
from layers.model import Mode, Status
from layers.symbols import INK, PAPER, corridor_colour, line_symbol, node_symbol
from layers.write.contents import SHOWN_FROM
from maps import captions, figure_ground, ink, lettering
from maps.lettering import Name
from maps.naming import called
from maps.sheet import Sheet, sheet

Language = Literal["en", "sr", "az"]

DPI = 300
"""Dots an inch of a PNG: what printers ask for."""

ENDINGS = ("png", "svg", "pdf")

NARROW_MM = 120.0
"""Below this width a figure stands in one column: finer lines, smaller letters."""

TITLE_MM = 7.0
"""Room for the title."""

BOLDER = 1.16
"""How much wider bold letters are than usual ones."""

APART = 0.6
"""How near two dots may stand, as a share of what keeps them from touching."""

NAMED_FROM_MM = 14.0
"""A line is named when it is this long on paper."""

_STYLE: dict[str, Any] = {
    "font.family": "DejaVu Sans",
    "svg.hashsalt": "corridors",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
    "path.simplify": False,
    "text.parse_math": False,
}


@dataclass(frozen=True, slots=True)
class RenderedFigure:
    """
    A figure, ready to be saved. It shows itself in a notebook.

    Attributes
    ----------
    name
        File name without its ending.
    drawing
        The figure, for those who want to draw on it; the unit of its axes is the millimetre.
    """

    name: str
    drawing: Figure

    def save(self, file: str | Path) -> None:
        """
        Write the figure; its ending says as what.

        Parameters
        ----------
        file
            Where to, ending in `.png` (300 dots an inch), `.svg` or `.pdf`.

        Notes
        -----
        No date and no version is written: the same figure gives the same bytes.
        """
        file = Path(file)
        file.write_bytes(self.content(file.suffix.removeprefix(".")))

    def content(self, ending: str) -> bytes:
        """
        Give the bytes of a file.

        Parameters
        ----------
        ending
            `png`, `svg` or `pdf`.

        Returns
        -------
        content
            What `save` writes.
        """
        nothing: dict[str, dict[str, None]] = {
            "png": {"Software": None},
            "svg": {"Date": None, "Creator": None},
            "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
        }
        buffer = io.BytesIO()
        with _style():
            self.drawing.savefig(buffer, format=ending, dpi=DPI, metadata=nothing[ending])
        return buffer.getvalue()

    def _repr_png_(self) -> bytes:
        return self.content("png")


@dataclass(frozen=True, slots=True)
class Look:
    """
    How large things are.

    Attributes
    ----------
    scale
        Factor on the millimetres of the table of symbols.
    size_pt
        Size of the letters.
    """

    scale: float
    size_pt: float


def figure(
    atlas: Atlas, corridor: str | None = None, *, width_mm: float = 180.0, language: Language = "en"
) -> RenderedFigure:
    """
    Draw the map of one corridor, or of all, for print.

    Parameters
    ----------
    atlas
        The checked catalogue, from `layers.read()`.
    corridor
        Identifier of a corridor; all corridors if none is given.
    width_mm
        Width on paper: about 180 for two columns, 85 for one.
    language
        `en`, `sr` (Latin script) or `az`.

    Returns
    -------
    figure
        Title, map in Lambert's conformal conic with graticule and scale bar, legend and sources.

    Raises
    ------
    UnknownNameError
        If there is no such corridor.

    Examples
    --------
    >>> import layers
    >>> drawn = figure(layers.read(), "southern_gas_corridor", width_mm=85)
    >>> round(float(drawn.drawing.get_figwidth()) * 25.4, 1)
    85.0
    """
    with _style():
        asked = [corridor] if corridor else []
        segments, nodes = atlas.segments_of(*asked), atlas.nodes_of(*asked)
        titles = atlas.corridors[f"title_{language}"].str.partition(": ")[0]
        lines = (
            called(segments["line"], atlas.nodes, language) if corridor else segments["corridor"].map(titles)
        )
        segments = segments.assign(line=lines)
        laid = sheet(segments.clip_by_rect(*atlas.extent_of(*asked)), width_mm=width_mm)
        look = Look(scale=0.8, size_pt=7.0) if width_mm >= NARROW_MM else Look(scale=0.6, size_pt=6.0)
        shown = _shown(_busiest_first(nodes, segments), laid, atlas.ends_of(*asked), look)
        starred = "XK" in boundaries.clipped(laid.extent, tolerance_deg=0.1).index
        entries = captions.legend(atlas, segments, set(shown["kind"]), language, size_pt=look.size_pt)
        below = captions.lay(
            atlas, entries, language, starred=starred, width_mm=width_mm, size_pt=look.size_pt
        )
        title = captions.title(atlas, corridor, language)
        drawing, page, map_axes = _paper(laid, below.height_mm)
        size = look.size_pt + 3
        size *= min(1.0, width_mm / lettering.extent_mm(title, size * BOLDER)[0])
        top = page.get_ylim()[1]
        page.text(0, top - TITLE_MM / 2, title, size=size, weight="bold", color=INK, va="center_baseline")
        captions.draw(page, below, scale=look.scale)
        _map(map_axes, laid, segments, shown, look, language)
        return RenderedFigure(corridor or "index", drawing)


def tasks(
    atlas: Atlas, names: Sequence[str], *, widths_mm: Sequence[float], languages: Sequence[Language]
) -> list[tuple[str, Callable[[Path], None]]]:
    """
    List the figures that are to be written.

    Parameters
    ----------
    atlas
        The checked catalogue.
    names
        Corridors; `index` for all of them on one map.
    widths_mm
        Widths on paper; the first is not told in the names of the files.
    languages
        The first is not told in the names of the files.

    Returns
    -------
    tasks
        What is written, and the function that writes its three files into the folder `figures`.
    """
    found = []
    for name in names:
        for width in widths_mm:
            for language in languages:
                wide = "" if width == widths_mm[0] else f"_{width:g}mm"
                file = f"{name}{wide}" if language == languages[0] else f"{name}{wide}_{language}"
                found.append((f"figures/{file}", _writer(atlas, name, width, language, file)))
    return found


def _writer(
    atlas: Atlas, name: str, width_mm: float, language: Language, file: str
) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        (folder / "figures").mkdir(exist_ok=True)
        drawn = figure(atlas, None if name == "index" else name, width_mm=width_mm, language=language)
        for ending in ENDINGS:
            drawn.save(folder / "figures" / f"{file}.{ending}")

    return write


@contextmanager
def _style() -> Iterator[None]:
    with mpl.rc_context(_STYLE):  # type: ignore[arg-type]
        yield


def _paper(laid: Sheet, below_mm: float) -> tuple[Figure, Axes, Axes]:
    """Make the paper: axes for the page and, between title and legend, axes for the map; in millimetres."""
    height = TITLE_MM + laid.height_mm + below_mm
    drawing = Figure(figsize=(laid.width_mm / 25.4, height / 25.4), dpi=DPI, facecolor=PAPER)
    page = drawing.add_axes((0, 0, 1, 1), xlim=(0, laid.width_mm), ylim=(0, height))
    share = (0, below_mm / height, 1, laid.height_mm / height)
    drawn = drawing.add_axes(share, xlim=(0, laid.width_mm), ylim=(0, laid.height_mm))
    for axes in (page, drawn):
        axes.set_axis_off()
    return drawing, page, drawn


def _map(
    axes: Axes,
    laid: Sheet,
    segments: gpd.GeoDataFrame,
    nodes: gpd.GeoDataFrame,
    look: Look,
    language: Language,
) -> None:
    countries = figure_ground.land(laid)
    figure_ground.draw(axes, laid, countries)
    lines = _lines(axes, laid, segments, look)
    places = shapely.get_coordinates(laid.on_paper(nodes.geometry.to_numpy()))
    for kind in dict.fromkeys(nodes["kind"]):
        at = places[(nodes["kind"] == kind).to_numpy()]
        ink.dots(axes, at, node_symbol(kind), scale=look.scale, level=50)
    drawn = shapely.union_all(lines).buffer(1.0)
    bar = figure_ground.draw_scale_bar(axes, laid, taken=drawn, size_pt=look.size_pt - 0.5)
    wanted = [*_line_names(laid, segments, look), *_place_names(nodes, places, look, language)]
    texts = lettering.beside(axes, wanted, lines=[*lines, bar.exterior, laid.frame.exterior], dots=places)
    taken = shapely.union_all([drawn, bar, figure_ground.boxes(axes, texts, clear_mm=0.6)])
    figure_ground.names(axes, laid, countries, taken=taken, language=language, size_pt=look.size_pt - 0.5)


def _lines(axes: Axes, laid: Sheet, segments: gpd.GeoDataFrame, look: Look) -> list[shapely.Geometry]:
    """Draw segments, those that only are an idea first; joined, so that dashes run on."""
    statuses, modes = list(reversed(Status)), list(Mode)
    groups = sorted(
        segments.groupby(["corridor", "mode", "status"]).groups.items(),
        key=lambda item: (statuses.index(item[0][2]), -modes.index(item[0][1]), item[0][0]),
    )
    lines = []
    for number, ((corridor, mode, status), members) in enumerate(groups):
        joined = shapely.line_merge(shapely.union_all(segments.loc[members].geometry.to_numpy()))
        drawn = laid.on_paper(joined).intersection(laid.frame)
        symbol = line_symbol(corridor=corridor, mode=mode, status=status)
        ink.line(axes, drawn, symbol, scale=look.scale, level=20 + number / 2)
        lines.append(drawn)
    return lines


def _busiest_first(nodes: gpd.GeoDataFrame, segments: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Order nodes by how many corridors, then by how many segments meet there."""
    touched = pd.concat([segments["from_node"], segments["to_node"]]).value_counts()
    busy = pd.DataFrame(
        {"corridors": nodes["corridors"].str.count(";"), "segments": nodes["id"].map(touched).fillna(0)}
    )
    return nodes.loc[busy.sort_values(["corridors", "segments"], ascending=False, kind="stable").index]


def _shown(nodes: gpd.GeoDataFrame, laid: Sheet, ends: set[str], look: Look) -> gpd.GeoDataFrame:
    """
    Take the nodes that show at the scale of a sheet: ends of main routes first, then by level, then as given.

    Of dots that would cover one another the first is taken.
    """
    denominator = 1000 / laid.mm_per_m
    symbol = nodes["kind"].map(node_symbol)
    level = symbol.map(lambda drawn: drawn.level).where(~nodes["id"].isin(ends), 0)
    shown = level.map(lambda one: denominator <= (SHOWN_FROM.get(one) or math.inf))
    order = level[shown].sort_values(kind="stable").index
    places = laid.on_paper(nodes.geometry.loc[order].to_numpy())
    radii = symbol[order].map(lambda drawn: drawn.size_mm / 2).to_numpy() * look.scale * APART
    taken: list[int] = []
    for number in np.flatnonzero(shapely.contains(laid.frame, places)):
        room = shapely.distance(places[taken], places[number]) - radii[taken] - radii[number]
        if not (room < 0).any():
            taken.append(int(number))
    return nodes.loc[order[taken]]


def _place_names(nodes: gpd.GeoDataFrame, places: np.ndarray, look: Look, language: Language) -> list[Name]:
    column = "name" if language == "en" else f"name_{language}"
    return [Name(text, x, y, look.size_pt, INK) for text, (x, y) in zip(nodes[column], places, strict=True)]


def _line_names(laid: Sheet, segments: gpd.GeoDataFrame, look: Look) -> list[Name]:
    """Name lines that are long enough on paper, at the middle of their longest part."""
    found = []
    for (line, corridor), members in segments.groupby(["line", "corridor"], sort=False).groups.items():
        joined = shapely.line_merge(shapely.union_all(segments.loc[members].geometry.to_numpy()))
        drawn = laid.on_paper(joined).intersection(laid.frame)
        longest = max(shapely.get_parts(drawn), key=shapely.length, default=drawn)
        if longest.length >= NAMED_FROM_MM:
            middle = longest.interpolate(0.5, normalized=True)
            colour = corridor_colour(str(corridor))
            name = Name(str(line), middle.x, middle.y, look.size_pt - 0.5, colour, italic=True)
            found.append((longest.length, name))
    return [name for _, name in sorted(found, key=lambda item: -item[0])]

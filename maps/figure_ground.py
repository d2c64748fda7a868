"""The ground of a figure: land, borders, graticule, scale bar, and the names of countries and seas."""

from __future__ import annotations

import csv
from collections.abc import Iterable

import geopandas as gpd
import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from layers import boundaries
from layers.reader import CATALOGUE
from layers.symbols import INK, PAPER, symbols
from maps import ink
from maps.lettering import Letters, extent_mm, on_ground
from maps.sheet import Sheet, graticule, scale_bar
from maps.words import words

THINNED_MM = 0.12
"""How far a drawn border may leave the original."""

NAMED_FROM_MM2 = 60.0
"""A country is named when it takes this much paper."""

SEA_KM = 260.0
"""How far from its place in the catalogue the name of a sea may reach."""

BEYOND_MM = 2.5
"""How far a name may reach over the border of a country that is too small for it."""

SMALLEST_PT = 5.0
"""Letters that are smaller cannot be read in print."""

BAR_MM = 34.0
"""How long the scale bar is at most."""

ROOMY_MM = 22.0
"""From this length on the scale bar also says its half."""

_METRES_PER_DEG = 111_000


def land(laid: Sheet) -> gpd.GeoSeries:
    """
    Lay the countries on a sheet.

    Parameters
    ----------
    laid
        The sheet.

    Returns
    -------
    land
        Areas by country code, in millimetres, cut along the frame.
    """
    west, south, east, north = laid.extent
    tolerance = THINNED_MM / laid.mm_per_m / _METRES_PER_DEG
    near = boundaries.clipped((west - 1, south - 1, east + 1, north + 1), tolerance_deg=tolerance)
    areas = shapely.make_valid(laid.on_paper(near.geometry.to_numpy()))
    inside = gpd.GeoSeries(areas, index=near.index).intersection(laid.frame)
    return inside[~inside.is_empty]


def draw(axes: Axes, laid: Sheet, countries: gpd.GeoSeries) -> None:
    """
    Draw sea, land, borders, graticule and frame.

    Parameters
    ----------
    axes
        The map's axes; their unit is the millimetre.
    laid
        The sheet.
    countries
        Areas by country code, millimetres.
    """
    table = symbols().ground
    ink.area(axes, laid.frame, fill=table.sea, level=1)
    for country in countries:
        ink.area(axes, country, fill=table.land, level=2)
    edges = shapely.union_all(shapely.boundary(countries.to_numpy()))
    for _, line in graticule(laid):
        ink.thin(axes, line, colour=table.border, width_mm=0.08, level=3)
    ink.thin(
        axes, edges.difference(laid.frame.exterior.buffer(0.05)), colour=table.border, width_mm=0.18, level=4
    )
    ink.thin(axes, laid.frame.buffer(-0.1).exterior, colour=INK, width_mm=0.2, level=90)


def names(
    axes: Axes,
    laid: Sheet,
    countries: gpd.GeoSeries,
    *,
    taken: shapely.Geometry,
    language: str,
    size_pt: float,
) -> None:
    """
    Name countries, seas, meridians and parallels where nothing else stands.

    Parameters
    ----------
    axes
        The map's axes.
    laid
        The sheet.
    countries
        Areas by country code, millimetres.
    taken
        Where lines, dots and other names stand, millimetres.
    language
        `en`, `sr` or `az`.
    size_pt
        Size of the letters of seas; countries are written a little smaller.
    """
    table = symbols().ground
    for degrees, line in graticule(laid):
        taken = taken.union(_degrees(axes, laid, degrees, line, size_pt, taken=taken))
    open_ = shapely.buffer(laid.frame, -1.5)
    for code in countries.area.sort_values(ascending=False, kind="stable").index:
        name, country = words().get(f"country.{code}"), countries[code]
        if name and country.area >= NAMED_FROM_MM2:
            text = upper(getattr(name, language), language)
            for beyond, spaced in ((0.0, True), (BEYOND_MM, True), (BEYOND_MM, False)):
                room = country.buffer(beyond).intersection(open_).difference(taken)
                size = max(size_pt - (0.5 if spaced else 1.0), SMALLEST_PT)
                letters = Letters(size, table.land_name, spaced)
                box = on_ground(axes, text, room, letters, middle=country)
                if box:
                    taken = taken.union(box)
                    break
    water = open_.difference(shapely.union_all(countries.to_numpy())).difference(taken)
    for text, place in _seas(language):
        at = laid.on_paper(place)
        if laid.frame.contains(at):
            room = water.intersection(at.buffer(SEA_KM * 1000 * laid.mm_per_m))
            on_ground(axes, text, room, Letters(size_pt, table.sea_name, italic=True), middle=room)


def draw_scale_bar(axes: Axes, laid: Sheet, *, taken: shapely.Geometry, size_pt: float) -> shapely.Polygon:
    """
    Draw the scale bar in the emptiest corner.

    Parameters
    ----------
    axes
        The map's axes.
    laid
        The sheet.
    taken
        Where lines and dots stand, millimetres.
    size_pt
        Size of its letters.

    Returns
    -------
    box
        The room that it takes.
    """
    kilometres, length = scale_bar(laid, most_mm=min(BAR_MM, laid.width_mm / 4))
    wide, high, gap = length + 8.0, 6.5, 2.5
    corners = [
        shapely.box(left, lower, left + wide, lower + high)
        for lower in (gap, laid.height_mm - high - gap)
        for left in (gap, laid.width_mm - wide - gap)
    ]
    box = max(corners, key=taken.distance)
    left, lower, *_ = box.bounds
    for start, colour in ((0.0, INK), (0.5, PAPER)):
        part = shapely.box(left + start * length, lower + 1, left + (start + 0.5) * length, lower + 1.9)
        ink.area(axes, part, fill=colour, level=70)
    around = shapely.box(left, lower + 1, left + length, lower + 1.9).exterior
    ink.thin(axes, around, colour=INK, width_mm=0.2, level=71)
    half = f"{kilometres / 2:g}" if length > ROOMY_MM else ""
    for share, label in ((0.0, "0"), (0.5, half), (1.0, f"{kilometres:g} km")):
        axes.text(left + share * length, lower + 2.7, label, size=size_pt, color=INK, ha="center", zorder=71)
    return box


def boxes(axes: Axes, texts: Iterable[Text], *, clear_mm: float) -> shapely.Geometry:
    """
    Measure where texts stand.

    Parameters
    ----------
    axes
        The map's axes.
    texts
        Texts that were set in it.
    clear_mm
        Room around each.

    Returns
    -------
    boxes
        Their boxes, millimetres.
    """
    found = []
    renderer = FigureCanvasAgg(axes.get_figure(root=True)).get_renderer()  # type: ignore[no-untyped-call]
    for text in texts:
        edges = np.array(text.get_window_extent(renderer)).reshape(2, 2)
        (left, lower), (right, upper_) = axes.transData.inverted().transform(edges)
        found.append(shapely.box(left, lower, right, upper_).buffer(clear_mm))
    return shapely.union_all(found)


def upper(text: str, language: str) -> str:
    """
    Write in capitals, as the language does.

    Parameters
    ----------
    text
        A name.
    language
        `en`, `sr` or `az`.

    Returns
    -------
    capitals
        Azerbaijani tells the dotted from the dotless i.

    Examples
    --------
    >>> upper("Serbiya", "az"), upper("Srbija", "sr")
    ('SERBİYA', 'SRBIJA')
    """
    return (text.replace("i", "İ") if language == "az" else text).upper()


def _degrees(
    axes: Axes, laid: Sheet, name: str, line: shapely.LineString, size_pt: float, *, taken: shapely.Geometry
) -> shapely.Geometry:
    """Write degrees where a meridian meets the upper edge and a parallel the left one; give their box."""
    first, last = shapely.get_coordinates(line)[[0, -1]]
    wide, high = extent_mm(name, size_pt)
    if name.endswith(("E", "W")):
        box = shapely.box(
            last[0] - wide / 2, laid.height_mm - 1 - high, last[0] + wide / 2, laid.height_mm - 1
        )
        met = abs(last[1] - laid.height_mm) < 0.1
    else:
        box = shapely.box(1, first[1] + 0.5, 1 + wide, first[1] + 0.5 + high)
        met = abs(first[0]) < 0.1
    if not met or box.intersects(taken) or not laid.frame.contains(box):
        return shapely.Polygon()
    left, lower, *_ = box.bounds
    axes.text(left, lower, name, size=size_pt, color=symbols().ground.land_name, zorder=6)
    return box.buffer(0.6)


def _seas(language: str) -> list[tuple[str, shapely.Point]]:
    column = "name" if language == "en" else f"name_{language}"
    with (CATALOGUE / "seas.csv").open(encoding="utf-8", newline="") as file:
        return [
            (row[column], shapely.Point(float(row["lon"]), float(row["lat"]))) for row in csv.DictReader(file)
        ]

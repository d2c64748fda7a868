"""Symbols as QGIS writes them: one line, dot or area of the table of symbols to XML."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from layers.symbols import INSIDE, PAPER, GroundSymbol, LineSymbol, NodeSymbol, Ticks
from layers.write.elements import properties, rgba

CASING_MM = 0.35
"""White seam on each side of a line, so that crossings read."""


def symbol(name: str, drawn: LineSymbol | NodeSymbol | GroundSymbol) -> ET.Element:
    """
    Write one symbol.

    Parameters
    ----------
    name
        What the rule that draws it calls it.
    drawn
        How it looks.

    Returns
    -------
    element
        A QGIS `symbol`; its dashes are fixed, since a data-defined dash draws solid in QGIS 3.22.
    """
    match drawn:
        case LineSymbol():
            return _line(name, drawn)
        case NodeSymbol():
            return _dot(name, drawn)
        case GroundSymbol():
            return _area(name, drawn)


def _line(name: str, drawn: LineSymbol) -> ET.Element:
    element = ET.Element("symbol", type="line", name=name, alpha=f"{drawn.opacity:g}", clip_to_extent="1")
    pattern = {**_dashes(drawn), "joinstyle": "round", "line_width_unit": "MM", "line_style": "solid"}
    casing = {"line_color": "255,255,255,255", "line_width": f"{drawn.width_mm + 2 * CASING_MM:g}"}
    _layer(element, "SimpleLine", {**casing, **pattern}, drawn_at=0)
    stroke = {"line_color": rgba(drawn.colour), "line_width": f"{drawn.width_mm:g}"}
    _layer(element, "SimpleLine", {**stroke, **pattern}, drawn_at=1)
    if drawn.double:
        blank = {"line_color": rgba(PAPER), "line_width": f"{drawn.width_mm * INSIDE:g}"}
        _layer(element, "SimpleLine", {**blank, **pattern}, drawn_at=2)
    for number, ticks in enumerate(drawn.ticks, start=len(element)):
        _ticks(element, f"@{name}@{number}", drawn, ticks)
    return element


def _ticks(element: ET.Element, name: str, drawn: LineSymbol, ticks: Ticks) -> None:
    placed = {"interval": f"{ticks.step_mm:g}", "interval_unit": "MM", "placement": "interval"}
    bars = _layer(element, "MarkerLine", placed, drawn_at=1)
    marker = ET.SubElement(bars, "symbol", type="marker", name=name, alpha="1")
    size = {"name": "line", "size": f"{ticks.grows * drawn.width_mm:g}", "size_unit": "MM"}
    outline = {"outline_color": rgba(drawn.colour), "outline_width": f"{ticks.thick_mm:g}"}
    drawn_as = {"outline_width_unit": "MM", "outline_style": "solid", "cap_style": "flat"}
    _layer(marker, "SimpleMarker", {**size, **outline, **drawn_as}, drawn_at=0)


def _dot(name: str, drawn: NodeSymbol) -> ET.Element:
    element = ET.Element("symbol", type="marker", name=name, alpha="1", clip_to_extent="1")
    options = {
        "name": "circle",
        "color": rgba(drawn.fill),
        "size": f"{drawn.size_mm:g}",
        "size_unit": "MM",
        "outline_color": rgba(drawn.outline),
        "outline_width": "0.3",
        "outline_width_unit": "MM",
        "outline_style": "solid",
    }
    _layer(element, "SimpleMarker", options, drawn_at=0)
    return element


def _area(name: str, drawn: GroundSymbol) -> ET.Element:
    element = ET.Element("symbol", type="fill", name=name, alpha="1", clip_to_extent="1")
    options = {
        "color": rgba(drawn.land),
        "style": "solid",
        "outline_color": rgba(drawn.border),
        "outline_width": "0.2",
        "outline_width_unit": "MM",
        "outline_style": "solid",
        "joinstyle": "round",
    }
    _layer(element, "SimpleFill", options, drawn_at=0)
    return element


def _dashes(drawn: LineSymbol) -> dict[str, str]:
    """Dashes and caps; the seam has them too, so that the ground shows between the dashes."""
    cap = {"round": "round", "butt": "flat"}[drawn.cap]
    if not drawn.dash_mm:
        return {"use_custom_dash": "0", "capstyle": cap}
    pattern = ";".join(f"{part:g}" for part in drawn.dash_mm)
    return {"use_custom_dash": "1", "customdash": pattern, "customdash_unit": "MM", "capstyle": cap}


def _layer(parent: ET.Element, kind: str, options: Mapping[str, str | bool], *, drawn_at: int) -> ET.Element:
    layer = ET.SubElement(
        parent, "layer", {"class": kind, "enabled": "1", "locked": "0", "pass": str(drawn_at)}
    )
    properties(layer, options)
    return layer

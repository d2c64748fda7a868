"""QGIS styles: one rule, with a fixed symbol, for each corridor, mode and status that occurs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

import pandas as pd

from layers.symbols import LineSymbol, NodeSymbol, line_symbol, node_symbol, symbols

QGIS_VERSION = "3.22.16"
"""The oldest QGIS that the styles are tested with; newer ones read them too."""

CASING_MM = 0.35
"""White seam on each side of a line, so that crossings read."""

_DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"


def segments_qml(segments: pd.DataFrame) -> str:
    """
    Make the style of a layer of segments.

    Parameters
    ----------
    segments
        Segments with `corridor`, `mode` and `status`.

    Returns
    -------
    qml
        A QGIS style: rules by corridor, mode and status, labelled with the name of the line.
    """
    keys = (
        segments[["corridor", "mode", "status"]].drop_duplicates().sort_values(["corridor", "mode", "status"])
    )
    rules: list[tuple[str, str, ET.Element]] = []
    for corridor, mode, status in keys.itertuples(index=False):
        table = symbols()
        label = f"{table.mode[mode].label.en}, {table.status[status].label.en}"
        where = f"\"corridor\" = '{corridor}' AND \"mode\" = '{mode}' AND \"status\" = '{status}'"
        symbol = _line(str(len(rules)), line_symbol(corridor=corridor, mode=mode, status=status))
        rules.append((where, label, symbol))
    return _document(rules, geometry=1, label="line", placement={"placement": "2", "placementFlags": "10"})


def nodes_qml(nodes: pd.DataFrame) -> str:
    """
    Make the style of a layer of nodes.

    Parameters
    ----------
    nodes
        Nodes with `kind`.

    Returns
    -------
    qml
        A QGIS style: rules by kind, labelled with the name.
    """
    rules = [
        (f"\"kind\" = '{kind}'", node_symbol(kind).label.en, _dot(str(number), node_symbol(kind)))
        for number, kind in enumerate(sorted(set(nodes["kind"])))
    ]
    return _document(rules, geometry=0, label="name", placement={"placement": "6", "dist": "1"})


def _document(
    rules: Iterable[tuple[str, str, ET.Element]], *, geometry: int, label: str, placement: Mapping[str, str]
) -> str:
    root = ET.Element("qgis", version=QGIS_VERSION, styleCategories="Symbology|Labeling", labelsEnabled="1")
    renderer = ET.SubElement(root, "renderer-v2", type="RuleRenderer", symbollevels="1", forceraster="0")
    tree = ET.SubElement(renderer, "rules", key="root")
    drawn = ET.SubElement(renderer, "symbols")
    for number, (where, text, symbol) in enumerate(rules):
        ET.SubElement(tree, "rule", key=f"rule{number}", symbol=str(number), filter=where, label=text)
        drawn.append(symbol)
    _labels(root, label, placement)
    ET.SubElement(root, "layerGeometryType").text = str(geometry)
    ET.indent(root)
    return _DOCTYPE + ET.tostring(root, encoding="unicode") + "\n"


def _labels(root: ET.Element, field: str, placement: Mapping[str, str]) -> None:
    labeling = ET.SubElement(root, "labeling", type="simple")
    settings = ET.SubElement(labeling, "settings", calloutType="simple")
    style = ET.SubElement(
        settings,
        "text-style",
        fieldName=field,
        isExpression="0",
        fontFamily="Sans Serif",
        fontSize="8",
        fontSizeUnit="Point",
        textColor="34,38,43,255",
        textOpacity="1",
    )
    ET.SubElement(
        style,
        "text-buffer",
        bufferDraw="1",
        bufferSize="0.8",
        bufferSizeUnits="MM",
        bufferColor="255,255,255,255",
    )
    ET.SubElement(settings, "placement", {"priority": "5", "distUnits": "MM", **placement})
    ET.SubElement(settings, "rendering", drawLabels="1", obstacle="1", mergeLines="1")


def _line(name: str, symbol: LineSymbol) -> ET.Element:
    element = ET.Element("symbol", type="line", name=name, alpha=f"{symbol.opacity:g}", clip_to_extent="1")
    pattern = {**_dashes(symbol), "joinstyle": "round", "line_width_unit": "MM", "line_style": "solid"}
    casing = {"line_color": "255,255,255,255", "line_width": f"{symbol.width_mm + 2 * CASING_MM:g}"}
    _layer(element, "SimpleLine", {**casing, **pattern}, drawn_at=0)
    stroke = {"line_color": _rgba(symbol.colour), "line_width": f"{symbol.width_mm:g}"}
    _layer(element, "SimpleLine", {**stroke, **pattern}, drawn_at=1)
    if symbol.bars:
        bars = _layer(
            element,
            "MarkerLine",
            {"interval": "3", "interval_unit": "MM", "placement": "interval"},
            drawn_at=1,
        )
        marker = ET.SubElement(bars, "symbol", type="marker", name=f"@{name}@2", alpha="1")
        size = {"name": "line", "size": f"{3 * symbol.width_mm:g}", "size_unit": "MM"}
        outline = {"outline_color": _rgba(symbol.colour), "outline_width": "0.4", "outline_width_unit": "MM"}
        _layer(marker, "SimpleMarker", {**size, **outline, "outline_style": "solid"}, drawn_at=0)
    return element


def _dot(name: str, symbol: NodeSymbol) -> ET.Element:
    element = ET.Element("symbol", type="marker", name=name, alpha="1", clip_to_extent="1")
    options = {
        "name": "circle",
        "color": _rgba(symbol.fill),
        "size": f"{symbol.size_mm:g}",
        "size_unit": "MM",
        "outline_color": _rgba(symbol.outline),
        "outline_width": "0.3",
        "outline_width_unit": "MM",
        "outline_style": "solid",
    }
    _layer(element, "SimpleMarker", options, drawn_at=0)
    return element


def _dashes(symbol: LineSymbol) -> dict[str, str]:
    """Dashes and caps; the seam has them too, so that the ground shows between the dashes."""
    cap = {"round": "round", "butt": "flat"}[symbol.cap]
    if not symbol.dash_mm:
        return {"use_custom_dash": "0", "capstyle": cap}
    pattern = ";".join(f"{part:g}" for part in symbol.dash_mm)
    return {"use_custom_dash": "1", "customdash": pattern, "customdash_unit": "MM", "capstyle": cap}


def _layer(symbol: ET.Element, kind: str, options: Mapping[str, str], *, drawn_at: int) -> ET.Element:
    layer = ET.SubElement(
        symbol, "layer", {"class": kind, "enabled": "1", "locked": "0", "pass": str(drawn_at)}
    )
    properties = ET.SubElement(layer, "Option", type="Map")
    for key, value in options.items():
        ET.SubElement(properties, "Option", name=key, value=value, type="QString")
    return layer


def _rgba(colour: str) -> str:
    return ",".join(str(int(colour[start : start + 2], 16)) for start in (1, 3, 5)) + ",255"

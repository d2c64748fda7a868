"""Layer styles of QGIS: rules, labels, headings of columns, forms and map tips."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from layers.columns import columns, heading
from layers.symbols import INK, PAPER, symbols
from layers.write.elements import QGIS_VERSION, data_defined, document, properties, rgba, sub
from layers.write.layer import Layer, Shape
from layers.write.qgis_symbols import symbol

CODES = {Shape.point: "0", Shape.line: "1", Shape.area: "2"}
"""What QGIS calls the geometry types."""

_PLACEMENT = {
    Shape.point: {
        "placement": "6",
        "dist": "0.4",
        "offsetType": "1",
        "predefinedPositionOrder": "R,L,TR,BR,TL,BL,TSR,BSR",
    },
    Shape.line: {"placement": "2", "placementFlags": "10", "dist": "0.4"},
    Shape.area: {"placement": "4"},
}


def text(layer: Layer) -> str:
    """
    Write the style of a layer as a document of its own.

    Parameters
    ----------
    layer
        What is drawn and labelled.

    Returns
    -------
    qml
        A style that QGIS loads with the layer: symbols, labels, headings and map tip.
    """
    categories = "Symbology|Labeling|Fields|Forms|MapTips"
    root = ET.Element("qgis", version=QGIS_VERSION, styleCategories=categories, labelsEnabled="1")
    root.extend(elements(layer))
    return document(root)


def elements(layer: Layer, *, tip: str = "") -> Iterator[ET.Element]:
    """
    Write the parts that a style document and a layer of a project have in common.

    Parameters
    ----------
    layer
        What is drawn and labelled.
    tip
        HTML that the map tip shows after the feature's own figures.

    Yields
    ------
    element
        Renderer, labels, headings and forms of the columns, map tip, geometry type.
    """
    yield _renderer(layer)
    yield _labeling(layer)
    yield from fields(layer.table)
    yield _element("mapTip", _tip(layer) + tip)
    yield _element("previewExpression", f'"{"name" if "name" in columns()[layer.table] else "id"}"')
    yield _element("layerGeometryType", CODES[layer.shape])


def fields(table: str) -> Iterator[ET.Element]:
    """
    Write the headings over columns and in forms; the row number of the file is hidden.

    Parameters
    ----------
    table
        Name of the table in `columns.toml`.

    Yields
    ------
    element
        Widgets of the columns, and their headings.
    """
    configuration, aliases = ET.Element("fieldConfiguration"), ET.Element("aliases")
    _widget(configuration, "fid", "Hidden", {})
    for name, column in columns()[table].items():
        sub(aliases, "alias", field=name, name=heading(name, column))
        if name == "address":
            link: Mapping[str, str | bool] = {"FileWidget": True, "UseLink": True, "FullUrl": True}
            _widget(configuration, name, "ExternalResource", link)
        elif name == "note":
            _widget(configuration, name, "TextEdit", {"IsMultiline": True})
    yield configuration
    yield aliases


def _element(tag: str, content: str) -> ET.Element:
    element = ET.Element(tag)
    element.text = content
    return element


def _renderer(layer: Layer) -> ET.Element:
    renderer = ET.Element("renderer-v2", type="RuleRenderer", symbollevels="1", forceraster="0")
    tree = sub(renderer, "rules", key="root")
    drawn = sub(renderer, "symbols")
    for number, rule in enumerate(layer.rules):
        where = {"filter": rule.where} if rule.where else {}
        sub(tree, "rule", key=f"rule{number}", symbol=str(number), label=rule.label, **where)
        drawn.append(symbol(str(number), rule.symbol))
    return renderer


def _labeling(layer: Layer) -> ET.Element:
    element = ET.Element("labeling", type="simple")
    settings = sub(element, "settings", calloutType="simple")
    style = sub(settings, "text-style", **_text_style(layer))
    buffer = {"bufferDraw": "0" if layer.shape is Shape.area else "1", "bufferSize": "0.7"}
    sub(style, "text-buffer", **buffer, bufferSizeUnits="MM", bufferColor=rgba(PAPER))
    sub(settings, "placement", priority="5", distUnits="MM", **_PLACEMENT[layer.shape])
    obstacle = "0" if layer.shape is Shape.area else "1"
    sub(settings, "rendering", drawLabels="1", obstacle=obstacle, mergeLines="1", upsidedownLabels="0")
    data_defined(settings, "dd_properties", {"Show": layer.labels.shown, "Priority": layer.labels.weight})
    return element


def _text_style(layer: Layer) -> dict[str, str]:
    style = {
        "fieldName": layer.labels.field,
        "isExpression": "0",
        "fontFamily": "DejaVu Sans",
        "fontSize": "7.5" if layer.shape is Shape.line else "8",
        "fontSizeUnit": "Point",
        "fontItalic": "1" if layer.shape is Shape.line else "0",
        "textColor": rgba(INK),
        "textOpacity": "1",
    }
    if layer.shape is Shape.area:
        style |= {"textColor": rgba(symbols().ground.land_name), "capitalization": "1"}
        style |= {"fontSize": "7", "fontLetterSpacing": "0.8"}
    return style


def _widget(parent: ET.Element, field: str, kind: str, options: Mapping[str, str | bool]) -> None:
    element = sub(parent, "field", name=field, configurationFlags="None")
    properties(sub(sub(element, "editWidget", type=kind), "config"), options)


def _tip(layer: Layer) -> str:
    """Write what stands beside the pointer: the name, then the figures that are known."""
    fields = columns()[layer.table]
    shown = [
        name
        for name in ("line", "kind", "mode", "status", "operator", "length_km", "accuracy_km", "boundaries")
        if name in fields
    ]
    rows = ""
    for name in shown:
        known = f"'<br>{heading(name, fields[name])}: ' || {_safe(name)}"
        rows += f"[% if(coalesce(\"{name}\", '') = '', '', {known}) %]"
    return f"<b>[% {_safe('name')} %]</b>{rows}"


def _safe(field: str) -> str:
    """Text of a field as HTML, in which nothing of the data is markup."""
    return f"replace(replace(to_string(\"{field}\"), '&', '&amp;'), '<', '&lt;')"

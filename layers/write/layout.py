"""The print layout of the QGIS project: one A3 page with title, map, legend, scale bar and sources."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from pyproj import CRS

from layers.atlas import Atlas
from layers.symbols import INK, PAPER, symbols
from layers.write.elements import plain, spatial_reference, sub

Box = tuple[float, float, float, float]
"""West, south, east, north, metres of the projection; on paper: left, top, width, height, millimetres."""

NAME = "A3"
PAGE = (420.0, 297.0)
TITLE_AT: Box = (12, 10, 396, 12)
MAP_AT: Box = (12, 24, 396, 186)
LEGEND_AT: Box = (11, 211, 398, 70)
SCALE_AT: Box = (15, 195, 90, 12)
SOURCES_AT: Box = (12, 282, 396, 9)

MARGIN = 0.05
"""How much the map shows beyond the corridors, as a share of their extent."""

BAR_MM = 60.0
"""How long the scale bar is at most."""

_FONT = "DejaVu Sans,{size},-1,5,{weight},0,0,0,0,0"
_MAP, _PAGE, _LABEL, _LEGEND, _SCALE = "65639", "65638", "65641", "65642", "65646"
_MAP_ID = "{00000000-0000-0000-0000-000000000001}"


def add(
    root: ET.Element, atlas: Atlas, *, shown: Box, legend: Sequence[tuple[str, str]], footnote: str
) -> None:
    """
    Add the layout to a project.

    Parameters
    ----------
    root
        The project.
    atlas
        The checked catalogue: sources and date.
    shown
        What the map must show.
    legend
        Heading and layer, in order.
    footnote
        What must be said below any map of these borders.
    """
    layout = sub(sub(root, "Layouts"), "Layout", name=NAME, units="mm", printResolution="300")
    pages = sub(layout, "PageCollection")
    _item(pages, _PAGE, (0, 0, *PAGE), number=0)
    extent = fitted(shown, MAP_AT)
    kilometres = scale_step_km(extent, MAP_AT)
    _label(
        layout, "Corridors: gas, power, rail and sea between Asia, the Caspian and Europe", TITLE_AT, size=20
    )
    drawn = _item(layout, _MAP, MAP_AT, number=1, frame=True, ground=symbols().ground.sea)
    sub(drawn, "Extent", **_edges(extent))
    _legend(layout, legend)
    bar = _item(layout, _SCALE, SCALE_AT, number=4, ground=PAPER)
    bar.attrib |= {
        "mapUuid": _MAP_ID,
        "style": "Single Box",
        "unitType": "km",
        "unitLabel": "km",
        "numUnitsPerSegment": f"{kilometres:g}",
        "numMapUnitsPerScaleBarUnit": "1",
        "numSegments": "2",
        "numSegmentsLeft": "0",
        "height": "2",
        "labelBarSpace": "1",
        "boxContentSpace": "1",
    }
    sub(
        bar,
        "text-style",
        fontFamily="DejaVu Sans",
        fontSize="8",
        fontSizeUnit="Point",
        textColor="34,38,43,255",
    )
    _label(
        layout,
        plain(f"{'. '.join(atlas.credits)}. Borders: {atlas.boundaries}. As of {atlas.as_of}. {footnote}"),
        SOURCES_AT,
        size=6,
    )


def default_view(root: ET.Element, projection: CRS, *, shown: Box) -> None:
    """
    Add what the project shows when it opens.

    Parameters
    ----------
    root
        The project.
    projection
        Its coordinate system.
    shown
        What is to be seen.
    """
    settings = sub(root, "ProjectViewSettings", UseProjectScales="0")
    view = sub(settings, "DefaultViewExtent", **_edges(fitted(shown, MAP_AT)))
    spatial_reference(view, projection)


def fitted(shown: Box, paper: Box) -> Box:
    """
    Widen an extent with a margin to the proportions of a rectangle on paper.

    Parameters
    ----------
    shown
        What must be seen, metres.
    paper
        The rectangle, millimetres.

    Returns
    -------
    extent
        The same middle; width to height as on paper.

    Examples
    --------
    >>> [round(edge) for edge in fitted((0, 0, 100, 100), (0, 0, 200, 100))]
    [-60, -5, 160, 105]
    """
    west, south, east, north = shown
    *_, paper_width, paper_height = paper
    height = (1 + 2 * MARGIN) * max(north - south, (east - west) * paper_height / paper_width)
    width = height * paper_width / paper_height
    lon, lat = (west + east) / 2, (south + north) / 2
    return (lon - width / 2, lat - height / 2, lon + width / 2, lat + height / 2)


def scale_step_km(extent: Box, paper: Box) -> float:
    """
    Choose how long each half of the scale bar is.

    Parameters
    ----------
    extent
        What the map shows, metres.
    paper
        Its rectangle, millimetres.

    Returns
    -------
    step_km
        1, 2 or 5 times a power of ten, kilometres; two of them are at most `BAR_MM` long.

    Examples
    --------
    >>> scale_step_km((0.0, 0.0, 3_000_000.0, 1.0), (0.0, 0.0, 300.0, 1.0))
    200.0
    """
    most = (extent[2] - extent[0]) / 1000 / paper[2] * BAR_MM / 2
    steps = [digit * 10.0**power for power in range(5) for digit in (1, 2, 5)]
    return max(step for step in steps if step <= max(most, 1.0))


def _legend(layout: ET.Element, entries: Sequence[tuple[str, str]]) -> None:
    legend = _item(layout, _LEGEND, LEGEND_AT, number=3)
    legend.attrib |= {
        "map_uuid": _MAP_ID,
        "resizeToContents": "1",
        "symbolWidth": "9",
        "symbolHeight": "2.6",
        "columnCount": "5",
        "splitLayer": "0",
        "columnSpace": "3",
        "boxSpace": "1",
        "fontColor": INK,
        "lineSpacing": "0.8",
    }
    styles = sub(legend, "styles")
    spaces = {
        "group": ("7.5", {"marginTop": "2.2"}),
        "subgroup": ("7.5", {"marginTop": "2.2"}),
        "symbol": ("6.5", {"marginTop": "0.9"}),
        "symbolLabel": ("6.5", {"marginTop": "0.9", "marginLeft": "1.2"}),
    }
    for name, (size, margins) in spaces.items():
        style = sub(styles, "style", name=name, alignment="1", **margins)
        sub(style, "styleFont", description=_FONT.format(size=size, weight=75 if "group" in name else 50))
    tree = sub(legend, "layer-tree-group")
    for heading, layer in entries:
        listed = sub(tree, "layer-tree-layer", id=layer, name=heading, checked="Qt::Checked", expanded="1")
        named = sub(sub(listed, "customproperties"), "Option", type="Map")
        sub(named, "Option", name="cached_name", value=heading, type="QString")
        sub(named, "Option", name="legend/title-label", value=heading, type="QString")


def _label(layout: ET.Element, words: str, at: Box, *, size: int) -> None:
    label = _item(layout, _LABEL, at, number=2)
    label.attrib |= {"labelText": words, "halign": "1", "valign": "32", "marginX": "0", "marginY": "0"}
    sub(label, "LabelFont", description=_FONT.format(size=size, weight=75 if size > 10 else 50))
    red, green, blue = (str(int(INK[start : start + 2], 16)) for start in (1, 3, 5))
    sub(label, "FontColor", red=red, green=green, blue=blue, alpha="255")


def _item(
    parent: ET.Element, kind: str, at: Box, *, number: int, frame: bool = False, ground: str = ""
) -> ET.Element:
    left, top, width, height = at
    item = sub(
        parent,
        "LayoutItem",
        type=kind,
        uuid=f"{{00000000-0000-0000-0000-00000000000{number}}}",
        position=f"{left},{top},mm",
        positionOnPage=f"{left},{top},mm",
        size=f"{width},{height},mm",
        referencePoint="0",
        frame=str(frame).lower(),
        background=str(bool(ground) or kind == _PAGE).lower(),
        outlineWidthM="0.2,mm",
        opacity="1",
        visibility="1",
        zValue=str(number),
    )
    if ground:
        red, green, blue = (str(int(ground[start : start + 2], 16)) for start in (1, 3, 5))
        sub(item, "BackgroundColor", red=red, green=green, blue=blue, alpha="255")
    return item


def _edges(box: Box) -> dict[str, str]:
    return dict(zip(("xmin", "ymin", "xmax", "ymax"), (f"{edge:.1f}" for edge in box), strict=True))

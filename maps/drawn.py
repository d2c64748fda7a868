"""What a page draws: segments and nodes with their looks, names and cards, everything escaped."""

from __future__ import annotations

import geopandas as gpd

from geo.lines import thin
from geo.metrics import published_lengths
from layers import Atlas
from layers.symbols import line_symbol, node_symbol
from maps.cards import SKETCH_FROM_KM, node_card, segment_card
from maps.text import escape

PX_PER_MM = 4.0
"""A page draws a millimetre of `symbols.toml` as this many pixels."""

DRAWN_WITHIN_KM = 0.05
"""How far a drawn line may leave the measured one: less than a pixel at the closest zoom."""

SKETCH_OPACITY = 0.75
"""A line drawn from a sketch is drawn softer, by this factor."""


def routes(segments: gpd.GeoDataFrame, atlas: Atlas) -> gpd.GeoDataFrame:
    """
    Dress segments for a page.

    Parameters
    ----------
    segments
        Rows of the atlas's segments.
    atlas
        The checked catalogue.

    Returns
    -------
    routes
        One row a segment, thinned to `DRAWN_WITHIN_KM`: `id`, `line`, `status`, `bars`, `style` (for
        Leaflet), `label` and `card`; text is escaped.
    """
    rows = []
    lines = published_lengths(segments, atlas.spans, by=["line"]).set_index("line")
    for _, segment in segments.iterrows():
        symbol = line_symbol(corridor=segment["corridor"], mode=segment["mode"], status=segment["status"])
        soft = SKETCH_OPACITY if segment["accuracy_km"] >= SKETCH_FROM_KM else 1.0
        style = {
            "color": symbol.colour,
            "weight": round(symbol.width_mm * PX_PER_MM, 2),
            "opacity": round(symbol.opacity * soft, 3),
            "dashArray": dashes(symbol.dash_mm),
            "lineCap": symbol.cap,
        }
        label = (
            f"{segment['line']}: {segment['name']}" if segment["line"] != segment["name"] else segment["name"]
        )
        rows.append(
            {
                "id": segment["id"],
                "line": escape(segment["line"]),
                "status": segment["status"],
                "bars": symbol.bars,
                "style": style,
                "label": escape(label),
                "card": segment_card(segment, lines.loc[[segment["line"]]].iloc[0], atlas),
            }
        )
    return gpd.GeoDataFrame(
        rows, geometry=thin(segments.geometry, tolerance_km=DRAWN_WITHIN_KM).to_numpy(), crs=segments.crs
    )


def places(nodes: gpd.GeoDataFrame, atlas: Atlas, *, ends: set[str]) -> gpd.GeoDataFrame:
    """
    Dress nodes for a page.

    Parameters
    ----------
    nodes
        Rows of the atlas's nodes.
    atlas
        The checked catalogue.
    ends
        Nodes that show from afar, whatever stands there.

    Returns
    -------
    places
        One row a node: `id`, `level` of detail from which it shows, `style` (for Leaflet), `label` and
        `card`; text is escaped.
    """
    rows = []
    for _, node in nodes.iterrows():
        symbol = node_symbol(node["kind"])
        style = {
            "radius": symbol.size_mm * PX_PER_MM / 2,
            "fillColor": symbol.fill,
            "color": symbol.outline,
        }
        rows.append(
            {
                "id": node["id"],
                "level": 1 if node["id"] in ends else symbol.level,
                "style": style,
                "label": escape(node["name"]),
                "card": node_card(node, atlas),
            }
        )
    return gpd.GeoDataFrame(rows, geometry=nodes.geometry.to_numpy(), crs=nodes.crs)


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

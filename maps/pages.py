"""A page as a frozen description: title, layers in drawing order, legend, figures, credits."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from geo.lines import thin
from geo.metrics import published_lengths, route_metrics
from layers import Atlas
from layers.model import Status
from layers.symbols import line_symbol, node_symbol, symbols
from maps.background import Background, background
from maps.cards import SKETCH_FROM_KM, node_card, segment_card
from maps.text import escape, kilometres, number, signed_pct

PX_PER_MM = 4.0
"""A page draws a millimetre of `symbols.toml` as this many pixels."""

DRAWN_WITHIN_KM = 0.05
"""How far a drawn line may leave the measured one: less than a pixel at the closest zoom."""

MARGIN_DEG = (7.0, 5.0)
"""How much ground shows beyond the corridor, in longitude and latitude."""

SKETCH_OPACITY = 0.75
"""A line drawn from a sketch is drawn softer, by this factor."""

KOSOVO = (
    "* This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 "
    "and the ICJ opinion on the Kosovo declaration of independence."
)


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """
    One row of the legend, which also switches a layer.

    Attributes
    ----------
    status
        The status it stands for.
    label, meaning
        What it is called, and what that means.
    colour, dash, weight, cap, bars
        The line of the swatch: pixels.
    length
        Kilometres, as text.
    """

    status: str
    label: str
    meaning: str
    colour: str
    dash: str
    weight: float
    cap: str
    bars: bool
    length: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """One row of the table of lines: the line, measured, published, deviation; as text."""

    line: str
    measured: str
    published: str
    deviation: str


@dataclass(frozen=True, slots=True)
class Page:
    """
    Everything that a page shows. All text of data in `routes` and `nodes` is escaped.

    Attributes
    ----------
    name
        File name without its ending.
    title, description
        What the page is about.
    colour
        The corridor's colour, `#rrggbb`.
    pages
        The pages of all corridors, to go from one to another: name and title.
    figures
        Key figures: value and what it is.
    shares
        Share of the main route by status, per cent, for the bar.
    legend
        Statuses that occur, in the order of the vocabulary.
    shared
        Corridors whose segments are drawn here too: title and colour.
    node_kinds
        Kinds of node that occur: label and fill.
    lines
        The table of lines.
    routes, nodes
        What is drawn, with `style`, `label` and `card` for each feature.
    ground
        Land and names below.
    extent
        West, south, east, north of what is to be seen first, degrees.
    credits
        Where data and ground come from.
    as_of
        The day that the page speaks of.
    """

    name: str
    title: str
    description: str
    colour: str
    pages: tuple[tuple[str, str], ...]
    figures: tuple[tuple[str, str], ...]
    shares: tuple[tuple[str, str, float], ...]
    legend: tuple[LegendEntry, ...]
    shared: tuple[tuple[str, str], ...]
    node_kinds: tuple[tuple[str, str], ...]
    lines: tuple[LineRow, ...]
    routes: gpd.GeoDataFrame
    nodes: gpd.GeoDataFrame
    ground: Background
    extent: tuple[float, float, float, float]
    credits: tuple[str, ...]
    as_of: str


def describe(atlas: Atlas, corridor: str) -> Page:
    """
    Describe the page of one corridor.

    Parameters
    ----------
    atlas
        The checked catalogue.
    corridor
        Identifier of a corridor.

    Returns
    -------
    page
        The description, ready to be drawn.

    Raises
    ------
    UnknownNameError
        If there is no such corridor.
    """
    segments, nodes = atlas.segments_of(corridor), atlas.nodes_of(corridor)
    row = atlas.corridors.loc[[corridor]].iloc[0]
    main = tuple(row["main"])
    metrics = route_metrics(atlas.segments, main={corridor: main}).iloc[0]
    west, south, east, north = (round(float(edge), 3) for edge in segments.total_bounds)
    frame = (west - MARGIN_DEG[0], south - MARGIN_DEG[1], east + MARGIN_DEG[0], north + MARGIN_DEG[1])
    ground = background(frame)
    return Page(
        name=corridor,
        title=str(row["title_en"]),
        description=str(row["description_en"]),
        colour=symbols().corridor[corridor],
        pages=tuple(zip(atlas.corridors["id"], atlas.corridors["title_en"], strict=True)),
        figures=_figures(metrics),
        shares=_shares(atlas, main),
        legend=_legend(segments, corridor),
        shared=_shared(atlas, segments, corridor),
        node_kinds=_node_kinds(nodes),
        lines=_lines(segments, atlas.spans),
        routes=_routes(segments, atlas),
        nodes=_nodes(nodes, atlas, _ends(atlas, main)),
        ground=ground,
        extent=(west, south, east, north),
        credits=_credits(atlas, ground),
        as_of=atlas.as_of,
    )


def _figures(metrics: pd.Series[float]) -> tuple[tuple[str, str], ...]:
    share = number(float(metrics["operating_share_pct"]))
    return (
        (kilometres(float(metrics["main_length_km"])), "main route"),
        (f"{share} %", "of it operates"),
        (number(float(metrics["border_crossings"])), "borders crossed"),
        (kilometres(float(metrics["country_km"])), "in Serbia"),
    )


def _shares(atlas: Atlas, main: tuple[str, ...]) -> tuple[tuple[str, str, float], ...]:
    route = atlas.segments.loc[list(main)]
    by_status = route.groupby("status")["length_km"].sum()
    table = symbols().status
    return tuple(
        (
            status.value,
            table[status].label.en,
            round(100 * float(by_status[status.value] / by_status.sum()), 1),
        )
        for status in Status
        if status.value in by_status.index
    )


def _legend(segments: gpd.GeoDataFrame, corridor: str) -> tuple[LegendEntry, ...]:
    entries = []
    for status in Status:
        here = segments[segments["status"] == status.value]
        if here.empty:
            continue
        symbol = line_symbol(corridor=corridor, mode=here["mode"].iloc[0], status=status.value)
        words = symbols().status[status]
        entries.append(
            LegendEntry(
                status=status.value,
                label=words.label.en,
                meaning=words.meaning.en,
                colour=symbol.colour,
                dash=_px(symbol.dash_mm),
                weight=round(symbol.width_mm * PX_PER_MM, 2),
                cap=symbol.cap,
                bars=symbol.bars,
                length=kilometres(float(here["length_km"].sum())),
            )
        )
    return tuple(entries)


def _shared(atlas: Atlas, segments: gpd.GeoDataFrame, corridor: str) -> tuple[tuple[str, str], ...]:
    owners = [name for name in dict.fromkeys(segments["corridor"]) if name != corridor]
    return tuple((str(atlas.corridors["title_en"][name]), symbols().corridor[name]) for name in owners)


def _node_kinds(nodes: gpd.GeoDataFrame) -> tuple[tuple[str, str], ...]:
    kinds = sorted(set(nodes["kind"]), key=lambda kind: (node_symbol(kind).level, kind))
    return tuple((node_symbol(kind).label.en, node_symbol(kind).fill) for kind in kinds)


def _lines(segments: gpd.GeoDataFrame, spans: pd.DataFrame) -> tuple[LineRow, ...]:
    table = published_lengths(segments, spans, by=["line"]).set_index("line")
    rows = table.loc[list(dict.fromkeys(segments["line"]))]
    return tuple(
        LineRow(
            line=str(line),
            measured=kilometres(float(row["length_km"])),
            published=kilometres(float(row["published_length_km"])) if row.notna().all() else "",
            deviation=signed_pct(float(row["deviation_pct"])) if row.notna().all() else "",
        )
        for line, row in rows.iterrows()
    )


def _routes(segments: gpd.GeoDataFrame, atlas: Atlas) -> gpd.GeoDataFrame:
    rows = []
    lines = published_lengths(segments, atlas.spans, by=["line"]).set_index("line")
    for _, segment in segments.iterrows():
        symbol = line_symbol(corridor=segment["corridor"], mode=segment["mode"], status=segment["status"])
        soft = SKETCH_OPACITY if segment["accuracy_km"] >= SKETCH_FROM_KM else 1.0
        style = {
            "color": symbol.colour,
            "weight": round(symbol.width_mm * PX_PER_MM, 2),
            "opacity": round(symbol.opacity * soft, 3),
            "dashArray": _px(symbol.dash_mm),
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


def _ends(atlas: Atlas, main: tuple[str, ...]) -> set[str]:
    """Nodes where the main route begins and ends: those that only one of its segments touches."""
    route = atlas.segments.loc[list(main)]
    touched = pd.concat([route["from_node"], route["to_node"]])
    return set(touched[~touched.duplicated(keep=False)])


def _nodes(nodes: gpd.GeoDataFrame, atlas: Atlas, ends: set[str]) -> gpd.GeoDataFrame:
    rows = []
    for _, node in nodes.iterrows():
        symbol = node_symbol(node["kind"])
        style = {
            "radius": symbol.size_mm * PX_PER_MM / 2,
            "fillColor": symbol.fill,
            "color": "#22262b" if symbol.fill == "#ffffff" else "#ffffff",
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


def _credits(atlas: Atlas, ground: Background) -> tuple[str, ...]:
    licensors = atlas.sources[atlas.sources["role"] == "licensor"]
    named = tuple(f"{row.publisher} ({row.licence})" for row in licensors.itertuples())
    footnote = (KOSOVO,) if ground.land["name"].str.endswith("*").any() else ()
    return (*named, f"Borders: {atlas.boundaries}", "Map library: Leaflet", *footnote)


def _px(dash_mm: tuple[float, ...]) -> str:
    return " ".join(f"{part * PX_PER_MM:g}" for part in dash_mm)

"""A page as a frozen description: title, layers in drawing order, legend, figures, credits."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from geo.metrics import published_lengths, route_metrics
from layers import Atlas
from layers.model import Status
from layers.symbols import INK, line_symbol, node_symbol, symbols
from maps.background import Background, Frame, background
from maps.drawn import PX_PER_MM, dashes, places, routes
from maps.text import kilometres, number, signed_pct

MARGIN_DEG = (7.0, 5.0)
"""How much ground shows beyond the corridor, in longitude and latitude."""

FOCUS = "RS"
"""The country that the atlas is read for first."""

OVERVIEW = (
    "Where the corridors between the Caspian, Türkiye, the Black Sea and Serbia run: what stands, what is "
    "being built, what is planned, and what is only an idea. Every line and figure names its source."
)

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
class Colour:
    """
    What a colour of the map stands for.

    Attributes
    ----------
    text
        The corridor, or that segments are shared with it.
    colour
        `#rrggbb`.
    page
        Name of the corridor's page.
    """

    text: str
    colour: str
    page: str


@dataclass(frozen=True, slots=True)
class Table:
    """
    The table behind the map, as text.

    Attributes
    ----------
    title, hint
        What it shows, and how to read it.
    head
        Headings of the columns.
    rows
        Cells; the first of each row is its heading.
    """

    title: str
    hint: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


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
    focus
        Name of the country that the page is read for; it is named before all others.
    pages
        The pages of all corridors, to go from one to another: name and title.
    figures
        Key figures: value and what it is.
    shares_of, shares
        What the bar divides, and its shares by status, per cent.
    legend
        Statuses that occur, in the order of the vocabulary.
    colours
        Corridors that are drawn, where they are not the page's own.
    node_kinds
        Kinds of node that occur: label and fill.
    table
        The table behind the map.
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
    focus: str
    pages: tuple[tuple[str, str], ...]
    figures: tuple[tuple[str, str], ...]
    shares_of: str
    shares: tuple[tuple[str, str, float], ...]
    legend: tuple[LegendEntry, ...]
    colours: tuple[Colour, ...]
    node_kinds: tuple[tuple[str, str], ...]
    table: Table
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
    main = atlas.main_routes[corridor]
    metrics = route_metrics(atlas.segments, main={corridor: main}).iloc[0]
    extent, ground = _ground(segments)
    return Page(
        name=corridor,
        title=str(row["title_en"]),
        description=str(row["description_en"]),
        colour=symbols().corridor[corridor],
        focus=atlas.countries[FOCUS],
        pages=_pages(atlas),
        figures=_figures(metrics),
        shares_of="Main route",
        shares=_shares(atlas.segments.loc[list(main)]),
        legend=_legend(segments, symbols().corridor[corridor]),
        colours=_shared(atlas, segments, corridor),
        node_kinds=_node_kinds(nodes),
        table=_lines(segments, atlas.spans),
        routes=routes(segments, atlas),
        nodes=places(nodes, atlas, ends=_ends(atlas, main)),
        ground=ground,
        extent=extent,
        credits=_credits(atlas, ground),
        as_of=atlas.as_of,
    )


def overview(atlas: Atlas) -> Page:
    """
    Describe the page of all corridors.

    Parameters
    ----------
    atlas
        The checked catalogue.

    Returns
    -------
    page
        The description, ready to be drawn.
    """
    segments = atlas.segments
    extent, ground = _ground(segments)
    metrics = route_metrics(segments, main=atlas.main_routes)
    ends = set().union(*(_ends(atlas, main) for main in atlas.main_routes.values()))
    return Page(
        name="index",
        title="Corridors",
        description=OVERVIEW,
        colour=INK,
        focus=atlas.countries[FOCUS],
        pages=_pages(atlas),
        figures=(
            (number(len(atlas.corridors)), "corridors"),
            (kilometres(float(segments["length_km"].sum())), "drawn in all"),
            (kilometres(float(segments.loc[segments["country"] == FOCUS, "length_km"].sum())), "in Serbia"),
            (number(len(atlas.sources)), "sources"),
        ),
        shares_of="All segments",
        shares=_shares(segments),
        legend=_legend(segments, INK),
        colours=tuple(
            Colour(title, symbols().corridor[name], name) for name, title in _pages(atlas) if name != "index"
        ),
        node_kinds=_node_kinds(atlas.nodes),
        table=_main_routes(atlas, metrics),
        routes=routes(segments, atlas),
        nodes=places(atlas.nodes, atlas, ends=ends),
        ground=ground,
        extent=extent,
        credits=_credits(atlas, ground),
        as_of=atlas.as_of,
    )


def _pages(atlas: Atlas) -> tuple[tuple[str, str], ...]:
    return (("index", "All corridors"), *zip(atlas.corridors["id"], atlas.corridors["title_en"], strict=True))


def _ground(segments: gpd.GeoDataFrame) -> tuple[Frame, Background]:
    """Find what is to be seen first, and the ground with a margin around it."""
    west, south, east, north = (round(float(edge), 3) for edge in segments.total_bounds)
    lon, lat = MARGIN_DEG
    return (west, south, east, north), background((west - lon, south - lat, east + lon, north + lat))


def _main_routes(atlas: Atlas, metrics: pd.DataFrame) -> Table:
    rows = tuple(
        (
            str(atlas.corridors["title_en"][str(corridor)]),
            kilometres(float(row["main_length_km"])),
            f"{number(float(row['operating_share_pct']))} %",
            kilometres(float(row["country_km"])),
        )
        for corridor, row in metrics.iterrows()
    )
    hint = "Kilometres in Serbia count all segments of a corridor, also those it shares."
    return Table("Main routes", hint, ("Corridor", "Length", "Operates", "In Serbia"), rows)


def _figures(metrics: pd.Series[float]) -> tuple[tuple[str, str], ...]:
    share = number(float(metrics["operating_share_pct"]))
    return (
        (kilometres(float(metrics["main_length_km"])), "main route"),
        (f"{share} %", "of it operates"),
        (number(float(metrics["border_crossings"])), "borders crossed"),
        (kilometres(float(metrics["country_km"])), "in Serbia"),
    )


def _shares(segments: gpd.GeoDataFrame) -> tuple[tuple[str, str, float], ...]:
    by_status = segments.groupby("status")["length_km"].sum()
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


def _legend(segments: gpd.GeoDataFrame, colour: str) -> tuple[LegendEntry, ...]:
    entries = []
    for status in Status:
        here = segments[segments["status"] == status.value]
        if here.empty:
            continue
        symbol = line_symbol(
            corridor=here["corridor"].iloc[0], mode=here["mode"].iloc[0], status=status.value
        )
        words = symbols().status[status]
        entries.append(
            LegendEntry(
                status=status.value,
                label=words.label.en,
                meaning=words.meaning.en,
                colour=colour,
                dash=dashes(symbol.dash_mm),
                weight=round(symbol.width_mm * PX_PER_MM, 2),
                cap=symbol.cap,
                bars=symbol.bars,
                length=kilometres(float(here["length_km"].sum())),
            )
        )
    return tuple(entries)


def _shared(atlas: Atlas, segments: gpd.GeoDataFrame, corridor: str) -> tuple[Colour, ...]:
    owners = [name for name in dict.fromkeys(segments["corridor"]) if name != corridor]
    titles = atlas.corridors["title_en"]
    return tuple(Colour(f"shared with {titles[name]}", symbols().corridor[name], name) for name in owners)


def _node_kinds(nodes: gpd.GeoDataFrame) -> tuple[tuple[str, str], ...]:
    kinds = sorted(set(nodes["kind"]), key=lambda kind: (node_symbol(kind).level, kind))
    return tuple((node_symbol(kind).label.en, node_symbol(kind).fill) for kind in kinds)


def _lines(segments: gpd.GeoDataFrame, spans: pd.DataFrame) -> Table:
    lengths = published_lengths(segments, spans, by=["line"]).set_index("line")
    lengths = lengths.loc[list(dict.fromkeys(segments["line"]))]
    rows = []
    for line, row in lengths.iterrows():
        known = row.notna().all()
        published = kilometres(float(row["published_length_km"])) if known else ""
        deviation = signed_pct(float(row["deviation_pct"])) if known else ""
        rows.append((str(line), kilometres(float(row["length_km"])), published, deviation))
    return Table(
        title="Lines, measured and published",
        hint="Measured on the WGS 84 ellipsoid. All segments of the line count, also branches.",
        head=("Line", "Measured", "Published", "Deviation"),
        rows=tuple(rows),
    )


def _ends(atlas: Atlas, main: tuple[str, ...]) -> set[str]:
    """Nodes where the main route begins and ends: those that only one of its segments touches."""
    route = atlas.segments.loc[list(main)]
    touched = pd.concat([route["from_node"], route["to_node"]])
    return set(touched[~touched.duplicated(keep=False)])


def _credits(atlas: Atlas, ground: Background) -> tuple[str, ...]:
    licensors = atlas.sources[atlas.sources["role"] == "licensor"]
    named = tuple(f"{row.publisher} ({row.licence})" for row in licensors.itertuples())
    footnote = (KOSOVO,) if ground.land["name"].str.endswith("*").any() else ()
    return (*named, f"Borders: {atlas.boundaries}", "Map library: Leaflet", *footnote)

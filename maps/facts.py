"""What a page knows: tables, names and looks as plain data, without anything hidden in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.lines import thin
from geo.metrics import published_lengths, route_metrics
from layers import Atlas
from layers.columns import cast, columns
from layers.model import Status
from layers.symbols import line_symbol, symbols
from maps.looks import PX_PER_MM, looks
from maps.naming import line_names
from maps.packed import packed
from maps.strands import slots, travelled
from maps.text import clean
from maps.words import every, translated

DRAWN_WITHIN_KM = 0.08
"""How far a drawn line may leave the measured one: about a pixel at the closest zoom."""

DECIMALS = 4
"""Decimals of a degree that drawn lines keep: 11 m."""

Facts = dict[str, Any]
"""Plain data: what JSON can hold."""


def atlas_facts(atlas: Atlas, shown: Sequence[str], *, focus: str) -> Facts:
    """
    Gather what a page knows of some corridors.

    Parameters
    ----------
    atlas
        The checked catalogue.
    shown
        Identifiers of the corridors that the page is about.
    focus
        Code of the country that the page is read for.

    Returns
    -------
    facts
        `corridors`, `segments`, `nodes`, `lines`, `sources` and `looks`, as `web/page.js` takes them.

    Raises
    ------
    UnknownNameError
        If there is no such corridor.
    """
    segments, nodes = atlas.segments_of(*shown), atlas.nodes_of(*shown)
    groups = corridor_facts(atlas, segments, shown=shown, focus=focus)
    return gathered(atlas, segments, nodes, groups=groups, ends=sorted(atlas.ends_of(*shown)))


def gathered(
    atlas: Atlas, segments: gpd.GeoDataFrame, nodes: gpd.GeoDataFrame, *, groups: Facts, ends: Sequence[str]
) -> Facts:
    """
    Gather what a page knows of some segments.

    Parameters
    ----------
    atlas
        The checked catalogue.
    segments, nodes
        What the page draws; `corridors` of a segment names groups.
    groups
        What the segments serve, by identifier: corridors, or journeys; in the order in which they lie
        beside one another.
    ends
        Nodes that show from afar.

    Returns
    -------
    facts
        `corridors`, `segments`, `nodes`, `lines`, `sources` and `looks`, as `web/page.js` takes them.
    """
    named = {name for joined in (*segments["sources"], *nodes["sources"]) for name in joined.split(";")}
    return {
        "corridors": groups,
        "segments": segment_facts(atlas, segments, order=list(groups)),
        "nodes": {**rows(nodes, "nodes"), "ends": list(ends)},
        "lines": line_facts(segments, atlas),
        "sources": source_facts(atlas, named),
        "looks": looks(segments, nodes),
    }


def source_facts(atlas: Atlas, names: Iterable[str]) -> Facts:
    """
    Say where facts are from.

    Parameters
    ----------
    atlas
        The checked catalogue.
    names
        Identifiers of sources.

    Returns
    -------
    sources
        By identifier: title, publisher, address, date of publication.
    """
    columns_shown = ["title", "publisher", "address", "published"]
    shown = atlas.sources.loc[sorted(set(names)), columns_shown]
    texts = zip(shown.index, shown.to_numpy(), strict=True)
    return {str(name): [clean(value) for value in row] for name, row in texts}


def rows(table: pd.DataFrame, name: str) -> Facts:
    """
    Turn a table into plain rows, with the columns that are promised for it.

    Parameters
    ----------
    table
        A table of the atlas.
    name
        Its name in `columns.toml`.

    Returns
    -------
    rows
        `columns`, and `rows` in their order; text without characters that mislead, missing as None.
    """
    plain = cast(pd.DataFrame(table).drop(columns="geometry", errors="ignore"), to=name)
    return {
        "columns": list(columns()[name]),
        "rows": [[_plain(value) for value in row] for row in plain.itertuples(index=False)],
    }


def corridor_facts(atlas: Atlas, segments: gpd.GeoDataFrame, *, shown: Sequence[str], focus: str) -> Facts:
    """
    Describe every corridor that some segments serve.

    Parameters
    ----------
    atlas
        The checked catalogue.
    segments
        What the page draws.
    shown
        Corridors that the page is about; others only share segments.
    focus
        Code of the country that the page is read for.

    Returns
    -------
    corridors
        By identifier, in the order of `symbols.toml`: `title`, `own`, `main_km`, `operating_pct`, `borders`,
        `focus_km`, `total_km`, and `shares` of the main route by status, kilometres.
    """
    titles = translated(atlas.corridors, "title")
    metrics = route_metrics(atlas.segments, main=atlas.main_routes, country=focus)
    serving = {name for joined in segments["corridors"] for name in joined.split(";")}
    facts = {}
    for name in [name for name in symbols().corridor if name in serving]:
        row = metrics.loc[[name]].iloc[0]
        facts[name] = {
            "title": every(titles[name]),
            "own": name in shown,
            "main_km": round(float(row["main_length_km"]), 1),
            "total_km": round(float(row["total_length_km"]), 1),
            "focus_km": round(float(row["country_km"]), 1),
            "operating_pct": round(float(row["operating_share_pct"]), 1),
            "borders": int(row["border_crossings"]),
            "shares": _by_status(atlas.segments.loc[list(atlas.main_routes[name])]),
        }
    return facts


def segment_facts(atlas: Atlas, segments: gpd.GeoDataFrame, *, order: Sequence[str]) -> Facts:
    """
    Describe segments and how they are drawn.

    Parameters
    ----------
    atlas
        The checked catalogue.
    segments
        Rows of its segments.
    order
        What they serve, in the order in which it lies beside one another.

    Returns
    -------
    segments
        `columns` and `rows`; in the same order `paths` (packed lines, thinned to `DRAWN_WITHIN_KM`), `slots`
        (corridor to place across the bundle), `ways` (1 or -1 on a main route, 0 elsewhere) and `widths`.
    """
    place = slots(segments, order)
    ways = travelled(atlas.segments, atlas.main_routes.values())
    drawn = thin(segments.geometry, tolerance_km=DRAWN_WITHIN_KM)
    looked_up = [
        line_symbol(corridor=row.corridor, mode=row.mode, status=row.status) for row in segments.itertuples()
    ]
    return {
        **rows(segments, "segments"),
        "decimals": DECIMALS,
        "paths": [packed(line, decimals=DECIMALS)[0] for line in drawn],
        "slots": [place[str(name)] for name in segments.index],
        "ways": [ways.get(str(name), 0) for name in segments.index],
        "widths": [round(symbol.width_mm * PX_PER_MM, 2) for symbol in looked_up],
    }


def line_facts(segments: gpd.GeoDataFrame, atlas: Atlas) -> Facts:
    """
    Name and measure whole lines, and by country.

    Parameters
    ----------
    segments
        Segments on the index `id`.
    atlas
        The checked catalogue that they are from.

    Returns
    -------
    lines
        By name in English: `title` in every language, `km`, `published_km`, `deviation_pct` (None where no
        publication speaks of exactly these segments) and `countries`, pairs of code and kilometres in the
        order of the line.
    """
    table = published_lengths(segments, atlas.spans, by=["line"]).set_index("line")
    by_country = segments.groupby(["line", "country"], sort=False)["length_km"].sum()
    titles = line_names(segments["line"], atlas.nodes)
    return {
        clean(line): {
            "title": titles[str(line)],
            "km": round(float(row["length_km"]), 1),
            "published_km": _plain(row["published_length_km"]),
            "deviation_pct": _plain(row["deviation_pct"]),
            "countries": [[code, round(float(km), 1)] for code, km in by_country[line].items()],
        }
        for line, row in table.loc[list(titles)].iterrows()
    }


def _by_status(segments: gpd.GeoDataFrame) -> Facts:
    sums = segments.groupby("status")["length_km"].sum()
    return {status.value: round(float(sums[status.value]), 1) for status in Status if status.value in sums}


def _plain(value: object) -> object:
    if value is None or value is pd.NA or (isinstance(value, float) and np.isnan(value)):
        return None
    if isinstance(value, str | date):
        return clean(value)
    return value.item() if isinstance(value, np.generic) else value

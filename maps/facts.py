"""What a page knows: tables, names and looks as plain data, without anything hidden in the text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.lines import thin
from geo.metrics import published_lengths, route_metrics
from layers import Atlas
from layers.columns import cast, columns
from layers.model import NodeKind, Status, Translated
from layers.symbols import INK, PAPER, line_symbol, node_symbol, symbols
from maps.packed import packed
from maps.strands import slots, travelled
from maps.text import clean

PX_PER_MM = 4.0
"""A page draws a millimetre of `symbols.toml` as this many pixels."""

DRAWN_WITHIN_KM = 0.08
"""How far a drawn line may leave the measured one: about a pixel at the closest zoom."""

DECIMALS = 4
"""Decimals of a degree that drawn lines keep: 11 m."""

SKETCH_FROM_KM = 4.0
"""From this accuracy on, a line counts as drawn from a sketch: it is drawn softer, and its card says so."""

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
    named = {name for joined in (*segments["sources"], *nodes["sources"]) for name in joined.split(";")}
    return {
        "corridors": corridor_facts(atlas, segments, shown=shown, focus=focus),
        "segments": segment_facts(atlas, segments),
        "nodes": {**rows(nodes, "nodes"), "ends": sorted(atlas.ends_of(*shown))},
        "lines": line_facts(segments, atlas.spans),
        "sources": {
            str(name): [clean(source[key]) for key in ("title", "publisher", "address", "published")]
            for name, source in atlas.sources[atlas.sources.index.isin(named)].iterrows()
        },
        "looks": looks(segments, nodes),
    }


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


def segment_facts(atlas: Atlas, segments: gpd.GeoDataFrame) -> Facts:
    """
    Describe segments and how they are drawn.

    Parameters
    ----------
    atlas
        The checked catalogue.
    segments
        Rows of its segments.

    Returns
    -------
    segments
        `columns` and `rows`; in the same order `paths` (packed lines, thinned to `DRAWN_WITHIN_KM`), `slots`
        (corridor to place across the bundle), `ways` (1 or -1 on a main route, 0 elsewhere) and `widths`.
    """
    place = slots(segments, list(symbols().corridor))
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


def line_facts(segments: gpd.GeoDataFrame, spans: pd.DataFrame) -> Facts:
    """
    Measure whole lines, and by country.

    Parameters
    ----------
    segments
        Segments on the index `id`.
    spans
        The atlas's published lengths.

    Returns
    -------
    lines
        By name: `km`, `published_km`, `deviation_pct` (None where no publication speaks of exactly these
        segments) and `countries`, pairs of code and kilometres in the order of the line.
    """
    table = published_lengths(segments, spans, by=["line"]).set_index("line")
    by_country = segments.groupby(["line", "country"], sort=False)["length_km"].sum()
    return {
        clean(line): {
            "km": round(float(row["length_km"]), 1),
            "published_km": _plain(row["published_length_km"]),
            "deviation_pct": _plain(row["deviation_pct"]),
            "countries": [[code, round(float(km), 1)] for code, km in by_country[line].items()],
        }
        for line, row in table.loc[list(dict.fromkeys(segments["line"]))].iterrows()
    }


def looks(segments: gpd.GeoDataFrame, nodes: gpd.GeoDataFrame) -> Facts:
    """
    Look up the signs of what occurs.

    Parameters
    ----------
    segments, nodes
        What the page draws.

    Returns
    -------
    looks
        `status`, `mode` and `node`: labels in every language and signs, pixels.
    """
    table = symbols()
    statuses = [status for status in Status if status.value in set(segments["status"])]
    modes = [mode for mode in table.mode if mode.value in set(segments["mode"])]
    kinds = sorted(set(nodes["kind"]), key=lambda kind: (node_symbol(kind).level, kind))
    return {
        "sketch_from_km": SKETCH_FROM_KM,
        "status": {
            status.value: {
                "label": every(table.status[status].label),
                "meaning": every(table.status[status].meaning),
                "dash": dashes(table.status[status].dash_mm),
                "bars": table.status[status].bars,
                "opacity": table.status[status].opacity,
                "cap": line_symbol(
                    corridor=next(iter(table.corridor)), mode=modes[0].value, status=status.value
                ).cap,
            }
            for status in statuses
        },
        "mode": {
            mode.value: {
                "label": every(table.mode[mode].label),
                "sign": table.mode[mode].sign.value,
                "width": table.mode[mode].width_mm * PX_PER_MM,
            }
            for mode in modes
        },
        "node": {kind: _dot(kind) for kind in kinds},
    }


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


def every(text: Translated) -> list[str]:
    """
    Give a text in every language, as a page takes it.

    Parameters
    ----------
    text
        English, Serbian, Azerbaijani.

    Returns
    -------
    texts
        The three in this order, without characters that mislead.
    """
    return [clean(part) for part in text.model_dump().values()]


def translated(table: pd.DataFrame, name: str) -> dict[str, Translated]:
    """
    Take a column that stands in every language.

    Parameters
    ----------
    table
        With the columns `<name>_en`, `<name>_sr` and `<name>_az`, on the index of identifiers.
    name
        The column's name without its language.

    Returns
    -------
    texts
        By identifier, in the order of the rows.
    """
    columns_of = {language: table[f"{name}_{language}"] for language in Translated.model_fields}
    return {
        str(key): Translated(**{language: column[key] for language, column in columns_of.items()})
        for key in table.index
    }


def _dot(kind: str) -> Facts:
    symbol = node_symbol(NodeKind(kind))
    named = {INK: "var(--ink)", PAPER: "var(--land)"}
    return {
        "label": every(symbol.label),
        "level": symbol.level,
        "radius": symbol.size_mm * PX_PER_MM / 2,
        "fill": named.get(symbol.fill, symbol.fill),
        "outline": named[symbol.outline],
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

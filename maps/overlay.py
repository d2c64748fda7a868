"""A user's own layer on a page: any lines, points or areas, with their columns, as text."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.errors import CoordinateSystemError
from geo.reference import WGS84
from maps.packed import packed
from maps.text import clean

NAMING = ("name", "title", "label", "line", "id")
"""Columns that name a feature, the best first; without any of them its number does."""

LONGEST = 2000
"""Characters of a value that a card shows; more would only slow the page down."""

DECIMALS = 4
"""Decimals of a degree that are kept: 11 m."""


def overlay_facts(layer: gpd.GeoDataFrame) -> dict[str, object]:
    """
    Turn a layer into what a page carries of it.

    Parameters
    ----------
    layer
        Lines, points or areas in any coordinate system; it is not changed.

    Returns
    -------
    facts
        `columns`, `decimals`, and `features`: `name`, `values` in the order of the columns, `kind` (`point`,
        `line` or `area`) and `parts`, packed. Rows without geometry are left out.

    Raises
    ------
    CoordinateSystemError
        If the layer does not say its coordinate system.

    Examples
    --------
    >>> layer = gpd.GeoDataFrame({"name": ["A <b>"]}, geometry=[shapely.Point(20.5, 44.8)], crs="EPSG:4326")
    >>> overlay_facts(layer)["features"][0]
    {'name': 'A <b>', 'values': ['A <b>'], 'kind': 'point', 'parts': [[205000, 448000]]}
    """
    if layer.crs is None:
        raise CoordinateSystemError("overlay: no coordinate system; set one with layer.set_crs(...)")
    shown = layer.to_crs(WGS84)
    shown = shown[~(shown.geometry.isna() | shown.geometry.is_empty)]
    columns = [name for name in shown.columns if name != shown.geometry.name]
    naming = next((column for want in NAMING for column in columns if str(column).lower() == want), None)
    features = []
    for number, (shape, values) in enumerate(
        zip(shown.geometry, shown[columns].itertuples(index=False), strict=True), start=1
    ):
        texts = ["" if _missing(value) else clean(value)[:LONGEST] for value in values]
        name = texts[columns.index(naming)] if naming else ""
        features += [
            {"name": name or f"#{number}", "values": texts, "kind": kind, "parts": parts}
            for kind, parts in _parts(shape)
            if parts
        ]
    return {"columns": [clean(name) for name in columns], "decimals": DECIMALS, "features": features}


def _parts(shape: shapely.Geometry) -> list[tuple[str, list[list[int]]]]:
    """Split a geometry into what is drawn alike."""
    by_kind: dict[str, list[shapely.Geometry]] = {"area": [], "line": [], "point": []}
    for part in shapely.get_parts(shapely.get_parts(shape)):
        by_kind[("point", "line", "area")[int(shapely.get_dimensions(part))]].append(part)
    points = [_rounded(point) for point in by_kind["point"]]
    drawn = [
        (kind, packed(shapely.GeometryCollection(by_kind[kind]), decimals=DECIMALS))
        for kind in ("area", "line")
    ]
    return [*drawn, ("point", points)]


def _rounded(point: shapely.Point) -> list[int]:
    return [round(point.x * 10**DECIMALS), round(point.y * 10**DECIMALS)]


def _missing(value: object) -> bool:
    return value is None or bool(np.all(pd.isna(np.asarray(value, dtype=object))))

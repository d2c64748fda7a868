"""A user's own layer on a page: any lines, points or areas, with their columns, as text."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.errors import CoordinateSystemError, DefinitionError, Problem
from geo.reference import WGS84
from maps.packed import packed
from maps.text import clean

NAMING = ("name", "title", "label", "line", "id")
"""Columns that name a feature, the best first; without any of them its number does."""

LONGEST = 2000
"""Characters of a value that a card shows; more would only slow the page down."""

MOST_VERTICES = 200_000
"""Vertices that a page draws without delay."""

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
    DefinitionError
        If it is no table with geometry, has places that are none, or more vertices than a page holds.

    Examples
    --------
    >>> layer = gpd.GeoDataFrame({"name": ["A <b>"]}, geometry=[shapely.Point(20.5, 44.8)], crs="EPSG:4326")
    >>> overlay_facts(layer)["features"][0]
    {'name': 'A <b>', 'values': ['A <b>'], 'kind': 'point', 'parts': [[205000, 448000]]}
    """
    _require_geometry(layer)
    shown = layer.to_crs(WGS84)
    _require_places(shown)
    shown = shown[~(shown.geometry.isna() | shown.geometry.is_empty)]
    values = shown.drop(columns=str(shown.active_geometry_name))
    columns = list(values.columns)
    naming = next((n for want in NAMING for n, one in enumerate(columns) if str(one).lower() == want), None)
    features = []
    rows = zip(shown.geometry, values.to_numpy(dtype=object), strict=True)
    for number, (shape, row) in enumerate(rows, start=1):
        texts = ["" if _missing(value) else clean(value)[:LONGEST] for value in row]
        name = "" if naming is None else texts[naming]
        features += [
            {"name": name or f"#{number}", "values": texts, "kind": kind, "parts": parts}
            for kind, parts in _parts(shape)
            if parts
        ]
    return {"columns": [clean(name) for name in columns], "decimals": DECIMALS, "features": features}


def _require_geometry(layer: gpd.GeoDataFrame) -> None:
    if not isinstance(layer, gpd.GeoDataFrame):
        rule = "a GeoDataFrame is asked for; geopandas.read_file makes one"
        raise DefinitionError([Problem("overlay", "layer", type(layer).__name__, rule)])
    if layer.active_geometry_name is None:
        rule = "no geometry; name its column with layer.set_geometry(...)"
        raise DefinitionError([Problem("overlay", "layer", "", rule)])
    if layer.crs is None:
        raise CoordinateSystemError("overlay: no coordinate system; set one with layer.set_crs(...)")


def _require_places(layer: gpd.GeoDataFrame) -> None:
    places, owner = shapely.get_coordinates(layer.geometry.to_numpy(), return_index=True)
    if len(places) > MOST_VERTICES:
        rule = (
            f"a page holds {MOST_VERTICES:,}; thin the layer with layer.simplify(...), or take a part of it"
        )
        raise DefinitionError([Problem("overlay", "layer", f"{len(places):,} vertices", rule)])
    wrong = ~(np.abs(places) <= (360, 90)).all(axis=1)
    rule = "not a longitude and latitude; are they swapped, or is the coordinate system wrong?"
    first = {int(row): places[wrong & (owner == row)][0] for row in np.unique(owner[wrong])[:20]}
    if first:
        raise DefinitionError(
            [
                Problem("overlay", f"row {layer.index[row]}", f"[{lon:g}, {lat:g}]", rule)
                for row, (lon, lat) in first.items()
            ]
        )


def _parts(shape: shapely.Geometry) -> list[tuple[str, list[list[int]]]]:
    """Split a geometry into what is drawn alike."""
    by_kind: dict[str, list[shapely.Geometry]] = {"area": [], "line": [], "point": []}
    parts = shapely.get_parts(shape)
    while (shapely.get_type_id(parts) >= shapely.GeometryType.MULTIPOINT).any():
        parts = shapely.get_parts(parts)
    for part in parts[~shapely.is_empty(parts)]:
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

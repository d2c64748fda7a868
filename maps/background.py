"""The quiet ground of a page: land, borders, and the names of countries and seas."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.reference import WGS84
from layers import boundaries
from layers.reader import CATALOGUE

NEAR_TOLERANCE_DEG = 0.02
"""How far a border drawn near the corridor may leave Natural Earth's: 2 km, a few pixels when close."""

FAR_TOLERANCE_DEG = 0.2
"""The same far from the corridor, where a page only shows that there is land."""

FAR_MARGIN_DEG = (25.0, 35.0)
"""How far the coarse ground goes beyond the fine one, so that a tall phone screen shows no edge."""

EURASIA = (-30.0, -40.0, 160.0, 82.0)
"""Frame of what any page may show; thinned once for all of them."""

OVERLAP_DEG = 0.1
"""How far the coarse ground reaches below the fine one, so that no seam shows between them."""

Frame = tuple[float, float, float, float]
"""West, south, east, north, degrees."""

NAMED_FROM_DEG2 = 1.2
"""A country is named when this much of it (square degrees) shows."""


@dataclass(frozen=True, slots=True)
class Label:
    """
    A name on the ground.

    Attributes
    ----------
    text
        The name.
    lon, lat
        Where its middle stands, degrees.
    kind
        `country` or `sea`.
    size
        Square degrees of what it names; larger names win over smaller ones.
    """

    text: str
    lon: float
    lat: float
    kind: str
    size: float


@dataclass(frozen=True, slots=True)
class Background:
    """
    The ground of a page.

    Attributes
    ----------
    land
        Countries: fine inside the frame, thinned so that neighbours still touch, and coarse around it.
    edges
        Borders and coasts, each once.
    labels
        Names of countries and seas, the largest first.
    frame
        West, south, east, north of all that is drawn, degrees.
    """

    land: gpd.GeoDataFrame
    edges: gpd.GeoSeries
    labels: tuple[Label, ...]
    frame: Frame


def background(frame: Frame) -> Background:
    """
    Make the ground for a frame.

    Parameters
    ----------
    frame
        West, south, east, north, degrees.

    Returns
    -------
    background
        Land and names inside the frame, and coarser land around it.

    Raises
    ------
    MissingPackageError
        If the package that carries the countries is not installed.
    """
    west, south, east, north = frame
    (lon, lat), box = FAR_MARGIN_DEG, shapely.box(*frame)
    wide = (west - lon, max(south - lat, -75.0), east + lon, min(north + lat, 80.0))
    near, far = _thinned(frame, NEAR_TOLERANCE_DEG), _thinned(wide, FAR_TOLERANCE_DEG)
    inside = near.intersection(box)
    around = far.difference(box.buffer(-OVERLAP_DEG, join_style="mitre")).clip_by_rect(*wide)
    land = gpd.GeoDataFrame(
        {"name": [*near.index, *far.index]}, geometry=pd.concat([inside, around]).to_numpy()
    )
    land = land.set_crs(WGS84)[~land.geometry.is_empty]
    borders = [_edges(near).intersection(box), shapely.clip_by_rect(_edges(far).difference(box), *wide)]
    labels = sorted([*_countries(inside), *_seas(frame)], key=lambda label: (-label.size, label.text))
    return Background(land=land, edges=gpd.GeoSeries(borders, crs=WGS84), labels=tuple(labels), frame=wide)


def _thinned(frame: Frame, tolerance_deg: float) -> gpd.GeoSeries:
    """Countries that touch a frame, by name."""
    world = _thinned_world(tolerance_deg)
    return world.iloc[np.sort(world.sindex.query(shapely.box(*frame), predicate="intersects"))]


@cache
def _thinned_world(tolerance_deg: float) -> gpd.GeoSeries:
    """Countries of Eurasia and Africa, by name; neighbours still touch after thinning."""
    countries = boundaries.countries()
    shown = countries.iloc[np.sort(countries.sindex.query(shapely.box(*EURASIA), predicate="intersects"))]
    thinned = shapely.coverage_simplify(shown.geometry.to_numpy(), tolerance_deg)
    return gpd.GeoSeries(shapely.make_valid(thinned), index=shown["name"].to_numpy(), crs=shown.crs)


def _edges(areas: gpd.GeoSeries) -> shapely.Geometry:
    return shapely.line_merge(shapely.union_all(shapely.boundary(areas.to_numpy())))


def _countries(land: gpd.GeoSeries) -> list[Label]:
    labels = []
    for name, area in land.items():
        if area.area >= NAMED_FROM_DEG2:
            largest = max(shapely.get_parts(area), key=lambda part: part.area)
            middle = shapely.maximum_inscribed_circle(largest, tolerance=0.05).coords[0]
            labels.append(
                Label(str(name), round(middle[0], 2), round(middle[1], 2), "country", round(area.area, 2))
            )
    return labels


def _seas(frame: Frame) -> list[Label]:
    west, south, east, north = frame
    with (CATALOGUE / "seas.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["name"], float(row["lon"]), float(row["lat"])) for row in csv.DictReader(file)]
    return [
        Label(name, lon, lat, "sea", 100.0)
        for name, lon, lat in rows
        if west < lon < east and south < lat < north
    ]

"""The quiet ground of a page: land, borders, and the names of countries and seas."""

from __future__ import annotations

import csv
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from layers import boundaries
from layers.reader import CATALOGUE

TOLERANCE_DEG = 0.02
"""How far a drawn border may leave Natural Earth's: 2 km, a few pixels at the closest zoom."""

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
        Countries inside the frame, thinned so that neighbours still touch.
    labels
        Names of countries and seas, the largest first.
    frame
        West, south, east, north, degrees.
    """

    land: gpd.GeoDataFrame
    labels: tuple[Label, ...]
    frame: tuple[float, float, float, float]


def background(frame: tuple[float, float, float, float]) -> Background:
    """
    Make the ground for a frame.

    Parameters
    ----------
    frame
        West, south, east, north, degrees.

    Returns
    -------
    background
        Land and names inside the frame.

    Raises
    ------
    MissingPackageError
        If the package that carries the countries is not installed.
    """
    countries = boundaries.countries()
    shown = countries.iloc[countries.sindex.query(shapely.box(*frame), predicate="intersects")].sort_index()
    thinned = shapely.coverage_simplify(_rounded(shown.geometry.to_numpy()), TOLERANCE_DEG)
    clipped = gpd.GeoSeries(shapely.clip_by_rect(thinned, *frame), index=shown.index, crs=shown.crs)
    land = gpd.GeoDataFrame({"name": shown["name"]}, geometry=clipped)
    land = land[~land.geometry.is_empty]
    labels = sorted([*_countries(land), *_seas(frame)], key=lambda label: (-label.size, label.text))
    return Background(land=land, labels=tuple(labels), frame=frame)


def _rounded(areas: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    return np.asarray(shapely.set_precision(areas, 1e-5, mode="pointwise"))


def _countries(land: gpd.GeoDataFrame) -> list[Label]:
    labels = []
    for name, area in zip(land["name"], land.geometry, strict=True):
        largest = max(shapely.get_parts(area), key=lambda part: part.area)
        if area.area >= NAMED_FROM_DEG2:
            middle = shapely.maximum_inscribed_circle(largest, tolerance=0.05).coords[0]
            labels.append(Label(name, round(middle[0], 2), round(middle[1], 2), "country", round(area.area, 2)))
    return labels


def _seas(frame: tuple[float, float, float, float]) -> list[Label]:
    west, south, east, north = frame
    with (CATALOGUE / "seas.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["name"], float(row["lon"]), float(row["lat"])) for row in csv.DictReader(file)]
    return [
        Label(name, lon, lat, "sea", 100.0) for name, lon, lat in rows if west < lon < east and south < lat < north
    ]

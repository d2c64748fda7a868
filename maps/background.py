"""The quiet ground of a page: land, borders, and the names of countries and seas."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from layers import boundaries
from layers.model import Translated
from layers.reader import CATALOGUE
from maps.words import word

MARGIN_DEG = (7.0, 5.0)
"""How far beyond the lines countries and seas are named, in longitude and latitude."""

NEAR_DEG = 3.0
"""How far beyond the lines the ground is fine."""

NEAR_TOLERANCE_DEG = 0.02
"""How far a border drawn near the corridor may leave Natural Earth's: 2 km, a few pixels when close."""

FAR_TOLERANCE_DEG = 0.12
"""The same far from the corridor, where a page only shows that there is land."""

FAR_MARGIN_DEG = (25.0, 50.0)
"""How far the coarse ground goes beyond the names, so that a tall phone screen shows no edge."""

EURASIA = (-30.0, -56.0, 160.0, 82.0)
"""Frame of what any page may show; thinned once for all of them."""

OVERLAP_DEG = 0.1
"""How far the coarse ground reaches below the fine one, so that no seam shows between them."""

SPECK_DEG2 = 0.003
"""Islands smaller than this (5 km across) are left out: a quiet ground, half as many shapes to draw."""

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
    name
        The name in every language.
    lon, lat
        Where its middle stands, degrees.
    kind
        `country` or `sea`.
    code
        ISO 3166-1 alpha-2 of a country; empty for a sea.
    size
        Square degrees of what it names; larger names win over smaller ones.
    """

    name: Translated
    lon: float
    lat: float
    kind: str
    code: str
    size: float


@dataclass(frozen=True, slots=True)
class Background:
    """
    The ground of a page.

    Attributes
    ----------
    land
        All land: fine near the corridor, coarse around it.
    borders
        Lines between countries, each once.
    focus
        The country that the page is read for.
    labels
        Names of countries and seas, the largest first.
    frame
        West, south, east, north of all that is drawn, degrees.
    """

    land: shapely.Geometry
    borders: shapely.Geometry
    focus: shapely.Geometry
    labels: tuple[Label, ...]
    frame: Frame


def background(lines: gpd.GeoSeries, *, focus: str, around: gpd.GeoSeries | None = None) -> Background:
    """
    Make the ground for lines.

    Parameters
    ----------
    lines
        What is seen first, in longitude and latitude.
    focus
        Code of the country that is set off from the others.
    around
        What can also be seen, where it is more than `lines`: countries are named as far as that.

    Returns
    -------
    background
        Land, borders and names; fine near the lines, coarse around them.

    Raises
    ------
    MissingPackageError
        If the package that carries the countries is not installed.
    """
    bounds = (lines if around is None else around).total_bounds
    west, south, east, north = (round(float(edge), 3) for edge in bounds)
    (lon, lat), (far_lon, far_lat) = MARGIN_DEG, FAR_MARGIN_DEG
    frame = (west - lon, south - lat, east + lon, north + lat)
    wide = (
        frame[0] - far_lon,
        max(frame[1] - far_lat, -56.0),
        frame[2] + far_lon,
        min(frame[3] + far_lat, 80.0),
    )
    zone = shapely.simplify(shapely.union_all(lines.simplify(NEAR_DEG / 4)).buffer(NEAR_DEG), NEAR_DEG / 10)
    near, far = thinned(zone.bounds, NEAR_TOLERANCE_DEG), thinned(wide, FAR_TOLERANCE_DEG)
    around = far.difference(zone.buffer(-OVERLAP_DEG)).clip_by_rect(*wide)
    borders = (
        _borders(NEAR_TOLERANCE_DEG).intersection(zone),
        shapely.clip_by_rect(_borders(FAR_TOLERANCE_DEG), *wide).difference(zone),
    )
    labels = sorted(
        [*_countries(far.clip_by_rect(*frame)), *seas(frame)], key=lambda label: (-label.size, label.name.en)
    )
    return Background(
        land=_without_specks(shapely.union_all([*near.intersection(zone), *around])),
        borders=shapely.union_all(borders),
        focus=near.get(focus, shapely.Polygon()),
        labels=tuple(labels),
        frame=wide,
    )


def _without_specks(land: shapely.Geometry) -> shapely.Geometry:
    parts = shapely.get_parts(land)
    return shapely.multipolygons(parts[shapely.area(parts) >= SPECK_DEG2])


def thinned(frame: Frame, tolerance_deg: float) -> gpd.GeoSeries:
    """
    Take the countries that touch a frame; the world is thinned once for each tolerance.

    Parameters
    ----------
    frame
        West, south, east, north, degrees.
    tolerance_deg
        How far a drawn border may leave Natural Earth's.

    Returns
    -------
    countries
        Areas by country code; neighbours still touch.
    """
    world = _thinned_world(tolerance_deg)
    return world.iloc[np.sort(world.sindex.query(shapely.box(*frame), predicate="intersects"))]


@cache
def _thinned_world(tolerance_deg: float) -> gpd.GeoSeries:
    """Countries of Eurasia and Africa, by code; neighbours still touch after thinning."""
    countries = boundaries.countries()
    shown = countries.iloc[np.sort(countries.sindex.query(shapely.box(*EURASIA), predicate="intersects"))]
    thinned = shapely.coverage_simplify(shown.geometry.to_numpy(), tolerance_deg)
    return gpd.GeoSeries(shapely.make_valid(thinned), index=shown.index, crs=shown.crs)


@cache
def _borders(tolerance_deg: float) -> shapely.Geometry:
    """Lines between neighbouring countries: the steps that two of them have in common, each once."""
    rings = shapely.get_rings(shapely.get_parts(_thinned_world(tolerance_deg).to_numpy()))
    places, ring = shapely.get_coordinates(rings, return_index=True)
    steps = np.concatenate([places[:-1], places[1:]], axis=1)[ring[1:] == ring[:-1]]
    backwards = (steps[:, 0] > steps[:, 2]) | ((steps[:, 0] == steps[:, 2]) & (steps[:, 1] > steps[:, 3]))
    steps[backwards] = steps[backwards][:, [2, 3, 0, 1]]
    shared = pd.DataFrame(steps).duplicated().to_numpy()
    return shapely.line_merge(shapely.multilinestrings(steps[shared].reshape(-1, 2, 2)))


def _countries(land: gpd.GeoSeries) -> list[Label]:
    labels = []
    for code, area in land.items():
        if area.area >= NAMED_FROM_DEG2:
            largest = max(shapely.get_parts(area), key=lambda part: part.area)
            lon, lat = shapely.maximum_inscribed_circle(largest, tolerance=0.05).coords[0]
            name = word(f"country.{code}")
            size = round(area.area, 2)
            labels.append(Label(name, round(lon, 2), round(lat, 2), "country", str(code), size))
    return labels


def seas(frame: Frame) -> list[Label]:
    """
    Name the seas of a frame.

    Parameters
    ----------
    frame
        West, south, east, north, degrees.

    Returns
    -------
    labels
        One a sea whose place lies inside.
    """
    west, south, east, north = frame
    with (CATALOGUE / "seas.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            (
                Translated(en=row["name"], sr=row["name_sr"], az=row["name_az"]),
                float(row["lon"]),
                float(row["lat"]),
            )
            for row in csv.DictReader(file)
        ]
    return [
        Label(name, lon, lat, "sea", "", 100.0)
        for name, lon, lat in rows
        if west < lon < east and south < lat < north
    ]

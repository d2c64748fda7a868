"""Route metrics: lengths by corridor, line, country, mode and status; measured beside published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import geopandas as gpd
import pandas as pd

from geo.errors import UnknownNameError
from geo.places import apart_km

GROUPS = ("corridor", "line", "country", "mode", "status", "role")
"""Columns that lengths can be summed by."""


def deviation_pct(measured_km: pd.Series[float], published_km: pd.Series[float]) -> pd.Series[float]:
    """
    Compare a measured length with a published one.

    Parameters
    ----------
    measured_km
        Measured kilometres.
    published_km
        Published kilometres on the same index.

    Returns
    -------
    deviation_pct
        100 (measured - published) / published; missing where either is missing.

    Examples
    --------
    >>> deviation_pct(pd.Series([873.0]), pd.Series([878.0])).round(2).tolist()
    [-0.57]
    """
    published = published_km.astype("float64")
    return (100 * (measured_km - published) / published).rename("deviation_pct")


def lengths(segments: pd.DataFrame, *, by: Sequence[str]) -> pd.DataFrame:
    """
    Sum the lengths of segments by any of their properties.

    Parameters
    ----------
    segments
        Segments with `length_km` and the columns in `by`; `corridors` when by corridor.
    by
        Some of `GROUPS`. A segment that serves several corridors counts for each of them.

    Returns
    -------
    lengths
        One row a group, sorted: the columns of `by`, `segments` (their number), and `length_km`.

    Raises
    ------
    UnknownNameError
        If a name in `by` is not one of `GROUPS`.

    Examples
    --------
    >>> table = pd.DataFrame({"country": ["AZ", "GE", "AZ"], "length_km": [100.0, 50.0, 20.0]})
    >>> print(lengths(table, by=["country"]).to_string(index=False))
    country  segments  length_km
         AZ         2      120.0
         GE         1       50.0
    """
    for name in by:
        if name not in GROUPS:
            raise UnknownNameError("grouping", name, GROUPS)
    counted = per_corridor(segments) if "corridor" in by else segments
    groups = counted.groupby(list(by), sort=True)["length_km"]
    return groups.agg(segments="size", length_km="sum").reset_index()


def beside_published(segments: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """
    Put the measured length of spans beside their published length.

    Parameters
    ----------
    segments
        Segments on the index `id`, with `length_km` and `accuracy_km`.
    spans
        `segments` (a sequence of identifiers each) and `published_length_km`; other columns are kept.

    Returns
    -------
    comparison
        The rows of `spans` with `measured_length_km`, `deviation_pct`, and `accuracy_km`, the worst of
        the segments.

    Examples
    --------
    >>> parts = pd.DataFrame({"length_km": [10.0, 21.0], "accuracy_km": [1.0, 5.0]}, index=["a", "b"])
    >>> spans = pd.DataFrame({"segments": [("a", "b")], "published_length_km": [30.0]})
    >>> row = beside_published(parts, spans).iloc[0]
    >>> row[["measured_length_km", "deviation_pct", "accuracy_km"]].astype(float).round(1).tolist()
    [31.0, 3.3, 5.0]
    """
    members = [list(names) for names in spans["segments"]]
    measured = [float(segments.loc[names, "length_km"].sum()) for names in members]
    accuracy = [float(segments.loc[names, "accuracy_km"].max()) for names in members]
    table = spans.assign(measured_length_km=measured, accuracy_km=accuracy)
    table["deviation_pct"] = deviation_pct(table["measured_length_km"], table["published_length_km"])
    return table


def published_lengths(segments: pd.DataFrame, spans: pd.DataFrame, *, by: Sequence[str]) -> pd.DataFrame:
    """
    Sum lengths by group, with the published length of those groups that a publication speaks of.

    Parameters
    ----------
    segments
        As for `lengths`, on the index `id`.
    spans
        As for `beside_published`.
    by
        As for `lengths`.

    Returns
    -------
    lengths
        As from `lengths`, with `published_length_km` and `deviation_pct`; missing where no publication
        speaks of exactly these segments.

    Raises
    ------
    UnknownNameError
        If a name in `by` is not one of `GROUPS`.

    Examples
    --------
    >>> parts = pd.DataFrame({"line": ["TAP", "TAP"], "length_km": [10.0, 21.0]}, index=["a", "b"])
    >>> spans = pd.DataFrame({"segments": [("a", "b")], "published_length_km": [30.0]})
    >>> print(published_lengths(parts, spans, by=["line"]).round(1).to_string(index=False))
    line  segments  length_km  published_length_km  deviation_pct
     TAP         2       31.0                 30.0            3.3
    """
    table = lengths(segments, by=by)
    counted = per_corridor(segments) if "corridor" in by else segments
    published = zip(spans["segments"], spans["published_length_km"], strict=True)
    known = {frozenset(names): km for names, km in published}
    members = [frozenset(group.index) for _, group in counted.groupby(list(by), sort=True)]
    table["published_length_km"] = pd.Series([known.get(ids) for ids in members], dtype="float64")
    table["deviation_pct"] = deviation_pct(table["length_km"], table["published_length_km"])
    return table


def route_metrics(
    segments: gpd.GeoDataFrame, *, main: Mapping[str, Sequence[str]], country: str = "RS"
) -> pd.DataFrame:
    """
    Measure the main route of each corridor.

    Parameters
    ----------
    segments
        Segments on the index `id`, with `corridors`, `country`, `mode`, `status`, `from_node`, `to_node`,
        `length_km` and lines.
    main
        For each corridor its main route: identifiers of segments in the order of travel.
    country
        The country looked at, ISO 3166-1 alpha-2.

    Returns
    -------
    metrics
        One row a corridor on the index `corridor`:

        * `main_length_km`, and `total_length_km` of all segments that serve the corridor;
        * `km_by_mode`, `km_by_country`, `km_by_status` of the main route, as text `key:km;key:km`
          (`sea` for what lies in no country);
        * `operating_share_pct` of the main route's length;
        * `border_crossings` of the main route (a sea between two countries counts once);
        * `country`, and `country_km` of all segments that serve the corridor;
        * `detour_index`, the main route over the geodesic between its ends.

    Raises
    ------
    UnknownNameError
        If a main route names a segment that is not in the table.

    Examples
    --------
    >>> from shapely import LineString
    >>> table = gpd.GeoDataFrame(
    ...     {"corridors": ["c", "c"], "country": ["AZ", "GE"], "mode": "rail", "status": "operating",
    ...      "from_node": ["p", "q"], "to_node": ["q", "r"], "length_km": [111.319, 110.574]},
    ...     geometry=[LineString([(0, 0), (1, 0)]), LineString([(1, 0), (1, 1)])],
    ...     index=["a", "b"], crs="OGC:CRS84")
    >>> row = route_metrics(table, main={"c": ["a", "b"]}).loc["c"]
    >>> row["km_by_country"], int(row["border_crossings"]), round(float(row["detour_index"]), 2)
    ('AZ:111.3;GE:110.6', 1, 1.41)
    """
    rows = [
        {"corridor": corridor, **_main_route(segments, list(names)), **_whole(segments, corridor, country)}
        for corridor, names in main.items()
    ]
    return pd.DataFrame(rows).set_index("corridor")


def border_crossings(countries: Sequence[str]) -> int:
    """
    Count the borders on a route.

    Parameters
    ----------
    countries
        The country of each segment in the order of travel; empty at sea.

    Returns
    -------
    border_crossings
        Changes from one country to another; the sea in between does not count.

    Examples
    --------
    >>> border_crossings(["TR", "", "TR", "GR", "", "IT"])
    2
    """
    ashore = [country for country in countries if country]
    return sum(one != other for one, other in pairwise(ashore))


def per_corridor(segments: pd.DataFrame) -> pd.DataFrame:
    """
    Repeat each segment for every corridor that it serves.

    Parameters
    ----------
    segments
        Rows with `corridors`, joined with `;`.

    Returns
    -------
    per_corridor
        The rows, with one corridor each in the column `corridor`.

    Examples
    --------
    >>> per_corridor(pd.DataFrame({"corridors": ["a;b", "b"]}, index=["x", "y"]))["corridor"].tolist()
    ['a', 'b', 'b']
    """
    return segments.assign(corridor=segments["corridors"].str.split(";")).explode("corridor")


def _main_route(segments: gpd.GeoDataFrame, names: list[str]) -> dict[str, object]:
    for name in names:
        if name not in segments.index:
            raise UnknownNameError("segment", name, segments.index)
    route = segments.loc[names]
    length = float(route["length_km"].sum())
    operating = float(route.loc[route["status"] == "operating", "length_km"].sum())
    return {
        "main_length_km": length,
        "km_by_mode": _km_by(route, "mode"),
        "km_by_country": _km_by(route, "country"),
        "km_by_status": _km_by(route, "status"),
        "operating_share_pct": 100 * operating / length,
        "border_crossings": border_crossings(list(route["country"])),
        "detour_index": length / _between_ends_km(route),
    }


def _whole(segments: pd.DataFrame, corridor: str, country: str) -> dict[str, object]:
    own = segments[segments["corridors"].str.split(";").map(lambda names: corridor in names)]
    within = own.loc[own["country"] == country, "length_km"]
    return {
        "total_length_km": float(own["length_km"].sum()),
        "country": country,
        "country_km": float(within.sum()),
    }


def _km_by(route: pd.DataFrame, column: str) -> str:
    sums = route.groupby(column, sort=False)["length_km"].sum()
    return ";".join(f"{key or 'sea'}:{km:.1f}" for key, km in sums.items())


def _between_ends_km(route: gpd.GeoDataFrame) -> float:
    """Geodesic between the ends of a chain, whose segments may be drawn in either direction."""
    nodes = list(zip(route["from_node"], route["to_node"], strict=True))
    first, last = route.geometry.iloc[0].coords, route.geometry.iloc[-1].coords
    forth = len(nodes) == 1 or nodes[0][1] in nodes[1]
    onward = len(nodes) == 1 or nodes[-1][0] in nodes[-2]
    origin, destination = first[0 if forth else -1], last[-1 if onward else 0]
    return apart_km(origin[:2], destination[:2])

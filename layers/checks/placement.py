"""Rules of places: nodes and lines lie in the country, or in the sea, that they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import geopandas as gpd
import numpy as np
import shapely
from shapely import Geometry, Point

from geo.errors import Problem
from geo.geodesics import Coordinates
from geo.lines import densify
from geo.reference import ELLIPSOID, WGS84
from layers.model import Definition, DrawnLine, Mode, Node, NodeKind, Segment

BORDER_TOLERANCE_KM = 5.0
"""How far a line may leave its country: Natural Earth’s border is 4.6 km off at Khorgos."""

NODE_TOLERANCE_KM = 5.0
"""How far a node may lie from its country: border points and landfalls lie on the edge."""

STEP_DEG = 0.02
"""Distance between the places at which a line is looked at: about 2 km."""


def misplaced_nodes(definition: Definition, countries: gpd.GeoDataFrame) -> Iterator[Problem]:
    """
    Find nodes that lie outside the country they name.

    Parameters
    ----------
    definition
        The catalogue.
    countries
        Areas on the index `country`.

    Yields
    ------
    problem
        One a country of a node that is more than `NODE_TOLERANCE_KM` away.
    """
    for located in definition.nodes:
        node = located.record
        for country in node.countries if node.kind is not NodeKind.field else ():
            if country not in countries.index:
                rule = f"no such country in {len(countries)} of Natural Earth; use ISO 3166-1 alpha-2"
                yield located.problem("country", f'"{country}"', rule)
                continue
            off = _outside_km(np.array([[node.lon, node.lat]]), countries.geometry[country])[0]
            if off > NODE_TOLERANCE_KM:
                rule = f"{off:.0f} km outside {country}{_swapped(node, countries.geometry[country])}"
                yield located.problem("lon, lat", f"{node.lon:g}, {node.lat:g}", rule)


def strayed_lines(definition: Definition, countries: gpd.GeoDataFrame) -> Iterator[Problem]:
    """
    Find segments whose line leaves their country, or the sea.

    Parameters
    ----------
    definition
        The catalogue.
    countries
        Areas on the index `country`.

    Yields
    ------
    problem
        One a segment that goes more than `BORDER_TOLERANCE_KM` beyond its border or shore, with the
        farthest place; one a country that does not exist.
    """
    drawn = {line.segment: (line.file, places) for line, places in _places(definition.drawn)}
    nodes = {located.record.id: located.record for located in definition.nodes}
    areas: dict[str, Geometry] = countries.geometry.to_dict()
    for located in definition.segments:
        segment = located.record
        if segment.country is not None and segment.country not in areas:
            yield located.problem(
                "country", f'"{segment.country}"', "no such country; use ISO 3166-1 alpha-2"
            )
            continue
        if segment.id not in drawn:
            continue
        file, places = drawn[segment.id]
        if segment.country is not None:
            off, beyond = (
                _outside_km(places, _area(segment, nodes, areas)),
                f"outside {segment.country}",
            )
        else:
            off, beyond = _inland_km(places, countries), "inland, but the segment names no country"
        worst = int(off.argmax())
        if off[worst] > BORDER_TOLERANCE_KM:
            rule = f"{off[worst]:.1f} km {beyond}; split the segment at the border or the shore"
            yield Problem(file, "coordinates", f"[{places[worst][0]:.4f}, {places[worst][1]:.4f}]", rule)


def _area(segment: Segment, nodes: Mapping[str, Node], areas: Mapping[str, Geometry]) -> Geometry:
    """
    Find the area that a segment may lie in: its country; for a river also those of its ends.

    A shared river is counted for one bank, and Natural Earth's border lies up to 8 km beside the Danube.
    """
    names = {segment.country or ""}
    if segment.mode is Mode.inland_waterway:
        for end in (segment.from_node, segment.to_node):
            names |= set(nodes[end].countries) if end in nodes else set()
    found = [areas[name] for name in sorted(names & areas.keys())]
    return found[0] if len(found) == 1 else shapely.union_all(found)


def _places(drawn: Sequence[DrawnLine]) -> Iterator[tuple[DrawnLine, Coordinates]]:
    dense = densify(gpd.GeoSeries([line.line for line in drawn], crs=WGS84))
    for line, places in zip(drawn, dense.segmentize(STEP_DEG), strict=True):
        yield line, np.asarray(shapely.get_coordinates(places))


def _outside_km(places: Coordinates, area: Geometry) -> Coordinates:
    """Kilometres from each place to an area; 0 inside."""
    off = np.zeros(len(places))
    shapely.prepare(area)
    outside = ~shapely.intersects_xy(area, places)
    off[outside] = _to_edge_km(places[outside], area)
    return off


def _inland_km(places: Coordinates, countries: gpd.GeoDataFrame) -> Coordinates:
    """Kilometres from each place on land to the edge of its country; 0 at sea."""
    off = np.zeros(len(places))
    areas = countries.geometry.to_numpy()
    within_box, owner = shapely.STRtree(areas).query(shapely.points(places))
    for country in np.unique(owner):
        near = within_box[owner == country]
        shapely.prepare(areas[country])
        ashore = near[shapely.intersects_xy(areas[country], places[near])]
        off[ashore] = _to_edge_km(places[ashore], shapely.boundary(areas[country]))
    return off


def _to_edge_km(places: Coordinates, area: Geometry) -> Coordinates:
    if len(places) == 0:
        return np.zeros(0)
    scale = np.array([np.cos(np.radians(places[:, 1].mean())), 1.0])
    near = shapely.clip_by_rect(area, *(places.min(axis=0) - 3), *(places.max(axis=0) + 3))
    plane = shapely.transform(area if near.is_empty else near, lambda part: part * scale)
    feet = (
        shapely.get_coordinates(
            shapely.get_point(shapely.shortest_line(shapely.points(places * scale), plane), 1)
        )
        / scale
    )
    metres = ELLIPSOID.inv(places[:, 0], places[:, 1], feet[:, 0], feet[:, 1])[2]
    return np.asarray(metres, dtype=float) / 1000


def _swapped(node: Node, area: Geometry) -> str:
    fits = shapely.intersects(area, Point(node.lat, node.lon))
    return "; longitude and latitude are swapped" if fits else ""

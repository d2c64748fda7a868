"""
A small world in which every length and every hour can be summed by hand.

    port_a ~~~ sea 1000 ~~~ port_b · link 2.226 · station_b --100-- border --150-- town --50-- last
       +---------------- land 1400, planned -------------------------+               ·
                                                                           link 11.132, serves
                                                                                     ·
    pit =========================== pipe 300 ======================================= hub

AA on the left, BB as far as the border, CC behind it. Trains run 50 km/h, ships 20; a change of mode takes 30
hours, a border 10, and between BB and CC 5 more, since the gauge changes there.
"""

from __future__ import annotations

import geopandas as gpd
import networkx as nx
import pandas as pd
from shapely import Point

from geo import network

NODES = {
    "port_a": (0, 0, "AA"),
    "port_b": (9, 0, "BB"),
    "station_b": (9.02, 0, "BB"),
    "border": (10, 0, "BB;CC"),
    "town": (11, 0, "CC"),
    "last": (11.5, 0, "CC"),
    "pit": (0, 1, "AA"),
    "hub": (11.1, 0, "CC"),
}
SEGMENTS = [
    ("sea", "port_a", "port_b", "sea", "operating", "", 1000.0),
    ("rail_b", "station_b", "border", "rail", "operating", "BB", 100.0),
    ("rail_c", "border", "town", "rail", "suspended", "CC", 150.0),
    ("rail_end", "town", "last", "rail", "operating", "CC", 50.0),
    ("land", "port_a", "border", "rail", "planned", "AA", 1400.0),
    ("pipe", "pit", "hub", "gas_pipeline", "operating", "CC", 300.0),
]
LINKS = pd.DataFrame(
    [("port_b", "station_b", "transfer"), ("hub", "town", "serves")], columns=["from_node", "to_node", "kind"]
)
TIMES = pd.DataFrame(
    [
        ("speed", "rail", "", 50.0),
        ("speed", "sea", "", 20.0),
        ("border", "rail", "", 10.0),
        ("gauge_change", "rail", "BB;CC", 5.0),
        ("transfer", "", "", 30.0),
    ],
    columns=["kind", "modes", "countries", "value"],
)


def nodes(places: dict[str, tuple[float, float, str]]) -> gpd.GeoDataFrame:
    """Nodes of these places; the name is the identifier."""
    rows = [{"id": name, "name": name, "country": country} for name, (_, _, country) in places.items()]
    table = pd.DataFrame(rows).assign(name_sr="", name_az="", kind="station").set_index("id", drop=False)
    points = [Point(lon, lat) for lon, lat, _ in places.values()]
    return gpd.GeoDataFrame(table, geometry=points, crs="OGC:CRS84")


def segments(rows: list[tuple[str, str, str, str, str, str, float]]) -> pd.DataFrame:
    """Segments of one corridor."""
    columns = ["id", "from_node", "to_node", "mode", "status", "country", "length_km"]
    table = pd.DataFrame(rows, columns=columns).set_index("id", drop=False)
    return table.assign(
        corridor="c", corridors="c", line=table["id"], role="trunk", capacity=float("nan"), capacity_unit=""
    )


def world() -> nx.MultiGraph:
    """The network of the picture above."""
    return network.graph(segments(SEGMENTS), nodes(NODES), links=LINKS, times=TIMES)

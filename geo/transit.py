"""Transit nodes of a country: where corridors enter, meet, change mode, store and leave."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

import geopandas as gpd
import networkx as nx
import pandas as pd

from geo.errors import UnknownNameError
from geo.flows import mcm_per_day
from geo.metrics import per_corridor
from geo.modes import STANDS, WORLDS
from geo.network import graph

GAS_UNITS = ("mcm_per_day", "gwh_per_day", "bcm_per_year")
"""Units of gas; they are brought to the first, so that capacities can be summed."""

CAPACITIES = ["entry_capacity", "exit_capacity", "added_entry_capacity", "added_exit_capacity"]
"""Columns of capacities."""

CONSUMERS = ("power_plant", "refinery")
"""Kinds of node that consume what arrives."""


def transit_nodes(
    segments: pd.DataFrame, nodes: gpd.GeoDataFrame, *, country: str = "RS", links: pd.DataFrame | None = None
) -> gpd.GeoDataFrame:
    """
    Rank the nodes of a country by what they are to the corridors.

    Parameters
    ----------
    segments
        Segments on the index `id`, as for `geo.network.graph`, with `role`, `capacity` and `capacity_unit`.
    nodes
        Nodes on the index `id`, as for `geo.network.graph`.
    country
        The country looked at, ISO 3166-1 alpha-2. A border point belongs to both sides.
    links
        Places near one another, as for `geo.network.graph`.

    Returns
    -------
    transit_nodes
        The rows of `nodes` that have a use, best rank first, with these columns more:

        `kinds_of_use`: some of `entry`, `exit`, `junction` (three or more segments of one kind of goods),
        `transhipment` (two modes of transport, or a link), `storage`, `consumption` (a plant, or the end of a
        pipe or power line inside the country), joined with `;`. What is drawn towards the country enters.
        `rank`: 1 for the highest `score`; equal scores have an equal rank.
        `corridors_count`, `degree`: corridors and segments that touch the node.
        `betweenness`: share of all pairs of an origin and a destination of corridors, for the same kind of
        goods, whose shortest way over the network passes the node without ending there.
        `entry_capacity`, `exit_capacity`, `capacity_unit`: sums over the segments that arrive and that leave
        and operate; gas in million cubic metres a day; missing where no source gives one.
        `km_from_origin`: over the network from the nearest origin of its corridors.
        `km_to_border`: over the network to the nearest border point of the country.
        `score`; `standing`, `added`: segments that are built and that are not yet; `added_entry_capacity`,
        `added_exit_capacity`: of those that do not operate.

    Raises
    ------
    UnknownNameError
        If no node lies in the country, or a segment begins or ends at a node that is not in `nodes`.

    Notes
    -----
    score = (corridors_count / its greatest value + degree / its greatest value + betweenness / its greatest
    value) / 3, where the greatest value is that of the country's nodes. Origins of a corridor are nodes where
    the trunk that it defines itself only leaves, destinations where it only arrives, as segments are drawn.

    References
    ----------
    L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977): betweenness;
    here over the pairs that corridors join, not over all.

    Examples
    --------
    A line from Sofia by Niš to Belgrade, and one from Niš to Vranje:

    >>> from shapely import Point
    >>> nodes = gpd.GeoDataFrame({"name": ["S", "N", "B", "V"], "name_sr": "", "name_az": "", "kind": "port",
    ...     "country": ["BG;RS", "RS", "RS", "RS"]}, geometry=[Point(lon, 43) for lon in (23, 22, 20, 21)],
    ...     index=["sofia", "nis", "belgrade", "vranje"], crs="OGC:CRS84")
    >>> segments = pd.DataFrame({"corridor": "c", "corridors": "c", "line": "", "mode": "rail",
    ...     "role": "trunk", "status": "operating", "country": "RS", "from_node": ["sofia", "nis", "nis"],
    ...     "to_node": ["nis", "belgrade", "vranje"], "length_km": [100.0, 200.0, 90.0],
    ...     "capacity": None, "capacity_unit": ""}, index=["a", "b", "c"])
    >>> table = transit_nodes(segments, nodes, country="RS")
    >>> table[["rank", "kinds_of_use", "degree", "betweenness", "km_from_origin"]].values.tolist()
    [[1, 'junction', 3, 1.0, 100.0], [2, 'entry', 1, 0.0, 0.0]]
    """
    countries = nodes["country"].str.split(";")
    own = nodes[[country in codes for codes in countries]]
    if own.empty:
        raise UnknownNameError("country with nodes", country, sorted(set(countries.explode())))
    ends = _ends(segments, nodes["country"])
    at = ends[ends["node"].isin(own.index)].groupby("node")
    reach = _reach(graph(segments, nodes, links=links), ends, own["country"], country)
    linked = (
        set()
        if links is None
        else set(links.loc[links["kind"] == "transfer", ["from_node", "to_node"]].stack())
    )
    uses = {str(name): _uses(own.loc[name], there, country, name in linked) for name, there in at}
    table = own.assign(kinds_of_use=[";".join(uses.get(name, ())) for name in own.index])
    table = table[table["kinds_of_use"] != ""]
    counts = at.agg(
        corridors_count=("corridors", _corridors), degree=("segment", "size"), standing=("stands", "sum")
    )
    counts["added"] = counts["degree"] - counts["standing"]
    table = table.join(counts).join(reach).join(_capacities(ends))
    parts = table[["corridors_count", "degree", "betweenness"]]
    table["score"] = (parts / parts.max().replace(0, 1)).mean(axis="columns")
    table["rank"] = table["score"].rank(method="min", ascending=False).astype("int64")
    return table.sort_index().sort_values("rank", kind="stable")


def _ends(segments: pd.DataFrame, countries: pd.Series[str]) -> pd.DataFrame:
    """Both ends of every segment; `arrives` where it is drawn towards the node. A strait is inland."""
    start, end = (segments[name].map(countries) for name in ("from_node", "to_node"))
    columns = ["corridor", "corridors", "mode", "status", "country", "role", "capacity", "capacity_unit"]
    kept = segments[columns].assign(
        segment=segments.index,
        country=segments["country"].fillna("").where(start != end, start),
        world=segments["mode"].map(WORLDS),
        stands=segments["status"].isin(STANDS),
    )
    arriving = kept.assign(node=segments["to_node"], arrives=True)
    return pd.concat([kept.assign(node=segments["from_node"], arrives=False), arriving], ignore_index=True)


def _corridors(joined: pd.Series[str]) -> int:
    return len({name for names in joined for name in names.split(";")})


def _uses(node: pd.Series, there: pd.DataFrame, country: str, linked: bool) -> list[str]:
    inside = there["country"] == country
    crossing = ";" in str(node["country"]) or (inside.any() and not inside.all())
    towards = inside != there["arrives"]
    transport = there.loc[there["world"] == "transport", "mode"]
    energy = there["world"].iloc[0] != "transport"
    found = {
        "entry": crossing and towards.any(),
        "exit": crossing and not towards.all(),
        "junction": there["world"].value_counts().max() >= 3,
        "transhipment": transport.nunique() > 1 or (linked and len(transport) > 0),
        "storage": node["kind"] == "storage",
        "consumption": node["kind"] in CONSUMERS
        or (
            energy
            and not crossing
            and len(there) == 1
            and there["arrives"].all()
            and node["kind"] != "storage"
        ),
    }
    return [use for use, holds in found.items() if holds]


def _reach(network: nx.MultiGraph, ends: pd.DataFrame, own: pd.Series[str], country: str) -> pd.DataFrame:
    """Betweenness, and kilometres from origins and to borders; each kind of goods in its own network."""
    trunk = ends[ends["role"] == "trunk"].groupby(["corridor", "node"])["arrives"].agg(["any", "all"])
    origins = trunk.index[~trunk["any"]].to_frame(index=False)
    destinations = set(trunk.index[trunk["all"]].get_level_values("node"))
    at_border = [name for name, codes in own.items() if ";" in codes]
    serves = per_corridor(ends).groupby("node")["corridor"].agg(set).to_dict()
    passed: Counter[str] = Counter()
    pairs = 0
    far: dict[str, float] = {}
    border: dict[str, float] = {}
    for part in _parts(network):
        for origin, corridors in origins.groupby("node")["corridor"].agg(set).items():
            if origin not in part:
                continue
            km, ways = nx.single_source_dijkstra(part, origin)
            for name, distance in km.items():
                if serves.get(name, set()) & corridors:
                    far[name] = min(distance, far.get(name, math.inf))
            for name in (destinations & km.keys()) - {origin}:
                pairs += 1
                passed.update(ways[name][1:-1])
        near = [name for name in at_border if name in part]
        if near:
            border |= nx.multi_source_dijkstra_path_length(part, near)
    return pd.DataFrame(index=own.index).assign(
        betweenness=[passed[name] / max(pairs, 1) for name in own.index],
        km_from_origin=[far.get(name, math.nan) for name in own.index],
        km_to_border=[border.get(name, math.nan) for name in own.index],
    )


def _parts(network: nx.MultiGraph) -> Iterator[nx.Graph]:
    """For each kind of goods a simple graph weighted by kilometres."""
    for world in sorted(set(WORLDS.values())):
        part = nx.Graph()
        for one, other, edge in network.edges(data=True):
            if edge["kind"] == "segment" and WORLDS[edge["mode"]] == world:
                known = part.get_edge_data(one, other, {"weight": math.inf})["weight"]
                part.add_edge(one, other, weight=min(edge["km"], known))
        for one, other, edge in network.edges(data=True):
            if edge["kind"] == "link" and one in part and other in part:
                part.add_edge(one, other, weight=edge["km"])
        yield part


def _capacities(ends: pd.DataFrame) -> pd.DataFrame:
    """Capacity in and out of every node, in the unit that most of its figures have."""
    known = ends[ends["capacity"].notna()]
    gas = known["capacity_unit"].isin(GAS_UNITS)
    figures = zip(known["capacity"], known["capacity_unit"], gas, strict=True)
    known = known.assign(
        capacity=[mcm_per_day(value, unit=unit) if is_gas else value for value, unit, is_gas in figures],
        capacity_unit=known["capacity_unit"].mask(gas, GAS_UNITS[0]),
        way=known["arrives"].map({True: "entry_capacity", False: "exit_capacity"}),
    )
    known["way"] = known["way"].mask(known["status"] != STANDS[0], "added_" + known["way"])
    unit = known.groupby("node")["capacity_unit"].agg(lambda units: units.mode().iloc[0])
    same = known[known["capacity_unit"] == known["node"].map(unit)]
    sums = same.pivot_table(index="node", columns="way", values="capacity", aggfunc="sum")
    return sums.reindex(columns=CAPACITIES).join(unit)

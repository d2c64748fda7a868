"""Lines and nodes as one network: the graph, routes over it, and routes that differ from one another."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

import geopandas as gpd
import networkx as nx
import pandas as pd

from geo.errors import NoRouteError, UnknownNameError
from geo.itinerary import Leg, Route
from geo.modes import STATUSES, WORLDS
from geo.places import NAMES, apart_km, node_id
from geo.times import times as times_of
from geo.turns import Arc, Turns, Wait, Way, shortest, through_each, turn_graph, turns

_EDGE = [
    *("mode", "status", "country", "corridor", "corridors", "line", "role"),
    *("from_node", "to_node", "length_km"),
]

SHARES = (0.5, 0.25, 0.1)
"""Routes that differ in half of their length are taken first, then those in a quarter, then in a tenth."""

STRETCH = 2.0
"""A route longer than the best by more than this factor is no alternative to it."""

DETOUR = 1.5
"""Where a route leaves another one, it may take so many times as much until they meet again."""


def graph(
    segments: pd.DataFrame,
    nodes: gpd.GeoDataFrame,
    *,
    links: pd.DataFrame | None = None,
    times: pd.DataFrame | None = None,
) -> nx.MultiGraph:
    """
    Make the network of segments and nodes.

    Parameters
    ----------
    segments
        Segments on the index `id`, with `corridor`, `corridors`, `line`, `role`, `mode`, `status`, `country`,
        `from_node`, `to_node` and `length_km`.
    nodes
        Nodes on the index `id`, with points, names, `country` and `kind`.
    links
        Places near one another: `from_node`, `to_node`, and `kind`: `transfer`, where goods change from one
        to the other, or `serves`, where a pipe or a power line ends short of the town it supplies. Links of
        nodes that are not in `nodes` are left out.
    times
        Speeds and waits, as for `geo.times.times`; without them routes cannot be found by hours.

    Returns
    -------
    graph
        Vertices are nodes; edges are segments, their key is the identifier, with `kind` `segment`, `km`,
        `hours` (running time, an estimate; missing for pipes and power), `mode`, `status`, `country`,
        `corridor`, `corridors`, `line` and `role`; and links with `kind` `link` and `km` in a straight line.

    Raises
    ------
    UnknownNameError
        If a segment begins or ends at a node that is not in `nodes`, or has an unknown mode.

    Notes
    -----
    Pipes for gas, pipes for oil, power, and transport are worlds apart: a route stays in one of them. A link
    from one world to another, of the kind `serves`, can therefore only be the first or the last step. So
    Sangachal–Belgrade runs by gas to Batajnica, which serves Belgrade.

    Examples
    --------
    >>> from shapely import Point
    >>> nodes = gpd.GeoDataFrame({"name": ["Alat", "Kars"], "name_sr": "", "name_az": "", "kind": "station",
    ...     "country": ["AZ", "TR"]}, geometry=[Point(49.4, 40), Point(43.1, 40.6)], index=["alat", "kars"])
    >>> segments = pd.DataFrame({"corridor": "m", "corridors": "m", "line": "BTK", "role": "trunk",
    ...     "mode": "rail", "status": "operating", "country": "AZ", "from_node": "alat", "to_node": "kars",
    ...     "length_km": [800.0]}, index=["btk"])
    >>> network = graph(segments, nodes)
    >>> network.edges["alat", "kars", "btk"]["km"], network.nodes["kars"]["country"]
    (800.0, 'TR')
    """
    hours_of = None if times is None else times_of(times)
    network = nx.MultiGraph(times=hours_of)
    table = pd.DataFrame(nodes[[*NAMES, "country", "kind"]])
    places = table.assign(lon=nodes.geometry.x, lat=nodes.geometry.y).to_dict("index")
    network.add_nodes_from(places.items())
    for name, edge in segments[_EDGE].to_dict("index").items():
        _known("mode", edge["mode"], WORLDS)
        one, other, km = (edge.pop(key) for key in ("from_node", "to_node", "length_km"))
        for end in (one, other):
            _known("node", end, network)
        edge["country"] = edge["country"] if isinstance(edge["country"], str) else ""
        hours = hours_of.running(edge["mode"], country=edge["country"], km=km) if hours_of else math.nan
        told = {"kind": "segment", "km": km, "hours": hours, **{str(key): edge[key] for key in edge}}
        network.add_edge(one, other, key=name, **told)
    for one, other in _pairs(links, network):
        start, end = ((network.nodes[name]["lon"], network.nodes[name]["lat"]) for name in (one, other))
        network.add_edge(one, other, key=f"{one}–{other}", kind="link", km=apart_km(start, end))
    return network


def within(
    network: nx.MultiGraph,
    *,
    modes: Sequence[str] = (),
    statuses: Sequence[str] = (),
    avoid: Sequence[str] = (),
) -> nx.MultiGraph:
    """
    Take the part of a network that may be used.

    Parameters
    ----------
    network
        As from `graph`.
    modes, statuses
        What may be used; everything if none is given.
    avoid
        Nodes, by identifier or name, and segments, by identifier, that may not be used.

    Returns
    -------
    part
        A network of the same nodes with fewer edges. It remembers the whole, so that an error can say what
        would connect.

    Raises
    ------
    UnknownNameError
        If there is no such mode, status, node or segment.

    Examples
    --------
    >>> network = nx.MultiGraph()
    >>> for key, mode in (("line", "rail"), ("street", "road")):
    ...     _ = network.add_edge("alat", "kars", key=key, kind="segment", mode=mode, status="operating")
    >>> list(within(network, modes=["rail"]).edges(keys=True))
    [('alat', 'kars', 'line')]
    """
    for what, given, known in (("mode", modes, WORLDS), ("status", statuses, STATUSES)):
        for name in given:
            _known(what, name, known)
    segments = {key for *_, key, kind in network.edges(keys=True, data="kind") if kind == "segment"}
    barred = {name if name in segments else _node(network, name) for name in avoid}
    part = network.copy()
    for one, other, key, edge in network.edges(keys=True, data=True):
        fits = edge["kind"] == "link" or (
            (not modes or edge["mode"] in modes) and (not statuses or edge["status"] in statuses)
        )
        if not fits or barred & {one, other, key}:
            part.remove_edge(one, other, key)
    told = [", ".join(modes), ", ".join(statuses), "without " + ", ".join(avoid) if avoid else ""]
    part.graph |= {"whole": network, "limits": "; ".join(text for text in told if text)}
    return part


def route(
    network: nx.MultiGraph, origin: str, destination: str, *, via: Sequence[str] = (), by: str = "km"
) -> Route:
    """
    Find the best route between two nodes.

    Parameters
    ----------
    network
        As from `graph`, or a part of it as from `within`.
    origin, destination
        Nodes, by identifier or by name in any of the languages.
    via
        Nodes to pass, in this order.
    by
        `km` for the shortest, `hours` for the fastest; hours are estimates.

    Returns
    -------
    route
        The best route: its legs, its sums, what of it stands.

    Raises
    ------
    UnknownNameError
        If there is no such node.
    NoRouteError
        If the nodes are not connected; says what would connect them.
    ValueError
        If `by` is neither, or `hours` are asked of a network without times.

    Notes
    -----
    By hours, a change of mode and a border count too, by km only what is travelled.

    Examples
    --------
    >>> import layers
    >>> atlas = layers.read()
    >>> network = graph(atlas.segments, atlas.nodes, links=atlas.links)
    >>> gas = route(network, "sangachal", "kipoi")
    >>> gas.legs["line"].unique().tolist(), gas.border_crossings, round(gas.km) in range(2400, 2600)
    (['SCP', 'TANAP'], 2, True)
    """
    routed = _turns(network, by)
    stops = _stops(network, origin, via, destination)
    way = shortest(turn_graph(routed, stops, by=by))
    if way is None:
        raise NoRouteError(_why_not(network, stops))
    return _route(network, routed, way)


def routes(
    network: nx.MultiGraph,
    origin: str,
    destination: str,
    *,
    via: Sequence[str] = (),
    by: str = "km",
    k: int = 3,
) -> list[Route]:
    """
    Find routes between two nodes that really differ from one another.

    Parameters
    ----------
    network, origin, destination, via, by
        As for `route`.
    k
        At most as many.

    Returns
    -------
    routes
        The best route first, then alternatives, the better first.

    Raises
    ------
    UnknownNameError
        If there is no such node.
    NoRouteError
        If the nodes are not connected; says what would connect them.
    ValueError
        If `by` is neither `km` nor `hours`, or `hours` are asked of a network without times.

    Notes
    -----
    The k shortest paths of a network are nearly always one path with small detours. So for every segment the
    best route through it is a candidate, if it passes no place twice and is at most `STRETCH` times as long
    as the best. From these, the better first, those are taken that run in half of their length on other
    segments than each route taken before, then those in a quarter, then in a tenth (`SHARES`), until there
    are `k`; and wherever such a route leaves one taken before, it takes at most `DETOUR` times as much.

    References
    ----------
    I. Abraham, D. Delling, A. Goldberg, R. Werneck, Alternative routes in road networks, ACM J. Exp.
    Algorithmics 18 (2013).

    Examples
    --------
    Two ways from A to D, and a siding that is no way of its own:

    >>> network = nx.MultiGraph(times=None)
    >>> for (one, other), km in (("AB", 50), ("BD", 50), ("AC", 60), ("CD", 60), ("CE", 1), ("ED", 60)):
    ...     _ = network.add_edge(one, other, key=one + other, kind="segment", km=km, hours=0.0, mode="rail",
    ...         status="operating", country="", corridor="", corridors="", line="", role="")
    >>> [(route.nodes, route.km) for route in routes(network, "A", "D", k=2)]
    [(('A', 'B', 'D'), 100), (('A', 'C', 'D'), 120)]
    """
    routed = _turns(network, by)
    stops = _stops(network, origin, via, destination)
    ways = through_each(turn_graph(routed, stops, by=by), stretch=STRETCH)
    found = [_route(network, routed, way) for way in ways]
    if not found:
        return [route(network, origin, destination, via=via, by=by)]
    taken = found[:1]
    for share in SHARES:
        for each in found:
            if len(taken) < k and all(_differs(each, other, share, by) for other in taken):
                taken.append(each)
    return sorted(taken, key=found.index)


def _differs(one: Route, other: Route, share: float, by: str) -> bool:
    return one.new_pct(other.segments) >= 100 * share and one.detour(other, by=by) <= DETOUR


def _known(what: str, name: str, known: Iterable[str]) -> None:
    if name not in known:
        raise UnknownNameError(what, name, known)


def _node(network: nx.MultiGraph, name: str) -> str:
    if name in network:
        return name
    table = pd.DataFrame.from_dict(dict(network.nodes(data=True)), orient="index", columns=list(NAMES))
    return node_id(table, name)


def _pairs(links: pd.DataFrame | None, network: nx.MultiGraph) -> list[tuple[str, str]]:
    if links is None:
        return []
    pairs = zip(links["from_node"], links["to_node"], strict=True)
    return [(one, other) for one, other in pairs if one in network and other in network]


def _turns(network: nx.MultiGraph, by: str) -> Turns:
    times = network.graph.get("times")
    if by not in ("km", "hours"):
        raise ValueError(f"by = {by!r}: must be 'km' or 'hours'")
    if by == "hours" and times is None:
        raise ValueError(
            "by = 'hours': this network has no times; make it with geo.network.graph(..., times=...)"
        )
    return turns(network, times)


def _stops(network: nx.MultiGraph, origin: str, via: Sequence[str], destination: str) -> list[str]:
    """Nodes to visit, in order; one that is repeated without another in between counts once."""
    stops = [name for name, _ in groupby(_node(network, name) for name in (origin, *via, destination))]
    if len(stops) < 2:
        raise NoRouteError(f"no way from {stops[0]} to {stops[0]}: they are the same node")
    return stops


def _route(network: nx.MultiGraph, routed: Turns, way: Way) -> Route:
    steps: list[Leg] = []
    before: Arc | None = None
    for places, arc in way:
        steps += [
            Leg(one, other, "", "", "transfer", "", "", "", "", routed.links[one][other], 0.0, 0.0, "")
            for one, other in pairwise(places)
        ]
        if arc is not None:
            edge = network.edges[arc.start, arc.end, arc.segment]
            wait = routed.wait(before, arc) if before else Wait(0.0, "")
            told = {name: edge[name] for name in ("line", "mode", "status", "country", "corridors", "role")}
            told |= {"km": arc.km, "hours": arc.hours, "wait_hours": wait.hours, "wait_for": wait.why}
            steps.append(Leg(from_node=arc.start, to_node=arc.end, segment=arc.segment, **told))
        before = arc
    return Route(tuple(steps))


def _why_not(network: nx.MultiGraph, stops: Sequence[str]) -> str:
    """Say what was allowed, and what the shortest way over the whole network needs beyond that."""
    limits, whole = network.graph.get("limits", ""), network.graph.get("whole", network)
    message = f"no way from {stops[0]} to {stops[-1]}"
    message += f" by way of {', '.join(stops[1:-1])}" if stops[1:-1] else ""
    message += f" ({limits})" if limits else ""
    everything = turns(whole, None)
    way = shortest(turn_graph(everything, stops, by="km"))
    if way is not None:
        needed = [leg for leg in _route(whole, everything, way).steps if leg.segment]
        missing = [leg for leg in needed if not network.has_edge(leg.from_node, leg.to_node, leg.segment)]
        if not missing:
            modes = sorted({leg.mode for leg in needed if math.isnan(leg.hours)})
            return f"{message} by hours: none are known for {', '.join(modes)}"
        named = [f"{leg.segment} ({leg.mode}, {leg.status})" for leg in missing]
        return f"{message}; this would connect them: {', '.join(named)}"
    served = [f"{stop} has {', '.join(_modes(whole, stop)) or 'nothing'}" for stop in stops]
    return f"{message}; nothing in the atlas connects them: {'; '.join(served)}"


def _modes(network: nx.MultiGraph, node: str) -> list[str]:
    return sorted(
        {edge["mode"] for _, _, edge in network.edges(node, data=True) if edge["kind"] == "segment"}
    )

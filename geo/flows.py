"""Gas capacity: units, maximum flow and bottleneck, and whether a country holds when an inflow fails."""

from __future__ import annotations

import html
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import pandas as pd

from geo.errors import UnknownNameError

KWH_PER_M3 = 10.55
"""Gross calorific value with which ENTSOG's energy units are turned into volume for Serbia's entry points."""

UNITS = ("mcm_per_day", "gwh_per_day", "bcm_per_year", "mcm_per_year")
"""Units of a gas capacity or flow."""


@dataclass(frozen=True, slots=True)
class MaximumFlow:
    """
    The most gas that can go from one place to some others, and what limits it.

    Attributes
    ----------
    mcm_per_day
        Million cubic metres a day; infinite if some way has no pipe of known capacity.
    pipes
        One row a segment that lies on some way, on the index of the segments, nearest to the source first:
        `line`, `from_node`, `to_node`, `capacity_mcm_per_day` (missing if unknown), `flow_mcm_per_day` and
        `in_cut`.
    cut
        The segments of a minimum cut: full in the maximum flow, and without them nothing flows.
    """

    mcm_per_day: float
    pipes: pd.DataFrame
    cut: tuple[str, ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        """What lies on the way with a capacity that nobody says, taken not to limit."""
        return tuple(self.pipes.index[self.pipes["capacity_mcm_per_day"].isna()])

    def _repr_html_(self) -> str:
        cut = html.escape(", ".join(self.cut)) or "none"
        pipes = self.pipes.round(2).to_html(na_rep="", border=0)
        return f"<p>{self.mcm_per_day:.2f} mcm a day; bottleneck: {cut}</p>{pipes}"


def mcm_per_day(value: float, *, unit: str, kwh_per_m3: float = KWH_PER_M3) -> float:
    """
    Turn a gas capacity into million cubic metres a day.

    Parameters
    ----------
    value
        The capacity.
    unit
        `mcm_per_day`, `gwh_per_day`, `bcm_per_year` or `mcm_per_year`.
    kwh_per_m3
        Gross calorific value, used for energy units only.

    Returns
    -------
    mcm_per_day
        Million cubic metres a day; a year has 365 days.

    Raises
    ------
    UnknownNameError
        If the unit is not one of these.

    Examples
    --------
    The firm capacity at Kalotina, 53.05 GWh a day, and 1.8 bcm a year:

    >>> round(mcm_per_day(53.05, unit="gwh_per_day"), 2), round(mcm_per_day(1.8, unit="bcm_per_year"), 2)
    (5.03, 4.93)
    """
    if unit not in UNITS:
        raise UnknownNameError("gas unit", unit, UNITS)
    per_unit = (1.0, 1 / kwh_per_m3, 1000 / 365, 1 / 365)
    return value * dict(zip(UNITS, per_unit, strict=True))[unit]


def capacities_mcm_per_day(segments: pd.DataFrame, *, kwh_per_m3: float = KWH_PER_M3) -> pd.Series[float]:
    """
    Bring the capacities of gas pipelines into one unit.

    Parameters
    ----------
    segments
        Segments with `capacity` and `capacity_unit`.
    kwh_per_m3
        Gross calorific value, used for energy units only.

    Returns
    -------
    capacity_mcm_per_day
        Million cubic metres a day, on the index of `segments`; missing where no capacity is known.

    Raises
    ------
    UnknownNameError
        If a capacity is not in a unit of gas.

    Examples
    --------
    >>> pipes = pd.DataFrame({"capacity": [3, None], "capacity_unit": ["bcm_per_year", ""]}, index=["a", "b"])
    >>> capacities_mcm_per_day(pipes).round(2).to_dict()
    {'a': 8.22, 'b': nan}
    """
    values = [
        math.nan if pd.isna(value) else mcm_per_day(float(value), unit=unit, kwh_per_m3=kwh_per_m3)
        for value, unit in zip(segments["capacity"], segments["capacity_unit"], strict=True)
    ]
    return pd.Series(values, index=segments.index, dtype="float64")


def maximum_flow(segments: pd.DataFrame, *, source: str, sinks: Sequence[str]) -> MaximumFlow:
    """
    Find the most gas that pipelines can carry from one node to some others, and the bottleneck.

    Parameters
    ----------
    segments
        Segments on the index `id`, with `line`, `mode`, `status`, `from_node`, `to_node`, `capacity` and
        `capacity_unit`. Only gas pipelines that operate count.
    source
        Node where the gas comes from.
    sinks
        Nodes where it is wanted, such as all nodes of a country.

    Returns
    -------
    maximum_flow
        The flow, every pipe on the way, and the minimum cut.

    Raises
    ------
    UnknownNameError
        If no segment at all, of whatever mode and status, touches `source` or one of `sinks`.

    Notes
    -----
    Gas goes the way a segment is drawn: no firm capacity against it is known for most of them. Pipes side by
    side add up. A pipe of unknown capacity does not limit. Contracts and what others take on the way are left
    out, so this is what the pipes could do and not what they do. What leaves a sink again does not count.

    References
    ----------
    L. R. Ford, D. R. Fulkerson, Maximal flow through a network, Canadian Journal of Mathematics 8 (1956),
    399–404; as `networkx.maximum_flow` and `networkx.minimum_cut`.

    Examples
    --------
    Two pipes side by side, then a narrower one:

    >>> pipes = pd.DataFrame({"from_node": ["a", "a", "b"], "to_node": ["b", "b", "c"], "line": "L",
    ...     "mode": "gas_pipeline", "status": "operating", "capacity": [7.0, 16.0, 20.0],
    ...     "capacity_unit": "mcm_per_day"}, index=["old", "loop", "on"])
    >>> found = maximum_flow(pipes, source="a", sinks=["c"])
    >>> found.mcm_per_day, found.cut
    (20.0, ('on',))
    """
    known = {*segments["from_node"], *segments["to_node"]}
    for name in (source, *sinks):
        if name not in known:
            raise UnknownNameError("node", name, known)
    usable = (segments["mode"] == "gas_pipeline") & (segments["status"] == "operating")
    pipes = segments[usable & ~segments["from_node"].isin(sinks)]
    capacity = capacities_mcm_per_day(pipes)
    graph = _flow_graph(pipes, capacity, sinks)
    graph.add_node(("node", source))
    start, end = ("node", source), _SINK
    between = (nx.descendants(graph, start) | {start}) & (nx.ancestors(graph, end) | {end})
    steps = nx.single_source_shortest_path_length(graph, start)
    on_the_way = sorted(
        (name for name in pipes.index if ("pipe", name) in between), key=lambda x: steps["pipe", x]
    )
    try:
        value, flows = nx.maximum_flow(graph, start, end)
        _, (near, _) = nx.minimum_cut(graph, start, end)
    except nx.NetworkXUnbounded:
        value, flows, near = math.inf, {}, set()
    cut = [name for name in on_the_way if ("pipe", name) in near and _end(pipes, name) not in near]
    table = pipes.loc[on_the_way, ["line", "from_node", "to_node"]].copy()
    table["capacity_mcm_per_day"] = capacity.loc[on_the_way]
    table["flow_mcm_per_day"] = [
        flows[("pipe", name)][_end(pipes, name)] if flows else math.nan for name in on_the_way
    ]
    table["in_cut"] = [name in cut for name in on_the_way]
    return MaximumFlow(float(value), table, tuple(cut))


def n_minus_1(
    entries: Mapping[str, float],
    *,
    demand: Sequence[float],
    production: float = 0.0,
    storage: float = 0.0,
    lng: float = 0.0,
    lost: Sequence[str] = (),
) -> pd.DataFrame:
    """
    Tell whether the infrastructure that remains can meet the peak demand when the largest fails.

    Parameters
    ----------
    entries
        Technical capacity of each border entry point, mcm a day; none is allowed.
    demand
        Peak demands of one day to be met, mcm a day; give every figure that is quoted.
    production, storage, lng
        Most that can be produced, withdrawn and sent out in a day, mcm.
    lost
        Entry points that fail together; the largest one alone if none is named.

    Returns
    -------
    n_minus_1
        One row a demand: `demand_mcm_per_day`, `lost` (names joined with `;`), `remaining_mcm_per_day`,
        `n_minus_1_pct`, `holds`, whether it reaches 100, and `met_pct`, the same with nothing lost.

    Raises
    ------
    UnknownNameError
        If `lost` names an entry point that is not in `entries`.
    ValueError
        If a demand is not above 0.

    Notes
    -----
    N-1 [%] = 100 (EPm + Pm + Sm + LNGm - Im) / Dmax. The regulation asks for the loss of the single largest
    infrastructure; several names in `lost` are a stress test beyond it.

    References
    ----------
    Regulation (EU) 2017/1938, Annex II, points 2 and 4.

    Examples
    --------
    Serbia, entry points after ENTSOG, storage of 5 and production of 0.5 mcm a day:

    >>> points = {"Kireevo": 38.67, "Kiskundorozsma": 13.46, "Kalotina": 5.03}
    >>> table = n_minus_1(points, demand=[19, 20], production=0.5, storage=5)
    >>> print(table[["lost", "remaining_mcm_per_day", "n_minus_1_pct"]].round(1).to_string(index=False))
       lost  remaining_mcm_per_day  n_minus_1_pct
    Kireevo                   24.0          126.3
    Kireevo                   24.0          120.0
    """
    for name in lost:
        if name not in entries:
            raise UnknownNameError("entry point", name, entries)
    for value in demand:
        if not value > 0:
            raise ValueError(f"demand = {value}: must be above 0")
    fails = list(lost) or sorted(entries, key=lambda name: (entries[name], name))[-1:]
    everything = sum(entries.values()) + production + storage + lng
    remaining = everything - sum(entries[name] for name in fails)
    table = pd.DataFrame({"demand_mcm_per_day": [float(value) for value in demand]})
    table["lost"] = ";".join(fails)
    table["remaining_mcm_per_day"] = remaining
    table["n_minus_1_pct"] = 100 * remaining / table["demand_mcm_per_day"]
    table["holds"] = table["n_minus_1_pct"] >= 100
    table["met_pct"] = 100 * everything / table["demand_mcm_per_day"]
    return table


def bridged_days(*, working_gas: float, withdrawal: float, shortfall: float) -> float:
    """
    Tell how long a storage replaces an inflow that fails.

    Parameters
    ----------
    working_gas
        Gas that can be withdrawn, mcm.
    withdrawal
        Most that can be withdrawn in a day, mcm.
    shortfall
        Inflow that fails, mcm a day.

    Returns
    -------
    bridged_days
        Days; 0 if the storage cannot replace the whole shortfall on a day.

    Raises
    ------
    ValueError
        If the shortfall is not above 0.

    Notes
    -----
    The storage is taken to be full and otherwise unused, and its withdrawal rate not to fall as it empties:
    an upper limit.

    Examples
    --------
    Banatski Dvor, 450 mcm and 5 mcm a day, for the 1.7 mcm a day that failed in January 2025:

    >>> round(bridged_days(working_gas=450, withdrawal=5, shortfall=1.7))
    265
    """
    if not shortfall > 0:
        raise ValueError(f"shortfall = {shortfall}: must be above 0")
    return working_gas / shortfall if shortfall <= withdrawal else 0.0


_SINK = ("sink", "")


def _flow_graph(pipes: pd.DataFrame, capacity: pd.Series[float], sinks: Sequence[str]) -> nx.DiGraph:
    """Give each pipe a node of its own, so that pipes side by side stay apart; no capacity means no limit."""
    graph = nx.DiGraph()
    for name, begin in zip(pipes.index, pipes["from_node"], strict=True):
        limit = {} if math.isnan(capacity[name]) else {"capacity": capacity[name]}
        graph.add_edge(("node", begin), ("pipe", name))
        graph.add_edge(("pipe", name), _end(pipes, name), **limit)
    graph.add_edges_from((("node", name), _SINK) for name in sinks)
    return graph


def _end(pipes: pd.DataFrame, name: str) -> tuple[str, str]:
    return ("node", str(pipes.loc[name, "to_node"]))

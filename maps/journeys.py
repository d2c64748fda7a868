"""Routes over the network, put beside one another: from Mundra to Belgrade by different corridors."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from geo import network
from geo.errors import NoRouteError
from geo.itinerary import Route
from geo.metrics import border_crossings, route_metrics
from geo.modes import STANDS
from layers import Atlas
from layers.model import Status
from layers.symbols import symbols
from maps.facts import Facts, gathered
from maps.words import every, translated, word

ORIGIN, DESTINATION = "mundra", "belgrade"
"""Between which places journeys are compared: the brief's example."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    A journey that is to be compared.

    Attributes
    ----------
    name
        Identifier; also of its colour and, after `journey.`, of its title.
    via
        Nodes that it passes, in their order.
    """

    name: str
    via: tuple[str, ...]


WANTED = (
    Wanted("imec", ("riyadh", "haifa")),
    Wanted("north_south_corridor", ("bandar_abbas",)),
    Wanted("suez", ("suez",)),
)
"""The ways that are put beside one another."""


def journeys(atlas: Atlas) -> dict[str, Route]:
    """
    Find the journeys that are to be compared.

    Parameters
    ----------
    atlas
        The checked catalogue.

    Returns
    -------
    journeys
        The shortest route by way of what is wanted; those whose places the catalogue does not have are
        left out.
    """
    known = set(atlas.nodes.index)
    whole = atlas.network
    return {
        wanted.name: network.route(whole, ORIGIN, DESTINATION, via=wanted.via)
        for wanted in WANTED
        if {ORIGIN, DESTINATION, *wanted.via} <= known
    }


def best_journey(atlas: Atlas) -> Route | None:
    """
    Find the shortest journey on what operates.

    Parameters
    ----------
    atlas
        The checked catalogue, as it is or under a scenario.

    Returns
    -------
    journey
        None if there is none.
    """
    if not {ORIGIN, DESTINATION} <= set(atlas.nodes.index):
        return None
    operating = network.within(atlas.network, statuses=[Status.operating.value])
    try:
        return network.route(operating, ORIGIN, DESTINATION)
    except NoRouteError:
        return None


def journey_facts(route: Route) -> Facts:
    """
    Turn a route into plain data.

    Parameters
    ----------
    route
        A journey.

    Returns
    -------
    facts
        `ends`, `segments`, `km`, `by_mode` and `by_status` (kilometres), `borders`, `mode_changes`,
        `stands_pct`, `operates_pct`, and `days`, an estimate (None where no speed is known).
    """
    legs = route.legs[route.legs["segment"] != ""]
    return {
        "ends": [route.nodes[0], route.nodes[-1]],
        "segments": list(route.segments),
        "km": round(route.km, 1),
        "by_mode": _sums(legs, "mode", "km"),
        "by_status": _sums(legs, "status", "km"),
        "borders": route.border_crossings,
        "mode_changes": route.mode_changes,
        "stands_pct": round(route.stands_pct, 1),
        "operates_pct": round(route.operates_pct, 1),
        "days": None if math.isnan(route.hours) else round(route.hours / 24, 1),
    }


def compare_facts(atlas: Atlas, *, focus: str) -> Facts:
    """
    Gather what the page of comparisons knows.

    Parameters
    ----------
    atlas
        The checked catalogue.
    focus
        Code of the country that the page is read for.

    Returns
    -------
    facts
        As `maps.facts.atlas_facts`, with journeys in the place of corridors, and `compared`: the journeys
        and the main routes of all corridors, by the same measures.
    """
    found = {name: journey_facts(route) for name, route in journeys(atlas).items()}
    serves = {
        segment: ";".join(name for name, journey in found.items() if segment in journey["segments"])
        for journey in found.values()
        for segment in journey["segments"]
    }
    segments = atlas.segments.loc[list(serves)].assign(corridors=pd.Series(serves))
    nodes = atlas.nodes[atlas.nodes.index.isin({*segments["from_node"], *segments["to_node"]})]
    groups = {name: _as_group(atlas, name, journey, focus) for name, journey in found.items()}
    ends = sorted({ORIGIN, DESTINATION} & set(nodes.index))
    titles = {name: every(word(f"journey.{name}")) for name in found}
    titles |= {f"main:{name}": every(text) for name, text in translated(atlas.corridors, "title").items()}
    compared = {**found, **{f"main:{name}": row for name, row in _main(atlas).items()}}
    return {
        **gathered(atlas, segments, nodes, groups=groups, ends=ends),
        "mode_names": {mode.value: every(symbol.label) for mode, symbol in symbols().mode.items()},
        "compared": {name: {"title": titles[name], **row} for name, row in compared.items()},
    }


def _as_group(atlas: Atlas, name: str, journey: Facts, focus: str) -> Facts:
    own = atlas.segments.loc[journey["segments"]]
    km = journey["by_status"]
    return {
        "title": every(word(f"journey.{name}")),
        "own": True,
        "main_km": journey["km"],
        "total_km": journey["km"],
        "focus_km": round(float(own.loc[own["country"] == focus, "length_km"].sum()), 1),
        "operating_pct": journey["operates_pct"],
        "borders": journey["borders"],
        "shares": {status.value: km[status.value] for status in Status if status.value in km},
    }


def _main(atlas: Atlas) -> dict[str, Facts]:
    """Measure main routes as journeys are measured; hours are not asked for."""
    found = {}
    metrics = route_metrics(atlas.segments, main=atlas.main_routes)
    for name, main in atlas.main_routes.items():
        legs = atlas.segments.loc[list(main)]
        stands = legs.loc[legs["status"].isin(STANDS), "length_km"].sum() / legs["length_km"].sum()
        found[name] = {
            "ends": [],
            "segments": list(main),
            "km": round(float(legs["length_km"].sum()), 1),
            "by_mode": _sums(legs, "mode", "length_km"),
            "by_status": _sums(legs, "status", "length_km"),
            "borders": border_crossings(list(legs["country"])),
            "mode_changes": sum(one != other for one, other in pairwise(legs["mode"])),
            "stands_pct": round(100 * float(stands), 1),
            "operates_pct": round(float(metrics["operating_share_pct"][name]), 1),
            "days": None,
        }
    return found


def _sums(legs: pd.DataFrame, by: str, km: str) -> dict[str, Any]:
    sums = legs.groupby(by, sort=False)[km].sum()
    return {str(key): round(float(value), 1) for key, value in sums.items()}

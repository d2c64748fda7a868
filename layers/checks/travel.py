"""Rules of travelling: links join places near one another, and the times leave no mode without a figure."""

from __future__ import annotations

from collections.abc import Iterator

from geo.errors import Problem, nearest
from geo.modes import WORLDS
from geo.places import apart_km
from layers.model import Definition
from layers.travel import TimeKind, TimeUnit

FARTHEST_LINK_KM = 40.0
"""Places farther apart are joined by a segment, not by a link."""


def loose_links(definition: Definition) -> Iterator[Problem]:
    """
    Find links of nodes that do not exist, that stand twice, or that are not near one another.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a link, with the nearest name.
    """
    nodes = {located.record.id: located.record for located in definition.nodes}
    seen: set[frozenset[str]] = set()
    for located in definition.links:
        link = located.record
        ends = {"from_node": link.from_node, "to_node": link.to_node}
        unknown = {key: name for key, name in ends.items() if name not in nodes}
        for key, name in unknown.items():
            yield located.problem(key, f'"{name}"', f"no such node{nearest(name, nodes)}")
        pair = frozenset(ends.values())
        if pair in seen or len(pair) == 1:
            yield located.problem(
                "to_node", f'"{link.to_node}"', "this link stands twice, or ends where it begins"
            )
        elif not unknown:
            one, other = nodes[link.from_node], nodes[link.to_node]
            km = apart_km((one.lon, one.lat), (other.lon, other.lat))
            if km > FARTHEST_LINK_KM:
                rule = (
                    f"{km:.0f} km from {link.from_node}; at most {FARTHEST_LINK_KM:g} km, else draw a segment"
                )
                yield located.problem("to_node", f'"{link.to_node}"', rule)
        seen.add(pair)


def wrong_times(definition: Definition) -> Iterator[Problem]:
    """
    Find times of unknown modes or in the wrong unit, and modes of transport without a speed.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a time, and one a figure that every journey needs and that is missing.
    """
    everywhere: set[tuple[TimeKind, str]] = set()
    file = "times.csv"
    for located in definition.times:
        time, file = located.record, located.file
        modes = time.modes.split(";") if time.modes else []
        unknown = [mode for mode in modes if WORLDS.get(mode) != "transport"]
        for mode in unknown:
            yield located.problem("modes", f'"{mode}"', f"not a mode of transport{nearest(mode, WORLDS)}")
        unit = TimeUnit.km_per_hour if time.kind is TimeKind.speed else TimeUnit.hours
        if time.unit is not unit:
            yield located.problem("unit", f'"{time.unit}"', f"a {time.kind} is in {unit}")
        if not time.countries:
            everywhere.update((time.kind, mode) for mode in modes or [""])
    needed = [(TimeKind.speed, mode) for mode, world in WORLDS.items() if world == "transport"]
    for kind, mode in [*needed, (TimeKind.transfer, "")]:
        if (kind, mode) not in everywhere:
            place = f"{kind}, {mode}" if mode else str(kind)
            yield Problem(file, place, "", "missing; a row for all countries is needed")

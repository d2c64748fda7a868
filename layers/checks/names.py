"""Rules of names: identifiers, references, and the chain of the main route."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from geo.errors import Problem, nearest
from layers.evidence import Claim, Quantity, Scenario
from layers.model import Corridor, Definition, Line, Located, Node, Record, Segment, Span, WayPoint
from layers.travel import Link, Time

TAKEN = frozenset({"index", "serbia", "compare", "all", "nodes", "serbian_transit_nodes"})
"""Names of pages, layers and groups that are about no single corridor."""


def doubled_ids(definition: Definition) -> Iterator[Problem]:
    """
    Find identifiers that stand twice.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a repetition; each kind of record is a space of names.
    """
    spaces = (
        [(located, located.record.id) for located in definition.nodes],
        [(located, located.record.id) for located in definition.sources],
        [(located, located.record.id) for located in definition.segments],
        [(located, located.record.id) for located in definition.quantities],
        [(located, located.record.id) for located in definition.claims],
        [(located, located.record.id) for located in definition.scenarios],
    )
    for space in spaces:
        first: dict[str, str] = {}
        for located, name in space:
            if name in first:
                yield located.problem("id", f'"{name}"', f"stands twice; the first is at {first[name]}")
            first.setdefault(name, f"{located.file}, {located.place}")


def taken_names(definition: Definition) -> Iterator[Problem]:
    """
    Find corridors whose files would be written over files of the atlas itself.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a corridor.
    """
    for located in definition.corridors:
        if located.record.id in TAKEN:
            yield Problem(
                located.file, "file", "", "the atlas has files of this name itself; rename this one"
            )


def empty_catalogue(definition: Definition) -> Iterator[Problem]:
    """
    Find that there is nothing to map.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One, if it has no corridor.
    """
    if not definition.corridors:
        yield Problem("corridors", "folder", "", "no corridor; a catalogue has at least one")


def unknown_nodes(definition: Definition) -> Iterator[Problem]:
    """
    Find segments that begin or end at a node that does not exist, or at one node only.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a wrong end, with the nearest name.
    """
    known = {located.record.id for located in definition.nodes}
    for located in definition.segments:
        segment = located.record
        for key, name in (("from_node", segment.from_node), ("to_node", segment.to_node)):
            if name not in known:
                yield located.problem(key, f'"{name}"', f"no such node{nearest(name, known)}")
        if segment.from_node == segment.to_node:
            yield located.problem("to_node", f'"{segment.to_node}"', "a segment ends where it begins")


def unused_nodes(definition: Definition) -> Iterator[Problem]:
    """
    Find nodes that no segment touches.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a node.
    """
    used = {
        name for located in definition.segments for name in (located.record.from_node, located.record.to_node)
    }
    for located in definition.nodes:
        if located.record.id not in used:
            rule = "no segment begins or ends here; remove the node or draw its segment"
            yield located.problem("id", f'"{located.record.id}"', rule)


def unknown_sources(definition: Definition) -> Iterator[Problem]:
    """
    Find facts that name a source that does not exist.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a wrong name, with the nearest.
    """
    known = {located.record.id for located in definition.sources}
    for located, name in named_sources(definition):
        if name not in known:
            yield located.problem("source", f'"{name}"', f"no such source{nearest(name, known)}")


def unused_sources(definition: Definition) -> Iterator[Problem]:
    """
    Find sources that no fact names.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a source.
    """
    used = {name for _, name in named_sources(definition)}
    for located in definition.sources:
        if located.record.id not in used:
            yield located.problem("id", f'"{located.record.id}"', "no fact names this source; remove it")


def broken_main(definition: Definition) -> Iterator[Problem]:
    """
    Find main routes that are not one unbroken chain.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One an unknown or repeated segment, and one a gap between two neighbours.
    """
    segments = {located.record.id: located.record for located in definition.segments}
    for located in definition.corridors:
        corridor = located.record
        own = own_and_shared(corridor)
        for number, name in enumerate(corridor.main):
            place = f"main[{number}]"
            if name not in own or name not in segments:
                yield located.problem(place, f'"{name}"', f"no such segment here{nearest(name, own)}")
            if name in corridor.main[:number]:
                yield located.problem(place, f'"{name}"', "stands twice in the main route")
        chain = [segments[name] for name in corridor.main if name in segments]
        if len(chain) == len(set(corridor.main)):
            yield from _gaps(located, chain)


def wrong_references(definition: Definition) -> Iterator[Problem]:
    """
    Find shared segments and spans that name a segment that does not exist.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    problem
        One a wrong name.
    """
    everywhere = {located.record.id for located in definition.segments}
    for located in definition.corridors:
        own = set(located.record.own)
        for number, name in enumerate(located.record.shared):
            elsewhere = everywhere - own
            if name not in elsewhere:
                rule = f"no such segment in another corridor{nearest(name, elsewhere)}"
                yield located.problem(f"shared[{number}]", f'"{name}"', rule)
            if name in located.record.shared[:number]:
                yield located.problem(f"shared[{number}]", f'"{name}"', "stands twice; remove one of them")
        within = own_and_shared(located.record)
        for number, span in enumerate(located.record.span):
            for name in span.segments:
                if name not in within:
                    rule = f"no such segment here{nearest(name, within)}"
                    yield located.problem(f"span[{number}].segments", f'"{name}"', rule)


def own_and_shared(corridor: Corridor) -> list[str]:
    """
    List the segments that a corridor consists of.

    Parameters
    ----------
    corridor
        One corridor.

    Returns
    -------
    segments
        Identifiers: its own in the order of the file, then those it shares.
    """
    return [*corridor.own, *corridor.shared]


def named_sources(definition: Definition) -> Iterator[tuple[Located[Record], str]]:
    """
    Go through every fact that names a source.

    Parameters
    ----------
    definition
        The catalogue.

    Yields
    ------
    located, source
        The record that the fact stands in, and the source's identifier; once for each source of a record.
    """
    groups: list[Sequence[Located[Any]]] = [
        definition.segments,
        definition.nodes,
        definition.way_points,
        definition.links,
        definition.times,
        definition.quantities,
        definition.claims,
        definition.scenarios,
    ]
    for located in (one for group in groups for one in group):
        for name in _named(located.record):
            yield located, name
    for corridor in definition.corridors:
        lines: list[tuple[str, Line | Span]] = [
            (f"line[{number}]", line) for number, line in enumerate(corridor.record.line)
        ]
        spans: list[tuple[str, Line | Span]] = [
            (f"span[{number}]", span) for number, span in enumerate(corridor.record.span)
        ]
        for place, record in [*lines, *spans]:
            for name in record.length.sources if record.length else ():
                yield Located(corridor.file, f"{place}.length", record), name


def _named(record: Segment | Node | WayPoint | Link | Time | Quantity | Claim | Scenario) -> tuple[str, ...]:
    if isinstance(record, WayPoint):
        return (record.source,)
    if isinstance(record, Scenario):
        return record.all_sources
    named = record.sources if isinstance(record, Segment) else tuple(record.sources.split(";"))
    return (record.claimed_in, *named) if isinstance(record, Claim) else named


def _gaps(located: Located[Corridor], chain: list[Segment]) -> Iterator[Problem]:
    """Follow a main route: each segment goes on from the one before, to a node that is new."""
    open_ends = {chain[0].from_node, chain[0].to_node}
    passed: set[str] = set()
    for number, (one, other) in enumerate(pairwise(chain), start=1):
        ends = {other.from_node, other.to_node}
        if not open_ends & ends:
            rule = (
                f"does not go on from {one.id}, which ends at {' or '.join(sorted(open_ends))}; "
                f"this runs from {other.from_node} to {other.to_node}"
            )
            yield located.problem(f"main[{number}]", f'"{other.id}"', rule)
        passed |= {one.from_node, one.to_node}
        open_ends = ends - open_ends or ends
        back = sorted(open_ends & passed)
        if back:
            rule = f"leads back to {back[0]}, where the route has been; a main route has no loop"
            yield located.problem(f"main[{number}]", f'"{other.id}"', rule)

"""A route as it is travelled: its legs, what they sum to, and routes beside one another."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate, pairwise

import pandas as pd

from geo.metrics import border_crossings
from geo.modes import STANDS

CORRIDOR_ROLES = ("trunk", "branch")
"""Roles of segments that are the corridor itself; others lead to it or compete with it."""

UNNAMED = ("border_point", "junction", "route_point")
"""Kinds of node that do not tell a reader which way a route goes."""

MOST_PLACES = 5
"""As many places tell a route from others in a table."""


@dataclass(frozen=True, slots=True)
class Leg:
    """
    One segment of a route, or a link between two places near one another.

    Attributes
    ----------
    from_node, to_node
        Nodes in the direction of travel.
    segment
        Identifier; empty for a link.
    line, mode, status, country, corridors, role
        As in the segment; a link has the mode `transfer` and no status. `country` is empty at sea.
    km
        Kilometres; of a link, in a straight line.
    hours
        Running time, an estimate; missing where no speed is known.
    wait_hours, wait_for
        Time before this leg begins, an estimate, and what it is for.
    """

    from_node: str
    to_node: str
    segment: str
    line: str
    mode: str
    status: str
    country: str
    corridors: str
    role: str
    km: float
    hours: float
    wait_hours: float
    wait_for: str


@dataclass(frozen=True)
class Route:
    """
    A route between two nodes.

    Attributes
    ----------
    steps
        Its legs in the order of travel.

    Examples
    --------
    >>> rail = Leg("alat", "kars", "btk", "BTK", "rail", "operating", "AZ", "m", "", 600.0, 12.0, 0.0, "")
    >>> onward = Leg("kars", "van", "van", "", "rail", "planned", "TR", "m", "", 200.0, 5.0, 45.0, "border")
    >>> route = Route((rail, onward))
    >>> route.km, route.hours, route.border_crossings, route.stands_pct
    (800.0, 62.0, 1, 75.0)
    >>> route.legs["segment"].tolist()
    ['btk', 'van']
    """

    steps: tuple[Leg, ...]

    @property
    def legs(self) -> pd.DataFrame:
        """One row a leg, with the attributes of `Leg` as columns."""
        return pd.DataFrame([asdict(leg) for leg in self.steps])

    @property
    def nodes(self) -> tuple[str, ...]:
        """Every node, from the first to the last."""
        return (self.steps[0].from_node, *(leg.to_node for leg in self.steps))

    @property
    def segments(self) -> tuple[str, ...]:
        """The segments by identifier, in the order of travel."""
        return tuple(leg.segment for leg in self.steps if leg.segment)

    @property
    def km(self) -> float:
        """The way from end to end in kilometres, links included."""
        return sum(leg.km for leg in self.steps)

    @property
    def hours(self) -> float:
        """Running and waiting time in hours, an estimate; missing where any part is not known."""
        return sum(leg.hours + leg.wait_hours for leg in self.steps)

    @property
    def border_crossings(self) -> int:
        """Number of changes from one country to another; a sea between two countries counts once."""
        return border_crossings([leg.country for leg in self.steps])

    @property
    def mode_changes(self) -> int:
        """How often the mode changes."""
        modes = [leg.mode for leg in self.steps if leg.segment]
        return sum(one != other for one, other in pairwise(modes))

    @property
    def stands_pct(self) -> float:
        """Share of its kilometres that is built, whether it can be used or not, in per cent."""
        return self._pct(lambda leg: leg.status in STANDS)

    @property
    def operates_pct(self) -> float:
        """Share of its kilometres that is built and can be used, in per cent."""
        return self._pct(lambda leg: leg.status == STANDS[0])

    @property
    def corridors(self) -> tuple[str, ...]:
        """Fewest corridors whose trunk or branches it runs on, for a tenth of it each; longest first."""
        left = [
            (leg.corridors.split(";"), leg.km)
            for leg in self.steps
            if leg.segment and leg.role in CORRIDOR_ROLES
        ]
        chosen: list[str] = []
        while left:
            km: Counter[str] = Counter()
            for names, length in left:
                km.update(dict.fromkeys(names, length))
            name = min(km, key=lambda each: (-km[each], each))
            if km[name] < self.km / 10:
                break
            chosen.append(name)
            left = [(names, length) for names, length in left if name not in names]
        return tuple(chosen)

    @property
    def longest_line(self) -> str:
        """The line that it runs on for most kilometres."""
        km: dict[str, float] = defaultdict(float)
        for leg in self.steps:
            km[leg.line] += leg.km if leg.segment else 0.0
        return max(km, key=km.__getitem__)

    def new_pct(self, used: Collection[str]) -> float:
        """
        Tell how much of this route runs on other segments than some.

        Parameters
        ----------
        used
            Identifiers of segments.

        Returns
        -------
        new_pct
            Share of the kilometres of this route's segments, in per cent.
        """
        return self._pct(lambda leg: leg.segment not in used)

    def detour(self, other: Route, *, by: str = "km") -> float:
        """
        Tell how much more this route takes where it leaves another one.

        Parameters
        ----------
        other
            A route between the same nodes.
        by
            `km` or `hours`.

        Returns
        -------
        detour
            The greatest ratio, over all parts between one node of both routes and the next, of what the part
            takes to what the other route takes between these nodes; 1 if it never leaves the other.
        """
        own, theirs = self._reached(by), other._reached(by)
        shared = [node for node in self.nodes if node in theirs]
        ratios = [1.0]
        for one, following in pairwise(shared):
            replaced, taken = abs(theirs[following] - theirs[one]), own[following] - own[one]
            if taken != replaced:
                ratios.append(taken / replaced if replaced else math.inf)
        return max(ratios)

    def _reached(self, by: str) -> dict[str, float]:
        """Sum up what it takes to reach each node."""
        costs = [leg.km if by == "km" else leg.hours + leg.wait_hours for leg in self.steps]
        return dict(zip(self.nodes, accumulate(costs, initial=0.0), strict=True))

    def _pct(self, counts: Callable[[Leg], bool]) -> float:
        own = [leg for leg in self.steps if leg.segment]
        return 100 * (sum(leg.km for leg in own if counts(leg)) / sum(leg.km for leg in own))

    def _repr_html_(self) -> str:
        days = "" if math.isnan(self.hours) else f", about {self.hours / 24:.0f} days (an estimate)"
        legs = self.legs.round(1).to_html(index=False, na_rep="", border=0)
        return f"<p>{self.km:,.0f} km{days}; {self.stands_pct:.0f} % stands</p>{legs}"


def beside_one_another(routes: Sequence[Route], nodes: pd.DataFrame) -> pd.DataFrame:
    """
    Put routes beside one another.

    Parameters
    ----------
    routes
        Routes between the same two nodes, the best first.
    nodes
        Nodes on the index `id`, with `name` and `kind`.

    Returns
    -------
    comparison
        One row a route: `route` (from 1), `corridors`, `longest_line`, `by_way_of` (places that not all of
        the routes pass, or where the mode changes), `km`, `estimated_days`, `border_crossings`,
        `mode_changes`, `stands_pct`, `operates_pct`, and `new_pct`, the share of it that no row above uses.

    Examples
    --------
    >>> def leg(one, other, km):
    ...     return Leg(one, other, one + other, "", "rail", "operating", "", "c", "", km, km / 50, 0.0, "")
    >>> short = Route((leg("a", "b", 60.0), leg("b", "d", 60.0)))
    >>> long = Route((leg("a", "c", 75.0), leg("c", "d", 75.0)))
    >>> names = ["Alat", "Batumi", "Kars", "Düzce"]
    >>> nodes = pd.DataFrame({"name": names, "kind": "station"}, index=["a", "b", "c", "d"])
    >>> table = beside_one_another([short, long], nodes)
    >>> print(table[["route", "by_way_of", "km", "new_pct"]].to_string(index=False))
     route by_way_of    km  new_pct
         1    Batumi 120.0    100.0
         2      Kars 150.0    100.0
    """
    named = nodes.loc[~nodes["kind"].isin(UNNAMED), "name"]
    names = {str(node): str(name) for node, name in named.items()}
    passed = Counter(node for route in routes for node in set(route.nodes))
    rows = []
    for number, route in enumerate(routes, start=1):
        above = {segment for earlier in routes[: number - 1] for segment in earlier.segments}
        rows.append(
            {
                "route": number,
                "corridors": ";".join(route.corridors),
                "longest_line": route.longest_line,
                "by_way_of": "; ".join(_telling(route, passed, len(routes), names)),
                "km": route.km,
                "estimated_days": route.hours / 24,
                "border_crossings": route.border_crossings,
                "mode_changes": route.mode_changes,
                "stands_pct": route.stands_pct,
                "operates_pct": route.operates_pct,
                "new_pct": route.new_pct(above),
            }
        )
    return pd.DataFrame(rows)


def _telling(route: Route, passed: Mapping[str, int], routes: int, names: Mapping[str, str]) -> list[str]:
    """Places by which a reader knows the route; those of the fewest routes first, then in order of travel."""
    inner = route.nodes[1:-1]
    modes = {one.to_node for one, other in pairwise(route.steps) if one.mode != other.mode}
    telling = [node for node in inner if node in names and (node in modes or passed[node] < routes)]
    best = sorted(telling, key=lambda node: (node not in modes, passed[node], inner.index(node)))[
        :MOST_PLACES
    ]
    return [names[node] for node in inner if node in best]

"""Commands that travel the network: route, nodes."""

from __future__ import annotations

import math
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from maps.cli.frame import Catalogue, Format, Printed, Scenario, app, read_atlas, reported, say, show

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from geo.itinerary import Route


class By(StrEnum):
    """What the best route has least of."""

    km = "km"
    hours = "hours"


@app.command()
def route(
    origin: Annotated[str, typer.Argument(help="Where from: a node, by identifier or name.")],
    destination: Annotated[str, typer.Argument(help="Where to.")],
    via: Annotated[list[str] | None, typer.Option(help="Pass this node; may repeat, in order.")] = None,
    avoid: Annotated[list[str] | None, typer.Option(help="Not by this node or segment; may repeat.")] = None,
    mode: Annotated[list[str] | None, typer.Option(help="Only this mode; may repeat.")] = None,
    status: Annotated[list[str] | None, typer.Option(help="Only this status; may repeat.")] = None,
    by: Annotated[By, typer.Option(help="Shortest, or fastest by estimated hours.")] = By.km,
    alternatives: Annotated[int, typer.Option(min=1, max=50, help="Compare at most so many routes.")] = 5,
    compare: Annotated[bool, typer.Option("--compare", help="Print the comparison alone.")] = False,
    legs: Annotated[bool, typer.Option("--legs", help="Print the legs of every route.")] = False,
    scenario: Scenario = None,
    catalogue: Catalogue = None,
    printed: Printed = Format.table,
) -> None:
    """
    Find the best route and compare it with others; CSV and JSON hold the best route, leg by leg.

    What is suspended is not used, and under a scenario only what operates in it, unless --status says so.

    Example: corridors route mundra belgrade --by hours
    """
    with reported():
        from geo import itinerary, network
        from geo.modes import USABLE

        today = read_atlas(catalogue, question=True)
        atlas = today.under(scenario)
        usable = status or (USABLE if scenario is None else ["operating"])
        part = network.within(atlas.network, modes=mode or (), statuses=usable, avoid=avoid or ())
        k = 1 if printed is not Format.table and not (compare or legs) else alternatives
        found = network.routes(part, origin, destination, via=via or (), by=by, k=k)
        if scenario is not None:
            usual = network.within(today.network, modes=mode or (), statuses=usable, avoid=avoid or ())
            ask = partial(network.routes, usual, origin, destination, via=via or (), by=by, k=1)
            _say_difference(ask, found[0], scenario)
    if compare or (printed is Format.table and not legs):
        show(itinerary.beside_one_another(found, atlas.nodes).round(3), printed)
    if not compare:
        show(_legs(found if legs else found[:1]).round(3), printed)
    if not math.isnan(found[0].hours):
        say("Hours and days are estimates; catalogue/times.csv says from what.")


@app.command()
def nodes(
    country: Annotated[str, typer.Option(help="ISO 3166-1 alpha-2.")] = "RS",
    corridor: Annotated[list[str] | None, typer.Option(help="Only on this corridor; may repeat.")] = None,
    scenario: Scenario = None,
    catalogue: Catalogue = None,
    printed: Printed = Format.table,
) -> None:
    """
    Rank the transit nodes of a country: where corridors enter, meet, store and leave.

    Example: corridors nodes --country RS --corridor southern_gas_corridor
    """
    with reported():
        from geo import scenarios, transit

        atlas = read_atlas(catalogue, question=True)
        asked = atlas.nodes_of(*(corridor or ())).index
        worlds = [atlas] if scenario is None else [atlas, atlas.under(scenario)]
        ranked = [
            transit.transit_nodes(each.segments, each.nodes, country=country, links=each.links)
            for each in worlds
        ]
    columns = ["rank", "id", "name", "kinds_of_use", "corridors_count", "degree", "betweenness"]
    columns += ["entry_capacity", "exit_capacity", "capacity_unit", "km_from_origin", "km_to_border"]
    columns += ["standing", "added", "score"]
    shown = [table.loc[table["id"].isin(asked), columns].round(3) for table in ranked]
    before, after = shown[0], shown[-1]
    show(after, printed)
    if scenario is not None and printed is Format.table:
        both = after.index.intersection(before.index)
        changed = scenarios.differences(before.loc[both], after.loc[both]).rename(columns={"row": "node"})
        show(changed, printed, title=f"What {scenario} changes against today")


def _say_difference(ask: Callable[[], list[Route]], after: Route, scenario: str) -> None:
    """Say in a sentence what a scenario changes for the best route; today there may be none."""
    from geo.errors import NoRouteError

    try:
        (before,) = ask()
    except NoRouteError:
        say(f"{scenario}, against today: nothing that operates connects them today")
        return
    longer_km, longer_hours = after.km - before.km, after.hours - before.hours
    hours = "" if math.isnan(longer_hours) else f", {longer_hours:+,.1f} estimated hours"
    same = list(before.legs["segment"]) == list(after.legs["segment"])
    words = "the best route is today's" if same else f"the best route differs: {longer_km:+,.1f} km{hours}"
    say(f"{scenario}, against today: {words}")


def _legs(routes: Sequence[Route]) -> pd.DataFrame:
    import pandas as pd

    tables = [each.legs.assign(route=number) for number, each in enumerate(routes, start=1)]
    table = pd.concat(tables, ignore_index=True).drop(columns=["corridors", "role"])
    return table if len(routes) > 1 else table.drop(columns="route")

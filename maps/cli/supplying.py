"""Commands of gas and of what could be otherwise: flows, scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from maps.cli.frame import Catalogue, Format, Printed, Scenario, app, read_atlas, reported, show

if TYPE_CHECKING:
    import pandas as pd

    from layers.answers import Supply

SECTIONS = {
    "entry_points": "Entry points, technical capacity beside observed flow and contract",
    "maximum_flow": "Maximum flow from {source}: {rate:.2f} mcm a day, limited by {cut}",
    "n_minus_1": "N-1 after Regulation (EU) 2017/1938, Annex II: all inputs",
    "bridges": "Days that storage bridges",
    "contracts": "Contracts and flow beside capacity",
    "shares": "Capacity, contracts and flow beside demand and net import",
}
"""Sections of the flows, as a terminal heads them."""

HIDDEN = ["sources", "note", "entries"]
"""Columns that do not fit a terminal; CSV and JSON have them."""


@app.command()
def flows(
    scenario: Scenario = None,
    country: Annotated[str, typer.Option(help="Country whose gas it is, ISO 3166-1 alpha-2.")] = "RS",
    source: Annotated[
        str | None,
        typer.Option(help="Node from which the maximum flow is asked; Sangachal if not given and there."),
    ] = None,
    catalogue: Catalogue = None,
    printed: Printed = Format.table,
) -> None:
    """
    Work out gas: entry capacities, bottleneck and maximum flow, N-1, storage, contracts against capacity.

    Example: corridors flows --scenario kireevo --format csv
    """
    with reported():
        from layers import answers, columns

        today = read_atlas(catalogue, question=True)
        source = source or today.gas_origin
        found = answers.supply(today.under(scenario), country=country, source=source)
        rows = columns.cast(found.rows, to="flows")
        against = None
        if scenario is not None:
            before = answers.supply(today, country=country, source=source).rows
            against = answers.compared(before, found.rows)
            rows["today"] = rows.merge(before, on=answers.KEYS, how="left")["value_y"].round(3)
    if printed is not Format.table:
        show(rows, printed)
        return
    for heading, table in _sections(found, source):
        show(table.drop(columns=HIDDEN, errors="ignore"), printed, title=heading, decimals=2)
    if against is not None:
        show(against, printed, title=f"What {scenario} changes against today", decimals=2)


@app.command()
def scenarios(catalogue: Catalogue = None, printed: Printed = Format.table) -> None:
    """
    List what can be switched: proposals and outages, and what follows for gas.

    Example: corridors scenarios --format json
    """
    with reported():
        from layers import answers, columns

        table = columns.cast(answers.scenarios(read_atlas(catalogue, question=True)), to="scenarios").astype(
            {"as_of": "str"}
        )
    if printed is not Format.table:
        show(table, printed)
        return
    for name in ("opens", "closes"):
        table[name] = [len(text.split(";")) if text else 0 for text in table[name]]
    headings = {
        "maximum_flow_mcm_per_day": "max. flow",
        "least_n_minus_1_pct": "N-1 %",
        "least_met_pct": "met %",
    }
    shown = table[["id", "kind", "title_en", "opens", "closes", "changes", *headings]]
    show(shown.rename(columns=headings), printed)


def _sections(found: Supply, source: str) -> list[tuple[str, pd.DataFrame]]:
    cut = "; ".join(found.maximum.cut) or "nothing that is known"
    heading = SECTIONS["maximum_flow"].format(source=source, rate=found.maximum.mcm_per_day, cut=cut)
    tables = {
        "entry_points": found.entry_points.reset_index(names="entry"),
        "maximum_flow": found.maximum.pipes.reset_index(names="segment"),
        "n_minus_1": found.n_minus_1,
        "bridges": found.bridges.reset_index(names="inflow"),
        "contracts": found.contracts,
        "shares": found.shares,
    }
    return [(heading if name == "maximum_flow" else SECTIONS[name], table) for name, table in tables.items()]

"""What the page of one country knows beyond the corridors: transit nodes, entry points, N-1, scenarios."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import pandas as pd

from geo.flows import MaximumFlow
from geo.itinerary import Route
from layers import Atlas
from layers.answers import limits
from layers.model import Translated
from maps.facts import Facts
from maps.journeys import best_journey, journey_facts
from maps.sections import Bars, Cell, Choice, Quantity, Section, Table, section_facts
from maps.text import clean
from maps.words import every, translated, word, words

HOLDS_PCT = 100.0
"""What N-1 must reach: Regulation (EU) 2017/1938, Annex II."""


Gas: TypeAlias = tuple[pd.DataFrame, MaximumFlow, pd.DataFrame]
"""Entry points, maximum flow and N-1, from `layers.answers.limits`."""


def rank_facts(ranked: pd.DataFrame) -> Facts:
    """
    Say which rank places have.

    Parameters
    ----------
    ranked
        Transit nodes of a country, from `geo.transit.transit_nodes`.

    Returns
    -------
    ranks
        By node: `rank`, and `of` how many.

    Examples
    --------
    >>> rank_facts(pd.DataFrame({"rank": [1, 2]}, index=["nis", "kelebija"]))["kelebija"]
    {'rank': 2, 'of': 2}
    """
    return {str(name): {"rank": int(rank), "of": len(ranked)} for name, rank in ranked["rank"].items()}


def country_facts(atlas: Atlas, ranked: pd.DataFrame, *, focus: str) -> Facts:
    """
    Gather what the page of a country shows beside its map.

    Parameters
    ----------
    atlas
        The checked catalogue.
    ranked
        Transit nodes of the country, from `geo.transit.transit_nodes`.
    focus
        The country, ISO 3166-1 alpha-2.

    Returns
    -------
    facts
        `sections` that hold in every scenario, and `scenarios`: the first
        is the atlas as it is; each with `title`, `kind`, `note`, `sources`, `statuses` (segment to its status
        in it), `sections`, and `journey`, the shortest on what operates in it.
    """
    titles = translated(atlas.scenarios, "title")
    worlds = {"": atlas, **{name: atlas.under(name) for name in titles}}
    gas = {name: limits(world, country=focus) for name, world in worlds.items()}
    best = {name: best_journey(world) for name, world in worlds.items()}
    scenarios: Facts = {}
    for name, world in worlds.items():
        row = atlas.scenarios.loc[name] if name else None
        changed = world.segments["status"][world.segments["status"] != atlas.segments["status"]]
        journey = best[name]
        scenarios[name] = {
            "title": every(titles[name] if name else word("scenario.today")),
            "kind": str(row["kind"]) if row is not None else "",
            "note": clean(row["note"]) if row is not None else "",
            "sources": str(row["sources"]).split(";") if row is not None else [],
            "statuses": {str(segment): str(status) for segment, status in changed.items()},
            "sections": [section_facts(_n_minus_1(gas[name][2])), section_facts(_entries(gas[name][0]))],
            "journey": journey_facts(journey) if journey else None,
        }
    return {
        "sections": [section_facts(_outcomes(gas, best)), section_facts(_ranking(ranked))],
        "scenarios": scenarios,
    }


def _n_minus_1(cases: pd.DataFrame) -> Section:
    """One row a peak demand that is quoted, one bar a reading of the entry points."""
    values = cases.set_index(["demand_mcm_per_day", "reading"])["n_minus_1_pct"]
    demands, readings = (values.index.unique(level) for level in values.index.names)
    table = values.unstack().loc[demands, readings]
    rows = tuple(
        (Quantity(float(demand), "mcm_per_day"), tuple(float(value) for value in row))
        for demand, row in zip(table.index, table.to_numpy(), strict=True)
    )
    series = tuple(_reading(str(name).split(": ")[-1]) for name in table.columns)
    bars = Bars(unit="percent", series=series, rows=rows, mark=HOLDS_PCT)
    return Section(word("n_minus_1.title"), hint=word("n_minus_1.hint"), bars=bars)


def _entries(points: pd.DataFrame) -> Section:
    """One row a point and reading: technical capacity, contract, observed flow."""
    columns = ["mcm_per_day", "contract_mcm_per_day", "observed_mcm_per_day"]
    rows: list[tuple[Cell, tuple[float | None, ...]]] = []
    for _, point in points.iterrows():
        label: list[Cell] = [Choice("node", str(point["point"]))]
        label += [_reading(str(point["reading"]))] if point["reading"] else []
        label += [] if point["open"] else [word("entries.closed")]
        values = [float(point[name]) for name in columns]
        rows.append((tuple(label), (values[0] if point["open"] else 0.0, *values[1:])))
    series = (word("entries.capacity"), word("entries.contract"), word("entries.observed"))
    bars = Bars(unit="mcm_per_day", series=series, rows=tuple(rows))
    return Section(word("entries.title"), hint=word("entries.hint"), bars=bars)


def _outcomes(gas: Mapping[str, Gas], best: Mapping[str, Route | None]) -> Section:
    """N-1 with and without each proposal and outage, and what else follows."""
    head = ("scenario", "n_minus_1.least", "n_minus_1.most", "max_flow", "journey.km")
    rows = []
    for name, (_, flow, cases) in gas.items():
        journey = best[name]
        rows.append(
            (
                Choice("scenario", name),
                Quantity(float(cases["n_minus_1_pct"].min()), "percent", 0),
                Quantity(float(cases["n_minus_1_pct"].max()), "percent", 0),
                Quantity(flow.mcm_per_day, "", 2),
                Quantity(journey.km, "", 0) if journey else None,
            )
        )
    table = Table(tuple(map(word, head)), tuple(rows))
    return Section(word("outcomes.title"), hint=word("outcomes.hint"), table=table)


def _ranking(ranked: pd.DataFrame) -> Section:
    head = ("card.rank", "rank.node", "rank.uses", "corridors", "rank.degree")
    rows = tuple(
        (
            Quantity(float(node["rank"]), "", 0),
            Choice("node", str(name)),
            tuple(word(f"use.{use}") for use in str(node["kinds_of_use"]).split(";")),
            Quantity(float(node["corridors_count"]), "", 0),
            Quantity(float(node["degree"]), "", 0),
        )
        for name, node in ranked.iterrows()
    )
    return Section(word("rank.title"), hint=word("rank.hint"), table=Table(tuple(map(word, head)), rows))


def _reading(name: str) -> Translated:
    """Say which reading of an entry point is meant; one that has no words yet is shown as it stands."""
    if not name:
        return word("entries.capacity")
    key = f"reading.{name.lower().replace(' ', '_')}"
    return words().get(key, Translated(en=name, sr=name, az=name))

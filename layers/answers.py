"""What the atlas answers about gas and scenarios, as tables. Values in, tables out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from geo.errors import UnknownNameError
from geo.flows import MaximumFlow, maximum_flow
from geo.scenarios import differences
from geo.supply import bridges, contracts, entry_points, n_minus_1_cases, shares
from layers.atlas import Atlas
from layers.columns import columns

YEARS = (2024, 2025, 2026, 2027)
"""Years for which contracts stand beside capacity and flow: those of the contract, and the first after it."""

KEYS = ["section", "item", "measure"]
"""What tells one row of `Supply.rows` from another."""


@dataclass(frozen=True, slots=True)
class Supply:
    """
    A country's gas as it could come, is contracted, and came.

    Attributes
    ----------
    entry_points
        See `geo.supply.entry_points`.
    maximum
        See `geo.flows.maximum_flow`; from one source to any place inside the country.
    n_minus_1
        See `geo.supply.n_minus_1_cases`.
    bridges
        See `geo.supply.bridges`.
    contracts
        See `geo.supply.contracts`.
    shares
        See `geo.supply.shares`.
    rows
        All of these as one long table, `[flows]` of `columns.toml`.
    """

    entry_points: pd.DataFrame
    maximum: MaximumFlow
    n_minus_1: pd.DataFrame
    bridges: pd.DataFrame
    contracts: pd.DataFrame
    shares: pd.DataFrame
    rows: pd.DataFrame

    def _repr_html_(self) -> str:
        return self.entry_points.to_html(na_rep="", border=0) + self.maximum._repr_html_()


def supply(
    atlas: Atlas, *, country: str = "RS", source: str | None = None, years: Sequence[int] = YEARS
) -> Supply:
    """
    Work out how gas comes to a country.

    Parameters
    ----------
    atlas
        The checked catalogue, as it is or under a scenario.
    country
        ISO 3166-1 alpha-2 code.
    source
        Node where the gas comes from whose bottleneck is asked for; see `Atlas.gas_origin` if none is named.
    years
        Calendar years for contracts and flow.

    Returns
    -------
    supply
        The tables; contracts that are in force on the atlas's day stand with the entry points.

    Raises
    ------
    UnknownNameError
        If there is no such node, or the catalogue has no gas of the country.

    Examples
    --------
    >>> import layers
    >>> found = supply(layers.read())
    >>> found.maximum.cut, round(found.maximum.mcm_per_day, 2)
    (('ibs_serbia',), 4.93)
    """
    quantities = atlas.quantities
    source = source or atlas.gas_origin
    points, found, cases = limits(atlas, country=country, source=source)
    bridged = bridges(quantities, points, country=country)
    agreed = contracts(quantities, points, years=years)
    parts = shares(quantities, points, country=country)
    sections = (
        _entries(points),
        _flow(found, atlas.segments, source),
        _cases(cases, quantities),
        _bridges(bridged, quantities),
        _parts("contracts", agreed, ["point", "year", "kind", "name", "reading"], quantities),
        _parts("shares", parts, ["reference", "point", "kind", "name", "reading"], quantities),
    )
    rows = pd.concat(sections, ignore_index=True)
    return Supply(points, found, cases, bridged, agreed, parts, rows)


def flows(atlas: Atlas) -> pd.DataFrame:
    """
    Work out how gas comes to Serbia, where the catalogue knows.

    Parameters
    ----------
    atlas
        The checked catalogue.

    Returns
    -------
    flows
        The table `[flows]` of `columns.toml`; without rows where there is no gas of Serbia.
    """
    return supply(atlas).rows if atlas.knows_gas("RS") else pd.DataFrame(columns=list(columns()["flows"]))


def compared(today: pd.DataFrame, then: pd.DataFrame) -> pd.DataFrame:
    """
    Say what a scenario changes against today.

    Parameters
    ----------
    today, then
        The `rows` of two supplies.

    Returns
    -------
    compared
        `section`, `item`, `measure`, `today`, `then`, of the rows that differ; a row that only one of them
        has is missing in the other.
    """
    one, other = today.set_index(KEYS)["value"], then.set_index(KEYS)["value"]
    index = one.index.append(other.index[~other.index.isin(one.index)])
    both = pd.DataFrame({"today": one.reindex(index), "then": other.reindex(index)}).reset_index()
    same = (both["today"] == both["then"]) | (both["today"].isna() & both["then"].isna())
    return both[~same].reset_index(drop=True)


def scenarios(atlas: Atlas, *, country: str = "RS", source: str | None = None) -> pd.DataFrame:
    """
    List the scenarios, what each of them changes, and what follows for gas.

    Parameters
    ----------
    atlas
        The checked catalogue, as it is.
    country, source
        Whose N-1, and from where the maximum flow; as for `supply`.

    Returns
    -------
    scenarios
        The table `[scenarios]` of `columns.toml`: identifiers of what it opens and closes, figures it
        changes, the maximum flow, and of all cases the least N-1 and share of demand that is met.
    """
    made = []
    for name in atlas.scenarios.index:
        other = atlas.under(name)
        columns = ["status", "capacity", "capacity_unit"]
        changed = differences(atlas.segments[columns], other.segments[columns])
        opened = changed[changed["after"] == "operating"]["row"]
        closed = changed[changed["before"] == "operating"]["row"]
        figures = changed[changed["column"] != "status"][["row", "before", "after"]]
        amounts = differences(atlas.quantities[["value"]], other.quantities[["value"]])[
            ["row", "before", "after"]
        ]
        made.append(
            {
                "opens": ";".join(opened),
                "closes": ";".join(closed),
                "changes": ";".join(
                    f"{row}: {_shown(before)} → {_shown(after)}"
                    for row, before, after in pd.concat([figures, amounts]).itertuples(index=False)
                ),
                **_least(other, country, source),
            }
        )
    columns = ["opens", "closes", "changes", *_LEAST]
    table = pd.DataFrame(made, index=atlas.scenarios.index, columns=columns)
    return pd.concat([atlas.scenarios, table], axis=1)


def limits(
    atlas: Atlas, *, country: str = "RS", source: str | None = None
) -> tuple[pd.DataFrame, MaximumFlow, pd.DataFrame]:
    """
    Work out what a scenario of pipes changes: entry points, maximum flow and N-1.

    Parameters
    ----------
    atlas
        The checked catalogue, as it is or under a scenario.
    country, source
        As for `supply`.

    Returns
    -------
    entry_points, maximum, n_minus_1
        As in `Supply`.

    Raises
    ------
    UnknownNameError
        If there is no such node, or the catalogue has no gas of the country.
    """
    quantities = atlas.quantities
    if not atlas.knows_gas(country):
        raise UnknownNameError("country with quantities of gas", country, quantities["country"])
    points = entry_points(quantities, atlas.segments, country=country, on=atlas.as_of)
    inside = list(atlas.nodes.index[atlas.nodes["country"] == country])
    found = maximum_flow(atlas.segments, source=source or atlas.gas_origin, sinks=inside)
    return points, found, n_minus_1_cases(quantities, points, country=country)


_LEAST = ("maximum_flow_mcm_per_day", "least_n_minus_1_pct", "least_met_pct")


def _least(atlas: Atlas, country: str, source: str | None) -> dict[str, float]:
    """Maximum flow, and of all cases the least N-1 and share that is met; missing where no gas is known."""
    if not atlas.knows_gas(country):
        return dict.fromkeys(_LEAST, float("nan"))
    _, found, cases = limits(atlas, country=country, source=source)
    values = (found.mcm_per_day, cases["n_minus_1_pct"].min(), cases["met_pct"].min())
    return dict(zip(_LEAST, values, strict=True))


def _entries(points: pd.DataFrame) -> pd.DataFrame:
    texts = points.reset_index(names="item")[["item", "sources", "note"]].assign(inputs="")
    texts["inputs"] = [
        f"{point}; {kwh:g} kWh per cubic metre"
        for point, kwh in zip(points["point"], points["kwh_per_m3"], strict=True)
    ]
    measures = [
        "open",
        "gwh_per_day",
        "mcm_per_day",
        "observed_mcm_per_day",
        "use_pct",
        "contract_mcm_per_day",
    ]
    return _long("entry_points", points, measures, texts)


def _flow(found: MaximumFlow, segments: pd.DataFrame, source: str) -> pd.DataFrame:
    pipes = found.pipes
    texts = pd.DataFrame({"item": pipes.index, "sources": list(segments.loc[pipes.index, "sources"])})
    texts["inputs"] = [
        f"{begin} – {end}" for begin, end in zip(pipes["from_node"], pipes["to_node"], strict=True)
    ]
    texts["note"] = [
        "capacity unknown: taken not to limit" if name in found.unknown else "" for name in pipes.index
    ]
    whole = pd.DataFrame(
        {
            "section": "maximum_flow",
            "item": source,
            "measure": ["mcm_per_day", "bcm_per_year"],
            "value": [found.mcm_per_day, found.mcm_per_day * 0.365],
            "inputs": f"minimum cut: {';'.join(found.cut)}",
            "sources": ";".join(sorted({name for text in texts["sources"] for name in text.split(";")})),
            "note": "What pipes could carry; contracts and what others take are left out",
        }
    )
    edges = _long("maximum_flow", pipes, ["capacity_mcm_per_day", "flow_mcm_per_day", "in_cut"], texts)
    return pd.concat([whole, edges], ignore_index=True)


def _cases(cases: pd.DataFrame, quantities: pd.DataFrame) -> pd.DataFrame:
    texts = pd.DataFrame(
        {
            "item": [
                f"{reading or 'as it is'} / {peak}"
                for reading, peak in zip(cases["reading"], cases["demand"], strict=True)
            ],
            "inputs": [
                f"EPm {row.entries}, Pm {row.production_mcm_per_day:g}, Sm {row.storage_mcm_per_day:g}, "
                f"LNGm {row.lng_mcm_per_day:g}, Im {row.lost} {row.lost_mcm_per_day:.2f}, "
                f"Dmax {row.demand_mcm_per_day:g}"
                for row in cases.itertuples()
            ],
            "note": "",
        }
    )
    kinds = quantities["kind"].isin(["entry", "production", "withdrawal", "lng"])
    common = ["eu_2017_1938", *quantities.loc[kinds, "sources"]]
    texts["sources"] = [_joined([*common, quantities.loc[peak, "sources"]]) for peak in cases["demand"]]
    return _long("n_minus_1", cases, ["n_minus_1_pct", "remaining_mcm_per_day", "met_pct"], texts)


def _bridges(bridged: pd.DataFrame, quantities: pd.DataFrame) -> pd.DataFrame:
    store = list(quantities.loc[quantities["kind"].isin(["withdrawal", "working_gas"]), "sources"])
    texts = pd.DataFrame({"item": bridged.index, "note": list(bridged["name"])})
    texts["inputs"] = [
        f"{working:g} mcm of working gas, {rate:g} mcm a day"
        for working, rate in zip(bridged["working_gas_mcm"], bridged["withdrawal_mcm_per_day"], strict=True)
    ]
    texts["sources"] = [_joined([*store, quantities.loc[name, "sources"]]) for name in bridged.index]
    return _long(
        "bridges", bridged, ["shortfall_mcm_per_day", "covered_pct", "bridged_days", "used_pct"], texts
    )


def _parts(section: str, parts: pd.DataFrame, keys: list[str], quantities: pd.DataFrame) -> pd.DataFrame:
    texts = pd.DataFrame(
        {"item": [" / ".join(str(x) for x in key if x) for key in parts[keys].itertuples(index=False)]}
    )
    by_series = quantities.groupby(["place", "name", "reading"])["sources"].agg(_joined)
    texts["sources"] = [
        by_series[key] for key in parts[["point", "name", "reading"]].itertuples(index=False, name=None)
    ]
    texts["inputs"] = [f"{days} days" for days in parts["days"]]
    measures = [
        name for name in ("mcm", "capacity_mcm", "of_capacity_pct", "of_reference_pct") if name in parts
    ]
    return _long(section, parts, measures, texts.assign(note=""))


def _long(section: str, table: pd.DataFrame, measures: list[str], texts: pd.DataFrame) -> pd.DataFrame:
    """Turn measures side by side into rows one below the other; a measure that is missing is left out."""
    numbers = table[measures].astype("float64").set_axis(range(len(table)), axis=0)
    rows = numbers.stack().dropna().reset_index().set_axis(["row", "measure", "value"], axis=1)
    rows = rows.merge(texts, left_on="row", right_index=True)
    columns = [*KEYS, "value", "inputs", "sources", "note"]
    return rows.assign(section=section)[columns]


def _joined(sources: Iterable[str]) -> str:
    return ";".join(sorted({name for text in sources for name in text.split(";")}))


def _shown(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)

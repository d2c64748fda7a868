"""A country's gas: entry points, N-1 for every reading, bridged days, contracts beside capacity and flow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import product

import pandas as pd

from geo.flows import bridged_days, n_minus_1
from geo.quantities import in_mcm, within


def entry_points(quantities: pd.DataFrame, segments: pd.DataFrame, *, country: str, on: str) -> pd.DataFrame:
    """
    List where gas can enter a country, with technical capacity, observed flow and contracts.

    Parameters
    ----------
    quantities
        Quantities of gas: `id`, `country`, `kind`, `name`, `place`, `reading`, `value`, `unit`, `kwh_per_m3`,
        `from_day`, `to_day`, `sources`, `note`.
    segments
        Segments with `mode`, `status`, `country`, `from_node` and `to_node`.
    country
        ISO 3166-1 alpha-2 code.
    on
        ISO date: contracts that are in force on it count.

    Returns
    -------
    entry_points
        One row a point and reading of its capacity, on the index of the quantities: `point`, `name`,
        `reading`, `open`, `gwh_per_day`, `mcm_per_day`, `kwh_per_m3` (the calorific value between the two),
        `observed_mcm_per_day` (mean over all days that are observed), `use_pct` of capacity,
        `contract_mcm_per_day`, `sources`, `note`.

    Notes
    -----
    A point is open if on each side of the border a gas pipeline operates that begins or ends there. A
    flow or contract with a reading belongs to the entry of the same reading, one without to the others.

    Examples
    --------
    >>> rows = pd.DataFrame({"country": "RS", "kind": ["entry", "observed"], "name": "K", "place": "k",
    ...     "reading": "", "value": [5.0, 1.0], "unit": "mcm_per_day", "kwh_per_m3": 10.55,
    ...     "from_day": ["", "2026-01-01"], "to_day": ["", "2026-01-31"], "sources": "s", "note": ""})
    >>> pipes = pd.DataFrame({"mode": "gas_pipeline", "status": "operating", "country": ["BG", "RS"],
    ...     "from_node": ["a", "k"], "to_node": ["k", "b"]})
    >>> found = entry_points(rows, pipes, country="RS", on="2026-02-01")
    >>> found[["open", "gwh_per_day", "use_pct"]].values.tolist()
    [[True, 52.75, 20.0]]
    """
    own = in_mcm(quantities[quantities["country"] == country])
    points = own[own["kind"] == "entry"]
    seen = own[own["kind"] == "observed"].groupby(["place", "reading"])[["mcm", "days"]].sum()
    in_force = own[(own["kind"] == "contract") & (own["from_day"] <= on) & (own["to_day"] >= on)]
    table = points[["name", "reading"]].copy()
    table.insert(0, "point", points["place"])
    table["open"] = [_is_open(segments, place) for place in points["place"]]
    table["gwh_per_day"] = points["mcm_per_day"] * points["kwh_per_m3"]
    table["mcm_per_day"] = points["mcm_per_day"]
    table["kwh_per_m3"] = points["kwh_per_m3"]
    table["observed_mcm_per_day"] = _at(table, seen["mcm"] / seen["days"])
    table["use_pct"] = 100 * table["observed_mcm_per_day"] / table["mcm_per_day"]
    agreed = in_force.groupby(["place", "reading"])["mcm_per_day"].sum()
    table["contract_mcm_per_day"] = _at(table, agreed)
    return table.assign(sources=points["sources"], note=points["note"])


def n_minus_1_cases(
    quantities: pd.DataFrame, entries: pd.DataFrame, *, country: str, lost: Sequence[str] = ()
) -> pd.DataFrame:
    """
    Work out N-1 for every peak demand that is quoted and every reading of the entry points.

    Parameters
    ----------
    quantities
        Quantities of gas, as for `entry_points`.
    entries
        The table that `entry_points` makes; a point that is not open counts with nothing.
    country
        ISO 3166-1 alpha-2 code.
    lost
        Points that fail together instead of the largest one.

    Returns
    -------
    n_minus_1
        One row a reading and demand: `reading`, `demand` (its identifier), `demand_mcm_per_day`, `entries`
        (point:mcm a day, joined with `;`), `entries_mcm_per_day`, `production_mcm_per_day`,
        `storage_mcm_per_day`, `lng_mcm_per_day`, `lost`, `lost_mcm_per_day`, `remaining_mcm_per_day`,
        `n_minus_1_pct`, `holds` and `met_pct`.

    Raises
    ------
    UnknownNameError
        If `lost` names a point that is not there.

    Notes
    -----
    See `geo.flows.n_minus_1`. `met_pct` is the same with nothing lost: how much of the demand all that is
    open could meet.

    References
    ----------
    Regulation (EU) 2017/1938, Annex II, points 2 and 4.

    Examples
    --------
    >>> rows = pd.DataFrame({"country": "RS", "kind": ["withdrawal", "peak_demand"], "name": "", "place": "",
    ...     "value": [5.0, 20.0], "unit": "mcm_per_day", "kwh_per_m3": 10.55, "from_day": "", "to_day": ""},
    ...     index=["store", "peak"])
    >>> points = pd.DataFrame({"point": ["k", "h"], "reading": "", "open": True, "mcm_per_day": [38.0, 15.0]})
    >>> n_minus_1_cases(rows, points, country="RS")[["lost", "n_minus_1_pct", "met_pct"]].values.tolist()
    [['k', 100.0, 290.0]]
    """
    own = in_mcm(quantities[quantities["country"] == country])
    sums = own.groupby("kind")["mcm_per_day"].sum()
    others = {key: float(sums.get(kind, 0.0)) for key, kind in _OTHERS.items()}
    peaks = own[own["kind"] == "peak_demand"]
    tables = []
    for reading, capacity in _readings(entries):
        table = n_minus_1(capacity, demand=list(peaks["mcm_per_day"]), lost=lost, **others)
        table.insert(0, "reading", reading)
        table.insert(1, "demand", list(peaks.index))
        table["entries"] = ";".join(f"{name}:{value:.2f}" for name, value in capacity.items() if value)
        table["entries_mcm_per_day"] = sum(capacity.values())
        for key, value in others.items():
            table[f"{key}_mcm_per_day"] = value
        gone = table["lost"].iloc[0].split(";") if len(table) else []
        table["lost_mcm_per_day"] = sum(capacity.get(name, 0.0) for name in gone)
        tables.append(table[list(_CASE)])
    return pd.concat(tables, ignore_index=True)


def bridges(quantities: pd.DataFrame, entries: pd.DataFrame, *, country: str) -> pd.DataFrame:
    """
    Tell how long the country's storages replace each inflow that may fail.

    Parameters
    ----------
    quantities
        Quantities of gas, as for `entry_points`; an outage of the past has its days.
    entries
        The table that `entry_points` makes; only open points count.
    country
        ISO 3166-1 alpha-2 code.

    Returns
    -------
    bridges
        One row an inflow, on the identifiers of outages and entries: `name`, `shortfall_mcm_per_day`,
        `working_gas_mcm`, `withdrawal_mcm_per_day`, `covered_pct` of the shortfall, `bridged_days` (0 if it
        is not covered whole), and for an outage of the past `outage_days` and `used_pct` of the working gas.

    Notes
    -----
    Storages count together, full and otherwise unused; see `geo.flows.bridged_days`.

    Examples
    --------
    The outage of January 2025 as the brief has it, 1.7 mcm a day for a week, and Banatski Dvor:

    >>> rows = pd.DataFrame({"country": "RS", "kind": ["withdrawal", "working_gas", "outage"], "name": "",
    ...     "reading": "", "value": [5.0, 450, 1.7], "unit": ["mcm_per_day", "mcm", "mcm_per_day"],
    ...     "kwh_per_m3": 10.55, "from_day": ["", "", "2025-01-11"], "to_day": ["", "", "2025-01-17"]})
    >>> none = pd.DataFrame({"name": [], "reading": [], "open": pd.Series(dtype=bool), "mcm_per_day": []})
    >>> bridges(rows, none, country="RS")[["bridged_days", "used_pct"]].round(1).values.tolist()
    [[264.7, 2.6]]
    """
    own = in_mcm(quantities[quantities["country"] == country])
    working = float(own.loc[own["kind"] == "working_gas", "mcm"].sum())
    most = float(own.loc[own["kind"] == "withdrawal", "mcm_per_day"].sum())
    past = own.loc[own["kind"] == "outage", ["name", "reading", "mcm_per_day", "days"]]
    inflows = pd.concat([past, entries.loc[entries["open"], ["name", "reading", "mcm_per_day"]]])
    short = inflows["mcm_per_day"]
    table = pd.DataFrame({"name": _named(inflows), "shortfall_mcm_per_day": short}, index=inflows.index)
    table["working_gas_mcm"] = working
    table["withdrawal_mcm_per_day"] = most
    table["covered_pct"] = 100 * (most / short).clip(upper=1)
    table["bridged_days"] = [
        bridged_days(working_gas=working, withdrawal=most, shortfall=value) for value in short
    ]
    table["outage_days"] = inflows["days"].astype("Int64")
    amount = table["outage_days"].astype("float64") * short.clip(upper=most)
    table["used_pct"] = 100 * amount / working if working else float("nan")
    return table


def contracts(quantities: pd.DataFrame, entries: pd.DataFrame, *, years: Sequence[int]) -> pd.DataFrame:
    """
    Put contracts and observed flow of each year beside the capacity of the point.

    Parameters
    ----------
    quantities
        Quantities of gas, as for `entry_points`.
    entries
        The table that `entry_points` makes.
    years
        Calendar years.

    Returns
    -------
    contracts
        One row a point, year and contract or series of observations: `point`, `year`, `kind`, `name`,
        `reading`, `days` of that year, `mcm` in them, `capacity_mcm` of the point in as many days,
        `of_capacity_pct`.

    Notes
    -----
    What a row says of more than one year is spread evenly over its days. The capacity is that of the same
    reading, or else the greatest one of the point.

    Examples
    --------
    >>> rows = pd.DataFrame({"kind": "contract", "name": "C", "reading": "", "place": "k", "value": [366.0],
    ...     "unit": "mcm", "kwh_per_m3": 10.55, "from_day": "2024-01-01", "to_day": "2024-12-31"})
    >>> points = pd.DataFrame({"point": ["k"], "reading": "", "mcm_per_day": [5.0]})
    >>> found = contracts(rows, points, years=[2024, 2025])
    >>> found[["year", "days", "mcm", "of_capacity_pct"]].values.tolist()
    [[2024.0, 366.0, 366.0, 20.0]]
    """
    rows = in_mcm(quantities[quantities["place"].isin(entries["point"])])
    tables = [_series(within(rows, f"{year}-01-01", f"{year}-12-31")).assign(year=year) for year in years]
    table = pd.concat(tables, ignore_index=True)
    greatest = entries.groupby("point")["mcm_per_day"].max()
    own = entries.set_index(["point", "reading"])["mcm_per_day"].to_dict()
    places = zip(table["point"], table["reading"], strict=True)
    rates = pd.Series([own.get(place, greatest[place[0]]) for place in places], dtype="float64")
    table["capacity_mcm"] = rates * table["days"]
    table["of_capacity_pct"] = 100 * table["mcm"] / table["capacity_mcm"]
    table.insert(1, "year", table.pop("year"))
    return table.sort_values(["point", "year"], kind="stable", ignore_index=True)


def shares(quantities: pd.DataFrame, entries: pd.DataFrame, *, country: str) -> pd.DataFrame:
    """
    Set capacity, contracts and flow against what the country uses or imports in the same days.

    Parameters
    ----------
    quantities
        Quantities of gas, as for `entry_points`. Annual demand, and net imports that are observed, are what
        the others are set against.
    entries
        The table that `entry_points` makes; only open points count with their capacity.
    country
        ISO 3166-1 alpha-2 code.

    Returns
    -------
    shares
        One row a demand or import and what is set against it: `reference`, `reference_mcm`, `point`, `kind`
        (entry, contract, observed), `name`, `reading`, `days`, `mcm`, `of_reference_pct`.

    Notes
    -----
    A share of capacity tells what could come, not what came.

    Examples
    --------
    5 mcm a day against 3 bcm a year:

    >>> rows = pd.DataFrame({"country": "RS", "kind": ["annual_demand"], "name": "", "reading": "",
    ...     "place": "", "value": [3.0], "unit": "bcm_per_year", "kwh_per_m3": 10.55,
    ...     "from_day": "2025-01-01", "to_day": "2025-12-31"}, index=["demand"])
    >>> points = pd.DataFrame({"point": ["k"], "name": "", "reading": "", "open": True, "mcm_per_day": [5.0]})
    >>> shares(rows, points, country="RS")["of_reference_pct"].round(1).tolist()
    [60.8]
    """
    own = in_mcm(quantities[quantities["country"] == country])
    references = own[(own["kind"] == "annual_demand") | (own["reading"] == "net import")]
    points = entries.loc[entries["open"], ["point", "name", "reading"]].assign(kind="entry")
    parts = own[own["place"].isin(entries["point"])]
    tables = [pd.DataFrame(columns=list(_SHARE))]
    for name, reference in references.iterrows():
        capacity = points.assign(days=reference["days"])
        capacity["mcm"] = entries["mcm_per_day"] * reference["days"]
        part = _series(within(parts, reference["from_day"], reference["to_day"]))
        table = pd.concat([capacity[list(part)], part], ignore_index=True)
        table.insert(0, "reference", str(name))
        table.insert(1, "reference_mcm", reference["mcm"])
        tables.append(table)
    table = pd.concat(tables[1:] or tables, ignore_index=True)
    return table.assign(of_reference_pct=100 * table["mcm"] / table["reference_mcm"])


_OTHERS = {"production": "production", "storage": "withdrawal", "lng": "lng"}
_SHARE = ("reference", "reference_mcm", "point", "name", "reading", "kind", "days", "mcm")
_CASE = (
    "reading",
    "demand",
    "demand_mcm_per_day",
    "entries",
    "entries_mcm_per_day",
    *(f"{key}_mcm_per_day" for key in _OTHERS),
    "lost",
    "lost_mcm_per_day",
    "remaining_mcm_per_day",
    "n_minus_1_pct",
    "holds",
    "met_pct",
)


def _at(points: pd.DataFrame, rates: pd.Series[float]) -> list[float]:
    """Give each point the rate of its own reading, or else the one without a reading."""
    known = rates.to_dict()
    places = zip(points["point"], points["reading"], strict=True)
    return [known.get((place, reading), known.get((place, ""), math.nan)) for place, reading in places]


def _series(parts: pd.DataFrame) -> pd.DataFrame:
    """Join contracts, and observations of one series, to one row each."""
    kept = parts[parts["kind"].isin(["contract", "observed"])]
    keys = ["place", "kind", "name", "reading"]
    return (
        kept.groupby(keys, sort=False, as_index=False)[["days", "mcm"]]
        .sum()
        .rename(columns={"place": "point"})
    )


def _is_open(segments: pd.DataFrame, point: str) -> bool:
    at = segments[(segments["from_node"] == point) | (segments["to_node"] == point)]
    gas = at[at["mode"] == "gas_pipeline"]
    working = set(gas.loc[gas["status"] == "operating", "country"])
    return len(gas) > 0 and set(gas["country"]) == working


def _readings(entries: pd.DataFrame) -> list[tuple[str, dict[str, float]]]:
    """Go through all ways to read the capacities: one reading of each point."""
    columns = ["point", "reading", "mcm_per_day"]
    usable = entries.assign(mcm_per_day=entries["mcm_per_day"].where(entries["open"], 0.0))
    by_point = [
        list(zip(*(group[name] for name in columns), strict=True))
        for _, group in usable.groupby("point", sort=False)
    ]
    return [
        (
            "; ".join(f"{point}: {reading}" for point, reading, _ in rows if reading),
            {str(point): float(rate) for point, _, rate in rows},
        )
        for rows in product(*by_point)
    ]


def _named(rows: pd.DataFrame) -> list[str]:
    return [
        f"{name}, {reading}" if reading else str(name)
        for name, reading in zip(rows["name"], rows["reading"], strict=True)
    ]

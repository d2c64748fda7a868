"""Gas capacity: units, and whether a country holds when its largest infrastructure fails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from geo.errors import UnknownNameError

KWH_PER_M3 = 10.55
"""Gross calorific value with which ENTSOG's energy units are turned into volume for Serbia's entry points."""

_UNITS = ("mcm_per_day", "gwh_per_day", "bcm_per_year")


def mcm_per_day(value: float, *, unit: str, kwh_per_m3: float = KWH_PER_M3) -> float:
    """
    Turn a gas capacity into million cubic metres a day.

    Parameters
    ----------
    value
        The capacity.
    unit
        `mcm_per_day`, `gwh_per_day` or `bcm_per_year`.
    kwh_per_m3
        Gross calorific value, used for energy units only.

    Returns
    -------
    mcm_per_day
        Million cubic metres a day; a year has 365 days.

    Raises
    ------
    UnknownNameError
        If the unit is not one of the three.

    Examples
    --------
    The firm capacity at Kalotina, 53.05 GWh a day, and 1.8 bcm a year:

    >>> round(mcm_per_day(53.05, unit="gwh_per_day"), 2), round(mcm_per_day(1.8, unit="bcm_per_year"), 2)
    (5.03, 4.93)
    """
    if unit not in _UNITS:
        raise UnknownNameError("gas unit", unit, _UNITS)
    per_unit = {"mcm_per_day": 1.0, "gwh_per_day": 1 / kwh_per_m3, "bcm_per_year": 1000 / 365}
    return value * per_unit[unit]


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
        Technical capacity of each border entry point, mcm a day.
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
        `n_minus_1_pct`, and `holds`, whether it reaches 100.

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
    fails = list(lost) or [max(entries, key=lambda name: (entries[name], name))]
    remaining = sum(entries.values()) - sum(entries[name] for name in fails) + production + storage + lng
    table = pd.DataFrame({"demand_mcm_per_day": [float(value) for value in demand]})
    table["lost"] = ";".join(fails)
    table["remaining_mcm_per_day"] = remaining
    table["n_minus_1_pct"] = 100 * remaining / table["demand_mcm_per_day"]
    table["holds"] = table["n_minus_1_pct"] >= 100
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

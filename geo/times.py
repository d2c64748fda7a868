"""How long a journey takes: speeds, waits at borders, changes of mode. All of it estimates."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

KINDS = ("speed", "border", "gauge_change", "transfer")
"""What a row of the table may tell."""


@dataclass(frozen=True, slots=True)
class Times:
    """
    Hours of a journey's parts. Every one is an estimate: see the table's notes.

    Attributes
    ----------
    rows
        For each kind its rows: modes, countries (none: everywhere), value. Built by `times`.

    Examples
    --------
    >>> table = pd.DataFrame(
    ...     [("speed", "rail", "", 50.0), ("speed", "rail", "TR", 32.0), ("border", "rail", "", 40.0),
    ...      ("border", "rail", "RS;HU", 15.0), ("transfer", "", "", 34.0)],
    ...     columns=["kind", "modes", "countries", "value"])
    >>> hours = times(table)
    >>> hours.running("rail", country="TR", km=320.0), hours.running("rail", country="RS", km=320.0)
    (10.0, 6.4)
    >>> hours.border("rail", between={"HU", "RS"}), hours.border("rail", between={"RS", "BG"})
    (15.0, 40.0)
    >>> hours.transfer({"rail", "sea"}, countries={"GR"})
    34.0
    """

    rows: dict[str, tuple[tuple[frozenset[str], frozenset[str], float], ...]]

    def running(self, mode: str, *, country: str, km: float) -> float:
        """
        Tell how long a vehicle runs without stop.

        Parameters
        ----------
        mode
            Mode of transport.
        country
            The country it runs in; empty at sea.
        km
            Kilometres.

        Returns
        -------
        running
            Hours; missing where no speed is known for the mode.
        """
        return km / self._value("speed", {mode}, {country} - {""}, default=math.nan)

    def border(self, mode: str, *, between: Collection[str]) -> float:
        """
        Tell how long a border takes.

        Parameters
        ----------
        mode
            Mode of transport.
        between
            The two countries.

        Returns
        -------
        border
            Hours, the same in both directions; 0 for a mode for which none are known.
        """
        return self._value("border", {mode}, between, default=0.0)

    def gauge_change(self, mode: str, *, between: Collection[str]) -> float:
        """
        Tell how much longer a border takes because the gauge changes there.

        Parameters
        ----------
        mode
            Mode of transport.
        between
            The two countries.

        Returns
        -------
        gauge_change
            Hours; 0 where the gauge stays.
        """
        return self._value("gauge_change", {mode}, between, default=0.0)

    def transfer(self, modes: Collection[str], *, countries: Collection[str]) -> float:
        """
        Tell how long a change of mode takes, waiting included.

        Parameters
        ----------
        modes
            The two modes, or the one where a place has two stations.
        countries
            The country it happens in.

        Returns
        -------
        transfer
            Hours, the same in both directions; missing where none are known.
        """
        return self._value("transfer", modes, countries, default=math.nan)

    def _value(
        self, kind: str, modes: Collection[str], countries: Collection[str], *, default: float
    ) -> float:
        """Take the narrowest row that speaks of all these modes and countries; the first of several."""
        fitting = [
            (len(where) or math.inf, len(what) or math.inf, value)
            for what, where, value in self.rows.get(kind, ())
            if (not what or what.issuperset(modes))
            and (not where or (countries and where.issuperset(countries)))
        ]
        return min(fitting, key=lambda row: row[:2], default=(0, 0, default))[2]


def times(table: pd.DataFrame) -> Times:
    """
    Make hours of a table of times.

    Parameters
    ----------
    table
        `kind` (one of `KINDS`), `modes` and `countries` (joined with `;`; empty: all), and `value`: km/h for
        `speed`, else hours.

    Returns
    -------
    times
        The hours. Where several rows fit, the one of the fewest countries counts, then of the fewest modes.

    Examples
    --------
    >>> table = pd.DataFrame({"kind": ["speed"], "modes": ["sea"], "countries": [""], "value": [20.0]})
    >>> times(table).running("sea", country="", km=100.0)
    5.0
    """
    rows = {
        kind: tuple(
            (_set(modes), _set(countries), float(value))
            for modes, countries, value in zip(own["modes"], own["countries"], own["value"], strict=True)
        )
        for kind, own in table.groupby("kind")
    }
    return Times({str(kind): values for kind, values in rows.items()})


def _set(joined: str) -> frozenset[str]:
    return frozenset(joined.split(";")) - {""}

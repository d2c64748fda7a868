"""Claims of others beside our own figures: what each figure refers to, computed from the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

import pandas as pd

from geo import network
from geo.errors import UnknownNameError
from geo.metrics import route_metrics
from layers.answers import KEYS
from layers.atlas import Atlas

Figure: TypeAlias = tuple[float, str]
"""A value and its unit: a key of the table of units, or empty for a count."""

_UNITS = ("mcm_per_day", "gwh_per_day", "bcm_per_year", "mcm", "days", "pct")


def answered(atlas: Atlas, known: pd.DataFrame) -> pd.DataFrame:
    """
    Put our figure beside each claim that is checked.

    Parameters
    ----------
    atlas
        The checked catalogue.
    known
        From `figures`.

    Returns
    -------
    claims
        The catalogue's columns, and the first figure of each as `figure_value` in `figure_unit`; missing
        where `figure` refers to nothing. A finding keeps `{1}` where a figure belongs.

    Examples
    --------
    >>> import layers
    >>> atlas = layers.read()
    >>> claims = answered(atlas, figures(atlas, layers.answers.supply(atlas).rows))
    >>> print(*claims.loc["cable_4_gw", ["figure_value", "figure_unit", "verdict"]])
    1300.0 mw not_borne_out
    """
    first = known.groupby("claim", sort=False).first()
    return atlas.claims.join(first.rename(columns={"value": "figure_value", "unit": "figure_unit"})).fillna(
        {"figure_unit": ""}
    )


def figures(atlas: Atlas, flows: pd.DataFrame) -> pd.DataFrame:
    """
    Work out every figure that a claim refers to.

    Parameters
    ----------
    atlas
        The checked catalogue.
    flows
        The `rows` of its supply, from `layers.answers.supply`.

    Returns
    -------
    figures
        `claim`, `value` and `unit`, in the order in which each claim names them.

    Raises
    ------
    UnknownNameError
        If a figure refers to what is not there.

    Notes
    -----
    A reference is a kind and a name: `flow:section|item|measure` a row of the flows; `quantity:` a quantity
    of gas; `capacity:` of a segment; `km:` of a line, `segment_km:` of a segment, `km_in:corridor|country`;
    `main_km:`, `missing_km:` and `operating_pct:` of a corridor's main route; `corridors_in:` a country;
    `days:from|to|via|via` an estimate for a journey. References joined with ` + ` are summed.
    """
    known = flows.set_index(KEYS)["value"]
    rows = [
        (claim, *_summed(atlas, known, reference))
        for claim, joined in atlas.claims["figure"].items()
        for reference in joined.split(";")
        if reference
    ]
    return pd.DataFrame(rows, columns=["claim", "value", "unit"]).astype({"value": "float64"})


def _summed(atlas: Atlas, flows: pd.Series[float], reference: str) -> Figure:
    parts = [_figure(atlas, flows, part) for part in reference.split(" + ")]
    return sum(value for value, _ in parts), parts[0][1]


def _figure(atlas: Atlas, flows: pd.Series[float], reference: str) -> Figure:
    kind, name = reference.split(":", 1)
    if kind == "flow":
        key = tuple(name.split("|"))
        _require(name, ["|".join(known) for known in flows.index], "row of the flows")
        return float(flows[key]), next((unit for unit in _UNITS if key[-1].endswith(unit)), "")
    _require(kind, {"flow", *_KINDS}, "kind of figure")
    return _KINDS[kind](atlas, name)


def _quantity(atlas: Atlas, name: str) -> Figure:
    _require(name, atlas.quantities.index, "quantity of gas")
    values, units = atlas.quantities["value"], atlas.quantities["unit"]
    return float(values[name]), str(units[name])


def _capacity(atlas: Atlas, name: str) -> Figure:
    _require(name, atlas.segments.index, "segment")
    return float(atlas.segments.loc[name, "capacity"]), str(atlas.segments.loc[name, "capacity_unit"])


def _line_km(atlas: Atlas, name: str) -> Figure:
    _require(name, set(atlas.segments["line"]), "line")
    return float(atlas.segments.loc[atlas.segments["line"] == name, "length_km"].sum()), "km"


def _segment_km(atlas: Atlas, name: str) -> Figure:
    _require(name, atlas.segments.index, "segment")
    return float(atlas.segments.loc[name, "length_km"]), "km"


def _km_in(atlas: Atlas, name: str) -> Figure:
    corridor, country = name.split("|")
    _require(corridor, atlas.corridors.index, "corridor")
    serving = atlas.segments_of(corridor)
    return float(serving.loc[serving["country"] == country, "length_km"].sum()), "km"


def _missing_km(atlas: Atlas, name: str) -> Figure:
    length, share = _of_main(atlas, name, "main_length_km"), _of_main(atlas, name, "operating_share_pct")
    return length * (1 - share / 100), "km"


def _corridors_in(atlas: Atlas, country: str) -> Figure:
    crossing = atlas.segments.loc[atlas.segments["country"] == country, "corridors"]
    return float(len({name for joined in crossing for name in joined.split(";")})), ""


def _days(atlas: Atlas, name: str) -> Figure:
    origin, destination, *via = name.split("|")
    return network.route(atlas.network, origin, destination, via=via).hours / 24, "days"


def _of_main(atlas: Atlas, name: str, column: str) -> float:
    _require(name, atlas.corridors.index, "corridor")
    return float(route_metrics(atlas.segments, main={name: atlas.main_routes[name]})[column].iloc[0])


_KINDS: dict[str, Callable[[Atlas, str], Figure]] = {
    "quantity": _quantity,
    "capacity": _capacity,
    "km": _line_km,
    "segment_km": _segment_km,
    "km_in": _km_in,
    "main_km": lambda atlas, name: (_of_main(atlas, name, "main_length_km"), "km"),
    "missing_km": _missing_km,
    "operating_pct": lambda atlas, name: (_of_main(atlas, name, "operating_share_pct"), "pct"),
    "corridors_in": _corridors_in,
    "days": _days,
}


def _require(name: str, known: Iterable[str], what: str) -> None:
    if name not in known:
        raise UnknownNameError(what, name, known)

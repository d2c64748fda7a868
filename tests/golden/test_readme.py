"""The README's generated parts are what the project gives today; `pytest --accept` writes them anew."""

import re

import pandas as pd
import pytest

from geo import network
from geo.itinerary import beside_one_another
from geo.metrics import published_lengths
from geo.modes import USABLE
from layers.columns import columns
from maps.outputs import corridors_table
from tests.conftest import ROOT

README = ROOT / "README.md"


def markdown(table):
    words = {"line", "country", "corridor", "by way of", "column", "meaning"}
    rows = [
        table.columns,
        ["---" if name in words else "--:" for name in table],
    ]
    rows += table.astype(str).to_numpy().tolist()
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def figure(value, decimals=1):
    return "" if pd.isna(value) else f"{value:,.{decimals}f}"


def lengths(atlas, by):
    """The Southern Gas Corridor alone: all corridors would be a README of tables."""
    own = atlas.segments[atlas.segments["corridor"] == "southern_gas_corridor"]
    table = published_lengths(own, atlas.spans, by=by)
    shown = table[by].replace("", "sea")
    shown["measured km"] = [figure(value) for value in table["length_km"]]
    shown["published km"] = [
        "" if pd.isna(value) else f"{value:,g}" for value in table["published_length_km"]
    ]
    shown["deviation %"] = [figure(round(value, 1) + 0.0) for value in table["deviation_pct"]]
    return markdown(shown)


def corridors(atlas):
    table = corridors_table(atlas)
    shown = table[["title_en"]].rename(columns={"title_en": "corridor"})
    shown["main route km"] = [figure(value, 0) for value in table["main_length_km"]]
    by_status = [dict(part.split(":") for part in parts.split(";")) for parts in table["km_by_status"]]
    for status in ("operating", "under_construction", "planned", "proposed"):
        km = [float(own.get(status, 0)) for own in by_status]
        shown[status.replace("_", " ")] = [figure(value, 0) if value else "" for value in km]
    shown["km in Serbia"] = [figure(value, 0) for value in table["serbia_km"]]
    return markdown(shown)


def segment_columns(atlas):
    rows = [
        (f"`{name}`", column.type.value, column.unit, column.meaning)
        for name, column in columns()["segments"].items()
    ]
    return markdown(pd.DataFrame(rows, columns=["column", "type", "unit", "meaning"]))


def routes(atlas):
    usable = network.within(atlas.network, statuses=USABLE)
    found = network.routes(usable, "mundra", "belgrade", k=5)
    table = beside_one_another(found, atlas.nodes)
    shown = table[["corridors", "by_way_of"]].copy()
    shown["km"] = [figure(value, 0) for value in table["km"]]
    shown["days (estimate)"] = [figure(value, 0) for value in table["estimated_days"]]
    shown["stands"] = [f"{value:.0f} %" for value in table["stands_pct"]]
    return markdown(shown.rename(columns={"corridors": "corridor", "by_way_of": "by way of"}))


PARTS = {
    "routes": routes,
    "corridors": corridors,
    "lengths by line": lambda atlas: lengths(atlas, ["line"]),
    "lengths by line and country": lambda atlas: lengths(atlas, ["line", "country"]),
    "columns": segment_columns,
}


@pytest.mark.parametrize("part", PARTS)
def test_part_is_up_to_date(atlas, accept, part):
    pattern = re.compile(rf"(<!-- {part}: generated -->\n).*?(<!-- end -->)", re.DOTALL)
    text = README.read_text(encoding="utf-8")
    match = pattern.search(text)
    assert match, f"README.md has no part '{part}'"
    wanted = f"{match[1]}{PARTS[part](atlas)}\n{match[2]}"
    if accept:
        README.write_text(text.replace(match[0], wanted), encoding="utf-8")
    else:
        assert match[0] == wanted, "pytest --accept writes it anew"

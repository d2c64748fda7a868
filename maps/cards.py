"""What a click shows: one card a segment and one a node, as escaped HTML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import pandas as pd

from layers import Atlas
from layers.model import Mode, Status
from layers.symbols import node_symbol, symbols
from maps.text import capacity, escape, kilometres, link, signed_pct

Row: TypeAlias = "pd.Series[Any]"
"""One row of a table, by column."""

SKETCH_FROM_KM = 4.0
"""From this accuracy on, a card says that the line is drawn from a sketch."""

_METHODS = {
    "traced": "traced from published route points",
    "network": "drawn along the rail or sea network",
    "stations": "drawn through known places",
    "schematic": "a sketch: only the ends are known",
}


def segment_card(segment: Row, line: Row, atlas: Atlas) -> str:
    """
    Describe one segment.

    Parameters
    ----------
    segment
        A row of the atlas's segments.
    line
        `length_km`, `published_length_km` and `deviation_pct` of the whole line it is a piece of.
    atlas
        The checked catalogue: names of nodes, sources and countries.

    Returns
    -------
    html
        Heading, figures, how sure the line is, and linked sources; everything escaped.
    """
    table = symbols()
    mode = table.mode[Mode(segment["mode"])].label.en
    status = table.status[Status(segment["status"])].label.en
    ends = " – ".join(str(atlas.nodes.loc[segment[end], "name"]) for end in ("from_node", "to_node"))
    rows = [
        ("Status", f"{status}{_since(segment)}"),
        ("From – to", "" if ends == segment["name"] else ends),
        ("Country", _countries(segment["country"], atlas) or "at sea"),
        ("Operator", segment["operator"]),
        ("Capacity", capacity(_value(segment["capacity"]), segment["capacity_unit"])),
        ("Length", _lengths(segment)),
        ("Whole line", "" if _lengths(line) == _lengths(segment) else _lengths(line)),
        ("Drawn", _certainty(segment)),
    ]
    heading = (
        f'<h2>{escape(segment["name"])}</h2><p class="kind">{escape(segment["line"])} · {escape(mode)}</p>'
    )
    return heading + _figures(rows) + _note(segment["note"]) + _sources(segment, atlas.sources)


def node_card(node: Row, atlas: Atlas) -> str:
    """
    Describe one node.

    Parameters
    ----------
    node
        A row of the atlas's nodes.
    atlas
        The checked catalogue: names of corridors, sources and countries.

    Returns
    -------
    html
        Heading, figures and linked sources; everything escaped.
    """
    titles = [
        str(atlas.corridors.loc[name, "title_en"]) for name in str(node["corridors"]).split(";") if name
    ]
    role = "" if node["role"] == "none" else str(node["role"])
    rows = [
        ("Country", _countries(node["country"], atlas)),
        ("Corridors", ", ".join(titles)),
        ("For Serbia", role),
        (
            "Place",
            f"{float(node['lon']):.4f}° E, {float(node['lat']):.4f}° N ({node['confidence']} confidence)",
        ),
    ]
    kind = escape(node_symbol(str(node["kind"])).label.en)
    heading = f'<h2>{escape(node["name"])}</h2><p class="kind">{kind}</p>'
    return heading + _figures(rows) + _note(node["note"]) + _sources(node, atlas.sources)


def source_list(names: Iterable[str], sources: pd.DataFrame) -> str:
    """
    List sources as links.

    Parameters
    ----------
    names
        Identifiers.
    sources
        The atlas's sources, on the index `id`.

    Returns
    -------
    html
        A list, escaped.
    """
    items = [_source(row) for _, row in sources.loc[list(names)].iterrows()]
    return f"<ul>{''.join(items)}</ul>"


def _source(source: Row) -> str:
    dated = "" if source["published"] == "unknown" else f", {escape(source['published'])}"
    return f"<li>{link(source['address'], source['title'])}, {escape(source['publisher'])}{dated}</li>"


def _figures(rows: Iterable[tuple[str, str]]) -> str:
    shown = "".join(f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in rows if value)
    return f"<dl>{shown}</dl>"


def _note(note: str) -> str:
    return f'<p class="note">{escape(note)}</p>' if note else ""


def _sources(row: Row, sources: pd.DataFrame) -> str:
    listed = source_list(str(row["sources"]).split(";"), sources)
    return f'<p class="sources">Sources</p>{listed}<p class="as-of">as of {escape(str(row["as_of"]))}</p>'


def _since(segment: Row) -> str:
    year = _value(segment["since"])
    if year is None:
        return ""
    return (
        f" since {year:.0f}"
        if segment["status"] in {"operating", "suspended"}
        else f", promised for {year:.0f}"
    )


def _lengths(row: Row) -> str:
    """Measured, and beside it published with the deviation where there is one."""
    measured = f"measured {kilometres(float(row['length_km']))}"
    if pd.isna(row["published_length_km"]):
        return measured
    published = kilometres(float(row["published_length_km"]))
    return f"{measured}, published {published} ({signed_pct(float(row['deviation_pct']))})"


def _countries(codes: str, atlas: Atlas) -> str:
    return " / ".join(atlas.countries.get(code, code) for code in codes.split(";"))


def _certainty(segment: Row) -> str:
    accuracy = kilometres(float(segment["accuracy_km"]))
    if float(segment["accuracy_km"]) >= SKETCH_FROM_KM:
        return f"drawn from a sketch, may be {accuracy} off"
    return f"{_METHODS[segment['alignment_method']]}, within about {accuracy}"


def _value(value: object) -> float | None:
    return None if value is None or pd.isna(value) else float(value)  # type: ignore[arg-type, call-overload]

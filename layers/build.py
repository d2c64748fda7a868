"""Model to tables: segments, nodes, corridors, spans, sources. Values in, tables out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import geopandas as gpd
import pandas as pd
from shapely import Point

from geo.lines import densify, length_km
from geo.metrics import deviation_pct
from geo.reference import WGS84
from geo.scenarios import changes as changes_table
from geo.scenarios import chosen
from layers.checks.names import named_sources
from layers.evidence import Claim, Quantity
from layers.model import Definition, Record, Segment
from layers.travel import Link, Time


def segments(definition: Definition) -> gpd.GeoDataFrame:
    """
    Make the table of segments.

    Parameters
    ----------
    definition
        A catalogue without problems.

    Returns
    -------
    segments
        One row a segment on the index `id`, in the order of the corridors' files, with the columns of
        `[segments]` in `columns.toml`. Lines are densified to 25 km along shortest paths; `length_km` is
        measured on them.
    """
    drawn = {line.segment: line for line in definition.drawn}
    serves = serving(definition)
    rows = [
        {"corridors": ";".join(serves[located.record.id]), **_row(located.record)}
        for located in definition.segments
    ]
    lines = gpd.GeoSeries([drawn[str(row["id"])].line for row in rows], crs=WGS84)
    table = gpd.GeoDataFrame(rows, geometry=densify(lines))
    table["length_km"] = length_km(table.geometry)
    table["network_km"] = pd.Series([drawn[str(row["id"])].network_km for row in rows], dtype=float)
    table["deviation_pct"] = deviation_pct(table["length_km"], table["published_length_km"])
    return table.set_index("id", drop=False).rename_axis(None)


def nodes(definition: Definition) -> gpd.GeoDataFrame:
    """
    Make the table of nodes.

    Parameters
    ----------
    definition
        A catalogue without problems.

    Returns
    -------
    nodes
        One row a node on the index `id`, in alphabetical order, with the columns of `[nodes]` in
        `columns.toml`. Where a name is the same in Serbian or Azerbaijani, it is repeated.
    """
    serves = _corridors_of_nodes(definition)
    rows = []
    for node in sorted((located.record for located in definition.nodes), key=lambda node: node.id):
        row = node.model_dump(mode="python")
        row |= {
            "name_sr": node.name_sr or node.name,
            "name_az": node.name_az or node.name,
            "kind": str(node.kind),
            "role": str(node.role),
            "confidence": str(node.confidence),
            "corridors": ";".join(serves.get(node.id, [])),
        }
        rows.append(row)
    points = gpd.GeoSeries([Point(row["lon"], row["lat"]) for row in rows], crs=WGS84)
    return gpd.GeoDataFrame(rows, geometry=points).set_index("id", drop=False).rename_axis(None)


def corridors(definition: Definition) -> pd.DataFrame:
    """
    Make the table of corridors.

    Parameters
    ----------
    definition
        A catalogue without problems.

    Returns
    -------
    corridors
        One row a corridor on the index `id`: titles, descriptions, and `main`, the main route's
        segments as a tuple of identifiers.
    """
    rows = []
    for located in definition.corridors:
        corridor = located.record
        texts = {f"title_{language}": text for language, text in corridor.title.model_dump().items()}
        texts |= {
            f"description_{language}": text for language, text in corridor.description.model_dump().items()
        }
        rows.append({"id": corridor.id, **texts, "main": corridor.main})
    return pd.DataFrame(rows).set_index("id", drop=False).rename_axis(None)


def spans(definition: Definition) -> pd.DataFrame:
    """
    Make the table of published lengths: of whole lines, of several segments, and of single ones.

    Parameters
    ----------
    definition
        A catalogue without problems.

    Returns
    -------
    spans
        `corridor`, `what`, `segments` (a tuple of identifiers), `published_length_km`, `source`, `also` (what
        other sources say, as text) and `note` (that of the line where a segment has none of its own).
    """
    rows = []
    for located in definition.corridors:
        corridor = located.record
        lines = [(x.name, tuple(piece.id for piece in x.segment), x.length, x.note) for x in corridor.line]
        several = [(x.what, x.segments, x.length, x.note) for x in corridor.span]
        single = [
            (f"{line.name}, {x.name}", (x.id,), x.length, x.note or line.note)
            for line in corridor.line
            for x in line.segment
        ]
        for what, members, length, note in (*lines, *several, *single):
            if length is not None:
                also = "; ".join(f"{other.km:g} ({other.source})" for other in length.also)
                rows.append((corridor.id, what, members, float(length.km), length.source, also, note or ""))
    names = ["corridor", "what", "segments", "published_length_km", "source", "also", "note"]
    return pd.DataFrame(rows, columns=names)


def sources(definition: Definition) -> pd.DataFrame:
    """
    Make the table of sources.

    Parameters
    ----------
    definition
        A catalogue without problems.

    Returns
    -------
    sources
        One row a source on the index `id`, in alphabetical order, with `facts`, the number of facts
        that name it.
    """
    facts = Counter(name for _, name in named_sources(definition))
    rows = [
        {**located.record.model_dump(mode="python"), "role": str(located.record.role)}
        for located in sorted(definition.sources, key=lambda located: located.record.id)
    ]
    table = pd.DataFrame(rows).set_index("id", drop=False).rename_axis(None)
    return table.assign(facts=[facts[name] for name in table.index])


def links(definition: Definition) -> pd.DataFrame:
    """
    Make the table of links.

    Parameters
    ----------
    definition
        A catalogue without problems.

    Returns
    -------
    links
        One row a pair of places near one another, in the order of the file, with the columns of the file.
    """
    return _records([located.record for located in definition.links], Link)


def times(definition: Definition) -> pd.DataFrame:
    """
    Make the table of times.

    Parameters
    ----------
    definition
        A catalogue without problems.

    Returns
    -------
    times
        One row a speed or a wait, in the order of the file, with the columns of the file.
    """
    return _records([located.record for located in definition.times], Time)


def quantities(definition: Definition) -> pd.DataFrame:
    """
    Make the table of quantities of gas.

    Parameters
    ----------
    definition
        A catalogue without problems.

    Returns
    -------
    quantities
        One row a quantity on the index `id`, in the order of the file, with the columns of the file.
    """
    return _identified([located.record for located in definition.quantities], Quantity)


def claims(definition: Definition) -> pd.DataFrame:
    """
    Make the table of claims.

    Parameters
    ----------
    definition
        A catalogue without problems.

    Returns
    -------
    claims
        One row a claim on the index `id`, in the order of the file, with the columns of the file.
    """
    return _identified([located.record for located in definition.claims], Claim)


def scenarios(definition: Definition) -> pd.DataFrame:
    """
    Make the table of scenarios.

    Parameters
    ----------
    definition
        A catalogue without problems.

    Returns
    -------
    scenarios
        One row a scenario on the index `id`, in the order of the file: `kind`, titles, `sources` (joined with
        `;`), `note`, `as_of`.
    """
    rows = [
        {
            "id": scenario.id,
            "kind": str(scenario.kind),
            **{f"title_{language}": text for language, text in scenario.title.model_dump().items()},
            "sources": ";".join(scenario.all_sources),
            "note": "; ".join(filter(None, [scenario.note, *(x.assumed for x in scenario.quantities)])),
            "as_of": scenario.as_of,
        }
        for scenario in (located.record for located in definition.scenarios)
    ]
    names = ["id", "kind", "title_en", "title_sr", "title_az", "sources", "note", "as_of"]
    return pd.DataFrame(rows, columns=names).set_index("id", drop=False).rename_axis(None)


def changes(definition: Definition, segments: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """
    Say of each scenario which rows of which table it changes.

    Parameters
    ----------
    definition
        A catalogue without problems.
    segments
        The table of segments.

    Returns
    -------
    changes
        Scenario to its changes, as `geo.scenarios.changes` makes them; the tables are `segments` and
        `quantities`.
    """
    made = {}
    for located in definition.scenarios:
        scenario = located.record
        rows: list[tuple[str, str, str, object]] = [
            ("segments", name, column, value)
            for change in scenario.segments
            for name in chosen(segments, change.by)
            for column, value in change.values.items()
        ]
        rows += [("quantities", change.quantity, "value", change.value) for change in scenario.quantities]
        made[scenario.id] = changes_table(rows)
    return made


def serving(definition: Definition) -> dict[str, list[str]]:
    """
    Say which corridors each segment serves.

    Parameters
    ----------
    definition
        A catalogue.

    Returns
    -------
    serving
        Segment to corridors: the one that defines it first, then those that share it.
    """
    serves: dict[str, list[str]] = {}
    for located in definition.corridors:
        for name in located.record.own:
            serves.setdefault(name, []).insert(0, located.record.id)
        for name in located.record.shared:
            serves.setdefault(name, []).append(located.record.id)
    return serves


def _records(records: Sequence[Record], kind: type[Record]) -> pd.DataFrame:
    rows = [record.model_dump(mode="json") for record in records]
    return pd.DataFrame(rows, columns=list(kind.model_fields))


def _identified(records: Sequence[Record], kind: type[Record]) -> pd.DataFrame:
    return _records(records, kind).set_index("id", drop=False).rename_axis(None)


def _row(segment: Segment) -> dict[str, object]:
    capacity = segment.capacity
    return {
        "id": segment.id,
        "corridor": segment.corridor,
        "role": str(segment.role),
        "name": segment.name,
        "line": segment.line,
        "mode": str(segment.mode),
        "status": str(segment.status.value),
        "country": segment.country or "",
        "from_node": segment.from_node,
        "to_node": segment.to_node,
        "operator": segment.operator or "",
        "since": segment.since.year if segment.since else None,
        "capacity": capacity.value if capacity else None,
        "capacity_unit": str(capacity.unit) if capacity else "",
        "published_length_km": segment.length.km if segment.length else None,
        "alignment_method": str(segment.alignment.method),
        "accuracy_km": segment.alignment.accuracy_km,
        "sources": ";".join(segment.sources),
        "note": segment.note,
        "as_of": segment.as_of,
        "confidence": str(segment.confidence),
    }


def _corridors_of_nodes(definition: Definition) -> dict[str, list[str]]:
    by_segment = serving(definition)
    serves: dict[str, set[str]] = {}
    for located in definition.segments:
        for node in (located.record.from_node, located.record.to_node):
            serves.setdefault(node, set()).update(by_segment[located.record.id])
    return {node: sorted(names) for node, names in serves.items()}

"""Which layers there are, and how each is drawn and labelled: from the atlas and the table of symbols."""

from __future__ import annotations

from collections.abc import Iterable

import geopandas as gpd
import pandas as pd

from layers import boundaries
from layers.atlas import Atlas
from layers.model import Mode, Status
from layers.symbols import line_symbol, node_symbol, symbols
from layers.write.elements import plain
from layers.write.layer import Labels, Layer, Rule, Shape

MARGIN_DEG = (20.0, 14.0)
"""How much of the countries shows beyond the segments, in longitude and latitude."""

FARTHEST_NORTH_DEG = 75.0
"""Nothing beyond this latitude is drawn."""

THINNED_DEG = 0.01
"""How far a drawn border may leave Natural Earth's: less than its own error."""

SHOWN_FROM = {1: None, 2: 6_000_000, 3: 2_000_000}
"""Level of detail to the smallest scale (1 to this many) at which dots and names show; level 1 always."""

_WIDE_ENOUGH = "sqrt(area($geometry)) * 111000000 / @map_scale > 11"
"""A country is named where it is 11 mm wide: a degree of latitude has 111 million millimetres."""

LINES_NAMED_FROM = 12_000_000
"""The smallest scale at which lines are named."""


def contents(atlas: Atlas, transit: gpd.GeoDataFrame) -> tuple[Layer, ...]:
    """
    List the layers of the GeoPackage.

    Parameters
    ----------
    atlas
        The checked catalogue.
    transit
        The table `[transit_nodes]`, with points.

    Returns
    -------
    layers
        Segments, nodes, Serbia's transit nodes, countries; each of them whole.
    """
    ranked = places(
        "serbian_transit_nodes",
        "Transit nodes of Serbia",
        "Transit nodes of Serbia, ranked",
        transit,
        table="transit_nodes",
    )
    return (segments(atlas), nodes(atlas), ranked, countries(atlas))


def citations(atlas: Atlas) -> pd.DataFrame:
    """
    List which source each segment and node rests on.

    Parameters
    ----------
    atlas
        The checked catalogue.

    Returns
    -------
    citations
        The table `[citations]` of `columns.toml`: one row for each segment or node and source.
    """
    parts = [
        pd.DataFrame({column: table["id"], "source": table["sources"].str.split(";")}).explode("source")
        for column, table in (("segment", atlas.segments), ("node", atlas.nodes))
    ]
    return pd.concat(parts).sort_values(["segment", "node", "source"])[["segment", "node", "source"]]


def segments(atlas: Atlas, corridor: str | None = None) -> Layer:
    """
    Describe the layer of segments.

    Parameters
    ----------
    atlas
        The checked catalogue.
    corridor
        Identifier of a corridor, for the segments that serve it; all segments if none is given.

    Returns
    -------
    layer
        One symbol for each corridor, mode and status that occurs, in the order of the vocabularies.

    Raises
    ------
    UnknownNameError
        If there is no such corridor.
    """
    features = atlas.segments_of(*([corridor] if corridor else [])).sort_values("id", kind="stable")
    titles = dict(atlas.corridors.loc[corridor]) if corridor else {}
    return Layer(
        name=corridor or "segments",
        title=plain(str(titles.get("title_en", "All segments"))),
        description=plain(str(titles.get("description_en", "Segments of all corridors"))),
        table="segments",
        shape=Shape.line,
        features=features,
        rules=tuple(_line_rules(features, atlas, corridor)),
        labels=Labels("line", shown=f"@map_scale <= {LINES_NAMED_FROM}", weight="3"),
    )


def nodes(atlas: Atlas, corridor: str | None = None) -> Layer:
    """
    Describe the layer of nodes.

    Parameters
    ----------
    atlas
        The checked catalogue.
    corridor
        Identifier of a corridor, for its nodes; all nodes if none is given.

    Returns
    -------
    layer
        One symbol for each kind that occurs. The ends of main routes show at any scale, other nodes from
        the scale that the level of their kind asks for.

    Raises
    ------
    UnknownNameError
        If there is no such corridor.
    """
    asked = [corridor] if corridor else []
    features = atlas.nodes_of(*asked)
    ends = atlas.ends_of(*asked)
    return places("nodes", "All places", "Nodes of all corridors", features, table="nodes", ends=ends)


def places(
    name: str,
    title: str,
    description: str,
    features: gpd.GeoDataFrame,
    *,
    table: str,
    ends: Iterable[str] = (),
) -> Layer:
    """
    Describe any layer of nodes.

    Parameters
    ----------
    name
        Name in the files.
    title, description
        What people read in a list of layers.
    features
        Nodes with `id`, `name` and `kind`.
    table
        Their table in `columns.toml`.
    ends
        Nodes that show at any scale.

    Returns
    -------
    layer
        One symbol for each kind that occurs.
    """
    always = f'"id" IN ({_quoted(sorted(ends))})' if ends else "FALSE"
    kinds = sorted(set(features["kind"]), key=lambda kind: (node_symbol(kind).level, kind))
    rules = tuple(
        Rule(node_symbol(kind).label.en, f"\"kind\" = '{kind}'{_from_scale(kind, always)}", node_symbol(kind))
        for kind in kinds
    )
    far = [kind for kind in kinds if SHOWN_FROM[node_symbol(kind).level] is None]
    shown = " OR ".join(f"({rule.where})" for rule in rules)
    weight = f'CASE WHEN {always} THEN 10 WHEN "kind" IN ({_quoted(far)}) THEN 7 ELSE 4 END'
    return Layer(
        name,
        title,
        description,
        table,
        Shape.point,
        features,
        rules,
        Labels("name", shown=shown, weight=weight),
    )


def countries(atlas: Atlas) -> Layer:
    """
    Describe the layer of countries.

    Parameters
    ----------
    atlas
        The checked catalogue.

    Returns
    -------
    layer
        The countries around all segments, cut to the frame.
    """
    west, south, east, north = atlas.segments.total_bounds
    lon, lat = MARGIN_DEG
    features = boundaries.clipped(
        (west - lon, south - lat, east + lon, min(north + lat, FARTHEST_NORTH_DEG)), tolerance_deg=THINNED_DEG
    )
    ground = symbols().ground
    return Layer(
        name="countries",
        title="Countries",
        description=f"Countries around the corridors, cut to a frame. {boundaries.NATURAL_EARTH}",
        table="countries",
        shape=Shape.area,
        features=features,
        rules=(Rule("country", "", ground),),
        labels=Labels("name", shown=_WIDE_ENOUGH, weight="0"),
    )


def _line_rules(features: gpd.GeoDataFrame, atlas: Atlas, own: str | None) -> Iterable[Rule]:
    """One rule for each corridor, mode and status; the corridor is named where it is not the layer's own."""
    orders = [list(atlas.corridors.index), list(Mode), list(Status)]
    keys = features[["corridor", "mode", "status"]].drop_duplicates().itertuples(index=False)
    first = sorted(keys, key=lambda key: [key[0] != own, *map(list.index, orders, key)])
    for corridor, mode, status in first:
        words = f"{symbols().mode[Mode(mode)].label.en}, {symbols().status[Status(status)].label.en}"
        title = plain(str(atlas.corridors.loc[corridor, "title_en"]))
        yield Rule(
            label=words if corridor == own else f"{title}: {words}",
            where=f"\"corridor\" = '{corridor}' AND \"mode\" = '{mode}' AND \"status\" = '{status}'",
            symbol=line_symbol(corridor=corridor, mode=mode, status=status),
        )


def _from_scale(kind: str, always: str) -> str:
    scale = SHOWN_FROM[node_symbol(kind).level]
    return f" AND (@map_scale <= {scale} OR {always})" if scale else ""


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)

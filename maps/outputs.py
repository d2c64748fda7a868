"""Everything that `corridors build` writes, from a checked atlas to a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo.comparison import compare
from geo.metrics import GROUPS, beside_published, published_lengths, route_metrics
from geo.transit import transit_nodes
from layers import Atlas, answers
from layers.write import geojson, geopackage, qml, staging, tables
from maps.leaflet import page

SERBIAN = "serbian_transit_nodes"
"""Name of the layer of Serbia's transit nodes."""

Task = tuple[str, Callable[[Path], None]]
"""What is being written, for the progress bar, and the function that writes it into a folder."""


def write_all(
    atlas: Atlas,
    out: Path,
    *,
    only: Sequence[str] = (),
    progress: Callable[[Sequence[Task]], Iterator[Task]] = iter,
) -> None:
    """
    Write layers, tables and pages.

    Parameters
    ----------
    atlas
        The checked catalogue.
    out
        The folder to write into; made if it is missing.
    only
        Corridors whose layer and page are written; all, and the page of all, if none is given. The
        GeoPackage and the tables always hold all corridors.
    progress
        Wraps the list of tasks while they are done, to show how far it is.

    Raises
    ------
    UnknownNameError
        If `only` names a corridor that does not exist.
    OutputError
        If `out` cannot be written; the former outputs stay whole.
    """
    atlas.segments_of(*only)  # an unknown name is refused before anything is written
    with staging.staged(out) as aside:
        for folder in ("layers", "tables", "maps"):
            (aside / folder).mkdir()
        for _, write in progress(_tasks(atlas, list(only) or list(atlas.corridors.index))):
            write(aside)


def lengths_table(atlas: Atlas) -> pd.DataFrame:
    """
    Sum lengths by corridor, line, country, mode and status.

    Parameters
    ----------
    atlas
        The checked catalogue.

    Returns
    -------
    lengths
        The table `[lengths]` of `columns.toml`.
    """
    by = [name for name in GROUPS if name != "role"]
    return published_lengths(atlas.segments, atlas.spans, by=by).assign(boundaries=atlas.boundaries)


def corridors_table(atlas: Atlas) -> pd.DataFrame:
    """
    Measure the main route of every corridor.

    Parameters
    ----------
    atlas
        The checked catalogue.

    Returns
    -------
    corridors
        The table `[corridors]` of `columns.toml`.
    """
    metrics = route_metrics(
        atlas.segments,
        main=atlas.main_routes,
        country="RS",
    )
    titles = atlas.corridors[["title_en", "title_sr", "title_az"]]
    table = metrics.rename(columns={"country_km": "serbia_km"}).join(titles).rename_axis("corridor")
    return table.reset_index().assign(boundaries=atlas.boundaries)


def published_table(atlas: Atlas) -> pd.DataFrame:
    """
    Put measured lengths beside published ones.

    Parameters
    ----------
    atlas
        The checked catalogue.

    Returns
    -------
    published
        The table `[published]` of `columns.toml`.
    """
    table = beside_published(atlas.segments, atlas.spans)
    return table.assign(segments=[";".join(names) for names in table["segments"]])


def transit_table(atlas: Atlas) -> gpd.GeoDataFrame:
    """
    Rank the transit nodes of Serbia.

    Parameters
    ----------
    atlas
        The checked catalogue.

    Returns
    -------
    transit_nodes
        The table `[transit_nodes]` of `columns.toml`, with points.
    """
    return transit_nodes(atlas.segments, atlas.nodes, country="RS", links=atlas.links)


def _tasks(atlas: Atlas, corridors: Sequence[str]) -> list[Task]:
    transit = transit_table(atlas)
    tasks: list[Task] = [(f"layers/{name}.geojson", _corridor_layer(atlas, name)) for name in corridors]
    tasks += [
        ("layers/nodes.geojson", _points_layer(atlas.nodes, "nodes", "nodes")),
        (f"layers/{SERBIAN}.geojson", _points_layer(transit, SERBIAN, "transit_nodes")),
        ("corridors.gpkg", lambda folder: _write_geopackage(atlas, transit, folder)),
        ("tables", lambda folder: _write_tables(atlas, transit, folder)),
    ]
    tasks += [(f"maps/{name}.html", _page(atlas, name, name)) for name in corridors]
    whole = len(corridors) == len(atlas.corridors)
    return [*tasks, ("maps/index.html", _page(atlas, "index", None))] if whole else tasks


def _corridor_layer(atlas: Atlas, name: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        own = atlas.segments_of(name)
        geojson.write(
            own, folder / "layers" / f"{name}.geojson", table="segments", style=qml.segments_qml(own)
        )

    return write


def _page(atlas: Atlas, name: str, corridor: str | None) -> Callable[[Path], None]:
    return lambda folder: page(atlas, corridor).save(folder / "maps" / f"{name}.html")


def _points_layer(points: gpd.GeoDataFrame, name: str, table: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        style = qml.nodes_qml(points)
        geojson.write(points, folder / "layers" / f"{name}.geojson", table=table, style=style)

    return write


def _write_geopackage(atlas: Atlas, transit: gpd.GeoDataFrame, folder: Path) -> None:
    layers = {
        "segments": geopackage.Layer(
            atlas.segments.sort_values("id", kind="stable"),
            "segments",
            "LineString",
            "Segments of all corridors",
            qml.segments_qml(atlas.segments),
        ),
        "nodes": geopackage.Layer(
            atlas.nodes, "nodes", "Point", "Nodes of all corridors", qml.nodes_qml(atlas.nodes)
        ),
        SERBIAN: geopackage.Layer(
            transit, "transit_nodes", "Point", "Transit nodes of Serbia, ranked", qml.nodes_qml(transit)
        ),
    }
    geopackage.write(layers, folder / "corridors.gpkg", as_of=atlas.as_of)


def _write_tables(atlas: Atlas, transit: pd.DataFrame, folder: Path) -> None:
    flows = answers.supply(atlas).rows
    made = {
        "lengths": lengths_table(atlas),
        "corridors": corridors_table(atlas),
        "published": published_table(atlas),
        "transit_nodes": pd.DataFrame(transit.drop(columns="geometry")),
        "comparisons": compare(atlas.segments),
        "flows": flows,
        "claims": answers.claims(atlas, flows),
        "scenarios": answers.scenarios(atlas),
        "sources": atlas.sources,
    }
    for name, table in made.items():
        tables.write(table, folder / "tables" / f"{name}.csv", to=name)

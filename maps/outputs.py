"""Everything that `corridors build` writes, from a checked atlas to a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo.comparison import compare
from geo.errors import UnknownNameError
from geo.metrics import GROUPS, beside_published, published_lengths, route_metrics
from geo.transit import transit_nodes
from layers import Atlas, answers
from layers.write import contents, datapackage, geojson, geopackage, project, staging, tables
from layers.write import export as files
from layers.write.layer import Layer, Shape
from maps import reading
from maps.findings import claims_table, findings
from maps.leaflet import render
from maps.pages import describe, page_names
from maps.words import word

Task = tuple[str, Callable[[Path], None]]
"""What is being written, for the progress bar, and the function that writes it into a folder."""


def write_all(
    atlas: Atlas,
    out: Path,
    *,
    only: Sequence[str] = (),
    more: Sequence[Task] = (),
    progress: Callable[[Sequence[Task]], Iterator[Task]] = iter,
) -> tuple[str, ...]:
    """
    Write layers, tables and pages.

    Parameters
    ----------
    atlas
        The checked catalogue.
    out
        The folder to write into; made if it is missing.
    only
        Corridors whose layer and page are written; all, the pages of all and the brief, if none is given. The
        GeoPackage and the tables always hold all corridors.
    more
        What else is written into the same folder: figures.
    progress
        Wraps the list of tasks while they are done, to show how far it is.

    Returns
    -------
    remarks
        One a file that somebody changed since it was written, and that was therefore kept under another name.

    Raises
    ------
    UnknownNameError
        If `only` names a corridor that does not exist.
    OutputError
        If `out` cannot be written; the former outputs stay whole.
    """
    atlas.segments_of(*only)  # an unknown name is refused before anything is written
    remarks: list[str] = []
    with staging.staged(out, remarks=remarks) as aside:
        for folder in ("layers", "tables", "maps"):
            (aside / folder).mkdir()
        for _, write in progress(_tasks(atlas, list(only) or list(atlas.corridors.index), more)):
            write(aside)
    return tuple(remarks)


def export(atlas: Atlas, to: str, *, only: Sequence[str] = (), database: bool) -> pd.DataFrame:
    """
    Write the layers into another store.

    Parameters
    ----------
    atlas
        The checked catalogue.
    to
        A file whose ending says the format, or the address of a PostGIS database.
    only
        Layers to write; all if none is given.
    database
        Whether `to` is an address.

    Returns
    -------
    exported
        One row a layer: `written`, `layer`, `features`, and `lost`, what the store cannot hold.

    Raises
    ------
    UnknownNameError
        If there is no such layer or format.
    OutputError
        If the store cannot be written; what stood there stays whole.
    """
    whole = {layer.name: layer for layer in contents.contents(atlas, transit_table(atlas))}
    for name in only:
        if name not in whole:
            raise UnknownNameError("layer", name, whole)
    layers = [whole[name] for name in only or whole]
    if database:
        from layers.write import postgis  # noqa: PLC0415 - needs the extra "postgis"

        lost = postgis.write(layers, _referred(atlas), to)
        rows = [(f"{postgis.SCHEMA}.{one.name}", one.name, len(one.features), lost) for one in layers]
    else:
        done = files.write(layers, Path(to), as_of=atlas.as_of)
        rows = [(str(one.file), one.layer, one.features, one.lost) for one in done]
    return pd.DataFrame(rows, columns=["written", "layer", "features", "lost"])


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
        The table `[transit_nodes]` of `columns.toml`, with points; no rows where no node lies in Serbia.
    """
    countries = atlas.nodes["country"].str.split(";").explode()
    known = (countries == "RS").any()
    country = "RS" if known else countries.iloc[0]
    ranked = transit_nodes(atlas.segments, atlas.nodes, country=country, links=atlas.links)
    return ranked if known else ranked.iloc[:0]


def _without_points(ranked: gpd.GeoDataFrame) -> pd.DataFrame:
    return pd.DataFrame(ranked.drop(columns="geometry"))


TABLES: Mapping[str, Callable[[Atlas], pd.DataFrame]] = {
    "lengths": lengths_table,
    "corridors": corridors_table,
    "published": published_table,
    "comparisons": lambda atlas: compare(atlas.segments),
    "transit_nodes": lambda atlas: _without_points(transit_table(atlas)),
    "flows": answers.flows,
    "claims": lambda atlas: claims_table(atlas, answers.flows(atlas)),
    "scenarios": answers.scenarios,
    "sources": lambda atlas: atlas.sources,
}
"""The tables of a build by name, and what works each out."""


def _tasks(atlas: Atlas, corridors: Sequence[str], more: Sequence[Task] = ()) -> list[Task]:
    transit = transit_table(atlas)
    flows = answers.flows(atlas)
    claims = claims_table(atlas, flows)
    whole = contents.contents(atlas, transit)
    single = [contents.segments(atlas, name) for name in corridors]
    single += [layer for layer in whole if layer.shape is Shape.point]
    worked_out = {"transit_nodes": _without_points(transit), "flows": flows, "claims": claims}
    tasks = [(f"layers/{layer.name}.geojson", _single(layer)) for layer in single]
    tasks += [
        ("corridors.gpkg and corridors.qgz", lambda folder: _write_store(atlas, whole, folder)),
        ("tables", lambda folder: _write_tables(atlas, worked_out, folder)),
    ]
    everything = len(corridors) == len(atlas.corridors)
    pages = [*page_names(atlas), "index"] if everything else corridors
    tasks += [(f"maps/{name}.html", _page(atlas, name, transit)) for name in pages]
    if everything and len(atlas.claims):
        tasks += [("brief.html and brief.md", lambda folder: reading.save(findings(atlas, claims), folder))]
    described = partial(datapackage.write, atlas, single=single, stored=whole)
    return [*tasks, *more, ("datapackage.json", described)]


def _single(layer: Layer) -> Callable[[Path], None]:
    return lambda folder: geojson.write(layer, folder / "layers")


def _page(atlas: Atlas, name: str, ranked: pd.DataFrame) -> Callable[[Path], None]:
    shown = None if name == "index" else name
    return lambda folder: render(describe(atlas, shown, ranked=ranked)).save(folder / "maps" / f"{name}.html")


def _referred(atlas: Atlas) -> dict[str, pd.DataFrame]:
    """Tables that the layers refer to."""
    return {"sources": atlas.sources, "citations": contents.citations(atlas)}


def _write_store(atlas: Atlas, layers: Sequence[Layer], folder: Path) -> None:
    """Write the GeoPackage and the project, which also stands inside it."""
    qgz = project.content(atlas, layers, footnote=word("kosovo").en)
    geopackage.write(
        layers, _referred(atlas), folder / "corridors.gpkg", as_of=atlas.as_of, project=(project.TITLE, qgz)
    )
    (folder / "corridors.qgz").write_bytes(qgz)


def _write_tables(atlas: Atlas, worked_out: Mapping[str, pd.DataFrame], folder: Path) -> None:
    for name, make in TABLES.items():
        table = worked_out[name] if name in worked_out else make(atlas)
        tables.write(table, folder / "tables" / f"{name}.csv", to=name)

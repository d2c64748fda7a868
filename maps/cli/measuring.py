"""Commands that measure: lengths, measure."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from maps.cli.frame import Catalogue, Format, Printed, app, names, read_atlas, reported, say, show


class Engine(StrEnum):
    """What measures users' files."""

    local = "local"
    dask = "dask"


class Borders(StrEnum):
    """The sets of countries, as `layers.boundaries.BoundarySet` names them."""

    natural_earth = "natural-earth"
    osm = "osm"


@app.command()
def lengths(
    by: Annotated[
        str,
        typer.Option(
            help="Group by some of corridor, line, country, mode, status, role; joined with commas."
        ),
    ] = "corridor,line,country,mode,status",
    corridor: Annotated[list[str] | None, typer.Option(help="Only this corridor; may repeat.")] = None,
    catalogue: Catalogue = None,
    printed: Printed = Format.table,
) -> None:
    """
    Measure kilometres by corridor, line, country, mode and status, beside published lengths.

    Example: corridors lengths --by line,country --format csv
    """
    with reported():
        from geo.metrics import published_lengths

        atlas = read_atlas(catalogue, question=True)
        segments = atlas.segments_of(*(corridor or ()))
        table = published_lengths(segments, atlas.spans, by=names(by))
    numbers = {"length_km": 3, "published_length_km": 3, "deviation_pct": 2}
    show(table.round(numbers), printed)


@app.command()
def measure(
    files: Annotated[
        list[Path], typer.Argument(help="GeoJSON, GeoPackage, Shapefile, FlatGeobuf, GeoParquet …")
    ],
    by: Annotated[
        str, typer.Option(help="Group by some of file, line, country; joined with commas.")
    ] = "country",
    layer: Annotated[str | None, typer.Option(help="Layer to read, where a file has several.")] = None,
    boundaries: Annotated[
        Borders, typer.Option(help="osm is finer, and has 12 nautical miles of sea (extra osm).")
    ] = Borders.natural_earth,
    engine: Annotated[
        Engine, typer.Option(help="dask reads files larger than memory in parts (extra scale).")
    ] = Engine.local,
    scheduler: Annotated[
        str | None, typer.Option(help="Address of a dask cluster; this machine if not given.")
    ] = None,
    printed: Printed = Format.table,
) -> None:
    """
    Measure the lines of your own files, by country or line by line.

    Example: corridors measure pipelines.gpkg --layer gas --by country --format csv
    """
    with reported():
        from layers import survey
        from layers.boundaries import BoundarySet

        survey.require_groups(names(by))
        borders = BoundarySet(boundaries.value)
        if engine is Engine.dask:
            from layers import partitions

            parts, remarks = partitions.measure(files, layer=layer, borders=borders, scheduler=scheduler)
        else:
            parts, remarks = survey.measure(files, layer=layer, borders=borders)
        sums = survey.summed(parts, by=names(by))
    for remark in remarks:
        say(remark)
    show(sums.round(3), printed)

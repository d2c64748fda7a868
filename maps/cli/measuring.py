"""Commands that measure: lengths, measure."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from maps.cli.frame import Catalogue, Format, Printed, app, errors, names, read_atlas, reported, show


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

        atlas = read_atlas(catalogue)
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
    printed: Printed = Format.table,
) -> None:
    """
    Measure the lines of your own files, by country or line by line.

    Example: corridors measure pipelines.gpkg --layer gas --by country --format csv
    """
    with reported():
        from layers import linefile

        linefile.require_groups(names(by))
        parts, remarks = linefile.measure(files, layer=layer)
        sums = linefile.summed(parts, by=names(by))
    for remark in remarks:
        errors().print(remark, highlight=False, markup=False, soft_wrap=True)
    show(sums.round(3), printed)

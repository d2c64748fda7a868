"""Commands that make and check: build, export, check, open."""

from __future__ import annotations

import webbrowser
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from maps.cli.frame import (
    Catalogue,
    Format,
    Out,
    Printed,
    app,
    progress,
    read_atlas,
    reported,
    require,
    say,
    show,
)

if TYPE_CHECKING:
    from layers import Atlas
    from maps.outputs import Task


class Language(StrEnum):
    """Languages of the atlas."""

    en = "en"
    sr = "sr"
    az = "az"


CLOSING = {
    "title_en": "corridor",
    "main_length_km": "main km",
    "operating_share_pct": "operates %",
    "border_crossings": "borders",
    "serbia_km": "Serbia km",
    "total_length_km": "all km",
}
"""Columns of the table that a build ends with, as it heads them."""


@app.command()
def build(
    out: Out = Path("build"),
    catalogue: Catalogue = None,
    only: Annotated[
        list[str] | None, typer.Option(help="Layer and page of this corridor alone; may repeat.")
    ] = None,
    figures: Annotated[
        bool, typer.Option("--figures", help="Also draw the maps for print: PNG, SVG and PDF.")
    ] = False,
    figure_width: Annotated[
        list[float] | None,
        typer.Option(
            min=40, max=2000, help="Width of the figures in millimetres; may repeat. [default: 180]"
        ),
    ] = None,
    figure_language: Annotated[
        list[Language] | None, typer.Option(help="Language of the figures; may repeat. [default: en]")
    ] = None,
) -> None:
    """
    Check, measure, and write layers, tables and maps.

    Example: corridors build --figures --figure-width 180 --figure-width 85
    """
    with reported():
        from maps import outputs

        if figures:
            require("figures", "matplotlib", "textalloc")
        atlas = read_atlas(catalogue)
        more = _figures(atlas, only or (), figure_width, figure_language) if figures else ()
        remarks = outputs.write_all(atlas, out, only=only or (), more=more, progress=progress)
        table = outputs.corridors_table(atlas)
    show(table[list(CLOSING)].rename(columns=CLOSING), Format.table)
    for remark in remarks:
        say(remark)
    say(f"Written to {out}; open it with: corridors open")


def _figures(
    atlas: Atlas, only: Sequence[str], widths: list[float] | None, languages: list[Language] | None
) -> list[Task]:
    from maps import figures

    names = only or ("index", *atlas.corridors.index)
    return figures.tasks(
        atlas,
        names,
        widths_mm=widths or (180.0,),
        languages=[one.value for one in languages or (Language.en,)],
    )


@app.command()
def export(
    to: Annotated[
        str,
        typer.Option(
            help="A file ending in .fgb, .parquet, .kml or .shp, or postgresql://user@host/database."
        ),
    ],
    layer: Annotated[list[str] | None, typer.Option(help="Only this layer; may repeat.")] = None,
    catalogue: Catalogue = None,
    printed: Printed = Format.table,
) -> None:
    """
    Write the layers into another store, and say what it cannot hold.

    Example: corridors export --to exports/corridors.fgb --layer segments
    """
    with reported():
        from maps import outputs

        database = to.startswith(("postgresql://", "postgres://"))
        if database:
            require("postgis", "sqlalchemy", "geoalchemy2", "psycopg")
        table = outputs.export(read_atlas(catalogue), to, only=layer or (), database=database)
    show(table, printed)


@app.command()
def check(catalogue: Catalogue = None) -> None:
    """
    Check the catalogue and list all problems at once.

    Example: corridors check --catalogue my-catalogue
    """
    with reported():
        atlas = read_atlas(catalogue)
    counts = f"{len(atlas.corridors)} corridors, {len(atlas.segments)} segments, {len(atlas.nodes)} nodes"
    say(f"{counts}, {len(atlas.sources)} sources: no problems")


@app.command(name="open")
def open_page(
    page: Annotated[
        str, typer.Argument(help="A page: index, serbia, compare, brief, or a corridor.")
    ] = "index",
    out: Out = Path("build"),
) -> None:
    """
    Open a page in the browser; build first if there is none.

    Example: corridors open southern_gas_corridor
    """
    with reported():
        file = out / "brief.html" if page == "brief" else out / "maps" / f"{page}.html"
        if not (page.isidentifier() and file.is_file()):
            from maps import outputs, pages

            atlas = read_atlas(None)
            pages.require(page, pages.titles(atlas))
            outputs.write_all(atlas, out, progress=progress)
    webbrowser.open(file.resolve().as_uri())
    say(f"Opened {file}")

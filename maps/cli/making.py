"""Commands that make and check: build, check, open."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from maps.cli.frame import Catalogue, Format, Out, app, errors, progress, read_atlas, reported, show

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
) -> None:
    """
    Check, measure, and write layers, tables and maps.

    Example: corridors build --out build
    """
    with reported():
        from maps import outputs

        atlas = read_atlas(catalogue)
        outputs.write_all(atlas, out, only=only or (), progress=progress)
        table = outputs.corridors_table(atlas)
    show(table[list(CLOSING)].rename(columns=CLOSING), Format.table)
    errors().print(f"Written to {out}; open it with: corridors open", highlight=False)


@app.command()
def check(catalogue: Catalogue = None) -> None:
    """
    Check the catalogue and list all problems at once.

    Example: corridors check --catalogue my-catalogue
    """
    with reported():
        atlas = read_atlas(catalogue)
    counts = f"{len(atlas.corridors)} corridors, {len(atlas.segments)} segments, {len(atlas.nodes)} nodes"
    errors().print(f"{counts}, {len(atlas.sources)} sources: no problems", highlight=False)


@app.command(name="open")
def open_page(
    page: Annotated[str, typer.Argument(help="Name of a page: index, or a corridor.")] = "index",
    out: Out = Path("build"),
) -> None:
    """
    Open a page in the browser; build first if there is none.

    Example: corridors open southern_gas_corridor
    """
    with reported():
        file = out / "maps" / f"{page}.html"
        if not file.exists():
            from maps import outputs

            atlas = read_atlas(None)
            atlas.segments_of(*([] if page == "index" else [page]))
            outputs.write_all(atlas, out, progress=progress)
    webbrowser.open(file.resolve().as_uri())
    errors().print(f"Opened {file}", highlight=False)

"""The command line: arguments in, files or tables out; no logic."""

from __future__ import annotations

import json
import logging
import math
import sys
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from geo.errors import CorridorsError, UnknownNameError

if TYPE_CHECKING:
    import pandas as pd

    from layers import Atlas

app = typer.Typer(
    name="corridors",
    help="Atlas and toolkit of Eurasia's energy and trade corridors.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)

T = TypeVar("T")

CLOSING = {
    "title_en": "corridor",
    "main_length_km": "main km",
    "operating_share_pct": "operates %",
    "border_crossings": "borders",
    "serbia_km": "Serbia km",
    "total_length_km": "all km",
}
"""Columns of the table that a build ends with, as it heads them."""

WIDE = 200
"""Columns of a table that goes into a pipe or a file."""


class Format(StrEnum):
    """How results are printed."""

    table = "table"
    csv = "csv"
    json = "json"


Catalogue = Annotated[
    Path | None, typer.Option(help="Folder of a catalogue; the project's own if not given.")
]
Printed = Annotated[Format, typer.Option("--format", help="How to print the result.")]
Out = Annotated[Path, typer.Option(help="Folder to write into.")]


@app.callback()
def main(
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error comes from.")] = False,
) -> None:
    """Atlas and toolkit of Eurasia's energy and trade corridors."""
    logging.basicConfig(level=logging.DEBUG if debug else logging.WARNING, stream=sys.stderr, force=True)


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
    with _reported():
        from maps import outputs

        atlas = _read(catalogue)
        outputs.write_all(atlas, out, only=only or (), progress=_progress)
        table = outputs.corridors_table(atlas)
    _print(table[list(CLOSING)].rename(columns=CLOSING), Format.table)
    Console(stderr=True).print(f"Written to {out}; open it with: corridors open", highlight=False)


@app.command()
def check(catalogue: Catalogue = None) -> None:
    """
    Check the catalogue and list all problems at once.

    Example: corridors check --catalogue my-catalogue
    """
    with _reported():
        atlas = _read(catalogue)
    counts = f"{len(atlas.corridors)} corridors, {len(atlas.segments)} segments, {len(atlas.nodes)} nodes"
    Console(stderr=True).print(f"{counts}, {len(atlas.sources)} sources: no problems", highlight=False)


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
    with _reported():
        from geo.metrics import published_lengths

        atlas = _read(catalogue)
        segments = atlas.segments_of(*(corridor or ()))
        table = published_lengths(segments, atlas.spans, by=_names(by))
    numbers = {"length_km": 3, "published_length_km": 3, "deviation_pct": 2}
    _print(table.round(numbers), printed)


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
    with _reported():
        from layers import linefile

        linefile.require_groups(_names(by))
        parts, remarks = linefile.measure(files, layer=layer)
        sums = linefile.summed(parts, by=_names(by))
    for remark in remarks:
        _errors().print(remark, highlight=False, markup=False, soft_wrap=True)
    _print(sums.round(3), printed)


@app.command(name="open")
def open_page(
    page: Annotated[str, typer.Argument(help="Name of a page: index, or a corridor.")] = "index",
    out: Out = Path("build"),
) -> None:
    """
    Open a page in the browser; build first if there is none.

    Example: corridors open southern_gas_corridor
    """
    with _reported():
        file = out / "maps" / f"{page}.html"
        if not file.exists():
            from maps import outputs

            atlas = _read(None)
            atlas.segments_of(*([] if page == "index" else [page]))
            outputs.write_all(atlas, out, progress=_progress)
    webbrowser.open(file.resolve().as_uri())
    Console(stderr=True).print(f"Opened {file}", highlight=False)


@contextmanager
def _reported() -> Iterator[None]:
    """Turn an error that was raised on purpose into a message and an exit code."""
    try:
        yield
    except CorridorsError as error:
        if logging.getLogger().level <= logging.DEBUG:
            raise
        _errors().print(str(error), highlight=False, markup=False, soft_wrap=True)
        raise typer.Exit(2 if isinstance(error, UnknownNameError) else 1) from error


def _names(joined: str) -> list[str]:
    return [name.strip() for name in joined.split(",")]


def _read(catalogue: Path | None) -> Atlas:
    import layers

    return layers.read(catalogue)


def _progress(tasks: Sequence[T]) -> Iterator[T]:
    """Show a bar on a terminal and nothing in a pipe."""
    console = _errors()
    return iter(
        track(tasks, description="Writing", console=console, disable=not console.is_terminal, transient=True)
    )


def _errors() -> Console:
    return Console(stderr=True)


def _print(table: pd.DataFrame, printed: Format) -> None:
    if printed is Format.csv:
        sys.stdout.write(table.to_csv(index=False, lineterminator="\n"))
    elif printed is Format.json:
        rows = json.loads(table.to_json(orient="records"))
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    else:
        console = Console()
        (console if console.is_terminal else Console(width=WIDE)).print(_rich_table(table))


def _rich_table(table: pd.DataFrame) -> Table:
    shown = Table(box=None, header_style="bold", pad_edge=False)
    for name in table.columns:
        shown.add_column(name, justify="right" if table[name].dtype.kind in "fi" else "left", overflow="fold")
    for row in table.itertuples(index=False):
        shown.add_row(*(_cell(value) for value in row))
    return shown


def _cell(value: object) -> str:
    if isinstance(value, float):
        return "" if math.isnan(value) else f"{value:,.1f}"
    return str(value)


if __name__ == "__main__":
    app()

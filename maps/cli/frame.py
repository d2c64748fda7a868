"""What all commands share: the application, options, reading, errors and printing."""

from __future__ import annotations

import io
import json
import logging
import math
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table
from rich.text import Text

from geo.errors import CorridorsError, MissingPackageError, visible
from maps.text import clean, escaped

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

BUG = "a fault of corridors itself, not of your data"
"""How a message begins that nobody foresaw."""

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
Scenario = Annotated[
    str | None, typer.Option(help="What could be otherwise, see: corridors scenarios; today if not given.")
]


@app.callback()
def main(
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error comes from.")] = False,
) -> None:
    """Atlas and toolkit of Eurasia's energy and trade corridors."""
    logging.basicConfig(level=logging.DEBUG if debug else logging.WARNING, stream=sys.stderr, force=True)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@contextmanager
def reported() -> Iterator[None]:
    """
    Turn an error into a message and an exit code.

    Yields
    ------
    nothing
        What is done inside may raise; `--debug` lets it through with its trace.

    Raises
    ------
    Exit
        With 1 if the data has problems, 2 if the call names what does not exist.
    """
    try:
        yield
    except (typer.Exit, typer.Abort, typer.BadParameter, BrokenPipeError):
        raise
    except Exception as error:  # the outermost place: what gets here is said, and shown whole by --debug
        if logging.getLogger().level <= logging.DEBUG:
            raise
        say(_words(error))
        raise typer.Exit(
            2 if isinstance(error, CorridorsError) and isinstance(error, LookupError) else 1
        ) from error


def _words(error: Exception) -> str:
    if isinstance(error, CorridorsError):
        return str(error)
    if isinstance(error, MemoryError):
        return "not enough memory; take fewer or smaller files, or: corridors measure --engine dask"
    if isinstance(error, OSError):
        file = f"{error.filename}: " if error.filename else ""
        return f"{file}{error.strerror or error}"
    name = type(error).__name__
    return f"{BUG}: {name}: {error}; please report it with what corridors --debug shows"


def say(message: str) -> None:
    """
    Print a message on standard error.

    Parameters
    ----------
    message
        Lines of text; what in them could steer a terminal is written out.
    """
    lines = "\n".join(visible(line) for line in message.split("\n"))
    errors().print(lines, highlight=False, markup=False, soft_wrap=True)


def names(joined: str) -> list[str]:
    """
    Split an option of several names.

    Parameters
    ----------
    joined
        Names joined with commas.

    Returns
    -------
    names
        Each of them once, without spaces around.
    """
    return list(dict.fromkeys(name.strip() for name in joined.split(",")))


def read_atlas(catalogue: Path | None, *, question: bool = False) -> Atlas:
    """
    Read the catalogue; imported here, so that `--help` need not.

    Parameters
    ----------
    catalogue
        Its folder; the project's own if None.
    question
        Whether it is only asked: the project's own is then taken to lie where `check` and `build` find it.

    Returns
    -------
    atlas
        The checked tables.
    """
    import layers

    return layers.read(catalogue, placement=not question or catalogue is not None)


def require(extra: str, *packages: str) -> None:
    """
    Refuse to begin what needs packages that are not installed.

    Parameters
    ----------
    extra
        What installs them.
    *packages
        What is imported.

    Raises
    ------
    MissingPackageError
        If any of them is not installed.
    """
    missing = [name for name in packages if find_spec(name) is None]
    if missing:
        raise MissingPackageError(f"{', '.join(missing)}: not installed; pip install 'corridors[{extra}]'")


def progress(tasks: Sequence[T]) -> Iterator[T]:
    """
    Show a bar on a terminal and nothing in a pipe.

    Parameters
    ----------
    tasks
        What is to be done, one after another.

    Returns
    -------
    tasks
        The same, moving the bar as they are taken.
    """
    console = errors()
    return iter(
        track(tasks, description="Writing", console=console, disable=not console.is_terminal, transient=True)
    )


def errors() -> Console:
    """
    Open standard error, where messages go.

    Returns
    -------
    console
        As wide as the terminal.
    """
    return Console(stderr=True)


def show(table: pd.DataFrame, printed: Format, *, title: str = "", decimals: int = 1) -> None:
    """
    Print a table on standard output.

    Parameters
    ----------
    table
        Rows in their order; the index is left out.
    printed
        As a table for people, as CSV, or as JSON: a list of rows.
    title
        Heading of the table for people.
    decimals
        Of numbers in the table for people.
    """
    with reported():
        if printed is Format.csv:
            sys.stdout.write(_harmless(table).to_csv(index=False, lineterminator="\n"))
        elif printed is Format.json:
            rows = json.loads(table.to_json(orient="records"))
            sys.stdout.write(escaped(json.dumps(rows, ensure_ascii=False, indent=2)) + "\n")
        else:
            console = Console()
            shown = _rich_table(table, decimals)
            if title:
                shown.title, shown.title_justify = Text(f"\n{title}", style="bold"), "left"
            (console if console.is_terminal else Console(width=WIDE)).print(shown)
        sys.stdout.flush()


def _harmless(table: pd.DataFrame) -> pd.DataFrame:
    """Mark what a spreadsheet would run, and take out what a terminal would obey."""
    from layers.write.tables import harmless

    return table.map(lambda cell: harmless(clean(cell)) if isinstance(cell, str) else cell)


def _rich_table(table: pd.DataFrame, decimals: int) -> Table:
    shown = Table(box=None, header_style="bold", pad_edge=False)
    for name in table.columns:
        shown.add_column(name, justify="right" if table[name].dtype.kind in "fi" else "left", overflow="fold")
    for row in table.itertuples(index=False):
        shown.add_row(*(_cell(value, decimals) for value in row))
    return shown


def _cell(value: object, decimals: int) -> Text:
    """Write a cell; text of data is no markup of the terminal's."""
    if isinstance(value, float):
        return Text("" if math.isnan(value) else f"{value:,.{decimals}f}")
    return Text("" if str(value) == "<NA>" else clean(value))

"""Commands for maintainers: align, release."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from maps.cli.frame import Catalogue, Format, Printed, app, read_atlas, reported, say, show


@app.command()
def align(
    segments: Annotated[list[str] | None, typer.Argument(help="Segments to draw anew.")] = None,
    corridor: Annotated[
        list[str] | None, typer.Option(help="All segments that this corridor defines.")
    ] = None,
    catalogue: Catalogue = None,
    dry: Annotated[bool, typer.Option("--dry-run", help="Draw and measure, write nothing.")] = False,
    printed: Printed = Format.table,
) -> None:
    """
    Redraw alignments from way points, the rail network or the sea network.

    Needs pip install "corridors[align]". Example: corridors align belgrade_nis --dry-run
    """
    if not (segments or corridor):
        raise typer.BadParameter("name segments, or a corridor with --corridor")
    with reported():
        from layers.align import draw
        from layers.reader import CATALOGUE, read_definition

        folder = catalogue or CATALOGUE
        definition, problems = read_definition(folder)
        draw.require_readable(problems)
        asked = [*(segments or ()), *draw.defined_by(definition, corridor or ())]
        drawn = draw.drawings(definition, asked)
        for drawing in [] if dry else drawn:
            draw.write(drawing, folder)
    show(draw.report(drawn), printed)
    say(f"{len(drawn)} alignments {'drawn, none written' if dry else 'written'}")


@app.command()
def release(
    root: Annotated[Path, typer.Option(help="The repository.")] = Path(),
) -> None:
    """
    Write this version's layers and pages into the repository, for readers without Python.

    Example: corridors release
    """
    with reported():
        from layers.reader import CATALOGUE
        from maps import release as releases

        releases.version_of(root)
        made = releases.write(read_atlas(None), root, CATALOGUE)
    kept = " and ".join(map(str, releases.KEPT.values()))
    say(f"{made.version}, as of {made.as_of}: written to {kept}")

"""
Layers and pages of a version, kept in the repository for those who have no Python.

They are written by `corridors release` and nothing else, and only when the version is a new one.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from geo.errors import DefinitionError, OutputError, Problem
from layers import Atlas
from maps.outputs import write_all
from maps.pages import BRIEF

KEPT = {"layers": Path("layers/geojson"), "maps": Path("maps/html")}
"""Folders of a build, and where the repository keeps what stands in them."""

RECORD = Path("layers/geojson/release.json")
"""Says which version the kept files are of, in the repository."""


class Release(BaseModel):
    """
    What was released.

    Attributes
    ----------
    version
        Of the project, as in `pyproject.toml`.
    as_of
        The latest day that the catalogue speaks of, ISO 8601.
    catalogue
        SHA-256 of the catalogue, see `fingerprint`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    as_of: str
    catalogue: str


def fingerprint(catalogue: Path) -> str:
    """
    Tell one state of a catalogue from another.

    Parameters
    ----------
    catalogue
        Its folder.

    Returns
    -------
    fingerprint
        SHA-256 over the names and the contents of its files, in the order of their names; line ends count
        as one sign everywhere.
    """
    whole = hashlib.sha256()
    for file in sorted(path for path in catalogue.rglob("*") if path.is_file()):
        content = file.read_bytes().replace(b"\r\n", b"\n")
        whole.update(f"{file.relative_to(catalogue).as_posix()}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()


def recorded(root: Path) -> Release | None:
    """
    Read which version the repository keeps.

    Parameters
    ----------
    root
        The repository.

    Returns
    -------
    release
        What was released last; None before the first time.
    """
    file = root / RECORD
    return Release.model_validate_json(file.read_text(encoding="utf-8")) if file.exists() else None


def version_of(root: Path) -> str:
    """
    Read the project's version.

    Parameters
    ----------
    root
        The repository.

    Returns
    -------
    version
        As `pyproject.toml` has it.

    Raises
    ------
    OutputError
        If this is no checkout of the project.
    """
    file = root / "pyproject.toml"
    try:
        project = tomllib.loads(file.read_text(encoding="utf-8"))["project"]
    except (OSError, KeyError, ValueError) as error:
        raise OutputError(f"{root}: no checkout of corridors; call this in the repository") from error
    return str(project["version"])


def write(atlas: Atlas, root: Path, catalogue: Path) -> Release:
    """
    Write the layers and pages of a version into the repository.

    Parameters
    ----------
    atlas
        The checked catalogue.
    root
        The repository.
    catalogue
        The folder that `atlas` was read from.

    Returns
    -------
    release
        What is kept now.

    Raises
    ------
    DefinitionError
        If the version is one under way, is released already with another catalogue, or has no date in the
        change log: all problems at once. Nothing is written then.
    OutputError
        If this is no checkout of the project, or cannot be written.
    """
    made = Release(version=version_of(root), as_of=atlas.as_of, catalogue=fingerprint(catalogue))
    if problems := list(_problems(made, root)):
        raise DefinitionError(problems)
    with tempfile.TemporaryDirectory() as folder:
        write_all(atlas, Path(folder))
        together(Path(folder))
        for name, kept in KEPT.items():
            shutil.rmtree(root / kept, ignore_errors=True)  # git has the release before
            shutil.copytree(Path(folder) / name, root / kept)
    (root / RECORD).write_text(made.model_dump_json(indent=2) + "\n", encoding="utf-8", newline="\n")
    return made


def together(build: Path) -> None:
    """
    Put the brief of a build among its maps: the repository keeps all pages in one folder.

    Parameters
    ----------
    build
        What was built. The pages' links to one another are changed as the brief moves.
    """
    maps = build / "maps"
    for file in build.glob("brief*"):
        file.rename(maps / file.name)
    for page in maps.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        text = text.replace(f'<a href="../{BRIEF}.html"', f'<a href="{BRIEF}.html"')
        text = text.replace('<a href="maps/', '<a href="')
        page.write_text(text, encoding="utf-8", newline="\n")


def _problems(made: Release, root: Path) -> Iterator[Problem]:
    place, found = "project.version", f'"{made.version}"'
    if not re.fullmatch(r"\d+\.\d+\.\d+", made.version):
        yield Problem(
            "pyproject.toml", place, found, "a version under way; set the one to be released: 1.2.3"
        )
    elif not re.search(
        rf"^## {re.escape(made.version)} – \d{{4}}-\d\d-\d\d$",
        (root / "CHANGELOG.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    ):
        rule = f"no such heading; begin it with: ## {made.version} – year-month-day"
        yield Problem("CHANGELOG.md", "headings", found, rule)
    last = recorded(root)
    if last is not None and last.version == made.version and last.catalogue != made.catalogue:
        rule = "released already, and the catalogue has changed since; set a new version"
        yield Problem("pyproject.toml", place, found, rule)

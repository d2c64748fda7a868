"""Text files: read whole, as UTF-8, from inside the folder they belong to; every problem is kept."""

from __future__ import annotations

import errno
import json
import os
import stat
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from geo.errors import Problem

REMEDIES = {
    errno.ENOENT: "no such file; is this a catalogue?",
    errno.EACCES: "permission denied; give yourself the right to read it",
    errno.EPERM: "permission denied; give yourself the right to read it",
    errno.ENOTDIR: "a file stands where a folder is meant; is this a catalogue?",
    errno.ELOOP: "a link that leads to itself; put the file itself here",
    errno.ENAMETOOLONG: "the name is too long; shorten it",
}
"""What is wrong when a file cannot be read, and what to do."""

TOO_DEEP = "nested too deeply; nothing here needs more than a few levels"


def label(file: Path) -> str:
    """
    Name a file as the user knows it.

    Parameters
    ----------
    file
        Any path.

    Returns
    -------
    label
        The path from the working directory with forward slashes; the whole path outside of it.
    """
    return (_from_here(file.parent, Path.cwd()) / file.name).as_posix()


@cache
def _from_here(folder: Path, here: Path) -> Path:
    """Name a folder from another one; asked of the disk once, since a folder holds many files."""
    whole = Path(os.path.realpath(folder))
    return whole.relative_to(here) if whole.is_relative_to(here) else folder


def read_text(file: Path, problems: list[Problem], *, within: Path | None = None) -> str | None:
    """
    Read a text file as UTF-8.

    Parameters
    ----------
    file
        The file.
    problems
        Gets a problem when the file cannot be read, is no file, leads out of its folder or is not UTF-8.
    within
        A folder that a link may not lead out of.

    Returns
    -------
    text
        The text, or nothing when there is a problem.
    """
    found, rule = "", ""
    place = "file"
    try:
        if within is not None and _leads_out(file, within):
            found, rule = os.path.realpath(file), f"leads out of {label(within)}; put the file itself here"
        elif not stat.S_ISREG(file.stat().st_mode):
            rule = "not a file; a text file is meant to stand here"
        else:
            content = file.read_bytes()
            text = content.decode("utf-8-sig")
            if "\0" not in text:
                return text
            place = f"byte {content.index(0) + 1}"
            found, rule = "0x00", "not text, or not UTF-8; save the file with the encoding UTF-8"
    except UnicodeDecodeError as error:
        place, found = f"byte {error.start + 1}", f"0x{error.object[error.start]:02x}"
        rule = "not UTF-8; save the file with the encoding UTF-8"
    except OSError as error:
        rule = f"cannot be read: {REMEDIES.get(error.errno or 0, error.strerror or error)}"
    problems.append(Problem(label(file), place, found, rule))
    return None


def read_toml(file: Path, problems: list[Problem], *, within: Path | None = None) -> dict[str, Any] | None:
    """
    Read a TOML file.

    Parameters
    ----------
    file
        The file.
    problems
        Gets a problem when the file cannot be read or is not TOML.
    within
        A folder that a link may not lead out of.

    Returns
    -------
    content
        The tables of the file, or nothing when there is a problem.
    """
    text = read_text(file, problems, within=within)
    if text is None:
        return None
    try:
        return tomllib.loads(text)
    except RecursionError:
        rule = f"not TOML: {TOO_DEEP}"
    except ValueError as error:
        rule = f"not TOML: {str(error)[:1].lower()}{str(error)[1:]}"
    problems.append(Problem(label(file), "file", "", rule))
    return None


def read_json(file: Path, problems: list[Problem], *, within: Path | None = None) -> object:
    """
    Read a JSON file in which no key stands twice.

    Parameters
    ----------
    file
        The file.
    problems
        Gets a problem when the file cannot be read or is not JSON.
    within
        A folder that a link may not lead out of.

    Returns
    -------
    content
        What the file holds, or nothing when there is a problem.
    """
    text = read_text(file, problems, within=within)
    if text is None:
        return None
    try:
        return json.loads(text, parse_constant=_no_constant, object_pairs_hook=_each_key_once)
    except RecursionError:
        rule = f"not JSON: {TOO_DEEP}"
    except ValueError as error:
        rule = f"not JSON: {error}"
    problems.append(Problem(label(file), "file", "", rule))
    return None


def files_in(folder: Path, pattern: str, problems: list[Problem]) -> list[Path]:
    """
    List files of one kind.

    Parameters
    ----------
    folder
        Where they stand.
    pattern
        What their names look like: `*.toml`.
    problems
        Gets a problem when there is no such folder.

    Returns
    -------
    files
        In alphabetical order; hidden files are left out.
    """
    try:
        return sorted(file for file in folder.iterdir() if file.match(pattern) and file.name[0] != ".")
    except FileNotFoundError:
        rule = "no such folder; is this a catalogue?"
    except OSError as error:
        rule = f"cannot be read: {REMEDIES.get(error.errno or 0, error.strerror or error)}"
    problems.append(Problem(label(folder), "folder", "", rule))
    return []


def _leads_out(file: Path, folder: Path) -> bool:
    return not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder))


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a coordinate")


def _each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    content = dict(pairs)
    if len(content) < len(pairs):
        twice = next(key for key, _ in pairs if sum(key == other for other, _ in pairs) > 1)
        raise ValueError(f'the key "{twice}" stands twice')
    return content

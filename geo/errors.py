"""One base error, its few children, and `Problem`."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """
    One thing that is wrong in a file: where, what was found, and what the rule is.

    Attributes
    ----------
    file
        The file as the user knows it.
    place
        Path inside the file: `segment[4].to`, `line 12, lon`.
    found
        The rejected value as it stands in the file.
    rule
        What holds for this place, with the remedy or the nearest valid value.
    """

    file: str
    place: str
    found: str
    rule: str

    def __str__(self) -> str:
        found = f" = {self.found}" if self.found else ""
        return visible(f"{self.place}{found}: {self.rule}")


class CorridorsError(Exception):
    """Base of all errors that this project raises on purpose."""


class DefinitionError(CorridorsError, ValueError):
    """
    A catalogue has problems. All of them are reported, grouped by file.

    Parameters
    ----------
    problems
        The problems, in any order; one that is found twice counts once.

    Attributes
    ----------
    problems
        The problems, sorted by file and place.

    Examples
    --------
    >>> print(DefinitionError([Problem("nodes.csv", "line 3, lat", "143.3", "outside -90..90")]))
    nodes.csv: 1 problem
      line 3, lat = 143.3: outside -90..90
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(_paragraphs(self.problems)))


class CoordinateSystemError(CorridorsError, ValueError):
    """Geometry has no coordinate system, or one that the function does not take."""


class UnknownNameError(CorridorsError, LookupError):
    """
    A name was asked for that the catalogue does not have.

    Parameters
    ----------
    what
        What kind of thing was asked for.
    name
        The name that is not known.
    known
        All names that would have been accepted; the nearest is suggested.
    """

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"{name!r}: no such {what}{nearest(name, known)}")


class AmbiguousNameError(CorridorsError, LookupError):
    """
    A name fits several things equally well.

    Parameters
    ----------
    what
        What kind of thing was asked for.
    name
        The name that was given.
    found
        Identifiers of all that it fits.
    """

    def __init__(self, what: str, name: str, found: Iterable[str]) -> None:
        super().__init__(f"{name!r}: fits more than one {what}; say which: {', '.join(found)}")


class NoRouteError(CorridorsError, LookupError):
    """Two nodes are not connected, or not by what was allowed."""


class MissingPackageError(CorridorsError, ImportError):
    """A package that carries data or assets is not installed."""


class OutputError(CorridorsError, OSError):
    """An output cannot be written where it was asked for."""


def visible(text: str) -> str:
    r"""
    Write what cannot be seen, and could steer a terminal, as an escape sequence.

    Parameters
    ----------
    text
        Any text, also one that a file brought along.

    Returns
    -------
    visible
        The same on one line, with every character that is not printable written out.

    Examples
    --------
    >>> visible("Niš" + chr(27) + "[31m" + chr(0x202E))
    'Niš\\x1b[31m\\u202e'
    """
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)


def nearest(name: str, known: Iterable[str]) -> str:
    """
    Say which known name is nearest to a wrong one.

    Parameters
    ----------
    name
        The name that is not known.
    known
        All names that would be accepted.

    Returns
    -------
    hint
        A clause to append to a message; empty when nothing is near.

    Examples
    --------
    >>> nearest("haiffa", ["haifa", "mundra"])
    '; did you mean "haifa"?'
    >>> nearest("HAIFA", ["Haifa"])
    '; did you mean "Haifa"?'
    >>> nearest("zzz", ["haifa"])
    ''
    """
    folded = {one.casefold(): one for one in known}
    matches = difflib.get_close_matches(name.casefold(), folded, n=1)
    return f'; did you mean "{folded[matches[0]]}"?' if matches else ""


def _paragraphs(problems: tuple[Problem, ...]) -> list[str]:
    paragraphs = []
    for file, group in groupby(problems, key=lambda problem: problem.file):
        rows = [f"  {problem}" for problem in group]
        count = f"{len(rows)} problem{'s' if len(rows) > 1 else ''}"
        paragraphs += [f"{visible(file)}: {count}", *rows]
    return paragraphs

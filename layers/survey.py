"""Lengths by country of the files that users bring, read whole or in parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pandas as pd
import shapely

from geo.borders import AreaIndex, divide
from geo.errors import DefinitionError, Problem, UnknownNameError
from layers import boundaries
from layers.boundaries import BoundarySet
from layers.files import label
from layers.linefile import NO_LINES, FoundLines, counted, lines_of, table_of

GROUPS = ("file", "line", "country")
"""Columns that the parts of a file can be summed by."""


@dataclass(frozen=True, slots=True)
class Survey:
    """
    What was measured in a file, or in a part of it.

    Attributes
    ----------
    file
        The file as the user knows it.
    parts
        One row a line and country, see `geo.borders.divide`.
    converted_from
        Name of the file's own coordinate system; empty if it is WGS 84.
    passed_over
        How many of what else there were.
    problems
        What is wrong with it.
    """

    file: str
    parts: pd.DataFrame
    converted_from: str
    passed_over: Counter[str]
    problems: tuple[Problem, ...]


def measure(
    files: Sequence[Path], *, layer: str | None = None, borders: BoundarySet = BoundarySet.natural_earth
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """
    Measure the lines of files by line and country.

    Parameters
    ----------
    files
        GeoJSON, GeoPackage, Shapefile, FlatGeobuf, GeoParquet, or whatever GDAL reads.
    layer
        Layer to read; needed where a file has several.
    borders
        The set of countries to divide by.

    Returns
    -------
    parts, remarks
        One row a file, line and country: `file`, `line`, `country` (empty for what lies in none),
        `length_km`, `moved_ashore_km` and `boundaries`; and what was converted or passed over.

    Raises
    ------
    DefinitionError
        If files cannot be read or have no lines: all problems of all files, in one error.
    MissingPackageError
        If the package that carries the countries is not installed.
    """
    problems: list[Problem] = []
    found = []
    for file in files:
        wrong: list[Problem] = []
        table = table_of(file, layer=layer, problems=wrong)
        if table is not None:
            found.append((file, lines_of(table, file, problems=wrong), tuple(wrong)))
        problems += wrong
    bounds = [lines.lines.total_bounds for _, lines, wrong in found if not wrong and len(lines.lines)]
    near = shapely.union_all(shapely.box(*zip(*bounds, strict=True))).bounds if bounds else boundaries.WORLD
    index = None if problems else boundaries.index(borders, near=near)
    return combined([survey(file, lines, wrong, index) for file, lines, wrong in found], problems, borders)


def survey(file: Path, found: FoundLines, problems: Sequence[Problem], index: AreaIndex | None) -> Survey:
    """
    Divide the lines of a file, or of a part of it.

    Parameters
    ----------
    file
        The file.
    found
        Its lines.
    problems
        What is wrong with them; then they are not divided.
    index
        The countries; nothing is divided without them.

    Returns
    -------
    survey
        The parts of the lines, or the problems.
    """
    names = pd.DataFrame({"line": found.lines.index})
    parts = names if index is None or problems else divide(found.lines, index)
    return Survey(label(file), parts, found.converted_from, found.passed_over, tuple(problems))


def combined(
    surveys: Sequence[Survey], problems: Sequence[Problem], borders: BoundarySet
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """
    Put the parts of files together.

    Parameters
    ----------
    surveys
        In the order of the files, and of their parts.
    problems
        What was wrong before lines could be read.
    borders
        The set of countries that they were divided by.

    Returns
    -------
    parts, remarks
        See `measure`.

    Raises
    ------
    DefinitionError
        If there are problems, or a file has no lines.
    """
    found, remarks = list(problems), []
    for file, group in groupby(surveys, key=lambda one: one.file):
        its = list(group)
        passed_over = sum((one.passed_over for one in its), Counter[str]())
        wrong = [problem for one in its for problem in one.problems]
        if not wrong and all(one.parts.empty for one in its):
            wrong = [Problem(file, "file", counted(passed_over), NO_LINES)]
        found += wrong
        if its[0].converted_from:
            remarks.append(f"{file}: converted from {its[0].converted_from} to WGS 84")
        if passed_over:
            remarks.append(f"{file}: passed over {counted(passed_over)}")
    if found:
        raise DefinitionError(found)
    parts = pd.concat([one.parts.assign(file=one.file) for one in surveys], ignore_index=True)
    columns = ["file", "line", "country", "length_km", "moved_ashore_km"]
    return parts[columns].assign(boundaries=borders.full_name), tuple(remarks)


def summed(parts: pd.DataFrame, *, by: Sequence[str]) -> pd.DataFrame:
    """
    Sum the parts of `measure` by file, line or country.

    Parameters
    ----------
    parts
        Rows from `measure`.
    by
        Some of `GROUPS`.

    Returns
    -------
    sums
        One row a group, sorted: the columns of `by`, `length_km`, `moved_ashore_km` and `boundaries`.

    Raises
    ------
    UnknownNameError
        If a name in `by` is not one of `GROUPS`.
    """
    require_groups(by)
    lengths = ["length_km", "moved_ashore_km"]
    sums = parts.groupby([*by, "boundaries"], sort=True)[lengths].sum().reset_index()
    return sums[[*by, *lengths, "boundaries"]]


def require_groups(by: Sequence[str]) -> None:
    """
    Refuse a grouping that `summed` does not know, before a long file is measured.

    Parameters
    ----------
    by
        Some of `GROUPS`.

    Raises
    ------
    UnknownNameError
        If a name in `by` is not one of `GROUPS`.
    """
    for name in by:
        if name not in GROUPS:
            raise UnknownNameError("grouping", name, GROUPS)

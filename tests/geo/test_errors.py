"""The words of errors are part of the interface."""

import pytest

from geo.errors import (
    CoordinateSystemError,
    CorridorsError,
    DefinitionError,
    OutputError,
    Problem,
    UnknownNameError,
)


def test_a_definition_error_lists_all_problems_by_file_once():
    problem = Problem("b.toml", "segment[4].to", '"haiffa"', 'no such node; did you mean "haifa"?')
    other = Problem("a.csv", "line 3", "", "not CSV")
    third = Problem("a.csv", "line 4", "", "not CSV")
    assert str(DefinitionError([problem, third, other, problem])) == (
        "a.csv: 2 problems\n"
        "  line 3: not CSV\n"
        "  line 4: not CSV\n"
        "b.toml: 1 problem\n"
        '  segment[4].to = "haiffa": no such node; did you mean "haifa"?'
    )


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (DefinitionError([]), ValueError),
        (CoordinateSystemError(), ValueError),
        (UnknownNameError("node", "x", []), LookupError),
        (OutputError(), OSError),
    ],
)
def test_errors_are_also_the_fitting_builtin(error, builtin):
    assert isinstance(error, CorridorsError)
    assert isinstance(error, builtin)

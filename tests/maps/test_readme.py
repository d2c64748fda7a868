"""What the README shows in Python runs and prints what it says."""

import doctest

from tests.conftest import ROOT


def test_examples_of_the_readme():
    result = doctest.testfile(
        str(ROOT / "README.md"),
        module_relative=False,
        optionflags=doctest.NORMALIZE_WHITESPACE,
        encoding="utf-8",
    )
    assert result.attempted >= 6
    assert result.failed == 0

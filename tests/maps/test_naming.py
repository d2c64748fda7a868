"""Lines have a name in every language: written in the table of words, or made of places."""

import pytest

import layers
from maps import naming
from maps.words import words

ATLAS = layers.read()
NAMES = naming.line_names(ATLAS.segments["line"], ATLAS.nodes)


@pytest.mark.parametrize("line", NAMES)
def test_every_line_is_named(line):
    """A line that is called the same in every language is written so in the table."""
    name = NAMES[line]
    assert name[0] == line
    assert len(set(name)) > 1 or f"line.{line}" in words()


def test_no_name_is_there_for_nothing():
    assert {key[5:] for key in words() if key.startswith("line.")} <= set(NAMES)


@pytest.mark.parametrize(
    ("line", "sr", "az"),
    [
        ("Piraeus–Thessaloniki–Skopje–Niš", "Pirej–Solun–Skoplje–Niš", "Pirey–Saloniki–Skopye–Niş"),
        ("Serbia–Romania", "Srbija–Rumunija", "Serbiya–Rumıniya"),
        ("Serbian backbone", "Okosnica srpske mreže", "Serbiya şəbəkəsinin magistralı"),
    ],
)
def test_names(line, sr, az):
    assert NAMES[line] == [line, sr, az]

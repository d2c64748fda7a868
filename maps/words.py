"""Every word that a page shows, in the languages of the atlas, from one table."""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd

from geo.errors import DefinitionError, Problem, UnknownNameError
from layers.files import label, read_text
from layers.model import Translated
from layers.reader import validated
from maps.text import clean

LANGUAGES = tuple(Translated.model_fields)
"""English, Serbian in Latin script, Azerbaijani."""

STRINGS = Path(__file__).parent / "strings.csv"
"""The table: a key, and one column a language."""


@cache
def words() -> dict[str, Translated]:
    """
    Read the table of words.

    Returns
    -------
    words
        Key to its text in every language; `country.RS` and the like are names of countries.

    Raises
    ------
    DefinitionError
        If a text is missing in a language, or a key stands twice.

    Examples
    --------
    >>> words()["country.RS"].az
    'Serbiya'
    """
    problems: list[Problem] = []
    found: dict[str, Translated] = {}
    text = read_text(STRINGS, problems) or ""
    for number, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        key = row.pop("key")
        if key in found:
            problems.append(Problem(label(STRINGS), f"line {number}, key", key, "stands twice"))
        located = validated(Translated.model_validate, row, label(STRINGS), f"line {number}", problems)
        if located:
            found[key] = located.record
    if problems:
        raise DefinitionError(problems)
    return found


def word(key: str) -> Translated:
    """
    Look up one text.

    Parameters
    ----------
    key
        A key of the table.

    Returns
    -------
    text
        The text in every language.

    Raises
    ------
    UnknownNameError
        If there is no such key.

    Examples
    --------
    >>> word("country.AZ").sr
    'Azerbejdžan'
    """
    if key not in words():
        raise UnknownNameError("text in maps/strings.csv", key, words())
    return words()[key]


def every(text: Translated) -> list[str]:
    """
    Give a text in every language, as a page takes it.

    Parameters
    ----------
    text
        English, Serbian, Azerbaijani.

    Returns
    -------
    texts
        The three in this order, without characters that mislead.
    """
    return [clean(part) for part in text.model_dump().values()]


def page_texts(*left_out: str) -> dict[str, list[str]]:
    """
    Give the texts that a page takes along.

    Parameters
    ----------
    *left_out
        How the keys begin of texts that the page does not need.

    Returns
    -------
    texts
        By key, in every language.

    Examples
    --------
    >>> texts = page_texts("country.", "line.")
    >>> "country.RS" in texts, texts["sign.decimal"]
    (False, ['.', ',', ','])
    """
    return {key: every(text) for key, text in words().items() if not key.startswith(left_out)}


def in_each(make: Callable[[str], str]) -> Translated:
    """
    Make a text in every language.

    Parameters
    ----------
    make
        Gives the text in a language: `en`, `sr` or `az`.

    Returns
    -------
    text
        English, Serbian, Azerbaijani.

    Examples
    --------
    >>> in_each(str.upper).sr
    'SR'
    """
    return Translated(**{language: make(language) for language in LANGUAGES})


def translated(table: pd.DataFrame, name: str) -> dict[str, Translated]:
    """
    Take a column that stands in every language.

    Parameters
    ----------
    table
        With the columns `<name>_en`, `<name>_sr` and `<name>_az`, on the index of identifiers.
    name
        The column's name without its language.

    Returns
    -------
    texts
        By identifier, in the order of the rows.
    """
    columns_of = {language: table[f"{name}_{language}"] for language in Translated.model_fields}
    return {
        str(key): Translated(**{language: column[key] for language, column in columns_of.items()})
        for key in table.index
    }

"""What lines are called, in every language."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from maps.text import clean
from maps.words import LANGUAGES, every, words


def line_names(lines: Iterable[str], nodes: pd.DataFrame) -> dict[str, list[str]]:
    """
    Name lines in every language.

    Parameters
    ----------
    lines
        What the catalogue calls them, in English.
    nodes
        Places, with `name`, `name_sr` and `name_az`.

    Returns
    -------
    names
        By line, in English, Serbian, Azerbaijani: as `strings.csv` says under `line.<name>`; else, where
        places or countries follow one another with dashes, their names; else the same in every language.

    Examples
    --------
    >>> nodes = pd.DataFrame({"name": ["Niš"], "name_sr": ["Niš"], "name_az": ["Niş"]})
    >>> names = line_names(["Serbia–Niš", "Around Africa", "a line of one's own"], nodes)
    >>> [az for _, _, az in names.values()]
    ['Serbiya–Niş', 'Afrikanın ətrafı ilə', "a line of one's own"]
    """
    places = {str(row[0]): list(row) for row in nodes[["name", "name_sr", "name_az"]].to_numpy()}
    places |= {text.en: every(text) for key, text in words().items() if key.startswith("country.")}
    written = {key: every(text) for key, text in words().items() if key.startswith("line.")}
    return {
        line: written.get(f"line.{line}") or [clean(name) for name in _of_places(line, places)]
        for line in dict.fromkeys(lines)
    }


def called(lines: pd.Series[str], nodes: pd.DataFrame, language: str) -> list[str]:
    """
    Name lines in one language.

    Parameters
    ----------
    lines
        What the catalogue calls them, in English.
    nodes
        See `line_names`.
    language
        `en`, `sr` or `az`.

    Returns
    -------
    names
        One for each of `lines`.
    """
    names, position = line_names(lines, nodes), LANGUAGES.index(language)
    return [names[line][position] for line in lines]


def _of_places(line: str, places: dict[str, list[str]]) -> list[str]:
    parts = line.split("–")
    if not all(part in places for part in parts):
        return [line] * 3
    return ["–".join(names) for names in zip(*(places[part] for part in parts), strict=True)]

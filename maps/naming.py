"""What lines are called, in every language."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from layers.model import Translated
from maps.words import words


def line_names(lines: Iterable[str], nodes: pd.DataFrame) -> dict[str, Translated]:
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
        By line: as `strings.csv` says under `line.<name>`; else, where places or countries follow one another
        with dashes, their names; else the same in every language.

    Examples
    --------
    >>> nodes = pd.DataFrame({"name": ["Niš"], "name_sr": ["Niš"], "name_az": ["Niş"]})
    >>> names = line_names(["Serbia–Niš", "Around Africa", "a line of one's own"], nodes)
    >>> [name.az for name in names.values()]
    ['Serbiya–Niş', 'Afrikanın ətrafı ilə', "a line of one's own"]
    """
    known = words()
    places = {
        row.name: Translated(en=row.name, sr=row.name_sr, az=row.name_az)
        for row in nodes[["name", "name_sr", "name_az"]].itertuples(index=False)
    }
    places |= {text.en: text for key, text in known.items() if key.startswith("country.")}
    return {line: known.get(f"line.{line}") or _of_places(line, places) for line in dict.fromkeys(lines)}


def _of_places(line: str, places: dict[str, Translated]) -> Translated:
    parts = line.split("–")
    if not all(part in places for part in parts):
        return Translated(en=line, sr=line, az=line)
    by_language = zip(*(places[part].model_dump().values() for part in parts), strict=True)
    return Translated(**dict(zip(Translated.model_fields, map("–".join, by_language), strict=True)))

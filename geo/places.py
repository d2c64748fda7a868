"""Places: one node found by its identifier or its name in any language, and how far apart two are."""

from __future__ import annotations

import unicodedata

import pandas as pd

from geo.errors import AmbiguousNameError, UnknownNameError
from geo.reference import ELLIPSOID

NAMES = ("name", "name_sr", "name_az")
"""Columns of the nodes that hold a name."""

_LETTERS = str.maketrans(
    {"đ": "d", "ı": "i", "ə": "e", "ß": "ss", "ł": "l", "ø": "o", "’": None, "‘": None, "'": None}
)
"""Letters that have no accent to take off."""


def folded(name: str) -> str:
    """
    Take from a name what people leave out when they type.

    Parameters
    ----------
    name
        A name in any language of the atlas, in Latin letters.

    Returns
    -------
    folded
        Lower case, without accents, apostrophes and punctuation; words parted by one space. Serbian `đ`
        and its spelling `dj` become `d`.

    Examples
    --------
    >>> folded("Səngəçal"), folded("Xi’an"), folded("INĐIJA") == folded("Indjija")
    ('sengecal', 'xian', True)
    """
    bare = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    words = "".join(letter if letter.isalnum() else " " for letter in letters).split()
    return " ".join(words).replace("dj", "d")


def apart_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """
    Measure how far apart two places are, in a straight line.

    Parameters
    ----------
    one, other
        Longitude and latitude in degrees, WGS 84.

    Returns
    -------
    apart_km
        Kilometres on the ellipsoid.

    Examples
    --------
    A degree of longitude on the equator:

    >>> round(apart_km((0, 0), (1, 0)), 3)
    111.319
    """
    return float(ELLIPSOID.inv(*one, *other)[2] / 1000)


def node_id(nodes: pd.DataFrame, name: str) -> str:
    """
    Find the node that a name means.

    Parameters
    ----------
    nodes
        Nodes on the index `id`, with the columns `NAMES`.
    name
        An identifier, or a name in any of the languages, with or without accents.

    Returns
    -------
    id
        The node's identifier. An identifier goes before a whole name, a whole name before one without
        what stands in brackets or after a comma, and this before the beginning of a name.

    Raises
    ------
    UnknownNameError
        If nothing fits; the nearest name is suggested.
    AmbiguousNameError
        If several nodes fit equally well.

    Examples
    --------
    >>> nodes = pd.DataFrame(
    ...     {"name": ["Niš", "Niš (Trupale)", "Belgrade Centre"], "name_sr": ["Niš", "Niš", "Beograd"],
    ...      "name_az": ["Niş", "Niş", "Belqrad"]}, index=["nis", "trupale", "belgrade"])
    >>> [node_id(nodes, name) for name in ("Nis (Trupale)", "beograd", "Belgrade", "trupale")]
    ['trupale', 'belgrade', 'belgrade', 'trupale']
    >>> node_id(nodes, "belgrad")
    Traceback (most recent call last):
    geo.errors.UnknownNameError: 'belgrad': no such node; did you mean "belgrade"?
    """
    if name in nodes.index:
        return name
    wanted = folded(name)
    known = [(str(node), str(text)) for column in NAMES for node, text in nodes[column].items()]
    for fits in (_whole, _short, _beginning):
        found = sorted({node for node, text in known if wanted and fits(text, wanted)})
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousNameError("node", name, found)
    raise UnknownNameError("node", name, [*map(str, nodes.index), *(text for _, text in known)])


def _whole(text: str, wanted: str) -> bool:
    return folded(text) == wanted


def _short(text: str, wanted: str) -> bool:
    return folded(text.partition("(")[0].partition(",")[0]) == wanted


def _beginning(text: str, wanted: str) -> bool:
    return f"{folded(text)} ".startswith(f"{wanted} ")

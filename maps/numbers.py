"""Numbers and units as each language writes them; `web/words.js` does the same in the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from layers.model import Translated
from maps.words import in_each, word

UNITS = {"pct": "percent", "": "count"}
"""Units of tables that are called otherwise in the table of words."""

DECIMALS = {"pct": 1, "km": 0, "days": 0, "mw": 0, "": 0}
"""Decimals at most; two where nothing is said, and none from 100 on."""

_GAP = re.compile(r"\{n\}(?: (\w+)\|(\w+))?")
_ENDS_IN_ONE = re.compile(r"([\d.]*[02-9.])?1")


def number(value: float, decimals: int = 0) -> Translated:
    """
    Write a number.

    Parameters
    ----------
    value
        The number.
    decimals
        Decimals at most; zeros at the end are left out.

    Returns
    -------
    number
        In every language, with its signs for thousands and decimals.

    Examples
    --------
    >>> number(1835.379, 1).sr, number(-0.04, 1).en
    ('1.835,4', '0')
    """
    whole, _, part = f"{abs(value):,.{decimals}f}".partition(".")
    part = part.rstrip("0")
    minus = "−" if value < 0 and (part or whole.strip("0,")) else ""
    thousands, decimal = word("sign.thousands"), word("sign.decimal")
    return in_each(
        lambda language: (
            minus
            + whole.replace(",", getattr(thousands, language))
            + (getattr(decimal, language) + part if part else "")
        )
    )


def quantity(value: float, unit: str) -> Translated:
    """
    Write a number with its unit.

    Parameters
    ----------
    value
        The number.
    unit
        As tables have it: `km`, `pct`, `mcm_per_day`; empty for a count.

    Returns
    -------
    quantity
        In every language.

    Raises
    ------
    UnknownNameError
        If the table of words has no such unit.

    Examples
    --------
    >>> quantity(15.0879, "pct").az, quantity(1095.6, "km").sr
    ('15,1 %', '1.096 km')
    >>> quantity(21, "days").sr, quantity(11, "days").sr
    ('21 dan', '11 dana')
    """
    decimals = DECIMALS.get(unit, 2 if abs(value) < 100 else 0)
    written = number(value, decimals)
    if unit == "":
        return written
    pattern = word(f"unit.{UNITS.get(unit, unit)}")
    return in_each(lambda language: _counted(getattr(pattern, language), getattr(written, language)))


def day(iso: str) -> Translated:
    """
    Write a day.

    Parameters
    ----------
    iso
        Year, month and day with dashes.

    Returns
    -------
    day
        In every language.

    Examples
    --------
    >>> day("2026-11-22").sr
    '22. 11. 2026.'
    """
    year, month, date = iso.split("-")
    pattern = word("date")
    return in_each(lambda language: getattr(pattern, language).format(year=year, month=month, date=date))


def filled(text: Translated, values: Sequence[Translated]) -> Translated:
    """
    Put values where a text has `{1}`, `{2}` and so on.

    Parameters
    ----------
    text
        A text in every language.
    values
        What belongs there, in the same languages.

    Returns
    -------
    text
        The whole text; nothing else in it is touched.

    Examples
    --------
    >>> filled(Translated(en="{1} long", sr="dugo {1}", az="{1}"), [quantity(2.5, "mcm")]).sr
    'dugo 2,5 mil. m³'
    """
    return in_each(
        lambda language: _put(getattr(text, language), [getattr(value, language) for value in values])
    )


def _counted(pattern: str, written: str) -> str:
    """In Serbian a whole number that ends in 1, but not in 11, takes the first of two forms, `dan|dana`."""
    form = 1 if _ENDS_IN_ONE.fullmatch(written) else 2
    return _GAP.sub(lambda gap: f"{written} {gap[form]}" if gap[1] else written, pattern)


def _put(text: str, values: Sequence[str]) -> str:
    return re.sub(r"\{(\d+)\}", lambda match: values[int(match[1]) - 1], text)

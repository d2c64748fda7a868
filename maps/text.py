"""Numbers, labels and escaping. With `maps.cards`, the only place where data become HTML."""

from __future__ import annotations

import html
import math
import re

MINUS = "\N{MINUS SIGN}"

UNITS = {
    "bcm_per_year": "bcm a year",
    "mcm_per_day": "mcm a day",
    "gwh_per_day": "GWh a day",
    "mw": "MW",
    "mt_per_year": "Mt a year",
    "teu_per_year": "TEU a year",
}

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def escape(text: str) -> str:
    """
    Make text safe to stand in HTML, in an attribute, and in a script.

    Parameters
    ----------
    text
        Any text, hostile or not.

    Returns
    -------
    html
        The text with markup characters and backticks as entities, without control characters and
        without characters that reverse the reading direction.

    Examples
    --------
    >>> escape("<img src=x onerror=`alert(1)`>")
    '&lt;img src=x onerror=&#96;alert(1)&#96;&gt;'
    """
    return html.escape(_UNSAFE.sub("", text), quote=True).replace("`", "&#96;").replace("$", "&#36;")


def link(address: str, label: str) -> str:
    """
    Make a link that opens beside the page.

    Parameters
    ----------
    address
        An http or https address; anything else gives the label alone.
    label
        The text of the link.

    Returns
    -------
    html
        An anchor, escaped.

    Examples
    --------
    >>> link("javascript:alert(1)", "TANAP")
    'TANAP'
    """
    if not re.match(r"^https?://", address):
        return escape(label)
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{escape(label)}</a>'


def number(value: float | None, *, decimals: int = 0) -> str:
    """
    Write a number as English does.

    Parameters
    ----------
    value
        The number; missing or not a number gives a dash.
    decimals
        Decimals at most; trailing zeros are dropped.

    Returns
    -------
    text
        The number with a comma between thousands and a true minus sign.

    Examples
    --------
    >>> number(1811.0), number(-0.57, decimals=1), number(None)
    ('1,811', '−0.6', '–')
    """
    if value is None or not math.isfinite(value):
        return "–"
    text = f"{value:,.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", MINUS) if text.strip("-0.,") else "0"


def kilometres(value: float | None) -> str:
    """
    Write a length: whole kilometres, one decimal below 100.

    Parameters
    ----------
    value
        Kilometres.

    Returns
    -------
    text
        The length with its unit.

    Examples
    --------
    >>> kilometres(878.4), kilometres(9.04)
    ('878 km', '9 km')
    """
    small = value is not None and abs(value) < 99.95
    return f"{number(value, decimals=1 if small else 0)} km"


def signed_pct(value: float | None) -> str:
    """
    Write a deviation.

    Parameters
    ----------
    value
        Per cent.

    Returns
    -------
    text
        One decimal, with its sign.

    Examples
    --------
    >>> signed_pct(0.23), signed_pct(-5.51)
    ('+0.2 %', '−5.5 %')
    """
    text = number(value, decimals=1)
    return f"+{text} %" if value is not None and value > 0 and text != "0" else f"{text} %"


def capacity(value: float | None, unit: str) -> str:
    """
    Write a capacity.

    Parameters
    ----------
    value
        The capacity; missing gives an empty text.
    unit
        One of `layers.model.CapacityUnit`.

    Returns
    -------
    text
        The capacity with its unit.

    Examples
    --------
    >>> capacity(53.1, "gwh_per_day")
    '53.1 GWh a day'
    """
    return f"{number(value, decimals=2)} {UNITS[unit]}" if value is not None and math.isfinite(value) else ""

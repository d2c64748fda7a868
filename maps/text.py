"""Text that comes from data, made fit for a page: nothing in it acts, and nothing in it misleads."""

from __future__ import annotations

import json
import re

_MISLEADING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


def clean(text: object) -> str:
    """
    Take out of a text what cannot be seen but changes how it reads.

    Parameters
    ----------
    text
        Any value; it is written as text.

    Returns
    -------
    text
        The text without control characters, without marks that reverse the reading direction, and without
        blanks of no width. Markup stays what it is: text.

    Examples
    --------
    >>> clean("TAN" + chr(0x202E) + "AP <b>")
    'TANAP <b>'
    """
    return _MISLEADING.sub("", str(text))


def escaped(json_text: str) -> str:
    r"""
    Write out in JSON what cannot be seen but changes how a text reads, or steers a terminal.

    Parameters
    ----------
    json_text
        JSON; such characters can only stand inside its strings.

    Returns
    -------
    json_text
        JSON of the same content, on the same lines.

    Examples
    --------
    >>> escaped('["TAN' + chr(0x202E) + 'AP"]')
    '["TAN\\u202eAP"]'
    """
    return re.sub(_MISLEADING, lambda match: f"\\u{ord(match[0]):04x}", json_text)


def script_data(data: object) -> str:
    r"""
    Write data as JSON that may stand between script tags.

    Parameters
    ----------
    data
        What JSON can hold; a number that is not finite is refused.

    Returns
    -------
    json
        In the order given. No `<`, `>` or `&` stands in it: no text can end the script or open a comment.

    Raises
    ------
    ValueError
        If a number is not finite.

    Examples
    --------
    >>> script_data({"name": "</script>"})
    '{"name":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text

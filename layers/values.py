"""The values that records take: texts of a form, days, degrees, kilometres; and what each form asks for."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from geo.errors import nearest

UNSEEN = r"\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
"""Characters that cannot be seen but steer a terminal or turn the reading direction, for a pattern."""

_ID = r"[a-z][a-z0-9_]{0,63}"
_WORDS = rf"^[^{UNSEEN}]+$"
_NOTE = rf"^[^{UNSEEN}]*$"
_IDENTIFIER = rf"^{_ID}$"
_SOURCES = rf"^{_ID}(;{_ID})*$"
_PLACE = rf"^({_ID})?$"
_COUNTRY = r"^[A-Z]{2}$"
_COUNTRY_OR_SEA = r"^([A-Z]{2})?$"
_COUNTRIES = r"^([A-Z]{2}(;[A-Z]{2})*)?$"
_SIDES = r"^([A-Z]{2}(;[A-Z]{2})?)?$"
_ADDRESS = rf"^https?://[^\s{UNSEEN}<>\"]+$"
_MODES = r"^([a-z_]+(;[a-z_]+)*)?$"

ASKED = {
    _WORDS: "text of one line without control characters; none that turn the reading direction either",
    _NOTE: "text of one line without control characters; none that turn the reading direction either",
    _IDENTIFIER: "an identifier: a to z, 0 to 9 and _, beginning with a letter, at most 64 characters",
    _SOURCES: "identifiers of sources, joined with ;",
    _PLACE: "an identifier of a node: a to z, 0 to 9 and _; or empty",
    _COUNTRY: "ISO 3166-1 alpha-2: two capital letters",
    _COUNTRY_OR_SEA: "ISO 3166-1 alpha-2: two capital letters; empty for the sea",
    _COUNTRIES: "ISO 3166-1 alpha-2: two capital letters each, joined with ;",
    _SIDES: "ISO 3166-1 alpha-2: two capital letters; two of them at a border, joined with ;",
    _ADDRESS: "an address that begins with http:// or https://, without blanks",
    _MODES: "modes of transport, joined with ;",
}
"""What a text of each pattern looks like, in words."""

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def _usable(name: str) -> str:
    if name in _RESERVED:
        raise ValueError("reserved by Windows, where no file can be called so; choose another identifier")
    return name


def _day(text: str) -> str:
    if text:
        _real(text, "a day is written YYYY-MM-DD and stands in the calendar")
    return text


def _published(text: str) -> str:
    if text != "unknown":
        whole = text + "-01-01"[len(text) - 4 :] if len(text) in {4, 7} else text
        _real(whole, f"YYYY, YYYY-MM, YYYY-MM-DD or unknown{nearest(text, ['unknown'])}")
    return text


def _real(text: str, rule: str) -> None:
    try:
        written = date.fromisoformat(text).isoformat() == text
    except ValueError:
        written = False
    if not written:
        raise ValueError(rule)


Identifier = Annotated[str, StringConstraints(pattern=_IDENTIFIER), AfterValidator(_usable)]
Place = Annotated[str, StringConstraints(pattern=_PLACE)]
Sources = Annotated[str, StringConstraints(pattern=_SOURCES)]
Country = Annotated[str, StringConstraints(pattern=_COUNTRY)]
CountryOrSea = Annotated[str, StringConstraints(pattern=_COUNTRY_OR_SEA)]
Countries = Annotated[str, StringConstraints(pattern=_COUNTRIES)]
Sides = Annotated[str, StringConstraints(pattern=_SIDES)]
Modes = Annotated[str, StringConstraints(pattern=_MODES)]
Address = Annotated[str, StringConstraints(pattern=_ADDRESS, max_length=500)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=1000, pattern=_WORDS)]
Note = Annotated[str, StringConstraints(max_length=1000, pattern=_NOTE)]

Day = Annotated[str, AfterValidator(_day)]
Published = Annotated[str, AfterValidator(_published)]
AsOf = Annotated[date, Field(ge=date(1990, 1, 1), le=date(2100, 12, 31))]

Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Kilometres = Annotated[float, Field(gt=0, le=30_000)]
Accuracy = Annotated[float, Field(gt=0, le=100)]
Amount = Annotated[float, Field(ge=0, le=1e9)]
Order = Annotated[int, Field(ge=0, le=1_000_000)]
Loose = Field(strict=False)

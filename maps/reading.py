"""The brief, checked, for people to read: as one page, and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from markupsafe import Markup

from layers import Atlas
from layers.model import Translated
from maps import assets
from maps.document import RenderedPage, colours, document
from maps.findings import Brief, Finding, Source, findings
from maps.pages import BRIEF
from maps.text import script_data
from maps.words import LANGUAGES, every, page_texts, word, words

SCRIPTS = ("words.js", "choices.js", "brief.js")
"""Our own scripts, in the order in which they are read."""


def brief(atlas: Atlas) -> RenderedPage:
    """
    Draw the page that checks the brief, claim by claim.

    Parameters
    ----------
    atlas
        The checked catalogue, from `layers.read()`.

    Returns
    -------
    page
        The page; in a notebook it shows itself.

    Raises
    ------
    UnknownNameError
        If a figure of a claim refers to what is not there.

    Examples
    --------
    >>> import layers
    >>> from dataclasses import replace
    >>> atlas = layers.read()
    >>> brief(replace(atlas, claims=atlas.claims.tail(2))).html.count('<article class="claim')
    2
    """
    return rendered(findings(atlas))


def rendered(checked: Brief) -> RenderedPage:
    """
    Draw the page of findings.

    Parameters
    ----------
    checked
        What the page shows.

    Returns
    -------
    page
        Self-contained; it can be read without its script, in English.
    """
    facts = {"page": {"name": BRIEF, "title": every(checked.title), "as_of": checked.as_of}}
    values = {
        "page": checked,
        "words": words(),
        "facts": Markup(script_data(facts)),
        "texts": Markup(script_data(page_texts("country.", "line."))),
    }
    styles = [assets.own("base.css"), assets.own("brief.css"), colours()]
    scripts = [assets.own(name) for name in SCRIPTS]
    return RenderedPage(
        name=BRIEF, html=document("brief.html", styles=styles, scripts=scripts, values=values)
    )


def markdown(checked: Brief, language: str) -> str:
    """
    Write the findings as Markdown.

    Parameters
    ----------
    checked
        What is written.
    language
        `en`, `sr` or `az`.

    Returns
    -------
    text
        Headings by theme and claim; texts of data are escaped, sources are links.
    """
    return "\n".join(_lines(checked, language)) + "\n"


def save(checked: Brief, folder: Path) -> None:
    """
    Write the page, and the Markdown in every language.

    Parameters
    ----------
    checked
        What is written.
    folder
        Where to; older files are replaced.
    """
    rendered(checked).save(folder / f"{BRIEF}.html")
    for language in LANGUAGES:
        ending = "" if language == LANGUAGES[0] else f"_{language}"
        text = markdown(checked, language)
        (folder / f"{BRIEF}{ending}.md").write_text(text, encoding="utf-8", newline="\n")


def _lines(checked: Brief, language: str) -> Iterator[str]:
    say = partial(_said, language)
    yield f"# {say(checked.title)}\n"
    yield f"{say(checked.about)}\n"
    for source in checked.claimed_in:
        yield f"{say(word('brief.checked'))}: {_linked(source)}\n"
    total = sum(count for _, count in checked.counts)
    for verdict, count in checked.counts:
        yield f"- **{count}** / {total}: {say(word(f'tally.{verdict.value}'))}"
    for theme, rows in checked.themes:
        yield f"\n## {say(word(f'theme.{theme.value}'))}"
        for row in rows:
            yield from _claim(row, language)
    yield f"\n## {say(word('brief.unknown_title'))}"
    for text in checked.unknown:
        yield f"\n{say(text)}"


def _claim(row: Finding, language: str) -> Iterator[str]:
    say = partial(_said, language)
    figure, detail, sources = (say(word(key)) for key in ("brief.figure", "brief.map", "brief.sources"))
    yield f"\n### {say(row.claim)}\n"
    yield f"**{say(word(f'verdict.{row.verdict.value}'))}.** {say(row.found)}\n"
    if row.figure and row.figure_name:
        yield f"{figure}: **{say(row.figure)}** ({say(row.figure_name)})\n"
    if row.detail:
        spoken = "" if language == LANGUAGES[0] else f"&lang={language}"
        yield f"[{detail}]({BRIEF}.html#at={row.name}{spoken})\n"
    yield f"{sources}: {'; '.join(map(_linked, row.sources))}"


def _said(language: str, text: Translated) -> str:
    return _escaped(getattr(text, language))


def _linked(source: Source) -> str:
    dated = f", {source.published}" if source.published else ""
    return f"[{_escaped(source.title)}](<{source.address}>), {_escaped(source.publisher)}{dated}"


def _escaped(text: str) -> str:
    """Text that Markdown takes as text; no line begins with what it says."""
    return re.sub(r"([\\`*_\[\]<>|#~&])", r"\\\1", text)

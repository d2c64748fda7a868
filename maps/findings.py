"""What the page `brief` knows: claims of a publication beside what the atlas finds, ready to be read."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from layers import Atlas
from layers.answers import flows
from layers.claims import answered, figures
from layers.evidence import Theme, Verdict, places
from layers.model import Confidence, Status, Translated
from layers.symbols import symbols
from maps.details import Detail, Way, detail
from maps.numbers import filled, number, quantity
from maps.pages import BRIEF, FOCUS, Links, links, titles
from maps.text import clean
from maps.words import in_each, translated, word


@dataclass(frozen=True, slots=True)
class Source:
    """
    Where something is from.

    Attributes
    ----------
    title, publisher, address, published
        As `sources.csv` has them; `published` is empty where the day is unknown.
    """

    title: str
    publisher: str
    address: str
    published: str


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One claim, and what became of it.

    Attributes
    ----------
    name
        Identifier of the claim.
    claim, found
        What is claimed, and what the data say, with our figures in it.
    figure, figure_name
        Our figure with its unit, and what it is; None where nothing can be computed.
    verdict
        How the claim fares.
    detail
        The map; None where the claim has no place.
    legend
        What the map's lines are: one of each look, and its corridor and status in words.
    sources
        What the finding rests on.
    """

    name: str
    claim: Translated
    found: Translated
    figure: Translated | None
    figure_name: Translated | None
    verdict: Verdict
    detail: Detail | None
    legend: tuple[tuple[Way, Translated], ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """
    Everything that the page shows.

    Attributes
    ----------
    title, about
        What it is about, in every language.
    unknown
        What is not known, by paragraph.
    claimed_in
        The publications that are checked.
    links
        Where the other pages are, and their titles.
    themes
        Each with its findings, in the order of reading.
    counts
        How many claims fare how, in the order of `Verdict`.
    credits, boundaries, as_of
        As on every page.
    """

    title: Translated
    about: Translated
    unknown: tuple[Translated, ...]
    claimed_in: tuple[Source, ...]
    links: Links
    themes: tuple[tuple[Theme, tuple[Finding, ...]], ...]
    counts: tuple[tuple[Verdict, int], ...]
    credits: tuple[str, ...]
    boundaries: str
    as_of: str


def findings(atlas: Atlas, table: pd.DataFrame | None = None) -> Brief:
    """
    Put claims beside what the atlas finds.

    Parameters
    ----------
    atlas
        The checked catalogue.
    table
        From `claims_table`; worked out if None.

    Returns
    -------
    brief
        Every claim with verdict, figure, map and sources; texts in every language.

    Raises
    ------
    UnknownNameError
        If a figure of a claim refers to what is not there.
    """
    if table is None:
        table = claims_table(atlas, flows(atlas))
    found = {str(name): _finding(atlas, str(name), row) for name, row in table.iterrows()}
    themes = (
        (theme, tuple(found[str(name)] for name in table.index[table["theme"] == theme])) for theme in Theme
    )
    verdicts = table["verdict"].value_counts()
    counts = tuple((verdict, int(verdicts.get(verdict.value, 0))) for verdict in Verdict)
    low = int((atlas.segments["confidence"] == Confidence.low.value).sum())
    sources = {name for joined in table["sources"] for name in joined.split(";")}
    unsettled = dict(counts)[Verdict.cannot_be_checked]
    unknown = {
        "brief.unknown_claims": (unsettled, len(table), len(sources)),
        "brief.unknown_gas": (),
        "brief.unknown_lines": (low, len(atlas.segments)),
    }
    claimed_in = tuple(_source(atlas, name) for name in dict.fromkeys(table["claimed_in"]))
    return Brief(
        title=word(f"{BRIEF}.title"),
        about=filled(word(f"{BRIEF}.about"), [number(len(table))]),
        unknown=tuple(filled(word(key), list(map(number, counted))) for key, counted in unknown.items()),
        claimed_in=claimed_in,
        links=links(titles(atlas), seen_from=BRIEF),
        themes=tuple((theme, rows) for theme, rows in themes if rows),
        counts=counts,
        credits=tuple(clean(credit) for credit in atlas.credits),
        boundaries=clean(atlas.boundaries),
        as_of=atlas.as_of,
    )


def claims_table(atlas: Atlas, flows: pd.DataFrame) -> pd.DataFrame:
    """
    Put our figures into the findings.

    Parameters
    ----------
    atlas
        The checked catalogue.
    flows
        The `rows` of its supply.

    Returns
    -------
    claims
        The table `[claims]` of `columns.toml`, its findings with the figures that they speak of.

    Raises
    ------
    UnknownNameError
        If a figure refers to what is not there.
    """
    known = figures(atlas, flows)
    table = answered(atlas, known)
    values = {
        str(claim): [quantity(value, unit) for value, unit in rows[["value", "unit"]].itertuples(index=False)]
        for claim, rows in known.groupby("claim")
    }
    texts = [filled(_three(row, "finding"), values.get(str(name), [])) for name, row in table.iterrows()]
    columns = {"finding": "en", "finding_sr": "sr", "finding_az": "az"}
    return table.assign(
        **{column: [getattr(text, language) for text in texts] for column, language in columns.items()}
    )


def _finding(atlas: Atlas, name: str, row: pd.Series) -> Finding:
    drawn = detail(atlas, places(row["shown"]), focus=FOCUS)
    figure = None if pd.isna(row["figure_value"]) else quantity(row["figure_value"], row["figure_unit"])
    return Finding(
        name=name,
        claim=_three(row, "claim"),
        found=_three(row, "finding"),
        figure=figure,
        figure_name=_three(row, "figure_name") if figure else None,
        verdict=Verdict(row["verdict"]),
        detail=drawn,
        legend=_legend(atlas, drawn) if drawn else (),
        sources=tuple(_source(atlas, source) for source in row["sources"].split(";")),
    )


def _three(row: pd.Series, column: str) -> Translated:
    """Take a text that stands in English under its own name, and in other languages under names of theirs."""
    return in_each(lambda language: clean(row[column if language == "en" else f"{column}_{language}"]))


def _source(atlas: Atlas, name: str) -> Source:
    row = atlas.sources.loc[name]
    published = "" if row["published"] == "unknown" else str(row["published"])
    return Source(clean(row["title"]), clean(row["publisher"]), str(row["address"]), published)


def _legend(atlas: Atlas, drawn: Detail) -> tuple[tuple[Way, Translated], ...]:
    """Say what the lines are: a corridor, and how it stands; one line of each look."""
    names, table = translated(atlas.corridors, "title"), symbols().status
    looks = {(way.corridor, way.status): way for way in reversed(drawn.ways)}
    return tuple(
        (way, _joined(names[corridor], table[Status(status)].label))
        for (corridor, status), way in looks.items()
    )


def _joined(title: Translated, status: Translated) -> Translated:
    return in_each(lambda language: f"{getattr(title, language).split(': ')[0]}: {getattr(status, language)}")

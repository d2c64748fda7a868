"""A page as a frozen description: what it is about, what it knows, the ground, credits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

import geopandas as gpd
import pandas as pd

from geo.errors import UnknownNameError
from geo.transit import transit_nodes
from layers import Atlas
from layers.model import Role, Translated
from maps.background import Background, Frame, background
from maps.facts import Facts, atlas_facts, source_facts
from maps.journeys import compare_facts, journeys
from maps.overlay import overlay_facts
from maps.serbia import country_facts, rank_facts
from maps.words import translated, word

INDEX, SERBIA, COMPARE, BRIEF = "index", "serbia", "compare", "brief"
OTHERS = (SERBIA, COMPARE, BRIEF)
"""Pages that are about no single corridor."""

FOCUS = "RS"
"""The country that the atlas is read for first."""


Titles: TypeAlias = tuple[tuple[str, Translated], ...]
"""Pages by name, with their titles."""

Links: TypeAlias = tuple[tuple[str, Translated], ...]
"""The same by address."""


@dataclass(frozen=True, slots=True)
class Page:
    """
    Everything that a page shows.

    Attributes
    ----------
    name
        File name without its ending.
    title, about
        What the page is about, in every language.
    pages
        All pages of the atlas, to go from one to another: name and title.
    focus
        Code of the country that the page is read for.
    facts
        What the page knows, as `maps.facts` describes it.
    overlay
        A user's own layer, as `maps.overlay` describes it; empty without one.
    ground
        Land and names below.
    extent
        West, south, east, north of what is to be seen first, degrees: all but alternatives.
    credits
        Whom the data are from: publisher and licence.
    boundaries
        Name of the boundary set.
    as_of
        The day that the page speaks of.
    """

    name: str
    title: Translated
    about: Translated
    pages: Titles
    focus: str
    facts: Facts
    ground: Background
    extent: Frame
    credits: tuple[str, ...]
    boundaries: str
    as_of: str
    overlay: Facts = field(default_factory=dict)

    @property
    def links(self) -> Links:
        """Where the other pages are, seen from this one, and their titles."""
        return links(self.pages, seen_from=self.name)


def describe(
    atlas: Atlas,
    name: str | None = None,
    *,
    overlay: gpd.GeoDataFrame | None = None,
    ranked: pd.DataFrame | None = None,
) -> Page:
    """
    Describe a page.

    Parameters
    ----------
    atlas
        The checked catalogue.
    name
        Identifier of a corridor, `serbia` or `compare`; all corridors if none is given.
    overlay
        Lines, points or areas of the user's own, laid over the map.
    ranked
        Transit nodes of the country that the atlas is read for, where they are known already.

    Returns
    -------
    page
        The description, ready to be drawn.

    Raises
    ------
    UnknownNameError
        If there is no such page.
    CoordinateSystemError
        If `overlay` does not say its coordinate system.
    """
    pages = titles(atlas)
    require(name or INDEX, [page for page in pages if page[0] != BRIEF])
    facts = _facts(atlas, name, ranked=_ranked(atlas) if ranked is None else ranked)
    drawn = atlas.segments.loc[[row[0] for row in facts["segments"]["rows"]]]
    drawn = drawn[drawn["role"] != Role.alternative.value] if name != COMPARE else drawn
    first = drawn[drawn["country"] == FOCUS] if name == SERBIA else drawn
    west, south, east, north = (round(float(edge), 3) for edge in first.total_bounds)
    texts = translated(atlas.corridors, "description")
    texts |= {other: word(f"{other}.about") for other in OTHERS}
    return Page(
        name=name or INDEX,
        title=dict(pages)[name] if name else word("title"),
        about=texts[name] if name else word("about"),
        pages=pages,
        focus=FOCUS,
        facts=facts,
        ground=background(first.geometry, focus=FOCUS, around=drawn.geometry),
        extent=(west, south, east, north),
        credits=atlas.credits,
        boundaries=atlas.boundaries,
        as_of=atlas.as_of,
        overlay={} if overlay is None else overlay_facts(overlay),
    )


def page_names(atlas: Atlas) -> list[str]:
    """
    List the pages of an atlas besides the one of all corridors.

    Parameters
    ----------
    atlas
        The checked catalogue.

    Returns
    -------
    names
        Serbia's page if the catalogue knows its gas, the corridors, and the comparison if it has the places.
    """
    serbia = [SERBIA] if FOCUS in set(atlas.quantities["country"]) else []
    compare = [COMPARE] if journeys(atlas) else []
    return [*serbia, *(str(name) for name in atlas.corridors.index), *compare]


def titles(atlas: Atlas) -> Titles:
    """
    List everything that can be opened, with its title.

    Parameters
    ----------
    atlas
        The checked catalogue.

    Returns
    -------
    titles
        All corridors, then `page_names`, then the brief if the catalogue checks claims.
    """
    named = translated(atlas.corridors, "title") | {other: word(f"{other}.title") for other in OTHERS}
    brief = [BRIEF] if len(atlas.claims) else []
    return ((INDEX, word("all_corridors")), *((name, named[name]) for name in [*page_names(atlas), *brief]))


def links(pages: Titles, *, seen_from: str) -> Links:
    """
    Say where other pages are. The brief lies beside the folder of the maps.

    Parameters
    ----------
    pages
        All pages.
    seen_from
        Name of the page that links to them.

    Returns
    -------
    links
        Relative address and title of each other page.

    Examples
    --------
    >>> pages = ((INDEX, word("all_corridors")), (BRIEF, word("brief.title")))
    >>> [address for address, _ in links(pages, seen_from="index")]
    ['../brief.html']
    >>> [address for address, _ in links(pages, seen_from="brief")]
    ['maps/index.html']
    """
    to_brief, to_maps = ("", "maps/") if seen_from == BRIEF else ("../", "")
    return tuple(
        (f"{to_brief if name == BRIEF else to_maps}{name}.html", title)
        for name, title in pages
        if name != seen_from
    )


def require(name: str, pages: Iterable[tuple[str, object]]) -> None:
    """
    See that there is a page.

    Parameters
    ----------
    name
        Name of a page.
    pages
        All pages that there are.

    Raises
    ------
    UnknownNameError
        If it is none of them.
    """
    known = [each for each, _ in pages]
    if name not in known:
        raise UnknownNameError("page", name, known)


def _ranked(atlas: Atlas) -> gpd.GeoDataFrame:
    """Transit nodes of the country; none where no node of the catalogue lies in it."""
    if not any(FOCUS in joined.split(";") for joined in atlas.nodes["country"]):
        return gpd.GeoDataFrame({"rank": []})
    return transit_nodes(atlas.segments, atlas.nodes, country=FOCUS, links=atlas.links)


def _facts(atlas: Atlas, name: str | None, *, ranked: pd.DataFrame) -> Facts:
    if name == COMPARE:
        return compare_facts(atlas, focus=FOCUS) | {"ranks": rank_facts(ranked)}
    everything = list(atlas.corridors.index)
    shown = [name] if name and name != SERBIA else everything
    facts = atlas_facts(atlas, shown, focus=FOCUS) | {"ranks": rank_facts(ranked)}
    if name != SERBIA:
        return facts
    country = country_facts(atlas, ranked, focus=FOCUS)
    named = {source for scenario in country["scenarios"].values() for source in scenario["sources"]}
    return {**facts, **country, "sources": facts["sources"] | source_facts(atlas, named)}

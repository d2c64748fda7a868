"""A page as a frozen description: what it is about, what it knows, the ground, credits."""

from __future__ import annotations

from dataclasses import dataclass, field

import geopandas as gpd

from layers import Atlas
from layers.model import Role, Translated
from maps.background import Background, Frame, background
from maps.facts import Facts, atlas_facts, translated
from maps.overlay import overlay_facts
from maps.words import word

FOCUS = "RS"
"""The country that the atlas is read for first."""


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
    pages: tuple[tuple[str, Translated], ...]
    focus: str
    facts: Facts
    ground: Background
    extent: Frame
    credits: tuple[str, ...]
    boundaries: str
    as_of: str
    overlay: Facts = field(default_factory=dict)


def describe(atlas: Atlas, corridor: str | None = None, *, overlay: gpd.GeoDataFrame | None = None) -> Page:
    """
    Describe the page of one corridor, or of all.

    Parameters
    ----------
    atlas
        The checked catalogue.
    corridor
        Identifier of a corridor; all corridors if none is given.
    overlay
        Lines, points or areas of the user's own, laid over the map.

    Returns
    -------
    page
        The description, ready to be drawn.

    Raises
    ------
    UnknownNameError
        If there is no such corridor.
    CoordinateSystemError
        If `overlay` does not say its coordinate system.
    """
    shown = [corridor] if corridor else list(atlas.corridors.index)
    segments = atlas.segments_of(*shown)
    lines = segments.geometry[segments["role"] != Role.alternative.value]
    west, south, east, north = (round(float(edge), 3) for edge in lines.total_bounds)
    titles, texts = (translated(atlas.corridors, name) for name in ("title", "description"))
    return Page(
        name=corridor or "index",
        title=titles[corridor] if corridor else word("title"),
        about=texts[corridor] if corridor else word("about"),
        pages=(("index", word("all_corridors")), *titles.items()),
        focus=FOCUS,
        facts=atlas_facts(atlas, shown, focus=FOCUS),
        ground=background(lines, focus=FOCUS),
        extent=(west, south, east, north),
        credits=atlas.credits,
        boundaries=atlas.boundaries,
        as_of=atlas.as_of,
        overlay={} if overlay is None else overlay_facts(overlay),
    )

"""Description to HTML: one self-contained page. The only module that imports folium."""

from __future__ import annotations

import re
from typing import Any

import folium
import geopandas as gpd
import jinja2
from branca.element import Element, Figure, MacroElement
from markupsafe import Markup

from layers import Atlas
from maps import assets
from maps.document import RenderedPage, colours, document
from maps.packed import packed
from maps.pages import INDEX, OTHERS, Page, describe
from maps.text import clean, script_data
from maps.words import every, page_texts, words

TILES = "https://tile.openstreetmap.org"
"""Where pictures of the ground come from when the reader asks for them; nothing else may be fetched."""

GROUND_DECIMALS = 3
"""Decimals of a degree that the ground keeps: 110 m."""

SCRIPTS = (
    *("shapes.js", "words.js", "choices.js", "drawn.js", "routes.js", "names.js", "card.js", "panel.js"),
    *("sections.js", "worlds.js", "search.js", "address.js", "files.js", "page.js"),
)
"""Our own scripts, in the order in which they are read."""

_PANES = {"land": 190, "focus": 195, "borders": 200, "tiles": 210, "names": 250, "casing": 390, "routes": 400}
_PANES |= {"signs": 410, "hits": 420, "overlay": 430, "nodes": 450, "labels": 460}
_CLICKED = {"hits", "overlay", "nodes"}


class Ground(MacroElement):
    """
    Lines or areas below everything else, packed; a layer of folium's.

    Parameters
    ----------
    rings
        From `maps.packed.packed`.
    name
        `land`, `focus` or `borders`: the pane, and in `page.css` the look.
    """

    _template = jinja2.Template(
        "{% macro script(this, kwargs) %}"
        "ground({{ this._parent.get_name() }}, {{ this.rings }}, {{ this.look }});\n"
        "{% endmacro %}"
    )

    def __init__(self, rings: list[list[int]], *, name: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Ground"
        self.rings = script_data(rings)
        self.look = script_data({"name": name, "decimals": GROUND_DECIMALS})


def page(
    atlas: Atlas, corridor: str | None = None, *, overlay: gpd.GeoDataFrame | None = None
) -> RenderedPage:
    """
    Draw the page of one corridor, or of all.

    Parameters
    ----------
    atlas
        The checked catalogue, from `layers.read()`.
    corridor
        Identifier of a corridor, `serbia` or `compare`; all corridors if none is given.
    overlay
        Lines, points or areas of your own, laid over the map; their columns stand on their cards.

    Returns
    -------
    page
        The page; in a notebook it shows itself.

    Raises
    ------
    UnknownNameError
        If there is no such page.
    CoordinateSystemError
        If `overlay` does not say its coordinate system.

    Examples
    --------
    >>> import layers
    >>> page(layers.read(), "southern_gas_corridor").html.count("<main")
    1
    """
    return render(describe(atlas, corridor, overlay=overlay))


def render(described: Page) -> RenderedPage:
    """
    Draw a page.

    Parameters
    ----------
    described
        What the page shows.

    Returns
    -------
    page
        The same bytes for the same description, on any day and any machine.
    """
    drawn = _map(described)
    figure = Figure()
    drawn.add_to(figure)
    figure.render()
    body, script = (_numbered(part.render(), figure) for part in (figure.html, figure.script))
    own = [name for name, _ in described.pages if name not in (INDEX, *OTHERS)]
    styles = [assets.leaflet_style(), assets.own("base.css"), assets.own("page.css"), colours(own)]
    scripts = [assets.leaflet_script(), *(assets.own(name) for name in SCRIPTS)]
    scripts.append(f"{script}\nconst drawn = openPage({_numbered(drawn.get_name(), figure)});")
    values = {
        "page": described,
        "words": words(),
        "map_html": Markup(body),
        "facts": Markup(script_data(_facts(described))),
        "texts": Markup(script_data(page_texts("line."))),
    }
    made = document("page.html", styles=styles, scripts=scripts, images=TILES, values=values)
    return RenderedPage(name=described.name, html=made)


def _map(described: Page) -> folium.Map:
    """Let folium make the map and its ground; lines, places and behaviour are added by our scripts."""
    ground = described.ground
    west, south, east, north = ground.frame
    drawn = folium.Map(
        tiles=None,
        zoom_control=False,
        attribution_control=False,
        prefer_canvas=False,
        max_bounds=True,
        min_lat=south,
        max_lat=north,
        min_lon=west,
        max_lon=east,
        max_bounds_viscosity=1.0,
        zoom_snap=0.25,
        min_zoom=1,
        max_zoom=11,
        world_copy_jump=False,
    )
    drawn.default_js, drawn.default_css = [], []
    for name, level in _PANES.items():
        folium.map.CustomPane(name, z_index=level, pointer_events=name in _CLICKED).add_to(drawn)
    for name, shape in (("land", ground.land), ("focus", ground.focus), ("borders", ground.borders)):
        Ground(packed(shape, decimals=GROUND_DECIMALS), name=name).add_to(drawn)
    return drawn


def _facts(described: Page) -> dict[str, Any]:
    return {
        **described.facts,
        "page": {
            "name": described.name,
            "title": every(described.title),
            "about": every(described.about),
            "as_of": described.as_of,
            "extent": described.extent,
            "focus": described.focus,
            "tiles": f"{TILES}/{{z}}/{{x}}/{{y}}.png",
        },
        "pages": [[name, every(title)] for name, title in described.pages],
        "credits": [clean(credit) for credit in described.credits],
        "boundaries": clean(described.boundaries),
        "names": [
            {
                "name": every(label.name),
                "at": [label.lat, label.lon],
                "kind": label.kind,
                "code": label.code,
                "size": label.size,
            }
            for label in described.ground.labels
        ],
        "overlay": described.overlay,
    }


def _numbered(text: str, figure: Figure) -> str:
    """Give folium's random identifiers numbers in the order of the elements."""
    elements: list[Element] = [figure]
    for element in elements:
        elements += element._children.values()
    numbers = {element._id: str(number) for number, element in enumerate(elements)}
    return re.sub("|".join(numbers), lambda match: numbers[match[0]], text)

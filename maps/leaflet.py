"""Description to HTML: one self-contained page. The only module that imports folium."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import folium
import jinja2
import numpy as np
import shapely.geometry
from branca.element import Element, Figure
from markupsafe import Markup

from layers import Atlas
from maps import assets
from maps.pages import Page, describe, overview

NOTEBOOK_HEIGHT_PX = 620
"""Height of a page inside a notebook."""

GeoJson = dict[str, Any]
"""A FeatureCollection."""

_PANES = {"land": 190, "edges": 200, "names": 250, "casing": 390, "routes": 400, "nodes": 450, "labels": 460}


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """
    A page as HTML. It shows itself in a notebook.

    Attributes
    ----------
    name
        File name without its ending.
    html
        The whole document; nothing in it is fetched from anywhere.
    """

    name: str
    html: str

    def save(self, file: Path) -> None:
        """
        Write the page.

        Parameters
        ----------
        file
            Where to; an older file is replaced.
        """
        file.write_text(self.html, encoding="utf-8", newline="\n")

    def _repr_html_(self) -> str:
        data = base64.b64encode(self.html.encode("utf-8")).decode("ascii")
        return (
            f'<iframe src="data:text/html;charset=utf-8;base64,{data}" title="{self.name}" '
            f'style="width:100%;height:{NOTEBOOK_HEIGHT_PX}px;border:0"></iframe>'
        )


def page(atlas: Atlas, corridor: str | None = None) -> RenderedPage:
    """
    Draw the page of one corridor, or of all.

    Parameters
    ----------
    atlas
        The checked catalogue, from `layers.read()`.
    corridor
        Identifier of a corridor; all corridors if none is given.

    Returns
    -------
    page
        The page; in a notebook it shows itself.

    Raises
    ------
    UnknownNameError
        If there is no such corridor.

    Examples
    --------
    >>> import layers
    >>> page(layers.read(), "southern_gas_corridor").html.count("<main")
    1
    """
    return render(describe(atlas, corridor) if corridor else overview(atlas))


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
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(assets.own("page.html"))
    document = template.render(
        page=described,
        leaflet_style=_raw(assets.leaflet_style()),
        own_style=_raw(assets.own("page.css")),
        leaflet_script=_raw(assets.leaflet_script()),
        own_script=_raw(assets.own("page.js")),
        header=_raw(_without_title(figure.header.render())),
        map_html=_raw(figure.html.render()),
        map_script=_raw(figure.script.render()),
        map_name=drawn.get_name(),
        settings=_raw(_settings(described)),
    )
    return RenderedPage(name=described.name, html=_numbered(document, figure))


def _map(described: Page) -> folium.Map:
    """Let folium make the map and its layers; looks and behaviour are added by page.js."""
    west, south, east, north = described.ground.frame
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
        min_zoom=2,
        max_zoom=11,
        world_copy_jump=False,
    )
    drawn.default_js, drawn.default_css = [], []
    for name, level in _PANES.items():
        folium.map.CustomPane(name, z_index=level, pointer_events=name in {"routes", "nodes"}).add_to(drawn)
    _layer(described.ground.land.geometry.__geo_interface__, "land", interactive=False).add_to(drawn)
    _layer(described.ground.edges.__geo_interface__, "edges", interactive=False).add_to(drawn)
    _layer(described.routes.__geo_interface__, "routes", interactive=True).add_to(drawn)
    dot = folium.CircleMarker(radius=4, weight=1.5)
    dot.options["pane"] = "nodes"
    _layer(described.nodes.__geo_interface__, "nodes", interactive=True, marker=dot).add_to(drawn)
    return drawn


def _layer(
    features: GeoJson, pane: str, *, interactive: bool, marker: folium.CircleMarker | None = None
) -> folium.GeoJson:
    return folium.GeoJson(_rounded(features), marker=marker, pane=pane, interactive=interactive, embed=True)


def _rounded(features: GeoJson) -> GeoJson:
    """Coordinates as a screen can show them: to 10 m for what is clicked, to 100 m for the ground."""
    rounded: GeoJson = {"type": "FeatureCollection", "features": []}
    for feature in features["features"]:
        decimals = 4 if feature["properties"] else 3
        geometry = shapely.geometry.shape(feature["geometry"])
        shortened = shapely.transform(geometry, partial(np.round, decimals=decimals))
        kept = {key: value for key, value in feature.items() if key != "bbox"}
        rounded["features"].append({**kept, "geometry": shapely.geometry.mapping(shortened)})
    return rounded


def _settings(described: Page) -> str:
    settings = {
        "extent": described.extent,
        "focus": described.focus,
        "names": [
            {"text": label.text, "at": [label.lat, label.lon], "kind": label.kind}
            for label in described.ground.labels
        ],
    }
    return json.dumps(settings, ensure_ascii=True).replace("</", "<\\/")


def _raw(text: str) -> Markup:
    """Pass text through the template as it is: our own files, and folium's output of escaped data."""
    return Markup(text)


def _without_title(header: str) -> str:
    return re.sub(r"<title>.*?</title>|<meta[^>]*>", "", header, flags=re.DOTALL)


def _numbered(document: str, figure: Figure) -> str:
    """Give folium's random identifiers numbers in the order of the elements."""
    elements: list[Element] = [figure]
    for element in elements:
        elements += element._children.values()
    numbers = {element._id: str(number) for number, element in enumerate(elements)}
    return re.sub("|".join(numbers), lambda match: numbers[match[0]], document)

"""The QGIS project: layers in groups by corridor, forms, map tips, bookmarks, and one print layout."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from xml.etree import ElementTree as ET

from geo.projections import lambert_conformal
from geo.reference import WGS84
from layers.atlas import Atlas
from layers.columns import columns
from layers.symbols import symbols
from layers.write import contents, layout, qml
from layers.write.elements import QGIS_VERSION, document, plain, spatial_reference, sub
from layers.write.layer import Layer, Shape

TITLE = "Corridors"

BOOKMARKS = {
    "Serbia": (18.8, 41.8, 23.1, 46.2),
    "Caspian": (46.3, 36.3, 55.2, 47.3),
    "Gulf": (47.5, 23.5, 57.5, 30.8),
}
"""Name to west, south, east, north, degrees."""

_GEOMETRY = {Shape.point: "Point", Shape.line: "Line", Shape.area: "Polygon"}
_CITED = {"segments": "segment"}  # every other table with sources is one of nodes
_TABLES = ("sources", "citations")
_LINKS = """[% array_to_string(array_foreach(string_to_array("sources", ';'), with_variable('source',
get_feature('table_of_sources', 'id', @element), '<br><a href="' || attribute(@source, 'address') || '">' ||
replace(replace(attribute(@source, 'title'), '&', '&amp;'), '<', '&lt;') || '</a>')), '') %]"""


@dataclass(frozen=True, slots=True)
class Entry:
    """
    A layer as it stands in the project.

    Attributes
    ----------
    id
        Longer than 10 characters, because QGIS asks for that.
    layer
        What it shows.
    source
        Name of the layer in the GeoPackage.
    subset
        Condition on its rows, as SQL; empty for all.
    """

    id: str
    layer: Layer
    source: str
    subset: str = ""


def content(atlas: Atlas, layers: Sequence[Layer], *, footnote: str) -> bytes:
    """
    Make the project.

    Parameters
    ----------
    atlas
        The checked catalogue.
    layers
        The layers of the GeoPackage that stands beside the project as `corridors.gpkg`.
    footnote
        What must be said below any map of these borders.

    Returns
    -------
    qgz
        A zip with one `.qgs`: the same bytes for the same catalogue. It is stored, not packed, because
        packers differ between machines.
    """
    day = date.fromisoformat(atlas.as_of)
    member = zipfile.ZipInfo("corridors.qgs", date_time=(day.year, day.month, day.day, 0, 0, 0))
    member.external_attr = 0o644 << 16
    member.create_system = 3
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(member, qgs(atlas, layers, footnote=footnote))
    return packed.getvalue()


def qgs(atlas: Atlas, layers: Sequence[Layer], *, footnote: str) -> str:
    """
    Write the project as QGIS's XML.

    Parameters
    ----------
    atlas
        The checked catalogue.
    layers
        The layers of the GeoPackage.
    footnote
        What must be said below any map of these borders.

    Returns
    -------
    qgs
        The document; data sources are relative to its folder.
    """
    extent = atlas.extent_of()
    projection = lambert_conformal(extent)
    by_corridor = {name: _of_corridor(atlas, name) for name in atlas.corridors.index}
    whole = [Entry(f"{layer.name}_of_all", layer, layer.name) for layer in layers]
    entries = [*_flat(by_corridor.values()), *whole]
    root = ET.Element("qgis", version=QGIS_VERSION, projectname=TITLE)
    sub(root, "homePath", path="")
    sub(root, "title", TITLE)
    spatial_reference(sub(root, "projectCrs"), projection)
    _tree(root, atlas, by_corridor, whole)
    _relations(root, entries)
    maplayers = sub(root, "projectlayers")
    for entry in entries:
        _map_layer(maplayers, entry, atlas)
    for name in _TABLES:
        _table(maplayers, name)
    _settings(root)
    inside = atlas.segments.clip_by_rect(*extent).to_crs(projection)
    west, south, east, north = (float(edge) for edge in inside.total_bounds)
    shown = (west, south, east, north)
    layout.add(root, atlas, shown=shown, legend=_legend(atlas, by_corridor, whole), footnote=footnote)
    _bookmarks(root)
    layout.default_view(root, projection, shown=shown)
    return document(root)


def _of_corridor(atlas: Atlas, name: str) -> list[Entry]:
    """List a corridor's nodes and segments; of several that share one, the first that shows labels it."""
    subset = f"';' || \"corridors\" || ';' LIKE '%;{name};%'"
    entries = []
    for layer in (contents.nodes(atlas, name), contents.segments(atlas, name)):
        first = (
            f"array_first(array_filter(string_to_array(\"corridors\", ';'), "
            f"array_contains(@map_layer_ids, '{layer.table}_of_' || @element))) = '{name}'"
        )
        labels = replace(layer.labels, shown=f"({layer.labels.shown}) AND {first}")
        titled = replace(layer, labels=labels, title="Places" if layer.shape is Shape.point else "Lines")
        entries.append(Entry(f"{layer.table}_of_{name}", titled, layer.table, subset))
    return entries


def _flat(groups: Iterable[Iterable[Entry]]) -> list[Entry]:
    return [entry for group in groups for entry in group]


def _tree(
    root: ET.Element, atlas: Atlas, by_corridor: Mapping[str, Sequence[Entry]], whole: Sequence[Entry]
) -> None:
    """Make groups by corridor, all corridors together, the ground, and the tables; dots are drawn last."""
    tree = sub(root, "layer-tree-group")
    for name, entries in by_corridor.items():
        _group(tree, plain(str(atlas.corridors.loc[name, "title_en"])), entries)
    ground = [entry for entry in whole if entry.layer.shape is Shape.area]
    _group(tree, "All corridors", [entry for entry in whole if entry not in ground], checked=False)
    _group(tree, "Ground", ground)
    tables = _group(tree, "Tables", (), checked=False)
    for name in _TABLES:
        sub(
            tables, "layer-tree-layer", id=f"table_of_{name}", name=name.capitalize(), checked="Qt::Unchecked"
        )
    order = sub(tree, "custom-order", enabled="1")
    for shape in Shape:
        for entry in (*_flat(by_corridor.values()), *whole):
            if entry.layer.shape is shape:
                sub(order, "item", entry.id)


def _group(parent: ET.Element, title: str, entries: Iterable[Entry], *, checked: bool = True) -> ET.Element:
    state = "Qt::Checked" if checked else "Qt::Unchecked"
    group = sub(parent, "layer-tree-group", name=title, checked=state, expanded=str(int(checked)))
    for entry in entries:
        expanded = str(int(entry.layer.shape is Shape.line))
        sub(
            group,
            "layer-tree-layer",
            id=entry.id,
            name=entry.layer.title,
            checked=state,
            expanded=expanded,
            providerKey="ogr",
        )
    return group


def _relations(root: ET.Element, entries: Iterable[Entry]) -> None:
    """Lead every segment and node to its citations, and every citation to its source."""
    relations = sub(root, "relations")
    pairs = [("sources_cited", "table_of_sources", "source")]
    pairs += [(_cites(entry), entry.id, _CITED.get(entry.layer.table, "node")) for entry in _citing(entries)]
    for name, referenced, column in pairs:
        relation = sub(
            relations,
            "relation",
            id=name,
            name="Sources",
            referencingLayer="table_of_citations",
            referencedLayer=referenced,
            strength="Association",
        )
        sub(relation, "fieldRef", referencingField=column, referencedField="id")


def _citing(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if "sources" in columns()[entry.layer.table]]


def _cites(entry: Entry) -> str:
    return f"{entry.id}_cites"


def _map_layer(parent: ET.Element, entry: Entry, atlas: Atlas) -> None:
    layer = entry.layer
    subset = f"|subset={entry.subset}" if entry.subset else ""
    element = _vector(parent, entry.id, f"{entry.source}{subset}", layer.title, _GEOMETRY[layer.shape])
    _metadata(element, layer.description, atlas)
    cited = "sources" in columns()[layer.table]
    element.extend(qml.elements(layer, tip=_LINKS if cited else ""))
    if cited:
        _form(element, entry)


def _table(parent: ET.Element, name: str) -> None:
    element = _vector(parent, f"table_of_{name}", name, name.capitalize(), "No geometry")
    element.extend(qml.fields(name))


def _vector(parent: ET.Element, name: str, source: str, title: str, geometry: str) -> ET.Element:
    spatial = geometry != "No geometry"
    element = sub(
        parent,
        "maplayer",
        type="vector",
        geometry=geometry,
        styleCategories="AllStyleCategories",
        labelsEnabled=str(int(spatial)),
        hasScaleBasedVisibilityFlag="0",
        simplifyDrawingHints=str(int(spatial)),
        simplifyDrawingTol="1",
        readOnly="0",
    )
    sub(element, "id", name)
    sub(element, "datasource", f"./corridors.gpkg|layername={source}")
    sub(element, "layername", title)
    sub(element, "provider", "ogr", encoding="UTF-8")
    if spatial:
        spatial_reference(sub(element, "srs"), WGS84)
    return element


def _metadata(element: ET.Element, description: str, atlas: Atlas) -> None:
    """Describe a layer; QGIS shows these texts as HTML."""
    metadata = sub(element, "resourceMetadata")
    sub(metadata, "title", html.escape(element.findtext("layername", ""), quote=False))
    sub(metadata, "abstract", html.escape(description, quote=False))
    sub(metadata, "license", "Open Database Licence 1.0")
    for credit in atlas.credits:
        sub(metadata, "rights", html.escape(plain(credit), quote=False))


def _form(element: ET.Element, entry: Entry) -> None:
    """Make tabs: what the row says, and its sources with addresses to click."""
    sub(element, "editorlayout", "tablayout")
    form = sub(element, "attributeEditorForm")
    record = _tab(form, "Record", columns="2")
    for name in columns()[entry.layer.table]:
        if name not in {"sources", "note"}:
            sub(record, "attributeEditorField", name=name, showLabel="1")
    sub(_tab(form, "Note"), "attributeEditorField", name="note", showLabel="0")
    relation = sub(
        _tab(form, "Sources"),
        "attributeEditorRelation",
        name=_cites(entry),
        relation=_cites(entry),
        nmRelationId="sources_cited",
        relationWidgetTypeId="relation_editor",
        forceSuppressFormPopup="0",
        showLabel="0",
        label="",
    )
    buttons = sub(relation, "editor_configuration", type="Map")
    sub(buttons, "Option", name="buttons", value="NoButton", type="QString")
    sub(buttons, "Option", name="show_first_feature", value="true", type="bool")


def _tab(form: ET.Element, name: str, *, columns: str = "1") -> ET.Element:
    return sub(form, "attributeEditorContainer", name=name, groupBox="0", columnCount=columns, showLabel="1")


def _settings(root: ET.Element) -> None:
    settings = sub(root, "properties")
    sub(sub(settings, "Paths"), "Absolute", "false", type="bool")
    sub(sub(settings, "SpatialRefSys"), "ProjectionsEnabled", "1", type="int")
    measured = sub(settings, "Measure")
    sub(measured, "Ellipsoid", "EPSG:7030", type="QString")
    units = sub(settings, "Measurement")
    sub(units, "DistanceUnits", "kilometers", type="QString")
    sub(units, "AreaUnits", "km2", type="QString")
    ground, sea = sub(settings, "Gui"), symbols().ground.sea
    for start, part in ((1, "Red"), (3, "Green"), (5, "Blue")):
        sub(ground, f"CanvasColor{part}Part", str(int(sea[start : start + 2], 16)), type="int")


def _bookmarks(root: ET.Element) -> None:
    bookmarks = sub(root, "Bookmarks")
    for name, (west, south, east, north) in BOOKMARKS.items():
        ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
        extent = f"Polygon (({', '.join(f'{lon} {lat}' for lon, lat in ring)}))"
        bookmark = sub(bookmarks, "Bookmark", id=name.lower(), name=name, group=TITLE, extent=extent)
        spatial_reference(bookmark, WGS84)


def _legend(
    atlas: Atlas, by_corridor: Mapping[str, Sequence[Entry]], whole: Sequence[Entry]
) -> list[tuple[str, str]]:
    """List heading and layer of what the legend of the layout shows."""
    lines = [
        (plain(str(atlas.corridors.loc[name, "title_en"])), entry.id)
        for name, entries in by_corridor.items()
        for entry in entries
        if entry.layer.shape is Shape.line
    ]
    return [*lines, *(("Places", entry.id) for entry in whole if entry.layer.name == "nodes")]

"""XML in the forms that QGIS uses over and over: options, colours, coordinate systems, documents."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from pyproj import CRS

QGIS_VERSION = "3.22.16"
"""The oldest QGIS that styles and projects are tested with; newer ones read them too."""

_DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"

_PARAMETERS = {
    "Latitude of 1st standard parallel": "lat_1",
    "Latitude of 2nd standard parallel": "lat_2",
    "Latitude of false origin": "lat_0",
    "Longitude of false origin": "lon_0",
}


def sub(parent: ET.Element, tag: str, content: str = "", **attributes: str) -> ET.Element:
    """
    Add an element.

    Parameters
    ----------
    parent
        The element that gets it.
    tag
        What it is called.
    content
        Its text.
    **attributes
        Its attributes.

    Returns
    -------
    element
        The new element.
    """
    element = ET.SubElement(parent, tag, attributes)
    element.text = content or None
    return element


def properties(parent: ET.Element, options: Mapping[str, str | bool]) -> ET.Element:
    """
    Add a map of options.

    Parameters
    ----------
    parent
        The element that gets the map.
    options
        Name to value.

    Returns
    -------
    element
        The map.
    """
    element = sub(parent, "Option", type="Map")
    for key, value in options.items():
        kind, text = ("bool", str(value).lower()) if isinstance(value, bool) else ("QString", value)
        sub(element, "Option", name=key, value=text, type=kind)
    return element


def plain(text: str) -> str:
    """
    Keep QGIS from working out what stands in a text of data: in labels and legends it runs `[% … %]`.

    Parameters
    ----------
    text
        A name, a title, a publisher.

    Returns
    -------
    text
        The same, readable, without the sign that an expression begins with.

    Examples
    --------
    >>> plain("TAP [% env('HOME') %]")
    "TAP [ % env('HOME') %]"
    """
    return text.replace("[%", "[ %")


def data_defined(parent: ET.Element, tag: str, expressions: Mapping[str, str]) -> None:
    """
    Add properties that follow from the feature.

    Parameters
    ----------
    parent
        The element that gets them.
    tag
        What QGIS calls the element here.
    expressions
        Name of the property to a QGIS expression; an empty one is left out.
    """
    whole = sub(sub(parent, tag), "Option", type="Map")
    sub(whole, "Option", name="name", value="", type="QString")
    each = sub(whole, "Option", name="properties", type="Map")
    for name, expression in expressions.items():
        if expression:
            one = sub(each, "Option", name=name, type="Map")
            sub(one, "Option", name="active", value="true", type="bool")
            sub(one, "Option", name="expression", value=expression, type="QString")
            sub(one, "Option", name="type", value="3", type="int")
    sub(whole, "Option", name="type", value="collection", type="QString")


def spatial_reference(parent: ET.Element, crs: CRS) -> None:
    """
    Add a coordinate system.

    Parameters
    ----------
    parent
        The element that gets it.
    crs
        WGS 84, or Lambert's conformal conic on it.
    """
    element = sub(parent, "spatialrefsys")
    sub(element, "wkt", crs.to_wkt())
    sub(element, "proj4", _proj4(crs))
    sub(element, "srsid", "3452" if crs.is_geographic else "0")
    sub(element, "srid", "4326" if crs.is_geographic else "0")
    sub(element, "authid", "EPSG:4326" if crs.is_geographic else "")
    sub(element, "description", crs.name)
    sub(element, "projectionacronym", "longlat" if crs.is_geographic else "lcc")
    sub(element, "ellipsoidacronym", "EPSG:7030")
    sub(element, "geographicflag", str(crs.is_geographic).lower())


def document(root: ET.Element) -> str:
    """
    Write an element as a QGIS document.

    Parameters
    ----------
    root
        The whole document.

    Returns
    -------
    xml
        Indented, with the head that QGIS expects.
    """
    ET.indent(root)
    return _DOCTYPE + ET.tostring(root, encoding="unicode") + "\n"


def rgba(colour: str) -> str:
    """
    Write a colour as QGIS does.

    Parameters
    ----------
    colour
        `#rrggbb`.

    Returns
    -------
    rgba
        Red, green, blue, opacity, each 0 to 255.

    Examples
    --------
    >>> rgba("#c8102e")
    '200,16,46,255'
    """
    return ",".join(str(int(colour[start : start + 2], 16)) for start in (1, 3, 5)) + ",255"


def _proj4(crs: CRS) -> str:
    """Write the form that old readers fall back on; pyproj's own warns that it may lose something."""
    operation = crs.coordinate_operation
    if operation is None:
        return "+proj=longlat +datum=WGS84 +no_defs"
    numbers = " ".join(
        f"+{_PARAMETERS[one.name]}={one.value:g}" for one in operation.params if one.name in _PARAMETERS
    )
    return f"+proj=lcc {numbers} +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs"

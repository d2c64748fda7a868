"""Leaflet's files and our own page files, read from where they are installed."""

from __future__ import annotations

import base64
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from geo.errors import MissingPackageError

WEB = Path(__file__).parent / "web"
"""Our own template, style sheet and script."""

_PACKAGE = "js_lib_leaflet"


@cache
def leaflet_script() -> str:
    """
    Read Leaflet's script.

    Returns
    -------
    script
        The script, fit to stand inside a page: no source map, no closing tag.

    Raises
    ------
    MissingPackageError
        If the package that carries Leaflet is not installed.
    """
    script = _leaflet_file("leaflet.js").read_text(encoding="utf-8")
    return re.sub(r"//# sourceMappingURL=.*", "", script).replace("</script", "<\\/script")


@cache
def leaflet_style() -> str:
    """
    Read Leaflet's style sheet.

    Returns
    -------
    style
        The style sheet, with its images inside as data.

    Raises
    ------
    MissingPackageError
        If the package that carries Leaflet is not installed.
    """
    style = _leaflet_file("leaflet.css").read_text(encoding="utf-8")
    return re.sub(r"url\(([\"']?)(images/[\w-]+\.png)\1\)", _as_data, style)


def own(name: str) -> str:
    """
    Read one of our own page files.

    Parameters
    ----------
    name
        `page.html`, `page.css` or `page.js`.

    Returns
    -------
    text
        The file.
    """
    return (WEB / name).read_text(encoding="utf-8")


def _as_data(match: re.Match[str]) -> str:
    image = base64.b64encode(_leaflet_file(match[2]).read_bytes()).decode("ascii")
    return f"url(data:image/png;base64,{image})"


def _leaflet_file(name: str) -> Path:
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise MissingPackageError("Leaflet: not installed; pip install django-js-lib-leaflet")
    [file] = Path(spec.submodule_search_locations[0]).rglob(f"**/{name}")
    return file

"""One self-contained document: template, styles and scripts inside, nothing else allowed in."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from layers.symbols import corridor_colour, symbols
from maps import assets

NOTEBOOK_HEIGHT_PX = 620
"""Height of a page inside a notebook."""


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
    html: str = field(repr=False)

    def save(self, file: str | Path) -> None:
        """
        Write the page.

        Parameters
        ----------
        file
            Where to; an older file is replaced.
        """
        Path(file).write_text(self.html, encoding="utf-8", newline="\n")

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{html.escape(self.html, quote=True)}" title="{html.escape(self.name)}" '
            'sandbox="allow-scripts allow-popups allow-downloads allow-modals" '
            f'style="width:100%;height:{NOTEBOOK_HEIGHT_PX}px;border:0"></iframe>'
        )


def document(
    template: str, *, styles: Sequence[str], scripts: Sequence[str], images: str = "", values: dict[str, Any]
) -> str:
    """
    Fill a template.

    Parameters
    ----------
    template
        One of our own files, see `assets.own`; it may include others.
    styles, scripts
        What the document holds; each is allowed by its hash, and no other.
    images
        Where pictures may be fetched from, besides the document itself; nowhere if empty.
    values
        What the template asks for. Text is escaped unless it is `Markup`.

    Returns
    -------
    html
        The same bytes for the same arguments, on any day and any machine.
    """
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(assets.own),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    return environment.get_template(template).render(
        policy=_policy(styles, scripts, images),
        styles=[Markup(style) for style in styles],
        scripts=[Markup(code) for code in scripts],
        **values,
    )


def colours(corridors: Sequence[str] = ()) -> str:
    """
    Write the colours of `symbols.toml` as variables of a style sheet.

    Parameters
    ----------
    corridors
        Identifiers of more corridors, that `symbols.toml` may not know.

    Returns
    -------
    style
        `--corridor-<id>` and `--mode-<mode>`, for light and dark ground.
    """
    table = symbols()
    names = dict.fromkeys([*table.corridor, *corridors])
    light = {f"--corridor-{name}": corridor_colour(name) for name in names}
    dark = {f"--corridor-{name}": corridor_colour(name, dark=True) for name in names}
    light |= {f"--mode-{mode.value}": symbol.colour for mode, symbol in table.mode.items()}
    dark |= {f"--mode-{mode.value}": symbol.dark for mode, symbol in table.mode.items()}
    return "\n".join(
        f"{selector} {{ {' '.join(f'{name}: {colour};' for name, colour in named.items())} }}"
        for selector, named in ((":root", light), (":root[data-theme=dark]", dark))
    )


def _policy(styles: Sequence[str], scripts: Sequence[str], images: str) -> str:
    """Allow the document's own scripts and styles, by hash."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(_hash(code) for code in scripts)}",
            f"style-src {' '.join(_hash(style) for style in styles)}",
            f"img-src data: {images}".rstrip(),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"

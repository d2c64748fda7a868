"""`python -m tests.pictures`: makes the README's pictures anew, with Chromium and QGIS."""

from __future__ import annotations

import io
import json
import os
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

import layers
from maps import outputs
from tests.conftest import QGIS_PYTHON, ROOT
from tests.maps.browser import chromium, opened, page_file


def main() -> None:
    """Build into a folder that is thrown away, and take the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        outputs.write_all(layers.read(), out)
        for name in ("index", "serbia", "compare", "brief"):
            photograph_page(page_file(out, name), ROOT / "docs" / f"{name}.png")
        render_in_qgis(out / "corridors.qgz", ROOT / "docs" / "qgis.png")


def photograph_page(file: Path, picture: Path) -> None:
    """Take the page at desktop size, in few colours: a map needs no more."""
    with chromium() as browser, opened(browser, file) as page:
        whole = Image.open(io.BytesIO(page.screenshot()))
    whole.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(picture, optimize=True)


def render_in_qgis(file: Path, picture: Path) -> None:
    """Open the project and render what it shows."""
    asked = {"project": str(file), "picture": str(picture), "size": [1200, 560]}
    environment = os.environ | {"XDG_RUNTIME_DIR": str(file.parent), "HOME": str(file.parent)}
    probe = ROOT / "tests" / "layers" / "qgis_probe.py"
    subprocess.run(
        [QGIS_PYTHON, str(probe)],
        input=json.dumps(asked),
        text=True,
        check=True,
        capture_output=True,
        env=environment,
    )


if __name__ == "__main__":
    main()

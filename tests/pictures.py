"""`python -m tests.pictures`: makes the README's pictures anew, with Chromium and QGIS."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path

import layers
from maps import outputs
from tests.conftest import QGIS_PYTHON, ROOT
from tests.maps.browser import chromium, opened


def main() -> None:
    """Build into a folder that is thrown away, and take both pictures."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        outputs.write_all(layers.read(), out)
        photograph_page(
            out / "maps" / "southern_gas_corridor.html", ROOT / "docs" / "southern_gas_corridor.png"
        )
        render_in_qgis(out / "corridors.qgz", ROOT / "docs" / "qgis.png")


def photograph_page(file: Path, picture: Path) -> None:
    """Take the page at desktop size."""
    with chromium() as browser, opened(browser, file) as page:
        page.screenshot(path=picture)


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

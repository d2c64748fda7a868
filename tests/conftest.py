"""Fixtures that more than one folder of tests uses."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pandas as pd
import pytest

import layers
from layers.reader import CATALOGUE
from maps import outputs

collect_ignore = ["layers/qgis_probe.py"]  # run by QGIS's own Python

QGIS_PYTHON = "/usr/bin/python3"
INSTALL_QGIS = "apt-get install -y --no-install-recommends python3-qgis qgis-providers"

ROOT = Path(__file__).parents[1]

ANOTHER_DAY = "2027-02-01 03:04:05"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="Take the present outputs as the golden ones.")


@pytest.fixture(scope="session")
def atlas() -> layers.Atlas:
    """The project's own catalogue, read and checked."""
    return layers.read()


@pytest.fixture(scope="session")
def kept() -> pd.DataFrame:
    """The golden table of the corridors, whose figures a person has read, by corridor."""
    return pd.read_csv(ROOT / "tests" / "golden" / "corridors.csv", index_col="corridor")


@pytest.fixture(scope="session")
def built(atlas: layers.Atlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that `corridors build` writes."""
    out = tmp_path_factory.mktemp("build")
    outputs.write_all(atlas, out)
    return out


@pytest.fixture(scope="session")
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that QGIS may use; skips where there is no QGIS."""
    command = [QGIS_PYTHON, "-c", "import qgis.core"]
    found = subprocess.run(command, capture_output=True, check=False).returncode == 0
    need("QGIS", found=found, install=INSTALL_QGIS)
    folder = tmp_path_factory.mktemp("runtime")
    folder.chmod(0o700)
    return folder


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A copy of the project's catalogue that a test may break."""
    return Path(shutil.copytree(CATALOGUE, tmp_path / "catalogue"))


@pytest.fixture(scope="session")
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether golden outputs are to be replaced."""
    return bool(request.config.getoption("--accept"))


def need(client: str, *, found: bool, install: str) -> None:
    """Skip a test whose client is missing; on the build server that is a failure."""
    if found:
        return
    message = f"{client} is not installed: {install}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def run_elsewhere(*arguments: object) -> None:
    """Run Python on another day, in another time zone and locale, and with another hash seed."""
    found = shutil.which("faketime") is not None
    need("faketime", found=found, install="apt-get install -y --no-install-recommends faketime")
    other = {"PYTHONHASHSEED": "77", "TZ": "Asia/Baku", "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    command = ["faketime", ANOTHER_DAY, sys.executable, *map(str, arguments)]
    subprocess.run(command, check=True, env=os.environ | other)


def need_package(name: str, *, extra: str) -> None:
    """Need a package that an extra installs."""
    need(name, found=find_spec(name) is not None, install=f'pip install "corridors[{extra}]"')


@pytest.fixture(scope="module")
def browser():
    """A Chromium without a network; skipped where it is missing."""
    from tests.maps.browser import chromium  # takes `need` from here

    with chromium() as started:
        yield started

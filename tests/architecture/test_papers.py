"""What stands beside the code: the citation, the reference made of docstrings."""

import datetime
import os
import re
import subprocess
import sys
import tomllib

import pytest
import yaml

from tests.conftest import ROOT, need_package

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_citation_has_what_its_schema_asks_for():
    """Citation File Format 1.2.0: the required keys, and those that tools read."""
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert cited["cff-version"] == "1.2.0"
    assert cited["type"] == "software"
    assert all(isinstance(cited[key], str) and cited[key] for key in ("message", "title", "abstract"))
    assert all(author.get("name") or author.get("family-names") for author in cited["authors"])
    assert (str(cited["version"]), cited["keywords"]) == (project["version"], project["keywords"])
    assert cited["license"] in project["license"]
    assert isinstance(cited.get("date-released", datetime.date.min), datetime.date)


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    """The README's command, for the package with the most functions that users call."""
    need_package("pdoc", extra="docs")
    [command] = re.findall(r"\.venv/bin/(pdoc .*) -o build/docs geo layers maps", README)
    out = tmp_path_factory.mktemp("docs")
    arguments = [*command.split(), "-o", str(out), "geo"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-m", *arguments], check=True, capture_output=True, env=environment, cwd=out
    )
    return out


def test_every_public_function_is_in_the_reference(reference):
    for module in (ROOT / "geo").glob("[!_]*.py"):
        page = (reference / "geo" / f"{module.stem}.html").read_text(encoding="utf-8")
        public = re.findall(r"^def ([a-z]\w*)", module.read_text(encoding="utf-8"), re.MULTILINE)
        assert not [name for name in public if f'id="{name}"' not in page]


def test_the_reference_tells_units_errors_and_examples(reference):
    page = (reference / "geo" / "lines.html").read_text(encoding="utf-8")
    told = re.search(r'id="length_km".*?id="densify"', page, re.DOTALL)[0]
    for part in ("Parameters", "Returns", "Raises", "CoordinateSystemError", "Examples", "111.319"):
        assert part in told
    assert not re.search(r"\b0x[0-9a-f]{8,}", page), "an address in memory differs from run to run"

"""A version's layers and pages, kept in the repository."""

import json
import shutil
import subprocess
import sys
import zipfile

import pytest

from geo.errors import DefinitionError, OutputError
from layers.reader import CATALOGUE
from maps import release
from tests.conftest import ROOT

LOG = "# Change log\n\n## 1.2.3 – 2026-11-22\n"


@pytest.fixture
def repository(tmp_path):
    """The least that a repository needs to release."""
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.2.3"\n', encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text(LOG, encoding="utf-8")
    return tmp_path


@pytest.fixture
def few_outputs(monkeypatch, atlas):
    """Build one corridor only: which files a build writes is tested elsewhere."""
    from maps import outputs

    monkeypatch.setattr(
        release, "write_all", lambda atlas, out: outputs.write_all(atlas, out, only=["black_sea_cable"])
    )


@pytest.mark.usefixtures("few_outputs")
def test_a_release_keeps_layers_and_pages_and_says_which(repository, atlas):
    old = repository / "maps" / "html" / "gone.html"
    old.parent.mkdir(parents=True)
    old.write_text("a page of the version before", encoding="utf-8")
    made = release.write(atlas, repository, CATALOGUE)
    assert (repository / "layers" / "geojson" / "black_sea_cable.qml").exists()
    assert (repository / "maps" / "html" / "black_sea_cable.html").exists()
    assert not old.exists()
    assert release.recorded(repository) == made
    assert json.loads((repository / release.RECORD).read_text(encoding="utf-8"))["version"] == "1.2.3"
    assert release.write(atlas, repository, CATALOGUE) == made


def test_pages_that_lie_together_find_one_another(tmp_path):
    maps = tmp_path / "maps"
    maps.mkdir()
    (maps / "index.html").write_text('<a href="../brief.html" data-short="">', encoding="utf-8")
    (tmp_path / "brief.html").write_text('<a href="maps/index.html" data-short="">', encoding="utf-8")
    (tmp_path / "brief_sr.md").write_text("brief.html#at=sofaz", encoding="utf-8")
    release.together(tmp_path)
    assert (maps / "index.html").read_text(encoding="utf-8") == '<a href="brief.html" data-short="">'
    assert (maps / "brief.html").read_text(encoding="utf-8") == '<a href="index.html" data-short="">'
    assert (maps / "brief_sr.md").exists()


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        pytest.param("pyproject.toml", '[project]\nversion = "1.2.3.dev0"\n', "under way", id="under way"),
        pytest.param("CHANGELOG.md", "## 1.2.3 – unreleased\n", "## 1.2.3 – year-month-day", id="no date"),
        pytest.param(
            "layers/geojson/release.json",
            '{"version": "1.2.3", "as_of": "2026-01-01", "catalogue": "other"}',
            "set a new version",
            id="released already",
        ),
    ],
)
def test_what_cannot_be_released_says_why_and_writes_nothing(repository, atlas, file, text, message):
    (repository / file).parent.mkdir(parents=True, exist_ok=True)
    (repository / file).write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionError, match=message):
        release.write(atlas, repository, CATALOGUE)
    assert not (repository / "maps").exists()


def test_elsewhere_is_no_checkout(tmp_path):
    with pytest.raises(OutputError, match="no checkout"):
        release.version_of(tmp_path)


def test_the_fingerprint_hears_of_every_file_and_of_no_line_ends(tmp_path, catalogue):
    assert release.fingerprint(catalogue) == release.fingerprint(CATALOGUE)
    other = shutil.copytree(catalogue, tmp_path / "other")
    nodes = other / "nodes.csv"
    nodes.write_bytes(nodes.read_bytes().replace(b"\n", b"\r\n"))
    assert release.fingerprint(other) == release.fingerprint(CATALOGUE)
    nodes.rename(other / "nodes2.csv")
    assert release.fingerprint(other) != release.fingerprint(CATALOGUE)


def test_what_the_repository_keeps_is_of_its_version():
    """Between releases the catalogue goes on under a version of its own, and the kept files say theirs."""
    kept = release.recorded(ROOT)
    assert kept is not None, "nothing released yet: corridors release"
    if kept.version == release.version_of(ROOT):
        message = (
            f"layers/geojson and maps/html are of {kept.version}; the catalogue has changed since. Set "
            'the next version in pyproject.toml, with ".dev0" until you call: corridors release'
        )
        assert kept.catalogue == release.fingerprint(CATALOGUE), message


def test_a_wheel_runs_with_the_catalogue_inside_and_without_the_kept_files(tmp_path):
    """Built from the sources as they stand, unpacked, and run from another folder."""
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), str(ROOT)], check=True
    )
    (wheel,) = tmp_path.glob("corridors-*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        packed.extractall(tmp_path / "installed")
    assert "layers/catalogue/nodes.csv" in names
    assert not [name for name in names if name.startswith(("layers/geojson", "maps/html", "tests"))]
    code = (
        "import sys; sys.path.insert(0, 'installed'); import maps.cli; "
        "assert 'installed' in maps.__file__; maps.cli.app()"
    )
    subprocess.run(
        [sys.executable, "-c", code, "build", "--only", "black_sea_cable", "--out", "out"],
        cwd=tmp_path,
        check=True,
    )
    assert (tmp_path / "out" / "maps" / "black_sea_cable.html").exists()

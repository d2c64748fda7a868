"""The README's worked example, as it stands there: from an empty file to a page."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT

BLOCK = re.compile(r"`(layers/catalogue/[\w/.]+)`[^`]*?:\n\n```(\w+)\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def section():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return text.split("## Add a corridor\n")[1].split("\n## ")[0]


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """What a user has after cloning: the three packages."""
    folder = tmp_path_factory.mktemp("clone")
    for package in ("geo", "layers", "maps"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def run(clone, command):
    """Run a command of the README; `open` finds no browser to open."""
    arguments = command.removeprefix(".venv/bin/corridors ").split()
    return subprocess.run(
        [sys.executable, "-m", "maps.cli", *arguments],
        cwd=clone,
        env=os.environ | {"PYTHONPATH": str(clone), "BROWSER": "true"},
        capture_output=True,
        text=True,
        check=False,
    )


def put(file, text):
    """Write a new file, add to the end of one that is there, or below the headings that the text names."""
    if not file.exists() or not file.read_text(encoding="utf-8"):
        file.write_text(text, encoding="utf-8")
    elif text.startswith("["):
        whole = file.read_text(encoding="utf-8")
        for heading, rows in re.findall(r"(\[\w+\]\n)((?:\w.*\n)+)", text):
            assert heading in whole
            whole = whole.replace(heading, heading + rows)
        file.write_text(whole, encoding="utf-8")
    else:
        with file.open("a", encoding="utf-8") as end:
            end.write(text)


@pytest.fixture(scope="module")
def done(section, clone):
    """Every command of the README by its text, with the answer; `empty` is asked of the empty file."""
    [name, *_] = re.findall(r"`(layers/catalogue/corridors/\w+\.toml)`", section)
    (clone / name).touch()
    answers = {"empty": run(clone, "check")}
    for file, _, text in BLOCK.findall(section):
        put(clone / file, text)
    [commands] = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    return answers | {command: run(clone, command) for command in commands.splitlines()}


def test_an_empty_file_says_what_is_missing(done, section):
    [said] = re.findall(r"```\n(layers/.*?)```", section, re.DOTALL)
    assert done["empty"].returncode == 1
    assert done["empty"].stderr == said


def test_every_command_works(done):
    failed = {name: answer.stderr for name, answer in done.items() if name != "empty" and answer.returncode}
    assert not failed
    assert len(done) == 5


def test_there_is_a_page_and_a_layer(done, clone):
    page = (clone / "build" / "maps" / "belgrade_bar.html").read_text(encoding="utf-8")
    assert "--corridor-belgrade_bar: #0f766e" in page
    layer = json.loads((clone / "build" / "layers" / "belgrade_bar.geojson").read_text(encoding="utf-8"))
    found = {row["properties"]["id"]: row["properties"]["length_km"] for row in layer["features"]}
    assert set(found) == {"belgrade_vrbnica", "vrbnica_bar"}
    assert 300 < sum(found.values()) < 476, "shorter than the track, as its note says"

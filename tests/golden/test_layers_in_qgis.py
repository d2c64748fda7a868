"""What QGIS draws of every layer file and of the project: one process renders all, kept at half the size."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from layers.reader import CATALOGUE
from layers.symbols import symbols
from tests.golden.likeness import check, differing_pct
from tests.layers.test_qgis import probe

PICTURES = Path(__file__).parent / "qgis"
MOST_PCT = 0.2
"""Share of squares that may differ."""
NAMES_MOST_PCT = 1.0
"""The same with names: QGIS takes layers in the order of their addresses, so some move from run to run."""
MOST_NAMES = 3
"""Names that one run finds room for and another does not."""
SIZE_PX = (1280, 720)
STORED = ("segments", "nodes", "serbian_transit_nodes", "countries")
SINGLE = (
    *sorted(file.stem for file in (CATALOGUE / "corridors").glob("*.toml")),
    "nodes",
    "serbian_transit_nodes",
)
ADDRESSES = {f"gpkg_{name}": f"corridors.gpkg|layername={name}" for name in STORED}
ADDRESSES |= {f"geojson_{name}": f"layers/{name}.geojson" for name in SINGLE}
NAMED = "project"
NAMES = PICTURES / "project_names.txt"
DRAWN = (NAMED, "project_without_names", *ADDRESSES)


@pytest.fixture(scope="module")
def rendered(runtime, built, tmp_path_factory):
    folder = tmp_path_factory.mktemp("rendered")
    answer = probe(
        runtime,
        project=built / "corridors.qgz",
        picture=folder / "project.png",
        layers=[built / address for address in ADDRESSES.values()],
        pictures=[folder / f"{name}.png" for name in ADDRESSES],
        size=SIZE_PX,
    )
    (folder / NAMES.name).write_text("\n".join(answer["names"]) + "\n", encoding="utf-8")
    assert not answer["messages"], "QGIS has something to complain"
    plain = folder / "project_without_names.png"
    probe(runtime, project=built / "corridors.qgz", picture=plain, size=SIZE_PX, labels=False)
    return folder


def halved(file):
    return Image.open(file).convert("RGB").resize([edge // 2 for edge in SIZE_PX], Image.Resampling.LANCZOS)


@pytest.mark.parametrize("name", DRAWN)
def test_qgis_draws_the_golden_picture(rendered, accept, name):
    most_pct = NAMES_MOST_PCT if name == NAMED else MOST_PCT
    check(halved(rendered / f"{name}.png"), PICTURES / f"{name}.webp", most_pct=most_pct, accept=accept)


def test_qgis_finds_room_for_the_names(rendered, accept):
    found = (rendered / NAMES.name).read_text(encoding="utf-8")
    if accept:
        NAMES.write_text(found, encoding="utf-8")
    kept = set(NAMES.read_text(encoding="utf-8").splitlines())
    assert len(kept ^ set(found.splitlines())) <= MOST_NAMES


def test_a_missing_corridor_is_a_difference(rendered):
    whole = np.asarray(halved(rendered / "project.png"))
    colour = symbols().corridor["middle_corridor"]
    ink = [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
    near = np.abs(whole.astype(int) - ink).max(axis=2) < 90
    without = Image.fromarray(np.where(near[..., None], np.uint8(247), whole))
    assert differing_pct(without, Image.fromarray(whole)) > MOST_PCT


def test_no_picture_is_kept_for_nothing():
    assert {file.stem for file in PICTURES.glob("*.webp")} == set(DRAWN)

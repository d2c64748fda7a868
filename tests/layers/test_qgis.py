"""Real QGIS opens our files: types, counts, styles, lengths, and what it draws."""

import json
import os
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from layers.symbols import line_symbol
from layers.write import geopackage, qml
from tests.conftest import need

INSTALL = "apt-get install -y --no-install-recommends python3-qgis qgis-providers"
QGIS_PYTHON = "/usr/bin/python3"


@pytest.fixture(scope="module")
def runtime(tmp_path_factory):
    found = (
        subprocess.run([QGIS_PYTHON, "-c", "import qgis.core"], capture_output=True, check=False).returncode
        == 0
    )
    need("QGIS", found=found, install=INSTALL)
    folder = tmp_path_factory.mktemp("runtime")
    folder.chmod(0o700)
    return folder


def probe(runtime, layers, picture=None):
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(runtime),
        "XDG_RUNTIME_DIR": str(runtime),
        "LC_ALL": "C.UTF-8",
    }
    asked = json.dumps({"layers": [str(layer) for layer in layers], "picture": picture and str(picture)})
    script = Path(__file__).with_name("qgis_probe.py")
    done = subprocess.run(
        [QGIS_PYTHON, str(script)], input=asked, capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def seen(runtime, built):
    addresses = {
        "geojson": built / "layers" / "southern_gas_corridor.geojson",
        "nodes": built / "layers" / "nodes.geojson",
        "gpkg": f"{built / 'corridors.gpkg'}|layername=segments",
        "gpkg nodes": f"{built / 'corridors.gpkg'}|layername=nodes",
    }
    answer = probe(runtime, addresses.values())
    return dict(zip(addresses, answer["layers"], strict=True)), answer["messages"]


@pytest.mark.parametrize(
    ("layer", "geometry"), [("geojson", 1), ("gpkg", 1), ("nodes", 0), ("gpkg nodes", 0)]
)
def test_opens_styled_and_labelled(seen, atlas, layer, geometry):
    found = seen[0][layer]
    assert (found["valid"], found["geometry"], found["crs"]) == (True, geometry, "EPSG:4326")
    own = atlas.segments[atlas.segments["corridor"] == "southern_gas_corridor"]
    expected = {"geojson": own, "gpkg": atlas.segments, "nodes": atlas.nodes, "gpkg nodes": atlas.nodes}
    assert found["count"] == len(expected[layer])
    assert (found["renderer"], found["labels"]) == ("RuleRenderer", True)


@pytest.mark.parametrize("layer", ["geojson", "gpkg"])
def test_types_and_nulls(seen, atlas, layer):
    fields = seen[0][layer]["fields"]
    assert fields["since"].startswith("Integer")
    assert (fields["length_km"], fields["as_of"], fields["name"]) == ("Real", "Date", "String")
    shown = atlas.segments.loc[list(seen[0][layer]["km"])]
    assert seen[0][layer]["nulls"] == shown["since"].isna().sum()


@pytest.mark.parametrize("layer", ["geojson", "gpkg"])
def test_ellipsoidal_length_equals_ours(seen, atlas, layer):
    """QgsDistanceArea on EPSG:7030; GeoJSON has five decimals, so a long line may differ by metres."""
    for name, kilometres in seen[0][layer]["km"].items():
        allowed = 1e-9 if layer == "gpkg" else 2e-5
        assert kilometres == pytest.approx(atlas.segments.loc[name, "length_km"], rel=allowed, abs=allowed)


def test_qgis_has_nothing_to_complain(seen):
    assert not seen[1]


def test_every_status_is_drawn_as_the_symbol_table_says(runtime, atlas, tmp_path):
    statuses = ["operating", "suspended", "under_construction", "planned", "proposed"]
    own = atlas.segments[atlas.segments["corridor"] == "southern_gas_corridor"]
    sample = own.iloc[: len(statuses)].assign(status=statuses)
    layer = geopackage.Layer(sample, "segments", "LineString", "sample", qml.segments_qml(sample))
    geopackage.write({"segments": layer}, tmp_path / "sample.gpkg", as_of="2026-01-01")
    [rules] = probe(runtime, [f"{tmp_path / 'sample.gpkg'}|layername=segments"])["legend"]
    found = {rule["filter"].split("'")[-2]: rule for rule in rules}
    for status in statuses:
        symbol = line_symbol(corridor="southern_gas_corridor", mode="gas_pipeline", status=status)
        assert found[status]["colour"] == symbol.colour
        assert found[status]["dash"] == pytest.approx(symbol.dash_mm)


def test_the_picture_shows_the_corridor(runtime, built, tmp_path):
    """Red pixels from edge to edge: the style is not only there, it draws."""
    picture = tmp_path / "picture.png"
    probe(runtime, [built / "layers" / "southern_gas_corridor.geojson"], picture)
    red, green, blue = np.moveaxis(np.asarray(Image.open(picture).convert("RGB")) / 255, -1, 0)
    drawn = (abs(red - 0.784) < 0.05) & (abs(green - 0.063) < 0.08) & (abs(blue - 0.18) < 0.08)
    columns = np.flatnonzero(drawn.any(axis=0))
    assert columns.min() < 60
    assert columns.max() > 940
    assert len(columns) > 800

"""Real QGIS opens our files: types, counts, headings, styles, lengths, the project, and what it draws."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from layers.columns import columns, heading
from layers.symbols import GroundSymbol, LineSymbol, NodeSymbol, symbols
from layers.write import contents
from maps import outputs
from tests.conftest import QGIS_PYTHON

GEOMETRY = {"Point": 0, "LineString": 1, "MultiPolygon": 2}


def probe(runtime, **asked):
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(runtime),
        "XDG_RUNTIME_DIR": str(runtime),
        "LC_ALL": "C.UTF-8",
    }
    script = Path(__file__).with_name("qgis_probe.py")
    done = subprocess.run(
        [QGIS_PYTHON, str(script)],
        input=json.dumps(asked, default=str),
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def expected(atlas):
    """Every layer of every file: where QGIS finds it, and what we wrote."""
    whole = {layer.name: layer for layer in contents.contents(atlas, outputs.transit_table(atlas))}
    files = {f"corridors.gpkg|layername={name}": layer for name, layer in whole.items()}
    files |= {f"layers/{name}.geojson": contents.segments(atlas, name) for name in atlas.corridors.index}
    return files | {
        f"layers/{name}.geojson": layer for name, layer in whole.items() if layer.shape == "Point"
    }


@pytest.fixture(scope="module")
def seen(runtime, built, expected):
    answer = probe(runtime, layers=[built / address for address in expected])
    assert not answer["messages"], "QGIS has something to complain"
    return dict(zip(expected, answer["layers"], strict=True))


@pytest.fixture(scope="module")
def moved(runtime, built, tmp_path_factory):
    """The project, opened in a folder that is not the one it was written to; its layout; its picture."""
    folder = tmp_path_factory.mktemp("elsewhere") / "moved folder ć"
    folder.mkdir()
    for name in ("corridors.gpkg", "corridors.qgz"):
        shutil.copy(built / name, folder)
    return folder, probe(
        runtime,
        project=folder / "corridors.qgz",
        pdf=folder / "layout.pdf",
        picture=folder / "project.png",
        size=[3600, 1680],
        dpi=288,
    )


def test_every_layer_opens_with_its_type_and_all_rows(seen, expected):
    for address, layer in expected.items():
        found = seen[address]
        assert found["valid"], address
        assert (found["geometry"], found["crs"]) == (GEOMETRY[layer.shape], "EPSG:4326"), address
        assert found["count"] == len(layer.features), address
        assert (found["renderer"], found["labels"]) == ("RuleRenderer", True), address


def test_types_headings_and_nulls(seen, expected):
    names = {"text": "String", "number": "Real", "integer": "Integer", "date": "Date"}
    for address, layer in expected.items():
        for name, column in columns()[layer.table].items():
            untyped = "geojson" in address and layer.features[name].isna().all()  # GeoJSON cannot say of what
            if not untyped:
                assert seen[address]["fields"][name].startswith(names[column.type]), (address, name)
            assert seen[address]["aliases"][name] == heading(name, column), (address, name)
        if layer.table == "segments":
            assert seen[address]["nulls"]["since"] == layer.features["since"].isna().sum(), address


def test_ellipsoidal_length_equals_ours(seen, expected):
    """QgsDistanceArea on EPSG:7030; GeoJSON has five decimals, so a long line may differ by metres."""
    for address, layer in expected.items():
        allowed = 1e-9 if "gpkg" in address else 2e-5
        if layer.table == "segments":
            for name, kilometres in seen[address]["km"].items():
                own = layer.features.loc[name, "length_km"]
                assert kilometres == pytest.approx(own, rel=allowed, abs=allowed), (address, name)


def test_geopackage_has_spatial_indices(seen):
    # 2 is QgsFeatureSource.SpatialIndexPresent
    assert {found["indexed"] for address, found in seen.items() if "gpkg" in address} == {2}


def test_legend_is_the_one_of_the_symbol_table(seen, expected):
    for address, layer in expected.items():
        rules = {rule["label"]: rule for rule in seen[address]["legend"]}
        assert list(rules) == [rule.label for rule in layer.rules], address
        for rule in layer.rules:
            drawn = rules[rule.label]
            assert drawn["filter"] == rule.where, address
            match rule.symbol:
                case LineSymbol(colour=colour, dash_mm=dash):
                    assert (drawn["colour"], drawn["dash"]) == (colour, pytest.approx(dash))
                case NodeSymbol(fill=colour) | GroundSymbol(land=colour):
                    assert drawn["colour"] == colour


def test_labels_are_those_of_the_layer(seen, expected):
    for address, layer in expected.items():
        label = seen[address]["label"]
        assert (label["field"], label["shown"]) == (layer.labels.field, layer.labels.shown), address
        assert label["font"] == "DejaVu Sans", address


def test_project_opens_where_it_was_moved_to(moved, atlas):
    _, answer = moved
    project = answer["project"]
    assert (project["read"], project["error"], answer["messages"]) == (True, "", [])
    assert not [name for name, layer in project["layers"].items() if not layer["valid"]]
    assert not project["unplaced"]
    assert all(project["relations"].values())
    assert re.match(r"Lambert conformal conic [\d.]+/[\d.]+, \d+ E", project["crs"])
    assert list(project["groups"])[: len(atlas.corridors)] == list(atlas.corridors["title_en"])


def test_bookmarks_show_what_they_are_called(moved, atlas):
    places = {
        "Serbia": ("belgrade", "nis"),
        "Caspian": ("sangachal", "aktau"),
        "Gulf": ("jebel_ali", "fujairah"),
    }
    found = moved[1]["project"]["bookmarks"]
    assert list(found) == list(places)
    for name, nodes in places.items():
        west, south, east, north = found[name]
        for node in nodes:
            place = atlas.nodes.geometry[node]
            assert west < place.x < east, (name, node)
            assert south < place.y < north, (name, node)


def test_addresses_of_sources_are_links_in_the_form(moved):
    layers = moved[1]["project"]["layers"]
    assert layers["table_of_sources"]["widgets"]["address"] == "ExternalResource"
    assert layers["table_of_sources"]["aliases"]["address"] == heading(
        "address", columns()["sources"]["address"]
    )


def test_project_has_a_group_for_each_corridor(moved, atlas):
    project = moved[1]["project"]
    for corridor, title in atlas.corridors["title_en"].items():
        layers = project["groups"][title]
        lines, dots = project["layers"][layers["Lines"]], project["layers"][layers["Places"]]
        assert lines["count"] == len(atlas.segments_of(corridor))
        assert dots["count"] == len(atlas.nodes_of(corridor))
        assert lines["aliases"]["length_km"] == "Length (km)"
        assert project["forms"][layers["Lines"]] == ["Record", "Note", "Sources"]


def test_dots_are_drawn_over_lines_over_countries(moved):
    project = moved[1]["project"]
    kinds = [project["layers"][name]["geometry"] for name in project["order"]]
    assert kinds == sorted(kinds)


def test_map_tip_links_to_the_sources(moved, atlas):
    project = moved[1]["project"]
    tip = project["tips"]["segments_of_southern_gas_corridor"]
    first = atlas.segments_of("southern_gas_corridor").sort_values("id").iloc[0]
    assert f"<b>{first['name']}</b>" in tip
    for source in first["sources"].split(";"):
        assert f'<a href="{atlas.sources.loc[source, "address"]}">' in tip


def test_project_inside_the_geopackage(runtime, built):
    inside = f"geopackage:{built / 'corridors.gpkg'}?projectName=Corridors"
    answer = probe(runtime, project=inside)
    assert (answer["project"]["read"], answer["messages"]) == (True, [])
    assert not [name for name, layer in answer["project"]["layers"].items() if not layer["valid"]]


def test_print_layout_is_an_a3_page(moved):
    folder, answer = moved
    assert answer["exported"] == 0  # QgsLayoutExporter.Success
    page = re.search(rb"/MediaBox \[([\d. ]+)\]", (folder / "layout.pdf").read_bytes())
    width, height = (float(edge) / 72 * 25.4 for edge in page[1].split()[2:])
    assert (width, height) == pytest.approx((420, 297), abs=0.5)


def test_the_picture_shows_every_corridor(moved):
    """Pixels of each colour: the style is not only there, it draws."""
    pixels = np.asarray(Image.open(moved[0] / "project.png").convert("RGB")).astype(int)
    for corridor, colour in symbols().corridor.items():
        ink = [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
        assert (np.abs(pixels - ink).max(axis=-1) < 16).sum() > 60, corridor

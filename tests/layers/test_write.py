"""Files: valid, with their types, the same bytes twice, never half written."""

import csv
import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest

from geo.errors import OutputError
from layers.reader import CATALOGUE
from layers.write import contents, qml, staging, tables
from maps import outputs
from tests.conftest import ANOTHER_DAY, run_elsewhere

CORRIDORS = sorted(file.stem for file in (CATALOGUE / "corridors").glob("*.toml"))
POINTS = ["nodes", "serbian_transit_nodes"]
TABLES = [
    "lengths",
    "corridors",
    "published",
    "transit_nodes",
    "comparisons",
    "flows",
    "claims",
    "scenarios",
    "sources",
]
PROMISED = sorted(
    ["corridors.gpkg", "corridors.qgz", "datapackage.json", "maps/index.html", "SHA256SUMS"]
    + ["brief.html", "brief.md", "brief_sr.md", "brief_az.md"]
    + [f"layers/{name}.{ending}" for name in [*CORRIDORS, *POINTS] for ending in ("geojson", "qml")]
    + [f"maps/{name}.html" for name in [*CORRIDORS, "compare", "serbia"]]
    + [f"tables/{name}.csv" for name in TABLES]
)


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_all_promised_files_are_there_and_no_other(built):
    assert files(built) == PROMISED


@pytest.mark.parametrize("name", [*CORRIDORS, *POINTS])
def test_geojson_is_rfc_7946(built, name):
    content = json.loads((built / "layers" / f"{name}.geojson").read_text(encoding="utf-8"))
    assert "crs" not in content
    for feature in content["features"]:
        assert all(
            isinstance(value, (str, int, float, bool, type(None))) for value in feature["properties"].values()
        )
        text = json.dumps(feature["geometry"]["coordinates"])
        assert all(len(part.split(".")[1].rstrip("], ")) <= 5 for part in text.split(",") if "." in part)


def test_what_was_written_is_read_back(built, atlas):
    for file, layer in (("layers/southern_gas_corridor.geojson", None), ("corridors.gpkg", "segments")):
        read = gpd.read_file(built / file, layer=layer).set_index("id")
        own = atlas.segments.loc[read.index]
        assert (read["length_km"] - own["length_km"]).abs().max() < 0.0006
        assert list(read["since"].isna()) == list(own["since"].isna())
        assert list(read["note"]) == list(own["note"])


def test_geopackage_has_types_styles_and_one_time(built, atlas):
    with closing(sqlite3.connect(built / "corridors.gpkg")) as database:
        types = {row[1]: row[2] for row in database.execute("PRAGMA table_info(segments)")}
        styles = database.execute(
            "SELECT f_table_name, f_table_schema, useAsDefault FROM layer_styles"
        ).fetchall()
        times = {row[0] for row in database.execute("SELECT last_change FROM gpkg_contents")}
        registered = dict(database.execute("SELECT table_name, data_type FROM gpkg_contents"))
    assert (types["since"], types["length_km"], types["as_of"]) == ("INTEGER", "REAL", "DATE")
    assert [name for name, *_ in styles] == ["segments", "nodes", "serbian_transit_nodes", "countries"]
    assert {tuple(rest) for _, *rest in styles} == {("", 1)}
    assert times == {f"{atlas.as_of}T00:00:00.000Z"}
    assert {name: registered.pop(name) for name, *_ in styles} == {name: "features" for name, *_ in styles}
    assert registered == dict.fromkeys(["sources", "citations", "layer_styles"], "attributes")


def test_elsewhere_it_is_another_day():
    run_elsewhere("-c", f"import datetime; assert str(datetime.date.today()) == '{ANOTHER_DAY[:10]}'")


def test_the_same_inputs_give_the_same_bytes(built, tmp_path):
    """Another process, day, folder, hash seed, time zone and locale."""
    out = tmp_path / "elsewhere"
    run_elsewhere("-m", "maps.cli", "build", "--out", out)
    for name in PROMISED:
        one, other = (hashlib.sha256((folder / name).read_bytes()).hexdigest() for folder in (built, out))
        assert one == other, name


def test_building_again_replaces_and_keeps_what_is_not_ours(atlas, tmp_path):
    outputs.write_all(atlas, tmp_path, only=["turkstream"])
    first = files(tmp_path)
    (tmp_path / "maps" / "my-notes.txt").write_text("keep me", encoding="utf-8")
    page = tmp_path / "maps" / "turkstream.html"
    page.write_text("old", encoding="utf-8")
    [remark] = outputs.write_all(atlas, tmp_path, only=["turkstream"])
    assert remark.endswith("turkstream.html: changed since it was written; kept as turkstream.kept.html")
    assert files(tmp_path) == sorted([*first, "maps/my-notes.txt", "maps/turkstream.kept.html"])
    assert page.stat().st_size > 100_000


def fail_half_way(out):
    with staging.staged(out) as aside:
        (aside / "a.txt").write_text("half", encoding="utf-8")
        raise RuntimeError


def test_a_failed_build_leaves_the_former_outputs(tmp_path):
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError):
        fail_half_way(tmp_path)
    assert files(tmp_path) == ["a.txt"]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "old"


def test_an_output_folder_that_is_a_file(tmp_path):
    (tmp_path / "out").write_text("", encoding="utf-8")
    with (
        pytest.raises(OutputError, match="cannot write here: File exists; choose another folder with --out"),
        staging.staged(tmp_path / "out"),
    ):
        pass


@pytest.mark.parametrize("cell", ["=1+1", "+49", "-3", "@x", "\tx", "＝1+1"])
def test_no_cell_runs_as_a_formula(atlas, tmp_path, cell):
    file = tmp_path / "sources.csv"
    tables.write(atlas.sources.assign(note=cell), file, to="sources")
    with file.open(encoding="utf-8", newline="") as handle:
        assert {row["note"] for row in csv.DictReader(handle)} == {f"'{cell}"}


def test_missing_numbers_are_empty_cells(built):
    table = pd.read_csv(built / "tables" / "lengths.csv", keep_default_na=False)
    row = table[table["line"] == "Bulgarian network"].iloc[0]
    assert row["published_length_km"] == ""
    assert "Natural Earth" in row["boundaries"]


def test_style_has_one_rule_for_each_corridor_mode_and_status(atlas):
    table = {
        "corridor": "imec",
        "mode": ["rail", "rail", "sea"],
        "status": ["proposed", "suspended", "operating"],
    }
    segments = atlas.segments.iloc[:3].assign(**table, corridors="imec")
    corridors = atlas.corridors.iloc[:1].assign(id="imec").set_index("id", drop=False)
    style = qml.text(contents.segments(replace(atlas, segments=segments, corridors=corridors), "imec"))
    assert style.count("<rule ") == 3
    assert 'name="customdash" value="0.1;1.3"' in style
    assert style.count('class="MarkerLine"') == 2, "what is suspended is crossed by bars, a railway by ties"


def test_staging_is_gone_afterwards(built):
    assert not [path for path in Path(built).iterdir() if path.name.startswith(".")]

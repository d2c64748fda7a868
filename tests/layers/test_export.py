"""Other stores: every row is read back, what is lost is said, the bytes are the same on any day."""

import hashlib
from dataclasses import replace

import geopandas as gpd
import pyogrio
import pytest

from geo.errors import OutputError, UnknownNameError
from layers.columns import columns
from layers.write import contents, export
from maps import outputs
from tests.conftest import run_elsewhere

ENDINGS = (".fgb", ".parquet", ".kml", ".shp")


@pytest.fixture(scope="module")
def layers(atlas):
    return contents.contents(atlas, outputs.transit_table(atlas))


@pytest.fixture(scope="module")
def exported(atlas, layers, tmp_path_factory):
    folder = tmp_path_factory.mktemp("exported")
    return {ending: export.write(layers, folder / f"c{ending}", as_of=atlas.as_of) for ending in ENDINGS}


def read(row):
    if row.file.suffix == ".parquet":
        return gpd.read_parquet(row.file)
    return gpd.read_file(row.file, layer=row.layer if row.file.suffix == ".kml" else None)


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_row_is_read_back_where_it_was(exported, layers, ending):
    for layer, row in zip(layers, exported[ending], strict=True):
        found = read(row)
        assert len(found) == row.features == len(layer.features), row
        assert found.crs.to_epsg() == 4326 or found.crs.to_authority() == ("OGC", "CRS84")
        assert found.total_bounds == pytest.approx(layer.features.total_bounds, abs=1e-5)


@pytest.mark.parametrize("ending", [".fgb", ".parquet", ".shp"])
def test_figures_and_nulls_are_read_back(exported, layers, ending):
    found, names = read(exported[ending][0]), export.short_names("segments")
    names = names if ending == ".shp" else {name: name for name in names}
    found, own = found.set_index("id"), layers[0].features
    assert (found["length_km"] - own["length_km"]).abs().max() < 0.001
    assert found["since"].isna().sum() == own["since"].isna().sum()
    assert set(found.columns) | {"id"} == {*names.values(), "geometry"}


def test_geoparquet_keeps_every_type(exported):
    types = read(exported[".parquet"][0]).dtypes.astype(str)
    assert (types["since"], types["length_km"], types["as_of"]) == (
        "Int64",
        "Float64",
        "date32[day][pyarrow]",
    )
    assert exported[".parquet"][0].lost == ""


def test_kml_is_one_file_of_all_layers(exported, layers):
    assert len({row.file for row in exported[".kml"]}) == 1
    assert [name for name, _ in pyogrio.list_layers(exported[".kml"][0].file)] == [
        layer.name for layer in layers
    ]


def test_losses_of_a_shapefile_are_said(exported):
    lost = exported[".shp"][0].lost
    assert "published_length_km is published_" in lost
    assert "texts cut to 254 bytes" in lost
    assert "no units" in lost


def test_a_text_is_cut_between_letters(layers, tmp_path, atlas):
    """254 bytes are 127 letters of two bytes; 253 and a letter of two are cut to 253."""
    some = layers[0].features.iloc[:1].assign(note="a" + "š" * 200)
    [row] = export.write([replace(layers[0], features=some)], tmp_path / "one.shp", as_of=atlas.as_of)
    assert read(row)["note"].item() == "a" + "š" * 126
    assert "1 texts cut" in row.lost


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """All exports, by another process on another day."""
    folder = tmp_path_factory.mktemp("elsewhere")
    program = (
        "import sys, layers; from maps import outputs\n"
        "atlas = layers.read()\n"
        "for file in sys.argv[1:]: outputs.export(atlas, file, database=False)"
    )
    run_elsewhere("-c", program, *(folder / f"c{ending}" for ending in ENDINGS))
    return folder


def test_the_same_bytes_on_another_day(exported, elsewhere):
    here = exported[ENDINGS[0]][0].file.parent
    names = {file.name for file in here.iterdir()}
    assert names == {file.name for file in elsewhere.iterdir()}
    for name in names:
        one, other = ((folder / name).read_bytes() for folder in (here, elsewhere))
        assert hashlib.sha256(one).digest() == hashlib.sha256(other).digest(), name


def test_the_day_in_a_shapefile_is_that_of_the_data(exported, atlas):
    year, month, day = (int(part) for part in atlas.as_of.split("-"))
    for row in exported[".shp"]:
        assert row.file.with_suffix(".dbf").read_bytes()[1:4] == bytes([year - 1900, month, day])


@pytest.mark.parametrize("table", columns())
def test_short_names_differ(table):
    names = export.short_names(table)
    assert len(set(names.values())) == len(names)
    assert all(len(name) <= 10 for name in names.values())


def test_unknown_ending_and_layer(atlas, layers, tmp_path):
    with pytest.raises(
        UnknownNameError, match=r"'\.shq': no such format of an export; did you mean \"\.shp\""
    ):
        export.write(layers, tmp_path / "c.shq", as_of=atlas.as_of)
    with pytest.raises(UnknownNameError, match='did you mean "segments"'):
        outputs.export(atlas, str(tmp_path / "c.kml"), only=["segmets"], database=False)


def test_a_folder_that_is_a_file(atlas, layers, tmp_path):
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="File exists"):
        export.write(layers, tmp_path / "out" / "c.fgb", as_of=atlas.as_of)

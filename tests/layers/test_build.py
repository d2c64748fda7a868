"""Definition to tables: columns, order, what a line passes on to its segments, shared segments."""

import pandas as pd
import pytest

import layers
from layers import build
from layers.columns import columns
from layers.reader import CATALOGUE, read_definition

PROMISED = {
    "segments": """
        id corridor corridors role name line mode status country from_node to_node operator since
        capacity capacity_unit
        length_km published_length_km deviation_pct alignment_method accuracy_km sources note as_of
    """,
    "nodes": "id name name_sr name_az country kind role corridors lon lat sources note as_of",
}


@pytest.mark.parametrize("table", PROMISED)
def test_promised_columns_come_first_and_in_order(atlas, table):
    promised = PROMISED[table].split()
    assert list(columns()[table])[: len(promised)] == promised
    assert set(promised) <= set(getattr(atlas, table).columns)


def test_a_segment_takes_from_its_line_what_it_does_not_say(atlas):
    east, gap = (atlas.segments.loc[name] for name in ("tanap_tercan_eskisehir", "tanap_pasinler_tercan"))
    assert east["capacity"] == gap["capacity"] == 16
    assert (east["alignment_method"], gap["alignment_method"]) == ("traced", "schematic")
    assert gap["note"].startswith("The open route has a gap")


def test_lines_are_densified_to_25_km(atlas):
    chord = atlas.segments.geometry["jvari_tskaltubo"]
    assert len(chord.coords) == 4


def test_missing_figures_are_missing_and_not_zero(atlas):
    row = atlas.segments.loc["bulgaria_south_ring"]
    assert pd.isna(row["since"])
    assert pd.isna(row["capacity"])
    assert pd.isna(row["published_length_km"])


def test_a_shared_segment_serves_both_corridors(catalogue):
    own = catalogue / "corridors" / "southern_gas_corridor.toml"
    text = own.read_text(encoding="utf-8")
    head = text[text.index("[title]") : text.index("[[line]]")]
    line = text[text.index('[[line]]\nname = "MG-09') : text.index('[[line]]\nname = "Serbian backbone"')]
    own.write_text(text.replace(line, ""), encoding="utf-8")
    top = 'as_of = 2026-11-22\nmain = ["mg09_nis_paracin", "ibs_serbia"]\nshared = ["ibs_serbia"]\n'
    (catalogue / "corridors" / "another.toml").write_text(top + head + line, encoding="utf-8")
    atlas = layers.read(catalogue)
    assert atlas.segments.loc["ibs_serbia", "corridors"] == "southern_gas_corridor;another;serbian_network"
    assert atlas.segments.loc["mg09_nis_paracin", "corridors"] == "another;serbian_network"
    assert atlas.nodes.loc["trupale", "corridors"] == "another;serbian_network;southern_gas_corridor"


def test_tables_do_not_depend_on_the_working_directory(tmp_path, monkeypatch, atlas):
    monkeypatch.chdir(tmp_path)
    definition, _ = read_definition(CATALOGUE)
    pd.testing.assert_frame_equal(build.sources(definition), atlas.sources)

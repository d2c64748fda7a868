"""Files that users bring: formats, coordinate systems, mixed and broken content."""

import geopandas as gpd
import pytest
from shapely import GeometryCollection, LineString, MultiLineString, Point, box

from geo.errors import DefinitionError
from layers import linefile, survey

NIS_SOFIA = LineString([(21.9, 43.32), (23.32, 42.70)])


@pytest.fixture
def table():
    return gpd.GeoDataFrame({"name": ["Niš–Sofia"]}, geometry=[NIS_SOFIA], crs="EPSG:4326")


@pytest.mark.parametrize("ending", ["geojson", "gpkg", "shp", "fgb", "parquet"])
def test_formats_give_the_same_lengths(table, tmp_path, ending):
    file = tmp_path / f"lines.{ending}"
    table.to_parquet(file) if ending == "parquet" else table.to_file(file)
    parts, remarks = survey.measure([file])
    assert remarks == ()
    assert parts.set_index("country")["length_km"].round(1).to_dict() == {"BG": 53.5, "RS": 81.2}
    assert parts["line"].unique().tolist() == ["Niš–Sofia"]


def test_another_coordinate_system_is_converted_and_said(table, tmp_path):
    table.to_crs("EPSG:3857").to_file(tmp_path / "web.gpkg")
    parts, remarks = survey.measure([tmp_path / "web.gpkg"])
    assert parts["length_km"].sum() == pytest.approx(134.7, abs=0.1)
    assert "converted from WGS 84 / Pseudo-Mercator to WGS 84" in remarks[0]


def test_mixed_geometry_keeps_the_lines_and_says_what_else(tmp_path):
    mixed = [Point(20, 44), box(20, 44, 21, 45), GeometryCollection([Point(0, 0), NIS_SOFIA]), None]
    heights = MultiLineString([[(20, 44, 100), (21, 44, 200)]])
    gpd.GeoDataFrame(geometry=[*mixed, heights], crs="EPSG:4326").to_parquet(tmp_path / "mixed.parquet")
    problems = []
    table = linefile.table_of(tmp_path / "mixed.parquet", layer=None, problems=problems)
    found = linefile.lines_of(table, tmp_path / "mixed.parquet", problems=problems)
    assert not problems
    assert found.lines.index.tolist() == ["3", "5"]
    assert not found.lines.has_z.any()
    assert linefile.counted(found.passed_over) == "2 points, 1 polygon, 1 without geometry"


@pytest.mark.parametrize(
    ("name", "make", "expected"),
    [
        ("none.gpkg", lambda file: None, "cannot be read"),
        ("text.geojson", lambda file: file.write_text("{", encoding="utf-8"), "cannot be read"),
        ("points.geojson", lambda file: gpd.GeoSeries([Point(0, 0)], crs=4326).to_file(file), "has no lines"),
        (
            "bare.shp",
            lambda file: gpd.GeoSeries([NIS_SOFIA]).to_file(file),
            "no coordinate system; set it in QGIS",
        ),
        (
            "swapped.gpkg",
            lambda file: gpd.GeoSeries([LineString([(40, 140), (41, 141)])], crs=4326).to_file(file),
            r"line 1 = \[40, 140\]: not a longitude and latitude; are they swapped",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_what_cannot_be_measured_says_why(tmp_path, name, make, expected):
    make(tmp_path / name)
    with pytest.raises(DefinitionError, match=expected):
        survey.measure([tmp_path / name])


def test_several_layers_need_a_choice(table, tmp_path):
    file = tmp_path / "two.gpkg"
    table.to_file(file, layer="gas")
    table.to_file(file, layer="oil")
    with pytest.raises(DefinitionError, match="has several layers; choose one with --layer: gas, oil"):
        survey.measure([file])
    with pytest.raises(
        DefinitionError, match='layer = "gaz": no such layer; did you mean "gas"\\?; it has gas, oil'
    ):
        survey.measure([file], layer="gaz")
    assert len(survey.measure([file], layer="oil")[0]) == 2


def test_problems_of_all_files_come_at_once(tmp_path):
    (tmp_path / "a.geojson").write_text("{", encoding="utf-8")
    with pytest.raises(DefinitionError) as caught:
        survey.measure([tmp_path / "a.geojson", tmp_path / "b.geojson"])
    assert len(caught.value.problems) == 2

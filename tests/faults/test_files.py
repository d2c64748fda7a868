"""Files that users bring: what cannot be measured or shown is said, what can be is."""

from __future__ import annotations

import csv
import json
import os

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from shapely import GeometryCollection, LineString, MultiLineString, MultiPoint, Point, Polygon

from geo.errors import CorridorsError
from maps.cli.frame import BUG
from maps.overlay import overlay_facts
from maps.text import clean

with np.errstate(invalid="ignore"):
    NOWHERE = LineString([(21, 44), (np.nan, 45)])
    HIGH = LineString([(21, 44, 100), (22, 45, np.nan)])
NIS_SOFIA = LineString([(21.9, 43.32), (23.32, 42.70)])


def geojson(*geometries, **members):
    """A collection of features, written out by hand so that it may be wrong."""
    features = ", ".join(
        f'{{"type": "Feature", "properties": {{}}, "geometry": {one}}}' for one in geometries
    )
    more = "".join(f', "{key}": {value}' for key, value in members.items())
    return f'{{"type": "FeatureCollection", "features": [{features}]{more}}}'


def line(coordinates):
    return f'{{"type": "LineString", "coordinates": {coordinates}}}'


def saved(file_name, *shapes, crs="EPSG:4326", **columns):
    """A file that geopandas writes."""

    def write(folder):
        table = gpd.GeoDataFrame(columns, geometry=list(shapes), crs=crs)
        file = folder / file_name
        table.to_parquet(file) if file_name.endswith("parquet") else table.to_file(file)
        return file.read_bytes()

    return write


def broken(make, change):
    return lambda folder: change(make(folder))


def plain_parquet(folder):
    pd.DataFrame({"a": [1]}).to_parquet(folder / "plain.parquet")
    return (folder / "plain.parquet").read_bytes()


LAUGHS = '<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><kml><Document><name>&b;</name></Document></kml>'
VRT = '<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>'
OUTSIDE = "not a longitude and latitude; are they swapped, or is the coordinate system wrong?"

FILES = {
    "empty": ("a.geojson", b"", "cannot be read: "),
    "empty parquet": ("a.parquet", b"", "cannot be read: "),
    "empty package": ("a.gpkg", b"", "cannot be read: "),
    "text": ("a.geojson", b"hello", "cannot be read: "),
    "picture": ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(64), "cannot be read: "),
    "cut GeoJSON": ("a.geojson", geojson(line("[[21, 44], [22, 45]]"))[:-12], "cannot be read: "),
    "cut package": ("a.gpkg", broken(saved("x.gpkg", NIS_SOFIA), lambda data: data[:5000]), ""),
    "cut parquet": ("a.parquet", broken(saved("x.parquet", NIS_SOFIA), lambda data: data[:-40]), "cannot be read: "),
    "cut FlatGeobuf": ("a.fgb", broken(saved("x.fgb", NIS_SOFIA), lambda data: data[:300]), ""),
    "zeros in a package": ("a.gpkg", broken(saved("x.gpkg", NIS_SOFIA), lambda data: data[:9000] + bytes(len(data) - 9000)), ""),
    "parquet without geometry": ("a.parquet", plain_parquet, "cannot be read: "),
    "parquet that is GeoJSON": ("a.parquet", geojson(line("[[21, 44], [22, 45]]")), "cannot be read: "),
    "lone part of a shapefile": ("a.shp", broken(saved("x.shp", NIS_SOFIA), bytes), ""),
    "UTF-16": ("a.geojson", geojson(line("[[21, 44], [22, 45]]")).encode("utf-16"), "cannot be read: "),
    "TopoJSON of nonsense": ("a.json", '{"type": "Topology", "objects": {"a": {"type": "LineString", "arcs": [[[7]]]}}, "arcs": [[1, 2], 3]}', ""),
    "nested": ("a.geojson", "[" * 100_000, "cannot be read: "),
    "entities": ("a.kml", LAUGHS, ""),
    "a file that names others": ("a.vrt", VRT, "cannot be read: it names other files; measure those"),
    "the same under another name": ("a.geojson", VRT, "cannot be read: it names other files; measure those"),
    "table": ("a.csv", "name,km\nA,1\n", "has no lines; measure needs lines"),
    "no features": ("a.geojson", geojson(), "has no lines; measure needs lines"),
    "null geometry": ("a.geojson", geojson("null"), "file = 1 without geometry: has no lines; measure needs lines"),
    "empty line": ("a.geojson", geojson(line("[]")), "file = 1 without geometry: has no lines"),
    "empty collection": ("a.geojson", geojson('{"type": "GeometryCollection", "geometries": []}'), "has no lines"),
    "line of no length": ("a.geojson", geojson(line("[[21, 44], [21, 44]]")), "has no lines; measure needs lines"),
    "points": ("a.geojson", geojson('{"type": "Point", "coordinates": [21, 44]}'), "file = 1 point: has no lines"),
    "one vertex": ("a.geojson", geojson(line("[[21, 44]]")), ""),
    "infinite": ("a.geojson", geojson(line("[[21, 44], [1e999, 45]]")), ""),
    "not a number": ("a.geojson", geojson(line("[[21, 44], [NaN, 45]]")), ""),
    "swapped": ("a.geojson", geojson(line("[[44, 121], [45, 122]]")), f"line 1 = [44, 121]: {OUTSIDE}"),
    "metres": ("a.geojson", geojson(line("[[2371000, 5412000], [2596000, 5272000]]")), f"line 1 = [2.371e+06, 5.412e+06]: {OUTSIDE}"),
    "infinite parquet": ("a.parquet", saved("x.parquet", LineString([(21, 44), (np.inf, 45)])), f"line 1 = [inf, 45]: {OUTSIDE}"),
    "not a number in parquet": ("a.parquet", saved("x.parquet", NOWHERE), f"line 1 = [nan, 45]: {OUTSIDE}"),
    "no coordinate system": ("a.parquet", saved("x.parquet", NIS_SOFIA, crs=None), "no coordinate system; set it in QGIS, or with ogr2ogr"),
    "hostile name of a line": ("a.parquet", saved("x.parquet", LineString([(21, 144), (22, 145)]), name=["\x1b[31m[red]\u202e"]), r"line \x1b[31m[red]\u202e = [21, 144]"),
}  # fmt: skip


def brought(folder, name, content):
    content = content(folder) if callable(content) else content
    (folder / "own").mkdir()
    file = folder / "own" / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


@pytest.mark.filterwarnings("ignore:'crs' was not provided", "ignore::RuntimeWarning")
@pytest.mark.parametrize("name", FILES)
def test_what_cannot_be_measured_is_said(run, tmp_path, name):
    name, content, expected = FILES[name]
    file = brought(tmp_path, name, content)
    result = run("measure", file)
    assert (result.exit_code, result.stdout) == (1, ""), result.output
    assert f"{file}: 1 problem" in result.stderr
    assert expected in result.stderr
    assert BUG not in result.stderr
    assert "\x1b" not in result.stderr


PATHS = {
    "no file": (lambda folder: folder / "none.gpkg", "no such file"),
    "a folder": (lambda folder: folder, "cannot be read: "),
    "a pipe": (lambda folder: os.mkfifo(folder / "pipe") or folder / "pipe", "not a file"),
    "a device": (lambda _: "/dev/zero", "not a file"),
    "an address": (lambda _: "https://example.org/a.geojson", "no such file"),
    "GDAL's own network": (lambda _: "/vsicurl/https://example.org/a.geojson", "no such file"),
    "a database": (lambda _: "PG:dbname=postgres", "no such file"),
    "content for a name": (lambda _: geojson(line("[[21, 44], [22, 45]]")), "no such file"),
    "a name too long": (lambda folder: folder / f"{'x' * 300}.gpkg", "no such file"),
    "nothing": (lambda _: "", "cannot be read: "),
    "a bare suffix": (lambda folder: folder / ".parquet", "no such file"),
    "hostile name": (lambda folder: folder / "\x1b[31m[red].gpkg", r"\x1b[31m[red].gpkg: 1 problem"),
    "no UTF-8 in its name": (lambda folder: os.fsdecode(os.fsencode(folder) + b"/\xff.gpkg"), r"\udcff.gpkg: 1 problem"),
}  # fmt: skip


@pytest.mark.parametrize("engine", ["local", "dask"])
@pytest.mark.parametrize("name", PATHS)
def test_what_is_no_file_is_said(run, tmp_path, name, engine):
    make, expected = PATHS[name]
    result = run("measure", make(tmp_path), "--engine", engine)
    assert (result.exit_code, result.stdout) == (1, ""), result.output
    assert expected in result.stderr
    assert BUG not in result.stderr


FINE = {
    "a million vertices": LineString(np.column_stack([np.linspace(20, 23, 1_000_000), np.full(1_000_000, 44.0)])),
    "over the date line": LineString([(179.5, 60), (-179.5, 60)]),
    "counted on beyond 180": LineString([(179.5, 60), (180.5, 60)]),
    "through the pole": LineString([(0, 89), (0, 90), (180, 89)]),
    "with heights": HIGH,
    "among others": GeometryCollection([Point(0, 0), MultiLineString([NIS_SOFIA, NIS_SOFIA])]),
}  # fmt: skip


@pytest.mark.parametrize("name", FINE)
def test_what_can_be_measured_is(run, tmp_path, name):
    file = tmp_path / "a.parquet"
    gpd.GeoDataFrame({"name": ["[/red]=\x1b[31m"]}, geometry=[FINE[name]], crs="EPSG:4326").to_parquet(file)
    result = run("measure", file, "--by", "line,line,country", "--format", "json")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)[0]["line"] == "[/red]=\x1b[31m"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("[/red]x", "[/red]x"),
        ("[link=https://example.org]x[/link]", "[link=https://example.org]x[/link]"),
        ("a\x1b[31mb\x07", "a[31mb"),
        ("a\x9b31mb", "a31mb"),
        ("a\u202eb", "ab"),
        ("=1+1", "=1+1"),
        ("\tx", "x"),
    ],
)
def test_a_name_is_text_in_a_terminal_and_in_a_spreadsheet(run, tmp_path, name, shown):
    file = tmp_path / "a.parquet"
    gpd.GeoDataFrame({"name": [name]}, geometry=[NIS_SOFIA], crs="EPSG:4326").to_parquet(file)
    printed = {
        form: run("measure", file, "--by", "line", "--format", form) for form in ("table", "csv", "json")
    }
    assert {result.exit_code for result in printed.values()} == {0}
    assert not set("".join(result.output for result in printed.values())) & set("\x1b\x07\x9b\u202e")
    assert f"{shown} " in printed["table"].stdout
    [_, row] = csv.reader(printed["csv"].stdout.splitlines())
    assert row[0].removeprefix("'") == clean(name)
    assert not row[0].startswith(("=", "+", "-", "@", "\t"))
    assert json.loads(printed["json"].stdout)[0]["line"] == name


def frame(*shapes, crs="EPSG:4326", **columns):
    return gpd.GeoDataFrame(columns, geometry=list(shapes), crs=crs)


REFUSED = {
    "no table": (None, "a GeoDataFrame is asked for; geopandas.read_file makes one"),
    "a path": ("a.gpkg", "a GeoDataFrame is asked for; geopandas.read_file makes one"),
    "a table without geometry": (pd.DataFrame({"a": [1]}), "a GeoDataFrame is asked for; geopandas.read_file makes one"),
    "a geometry that was taken out": (gpd.GeoDataFrame({"a": [1]}), "no geometry; name its column"),
    "no coordinate system": (frame(NIS_SOFIA, crs=None), "overlay: no coordinate system"),
    "infinite": (frame(Point(1, 1), LineString([(21, 44), (np.inf, 45)])), "row 1 = [inf, 45]: not a longitude and latitude"),
    "not a number": (frame(NOWHERE), "row 0 = [nan, 45]: not a longitude and latitude"),
    "metres called degrees": (frame(Point(2371000, 5412000)), "row 0 = [2.371e+06, 5.412e+06]: not a longitude and latitude"),
    "metres off the earth": (frame(Point(1e30, 1e30), crs="EPSG:32634"), "row 0 = [inf, inf]: not a longitude and latitude"),
    "too large for a page": (frame(LineString(np.column_stack([np.linspace(0, 90, 300_000), np.random.default_rng(1).random(300_000)]))), "vertices: a page holds"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_layer_that_no_page_can_hold_says_why(name):
    layer, expected = REFUSED[name]
    with pytest.raises(CorridorsError) as caught:
        overlay_facts(layer)
    assert expected in str(caught.value)


DOUBLED = frame(Point(20, 44), a=[1], b=[2]).set_axis(["a", "a", "geometry"], axis=1)
TAKEN = {
    "nothing at all": frame(),
    "columns of one name": DOUBLED.set_geometry("geometry"),
    "columns of numbers": frame(Point(20, 44)).assign(x=1).rename(columns={"x": 7}),
    "values of all kinds": frame(
        *[Point(20, 44)] * 9,
        a=pd.Series([None, pd.NA, pd.NaT, [], {}, np.array([1, 2]), b"\xff", 1e308, "\ud800"], dtype=object),
    ),
    "empty and nothing": frame(None, Point(), LineString(), GeometryCollection([GeometryCollection([])])),
    "collections in collections": frame(GeometryCollection([GeometryCollection([MultiPoint([(1, 2), (3, 4)]), NIS_SOFIA])])),
    "a bow tie": frame(Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])),
    "no area": frame(Polygon([(0, 0), (0, 0), (0, 0)])),
    "round the world": frame(LineString([(-180, 0), (180, 0)]), shapely.box(-180, -90, 180, 90)),
    "in metres": frame(Point(500_000, 4_900_000), crs="EPSG:32634"),
}  # fmt: skip


@pytest.mark.parametrize("name", TAKEN)
def test_a_layer_that_is_odd_is_shown(name):
    facts = overlay_facts(TAKEN[name])
    json.dumps(facts, allow_nan=False).encode("utf-8")
    assert all(len(one["values"]) == len(facts["columns"]) for one in facts["features"])

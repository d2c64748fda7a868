"""Figures for print: size, projection, names that keep off lines, the same bytes twice, greyscale."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
import shapely
from matplotlib.collections import LineCollection
from matplotlib.text import Text
from PIL import Image
from pyproj import Geod

import maps
from geo.errors import UnknownNameError
from layers.symbols import NodeSymbol, node_symbol
from maps import captions, figure_ground, figures, lettering, sheet
from tests.conftest import run_elsewhere


@pytest.fixture(scope="module", params=[180.0, 85.0], ids=["two columns", "one column"])
def drawn(request, atlas):
    return maps.figure(atlas, "southern_gas_corridor", width_mm=request.param)


def test_size_on_paper(drawn, tmp_path):
    width, height = drawn.drawing.get_size_inches() * 25.4
    drawn.save(tmp_path / "figure.png")
    with Image.open(tmp_path / "figure.png") as picture:
        assert picture.size == pytest.approx((width / 25.4 * 300, height / 25.4 * 300), abs=1.5)
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert round(width) in {180, 85}
    assert height < 1.2 * width


def strokes(axes):
    """The corridor's lines, millimetres."""
    found = []
    for collection in axes.collections:
        if isinstance(collection, LineCollection) and 20 <= collection.get_zorder() < 50:
            found += [shapely.LineString(part) for part in collection.get_segments()]
    return shapely.union_all(found)


def names(axes):
    """Names beside what they name, and their boxes, millimetres."""
    texts = [text for text in axes.findobj(Text) if text.get_text() and text.get_zorder() == 60]
    return {text.get_text(): figure_ground.boxes(axes, [text], clear_mm=0) for text in texts}


def test_names_keep_off_lines_and_off_one_another(drawn):
    axes = drawn.drawing.axes[1]
    line, boxes = strokes(axes), names(axes)
    assert {"Sangachal", "Shah Deniz", "Melendugno", "TANAP", "TAP"} <= set(boxes)
    for name, box in boxes.items():
        assert not box.intersects(line), name
        others = [other for also, other in boxes.items() if also != name]
        assert not box.intersects(shapely.union_all(others)), name


@pytest.mark.parametrize(
    ("other", "passes"), [((3.0, 0.2), True), ((3.0, 2.0), False), ((1.0, 0.2), False)], ids=str
)
def test_no_line_from_a_name_runs_over_another_dot(other, passes):
    """From (0, 0) to a name at (5, 0); what touches the dot itself cannot be helped."""
    name = lettering.Name("here", 0.0, 0.0, 7.0, "#000000")
    leader = shapely.LineString([(5, 0), (0, 0)])
    assert lettering._passes(leader, name, np.array([(0.0, 0.0), other])) == passes


def test_no_letter_is_too_small_for_print(drawn):
    """5 points, as publishers of journals ask for."""
    sizes = {text.get_size() for text in drawn.drawing.findobj(Text) if text.get_text()}
    assert min(sizes) >= 5


@pytest.mark.parametrize("width_mm", [180.0, 85.0])
def test_no_dot_covers_another(atlas, width_mm):
    """The map of all corridors has the most; dots may touch, but the middle of each is seen."""
    laid = sheet.sheet(atlas.segments.clip_by_rect(*atlas.extent_of()), width_mm=width_mm)
    look = figures.Look(scale=0.8, size_pt=7.0)
    shown = figures._shown(atlas.nodes, laid, atlas.ends_of(), look)
    assert {"mundra", "lianyungang", "moscow"} <= set(shown["id"])
    radius = shown["kind"].map(lambda kind: node_symbol(kind).size_mm).to_numpy() / 2 * look.scale
    places = laid.on_paper(shown.geometry.to_numpy())
    for number, place in enumerate(places[:-1], start=1):
        assert (shapely.distance(places[number:], place) > radius[number:]).all()


def test_what_looks_the_same_is_one_entry_of_the_legend(atlas):
    entries = captions.legend(atlas, atlas.segments, set(atlas.nodes["kind"]), "en", size_pt=7)
    words = [" ".join(entry.lines) for entry in entries]
    assert {"sea route, ferry", "storage, LNG terminal"} <= set(words)
    dots = [entry.symbol for entry in entries if isinstance(entry.symbol, NodeSymbol)]
    assert len({(symbol.size_mm, symbol.fill) for symbol in dots}) == len(dots)


def test_every_name_is_inside_the_map(drawn):
    axes = drawn.drawing.axes[1]
    frame = shapely.box(0, 0, axes.get_xlim()[1], axes.get_ylim()[1])
    for text in axes.findobj(Text):
        if text.get_text():
            box = figure_ground.boxes(axes, [text], clear_mm=0)
            assert frame.buffer(0.2).contains(box), text.get_text()


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", {"Southern Gas Corridor", "Türkiye", "Status", "operating", "gas pipeline"}),
        ("sr", {"Južni gasni koridor", "Turska", "Stanje", "u pogonu", "gasovod"}),
        ("az", {"Cənub Qaz Dəhlizi", "Türkiyə", "Vəziyyət", "işləyir", "qaz kəməri"}),
    ],
)
def test_languages(atlas, language, texts):
    drawing = maps.figure(atlas, "southern_gas_corridor", width_mm=120, language=language).drawing
    shown = {text.get_text().replace(lettering.SPACED, "") for text in drawing.findobj(Text)}
    assert {figure_ground.upper(text, language) for text in texts} <= {
        figure_ground.upper(text, language) for text in shown
    }


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "as of {0}-{1}-{2}"), ("sr", "stanje na dan {2}. {1}. {0}."), ("az", "{2}.{1}.{0} tarixinə")],
)
def test_the_day_is_written_in_the_language_of_the_figure(atlas, language, said):
    lines = captions.sources(atlas, language, starred=False, width_mm=1000, size_pt=5)
    assert lines[-1].endswith(said.format(*atlas.as_of.split("-")))


def test_scale_bar_is_a_geodesic(atlas):
    """Both ends of the bar, brought back to the earth, are as far apart as it says."""
    laid = sheet.sheet(atlas.segments_of("southern_gas_corridor").geometry, width_mm=180)
    kilometres, length = sheet.scale_bar(laid, most_mm=34)
    x, y = laid.width_mm / 2, laid.height_mm / 2
    (lon, lat), (lon_2, lat_2) = laid._to_earth(np.array([[x - length / 2, y], [x + length / 2, y]]))
    assert Geod(ellps="WGS84").inv(lon, lat, lon_2, lat_2)[2] / 1000 == pytest.approx(kilometres, rel=2e-3)


def test_a_line_is_seen_in_greyscale(drawn, tmp_path):
    """Half of the columns of a grey print have something much darker than the ground."""
    drawn.save(tmp_path / "figure.png")
    grey = np.asarray(Image.open(tmp_path / "figure.png").convert("L"))
    middle = grey[round(0.2 * len(grey)) : round(0.6 * len(grey))]
    assert (middle.min(axis=0) < 110).mean() > 0.5


def test_the_same_figure_gives_the_same_bytes(drawn, tmp_path):
    """Another process, day, hash seed, time zone and locale."""
    width = float(drawn.drawing.get_figwidth()) * 25.4
    program = (
        "import sys, layers, maps; from pathlib import Path\n"
        f"drawn = maps.figure(layers.read(), 'southern_gas_corridor', width_mm={width!r})\n"
        "[drawn.save(Path(sys.argv[1], f'a.{ending}')) for ending in ('png', 'svg', 'pdf')]"
    )
    run_elsewhere("-c", program, tmp_path)
    for ending in figures.ENDINGS:
        other = (tmp_path / f"a.{ending}").read_bytes()
        assert hashlib.sha256(drawn.content(ending)).digest() == hashlib.sha256(other).digest(), ending


def test_unknown_corridor(atlas):
    with pytest.raises(UnknownNameError, match='did you mean "turkstream"'):
        maps.figure(atlas, "turkstrem")


def test_files_of_a_build(atlas, tmp_path):
    tasks = figures.tasks(atlas, ["turkstream"], widths_mm=[180, 85], languages=["en", "sr"])
    assert [name for name, _ in tasks] == [
        "figures/turkstream",
        "figures/turkstream_sr",
        "figures/turkstream_85mm",
        "figures/turkstream_85mm_sr",
    ]
    tasks[2][1](tmp_path)
    assert sorted(path.name for path in Path(tmp_path, "figures").iterdir()) == [
        f"turkstream_85mm.{ending}" for ending in ("pdf", "png", "svg")
    ]

"""The same symbols everywhere: every mode and status in QGIS, figure and page, as the table says."""

from pathlib import Path

import numpy as np
import pytest
from matplotlib.figure import Figure
from PIL import Image
from shapely import transform

import maps
from layers.symbols import BARS, TIES, line_symbol
from layers.write import contents, geopackage
from maps import ink
from tests.layers.test_qgis import probe
from tests.maps import plate
from tests.maps.browser import chromium, opened

STRAND = """id => Object.fromEntries(drawn.routes.get(id).strands[0].parts.map(part => {
  const style = getComputedStyle(part._path);
  const name = ["line", "ties", "bars", "inside"].find(one => part._path.classList.contains(one)) || "seam";
  return [name, { stroke: style.stroke, dash: style.strokeDasharray, opacity: style.strokeOpacity }];
}))"""
"""What each part of a line is drawn with, by the class it has."""

GOLDEN = Path(__file__).parents[1] / "golden" / "plate.png"


@pytest.fixture(scope="module")
def in_qgis(runtime, atlas, tmp_path_factory):
    folder = tmp_path_factory.mktemp("plate")
    layer = contents.segments(plate.atlas_of(atlas))
    geopackage.write([layer], {}, folder / "plate.gpkg", as_of="2026-01-01")
    probe(
        runtime,
        layers=[f"{folder / 'plate.gpkg'}|layername=segments"],
        picture=folder / "qgis.png",
        extent=plate.EXTENT_DEG,
        size=plate.SIZE_PX,
        dpi=plate.DPI,
        labels=False,
    )
    return folder / "qgis.png"


@pytest.fixture(scope="module")
def in_figure(tmp_path_factory):
    west, south, east, north = (edge * plate.MM_PER_DEG for edge in plate.EXTENT_DEG)
    drawing = Figure(figsize=((east - west) / 25.4, (north - south) / 25.4))
    axes = drawing.add_axes((0, 0, 1, 1), xlim=(west, east), ylim=(south, north))
    axes.set_axis_off()
    for (mode, status), line in zip(plate.LOOKS, plate.lines(), strict=True):
        symbol = line_symbol(corridor="imec", mode=mode, status=status)
        ink.line(axes, transform(line, lambda points: points * plate.MM_PER_DEG), symbol, scale=1, level=1)
    file = tmp_path_factory.mktemp("plate") / "figure.png"
    drawing.savefig(file, dpi=plate.DPI)
    return file


@pytest.mark.parametrize("client", ["in_qgis", "in_figure"])
def test_colour_and_dash_are_those_of_the_table(client, request):
    table = plate.seen(request.getfixturevalue(client))
    assert (table["off"] < 30).all(), table[table["off"] >= 30]  # the strands of a double line are 2 px
    dashed = table[~table["solid"] & ~table["ties"]]  # ties also stand between dashes
    assert dashed["repeats_mm"].to_numpy() == pytest.approx(dashed["dash_mm"].to_numpy(), rel=0.03)
    assert (table.loc[table["solid"], "drawn"] > 0.97).all()


def test_the_picture_is_the_golden_one(in_qgis, accept):
    """Antialiasing may differ a little from one QGIS to the next; a line that is missing may not."""
    found = Image.open(in_qgis).convert("RGB").resize([edge // 2 for edge in plate.SIZE_PX])
    if accept:
        found.quantize(64).save(GOLDEN, optimize=True)
    known = Image.open(GOLDEN).convert("RGB")
    assert found.size == known.size
    apart = np.abs(np.asarray(found).astype(int) - np.asarray(known).astype(int))
    assert apart.mean() < 2, "look at both; if the new one is right: pytest --accept"
    assert np.percentile(apart, 99.5) < 60


def test_colour_and_dash_on_a_page_are_those_of_the_table(atlas, tmp_path):
    """What Chromium draws with; a page draws 1 mm as 4 px."""
    page_of_plate = maps.page(plate.atlas_of(atlas), "imec")
    page_of_plate.save(str(tmp_path / "plate.html"))
    with chromium() as browser, opened(browser, tmp_path / "plate.html") as page:
        for mode, status in plate.LOOKS:
            symbol = line_symbol(corridor="imec", mode=mode, status=status)
            strand = page.evaluate(STRAND, f"{mode}_{status}")
            line = strand["line"]
            assert line["stroke"] == "rgb({}, {}, {})".format(*bytes.fromhex(symbol.colour[1:])), (
                mode,
                status,
            )
            dash = [float(part.removesuffix("px")) / 4 for part in line["dash"].split(", ") if part != "none"]
            assert dash == pytest.approx(list(symbol.dash_mm)), (mode, status)
            assert float(line["opacity"]) == pytest.approx(symbol.opacity, abs=0.01), (mode, status)
            assert [("ties" in strand), ("bars" in strand)] == [TIES in symbol.ticks, BARS in symbol.ticks]
            assert ("inside" in strand) == symbol.double
            for name, ticks in (("ties", TIES), ("bars", BARS)):
                if name in strand:
                    thick, blank = (
                        float(part.removesuffix("px")) / 4 for part in strand[name]["dash"].split(", ")
                    )
                    assert (thick, thick + blank) == pytest.approx((ticks.thick_mm, ticks.step_mm), abs=0.05)

"""The notebook that retells the brief runs from top to bottom, and what it shows shows itself."""

import json

import pytest

from tests.conftest import ROOT, need_package

FILE = ROOT / "docs" / "brief.ipynb"


@pytest.fixture(scope="module")
def outputs():
    """What each cell shows, by the last line of its source."""
    need_package("nbclient", extra="test")
    need_package("ipykernel", extra="test")
    from nbclient import execute
    from nbformat import NO_CONVERT, read

    notebook = read(FILE, as_version=NO_CONVERT)
    done = execute(notebook, cwd=str(ROOT), timeout=120, kernel_name="python3")
    return {
        cell.source.splitlines()[-1]: cell.outputs[-1].data for cell in done.cells if cell.cell_type == "code"
    }


def test_it_is_kept_without_outputs():
    cells = json.loads(FILE.read_text(encoding="utf-8"))["cells"]
    assert len(cells) > 20
    assert not [cell for cell in cells if cell.get("outputs") or cell.get("execution_count")]


def test_every_cell_shows_something_a_person_can_read(outputs):
    plain = [line for line, shown in outputs.items() if not {"text/html", "image/png"} & set(shown)]
    assert not plain


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("atlas", "Atlas as of 2026"),
        ("supply.maximum", "bottleneck: ibs_serbia"),
        ("ways[-1]  # leg by leg", "suez_canal"),
        ('retold("gas")', "8.7 % of the net import"),
        ('maps.page(atlas, "southern_gas_corridor")', "<iframe srcdoc="),
        ("maps.brief(atlas)", "<iframe srcdoc="),
    ],
)
def test_results_show_themselves(outputs, cell, expected):
    assert expected in outputs[cell]["text/html"]

"""One symbol table: complete, distinct by pattern, readable without colour."""

import itertools

import pytest

from layers.model import Mode, NodeKind, Status
from layers.symbols import line_symbol, node_symbol, symbols


@pytest.mark.parametrize("status", Status)
def test_every_status_has_a_symbol(status):
    assert symbols().status[status].label.sr


@pytest.mark.parametrize("mode", Mode)
def test_every_mode_has_a_symbol(mode):
    assert symbols().mode[mode].width_mm > 0


@pytest.mark.parametrize("kind", NodeKind)
def test_every_kind_of_node_has_a_symbol(kind):
    assert node_symbol(kind).label.az


def test_statuses_differ_without_colour():
    patterns = [(symbol.dash_mm, symbol.bars) for symbol in symbols().status.values()]
    assert len(set(patterns)) == len(Status)


def test_a_proposal_never_looks_like_what_stands():
    stands, idea = (line_symbol(corridor="imec", mode="rail", status=s) for s in ("operating", "proposed"))
    assert not stands.dash_mm
    assert idea.dash_mm
    assert idea.width_mm < stands.width_mm
    assert idea.opacity < stands.opacity


def test_dashes_fit_the_legend_swatch_of_qgis():
    assert all(sum(symbol.dash_mm) < 5 for symbol in symbols().status.values())


def test_every_colour_has_one_for_dark_ground():
    assert set(symbols().corridor) == set(symbols().corridor_dark)


@pytest.mark.parametrize("ground", ["corridor", "corridor_dark"])
def test_corridor_colours_differ(ground):
    def channels(colour):
        return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]

    for one, other in itertools.combinations(getattr(symbols(), ground).values(), 2):
        apart = sum((a - b) ** 2 for a, b in zip(channels(one), channels(other), strict=True)) ** 0.5
        assert apart > 50, (one, other)

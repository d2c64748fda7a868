"""One symbol table: complete, distinct by pattern, readable without colour."""

import itertools

import numpy as np
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


# Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency,
# 2009, table 1, severity 1.0; for linear RGB.
EYES = {
    "usual": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
# IEC 61966-2-1 (sRGB) to CIE XYZ, D65.
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
)


def linear(colour):
    share = np.array([int(colour[start : start + 2], 16) for start in (1, 3, 5)]) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def lab(light):
    """CIE 1976 L*a*b*: 2.3 is a just noticeable difference."""
    ratio = XYZ @ np.clip(light, 0, 1) / np.array([0.95047, 1.0, 1.08883])
    root = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


COLOURS = {
    "corridor": symbols().corridor,
    "corridor_dark": symbols().corridor_dark,
    "node": {symbol.fill: symbol.fill for symbol in symbols().node.values()},
}


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("table", COLOURS)
def test_colours_hold_for_colour_blind_readers(table, eyes):
    seen = {name: lab(np.array(EYES[eyes]) @ linear(colour)) for name, colour in COLOURS[table].items()}
    for one, other in itertools.combinations(seen, 2):
        assert np.linalg.norm(seen[one] - seen[other]) > 15, (one, other)


def test_lines_stand_out_from_the_ground_in_greyscale():
    """WCAG 2.2, 1.4.11: 3 to 1 for graphics; luminance alone, as a grey print has it."""
    land, sea = (XYZ[1] @ linear(colour) for colour in (symbols().ground.land, symbols().ground.sea))
    for name, colour in symbols().corridor.items():
        for ground in (land, sea):
            assert (ground + 0.05) / (XYZ[1] @ linear(colour) + 0.05) > 3, name

"""Names of places as people type them."""

import re

import pytest

from geo import places
from geo.errors import AmbiguousNameError, UnknownNameError
from tests.journey import nodes

HERE = (0, 0, "RS")
TABLE = nodes(dict.fromkeys(("nis", "trupale", "xian", "indjija", "port", "pancevo2"), HERE)).assign(
    name=["Niš", "Niš (Trupale)", "Xi’an", "Inđija", "Port of Baku, Alat", "Pančevo 2"],
    name_sr=["Niš", "Niš (Trupale)", "Sijan", "Inđija", "Luka Baku, Alat", "Pančevo 2"],
    name_az=["Niş", "Niş (Trupale)", "Sian", "İnciya", "Bakı Limanı, Ələt", "Pançevo 2"],
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("nis", "nis"),
        ("NIS", "nis"),
        ("Niş", "nis"),
        ("niš (trupale)", "trupale"),
        ("Xi'an", "xian"),
        ("Xian", "xian"),
        ("Indjija", "indjija"),
        ("Indija", "indjija"),
        ("inciya", "indjija"),
        ("Baki limani", "port"),
        ("Port of Baku", "port"),
        ("Luka", "port"),
        ("Pancevo", "pancevo2"),
    ],
)
def test_a_name_with_or_without_accents(name, found):
    assert places.node_id(TABLE, name) == found


@pytest.mark.parametrize("name", ["Nish", "ni", "", "?!"])
def test_a_name_that_fits_nothing(name):
    with pytest.raises(UnknownNameError, match=re.escape(f"{name!r}: no such node")):
        places.node_id(TABLE, name)


@pytest.mark.parametrize(("name", "found"), [("samur", "border"), ("baku", "port")])
def test_what_stands_before_a_bracket_or_a_comma_comes_before_a_beginning(name, found):
    """Samur is the border point, not the river; Baku the port, not one of its stations."""
    table = nodes(dict.fromkeys(("border", "river", "port", "station"), HERE)).assign(
        name=["Samur (Yalama)", "Samur River", "Baku, Alat", "Baku Boyukshor"]
    )
    assert places.node_id(table, name) == found


def test_the_nearest_name_is_suggested():
    with pytest.raises(UnknownNameError, match=re.escape("'Xiian': no such node; did you mean \"Xian\"?")):
        places.node_id(TABLE.rename({"xian": "Xian"}), "Xiian")


def test_a_name_that_fits_several():
    both = TABLE.assign(name=["Niš", "Niš", *TABLE["name"].iloc[2:]])
    with pytest.raises(AmbiguousNameError, match="'niš': fits more than one node; say which: nis, trupale"):
        places.node_id(both, "niš")


def test_every_identifier_and_every_name_of_its_own_finds_its_node(atlas):
    for node, name in atlas.nodes["name"].items():
        assert places.node_id(atlas.nodes, node) == node
        same = (atlas.nodes["name"].map(places.folded) == places.folded(name)).sum()
        if same == 1:
            assert places.node_id(atlas.nodes, name) == node

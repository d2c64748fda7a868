"""Transit nodes of the country CC in the world of `tests/journey.py`, worked by hand."""

import pytest

from geo import transit
from geo.errors import UnknownNameError
from tests.journey import LINKS, NODES, SEGMENTS, nodes, segments

CAPACITY = {"rail_b": 5.0, "rail_c": 4.0, "land": 9.0, "pipe": 10.55}


def table(country="CC", rows=SEGMENTS, **changes):
    own = segments(rows)
    own["capacity"] = own["id"].map(CAPACITY)
    own["capacity_unit"] = own["mode"].map({"rail": "mt_per_year", "gas_pipeline": "gwh_per_day"}).fillna("")
    return transit.transit_nodes(own.assign(**changes), nodes(NODES), country=country, links=LINKS)


def test_uses_and_order():
    found = table()
    assert found["kinds_of_use"].to_dict() == {"border": "entry;junction", "hub": "consumption"}
    assert found["rank"].to_dict() == {"border": 1, "hub": 2}


def test_the_parts_of_the_rank():
    """Five pairs: port_a and station_b to port_b and last, pit to hub; both ways to last pass the border."""
    border = table().loc["border"]
    assert (border["corridors_count"], border["degree"]) == (1, 3)
    assert border["betweenness"] == pytest.approx(2 / 5)
    assert border["score"] == 1
    assert table().loc["hub", "score"] == pytest.approx((1 + 1 / 3 + 0) / 3)


def test_capacity_of_what_operates_and_of_what_would_be_added():
    """rail_b arrives and operates; land arrives and is planned; rail_c leaves and is suspended."""
    border = table().loc["border"]
    assert (border["entry_capacity"], border["added_entry_capacity"]) == (5.0, 9.0)
    assert (border["added_exit_capacity"], border["capacity_unit"]) == (4.0, "mt_per_year")
    assert (border["standing"], border["added"]) == (2, 1)


def test_gas_is_summed_in_one_unit():
    """10.55 GWh a day are one million cubic metres at 10.55 kWh a cubic metre."""
    hub = table().loc["hub"]
    assert (hub["entry_capacity"], hub["capacity_unit"]) == (pytest.approx(1.0), "mcm_per_day")


def test_kilometres():
    found = table()
    assert found.loc["border", "km_from_origin"] == 100
    assert found.loc["border", "km_to_border"] == 0
    assert found.loc["hub", "km_from_origin"] == 300


def test_a_place_where_the_mode_changes():
    assert "transhipment" in table("BB")["kinds_of_use"]["station_b"]


def test_a_strait_is_no_border():
    """A sea segment between two shores of one country leads nowhere else."""
    strait = [
        ("strait", "town", "last", "sea", "operating", "", 5.0),
        ("on", "last", "hub", "rail", "operating", "CC", 5.0),
    ]
    found = table(rows=[*SEGMENTS, *strait])
    assert found["kinds_of_use"]["last"] == "junction;transhipment"


def test_any_country_and_none():
    assert set(table("AA").index) == {"port_a"}
    with pytest.raises(UnknownNameError, match="'QQ': no such country with nodes"):
        table("QQ")


def test_serbia_of_the_catalogue(atlas):
    """Border points after ENTSOG: Kireevo/Zaječar and Kalotina enter, Horgoš 2 leaves; the storage stores."""
    found = transit.transit_nodes(atlas.segments, atlas.nodes, country="RS", links=atlas.links)
    uses = found["kinds_of_use"].str.split(";")
    assert "entry" in uses["kireevo_zajecar"]
    assert "entry" in uses["kalotina_dimitrovgrad_gas"]
    assert "exit" in uses["horgos_2"]
    assert uses["banatski_dvor"] == ["storage"]
    assert found.loc["kireevo_zajecar", "entry_capacity"] == pytest.approx(38.67, abs=0.01)
    assert found.loc["kalotina_dimitrovgrad_gas", "entry_capacity"] == pytest.approx(5.03, abs=0.01)
    assert found["rank"].is_monotonic_increasing
    assert found["betweenness"].between(0, 1).all()

"""Files in parts: the same numbers as in one go, on processes and on a cluster; finer borders."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely import LineString, Point

from geo.errors import DefinitionError
from layers import partitions, survey
from layers.boundaries import BoundarySet
from tests.conftest import need_package


@pytest.fixture
def lines():
    """Sixty lines that wander over the Balkans; every seventh row is a point."""
    random = np.random.default_rng(7)
    walks = (
        np.array([19, 41.5]) + random.uniform(0, 6, (60, 1, 2)) + random.normal(0, 0.2, (60, 30, 2)).cumsum(1)
    )
    shapes = [Point(walk[0]) if number % 7 == 0 else LineString(walk) for number, walk in enumerate(walks)]
    return gpd.GeoDataFrame(geometry=shapes, crs="EPSG:4326")


@pytest.mark.parametrize("ending", ["gpkg", "fgb", "parquet"])
def test_parts_give_the_same_to_the_last_digit(lines, tmp_path, ending):
    need_package("dask_geopandas", extra="scale")
    file = tmp_path / f"lines.{ending}"
    lines.to_parquet(file, row_group_size=13) if ending == "parquet" else lines.to_file(file)
    whole, remarks = survey.measure([file])
    parts, said = partitions.measure([file], part_lines=13)
    pd.testing.assert_frame_equal(parts, whole, check_exact=True)
    assert said == remarks == (f"{file}: passed over 9 points",)


def test_a_cluster_gives_the_same(lines, tmp_path):
    need_package("dask_geopandas", extra="scale")
    from distributed import LocalCluster

    lines.to_file(tmp_path / "lines.gpkg")
    whole, _ = survey.measure([tmp_path / "lines.gpkg"])
    with LocalCluster(n_workers=1, processes=False, dashboard_address=None) as cluster:
        parts, _ = partitions.measure([tmp_path / "lines.gpkg"], scheduler=cluster.scheduler_address)
    pd.testing.assert_frame_equal(parts, whole, check_exact=True)


def test_problems_of_parts_come_at_once(tmp_path):
    need_package("dask_geopandas", extra="scale")
    swapped = [LineString([(40, 140 + row), (41, 141)]) for row in range(4)]
    gpd.GeoDataFrame(geometry=swapped, crs="EPSG:4326").to_file(tmp_path / "swapped.gpkg")
    with pytest.raises(DefinitionError) as error:
        partitions.measure([tmp_path / "swapped.gpkg"], part_lines=2)
    assert len(error.value.problems) == 4
    assert error.value.problems[3].place == "line 4"


def test_finer_borders_divide_more_exactly(tmp_path):
    """The railway Niš–Sofia crosses at Kalotina, 22.826 E; Natural Earth has the border farther west."""
    need_package("timezonefinder", extra="osm")
    track = LineString([(22.80, 43.0), (22.8257, 42.99441), (22.87, 42.98)])
    gpd.GeoDataFrame(geometry=[track], crs="EPSG:4326").to_file(tmp_path / "track.gpkg")
    parts, _ = survey.measure([tmp_path / "track.gpkg"], borders=BoundarySet.osm)
    by_country = parts.set_index("country")["length_km"]
    assert by_country["RS"] == pytest.approx(2.19, abs=0.15)
    assert parts["boundaries"].unique().tolist() == [BoundarySet.osm.full_name]

"""
Dividing a large file of lines among countries: `python -m tests.bench.bench_borders`.

Makes 50,000 lines of 60 vertices that look like pipelines all over the world, and divides them in one run
by `geo.borders`, by a prepared tree without small pieces, and by `geopandas.overlay` (these two on a sample,
scaled up).
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator

import geopandas as gpd
import numpy as np
import shapely

from geo.borders import divide, index_areas
from geo.lines import length_km
from geo.reference import WGS84
from layers import boundaries
from tests.bench.table import Measured, show

LINES, VERTICES = 50_000, 60
SAMPLE = {"tree": 2_000, "overlay": 100}


def pipelines(count: int, *, seed: int = 1) -> gpd.GeoSeries:
    """
    Winding lines of 5 to 800 km, 60 km in the mean, that begin on land.

    Large countries have many: most of the world's pipelines lie in Russia, the United States, China,
    Canada and Australia (Global Energy Monitor's trackers).
    """
    random = np.random.default_rng(seed)
    land = boundaries.countries().geometry
    size = shapely.area(land.to_numpy())
    chosen = land.sample(count, weights=size, replace=True, random_state=seed)
    west, south, east, north = chosen.bounds.to_numpy().T
    start = np.column_stack([random.uniform(west, east), random.uniform(south, north)])
    heading = random.uniform(0, 2 * np.pi, count)[:, None] + random.normal(0, 0.3, (count, VERTICES)).cumsum(
        axis=1
    )
    step = np.exp(random.uniform(np.log(0.001), np.log(0.12), count))[:, None] / 2
    moves = np.stack([step * np.cos(heading), step * np.sin(heading)], axis=-1)
    walks = start[:, None] + moves.cumsum(axis=1)
    walks[..., 0] = np.clip(walks[..., 0], -179.9, 179.9)
    walks[..., 1] = np.clip(walks[..., 1], -75, 82)
    return gpd.GeoSeries(shapely.linestrings(walks), crs=WGS84)


def by_tree(lines: gpd.GeoSeries) -> float:
    """Prepared look-up and cutting by whole countries."""
    areas = boundaries.countries().geometry.to_numpy()
    shapely.prepare(areas)
    line, area = shapely.STRtree(areas).query(lines.to_numpy(), predicate="intersects")
    cut = shapely.intersection(lines.to_numpy()[line], areas[area])
    return float(length_km(gpd.GeoSeries(cut, crs=WGS84)).sum())


def by_overlay(lines: gpd.GeoSeries) -> float:
    """What most people would write."""
    countries = boundaries.countries().reset_index()
    cut = gpd.overlay(gpd.GeoDataFrame(geometry=lines), countries, how="intersection", keep_geom_type=True)
    return float(length_km(cut.geometry).sum())


def timed(function: Callable[[gpd.GeoSeries], float], lines: gpd.GeoSeries) -> tuple[float, float]:
    """Seconds, and the kilometres found."""
    start = time.perf_counter()
    kilometres = function(lines)
    return time.perf_counter() - start, kilometres


def ours(lines: gpd.GeoSeries) -> float:
    """Index and divide."""
    parts = divide(lines, index_areas(boundaries.countries().geometry), shore_km=0)
    return float(parts.loc[parts["country"] != "", "length_km"].sum())


def measures() -> Iterator[Measured]:
    """Divide the file; compare with a tenth of it, and with samples of the others."""
    boundaries.countries()
    lines = pipelines(LINES)
    small, _ = timed(ours, lines.iloc[: LINES // 10])
    big, _ = timed(ours, lines)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    yield Measured("dividing ten times the lines", big, "s", small, "a tenth of them", limit=11 * small)
    yield Measured("peak memory of dividing", memory, "GB", limit=1.5)
    for name, function, times in (("tree", by_tree, 20), ("overlay", by_overlay, 100)):
        sample = lines.iloc[: SAMPLE[name]]
        peer = timed(function, sample)[0] * LINES / len(sample)
        named = f"{name}, scaled from {len(sample)}"
        yield Measured(f"dividing, beside {name}", big, "s", peer, named, limit=min(15, peer / times))


if __name__ == "__main__":
    show(measures())

"""
What the tests of changed bytes try, and the same for as long as one likes.

`python -m tests.faults.fuzz 600` runs atheris for ten minutes (`pip install atheris`), guided by the lines that it
reaches: on the readers of a catalogue, and on GeoJSON that a user brings.
"""

from __future__ import annotations

import contextlib
import inspect
import json
import sys
import tempfile
import warnings
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from geo.errors import CorridorsError, Problem
from layers import atlas, linefile
from maps import overlay, text
from tests.faults import small
from tests.faults.small import SMALL

ENDINGS = ("geojson", "gpkg", "parquet")


def catalogue(name: str, content: bytes) -> None:
    """Read and check the small catalogue with other content in one of its files."""
    with tempfile.TemporaryDirectory() as folder:
        small.write(Path(folder))
        Path(folder, name).write_bytes(content)
        with contextlib.suppress(CorridorsError):
            atlas.read(Path(folder))


def users_file(ending: str, content: bytes) -> None:
    """Read a file that a user brings, and lay it over a page."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"a.{ending}")
        file.write_bytes(content)
        problems: list[Problem] = []
        table = linefile.table_of(file, layer=None, problems=problems)
        assert (table is None) == bool(problems)
        if table is not None:
            linefile.lines_of(table, file, problems=problems)
            with contextlib.suppress(CorridorsError):
                text.script_data(overlay.overlay_facts(table))


def layer(kind: str, places: list[list[float]], name: str) -> None:
    """Lay one feature of any places over a page."""
    feature = {"type": kind, "coordinates": places[0] if kind == "Point" and places else places}
    feature["coordinates"] = [places] if kind == "Polygon" else feature["coordinates"]
    with (
        np.errstate(all="ignore"),
        contextlib.suppress(shapely.errors.GEOSException, ValueError, IndexError, TypeError),
    ):
        shape = shapely.geometry.shape(feature)
        table = gpd.GeoDataFrame({"name": [name]}, geometry=[shape], crs="EPSG:4326")
        shown(table)


def shown(table: gpd.GeoDataFrame) -> None:
    """Make what a page carries of a layer; only our own errors may come of it."""
    try:
        facts = overlay.overlay_facts(table)
    except CorridorsError:
        return
    except Exception as error:
        raise AssertionError(table.geometry.to_wkt().tolist()) from error
    json.loads(text.script_data(facts).encode("utf-8"))


def main(seconds: int) -> None:
    """Let atheris look for what we did not think of."""
    import atheris

    names = list(SMALL)

    def one(content: bytes) -> None:
        if content[:1]:
            number = content[0] % (len(names) + 1)
            if number < len(names):
                catalogue(names[number], content[1:])
            else:
                users_file("geojson", content[1:])

    corpus = Path(tempfile.mkdtemp(prefix="corridors-fuzz-"))
    for number, name in enumerate(names):
        (corpus / str(number)).write_bytes(bytes([number]) + SMALL[name].encode())
    line = SMALL["alignments/east_ro.geojson"].encode()
    (corpus / "own").write_bytes(bytes([len(names)]) + line)
    warnings.simplefilter("ignore")
    for module in [
        module for name, module in sys.modules.items() if name.split(".")[0] in {"geo", "layers", "maps"}
    ]:
        for one_of_ours in vars(module).values():
            if inspect.isfunction(one_of_ours) and one_of_ours.__module__ == module.__name__:
                atheris.instrument_func(one_of_ours)
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=4000", str(corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)

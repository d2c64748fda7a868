"""The GeoPackage: all layers in one file, with declared types and the styles inside."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pyogrio

from layers.columns import cast


@dataclass(frozen=True, slots=True)
class Layer:
    """
    One layer of the GeoPackage.

    Attributes
    ----------
    features
        Features of one geometry type, in WGS 84.
    table
        The table in `columns.toml` that they follow.
    geometry
        `LineString` or `Point`.
    description
        What the layer shows, for the list of layers in QGIS.
    style
        The QGIS style that is loaded by itself.
    """

    features: gpd.GeoDataFrame
    table: str
    geometry: str
    description: str
    style: str


def write(layers: Mapping[str, Layer], file: Path, *, as_of: str) -> None:
    """
    Write a new GeoPackage.

    Parameters
    ----------
    layers
        Name to layer, in the order in which QGIS lists them.
    file
        A file that does not exist yet.
    as_of
        The day (YYYY-MM-DD) that is written wherever the format wants a time, so that the bytes are the
        same on every day.
    """
    with _fixed_time(as_of):
        for name, layer in layers.items():
            pyogrio.write_dataframe(
                cast(layer.features, to=layer.table),
                file,
                layer=name,
                driver="GPKG",
                geometry_type=layer.geometry,
                use_arrow=True,
                append=file.exists(),
                dataset_options=None if file.exists() else {"VERSION": "1.2"},
                layer_options={
                    "DESCRIPTION": layer.description,
                    "GEOMETRY_NAME": "geom",
                    "DATETIME_PRECISION": "MILLISECOND",
                },
            )
    with closing(sqlite3.connect(file)) as database, database:
        _write_styles(database, layers, as_of)


@contextmanager
def _fixed_time(as_of: str) -> Iterator[None]:
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{as_of}T00:00:00.000Z"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _write_styles(database: sqlite3.Connection, layers: Mapping[str, Layer], as_of: str) -> None:
    """Write the table that QGIS looks its default styles up in."""
    database.execute(
        "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
        "f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256), "
        "f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, "
        "useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME)"
    )
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) "
        "VALUES ('layer_styles', 'attributes', 'layer_styles', 'Styles of the layers', ?, 0)",
        (f"{as_of}T00:00:00.000Z",),
    )
    database.executemany(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, "
        "styleName, styleQML, useAsDefault, description, owner, update_time) "
        "VALUES ('', '', ?, 'geom', ?, ?, 1, ?, '', ?)",
        [
            (name, name, layer.style, layer.description, f"{as_of}T00:00:00.000Z")
            for name, layer in layers.items()
        ],
    )

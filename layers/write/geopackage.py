"""The GeoPackage: layers and tables in one file, with types, headings, styles and the QGIS project."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pandas as pd
import pyogrio

from layers.columns import cast, columns, heading
from layers.write import qml
from layers.write.layer import Layer, Shape

_SCHEMA_EXTENSION = "http://www.geopackage.org/spec120/#extension_schema"


def write(
    layers: Sequence[Layer],
    tables: Mapping[str, pd.DataFrame],
    file: Path,
    *,
    as_of: str,
    project: tuple[str, bytes] | None = None,
) -> None:
    """
    Write a new GeoPackage.

    Parameters
    ----------
    layers
        In the order in which QGIS lists them.
    tables
        Tables without geometry, by their name in `columns.toml`.
    file
        A file that does not exist yet.
    as_of
        The day (YYYY-MM-DD) that is written wherever the format wants a time, so that the bytes are the
        same on every day.
    project
        Name and content of a QGIS project (`.qgz`) to keep inside.
    """
    with _fixed_time(as_of):
        for layer in layers:
            _append(cast(layer.features, to=layer.table), file, layer.name, layer.description, layer.shape)
        for name, table in tables.items():
            _append(cast(table, to=name), file, name, f"Table of {name}", None)
    described = {layer.name: layer.table for layer in layers} | {name: name for name in tables}
    with closing(sqlite3.connect(file)) as database, database:
        _write_headings(database, described)
        _write_styles(database, layers, f"{as_of}T00:00:00.000Z")
        if project:
            _write_project(database, *project)


@contextmanager
def _fixed_time(as_of: str) -> Iterator[None]:
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{as_of}T00:00:00.000Z"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _append(table: pd.DataFrame, file: Path, name: str, description: str, shape: Shape | None) -> None:
    spatial = {"GEOMETRY_NAME": "geom"} if shape else {}
    pyogrio.write_dataframe(
        table,
        file,
        layer=name,
        driver="GPKG",
        geometry_type=shape and str(shape),
        promote_to_multi=shape is Shape.area,
        use_arrow=True,
        append=file.exists(),
        dataset_options=None if file.exists() else {"VERSION": "1.2"},
        layer_options={"DESCRIPTION": description, "DATETIME_PRECISION": "MILLISECOND", **spatial},
    )


def _write_headings(database: sqlite3.Connection, described: Mapping[str, str]) -> None:
    """Write what every column means, with its unit, where GDAL and QGIS look for it."""
    database.execute(
        "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, "
        "title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT, "
        "CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), "
        "CONSTRAINT gdc_tn UNIQUE (table_name, name))"
    )
    database.execute(
        "INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) "
        "VALUES ('gpkg_data_columns', NULL, 'gpkg_schema', ?, 'read-write')",
        (_SCHEMA_EXTENSION,),
    )
    database.executemany(
        "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) "
        "VALUES (?, ?, ?, ?, ?)",
        [
            (layer, name, heading(name, column), heading(name, column), column.meaning)
            for layer, table in described.items()
            for name, column in columns()[table].items()
        ],
    )


def _write_styles(database: sqlite3.Connection, layers: Sequence[Layer], time: str) -> None:
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
        (time,),
    )
    database.executemany(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, "
        "styleName, styleQML, useAsDefault, description, owner, update_time) "
        "VALUES ('', '', ?, 'geom', ?, ?, 1, ?, '', ?)",
        [(layer.name, layer.name, qml.text(layer), layer.description, time) for layer in layers],
    )


def _write_project(database: sqlite3.Connection, name: str, content: bytes) -> None:
    """Write the table that QGIS looks for projects in; it wants the bytes as hexadecimal text."""
    database.execute("CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB)")
    database.execute(
        "INSERT INTO qgis_projects (name, metadata, content) VALUES (?, ?, ?)",
        (name, "{}", content.hex()),
    )

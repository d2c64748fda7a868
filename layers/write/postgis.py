"""Layers and the tables they refer to in a PostGIS database: all of them in one transaction, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from sqlalchemy import BigInteger, Connection, Date, Double, Text, create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from geo.errors import OutputError
from geo.reference import WGS84
from layers.columns import Column, ColumnType, cast, columns
from layers.write import qml
from layers.write.layer import Layer, Shape

SCHEMA = "corridors"
"""The schema that the tables stand in; tables of these names in it are replaced, all else is left alone."""

_TYPES = {
    ColumnType.text: Text,
    ColumnType.integer: BigInteger,
    ColumnType.number: Double,
    ColumnType.date: Date,
}

_STYLES = """
CREATE TABLE IF NOT EXISTS public.layer_styles (id serial PRIMARY KEY, f_table_catalog varchar,
f_table_schema varchar, f_table_name varchar, f_geometry_column varchar, stylename text, styleqml xml,
stylesld xml, useasdefault boolean, description text, owner varchar(63) DEFAULT current_user, ui xml,
update_time timestamp DEFAULT current_timestamp, type varchar)"""
"""The table that QGIS looks its default styles up in, as QGIS makes it."""

_FORGET = """
DELETE FROM public.layer_styles WHERE f_table_catalog = current_database()
AND f_table_schema = :schema AND f_table_name = :name AND stylename = :name"""

_KEEP = """
INSERT INTO public.layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,
stylename, styleqml, useasdefault, description) VALUES (current_database(), :schema, :name, 'geom',
CAST(:name AS varchar), XMLPARSE(DOCUMENT :qml), true, :said)"""

_MAY_STYLE = """
SELECT CASE WHEN to_regclass('public.layer_styles') IS NULL THEN has_schema_privilege('public', 'CREATE')
ELSE has_table_privilege('public.layer_styles', 'SELECT, INSERT') AND
has_table_privilege('public.layer_styles', 'DELETE') END"""


def write(layers: Sequence[Layer], tables: Mapping[str, pd.DataFrame], address: str) -> str:
    """
    Write layers and tables into a database.

    Parameters
    ----------
    layers
        What to write, each as a table with a geometry column `geom` in EPSG:4326 and a spatial index.
    tables
        Tables without geometry, by their name in `columns.toml`.
    address
        `postgresql://user:password@host:port/database`; the database has the extension PostGIS.

    Returns
    -------
    lost
        What could not be kept: the styles, where the user may not write `public.layer_styles`.

    Raises
    ------
    OutputError
        If the address is wrong, the database cannot be reached or refuses, or PostGIS is missing. What stood
        there before stays whole.

    Notes
    -----
    Meaning and unit of every column are kept as comments in the database. QGIS looks for styles in
    `public.layer_styles`; of its rows only those of these layers that bear their names are replaced.
    """
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
    except ArgumentError as error:
        raise OutputError(f"{address}: not an address; write postgresql://user@host/database") from error
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            connection.execute(text("SELECT postgis_version()"))
            connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
            for layer in layers:
                _write_layer(connection, layer)
            for name, table in tables.items():
                _write_table(connection, name, table)
            if not connection.execute(text(_MAY_STYLE)).scalar():
                return "styles, since public.layer_styles cannot be written by this user"
            _write_styles(connection, layers)
            return ""
    except SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        hint = "; run CREATE EXTENSION postgis in it" if "postgis_version" in said else ""
        raise OutputError(f"{url.render_as_string(hide_password=True)}: {said}{hint}") from error
    finally:
        engine.dispose()


def _write_layer(connection: Connection, layer: Layer) -> None:
    features = cast(layer.features, to=layer.table)
    if layer.shape is Shape.area:  # one type a table: an area of one part is written as one of several
        parts = [shapely.multipolygons(shapely.get_parts(area)) for area in features.geometry]
        features = gpd.GeoDataFrame(features.drop(columns="geometry"), geometry=parts)
    features = gpd.GeoDataFrame(_without_na(features), geometry="geometry", crs=WGS84)
    connection.execute(text(f"DROP TABLE IF EXISTS {SCHEMA}.{layer.name}"))
    features.rename_geometry("geom").to_postgis(
        layer.name, connection, schema=SCHEMA, dtype=_types(layer.table)
    )
    _describe(connection, layer.name, layer.table, layer.description)


def _write_table(connection: Connection, name: str, table: pd.DataFrame) -> None:
    connection.execute(text(f"DROP TABLE IF EXISTS {SCHEMA}.{name}"))
    rows = _without_na(cast(table, to=name))
    rows.to_sql(name, connection, schema=SCHEMA, index=False, dtype=_types(name))
    _describe(connection, name, name, f"Table of {name}")


def _write_styles(connection: Connection, layers: Sequence[Layer]) -> None:
    connection.execute(text(_STYLES))
    for layer in layers:
        named = {"schema": SCHEMA, "name": layer.name}
        connection.execute(text(_FORGET), named)
        connection.execute(text(_KEEP), named | {"qml": qml.text(layer), "said": layer.description})


def _describe(connection: Connection, name: str, table: str, description: str) -> None:
    """Set the key, and keep what is known of table and columns."""
    promised = columns()[table]
    key = "id" if "id" in promised else "country" if name == "countries" else ""
    if key:
        connection.execute(text(f"ALTER TABLE {SCHEMA}.{name} ADD PRIMARY KEY ({key})"))
    said = [(f"TABLE {SCHEMA}.{name}", description)]
    said += [(f"COLUMN {SCHEMA}.{name}.{column}", _comment(one)) for column, one in promised.items()]
    for what, comment in said:
        quoted = comment.replace("'", "''").replace(":", "\\:")
        connection.execute(text(f"COMMENT ON {what} IS '{quoted}'"))


def _comment(column: Column) -> str:
    return f"{column.meaning} [{column.unit}]" if column.unit else column.meaning


def _types(table: str) -> dict[str, Any]:
    return {name: _TYPES[column.type] for name, column in columns()[table].items()}


def _without_na(table: pd.DataFrame) -> pd.DataFrame:
    """Give missing values the form that the driver takes."""
    plain = table.astype(object)
    return plain.where(plain.notna(), None)

"""A real PostgreSQL with PostGIS, started for the test in a folder of its own, reached by a socket."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy

from geo.errors import OutputError
from layers.columns import columns, heading
from layers.write import contents, postgis
from maps import outputs
from tests.conftest import need
from tests.layers.test_qgis import probe

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
AS_ROOT = os.geteuid() == 0
INSTALL = "apt-get install -y --no-install-recommends postgresql-postgis"


def served(folder, program, *arguments):
    """Run one of the server's programs; it refuses to run as root."""
    command = [str(BINARIES[-1] / program), *arguments]
    if AS_ROOT:
        command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        cwd=folder,
        env={"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]},
    )


@pytest.fixture(scope="module")
def server():
    """The folder of the server's socket."""
    installed = BINARIES and list(Path("/usr/share/postgresql").glob("*/extension/postgis.control"))
    need("PostgreSQL with PostGIS", found=bool(installed), install=INSTALL)
    folder = Path(
        tempfile.mkdtemp(prefix="pg-")
    )  # a socket's path may have 107 characters, pytest's has more
    if AS_ROOT:
        shutil.chown(folder, "postgres")
    data = folder / "data"
    served(folder, "initdb", "-D", str(data), "-U", "atlas", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    served(folder, "pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
    yield folder
    served(folder, "pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def database(server):
    """A new database, with PostGIS and without."""

    def made(name, *, extension=True):
        address = f"postgresql://atlas@/{name}?host={server}"
        driver = address.replace("postgresql:", "postgresql+psycopg:")
        plain = sqlalchemy.create_engine(
            driver.replace(f"/{name}", "/postgres"), isolation_level="AUTOCOMMIT"
        )
        with plain.connect() as connection:
            connection.execute(sqlalchemy.text(f"CREATE DATABASE {name}"))
        plain.dispose()
        engine = sqlalchemy.create_engine(driver)
        if extension:
            with engine.begin() as connection:
                connection.execute(sqlalchemy.text("CREATE EXTENSION postgis"))
        return address, engine

    return made


@pytest.fixture(scope="module")
def layers_and_tables(atlas):
    whole = contents.contents(atlas, outputs.transit_table(atlas))
    return whole, {"sources": atlas.sources, "citations": contents.citations(atlas)}


@pytest.fixture(scope="module")
def filled(database, layers_and_tables):
    address, engine = database("filled")
    postgis.write(*layers_and_tables, address)
    yield address, engine
    engine.dispose()


def asked(engine, query):
    with engine.connect() as connection:
        return connection.execute(sqlalchemy.text(query)).fetchall()


def test_every_row_is_there_with_one_geometry_type(filled, layers_and_tables):
    for layer in layers_and_tables[0]:
        counts = "count(*), count(DISTINCT GeometryType(geom)), min(ST_SRID(geom))"
        assert asked(filled[1], f"SELECT {counts} FROM corridors.{layer.name}") == [
            (len(layer.features), 1, 4326)
        ], layer.name
    for name, table in layers_and_tables[1].items():
        assert asked(filled[1], f"SELECT count(*) FROM corridors.{name}") == [(len(table),)]


def test_postgis_measures_what_we_measure(filled):
    """ST_Length on the spheroid, by GeographicLib: another program, the same kilometres."""
    query = "SELECT max(abs(ST_Length(geom::geography) / 1000 - length_km)) FROM corridors.segments"
    assert asked(filled[1], query)[0][0] < 0.001


def test_types_nulls_and_comments(filled, atlas):
    query = (
        "SELECT column_name, data_type, col_description('corridors.segments'::regclass, ordinal_position) "
        "FROM information_schema.columns WHERE table_schema = 'corridors' AND table_name = 'segments'"
    )
    found = {name: (kind, comment) for name, kind, comment in asked(filled[1], query)}
    kinds = {"text": "text", "integer": "bigint", "number": "double precision", "date": "date"}
    for name, column in columns()["segments"].items():
        assert found[name][0] == kinds[column.type], name
        assert found[name][1].startswith(column.meaning), name
    assert found["length_km"][1].endswith("[km]")
    [(missing,)] = asked(filled[1], "SELECT count(*) FROM corridors.segments WHERE since IS NULL")
    assert missing == atlas.segments["since"].isna().sum()


def test_layers_have_spatial_index_and_key(filled):
    query = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'corridors' AND tablename = 'segments'"
    indices = " ".join(row[0] for row in asked(filled[1], query))
    assert "gist (geom)" in indices
    assert "UNIQUE INDEX segments_pkey" in indices


def test_qgis_opens_every_layer_styled(filled, runtime, server, layers_and_tables):
    """The style comes from `public.layer_styles`, as in a database that QGIS itself wrote to."""
    layers, _ = layers_and_tables
    keys = {layer.name: "country" if layer.name == "countries" else "id" for layer in layers}
    addresses = [
        f"dbname='filled' host={server} user='atlas' key='{keys[layer.name]}' srid=4326 "
        f'table="{postgis.SCHEMA}"."{layer.name}" (geom)'
        for layer in layers
    ]
    answer = probe(runtime, layers=addresses)
    assert not answer["messages"], "QGIS has something to complain"
    for layer, found in zip(layers, answer["layers"], strict=True):
        assert (found["valid"], found["count"]) == (True, len(layer.features)), layer.name
        assert (found["renderer"], found["labels"]) == ("RuleRenderer", True), layer.name
        assert [rule["label"] for rule in found["legend"]] == [rule.label for rule in layer.rules]
        headings = {name: heading(name, column) for name, column in columns()[layer.table].items()}
        assert headings.items() <= found["aliases"].items(), layer.name


def test_what_fails_changes_nothing(filled, layers_and_tables):
    """One transaction: the last table cannot be written, so the first is as it was."""
    address, engine = filled
    layers, tables = layers_and_tables
    shorter = replace(layers[0], features=layers[0].features.iloc[:3])
    doubled = replace(layers[1], features=layers[1].features.iloc[[0, 0]])
    before = asked(engine, "SELECT count(*) FROM corridors.segments")
    with pytest.raises(OutputError, match="nodes_pkey"):
        postgis.write([shorter, doubled], tables, address)
    assert asked(engine, "SELECT count(*) FROM corridors.segments") == before


def test_writing_again_replaces(filled, layers_and_tables):
    address, engine = filled
    before = asked(engine, "SELECT count(*) FROM corridors.segments")
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("CREATE TABLE IF NOT EXISTS corridors.mine (note text)"))
        own = "INSERT INTO layer_styles (f_table_name, stylename) VALUES ('nodes', 'my own')"
        connection.execute(sqlalchemy.text(own))
    postgis.write(*layers_and_tables, address)
    assert asked(engine, "SELECT count(*) FROM corridors.segments") == before
    assert asked(engine, "SELECT count(*) FROM corridors.mine") == [(0,)], "what is not ours stays"
    styles = "SELECT stylename FROM layer_styles WHERE f_table_name = 'nodes' ORDER BY stylename"
    assert asked(engine, styles) == [("my own",), ("nodes",)]


def test_a_user_who_may_not_write_styles(database, layers_and_tables, server):
    """The tables are there, and what is lost is said."""
    address, engine = database("shared")
    with engine.begin() as connection:
        for command in (
            "CREATE ROLE guest LOGIN",
            "GRANT CREATE ON DATABASE shared TO guest",
            "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        ):
            connection.execute(sqlalchemy.text(command))
    layers, tables = layers_and_tables
    lost = postgis.write(layers[1:2], tables, address.replace("atlas@", "guest@"))
    assert lost == "styles, since public.layer_styles cannot be written by this user"
    assert asked(engine, "SELECT count(*) FROM corridors.nodes") == [(len(layers[1].features),)]
    assert asked(engine, "SELECT to_regclass('public.layer_styles')") == [(None,)]
    engine.dispose()


def test_a_database_without_postgis(database, layers_and_tables):
    address, engine = database("bare", extension=False)
    with pytest.raises(OutputError, match="run CREATE EXTENSION postgis in it"):
        postgis.write(*layers_and_tables, address)
    engine.dispose()


def test_a_server_that_is_not_there(layers_and_tables):
    with pytest.raises(OutputError) as caught:
        postgis.write(*layers_and_tables, "postgresql://me:secret@127.0.0.1:1/atlas")
    assert "secret" not in str(caught.value)
    assert "127.0.0.1" in str(caught.value)


def test_an_address_that_is_none(layers_and_tables):
    with pytest.raises(OutputError, match="write postgresql://user@host/database"):
        postgis.write(*layers_and_tables, "not an address")

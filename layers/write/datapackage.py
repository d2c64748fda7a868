"""`datapackage.json`: every file of a build, its fields, units, licences and sources (Data Package v2)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from layers.atlas import Atlas
from layers.columns import Column, ColumnType, columns, heading
from layers.write.layer import Layer

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

_DESCRIPTION = (
    "Energy and trade corridors of Eurasia: segments, nodes, lengths, flows and maps. "
    "A text that a spreadsheet would run as a formula begins with an apostrophe."
)
_MEDIA = {
    "csv": ("csv", "text/csv"),
    "geojson": ("geojson", "application/geo+json"),
    "gpkg": ("gpkg", "application/geopackage+sqlite3"),
    "qgz": ("qgz", "application/zip"),
    "qml": ("qml", "application/xml"),
    "html": ("html", "text/html"),
    "md": ("md", "text/markdown"),
    "png": ("png", "image/png"),
    "svg": ("svg", "image/svg+xml"),
    "pdf": ("pdf", "application/pdf"),
}
_TYPES = {
    ColumnType.text: "string",
    ColumnType.integer: "integer",
    ColumnType.number: "number",
    ColumnType.date: "date",
}
_LICENCE = {
    "name": "ODbL-1.0",
    "path": "https://opendatacommons.org/licenses/odbl/1-0/",
    "title": "Open Database Licence 1.0",
}


def write(atlas: Atlas, folder: Path, *, single: Sequence[Layer], stored: Sequence[Layer]) -> None:
    """
    Describe all files of a folder.

    Parameters
    ----------
    atlas
        The checked catalogue: credits, day.
    folder
        What was built; `datapackage.json` is put into it.
    single
        The layers that have a file of their own, named like them. A CSV is named like its table.
    stored
        The layers in the GeoPackage.
    """
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    sources = _sources(atlas)
    resources = [_resource(folder, file, single, stored) | {"sources": sources} for file in files]
    package = {
        "$schema": PROFILE,
        "name": "corridors",
        "title": "Corridors",
        "description": _DESCRIPTION,
        "version": atlas.as_of,
        "created": f"{atlas.as_of}T00:00:00Z",
        "licenses": [_LICENCE],
        "sources": sources,
        "resources": resources,
    }
    text = json.dumps(package, ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def schema(table: str) -> dict[str, Any]:
    """
    Describe the columns of a table, after Table Schema v2.

    Parameters
    ----------
    table
        Name of the table in `columns.toml`.

    Returns
    -------
    schema
        Fields with type, heading, meaning, unit and whether a value must stand there.

    Examples
    --------
    >>> [field for field in schema("segments")["fields"] if field["name"] == "length_km"][0]["unit"]
    'km'
    """
    fields = [_field(name, column) for name, column in columns()[table].items()]
    described: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields,
        "missingValues": [""],
    }
    if "id" in columns()[table]:
        described["primaryKey"] = ["id"]
    return described


def _field(name: str, column: Column) -> dict[str, object]:
    field: dict[str, object] = {
        "name": name,
        "type": _TYPES[column.type],
        "title": heading(name, column),
        "description": column.meaning,
    }
    if column.unit:
        field["unit"] = column.unit
    if column.required:
        field["constraints"] = {"required": True}
    return field


def _resource(folder: Path, file: str, single: Sequence[Layer], stored: Sequence[Layer]) -> dict[str, object]:
    content = (folder / file).read_bytes()
    kind, media = _MEDIA[file.rsplit(".", 1)[-1]]
    resource: dict[str, object] = {
        "name": file.replace("/", "."),
        "path": file,
        "format": kind,
        "mediatype": media,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "licenses": [_LICENCE],
    }
    match kind:
        case "csv":
            resource |= {"type": "table", "encoding": "utf-8", "schema": schema(Path(file).stem)}
        case "geojson":
            [table] = [layer.table for layer in single if layer.name == Path(file).stem]
            resource["schema"] = schema(table)
        case "gpkg":
            resource["layers"] = [{"name": layer.name, "schema": schema(layer.table)} for layer in stored]
    return resource


def _sources(atlas: Atlas) -> list[dict[str, str]]:
    licensors = atlas.sources[atlas.sources["role"] == "licensor"]
    return [
        {"title": f"{row.title}, {row.publisher} ({row.licence})", "path": str(row.address)}
        for row in licensors.itertuples()
    ]

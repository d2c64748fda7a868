"""`datapackage.json`: valid by frictionless and by the standard's own schemas; true to the files."""

import csv
import hashlib
import json
from importlib.resources import files

import jsonschema
import pytest
from frictionless import Package

from layers.columns import columns
from layers.write.datapackage import schema

PATH = {"type": "string", "pattern": r"^(?!\.|/|~|file:)(?!.*/\.\./)[^\\]*$"}
LICENCES = {
    "type": "array",
    "minItems": 1,
    "items": {"required": ["name", "path"], "properties": {"name": {"pattern": "^([-a-zA-Z0-9._])+$"}}},
}
SOURCES = {
    "type": "array",
    "minItems": 1,
    "items": {"required": ["title", "path"], "properties": {"path": {"pattern": "^https?://"}}},
}
FIELD = {
    "required": ["name", "type", "title", "description"],
    "properties": {"type": {"enum": ["string", "integer", "number", "date"]}},
}
# What we promise beyond the standard: everything has a licence, sources, size, hash; every field a meaning.
PACKAGE = {
    "required": ["$schema", "name", "licenses", "sources", "created", "resources"],
    "properties": {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/datapackage.json"},
        "created": {"pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
        "licenses": LICENCES,
        "sources": SOURCES,
        "resources": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["name", "path", "format", "mediatype", "bytes", "hash", "licenses", "sources"],
                "properties": {
                    "name": {"pattern": "^[-a-z0-9._]+$"},
                    "path": PATH,
                    "mediatype": {"pattern": "^(.+)/(.+)$"},
                    "hash": {"pattern": "^sha256:[a-f0-9]{64}$"},
                    "licenses": LICENCES,
                    "sources": SOURCES,
                    "schema": {
                        "required": ["fields"],
                        "properties": {"fields": {"items": FIELD, "minItems": 1}},
                    },
                },
            },
        },
    },
}


@pytest.fixture(scope="module")
def package(built):
    return json.loads((built / "datapackage.json").read_text(encoding="utf-8"))


def test_valid_by_frictionless(built):
    report = Package(str(built / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "type", "note"])
    assert sum(task.type == "table" for task in report.tasks) >= 9


def profile(name):
    """A schema of the standard, https://datapackage.org/profiles/2.0/, as dplib-py carries it."""
    found = json.loads((files("dplib") / "profiles" / "2.0" / f"{name}.json").read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(found)


def test_valid_by_the_schema_of_the_standard(package):
    profile("datapackage").validate(package)
    [store] = [resource for resource in package["resources"] if "layers" in resource]
    for layer in store["layers"]:  # a name of ours, so the standard does not look below it
        profile("tableschema").validate(layer["schema"])


@pytest.mark.parametrize("lost", ["name", "path"])
def test_the_schema_of_the_standard_sees_what_is_missing(package, lost):
    first, *others = package["resources"]
    damaged = {key: value for key, value in first.items() if key != lost}
    assert not profile("datapackage").is_valid(package | {"resources": [damaged, *others]})


def test_has_what_we_promise_beyond_the_standard(package):
    jsonschema.Draft7Validator(PACKAGE).validate(package)


def test_every_file_is_described_and_no_other(built, package):
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    assert {resource["path"] for resource in package["resources"]} == files - {
        "datapackage.json",
        "SHA256SUMS",
    }
    assert len({resource["name"] for resource in package["resources"]}) == len(package["resources"])


def test_sizes_and_hashes_are_those_of_the_files(built, package):
    for resource in package["resources"]:
        content = (built / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}", resource["path"]


def test_fields_are_the_columns_of_the_files(built, package):
    for resource in package["resources"]:
        fields = [field["name"] for field in resource.get("schema", {"fields": []})["fields"]]
        if resource["format"] == "csv":
            with (built / resource["path"]).open(encoding="utf-8", newline="") as file:
                assert next(csv.reader(file)) == fields
        if resource["format"] == "geojson":
            [first, *_] = json.loads((built / resource["path"]).read_text(encoding="utf-8"))["features"]
            assert list(first["properties"]) == fields


@pytest.mark.parametrize("table", columns())
def test_units_are_those_of_the_columns(table):
    fields = {field["name"]: field for field in schema(table)["fields"]}
    assert {name: field.get("unit", "") for name, field in fields.items()} == {
        name: column.unit for name, column in columns()[table].items()
    }


def test_no_cell_of_any_table_runs_as_a_formula(built):
    """OWASP, CSV injection: no text begins with = + - @, a tab or a line break; a number may be negative."""
    for file in sorted((built / "tables").glob("*.csv")):
        types = {name: column.type for name, column in columns()[file.stem].items()}
        with file.open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                for name, cell in row.items():
                    assert types[name] != "text" or not cell.startswith(
                        ("=", "+", "-", "@", "\t", "\r", "\n")
                    ), (
                        file.name,
                        name,
                        cell,
                    )

"""The rules of the house that a machine can check: import direction, file access, sizes, module table."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ORDER = ("geo", "layers", "maps")
MODULES = sorted(path for package in ORDER for path in (ROOT / package).rglob("*.py"))
NO_FILES = [
    *sorted((ROOT / "geo").glob("*.py")),
    ROOT / "layers" / "model.py",
    ROOT / "layers" / "answers.py",
    ROOT / "layers" / "build.py",
    ROOT / "layers" / "claims.py",
    ROOT / "layers" / "evidence.py",
    ROOT / "layers" / "values.py",
    *(
        ROOT / "maps" / f"{name}.py"
        for name in (
            "text",
            "numbers",
            "packed",
            "strands",
            "looks",
            "facts",
            "sections",
            "journeys",
            "serbia",
            "overlay",
            "pages",
            "findings",
        )
    ),
    *sorted((ROOT / "layers" / "checks").glob("*.py")),
]
FILE_MODULES = {
    "os",
    "io",
    "pathlib",
    "shutil",
    "tempfile",
    "sqlite3",
    "zipfile",
    "pyogrio",
    "subprocess",
    "socket",
}
FILE_CALLS = {
    "open",
    "read_text",
    "write_text",
    "read_bytes",
    "write_bytes",
    "to_file",
    "read_file",
    "to_csv",
    "read_csv",
}
MOST_LINES, MOST_FUNCTION_LINES, MOST_SIBLINGS = 400, 45, 6
MAY_IMPORT_MORE = {
    "layers/atlas.py": "the one place where all rules and tables come together",
    "maps/facts.py": "puts measures, columns and symbols together into what a page knows",
}
names = {path: path.relative_to(ROOT).as_posix() for path in MODULES}


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=names.get)
def test_imports_follow_the_arrow(path):
    own = ORDER.index(path.relative_to(ROOT).parts[0])
    outward = {name for name in imported(path) if name.split(".")[0] in ORDER[own + 1 :]}
    assert not outward, f"{names[path]} imports {sorted(outward)} against geo <- layers <- maps"


@pytest.mark.parametrize("path", NO_FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_pure_modules_touch_no_files(path):
    modules = {name.split(".")[0] for name in imported(path)} & FILE_MODULES
    calls = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
    } & FILE_CALLS
    assert not modules | calls


@pytest.mark.parametrize("path", MODULES, ids=names.get)
def test_sizes(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            length = (node.end_lineno or 0) - first.lineno + 1
            assert length <= MOST_FUNCTION_LINES, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", MODULES, ids=names.get)
def test_few_siblings_are_imported(path):
    package = path.relative_to(ROOT).parts[0]
    inside = {".".join(name.split(".")[:2]) for name in imported(path) if name.startswith(f"{package}.")}
    if names[path] not in MAY_IMPORT_MORE:
        assert len(inside) <= MOST_SIBLINGS, sorted(inside)


@pytest.mark.parametrize("path", MODULES, ids=names.get)
def test_nothing_that_is_read_can_run(path):
    """No pickles, no XML but what we write, no code made of text."""
    modules = {name.split(".")[0] for name in imported(path)}
    calls = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
    }
    assert not modules & {
        "pickle",
        "marshal",
        "shelve",
        "dill",
        "joblib",
        "yaml",
        "lxml",
        "xmltodict",
        "runpy",
    }
    assert not calls & {
        "eval",
        "exec",
        "read_pickle",
        "fromstring",
        "XMLParser",
        "iterparse",
        "read_xml",
        "system",
    }


@pytest.mark.parametrize("path", [path for path in MODULES if path.name != "leaflet.py"], ids=names.get)
def test_only_one_module_imports_folium(path):
    assert not {name for name in imported(path) if name.split(".")[0] in {"folium", "branca"}}


@pytest.mark.parametrize("path", [path for path in MODULES if path.parent.name != "cli"], ids=names.get)
def test_only_the_command_line_prints(path):
    calls = {
        node.func.id
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert "print" not in calls


def test_contributing_lists_every_module():
    table = set(
        re.findall(
            r"^\| `([\w/]+\.py)`", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE
        )
    )
    assert table == {name for name in names.values() if not name.endswith("__init__.py")}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "layers" / "catalogue" / "corridors").glob("*.toml")), ids=lambda path: path.stem
)
def test_a_corridor_file_fits_a_review(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300

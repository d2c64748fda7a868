"""Nothing is let in: texts of data run nowhere, and a catalogue is read from its own folder only."""

import os
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

import layers
from maps import figures, outputs
from tests.faults import small
from tests.faults.small import SMALL

WORDS = (
    "[% env('HOME') %]",
    "[%1+1%]",
    "' || $id || '",
    '" OR "1" = "1',
    "'); DROP TABLE segments; --",
    "<img src=https://example.org/x onerror=alert(1)>",
    "]]><script>alert(1)</script><![CDATA[",
    "--><script>alert(1)</script><!--",
    r"$\sqrt 2$ and $\input{/etc/passwd}$",
    "@map_scale {{ 7 * 7 }} {% raw %}",
    "=HYPERLINK(1)",
    "&lol; &#x41;",
)
BAD = " ".join(WORDS)


@pytest.fixture(scope="module")
def worlds(tmp_path_factory):
    """The small catalogue as it is, and with harm in every text that it may hold."""

    def build(name, files):
        folder = small.write(tmp_path_factory.mktemp(name), files)
        outputs.write_all(atlas := layers.read(folder), folder / "build")
        return atlas, folder / "build"

    toml = BAD.replace("\\", "\\\\").replace('"', '\\"')
    cell = BAD.replace('"', '""')
    hostile = {name: text for name, text in SMALL.items() if not name.startswith("corridors/")}
    for name in ("corridors/east.toml", "corridors/rails.toml"):
        hostile[name] = re.sub(
            r'"(East|Istok|Şərq|Rails|Towards Serbia|Drawn for the tests\.)"', '"\\1 {}"', SMALL[name]
        ).replace("{}", toml)
    for name in ("nodes.csv", "sources.csv", "gas.csv", "claims.csv"):
        hostile[name] = re.sub(
            r"(?<=,)(Border|Granica|Moravita|Vrsac|A book|A press|CC BY 4\.0|Peak|Taken|So it is)(?=,)",
            r'"\1 {}"',
            SMALL[name],
        ).replace("{}", cell)
    hostile["claims.csv"] = hostile["claims.csv"].replace("km:East", "main_km:east")
    hostile["scenarios.toml"] = SMALL["scenarios.toml"].replace('"East"]', f'"East {toml}"]')
    return build("plain", SMALL), build("hostile", hostile)


def runs(document):
    """All that QGIS would work out, anywhere in a document."""
    found = []
    for element in ET.fromstring(document).iter():
        for name, value in (("", element.text or ""), *element.attrib.items()):
            found += [(element.tag, name, part) for part in re.findall(r"\[%.*?%\]", value, re.DOTALL)]
            if (
                name in {"filter", "expression", "fieldName", "formatStr", "expressionString"}
                or element.get("name") == "expression"
            ):
                found.append((element.tag, name, value))
        assert element.tag not in {
            "action",
            "attributeactions",
            "editforminit",
            "initCode",
            "Macros",
            "pythonMacros",
        }
    return sorted(found)


def test_qgis_works_out_the_same_whatever_the_data_say(worlds):
    projects, styles = [], []
    for _, folder in worlds:
        with zipfile.ZipFile(folder / "corridors.qgz") as packed:
            assert packed.namelist() == ["corridors.qgs"]
            projects.append(packed.read("corridors.qgs").decode("utf-8"))
        styles.append([file.read_text(encoding="utf-8") for file in sorted(folder.glob("layers/*.qml"))])
    assert "env('HOME')" in projects[1], "the data did reach the project"
    assert runs(projects[0]) == runs(projects[1])
    for plain, hostile in zip(*styles, strict=True):
        assert runs(plain) == runs(hostile)
    metadata = re.findall(r"<(?:abstract|rights)>(.*?)</", projects[1], re.DOTALL)
    assert metadata
    assert not [text for text in metadata if "&lt;img" in text], "escaped twice: QGIS shows it as HTML"


def test_no_cell_of_any_table_runs(worlds):
    for file in (worlds[1][1] / "tables").glob("*.csv"):
        for row in file.read_text(encoding="utf-8").splitlines():
            assert not row.startswith(("=", "+", "-", "@"))
            assert not re.search(r'(^|,)"?[=+@]', row.replace('""', ""))


def test_a_page_of_it_is_one_document(worlds):
    _, folder = worlds[1]
    text = (folder / "maps" / "index.html").read_text(encoding="utf-8")
    assert text.count("<script") == (worlds[0][1] / "maps" / "index.html").read_text(encoding="utf-8").count(
        "<script"
    )
    assert "onerror=alert(1)>" not in text


@pytest.mark.parametrize("ending", ["svg", "pdf"])
def test_a_figure_holds_pictures_of_letters_only(worlds, tmp_path, ending):
    atlas, _ = worlds[1]
    drawn = figures.figure(atlas, "east")
    drawn.save(str(tmp_path / f"a.{ending}"))
    if ending == "pdf":
        reader = PdfReader(tmp_path / "a.pdf")
        assert not any(reader.metadata.values())
        assert not {"/AA", "/OpenAction", "/Names", "/AcroForm"} & set(reader.trailer["/Root"])
        assert not any(page["/Annots"] for page in reader.pages)
    else:
        root = ET.parse(tmp_path / "a.svg").getroot()
        tags = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert not tags & {"script", "foreignObject", "image", "a", "text", "animate", "set"}
        assert not [
            name for element in root.iter() for name in element.attrib if name.lower().startswith("on")
        ]


LINKS = {
    "a file outside": ("nodes.csv", "/etc/passwd"),
    "a file beside": ("nodes.csv", "../secret.csv"),
    "a corridor outside": ("corridors/west.toml", "/etc/hostname"),
    "a line outside": ("alignments/west.geojson", "../../secret.csv"),
    "a way point outside": ("waypoints/west.csv", "../../secret.csv"),
    "scenarios outside": ("scenarios.toml", "/dev/zero"),
    "a link to a link outside": ("links.csv", "hop"),
    "a link to itself": ("gas.csv", "gas.csv"),
    "a link to nothing": ("claims.csv", "nothing.csv"),
}  # fmt: skip


@pytest.mark.parametrize("name", LINKS)
def test_nothing_is_read_outside_of_a_catalogue(run, tmp_path, name):
    file, target = LINKS[name]
    folder = small.write(tmp_path / "catalogue")
    (tmp_path / "secret.csv").write_text("secret", encoding="utf-8")
    (folder / "hop").symlink_to(tmp_path / "secret.csv")
    (folder / file).unlink(missing_ok=True)
    (folder / file).symlink_to(target)
    result = run("check", "--catalogue", folder)
    assert result.exit_code == 1
    assert "put the file itself here" in result.stderr or "no such file" in result.stderr
    assert "root:" not in result.stderr
    assert 'found "secret"' not in result.stderr


def test_a_folder_that_leads_out_is_not_read(run, tmp_path):
    folder = small.write(tmp_path / "catalogue")
    (folder / "alignments").rename(tmp_path / "alignments")
    (folder / "alignments").symlink_to(tmp_path / "alignments")
    result = run("check", "--catalogue", folder)
    assert result.exit_code == 1
    assert "leads out of" in result.stderr


def test_a_catalogue_behind_a_link_is_read(run, tmp_path):
    small.write(tmp_path / "catalogue")
    (tmp_path / "link").symlink_to(tmp_path / "catalogue")
    assert run("check", "--catalogue", tmp_path / "link").exit_code == 0


STANDS = {
    "no catalogue": lambda folder: None,
    "a file for a catalogue": lambda folder: folder.write_text("", encoding="utf-8"),
    "an empty folder": lambda folder: folder.mkdir(),
    "a folder for a file": lambda folder: (small.write(folder) / "nodes.csv").unlink() or (folder / "nodes.csv").mkdir(),
    "a file for a folder": lambda folder: ([small.write(folder)] and (folder / "waypoints" / "east.csv").unlink()) or (folder / "waypoints").rmdir() or (folder / "waypoints").write_text("", encoding="utf-8"),
    "a pipe for a file": lambda folder: (small.write(folder) / "gas.csv").unlink() or os.mkfifo(folder / "gas.csv"),
    "a folder called as a corridor": lambda folder: (small.write(folder) / "corridors" / "west.toml").mkdir(),
    "a corridor of a page's name": lambda folder: small.write(folder, SMALL | {"corridors/index.toml": SMALL["corridors/rails.toml"]}),
    "a corridor of a device's name": lambda folder: small.write(folder, SMALL | {"corridors/nul.toml": SMALL["corridors/rails.toml"]}),
    "a corridor with a hostile name": lambda folder: small.write(folder, SMALL | {"corridors/\x1b[31m[red].toml": SMALL["corridors/rails.toml"]}),
    "no corridor": lambda folder: small.write(folder, {name: text for name, text in SMALL.items() if "corridors" not in name}) and (folder / "corridors").mkdir(),
}  # fmt: skip
SAID = {
    "no catalogue": "no such folder; is this a catalogue?",
    "a file for a catalogue": "a file stands where a folder is meant; is this a catalogue?",
    "an empty folder": "nodes.csv: 1 problem",
    "a folder for a file": "not a file; a text file is meant to stand here",
    "a file for a folder": "a file stands where a folder is meant",
    "a pipe for a file": "not a file; a text file is meant to stand here",
    "a folder called as a corridor": "not a file; a text file is meant to stand here",
    "a corridor of a page's name": "the atlas has files of this name itself; rename this one",
    "a corridor of a device's name": "reserved by Windows",
    "a corridor with a hostile name": r"\x1b[31m[red].toml: ",
    "no corridor": "no corridor; a catalogue has at least one",
}


@pytest.mark.parametrize("name", STANDS)
@pytest.mark.parametrize("command", ["check", "align"])
def test_a_folder_that_is_no_catalogue(run, tmp_path, command, name):
    STANDS[name](tmp_path / "catalogue")
    result = run(command, *(["east_ro"] if command == "align" else []), "--catalogue", tmp_path / "catalogue")
    if command == "check":
        assert (result.exit_code, SAID[name] in result.stderr) == (1, True), result.stderr
    assert result.exit_code in {0, 1, 2}
    assert "fault of corridors" not in result.stderr
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize(
    "error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")]
)
def test_a_file_that_may_not_be_read(run, tmp_path, monkeypatch, error):
    folder = small.write(tmp_path / "catalogue")

    def fail(self):
        raise error

    monkeypatch.setattr("pathlib.Path.read_bytes", fail)
    result = run("check", "--catalogue", folder)
    assert result.exit_code == 1
    assert "file: cannot be read: " in result.stderr

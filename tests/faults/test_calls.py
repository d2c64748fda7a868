"""Calls that are wrong: a name, an option, a place to write to. Exit code 2 for the call, 1 for what is there."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from maps.cli.frame import BUG
from tests.conftest import ROOT
from tests.faults import small

NODE = "'{}': no such node"

WRONG = {
    "no command": (("fly",), "No such command 'fly'"),
    "unknown option": (("check", "--fly"), "No such option"),
    "unknown format": (("lengths", "--format", "xml"), "'xml' is not one of 'table', 'csv', 'json'"),
    "grouping": (("lengths", "--by", "planet"), "'planet': no such grouping"),
    "no grouping": (("lengths", "--by", ""), "'': no such grouping"),
    "lengths of no corridor": (("lengths", "--corridor", "west"), "'west': no such corridor; did you mean \"east\"?"),
    "lengths of a file": (("lengths", "--corridor", "../east"), "'../east': no such corridor"),
    "build of no corridor": (("build", "--only", "est"), "'est': no such corridor; did you mean \"east\"?"),
    "build of a folder": (("build", "--only", "../east"), "'../east': no such corridor"),
    "width of nothing": (("build", "--figures", "--figure-width", "0"), "'--figure-width'"),
    "width below nothing": (("build", "--figures", "--figure-width", "-85"), "'--figure-width'"),
    "width that is no number": (("build", "--figures", "--figure-width", "nan"), "'--figure-width'"),
    "width without end": (("build", "--figures", "--figure-width", "inf"), "'--figure-width'"),
    "language": (("build", "--figure-language", "de"), "'de' is not one of"),
    "from nowhere": (("route", "nowhere", "vrsac"), NODE.format("nowhere")),
    "from nothing": (("route", "", "vrsac"), NODE.format("")),
    "to nowhere": (("route", "moravita", "vrsak"), "'vrsak': no such node; did you mean"),
    "to an escape sequence": (("route", "moravita", "\x1b[31m"), r"'\x1b[31m': no such node"),
    "to a mark of rich": (("route", "moravita", "[red]x[/red]"), "'[red]x[/red]': no such node"),
    "to 3000 characters": (("route", "moravita", "x" * 3000), "no such node"),
    "via nowhere": (("route", "moravita", "vrsac", "--via", "x"), NODE.format("x")),
    "avoiding nothing": (("route", "moravita", "vrsac", "--avoid", "x"), "'x': no such node"),
    "mode": (("route", "moravita", "vrsac", "--mode", "train"), "'train': no such mode"),
    "status": (("route", "moravita", "vrsac", "--status", "open"), "'open': no such status"),
    "best by": (("route", "moravita", "vrsac", "--by", "price"), "'price' is not one of 'km', 'hours'"),
    "no alternative": (("route", "moravita", "vrsac", "--alternatives", "0"), "'--alternatives'"),
    "endless alternatives": (("route", "moravita", "vrsac", "--alternatives", "1000000"), "'--alternatives'"),
    "where one is": (("route", "vrsac", "vrsac"), "no way from vrsac to vrsac: they are the same node"),
    "one end": (("route", "vrsac"), "Missing argument"),
    "route under no scenario": (("route", "moravita", "vrsac", "--scenario", "x"), "'x': no such scenario"),
    "what is avoided is the end": (("route", "moravita", "vrsac", "--avoid", "vrsac"), "vrsac"),
    "nodes of no country": (("nodes", "--country", "QQ"), "'QQ': no such country with nodes"),
    "nodes in small letters": (("nodes", "--country", "rs"), "'rs': no such country with nodes; did you mean \"RS\"?"),
    "nodes of the sea": (("nodes", "--country", ""), "'': no such country with nodes"),
    "nodes of no corridor": (("nodes", "--corridor", "west"), "'west': no such corridor"),
    "flows from nowhere": (("flows", "--source", "nowhere"), NODE.format("nowhere")),
    "flows of no country": (("flows", "--country", "QQ"), "'QQ': no such country with quantities of gas"),
    "flows under no scenario": (("flows", "--scenario", "clsed"), "'clsed': no such scenario; did you mean \"closed\"?"),
    "export to no format": (("export", "--to", "a.dwg"), "'.dwg': no such format of an export"),
    "export to nothing": (("export", "--to", ""), "no such format of an export"),
    "export of no layer": (("export", "--to", "a.fgb", "--layer", "x"), "'x': no such layer"),
    "no segment to draw": (("align", "nowhere"), "'nowhere': no such segment"),
    "nothing to draw": (("align",), "name segments, or a corridor with --corridor"),
    "drawing of no corridor": (("align", "--corridor", "west"), "'west': no such corridor"),
    "drawing out of the folder": (("align", "../east_ro"), "'../east_ro': no such segment"),
    "measure nothing": (("measure",), "Missing argument"),
    "measure by a planet": (("measure", "a.geojson", "--by", "planet"), "'planet': no such grouping"),
    "borders": (("measure", "a.geojson", "--boundaries", "mine"), "'mine' is not one of"),
    "page": (("open", "nowhere"), "'nowhere': no such page"),
    "page out of the folder": (("open", "../../etc/passwd"), "'../../etc/passwd': no such page"),
}  # fmt: skip


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    return small.write(tmp_path_factory.mktemp("small"))


def spoken(result):
    """What was said, with the frames that usage errors stand in taken off."""
    return " ".join("".join(sign for sign in result.stderr if sign not in "│╭╮╰╯─").split())


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_call_says_so(run, catalogue, tmp_path, monkeypatch, name):
    arguments, expected = WRONG[name]
    monkeypatch.chdir(tmp_path)
    own = () if arguments[0] in {"measure", "open", "fly"} else ("--catalogue", catalogue)
    result = run(*arguments, *own)
    assert (result.exit_code, result.stdout) == (2, ""), result.stderr
    assert expected in spoken(result)
    assert list(tmp_path.iterdir()) == []


def refuse(number):
    def fail(*_, **__):
        raise OSError(number, os.strerror(number))

    return fail


def a_file(out):
    out.write_text("", encoding="utf-8")


def below_a_file(out):
    a_file(out)
    return out / "deeper"


def a_device(out):
    return Path("/dev/null")


OUTS = {
    "a file": (a_file, "File exists"),
    "below a file": (below_a_file, ""),
    "a device": (a_device, "File exists"),
    "a name too long": (lambda out: out.with_name("x" * 300), "File name too long"),
    "a link to itself": (lambda out: out.symlink_to(out), ""),
}


@pytest.mark.parametrize("name", OUTS)
@pytest.mark.parametrize("command", ["build", "open"])
def test_outputs_that_cannot_be(run, catalogue, tmp_path, monkeypatch, command, name):
    make, expected = OUTS[name]
    out = make(tmp_path / "out") or tmp_path / "out"
    monkeypatch.setattr("layers.atlas.CATALOGUE", catalogue)
    result = run(command, "--out", out)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{out}" in result.stderr
    assert expected in result.stderr
    assert BUG not in result.stderr
    if command == "build":
        assert "cannot write here: " in result.stderr
        assert "choose another folder with --out" in result.stderr


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EIO])
@pytest.mark.parametrize("call", ["tempfile.mkdtemp", "layers.write.swap.exchange", "pathlib.Path.mkdir"])
def test_disks_that_refuse(run, catalogue, tmp_path, monkeypatch, number, call):
    monkeypatch.setattr("maps.outputs._tasks", lambda *_: [])
    monkeypatch.setattr(call, refuse(number))
    result = run("build", "--out", tmp_path / "out", "--catalogue", catalogue)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"cannot write here: {os.strerror(number)}; choose another folder with --out" in result.stderr


def test_a_folder_that_may_not_be_written(run, catalogue, tmp_path, monkeypatch):
    monkeypatch.setattr("maps.outputs._tasks", lambda *_: [])
    monkeypatch.setattr("os.access", lambda path, mode, **_: mode & os.W_OK == 0)
    (tmp_path / "out").mkdir()
    result = run("build", "--out", tmp_path / "out", "--catalogue", catalogue)
    assert result.exit_code == 1
    assert "cannot write here: Permission denied" in result.stderr


@pytest.mark.parametrize("to", ["{}/file/a.fgb", "{}/folder.fgb", "/dev/null/a.kml", "/proc/a.parquet"])
def test_exports_that_cannot_be(run, catalogue, tmp_path, to):
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "folder.fgb").mkdir()
    result = run("export", "--to", to.format(tmp_path), "--layer", "segments", "--catalogue", catalogue)
    assert (result.exit_code, result.stdout) == (1, ""), result.output
    assert to.format(tmp_path) in result.stderr
    assert BUG not in result.stderr


def test_an_alignment_that_cannot_be_written(run, catalogue, monkeypatch):
    monkeypatch.setattr("os.replace", refuse(errno.ENOSPC))
    before = (catalogue / "alignments" / "east_ro.geojson").read_bytes()
    result = run("align", "east_ro", "--catalogue", catalogue)
    assert result.exit_code == 1
    assert "No space left on device" in result.stderr
    assert (catalogue / "alignments" / "east_ro.geojson").read_bytes() == before


def test_what_nobody_foresaw_is_a_message_and_debug_shows_it(run, monkeypatch, catalogue):
    def fail(*_, **__):
        raise KeyError("what")

    monkeypatch.setattr("layers.read", fail)
    result = run("check", "--catalogue", catalogue)
    assert result.exit_code == 1
    assert f"{BUG}: KeyError: 'what'; please report it with what corridors --debug shows" in result.stderr
    assert isinstance(run("--debug", "check", "--catalogue", catalogue).exception, KeyError)


def command(*arguments, **options):
    line = [sys.executable, "-m", "maps.cli", *map(str, arguments)]
    return subprocess.run(line, cwd=ROOT, check=False, stderr=subprocess.PIPE, **options)


def test_a_pipe_that_is_full_or_gone(catalogue):
    with Path("/dev/full").open("w") as full:
        done = command("lengths", "--catalogue", catalogue, stdout=full)
    assert done.returncode == 1
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr
    read, write = os.pipe()
    os.close(read)
    done = command("lengths", "--catalogue", catalogue, stdout=write)
    os.close(write)
    assert b"Traceback" not in done.stderr


def test_names_in_any_script_go_through_any_pipe(catalogue):
    """As on Windows, where a pipe has an encoding of its own."""
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = command(
        "scenarios", "--catalogue", catalogue, "--format", "csv", stdout=subprocess.PIPE, env=environment
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Şərq".encode() in done.stdout

"""Nothing is lost: killed builds, two builds at once, full disks, and files that somebody changed."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from geo.errors import OutputError
from layers.write import staging, swap
from tests.conftest import ROOT
from tests.faults import killed, small
from tests.faults.killed import NEW, OLD, WANTED, fill, found


def rows(tmp_path, points, *options):
    command = [sys.executable, "-m", "tests.faults.killed", str(tmp_path), str(points), *options]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)


def test_killed_at_fifty_points_all_is_old_or_all_is_new(tmp_path):
    left = rows(tmp_path, 50)
    assert {row["ended"] for row in left} == {0}, "every one of them was killed"
    for row in left:
        assert row["left"] in (OLD, WANTED), row["point"]
        assert (row["then"], row["beside"]) == (WANTED, [".build.lock", "build"])
    assert {str(row["left"] == OLD) for row in left} == {"True", "False"}


def test_where_folders_cannot_be_exchanged_each_file_is_whole_and_the_next_build_goes_on(tmp_path):
    for row in rows(tmp_path, 20, "--one-by-one"):
        for name, text in row["left"].items():
            assert text in (OLD.get(name), NEW.get(name))
        assert OLD.keys() <= row["left"].keys()
        assert (row["then"], row["beside"]) == (WANTED, [".build.lock", "build"])


@pytest.mark.parametrize("seconds", [0.2, 1.7, 2.6, 3.3])
def test_the_command_killed_leaves_what_was_there(tmp_path, seconds):
    folder, out = small.write(tmp_path / "catalogue"), tmp_path / "build"
    fill(out, OLD)
    command = [sys.executable, "-m", "maps.cli", "build", "--out", out, "--catalogue", folder]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()
    if (out / staging.SUMS).exists():  # it was faster
        assert (
            subprocess.run(["sha256sum", "--quiet", "-c", staging.SUMS], cwd=out, check=False).returncode == 0
        )
    else:
        assert found(out) == OLD
    with staging.staged(out):
        pass
    assert sorted(os.listdir(tmp_path)) == [".build.lock", "build", "catalogue"]


def hold(out):
    """Another process that builds into the same folder until it is killed."""
    code = (
        "import sys, time; from pathlib import Path; from layers.write import staging\n"
        "with staging.staged(Path(sys.argv[1])) as aside:\n"
        "    (aside / 'half.txt').write_text('half'); print('writing', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", code, out], cwd=ROOT, stdout=subprocess.PIPE)
    process.stdout.readline()
    return process


def before(out):
    """A former build, and a file of somebody's own."""
    with staging.staged(out) as aside:
        fill(aside, OLD)


def test_two_builds_do_not_mix_and_a_dead_one_holds_nothing(tmp_path):
    out = tmp_path / "build"
    before(out)
    other = hold(out)
    with pytest.raises(OutputError, match="another build writes here now; wait for it, or choose another"):
        killed.build(out)
    assert found(out) == OLD
    other.kill()
    other.communicate()
    killed.build(out)
    assert found(out) == WANTED


@pytest.mark.parametrize("exchange", [True, False], ids=["at once", "one by one"])
def test_what_somebody_changed_is_kept_and_said(tmp_path, monkeypatch, exchange):
    if not exchange:
        monkeypatch.setattr(swap, "exchange", lambda aside, out: False)
    out = tmp_path / "build"
    killed.build(out)
    (out / "corridors.gpkg").write_text("mine", encoding="utf-8")
    (out / "maps" / "notes.txt").write_text("mine", encoding="utf-8")
    for name in ("corridors.kept.gpkg", "corridors.kept-2.gpkg"):
        remarks = []
        with staging.staged(out, remarks=remarks) as aside:
            fill(aside, NEW)
        assert remarks == [f"{out}/corridors.gpkg: changed since it was written; kept as {name}"]
        (out / "corridors.gpkg").write_text("mine too", encoding="utf-8")
    (out / "corridors.gpkg").write_text("mine", encoding="utf-8")
    with staging.staged(out, remarks=remarks) as aside:
        fill(aside, NEW)
    kept = {"corridors.kept.gpkg": "mine", "corridors.kept-2.gpkg": "mine too", "maps/notes.txt": "mine"}
    assert found(out) == NEW | kept, "what is kept already is not kept again"


def test_nothing_is_said_of_what_nobody_changed(tmp_path):
    remarks = []
    for text in ("one", "two"):
        with staging.staged(tmp_path / "build", remarks=remarks) as aside:
            fill(aside, {"a.txt": text})
    assert remarks == []
    assert (tmp_path / "build" / "SHA256SUMS").read_text(encoding="utf-8").endswith("  a.txt\n")


def test_an_open_database_is_not_replaced(tmp_path):
    fill(tmp_path / "build", {"corridors.gpkg": "old", "corridors.gpkg-wal": "what QGIS has not written yet"})
    with pytest.raises(OutputError, match=r"open in another program, .*; close it there, then build again"):
        killed.build(tmp_path / "build")
    assert (tmp_path / "build" / "corridors.gpkg").read_text(encoding="utf-8") == "old"


def test_links_modes_and_empty_folders_stay(tmp_path):
    out = tmp_path / "build"
    fill(out, OLD)
    (tmp_path / "elsewhere.txt").write_text("far", encoding="utf-8")
    (out / "link.txt").symlink_to(tmp_path / "elsewhere.txt")
    (out / "empty").mkdir()
    out.chmod(0o750)
    killed.build(out)
    assert (out / "link.txt").is_symlink()
    assert (out / "empty").is_dir()
    assert out.stat().st_mode & 0o777 == 0o750


def test_a_folder_that_somebody_works_in_stays_the_same_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before(tmp_path)
    number = tmp_path.stat().st_ino
    killed.build(tmp_path)
    assert tmp_path.stat().st_ino == number
    assert found(tmp_path) == WANTED


@pytest.mark.parametrize("kilobytes", [1, 400])
def test_a_disk_that_fills_up(tmp_path, kilobytes):
    """No file may grow beyond a size, for GDAL and SQLite too: what a full disk does, without one."""
    folder, out = small.write(tmp_path / "catalogue"), tmp_path / "build"
    fill(out, OLD)
    code = (
        "import resource, sys; from maps.cli import app\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({kilobytes * 1024}, {kilobytes * 1024}))\n"
        "app(sys.argv[1:])"
    )
    command = [sys.executable, "-c", code, "build", "--only", "rails", "--out", out, "--catalogue", folder]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{out}: cannot write here: " in done.stderr
    assert "Traceback" not in done.stderr
    assert found(out) == OLD

"""Outputs are written aside and put in place whole, by one at a time; what others changed there is kept."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError

from geo.errors import OutputError
from layers.write import swap

SUMS = "SHA256SUMS"
"""The file that says what was written, in the form of `sha256sum`: what differs from it was changed since."""

_WRITING, _READY = "writing", "ready"


@contextmanager
def staged(out: Path, *, remarks: list[str] | None = None) -> Iterator[Path]:
    """
    Give a folder to write into; put its files in the place of the old ones when all are written.

    Parameters
    ----------
    out
        The folder where the files are to stand; made if it is missing. Files in it that are not written
        anew stay as they are.
    remarks
        Gets a remark for each file that somebody changed since it was written, and that was therefore kept
        under another name.

    Yields
    ------
    aside
        An empty folder beside the outputs, or inside them, on the same disk.

    Raises
    ------
    OutputError
        If `out` cannot be made or written, somebody else writes there, or a database in it is open. When
        anything fails, or the process is killed, the former outputs stay whole.

    Notes
    -----
    Where the system can exchange two folders in one step (Linux, macOS), all files change at once. Elsewhere,
    and where the folder itself cannot be moved, they are moved one after another; if that is interrupted, the
    next build first moves the rest.
    """
    whole = Path(os.path.realpath(out))
    try:
        if whole.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        if whole.exists() and not whole.is_dir():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        whole.parent.mkdir(parents=True, exist_ok=True)
        place = swap.place_for(whole)
        with _alone(whole, place):
            _settle(whole, place)
            aside = Path(tempfile.mkdtemp(prefix=_prefix(whole, _WRITING), dir=place))
            try:
                yield aside
                _publish(aside, whole, [] if remarks is None else remarks)
            finally:
                shutil.rmtree(aside, ignore_errors=True)
    except (sqlite3.Error, DataSourceError, DataLayerError, FeatureError) as error:
        raise OutputError(f"{out}: cannot write here: {error}; is the disk full?") from error
    except OutputError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{out}: cannot write here: {reason}; choose another folder with --out") from error


@contextmanager
def _alone(out: Path, place: Path) -> Iterator[None]:
    """Hold a lock that ends with the process, however it ends."""
    lock = FileLock(place / f".{out.name}.lock")
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        message = f"{out}: another build writes here now; wait for it, or choose another folder with --out"
        raise OutputError(message) from error
    try:
        yield
    finally:
        lock.release()


def _settle(out: Path, place: Path) -> None:
    """Finish what a killed process had ready, and clear away what it had not."""
    for left in sorted(place.glob(f"{_prefix(out, _READY)}*")):
        swap.move(left, out)
        shutil.rmtree(left, ignore_errors=True)
    for left in place.glob(f"{_prefix(out, _WRITING)}*"):
        shutil.rmtree(left, ignore_errors=True)


def _publish(aside: Path, out: Path, remarks: list[str]) -> None:
    written = {name: _sum(aside / name) for name in swap.files(aside)}
    former = _read_sums(out)
    for name, new in written.items():
        _require_closed(out / name)
        if (out / name).is_file() and _sum(out / name) not in {new, former.get(name)}:
            kept = _keep(out / name, aside / name)
            remarks.append(f"{out / name}: changed since it was written; kept as {kept}")
    still = {name: value for name, value in former.items() if (out / name).is_file()}
    rows = sorted((still | written).items())
    text = "".join(f"{value}  {name}\n" for name, value in rows)
    (aside / SUMS).write_text(text, encoding="utf-8", newline="\n")
    if not swap.exchange(aside, out):
        ready = aside.with_name(aside.name.replace(_prefix(out, _WRITING), _prefix(out, _READY)))
        os.replace(aside, ready)  # from here on a killed build is finished by the next one
        swap.move(ready, out)
        shutil.rmtree(ready, ignore_errors=True)


def _keep(file: Path, written: Path) -> str:
    """Copy a file into the new outputs, beside the one that takes its place, under a name that is free."""
    own = _sum(file)
    for number in range(1, 1000):
        name = f"{file.stem}.kept{'' if number == 1 else f'-{number}'}{file.suffix}"
        if not file.with_name(name).exists():
            shutil.copy2(file, written.with_name(name))
            return name
        if _sum(file.with_name(name)) == own:
            return name
    raise OutputError(f"{file}: kept a thousand times; take the kept files away")


def _require_closed(file: Path) -> None:
    """Refuse to put a database in place of one whose last changes are not in it yet."""
    for beside in (file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-journal")):
        if beside.is_file() and beside.stat().st_size:
            raise OutputError(
                f"{file}: open in another program, whose changes stand in {beside.name}; "
                "close it there, then build again"
            )


def _read_sums(out: Path) -> dict[str, str]:
    try:
        rows = (out / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {name: value for value, separator, name in (row.partition("  ") for row in rows) if separator}


def _sum(file: Path) -> str:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _prefix(out: Path, state: str) -> str:
    return f".{out.name}-{state}-"

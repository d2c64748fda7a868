"""One folder put in the place of another: in one step where the system can, else file by file."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

_HERE, _EXCHANGE = -100, 2
"""`AT_FDCWD`, and `RENAME_EXCHANGE` of Linux, which macOS calls `RENAME_SWAP`."""


def place_for(out: Path) -> Path:
    """
    Choose where new files are written before they take the place of old ones.

    Parameters
    ----------
    out
        The folder where they are to stand; it may be missing.

    Returns
    -------
    place
        The folder around it, so that all of it can change at once; the folder itself where it cannot be
        moved: a disk of its own, the folder that somebody works in, one in a folder that is not ours.

    Raises
    ------
    PermissionError
        If nothing may be written into `out`.
    """
    if out.exists() and not os.access(out, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    here = Path(os.path.realpath(Path.cwd()))
    fixed = here.is_relative_to(out) or os.path.ismount(out)
    if fixed or not os.access(out.parent, os.W_OK | os.X_OK):
        out.mkdir(exist_ok=True)
        return out
    return out.parent


def exchange(aside: Path, out: Path) -> bool:
    """
    Put a folder in the place of another, all of it in one step.

    Parameters
    ----------
    aside
        The new files; it gets the old ones. Old files that are not written anew are first linked into it.
    out
        Where they are to stand.

    Returns
    -------
    done
        Whether it was done; if not, `out` is as it was.

    Raises
    ------
    OSError
        If there is no room on the disk.

    References
    ----------
    renameat2(2) of Linux, since 3.15; renamex_np(2) of macOS, since 10.12.
    """
    if aside.parent != out.parent:
        return False
    if not out.exists():
        aside.chmod(0o777 & ~_umask())
        os.replace(aside, out)
        return True
    step = _step()
    if step is None or not out.is_dir() or not _carried(out, aside):
        return False
    shutil.copymode(out, aside)
    return step(os.fsencode(aside), os.fsencode(out)) == 0


def move(aside: Path, out: Path) -> None:
    """
    Put files in the place of others, one after another; each of them is whole at any time.

    Parameters
    ----------
    aside
        The new files, on the same disk; it is empty of files afterwards.
    out
        Where they are to stand.

    Raises
    ------
    OSError
        If a file cannot be moved; then some files are new and some are old.
    """
    for name in files(aside):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        os.replace(aside / name, out / name)


def write_text(file: Path, text: str) -> None:
    """
    Write a text file so that the old one is whole until the new one is.

    Parameters
    ----------
    file
        Where to.
    text
        What it is to say; UTF-8, with line ends of one sign.

    Raises
    ------
    OSError
        If it cannot be written; then the old one stays.
    """
    aside = file.with_name(f".{file.name}.writing")
    try:
        aside.write_text(text, encoding="utf-8", newline="\n")
        os.replace(aside, file)
    finally:
        aside.unlink(missing_ok=True)


def files(folder: Path) -> list[str]:
    """
    List all files of a folder.

    Parameters
    ----------
    folder
        The folder.

    Returns
    -------
    files
        Paths from it, with forward slashes, in alphabetical order.
    """
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not _is_folder(path))


def _carried(out: Path, aside: Path) -> bool:
    """Link what is not written anew into the new folder; false where the disk knows no links."""
    for path in sorted(out.rglob("*")):
        target = aside / path.relative_to(out)
        if _is_folder(path):
            target.mkdir(exist_ok=True)
        elif not target.exists():
            try:
                os.link(path, target, follow_symlinks=False)
            except (PermissionError, NotImplementedError, FileExistsError):
                return False
    return True


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _step() -> Callable[[bytes, bytes], int] | None:
    """Find the system's call for two names to change places."""
    if sys.platform not in {"linux", "darwin"}:
        return None
    library = ctypes.CDLL(None, use_errno=True)
    linux, mac = getattr(library, "renameat2", None), getattr(library, "renamex_np", None)
    if linux is not None:
        return lambda one, other: int(linux(_HERE, one, _HERE, other, ctypes.c_uint(_EXCHANGE)))
    if mac is not None:
        return lambda one, other: int(mac(one, other, ctypes.c_uint(_EXCHANGE)))
    return None

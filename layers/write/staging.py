"""Outputs are written aside and moved into place whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geo.errors import OutputError


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """
    Give a folder to write into; move its files over the old ones when all are written.

    Parameters
    ----------
    out
        The folder where the files are to stand; made if it is missing. Files in it that are not written
        anew stay as they are.

    Yields
    ------
    aside
        An empty folder beside the outputs, on the same disk.

    Raises
    ------
    OutputError
        If `out` cannot be made or written. When anything fails, the former outputs stay whole.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".writing-", dir=out))
    except OSError as error:
        raise OutputError(
            f"{out}: cannot write here: {error.strerror}; choose another folder with --out"
        ) from error
    try:
        yield aside
        for file in sorted(path for path in aside.rglob("*") if path.is_file()):
            target = out / file.relative_to(aside)
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(file, target)
    except OSError as error:
        raise OutputError(f"{out}: {error.strerror or error}: {error.filename or ''}") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)

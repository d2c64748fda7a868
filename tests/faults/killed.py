"""Runs builds that are killed at a file operation of their choice, and says what they leave. Linux."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
from pathlib import Path

from layers.write import staging, swap

OLD = {f"layers/{n}.geojson": f"old {n}" for n in range(6)} | {"corridors.gpkg": "old", "mine.txt": "mine"}
NEW = {f"layers/{n}.geojson": f"new {n}" for n in range(1, 8)} | {
    "corridors.gpkg": "new",
    "maps/a.html": "new",
}
WANTED = OLD | NEW
"""What stands there after a build: all that it writes, and what it does not touch."""

EVENTS = {"open", "os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "ctypes.dlsym"}


def fill(folder: Path, files: dict[str, str]) -> None:
    """Write files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def found(folder: Path) -> dict[str, str]:
    """Read what was built, without the sums and what a killed process leaves."""
    names = [name for name in swap.files(folder) if name != staging.SUMS and not name.startswith(".")]
    return {name: (folder / name).read_text(encoding="utf-8") for name in names}


def build(out: Path) -> None:
    """Write the new files as a build does."""
    with staging.staged(out) as aside:
        fill(aside, NEW)


def killed_at(point: int, out: Path) -> int:
    """Build in a process that kills itself at a file operation; give the number of operations if it ends."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        count = 0

        def hook(event: str, _: tuple[object, ...]) -> None:
            nonlocal count
            if event in EVENTS:
                count += 1
                if count == point:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        build(out)
        os.write(write, str(count).encode())
        os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read) as pipe:
        return int(pipe.read() or 0)


def main(folder: Path, points: int, seed: int) -> None:
    """Kill builds at points all along the way; print what each leaves, and what the next build leaves."""
    base = folder / "base" / "build"
    base.parent.mkdir(parents=True)
    with staging.staged(base) as aside:
        fill(aside, OLD)
    last = killed_at(0, Path(shutil.copytree(base, folder / "count" / "build")))
    rows = []
    for number, point in enumerate(random.Random(seed).sample(range(1, last + 1), points)):
        out = Path(shutil.copytree(base, folder / str(number) / "build"))
        ended = killed_at(point, out)
        left = found(out)
        build(out)
        rows.append(
            {
                "point": point,
                "ended": ended,
                "left": left,
                "then": found(out),
                "beside": sorted(os.listdir(out.parent)),
            }
        )
    sys.stdout.write(json.dumps(rows))


if __name__ == "__main__":
    if "--one-by-one" in sys.argv:
        swap.exchange = lambda aside, out: False
    main(Path(sys.argv[1]), int(sys.argv[2]), seed=7)

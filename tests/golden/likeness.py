"""
Whether a picture looks like the one that is kept.

Pictures are compared in squares of 8 pixels: how letters are smoothed is no difference, a line that is
missing is one. A difference is looked at, then taken with `--accept`.
"""

import numpy as np
from PIL import Image

SQUARE_PX = 8
DIFFERS = 16.0
"""Mean difference of a square, of 255, from which on it counts."""


def check(found, file, *, most_pct, accept):
    """Hold a picture against a kept one, or keep it."""
    if accept:
        file.parent.mkdir(exist_ok=True)
        found.save(file, quality=86, method=6)
    assert file.exists(), "no such picture yet: look at what is drawn, then pytest --accept"
    apart = differing_pct(found, Image.open(file).convert("RGB"))
    assert apart <= most_pct, f"{apart:.2f} % differ; look at both; if it is right: pytest --accept"


def differing_pct(one, other):
    """Share of squares that differ, per cent."""
    if one.size != other.size:
        return 100.0
    apart = np.abs(np.asarray(one, dtype=float) - np.asarray(other, dtype=float)).mean(axis=2)
    rows, columns = (length // SQUARE_PX for length in apart.shape)
    squares = apart[: rows * SQUARE_PX, : columns * SQUARE_PX].reshape(rows, SQUARE_PX, columns, SQUARE_PX)
    return 100 * float((squares.mean(axis=(1, 3)) > DIFFERS).mean())

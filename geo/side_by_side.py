"""Work on long arrays side by side on every processor; numpy, GEOS and PROJ run without Python's lock."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import numpy.typing as npt


def in_threads(function: Callable[[slice], npt.NDArray[Any]], count: int, size: int) -> npt.NDArray[Any]:
    """
    Work on slices of long arrays in threads and join the results in order.

    Parameters
    ----------
    function
        Takes a slice, gives its results. Must not write to anything that slices share.
    count
        Length of the arrays.
    size
        Longest slice.

    Returns
    -------
    results
        As from `function` on the whole.

    Examples
    --------
    >>> numbers = np.arange(5)
    >>> in_threads(lambda some: numbers[some] ** 2, len(numbers), size=2).tolist()
    [0, 1, 4, 9, 16]
    """
    slices = [slice(start, min(start + size, count)) for start in range(0, count, size)]
    if len(slices) < 2:
        return function(slice(0, max(count, 0)))
    with ThreadPoolExecutor() as threads:
        return np.concatenate(list(threads.map(function, slices)))

"""Geometry as few numbers: what a page carries of lines and areas."""

from __future__ import annotations

import numpy as np
import shapely

Packed = list[list[int]]
"""Rings or lines; each is the first vertex and then steps: longitude, latitude, in 10^-`decimals` degrees."""


def packed(geometry: shapely.Geometry, *, decimals: int) -> Packed:
    """
    Pack lines or areas; `unpacked` in `web/shapes.js` is the way back.

    Parameters
    ----------
    geometry
        Lines, areas, or a collection of them, longitude first.
    decimals
        Decimals of a degree that are kept: 4 are 11 m, 3 are 110 m.

    Returns
    -------
    packed
        One list of integers for each line or ring; those that shrink to a point are left out.

    Examples
    --------
    >>> packed(shapely.LineString([(20.1, 44.5), (20.2, 44.4)]), decimals=1)
    [[201, 445, 1, -1]]
    """
    parts = shapely.get_parts(shapely.get_parts(geometry))
    areas = shapely.get_dimensions(parts) == 2
    parts = [*shapely.get_rings(parts[areas]), *parts[~areas]]
    rows = []
    for part in parts:
        vertices = np.round(shapely.get_coordinates(part) * 10**decimals).astype(int)
        moved = np.any(np.diff(vertices, axis=0) != 0, axis=1)
        kept = vertices[np.concatenate([[True], moved])]
        if len(kept) > 1:
            steps = np.concatenate([kept[:1], np.diff(kept, axis=0)])
            rows.append(steps.ravel().tolist())
    return rows

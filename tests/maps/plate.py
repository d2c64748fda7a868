"""A plate with every mode and status, and what a picture of it shows: colour and pattern, in millimetres."""

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
from PIL import Image
from shapely import LineString

from layers.model import Mode, Status
from layers.symbols import line_symbol

DPI = 300
PX_PER_MM = DPI / 25.4
MM_PER_DEG = 10.0
WIDTH_DEG, STEP_DEG = 6.0, 0.5
LOOKS = [(mode.value, status.value) for mode in Mode for status in Status]
EXTENT_DEG = (-0.5, -0.5, WIDTH_DEG + 0.5, STEP_DEG * len(LOOKS))
SIZE_PX = (
    round((EXTENT_DEG[2] - EXTENT_DEG[0]) * MM_PER_DEG * PX_PER_MM),
    round((EXTENT_DEG[3] - EXTENT_DEG[1]) * MM_PER_DEG * PX_PER_MM),
)


def lines():
    """One line of 60 mm for each mode and status, 5 mm apart, the first one below."""
    return [LineString([(0, STEP_DEG * row), (WIDTH_DEG, STEP_DEG * row)]) for row in range(len(LOOKS))]


def atlas_of(atlas, corridor="imec"):
    """The atlas with one corridor, whose segments are the lines of the plate."""
    first = atlas.segments.iloc[[0] * len(LOOKS)].reset_index(drop=True)
    modes, statuses = zip(*LOOKS, strict=True)
    names = [f"{mode}_{status}" for mode, status in LOOKS]
    table = first.assign(
        id=names,
        line=names,
        name=names,
        corridor=corridor,
        corridors=corridor,
        mode=modes,
        status=statuses,
        accuracy_km=1.0,
    )
    segments = gpd.GeoDataFrame(table.drop(columns="geometry"), geometry=lines(), crs=4326)
    segments = segments.set_index("id", drop=False).rename_axis(None)
    row = atlas.corridors.iloc[[0]].assign(id=corridor, main=[tuple(names[:1])])
    nodes = atlas.nodes.assign(corridors=corridor).loc[
        list(dict.fromkeys([first["from_node"][0], first["to_node"][0]]))
    ]
    return replace(
        atlas,
        segments=segments,
        nodes=nodes,
        corridors=row.set_index("id", drop=False).rename_axis(None),
        spans=atlas.spans.iloc[:0],
    )


def seen(picture, *, corridor="imec"):
    """Of each line: how far its colour is from the table's, and how far its pattern repeats, millimetres."""
    pixels = np.asarray(Image.open(picture).convert("RGB")).astype(float)
    rows = []
    for number, (mode, status) in enumerate(LOOKS):
        symbol = line_symbol(corridor=corridor, mode=mode, status=status)
        middle = (EXTENT_DEG[3] - STEP_DEG * number) * MM_PER_DEG * PX_PER_MM
        half = max(round(symbol.width_mm / 2 * PX_PER_MM), 1) if symbol.double else 0  # blank in the middle
        left, right = ((lon - EXTENT_DEG[0]) * MM_PER_DEG * PX_PER_MM for lon in (0.2, WIDTH_DEG - 0.2))
        band = pixels[round(middle) - half : round(middle) + half + 1, round(left) : round(right)]
        ink = np.array([int(symbol.colour[start : start + 2], 16) for start in (1, 3, 5)], dtype=float)
        expected = 255 + symbol.opacity * (ink - 255)
        off = np.abs(band - expected).max(axis=2).min(axis=0)
        drawn = off < 60
        starts = np.flatnonzero(drawn[1:] & ~drawn[:-1])
        rows.append(
            {
                "mode": mode,
                "status": status,
                "off": float(np.median(off[drawn])) if drawn.any() else 255.0,
                "drawn": float(drawn.mean()),
                "repeats_mm": float(np.diff(starts).mean() / PX_PER_MM) if len(starts) > 2 else 0.0,
                "dash_mm": sum(symbol.dash_mm),
                "solid": not symbol.dash_mm,
                "ties": bool(symbol.ticks),
            }
        )
    return pd.DataFrame(rows)

"""Layers as GeoJSON after RFC 7946, each with its QGIS style beside it."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pyogrio

from geo.reference import COORDINATE_DECIMALS
from layers.columns import cast


def write(layer: gpd.GeoDataFrame, file: Path, *, table: str, style: str) -> None:
    """
    Write one layer and the style that QGIS loads with it.

    Parameters
    ----------
    layer
        Features of one geometry type, in WGS 84.
    file
        Where the GeoJSON goes; the style is put beside it with the ending `.qml`.
    table
        The table in `columns.toml` that the features follow.
    style
        The QGIS style.

    Notes
    -----
    Dates are written as text: GeoJSON has no dates, and QGIS reads ISO text as a date.
    """
    features = cast(layer, to=table)
    features["as_of"] = features["as_of"].astype(str)
    pyogrio.write_dataframe(
        features,
        file,
        driver="GeoJSON",
        layer_options={
            "RFC7946": "YES",
            "COORDINATE_PRECISION": str(COORDINATE_DECIMALS),
            "WRITE_NAME": "NO",
        },
    )
    file.with_suffix(".qml").write_text(style, encoding="utf-8", newline="\n")

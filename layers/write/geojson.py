"""Layers as GeoJSON after RFC 7946, each with its QGIS style beside it."""

from __future__ import annotations

from pathlib import Path

import pyogrio

from geo.reference import COORDINATE_DECIMALS
from layers.columns import ColumnType, cast, columns
from layers.write import qml
from layers.write.layer import Layer


def write(layer: Layer, folder: Path) -> None:
    """
    Write one layer and the style that QGIS loads with it.

    Parameters
    ----------
    layer
        What to write; its name becomes the name of both files.
    folder
        Where they go; it exists.

    Notes
    -----
    Dates are written as text: GeoJSON has no dates, and QGIS reads ISO text as a date.
    """
    features = cast(layer.features, to=layer.table)
    for name, column in columns()[layer.table].items():
        if column.type is ColumnType.date:
            features[name] = features[name].astype(str)
    file = folder / f"{layer.name}.geojson"
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
    file.with_suffix(".qml").write_text(qml.text(layer), encoding="utf-8", newline="\n")

"""Layers for other stores: FlatGeobuf, GeoParquet, KML and Shapefile, with the losses said."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pyogrio

from geo.errors import OutputError, UnknownNameError
from layers.columns import ColumnType, cast, columns
from layers.write.layer import Layer, Shape

SHAPEFILE_NAME = 10
"""Characters that a Shapefile keeps of a column's name."""

SHAPEFILE_TEXT = 254
"""Bytes that a Shapefile keeps of a text."""


@dataclass(frozen=True, slots=True)
class Exported:
    """
    A file that was written.

    Attributes
    ----------
    file
        Where it is.
    layer
        The layer in it.
    features
        How many it holds.
    lost
        What the format cannot hold; empty if it holds everything.
    """

    file: Path
    layer: str
    features: int
    lost: str


def write(layers: Sequence[Layer], target: Path, *, as_of: str) -> list[Exported]:
    """
    Write layers to files of one format.

    Parameters
    ----------
    layers
        What to write.
    target
        A file; its ending says the format: `.fgb`, `.parquet`, `.kml` or `.shp`. KML holds all layers in
        one file; the others one each, and the layer's name is put before the ending if there are several.
    as_of
        The day (YYYY-MM-DD) that a Shapefile notes, so that the bytes are the same on every day.

    Returns
    -------
    exported
        One row a layer.

    Raises
    ------
    UnknownNameError
        If no format has such an ending.
    OutputError
        If the folder cannot be written.
    """
    if target.suffix not in _WRITERS:
        raise UnknownNameError("format of an export", target.suffix or target.name, _WRITERS)
    one_file = target.suffix == ".kml" or len(layers) == 1
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".writing-", dir=target.parent) as aside:
            done = []
            for layer in layers:
                name = target.name if one_file else f"{target.stem}_{layer.name}{target.suffix}"
                features = cast(layer.features, to=layer.table)
                lost = _WRITERS[target.suffix](features, Path(aside, name), layer, as_of)
                done.append(Exported(target.parent / name, layer.name, len(features), lost))
            for file in sorted(Path(aside).iterdir()):
                os.replace(file, target.parent / file.name)
    except OSError as error:
        raise OutputError(f"{target}: {error.strerror or error}") from error
    return done


def short_names(table: str) -> dict[str, str]:
    """
    Shorten the names of columns to what a Shapefile can hold.

    Parameters
    ----------
    table
        Name of the table in `columns.toml`.

    Returns
    -------
    names
        Column to its name of at most ten characters; no two are the same.

    Examples
    --------
    >>> names = short_names("segments")
    >>> names["length_km"], names["corridor"], names["corridors"], names["published_length_km"]
    ('length_km', 'corridor', 'corridors', 'published_')
    >>> len(set(short_names("transit_nodes").values())) == len(short_names("transit_nodes"))
    True
    """
    names: dict[str, str] = {}
    for name in columns()[table]:
        short = name[:SHAPEFILE_NAME]
        for number in range(1, 100):
            if short not in names.values():
                break
            short = f"{name[: SHAPEFILE_NAME - 2]}_{number}"
        names[name] = short
    return names


def _flatgeobuf(features: gpd.GeoDataFrame, file: Path, layer: Layer, _: str) -> str:
    dates = _dates(layer)
    features[dates] = features[dates].astype(str)
    _write(features, file, layer, driver="FlatGeobuf")
    return "dates are text; no units" if dates else "no units"


def _geoparquet(features: gpd.GeoDataFrame, file: Path, _layer: Layer, _day: str) -> str:
    features.to_parquet(file, index=False, compression="zstd", schema_version="1.1.0")
    return ""


def _kml(features: gpd.GeoDataFrame, file: Path, layer: Layer, _: str) -> str:
    dates = _dates(layer)
    features[dates] = features[dates].astype(str)
    _write(features, file, layer, driver="LIBKML")
    return "dates are text; whole numbers that may be missing too; no units"


def _shapefile(features: gpd.GeoDataFrame, file: Path, layer: Layer, as_of: str) -> str:
    names, cut = short_names(layer.table), 0
    for name, column in columns()[layer.table].items():
        if column.type is ColumnType.text:
            kept = features[name].map(_short)
            cut += int((kept != features[name]).sum())
            features[name] = kept
    _write(
        features.rename(columns=names),
        file,
        layer,
        driver="ESRI Shapefile",
        ENCODING="UTF-8",
        DBF_DATE_LAST_UPDATE=as_of,
    )
    renamed = [f"{name} is {short}" for name, short in names.items() if name != short]
    said = [f"{len(renamed)} names cut: {', '.join(renamed)}"] if renamed else []
    said += [f"{cut} texts cut to {SHAPEFILE_TEXT} bytes"] if cut else []
    return "; ".join([*said, "no units"])


def _write(features: gpd.GeoDataFrame, file: Path, layer: Layer, *, driver: str, **options: str) -> None:
    pyogrio.write_dataframe(
        features,
        file,
        layer=layer.name if driver == "LIBKML" else file.stem,
        driver=driver,
        geometry_type=str(layer.shape),
        promote_to_multi=layer.shape is Shape.area,
        use_arrow=True,
        append=file.exists(),
        layer_options=options,
    )


def _dates(layer: Layer) -> list[str]:
    return [name for name, column in columns()[layer.table].items() if column.type is ColumnType.date]


def _short(text: str) -> str:
    return text.encode()[:SHAPEFILE_TEXT].decode(errors="ignore")


_WRITERS: dict[str, Callable[[gpd.GeoDataFrame, Path, Layer, str], str]] = {
    ".fgb": _flatgeobuf,
    ".parquet": _geoparquet,
    ".kml": _kml,
    ".shp": _shapefile,
}

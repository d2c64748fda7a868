"""A layer as a frozen description: features, what they are, and how they are drawn and labelled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import geopandas as gpd

from layers.symbols import GroundSymbol, LineSymbol, NodeSymbol


class Shape(StrEnum):
    """The one geometry type of a layer."""

    point = "Point"
    line = "LineString"
    area = "MultiPolygon"


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One symbol and the features that it is drawn for: one line of the legend.

    Attributes
    ----------
    label
        The line in the legend.
    where
        Condition on the features, as a QGIS expression; empty for all.
    symbol
        How they are drawn.
    """

    label: str
    where: str
    symbol: LineSymbol | NodeSymbol | GroundSymbol


@dataclass(frozen=True, slots=True)
class Labels:
    """
    How features are labelled.

    Attributes
    ----------
    field
        The column that is written.
    shown
        Condition on the feature and the scale, as a QGIS expression; empty for always.
    weight
        How much a label is worth when there is no room for all, 0 to 10, as a QGIS expression.
    """

    field: str
    shown: str = ""
    weight: str = "5"


@dataclass(frozen=True, slots=True)
class Layer:
    """
    One layer of our files.

    Attributes
    ----------
    name
        Name in the files.
    title, description
        What people read in a list of layers.
    table
        The table in `columns.toml` that the features follow.
    shape
        Their geometry type.
    features
        Rows with geometry, in WGS 84.
    rules
        Symbols, in the order of the legend.
    labels
        How they are labelled.
    """

    name: str
    title: str
    description: str
    table: str
    shape: Shape
    features: gpd.GeoDataFrame
    rules: tuple[Rule, ...]
    labels: Labels

"""A small map of what a text speaks of: lines, places and the ground below, as paths on a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from geo.modes import STANDS
from geo.reference import WGS84
from layers import Atlas
from layers.model import Status, Translated
from layers.symbols import line_symbol
from maps.background import FAR_TOLERANCE_DEG, NEAR_TOLERANCE_DEG, seas, thinned
from maps.looks import PX_PER_MM, dashes
from maps.packed import packed
from maps.sheet import Sheet, sheet
from maps.text import clean
from maps.words import LANGUAGES, words

WIDTH_PX, SHARE = 340, 0.62
"""Size of a detail: its width, and its height as a share of it."""

LEAST_DEG = (5.0, 3.2)
"""What a detail shows at least, longitude and latitude: enough to know where one is."""

BEYOND = 0.12
"""How much more than the lines it shows on each side, as a share of their extent."""

THINNED_PX = 0.6
"""How far a drawn line may leave its course."""

GROUND_PX = 1.3
"""The same for coasts and borders: a triangle of this size is left out."""

ISLAND_PX2 = 10.0
"""Smaller areas are not drawn."""

WIDE_DEG = 25.0
"""From this width on the coarse ground is enough."""

NORTH_OF_DEG = 0.5
"""A detail that would cross the equator ends here: its projection holds for one hemisphere."""

LETTER_PX = {"place": 7.1, "country": 7.4, "sea": 5.9}
"""About how wide a letter of each kind of name is."""

NAMED_FROM_PX2 = 1500.0
"""A country is named when it takes this much of the map."""

LINE_PX = 13.0
"""Height of a name."""

SLIM = 0.8
"""Width of a line here, as a share of its width on a page."""


@dataclass(frozen=True, slots=True)
class Way:
    """
    Lines of one look.

    Attributes
    ----------
    corridor, status
        What they belong to, and how they stand.
    path
        As SVG writes it, tenths of a pixel.
    width, dash, cap, opacity
        The look, tenths of a pixel.
    """

    corridor: str
    status: str
    path: str
    width: float
    dash: str
    cap: str
    opacity: float


@dataclass(frozen=True, slots=True)
class Name:
    """
    A name on the map.

    Attributes
    ----------
    text
        In every language.
    left, top
        The corner where it begins, pixels, for a name that runs to the right; see `anchor`.
    anchor
        `start`, `middle` or `end`, as SVG has it.
    kind
        `place`, `country` or `sea`.
    """

    text: Translated
    left: float
    top: float
    anchor: str
    kind: str


@dataclass(frozen=True, slots=True)
class Detail:
    """
    A small map.

    Attributes
    ----------
    width, height
        Pixels.
    land, borders, focus, others
        Paths of all land, of lines between countries, of the country looked at, and of other lines of the
        same modes that stand.
    ways
        What the map shows; what is only an idea first.
    dots
        Places, pixels.
    names
        Of places, countries and seas, none on another.
    """

    width: int
    height: int
    land: str
    borders: str
    focus: str
    others: str
    ways: tuple[Way, ...]
    dots: tuple[tuple[float, float], ...]
    names: tuple[Name, ...]


def detail(atlas: Atlas, places: Sequence[tuple[str, str]], *, focus: str) -> Detail | None:
    """
    Draw what a claim speaks of.

    Parameters
    ----------
    atlas
        The checked catalogue.
    places
        Kind and name: `line`, `segment`, `corridor` (its main route), `node` (drawn with its name).
    focus
        Code of the country that is set off from the others.

    Returns
    -------
    detail
        None if there is nothing to show.
    """
    named = [name for kind, name in places if kind == "node"]
    segments = atlas.segments.loc[list(dict.fromkeys(_segments(atlas, places)))]
    nodes = atlas.nodes.loc[named]
    if segments.empty and nodes.empty:
        return None
    laid = sheet(
        _extent([*segments.geometry, *nodes.geometry]), width_mm=WIDTH_PX, proportions=(SHARE, SHARE)
    )
    shown = _Drawing(laid)
    countries = shown.countries()
    land = shapely.union_all(countries.to_numpy())
    other = atlas.segments[
        atlas.segments["mode"].isin(set(segments["mode"]))
        & atlas.segments["status"].isin(STANDS)
        & ~atlas.segments.index.isin(segments.index)
    ]
    dots = [shown.point(point) for point in nodes.geometry]
    texts = list(map(_named, *(nodes[column] for column in ("name", "name_sr", "name_az"))))
    return Detail(
        width=WIDTH_PX,
        height=round(laid.height_mm),
        land=shown.path(land),
        borders=shown.path(shown.inner(countries, land)),
        focus=shown.path(shapely.GeometryCollection(list(countries[countries.index == focus]))),
        others=shown.path(shown.lines(other)),
        ways=tuple(_ways(shown, segments)),
        dots=tuple(dots),
        names=tuple(_names(shown, list(zip(texts, dots, strict=True)), countries, ways=segments)),
    )


class _Drawing:
    """What is done again and again on one sheet: laying, cutting, thinning, writing as paths."""

    def __init__(self, laid: Sheet) -> None:
        self.laid = laid

    def countries(self) -> gpd.GeoSeries:
        west, south, east, north = self.laid.extent
        tolerance = FAR_TOLERANCE_DEG if east - west > WIDE_DEG else NEAR_TOLERANCE_DEG
        near = thinned((west - 1, south - 1, east + 1, north + 1), tolerance)
        cut = near.clip_by_rect(west - 8, south - 5, east + 8, north + 5)
        drawn = shapely.intersection(shapely.make_valid(self.laid.on_paper(cut.to_numpy())), self.laid.frame)
        parts = gpd.GeoSeries(drawn, index=near.index).explode()
        parts = parts[parts.area > ISLAND_PX2]
        return gpd.GeoSeries(shapely.coverage_simplify(parts.to_numpy(), GROUND_PX), index=parts.index)

    def inner(self, countries: gpd.GeoSeries, land: shapely.Geometry) -> shapely.Geometry:
        """Borders: edges of countries that are no edge of the land."""
        edges = shapely.union_all(shapely.boundary(countries.to_numpy()))
        return shapely.line_merge(edges.difference(land.boundary.buffer(0.01)))

    def lines(self, segments: gpd.GeoDataFrame) -> shapely.Geometry:
        on_paper = self.laid.on_paper(segments.geometry.to_numpy())
        inside = shapely.intersection(on_paper, self.laid.frame.buffer(4))
        joined = shapely.line_merge(shapely.union_all(inside[~shapely.is_empty(inside)]))
        return shapely.simplify(joined, THINNED_PX)

    def point(self, point: shapely.Point) -> tuple[float, float]:
        x, y = shapely.get_coordinates(self.laid.on_paper(point))[0]
        return (round(float(x), 1), round(float(self.laid.height_mm - y), 1))

    def down(self, geometry: shapely.Geometry) -> shapely.Geometry:
        """Count from the upper edge, as a screen does."""
        return shapely.transform(
            geometry, lambda at: np.column_stack([at[:, 0], self.laid.height_mm - at[:, 1]])
        )

    def path(self, geometry: shapely.Geometry) -> str:
        """Tenths of a pixel from the upper left corner; rings are closed."""
        down = self.down(geometry)
        closed = "z" if shapely.get_dimensions(down) == 2 else ""
        return "".join(
            f"M{steps[0]} {steps[1]}l{' '.join(map(str, steps[2:]))}{closed}"
            for steps in packed(down, decimals=1)
        )


def _named(en: str, sr: str, az: str) -> Translated:
    return Translated(en=clean(en), sr=clean(sr), az=clean(az))


def _segments(atlas: Atlas, places: Sequence[tuple[str, str]]) -> Iterator[str]:
    for kind, name in places:
        if kind == "segment":
            yield name
        elif kind == "line":
            yield from atlas.segments.index[atlas.segments["line"] == name]
        elif kind == "corridor":
            yield from atlas.main_routes[name]


def _extent(geometries: Sequence[shapely.Geometry]) -> gpd.GeoSeries:
    """Make a frame round everything, not smaller than `LEAST_DEG`."""
    west, south, east, north = shapely.total_bounds(np.array(geometries))
    lon, lat = (
        max(least, size * (1 + 2 * BEYOND)) / 2
        for least, size in zip(LEAST_DEG, (east - west, north - south), strict=True)
    )
    lower, upper = (south + north) / 2 - lat, (south + north) / 2 + lat
    if lower < 0 < upper:
        lower = NORTH_OF_DEG
    box = shapely.box((west + east) / 2 - lon, lower, (west + east) / 2 + lon, upper)
    return gpd.GeoSeries([box.exterior], crs=WGS84)


def _ways(shown: _Drawing, segments: gpd.GeoDataFrame) -> Iterator[Way]:
    statuses = list(reversed(Status))
    groups = segments.groupby(["corridor", "mode", "status"], sort=False).groups
    for (corridor, mode, status), members in sorted(
        groups.items(), key=lambda item: statuses.index(item[0][2])
    ):
        look = line_symbol(corridor=corridor, mode=mode, status=status)
        yield Way(
            corridor=corridor,
            status=status,
            path=shown.path(shown.lines(segments.loc[members])),
            width=round(look.width_mm * PX_PER_MM * SLIM * 10),
            dash=dashes(tuple(part * 10 * SLIM for part in look.dash_mm)),
            cap=look.cap,
            opacity=look.opacity,
        )


def _names(
    shown: _Drawing,
    places: Sequence[tuple[Translated, tuple[float, float]]],
    countries: gpd.GeoSeries,
    *,
    ways: gpd.GeoDataFrame,
) -> Iterator[Name]:
    """Names of places first, each on the side where it is least in the way; then countries and seas."""
    taken = [shapely.Point(at).buffer(4) for _, at in places]
    lines = shown.down(shown.lines(ways)).buffer(2)
    for text, at in places:
        name, box = min(_sides(text, at), key=lambda side: _cost(side[1], [lines, *taken], shown.laid))
        taken.append(box)
        yield name
    for name, box, room in [*_country_names(shown, countries), *_sea_names(shown)]:
        if room.intersection(box).area > 0.9 * box.area and not any(box.intersects(other) for other in taken):
            taken.append(box)
            yield name


def _size(text: Translated, kind: str) -> float:
    return max(len(getattr(text, language)) for language in LANGUAGES) * LETTER_PX[kind]


def _sides(text: Translated, at: tuple[float, float]) -> Iterator[tuple[Name, shapely.Polygon]]:
    (x, y), width = at, _size(text, "place")
    for anchor, left, top in (
        ("start", x + 6, y + 4),
        ("end", x - 6, y + 4),
        ("middle", x, y - 7),
        ("middle", x, y + 15),
    ):
        begin = left - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        box = shapely.box(begin, top - LINE_PX + 3, begin + width, top + 3)
        yield Name(text, round(left, 1), round(top, 1), anchor, "place"), box


def _cost(box: shapely.Polygon, taken: Sequence[shapely.Geometry], laid: Sheet) -> float:
    outside = box.area - box.intersection(laid.frame).area
    return float(4 * outside + sum(box.intersection(other).area for other in taken))


def _country_names(
    shown: _Drawing, countries: gpd.GeoSeries
) -> Iterator[tuple[Name, shapely.Polygon, shapely.Geometry]]:
    largest = countries.iloc[np.argsort(-countries.area.to_numpy(), kind="stable")]
    for code, area in largest[~largest.index.duplicated()].items():
        text = words().get(f"country.{code}")
        if text and area.area >= NAMED_FROM_PX2:
            x, y = shapely.maximum_inscribed_circle(area, tolerance=2).coords[0]
            room = shown.down(area.buffer(6)).intersection(shown.laid.frame)
            yield *_middle(text, x, shown.laid.height_mm - y, "country"), room


def _sea_names(shown: _Drawing) -> Iterator[tuple[Name, shapely.Polygon, shapely.Geometry]]:
    for label in seas(shown.laid.extent):
        x, y = shown.point(shapely.Point(label.lon, label.lat))
        yield *_middle(label.name, x, y, "sea"), shown.laid.frame


def _middle(text: Translated, x: float, y: float, kind: str) -> tuple[Name, shapely.Polygon]:
    width = _size(text, kind)
    box = shapely.box(x - width / 2, y - LINE_PX / 2, x + width / 2, y + LINE_PX / 2)
    return Name(text, round(float(x), 1), round(float(y) + 3, 1), "middle", kind), box

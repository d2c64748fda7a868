"""The checked catalogue as tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd

import geo
from geo.errors import DefinitionError, Problem, UnknownNameError
from geo.scenarios import applied
from layers import boundaries, build
from layers.checks import alignments, evidence, figures, names, placement, travel
from layers.model import Definition
from layers.reader import CATALOGUE, read_definition

if TYPE_CHECKING:
    import networkx as nx

RULES: tuple[Callable[[Definition], Iterable[Problem]], ...] = (
    names.empty_catalogue,
    names.doubled_ids,
    names.taken_names,
    names.unknown_nodes,
    names.unused_nodes,
    names.unknown_sources,
    names.unused_sources,
    names.broken_main,
    names.wrong_references,
    figures.impossible_years,
    figures.impossible_capacities,
    alignments.alignment_files,
    alignments.loose_ends,
    alignments.doubled_way_points,
    alignments.missed_way_points,
    alignments.incredible_lengths,
    travel.loose_links,
    travel.wrong_times,
    evidence.misplaced_quantities,
    evidence.impossible_periods,
    evidence.unshown_claims,
    evidence.idle_scenarios,
    evidence.unknown_figures,
)
"""Every rule that needs nothing but the definition."""

PLACEMENT_RULES: tuple[Callable[[Definition, gpd.GeoDataFrame], Iterable[Problem]], ...] = (
    placement.misplaced_nodes,
    placement.strayed_lines,
)
"""Every rule that also needs the areas of countries."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """
    A checked catalogue as tables. The columns are described in `layers/catalogue/columns.toml`.

    Attributes
    ----------
    segments
        One row a segment, with its line; on the index `id`.
    nodes
        One row a node, with its point; on the index `id`.
    corridors
        One row a corridor: titles, descriptions, main route; on the index `id`.
    spans
        Published lengths, of single segments and of several together.
    sources
        One row a source; on the index `id`.
    boundaries
        Name of the boundary set that placements were checked against.
    countries
        Country code to name in English.
    links
        Places near one another that no segment joins.
    times
        Speeds and waits, for journeys by hours.
    quantities
        Capacities, flows, contracts, demand and stores of gas; on the index `id`.
    claims
        One row a claim that is checked; on the index `id`.
    scenarios
        One row a scenario; on the index `id`.
    changes
        Scenario to what it changes, see `geo.scenarios`.
    """

    segments: gpd.GeoDataFrame
    nodes: gpd.GeoDataFrame
    corridors: pd.DataFrame
    spans: pd.DataFrame
    sources: pd.DataFrame
    boundaries: str
    countries: Mapping[str, str]
    links: pd.DataFrame
    times: pd.DataFrame
    quantities: pd.DataFrame
    claims: pd.DataFrame
    scenarios: pd.DataFrame
    changes: Mapping[str, pd.DataFrame]

    @property
    def network(self) -> nx.MultiGraph:
        """All segments and nodes as one network, see `geo.network.graph`; made anew at each call."""
        return geo.network.graph(self.segments, self.nodes, links=self.links, times=self.times)

    def under(self, scenario: str | None) -> Atlas:
        """
        Show the atlas as it is under a scenario.

        Parameters
        ----------
        scenario
            Identifier; the atlas as it is today if None.

        Returns
        -------
        atlas
            With other statuses, capacities and quantities; all else as it was.

        Raises
        ------
        UnknownNameError
            If there is no such scenario.
        """
        if scenario is None:
            return self
        if scenario not in self.changes:
            raise UnknownNameError("scenario", scenario, self.changes)
        change = self.changes[scenario]
        return replace(
            self,
            segments=applied(self.segments, change),
            quantities=applied(self.quantities, change, name="quantities"),
        )

    @property
    def credits(self) -> tuple[str, ...]:
        """Who must be named wherever the data are shown: publisher and licence."""
        licensors = self.sources[self.sources["role"] == "licensor"]
        return tuple(f"{row.publisher} ({row.licence})" for row in licensors.itertuples())

    @property
    def main_routes(self) -> dict[str, tuple[str, ...]]:
        """The segments of each corridor's main route, in the order of travel."""
        return dict(zip(self.corridors["id"], self.corridors["main"], strict=True))

    @property
    def gas_origin(self) -> str:
        """Where gas is asked from: Sangachal; without it where the first line of gas, or of all, begins."""
        if "sangachal" in self.nodes.index:
            return "sangachal"
        gas = self.segments[self.segments["mode"] == "gas_pipeline"]
        return str((self.segments if gas.empty else gas)["from_node"].iloc[0])

    def knows_gas(self, country: str) -> bool:
        """
        Tell whether there are quantities of a country's gas, which every answer about it rests on.

        Parameters
        ----------
        country
            ISO 3166-1 alpha-2 code.

        Returns
        -------
        knows
            Whether there is at least one.
        """
        return country in set(self.quantities["country"])

    def ends_of(self, *corridors: str) -> set[str]:
        """
        Find the nodes where main routes begin and end.

        Parameters
        ----------
        *corridors
            Identifiers; all corridors if none is given.

        Returns
        -------
        ends
            Identifiers of the nodes that only one segment of a main route touches.

        Raises
        ------
        UnknownNameError
            If there is no such corridor.
        """
        self._require(corridors)
        ends: set[str] = set()
        for corridor, main in self.main_routes.items():
            if not corridors or corridor in corridors:
                route = self.segments.loc[list(main)]
                touched = pd.concat([route["from_node"], route["to_node"]])
                ends |= set(touched[~touched.duplicated(keep=False)])
        return ends

    def extent_of(self, *corridors: str) -> tuple[float, float, float, float]:
        """
        Find what a map of some corridors is to show.

        Parameters
        ----------
        *corridors
            Identifiers; all corridors if none is given.

        Returns
        -------
        extent
            West, south, east, north, degrees, of all segments but alternatives: a way round Africa would make
            everything else small.

        Raises
        ------
        UnknownNameError
            If there is no such corridor.
        """
        segments = self.segments_of(*corridors)
        usual = segments[segments["role"] != "alternative"]
        west, south, east, north = (float(edge) for edge in usual.total_bounds)
        return (west, south, east, north)

    def segments_of(self, *corridors: str) -> gpd.GeoDataFrame:
        """
        Take the segments that serve any of some corridors, shared ones too.

        Parameters
        ----------
        *corridors
            Identifiers; all corridors if none is given.

        Returns
        -------
        segments
            Rows of `segments`.

        Raises
        ------
        UnknownNameError
            If there is no such corridor.
        """
        return self._serving(self.segments, corridors)

    def nodes_of(self, *corridors: str) -> gpd.GeoDataFrame:
        """
        Take the nodes of any of some corridors.

        Parameters
        ----------
        *corridors
            Identifiers; all corridors if none is given.

        Returns
        -------
        nodes
            Rows of `nodes`.

        Raises
        ------
        UnknownNameError
            If there is no such corridor.
        """
        return self._serving(self.nodes, corridors)

    def _repr_html_(self) -> str:
        tables = ("corridors", "segments", "nodes", "sources", "quantities", "claims", "scenarios")
        rows = pd.Series({name: len(getattr(self, name)) for name in tables}, name="rows")
        return f"<p>Atlas as of {self.as_of}</p>{rows.to_frame().to_html(border=0)}"

    def _serving(self, table: gpd.GeoDataFrame, corridors: tuple[str, ...]) -> gpd.GeoDataFrame:
        self._require(corridors)
        asked = set(corridors)
        return table[[not asked or bool(asked & set(names.split(";"))) for names in table["corridors"]]]

    def _require(self, corridors: tuple[str, ...]) -> None:
        for name in corridors:
            if name not in self.corridors.index:
                raise UnknownNameError("corridor", name, self.corridors.index)

    @property
    def as_of(self) -> str:
        """The latest day that a row speaks of. It dates the outputs: they do not change by themselves."""
        return str(max(self.segments["as_of"].max(), self.nodes["as_of"].max()))


def read(catalogue: str | Path | None = None, *, placement: bool = True) -> Atlas:
    """
    Read and check a catalogue.

    Parameters
    ----------
    catalogue
        The catalogue's folder; the one that comes with the project if none is given.
    placement
        Whether every place is also held against the countries: half a second that a question of a catalogue
        that was checked before can do without.

    Returns
    -------
    atlas
        The tables.

    Raises
    ------
    DefinitionError
        If the catalogue has problems: all of them, in one error.

    Examples
    --------
    >>> atlas = read()
    >>> atlas.segments.loc["tap_albania_east", ["line", "country", "status"]].tolist()
    ['TAP', 'AL', 'operating']
    """
    definition, problems = read_definition(Path(catalogue or CATALOGUE))
    for rule in RULES:
        problems += rule(definition)
    for placement_rule in PLACEMENT_RULES if placement else ():
        problems += placement_rule(definition, boundaries.countries())
    if problems:
        raise DefinitionError(problems)
    segments = build.segments(definition)
    return Atlas(
        segments=segments,
        nodes=build.nodes(definition),
        corridors=build.corridors(definition),
        spans=build.spans(definition),
        sources=build.sources(definition),
        boundaries=boundaries.NATURAL_EARTH,
        countries=boundaries.names(),
        links=build.links(definition),
        times=build.times(definition),
        quantities=build.quantities(definition),
        claims=build.claims(definition),
        scenarios=build.scenarios(definition),
        changes=build.changes(definition, segments),
    )

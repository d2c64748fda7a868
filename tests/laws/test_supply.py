"""Properties of maximum flow and of scenarios that hold for any network."""

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import flows, scenarios

NODES = "abcdef"
pipe = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES), st.integers(1, 50)).filter(
    lambda x: x[0] != x[1]
)
a_network = st.lists(pipe, min_size=1, max_size=14)
STATUSES = ["operating", "suspended", "planned"]


def table(rows):
    made = pd.DataFrame(rows, columns=["from_node", "to_node", "capacity"]).astype({"capacity": "float64"})
    made = made.assign(line="L", status="operating", mode="gas_pipeline", capacity_unit="mcm_per_day")
    return made.set_index(pd.Index([f"pipe{number}" for number in range(len(made))]))


def largest(pipes):
    return flows.maximum_flow(pipes, source=pipes["from_node"].iloc[0], sinks=[pipes["to_node"].iloc[-1]])


@given(a_network)
def test_maximum_flow_is_minimum_cut(rows):
    pipes = table(rows)
    if pipes["from_node"].iloc[0] == pipes["to_node"].iloc[-1]:
        return
    found = largest(pipes)
    assert pipes.loc[list(found.cut), "capacity"].sum() == pytest.approx(found.mcm_per_day)
    assert (
        largest(
            pipes.assign(status=["closed" if name in found.cut else "operating" for name in pipes.index])
        ).mcm_per_day
        == 0
    )


@given(a_network)
def test_parallel_pipes_add_up_as_in_one_pipe(rows):
    """Against networkx on the same network with pipes side by side joined beforehand."""
    pipes = table(rows)
    source, sink = pipes["from_node"].iloc[0], pipes["to_node"].iloc[-1]
    if source == sink:
        return
    joined = pipes.groupby(["from_node", "to_node"])["capacity"].sum()
    graph = nx.DiGraph()
    graph.add_edges_from((begin, end, {"capacity": value}) for (begin, end), value in joined.items())
    assert largest(pipes).mcm_per_day == pytest.approx(nx.maximum_flow_value(graph, source, sink))


@given(a_network, st.randoms(use_true_random=False))
def test_order_of_pipes_is_irrelevant(rows, random):
    pipes = table(rows)
    source, sink = pipes["from_node"].iloc[0], pipes["to_node"].iloc[-1]
    if source == sink:
        return
    names = list(pipes.index)
    random.shuffle(names)
    one = flows.maximum_flow(pipes, source=source, sinks=[sink])
    other = flows.maximum_flow(pipes.loc[names], source=source, sinks=[sink])
    assert one.mcm_per_day == pytest.approx(other.mcm_per_day)


@given(a_network, st.data())
def test_a_scenario_and_its_opposite_give_today_and_twice_is_once(rows, data):
    pipes = table(rows)
    change = st.tuples(
        st.just("segments"), st.sampled_from(list(pipes.index)), st.just("status"), st.sampled_from(STATUSES)
    )
    larger = st.tuples(
        st.just("segments"), st.sampled_from(list(pipes.index)), st.just("capacity"), st.floats(0, 99)
    )
    scenario = scenarios.changes(data.draw(st.lists(st.one_of(change, larger), max_size=6)))
    once = scenarios.applied(pipes, scenario)
    pd.testing.assert_frame_equal(scenarios.applied(once, scenario), once)
    pd.testing.assert_frame_equal(scenarios.applied(once, scenarios.opposite(pipes, scenario)), pipes)

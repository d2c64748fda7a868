"""Commands: exit codes, streams, formats, and words."""

import json
import webbrowser
from itertools import pairwise

import pytest
from typer.testing import CliRunner

from maps.cli import app

SGC = "southern_gas_corridor"


@pytest.fixture
def run():
    runner = CliRunner()
    return lambda *arguments: runner.invoke(app, [str(argument) for argument in arguments])


@pytest.mark.parametrize(
    "command", ["build", "check", "flows", "lengths", "measure", "nodes", "open", "route", "scenarios"]
)
def test_help_shows_an_example(run, command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"corridors {command}" in result.stdout.replace("\n", " ")


def test_check_says_what_it_found(run):
    result = run("check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "7 corridors, 290 segments, 269 nodes" in result.stderr


def test_problems_go_to_standard_error_with_code_1(run, catalogue):
    (catalogue / "nodes.csv").write_text("id\n", encoding="utf-8")
    result = run("check", "--catalogue", catalogue)
    assert (result.exit_code, result.stdout) == (1, "")
    assert 'column "name" is missing' in result.stderr


def test_debug_shows_where_an_error_comes_from(run, tmp_path):
    assert run("--debug", "check", "--catalogue", tmp_path).exception.__class__.__name__ == "DefinitionError"


@pytest.mark.parametrize(
    "arguments",
    [
        ("lengths", "--by", "banana"),
        ("lengths", "--corridor", "nowhere"),
        ("build", "--only", "nowhere"),
        ("lengths", "--format", "xml"),
        ("flows", "--scenario", "kirevo"),
        ("flows", "--source", "nowhere"),
        ("flows", "--country", "ZZ"),
        ("fly",),
    ],
)
def test_a_wrong_call_has_code_2(run, arguments, tmp_path):
    assert run(*arguments).exit_code == 2


def test_lengths_as_csv_and_json_are_the_same(run):
    rows = json.loads(run("lengths", "--by", "line", "--format", "json").stdout)
    table = run("lengths", "--by", "line", "--format", "csv").stdout.splitlines()
    assert table[0] == ",".join(rows[0])
    tap = next(row for row in rows if row["line"] == "TAP")
    assert f"TAP,{tap['segments']},{tap['length_km']}," in "\n".join(table)
    assert abs(tap["deviation_pct"]) < 2


def test_lengths_of_one_corridor_as_a_table(run):
    result = run("lengths", "--by", "country", "--corridor", SGC)
    assert result.exit_code == 0
    assert "RS" in result.stdout


def test_measure_a_file_of_ones_own(run, built, kept):
    """Our own layer as if a stranger had brought it: Natural Earth gives Serbia within 2 %."""
    file = built / "layers" / f"{SGC}.geojson"
    rows = json.loads(run("measure", file, "--by", "country", "--format", "json").stdout)
    by_country = {row["country"]: row["length_km"] for row in rows}
    assert by_country["RS"] == pytest.approx(646.4, rel=0.02)
    assert sum(by_country.values()) == pytest.approx(kept.loc[SGC, "total_length_km"], abs=0.2)
    lines = json.loads(run("measure", file, "--by", "line,country", "--format", "json").stdout)
    assert {row["line"] for row in lines} >= {"Kipoi – Komotini"}


def test_measure_says_what_it_cannot_read(run, tmp_path):
    result = run("measure", tmp_path / "none.gpkg")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "none.gpkg: 1 problem" in result.stderr
    assert run("measure", tmp_path / "none.gpkg", "--by", "planet").exit_code == 2


def test_build_writes_and_ends_with_a_table(run, tmp_path, kept):
    result = run("build", "--out", tmp_path / "out", "--only", SGC)
    assert result.exit_code == 0
    assert f"{kept.loc[SGC, 'main_length_km']:,.1f}" in result.stdout
    assert "\x1b" not in result.stdout + result.stderr, "no colours and no bar in a pipe"
    assert [file.name for file in (tmp_path / "out" / "maps").iterdir()] == [f"{SGC}.html"]


def test_build_into_a_file_is_refused(run, tmp_path):
    (tmp_path / "out").write_text("", encoding="utf-8")
    result = run("build", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "choose another folder with --out" in result.stderr


def test_open_builds_when_there_is_no_page(run, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    assert run("open", "--out", tmp_path).exit_code == 0
    assert run("open", SGC, "--out", tmp_path).exit_code == 0
    assert opened == [(tmp_path / "maps" / f"{name}.html").as_uri() for name in ("index", SGC)]
    assert run("open", "nowhere", "--out", tmp_path).exit_code == 2


def test_route_compares_and_shows_the_legs_of_the_best(run):
    result = run("route", "sangachal", "Beograd Centar")
    assert result.exit_code == 0
    comparison, _, legs = result.stdout.partition("from_node")
    assert "southern_gas_corridor" in comparison
    assert "batajnica" in legs
    assert "estimates" not in result.stderr, "gas has no hours"


def test_route_as_json_is_the_best_leg_by_leg(run):
    legs = json.loads(run("route", "mundra", "belgrade", "--by", "hours", "--format", "json").stdout)
    assert (legs[0]["from_node"], legs[-1]["to_node"]) == ("mundra", "belgrade")
    assert all(one["to_node"] == other["from_node"] for one, other in pairwise(legs))
    compared = run("route", "mundra", "belgrade", "--by", "hours", "--compare", "--format", "json")
    best, *others = json.loads(compared.stdout)
    assert best["km"] == pytest.approx(sum(leg["km"] for leg in legs), abs=0.1)
    assert others, "there is more than one way"
    assert "estimates" in compared.stderr
    every = run("route", "mundra", "belgrade", "--by", "hours", "--legs", "--format", "csv").stdout
    assert {line.rpartition(",")[2] for line in every.splitlines()[1:]} == {
        str(row["route"]) for row in (best, *others)
    }


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("mundra", "belgrad"), "'belgrad': no such node; did you mean \"belgrade\"?"),
        (
            ("sangachal", "belgrade", "--avoid", "turkgozu", "--status", "operating"),
            "this would connect them",
        ),
        (("mundra", "sangachal"), "nothing in the atlas connects them"),
    ],
)
def test_route_that_does_not_exist_says_why(run, arguments, message):
    result = run("route", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_nodes_of_a_country(run):
    rows = json.loads(run("nodes", "--format", "json").stdout)
    assert rows[0]["rank"] == 1
    own = json.loads(run("nodes", "--corridor", SGC, "--format", "json").stdout)
    assert 0 < len(own) < len(rows)
    assert run("nodes", "--country", "QQ").exit_code == 2


def test_flows_in_three_ways(run):
    table = run("flows")
    assert table.exit_code == 0
    assert "Maximum flow from sangachal: 4.93 mcm a day, limited by ibs_serbia" in table.stdout
    assert "126.25" in table.stdout
    rows = json.loads(run("flows", "--format", "json").stdout)
    assert list(rows[0]) == ["section", "item", "measure", "value", "inputs", "sources", "note"]
    assert run("flows", "--format", "csv").stdout.splitlines()[0] == ",".join(rows[0])


def test_flows_under_a_scenario_say_what_changes(run):
    assert "What kireevo changes against today" in run("flows", "--scenario", "kireevo").stdout
    rows = json.loads(run("flows", "--scenario", "kireevo", "--format", "json").stdout)
    by_key = {(row["section"], row["item"], row["measure"]): row for row in rows}
    open_ = by_key["entry_points", "kireevo_serbian_side", "open"]
    assert (open_["today"], open_["value"]) == (1, 0)


def test_scenarios_are_listed(run):
    assert "kireevo_and_hungary" in run("scenarios").stdout
    rows = {row["id"]: row for row in json.loads(run("scenarios", "--format", "json").stdout)}
    assert rows["kireevo"]["closes"] == "balkan_stream_bulgaria"
    assert rows["gas_link_hungary"]["opens"] == rows["gas_link_hungary"]["closes"] == ""
    assert rows["kireevo"]["as_of"] == "2026-11-22"


def test_a_route_under_a_scenario_says_what_changes(run):
    """What operates goes round Arabia today; with the gaps of IMEC closed the way is shorter."""
    opened = run("route", "mundra", "belgrade", "--scenario", "imec_by_piraeus", "--format", "json")
    assert "the best route differs: -1," in opened.stderr
    assert "haditha_mafraq" in {leg["segment"] for leg in json.loads(opened.stdout)}
    closed = run("route", "mundra", "belgrade", "--scenario", "suez", "--format", "json")
    assert "suez_canal" not in {leg["segment"] for leg in json.loads(closed.stdout)}
    assert run("route", "mundra", "belgrade", "--scenario", "panama").exit_code == 2


def test_a_scenario_may_open_the_only_way(run):
    opened = run("route", "recas_brua", "mokrin", "--scenario", "gas_link_romania", "--format", "json")
    assert opened.exit_code == 0
    assert "nothing that operates connects them today" in opened.stderr


def test_nodes_under_a_scenario_say_what_changes(run):
    shown = run("nodes", "--scenario", "kireevo").stdout
    _, _, changed = shown.partition("What kireevo changes against today")
    assert "kireevo_zajecar  entry_capacity    38.7" in changed

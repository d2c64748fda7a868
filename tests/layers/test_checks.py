"""Each rule of the catalogue, broken once: the message is the interface. One break, one message."""

import json
import re

import pytest

import layers
from geo.errors import DefinitionError

TOML = "corridors/southern_gas_corridor.toml"
LINE = "alignments/igb_greece.geojson"
SCENARIOS = "scenarios.toml"


def edit(catalogue, name, old, new, count=1):
    file = catalogue / name
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {name}: the test is out of date"
    file.write_text(text.replace(old, new, count), encoding="utf-8")


def problems(catalogue):
    with pytest.raises(DefinitionError) as caught:
        layers.read(catalogue)
    return [str(problem) for problem in caught.value.problems], str(caught.value)


TEXT_CASES = {
    "unknown node": (TOML, 'to_node = "igb_border"', 'to_node = "igb_boder"', r'to_node = "igb_boder": no such node; did you mean "igb_border"\?'),
    "segment that ends where it begins": (TOML, 'to_node = "igb_border"', 'to_node = "komotini"', r'to_node = "komotini": a segment ends where it begins'),
    "doubled segment": (TOML, 'id = "igb_bulgaria"', 'id = "igb_greece"', r'id = "igb_greece": stands twice; the first is at .*line\[5\]\.segment\[0\]'),
    "doubled node": ("nodes.csv", "\nelemir,", "\nfier,", r'id = "fier": stands twice'),
    "swapped out of range": ("nodes.csv", ",50.377,39.937,", ",39.937,143.3,", r'lat = "143.3": outside -90..90; are longitude and latitude swapped\?'),
    "swapped in range": ("nodes.csv", ",20.27,44.9,", ",44.9,20.27,", r"lon, lat = 44.9, 20.27: \d+ km outside RS; longitude and latitude are swapped"),
    "unknown country": ("nodes.csv", ",RS,storage,", ",QQ,storage,", r'country = "QQ": no such country'),
    "missing source": (TOML, 'source = "depa_igb"', 'source = "depa_ibg"', r'source = "depa_ibg": no such source; did you mean "depa_igb"\?'),
    "unused source": ("sources.csv", "\nosm,", "\nosm_unused,", r'id = "osm_unused": no fact names this source'),
    "unused node": ("nodes.csv", "\nelemir,", "\nelemir_two,Elemir 2,,,RS,junction,hub,20.3,45.5,gem_pipeline_routes,low,,2026-11-22\nelemir,", r'id = "elemir_two": no segment begins or ends here'),
    "broken main": (TOML, '"tanap_marmara", "tanap_thrace"', '"tanap_thrace"', r'main\[10\] = "tanap_thrace": does not go on from tanap_west_asia, which ends at tanap_marmara_e'),
    "unknown in main": (TOML, '"tap_adriatic", "tap_italy",', '"tap_adriatic", "tap_itali",', r'main\[\d+\] = "tap_itali": no such segment here; did you mean "tap_italy"\?'),
    "repeated in main": (TOML, '"tap_adriatic", "tap_italy",', '"tap_adriatic", "tap_adriatic", "tap_italy",', r'"tap_adriatic": stands twice in the main route'),
    "unknown in span": (TOML, 'segments = ["tanap_west_asia", "tanap_thrace"]', 'segments = ["tanap_west", "tanap_thrace"]', r'span\[3\]\.segments = "tanap_west": no such segment here'),
    "wrong shared segment": (TOML, "as_of = 2026-11-22", 'as_of = 2026-11-22\nshared = ["nowhere"]', r'shared\[0\] = "nowhere": no such segment in another corridor'),
    "outside its country": (TOML, 'name = "Komotini – Makaza", country = "GR"', 'name = "Komotini – Makaza", country = "RS"', r"km outside RS; split the segment at the border or the shore"),
    "land drawn as sea": (TOML, 'name = "Komotini – Makaza", country = "GR"', 'name = "Komotini – Makaza"', r"km inland, but the segment names no country"),
    "capacity of nothing": (TOML, "value = 11.2", "value = 0", r"capacity.value = 0: input should be greater than 0"),
    "capacity beyond belief": (TOML, "value = 11.2", "value = 11200", r"capacity.value = 11200: above 100 bcm_per_year; is the unit right\?"),
    "capacity of another mode": (TOML, 'value = 11.2, unit = "bcm_per_year"', 'value = 11.2, unit = "mw"', r'capacity.unit = "mw": not a unit of gas_pipeline'),
    "year of the future": (TOML, "since = { year = 2022", "since = { year = 2032", r"since.year = 2032: after as_of \(2026\), but the segment is operating"),
    "year of no pipeline": (TOML, "since = { year = 2022", "since = { year = 1066", r"since.year = 1066: input should be greater than or equal to 1850"),
    "promise of the past": (TOML, 'status = { value = "operating", source = "trend_igb_2025_08" }', 'status = { value = "planned", source = "trend_igb_2025_08" }', r"since.year = 2022: before as_of \(2026\), but the segment is planned"),
    "unknown key": (TOML, 'operator = "ICGB AD"', 'opreator = "ICGB AD"', r'opreator = "ICGB AD": unknown key; did you mean "operator"\?'),
    "unknown word": (TOML, 'role = "feeder"', 'role = "feder"', r'role = "feder": not one of trunk, branch, feeder, alternative; did you mean "feeder"\?'),
    "missing key": (TOML, 'role = "feeder"\n', "", r"line\[0\]\.segment\[0\]\.role: missing; this key is required here or at its line"),
    "missing key of a record": (TOML, 'name = "IGB"\n', "", r"line\[5\]\.name: missing; this key is required"),
    "broken TOML": (TOML, "[title]", "[title", r"not TOML: expected"),
    "broken number": ("nodes.csv", ",20.27,44.9,", ",twenty,44.9,", r'lon = "twenty"'),
    "cell missing": ("nodes.csv", ",20.27,44.9,", ",20.27;44.9,", r"12 cells: 13 cells expected; is a comma missing"),
    "unknown column": ("nodes.csv", "id,name,", "id,nmae,", r'line 1 = "nmae": unknown column; did you mean "name"\?'),
    "missing column": ("nodes.csv", ",as_of\n", "\n", r'column "as_of" is missing'),
    "quote without end": ("sources.csv", '\nosm,', '\n"osm,', r"not CSV|cells expected"),
    "address that is none": ("sources.csv", "https://www.geonames.org", "javascript:alert(1)", r"address = .*javascript"),
    "broken GeoJSON": (LINE, '"features"', '"featurs"', r"a FeatureCollection of one LineString"),
    "not a number": (LINE, "25.47954", "NaN", r"NaN is not a coordinate"),
    "swapped vertex": (LINE, "[25.47954, 41.06699]", "[41.06699, 125.47954]", r"latitude outside -90..90; are longitude and latitude swapped\?"),
    "line of another segment": (LINE, '"igb_greece"', '"igb_grece"', r'properties.segment = "igb_grece": no such segment; did you mean "igb_greece"\?'),
    "loose end": (LINE, "[25.47954, 41.06699]", "[25.40954, 41.06699]", r"first vertex: 5\.\d km from node komotini; at most 1 km"),
    "quantity at no node": ("gas.csv", ",horgos_1,,142,", ",horgos_11,,142,", r'place = "horgos_11": no such node; did you mean "horgos_1"\?'),
    "entry without a place": ("gas.csv", ",horgos_1,,142,", ",,,142,", r'place = "": missing; a quantity of kind entry is at a node'),
    "quantity that ends before it begins": ("gas.csv", ",2024-11-01,2025-03-31,", ",2024-11-01,2023-03-31,", r"to_day = 2023-03-31: before from_day, 2024-11-01"),
    "contract without days": ("gas.csv", ",2024-11-01,2025-03-31,", ",,,", r'from_day = "": missing; a quantity of kind contract holds for certain days'),
    "quantity in no unit": ("gas.csv", ",142,gwh_per_day,", ",142,twh,", r'unit = "twh": not one of mcm_per_day'),
    "doubled quantity": ("gas.csv", "\nkalotina_entry,", "\nhorgos_entry,", r'id = "horgos_entry": stands twice'),
    "quantity without a source": ("gas.csv", ",krstarica_storage_2022;", ",krstarica_2022;", r'source = "krstarica_2022": no such source'),
    "verdict that is none": ("claims.csv", ",cannot_be_checked,", ",wrong,", r'verdict = "wrong": not one of holds, in_part'),
    "doubled claim": ("claims.csv", "\nsofaz,", "\none_bcm,", r'id = "one_bcm": stands twice'),
    "claim that shows nothing": ("claims.csv", ";node:nis_refinery,", ";node:nis_refinerie,", r'shown = "node:nis_refinerie": no such node; did you mean "nis_refinery"\?'),
    "claim that shows no kind": ("claims.csv", ";node:nis_refinery,", ";town:nis_refinery,", r'shown = "town:nis_refinery": no such kind'),
    "finding without a figure": ("claims.csv", "Srbiju, 246", "{2} Srbiju, 246", r"finding_sr = \{1\} \{2\}: must stand in every language, and `figure` must have as many"),
    "figure without a name": ("claims.csv", "working gas of Banatski Dvor", "", r'figure_name = "": a figure has a name, and no other'),
    "scenario of an unknown line": (SCENARIOS, 'line = ["Serbia–Romania"]', 'line = ["Serbia–Rumania"]', r"segments\[0\]: 'Serbia–Rumania': no such line; did you mean \"Serbia–Romania\"\?"),
    "scenario that chooses nothing": (SCENARIOS, 'line = ["Serbia–Romania"]', 'line = ["Serbia–Romania"], mode = ["oil_pipeline"]', r"segments\[0\]: no segment has all of this; loosen it"),
    "scenario that sets nothing": (SCENARIOS, '{ line = ["Serbia–Romania"], status = "operating" }', '{ line = ["Serbia–Romania"] }', r"segments\[0\]: sets nothing; give a status or a capacity"),
    "scenario of an unknown quantity": (SCENARIOS, 'quantity = "serbia_lng"', 'quantity = "serbian_lng"', r'quantities\[0\].quantity = "serbian_lng": no such quantity; did you mean "serbia_lng"\?'),
    "scenario without a word": (SCENARIOS, 'note = "Changes nothing: ', 'note = ""  # ', r'note = "": missing; a scenario that changes nothing says why'),
    "unknown key of a scenario": (SCENARIOS, 'kind = "outage"', 'knid = "outage"', r'scenario\[\d+\].knid = "outage": unknown key; did you mean "kind"\?'),
    "doubled scenario": (SCENARIOS, 'id = "gas_link_romania"', 'id = "danube_lng"', r'id = "danube_lng": stands twice'),
    "missed way point": ("waypoints/southern_gas_corridor.csv", "TAP route point 5,", "TAP route point 5,1", r"km from the line of tap_greece_east; at most 2 km"),
    "link to nowhere": ("links.csv", "\nbatajnica,belgrade,", "\nbatajnica,belgrad,", r'to_node = "belgrad": no such node; did you mean "belgrade"\?'),
    "link over land": ("links.csv", "\nbatajnica,belgrade,", "\nbatajnica,piraeus,", r'to_node = "piraeus": \d+ km from batajnica; at most 40 km, else draw a segment'),
    "doubled link": ("links.csv", "\ntrupale,nis,", "\nbelgrade,batajnica,", r'to_node = "batajnica": this link stands twice, or ends where it begins'),
    "time of a pipe": ("times.csv", "\nborder,road,", "\nborder,gas_pipeline,", r'modes = "gas_pipeline": not a mode of transport'),
    "speed in hours": ("times.csv", "rail,,23,km_per_hour", "rail,,23,hours", r'unit = "hours": a speed is in km_per_hour'),
    "mode without speed": ("times.csv", "speed,sea;ferry,", "speed,sea,", r"speed, ferry: missing; a row for all countries is needed"),
    "no transfer": ("times.csv", "\ntransfer,,,", "\ntransfer,,RS,", r"transfer: missing; a row for all countries is needed"),
}  # fmt: skip


@pytest.mark.parametrize("case", TEXT_CASES)
def test_a_broken_rule_says_where_what_and_why(catalogue, case):
    name, old, new, expected = TEXT_CASES[case]
    edit(catalogue, name, old, new)
    found, message = problems(catalogue)
    assert any(re.search(expected, line) for line in found), message
    assert name in message or LINE in message


def test_a_line_drawn_backwards_says_so(catalogue):
    file = catalogue / LINE
    content = json.loads(file.read_text(encoding="utf-8"))
    content["features"][0]["geometry"]["coordinates"].reverse()
    file.write_text(json.dumps(content), encoding="utf-8")
    found, _ = problems(catalogue)
    assert "coordinates: drawn from igb_border to komotini; turn the line round" in found


def test_a_segment_without_a_line_says_which_file_to_draw(catalogue):
    (catalogue / LINE).unlink()
    found, _ = problems(catalogue)
    assert any(line.endswith("has no line; draw alignments/igb_greece.geojson") for line in found)


def test_a_file_under_a_wrong_name(catalogue):
    (catalogue / LINE).rename(catalogue / "alignments" / "zz.geojson")
    found, _ = problems(catalogue)
    assert 'properties.segment = "igb_greece": the file is to be called igb_greece.geojson' in found


def test_a_length_far_from_its_line_must_be_explained(catalogue):
    edit(catalogue, TOML, "length = { km = 109,", "length = { km = 1090,")
    edit(
        catalogue,
        TOML,
        'note = "The open route is a sketch of 16',
        'note = ""  # The open route is a sketch of 16',
    )
    found, _ = problems(catalogue)
    assert any("length.km = 1090: the line measures 103 km" in line for line in found)


def test_bad_encoding_names_the_byte(catalogue):
    file = catalogue / "nodes.csv"
    file.write_bytes(file.read_bytes().replace("Šarkej".encode(), "Šarkej".encode("cp1250")))
    found, _ = problems(catalogue)
    assert any(
        re.match(r"byte \d+ = 0x8a: not UTF-8; save the file with the encoding UTF-8", line) for line in found
    )


def test_not_a_catalogue(tmp_path):
    found, _ = problems(tmp_path)
    assert "folder: no such folder; is this a catalogue?" in found
    assert any(line.startswith("file: cannot be read") for line in found)


def test_all_problems_are_reported_at_once(catalogue):
    edit(catalogue, TOML, 'to_node = "igb_border"', 'to_node = "igb_boder"')
    edit(catalogue, TOML, "value = 11.2", "value = 11200")
    edit(catalogue, "nodes.csv", ",20.27,44.9,", ",44.9,20.27,")
    found, message = problems(catalogue)
    for expected in ("igb_boder", "above 100", "swapped"):
        assert any(expected in line for line in found), message


def test_a_broken_file_does_not_hide_the_others(catalogue):
    edit(catalogue, TOML, "[title]", "[title")
    edit(catalogue, "nodes.csv", ",20.27,44.9,", ",twenty,44.9,")
    _, message = problems(catalogue)
    assert "not TOML" in message
    assert "twenty" in message

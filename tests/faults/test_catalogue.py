"""Catalogues that are wrong, one fault at a time: `corridors check` says file, place, value, rule and remedy."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.faults import small
from tests.faults.small import SMALL

Change = Callable[[str], str | bytes]
Case = tuple[str, Change, str]
"""A file of the small catalogue, what is done to its text, and the words that come of it."""

EAST, NODES, SOURCES, GAS = "corridors/east.toml", "nodes.csv", "sources.csv", "gas.csv"
WAY_POINTS, CLAIMS, SCENARIOS = "waypoints/east.csv", "claims.csv", "scenarios.toml"
LINE = "alignments/east_ro.geojson"
SWAPPED = "outside -90..90; are longitude and latitude swapped?"
WEST_EAST = "longitude outside -180..180"
UNSEEN = "text of one line without control characters"
AN_ID = "an identifier: a to z, 0 to 9 and _, beginning with a letter, at most 64 characters"


def swap(old: str, new: str) -> Change:
    """Put other text in place of some."""

    def change(text: str) -> str:
        assert old in text, f"{old!r} is not there: the case is out of date"
        return text.replace(old, new, 1)

    return change


def say(content: str | bytes) -> Change:
    """Put something else in place of everything."""
    return lambda _: content


def encoded(name: str) -> Change:
    """Save in another encoding."""
    return lambda text: text.replace("Granica", "Graniča").encode(name, errors="replace")


def cut(text: str) -> str:
    """Stop in the middle, as a download does."""
    return text[: len(text) // 2]


def twice(start: str) -> Change:
    """Say a line again."""

    def change(text: str) -> str:
        [line] = [line for line in text.splitlines() if line.startswith(start)]
        return text.replace(line, f"{line}\n{line}", 1)

    return change


HOSTILE_IDS = {
    "out of the folder": ("../x", "../x"),
    "absolute": ("/etc/passwd", "/etc/passwd"),
    "capital device": ("CON", "CON"),
    "slash": ("a/b", "a/b"),
    "backslash": (r"a\\b", r"a\\b"),
    "300 characters": ("a" * 300, "aaa..."),
    "empty": ("", '""'),
    "blank": ("a b", "a b"),
    "digit first": ("1st", "1st"),
    "letter of no ASCII": ("niš", "niš"),
    "semicolon": ("a;b", "a;b"),
    "markup": ("<b>", "<b>"),
    "rich markup": ("[red]x[/red]", "[red]x[/red]"),
    "formula": ("=1+1", "=1+1"),
    "per cent": ("[% 1 %]", "[% 1 %]"),
    "right to left": ("a\u202eb", ""),
    "next line": ("a\u0085b", ""),
}

IDENTIFIERS: dict[str, Case] = {
    **{
        f"node: {name}": (NODES, swap("\nmoravita,", f"\n{bad},"), f'line 3, id = "{shown}')
        for name, (bad, shown) in HOSTILE_IDS.items()
        if shown and name not in {"backslash", "300 characters", "empty"}
    },
    **{
        f"segment: {name}": (EAST, swap('id = "east_ro"', f'id = "{bad}"'), f"{shown}")
        for name, (bad, shown) in HOSTILE_IDS.items()
        if name in {"out of the folder", "absolute", "capital device", "backslash", "300 characters", "empty"}
    },
    "node: a device of Windows": (NODES, swap("\nmoravita,", "\ncon,"), 'id = "con": reserved by Windows'),
    "node: form": (NODES, swap("\nmoravita,", "\nMoravita,"), f'line 3, id = "Moravita": {AN_ID}'),
    "segment: a port of Windows": (EAST, swap('"east_ro", name', '"lpt1", name'), 'id = "lpt1": reserved by Windows'),
    "source of the wrong form": (NODES, swap(",book;atlas,", ",book|atlas,"), 'sources = "book|atlas": identifiers of sources, joined with ;'),
    "source twice over": (NODES, swap(",book;atlas,", ",book;;atlas,"), "identifiers of sources, joined with ;"),
    "id inside the file": (EAST, lambda text: f'id = "west"\n{text}', 'id = "west": the name of the file is the identifier; remove this line'),
    "node twice": (NODES, twice("border,"), 'id = "border": stands twice'),
    "source twice": (SOURCES, twice("book,"), 'id = "book": stands twice'),
    "segment twice": (EAST, swap('id = "east_rs"', 'id = "east_ro"'), 'id = "east_ro": stands twice'),
    "quantity twice": (GAS, twice("entry,"), 'id = "entry": stands twice'),
    "claim twice": (CLAIMS, twice("long,"), 'id = "long": stands twice'),
    "scenario twice": (SCENARIOS, lambda text: text + text, 'scenario[1].id = "closed": stands twice'),
    "way point of the same place": (WAY_POINTS, twice("east_ro,"), 'order = 0: stands twice in east_ro'),
}  # fmt: skip

ENCODINGS: dict[str, Case] = {
    **{
        f"{name}: {encoding}": (name, encoded(encoding), f"byte 1 = 0x{first}: not UTF-8; save the file with the encoding UTF-8")
        for name in (EAST, NODES, LINE)
        for encoding, first in (("utf-16", "ff"), ("utf-16-be", ""), ("utf-32", "ff"))
        if first
    },
    "UTF-16 without its mark": (NODES, encoded("utf-16-le"), "byte 2 = 0x00: not text, or not UTF-8"),
    "Latin-2": (NODES, encoded("iso-8859-2"), "= 0xe8: not UTF-8; save the file with the encoding UTF-8"),
    "Windows 1250": (NODES, encoded("cp1250"), "= 0xe8: not UTF-8"),
    "picture": (EAST, say(b"\x89PNG\r\n\x1a\n\0\0"), "byte 1 = 0x89: not UTF-8"),
    "zip": (NODES, say(b"PK\3\4\0\0"), "= 0x00: not text"),
    "surrogate": (NODES, say(b"id\xed\xa0\x80"), "byte 3 = 0xed: not UTF-8"),
    "NUL": (SOURCES, swap("A book", "A\0book"), "= 0x00: not text"),
}  # fmt: skip

TOML: dict[str, Case] = {
    "empty": (EAST, say(""), "main: missing; this key is required"),
    "cut": (EAST, cut, "not TOML: "),
    "bracket": (EAST, swap("[[line]]", "[[line]"), "not TOML: "),
    "quote": (EAST, swap('name = "East"', 'name = "East'), "not TOML: "),
    "key twice": (EAST, swap('role = "trunk"', 'role = "trunk"\nrole = "trunk"'), "not TOML: cannot overwrite a value (at line"),
    "table twice": (EAST, lambda text: text + "\n[title]\n", "not TOML: "),
    "control character": (EAST, swap('"East"', '"Ea\x1bst"'), "not TOML: illegal character"),
    "escaped control character": (EAST, swap('name = "East"', r'name = "Ea\u001bst"'), UNSEEN),
    "escaped direction": (EAST, swap('name = "East"', r'name = "Ea\u202est"'), UNSEEN),
    "day that is none": (EAST, swap("as_of = 2026-11-22", "as_of = 2026-02-30"), "not TOML: invalid date"),
    "day of no time": (EAST, swap("as_of = 2026-11-22", "as_of = 0001-01-01"), 'as_of = 0001-01-01: input should be greater than or equal to 1990-01-01'),
    "day far away": (EAST, swap("as_of = 2026-11-22", "as_of = 9999-12-31"), "as_of"),
    "day with a time": (EAST, swap("as_of = 2026-11-22", "as_of = 2026-11-22T01:02:03"), "as_of"),
    "nested": (EAST, say("a = " + "[" * 5000), "not TOML: nested too deeply"),
    "number without end": (EAST, swap("year = 2020", "year = " + "9" * 5000), "not TOML: exceeds the limit"),
    "infinite": (EAST, swap("value = 2.5", "value = inf"), "capacity.value = Infinity: input should be a finite number"),
    "not a number": (EAST, swap("accuracy_km = 5", "accuracy_km = nan"), "accuracy_km = NaN: input should be a finite number"),
    "text for a number": (EAST, swap("km = 18,", 'km = "18",'), 'length.km = "18": input should be a valid number'),
    "number for text": (EAST, swap('name = "East"', "name = 7"), "name = 7: input should be a valid string"),
    "true for a number": (EAST, swap("year = 2020", "year = true"), "since.year = true: input should be a valid integer"),
    "list for a table": (EAST, swap('since = { year = 2020, source = "book" }', "since = [2020]"), "since: "),
    "table for a list": (EAST, swap('main = ["east_ro", "east_rs"]', "main = { a = 1 }"), "main = {...}: "),
    "line that is no list": (EAST, swap("[[line]]", "[line]"), "line = {...}: "),
    "no segment": (EAST, lambda text: text.split("segment = [")[0] + "segment = []", "line[0].segment"),
    "capacity below nothing": (EAST, swap("value = 2.5", "value = -2.5"), "capacity.value = -2.5: input should be greater than 0"),
    "length beyond the Earth": (EAST, swap("km = 18,", "km = 1e300,"), "length.km = 1e+300: input should be less than or equal to 30000"),
    "unknown mode": (EAST, swap('"gas_pipeline"', '"gas"'), 'line[0].mode = "gas": not one of gas_pipeline'),
    "unknown language": (EAST, swap('az = "Şərq"', 'aze = "Şərq"'), 'title.aze = "Şərq": unknown key; did you mean "az"?'),
    "word of 2000 letters": (EAST, swap('what = "Moravita – Vrsac"', f'what = "{"x" * 2000}"'), "string should have at most 1000 characters"),
}  # fmt: skip

MAIN: dict[str, Case] = {
    "empty": (EAST, swap('main = ["east_ro", "east_rs"]', "main = []"), "main: tuple should have at least 1 item"),
    "comes back": (EAST, swap('main = ["east_ro", "east_rs"]', 'main = ["east_ro", "east_rs", "east_ro"]'), 'main[2] = "east_ro": stands twice in the main route'),
    "there and back": (EAST, swap('main = ["east_ro", "east_rs"]', 'shared = ["rails_rs"]\nmain = ["east_rs", "rails_rs"]'), 'main[1] = "rails_rs": leads back to border, where the route has been; a main route has no loop'),
    "unknown": (EAST, swap('main = ["east_ro", "east_rs"]', 'main = ["east_ro", "east_r"]'), 'main[1] = "east_r": no such segment here; did you mean'),
    "of another corridor": (EAST, swap('main = ["east_ro", "east_rs"]', 'main = ["east_ro", "rails_rs"]'), 'main[1] = "rails_rs": no such segment here'),
    "out of the folder": (EAST, swap('main = ["east_ro", "east_rs"]', 'main = ["../x"]'), f'main[0] = "../x": {AN_ID}'),
    "shared with itself": ("corridors/rails.toml", swap('shared = ["east_rs"]', 'shared = ["rails_rs"]'), 'shared[0] = "rails_rs": no such segment in another corridor'),
    "shared twice": ("corridors/rails.toml", swap('shared = ["east_rs"]', 'shared = ["east_rs", "east_rs"]'), 'shared[1] = "east_rs": stands twice'),
    "segment of one place": (EAST, swap('to_node = "border"', 'to_node = "moravita"'), 'to_node = "moravita": a segment ends where it begins'),
    "node that is none": (EAST, swap('to_node = "border"', 'to_node = "boarder"'), 'to_node = "boarder": no such node; did you mean "border"?'),
    "span of one": (EAST, swap('segments = ["east_ro", "east_rs"]', 'segments = ["east_ro"]'), "span[0].segments: tuple should have at least 2 items"),
    "span of nothing": (EAST, swap('segments = ["east_ro", "east_rs"]', 'segments = ["east_ro", "west"]'), 'span[0].segments = "west": no such segment here'),
    "source that is none": (EAST, swap('alignment = { method = "stations", accuracy_km = 5, source = "book" }', 'alignment = { method = "stations", accuracy_km = 5, source = "bok" }'), 'source = "bok": no such source; did you mean "book"?'),
    "country that is none": (EAST, swap('country = "RO"', 'country = "ZZ"'), 'country = "ZZ": no such country; use ISO 3166-1 alpha-2'),
    "small letters for a country": (EAST, swap('country = "RO"', 'country = "ro"'), 'country = "ro": ISO 3166-1 alpha-2: two capital letters'),
}  # fmt: skip

CSV: dict[str, Case] = {
    **{f"{name}: empty": (name, say(""), "line 1: column") for name in SMALL if name.endswith(".csv")},
    "cut": (NODES, cut, "cells: 13 cells expected; is a comma missing"),
    "head twice": (NODES, swap("name_az,country", "name_sr,country"), "line 1: a column stands twice"),
    "semicolons": (NODES, lambda text: text.replace(",", ";"), "unknown column"),
    "tabs": (NODES, lambda text: text.replace(",", "\t"), "unknown column"),
    "a column more": (NODES, lambda text: text.replace("\n", ",x\n"), 'line 1 = "x": unknown column'),
    "cell more": (NODES, swap("border,Border,", "border,Border,,"), "line 2 = 14 cells: 13 cells expected"),
    "quote without end": (NODES, swap("\nborder,Border", '\nborder,"Border'), "not CSV: "),
    "quote inside": (NODES, swap("\nborder,Border", '\nborder,"Bor"der"'), "not CSV: "),
    "empty line": (NODES, swap("\nmoravita", "\n\nmoravita"), "line 3 = 0 cells: 13 cells expected"),
    "line break in a cell": (NODES, swap("Border,", '"Bor\nder",'), UNSEEN),
    "bell": (NODES, swap("Border,", "Bor\ader,"), UNSEEN),
    "escape sequence": (NODES, swap("Border,", "\x1b[31mBorder,"), UNSEEN),
    "colour of a terminal in eight bits": (NODES, swap("Border,", "\x9b31mBorder,"), UNSEEN),
    "name turned round": (NODES, swap("Border,", "Bor\u202eder,"), UNSEEN),
    "no name": (NODES, swap("border,Border,", "border,,"), 'line 2, name = "": string should have at least 1 character'),
    "cell of a million letters": (NODES, swap("Border,", "x" * 1_000_000 + ","), "not CSV: field larger than field limit"),
    "address that acts": (SOURCES, swap("https://example.org/book", "javascript:alert(1)"), 'address = "javascript:alert(1)": an address that begins with http:// or https://'),
    "address of a file": (SOURCES, swap("https://example.org/book", "file:///etc/passwd"), "an address that begins with http:// or https://"),
    "address with a tag": (SOURCES, swap("example.org/book", "example.org/<script>"), "an address that begins with http:// or https://"),
    "month that is none": (SOURCES, swap(",2021-05,", ",2021-13,"), 'published = "2021-13": YYYY, YYYY-MM, YYYY-MM-DD or unknown'),
    "no day of publication": (SOURCES, swap(",2021-05,", ",,"), 'published = "": YYYY, YYYY-MM, YYYY-MM-DD or unknown'),
    "day of reading that is none": (SOURCES, swap(",2020,2026-11-22,", ",2020,2026-02-30,"), 'read = "2026-02-30": YYYY'),
    "unknown role": (SOURCES, swap(",producer,", ",author,"), 'role = "author": not one of licensor'),
    "unused source": (SOURCES, lambda text: text + text.splitlines()[1].replace("book,", "more,", 1) + "\n", 'id = "more": no fact names this source; remove it'),
}  # fmt: skip

NUMBERS: dict[str, Case] = {
    **{
        f"longitude {value or 'empty'}": (NODES, swap(",21.3,45.2,", f",{value},45.2,"), f'line 2, lon = "{value}": {rule}')
        for value, rule in (
            ("nan", "input should be a finite number"),
            ("inf", "input should be a finite number"),
            ("-Infinity", "input should be a finite number"),
            ("1e400", "input should be a finite number"),
            ("181", "input should be less than or equal to 180"),
            ("-180.001", "input should be greater than or equal to -180"),
            ("", "input should be a valid number"),
            ("21°18'", "input should be a valid number"),
            ("0x15", "input should be a valid number"),
            ("２１", "input should be a valid number"),
        )
    },
    "comma for a point": (NODES, swap(",21.3,45.2,", ',"21,3",45.2,'), 'lon = "21,3": input should be a valid number'),
    "latitude beyond the pole": (NODES, swap(",21.3,45.2,", ",21.3,90.01,"), f'lat = "90.01": {SWAPPED}'),
    "swapped": (NODES, swap(",21.3,45.12,", ",45.12,21.3,"), "lon, lat = 45.12, 21.3: "),
    "on the wrong continent": (NODES, swap(",21.3,45.12,", ",0,0,"), "lon, lat = 0, 0: "),
    "way point of no order": (WAY_POINTS, swap("east_ro,0,", "east_ro,-1,"), 'order = "-1": input should be greater than or equal to 0'),
    "way point of half an order": (WAY_POINTS, swap("east_ro,0,", "east_ro,0.5,"), 'order = "0.5": input should be a valid integer'),
    "way point of an endless order": (WAY_POINTS, swap("east_ro,0,", f"east_ro,{10**30},"), "order"),
    "way point far away": (WAY_POINTS, swap("21.285,45.24", "22.285,45.24"), 'within_km = "Half way": '),
    "way point of no segment": (WAY_POINTS, swap("east_ro,0", "east_r,0"), 'segment = "east_r": no such segment'),
    "quantity below nothing": (GAS, swap(",50,gwh", ",-50,gwh"), 'value = "-50": input should be greater than or equal to 0'),
    "quantity beyond belief": (GAS, swap(",50,gwh", ",1e308,gwh"), "value"),
    "heat of no gas": (GAS, swap("gwh_per_day,10.55", "gwh_per_day,0"), 'kwh_per_m3 = "0": input should be greater than or equal to 8'),
    "day that is none": (GAS, swap("2025-01-01,2025-12-31", "2025-02-30,2025-12-31"), 'from_day = "2025-02-30": a day is written YYYY-MM-DD and stands in the calendar'),
    "day in another order": (GAS, swap("2025-01-01,2025-12-31", "01.01.2025,2025-12-31"), "a day is written YYYY-MM-DD"),
    "day of no digits of ours": (GAS, swap("2025-01-01,2025-12-31", "２025-01-01,2025-12-31"), "a day is written YYYY-MM-DD"),
    "end before begin": (GAS, swap("2025-01-01,2025-12-31", "2025-01-01,2024-12-31"), "to_day = 2024-12-31: before from_day, 2025-01-01"),
    "quantity at no node": (GAS, swap("Border,border,,50", "Border,nowhere,,50"), 'place = "nowhere": no such node'),
    "time below nothing": ("times.csv", swap("rail,,30,", "rail,,-30,"), 'value = "-30": input should be greater than 0'),
    "mode that is none": ("times.csv", swap("speed,rail", "speed,train"), 'modes = "train": not a mode of transport; did you mean "rail"?'),
    "link to itself": ("links.csv", swap("border,moravita", "border,border"), "this link stands twice, or ends where it begins"),
    "as_of in another calendar": (NODES, swap(",2026-11-22\nmoravita", ",22.11.2026\nmoravita"), 'as_of = "22.11.2026": '),
}  # fmt: skip


def coordinates(text: str) -> Change:
    """Give the line other vertices."""
    return swap("[[21.27, 45.28], [21.3, 45.2]]", text)


GEOJSON: dict[str, Case] = {
    "empty": (LINE, say(""), "file: not JSON: "),
    "cut": (LINE, cut, "file: not JSON: "),
    "nothing but null": (LINE, say("null"), "a FeatureCollection of one LineString with the property `segment` is expected"),
    "number": (LINE, say("7"), "a FeatureCollection of one LineString"),
    "list": (LINE, say("[]"), "a FeatureCollection of one LineString"),
    "bare geometry": (LINE, say('{"type": "LineString", "coordinates": [[1, 2], [3, 4]]}'), "no 'features': a FeatureCollection"),
    "TopoJSON": (LINE, say('{"type": "Topology", "arcs": [[[0, 0], [1, 1]]], "objects": {"a": {"type": "LineString", "arcs": [0]}}}'), "no 'features': a FeatureCollection"),
    "no feature": (LINE, swap('"features": [', '"features": [], "more": ['), "a FeatureCollection of one LineString"),
    "two features": (LINE, lambda text: text.replace('{"type": "Feature",', '{}, {"type": "Feature",'), "too many values to unpack"),
    "null feature": (LINE, say('{"features": [null]}'), "a FeatureCollection of one LineString"),
    "null geometry": (LINE, lambda text: text.split('"geometry"')[0] + '"geometry": null}]}', "a FeatureCollection of one LineString"),
    "null properties": (LINE, swap('{"segment": "east_ro"}', "null"), "a FeatureCollection of one LineString"),
    "no segment": (LINE, swap('"segment"', '"name"'), "no 'segment': a FeatureCollection"),
    "segment that is a list": (LINE, swap('"east_ro"', '["east_ro"]'), "properties.segment = ['east_ro']: an identifier is text"),
    "segment out of the folder": (LINE, swap('"east_ro"', '"../east_ro"'), 'properties.segment = "../east_ro": no such segment; did you mean "east_ro"?'),
    "segment with an escape sequence": (LINE, swap('"east_ro"', r'"\u001b[31m"'), r"properties.segment = "),
    "file of another segment": (LINE, swap('"east_ro"', '"east_rs"'), "the file is to be called east_rs.geojson"),
    "point": (LINE, swap('"LineString"', '"Point"'), "the geometry is a Point: a FeatureCollection"),
    "several lines": (LINE, swap('"LineString"', '"MultiLineString"'), "the geometry is a MultiLineString"),
    "segment twice": (LINE, swap('{"segment": "east_ro"}', '{"segment": "x", "segment": "east_ro"}'), 'not JSON: the key "segment" stands twice'),
    "empty geometry": (LINE, coordinates("[]"), "coordinates = 0 vertices: a line has two or more"),
    "one vertex": (LINE, coordinates("[[21.27, 45.28]]"), "coordinates = 1 vertices: a line has two or more"),
    "null vertices": (LINE, coordinates("null"), "a FeatureCollection of one LineString"),
    "null vertex": (LINE, coordinates("[null, [21.3, 45.2]]"), "coordinates[0] = None: a vertex is a longitude and a latitude"),
    "vertex of one number": (LINE, coordinates("[[21.27], [21.3, 45.2]]"), "coordinates[0] = [21.27]: a vertex is a longitude and a latitude"),
    "vertex of text": (LINE, coordinates('[["21.27", "45.28"], [21.3, 45.2]]'), "coordinates[0] = ['21.27', '45.28']: latitude outside"),
    "vertex of truth": (LINE, coordinates("[[true, true], [21.3, 45.2]]"), "coordinates[0] = [True, True]: latitude outside"),
    "vertex in a vertex": (LINE, coordinates("[[[21.27, 45.28]], [21.3, 45.2]]"), "coordinates[0]"),
    "not a number": (LINE, coordinates("[[NaN, 45.28], [21.3, 45.2]]"), "not JSON: NaN is not a coordinate"),
    "infinite": (LINE, coordinates("[[21.27, -Infinity], [21.3, 45.2]]"), "not JSON: -Infinity is not a coordinate"),
    "beyond all numbers": (LINE, coordinates("[[1e999, 45.28], [21.3, 45.2]]"), f"coordinates[0] = [inf, 45.28]: {WEST_EAST}"),
    "integer beyond all numbers": (LINE, coordinates(f"[[{'9' * 400}, 45.28], [21.3, 45.2]]"), WEST_EAST),
    "integer without end": (LINE, coordinates(f"[[{'9' * 5000}, 45.28], [21.3, 45.2]]"), "not JSON: Exceeds the limit"),
    "beyond the pole": (LINE, coordinates("[[21.27, 90.1], [21.3, 45.2]]"), f"coordinates[0] = [21.27, 90.1]: latitude {SWAPPED}"),
    "beyond the date line": (LINE, coordinates("[[381.27, 45.28], [21.3, 45.2]]"), f"coordinates[0] = [381.27, 45.28]: {WEST_EAST}"),
    "metres": (LINE, coordinates("[[2367000, 5662000], [2371000, 5650000]]"), f"latitude {SWAPPED}"),
    "swapped": (LINE, coordinates("[[45.28, 21.27], [45.2, 21.3]]"), "km from node moravita; at most 1 km"),
    "backwards": (LINE, coordinates("[[21.3, 45.2], [21.27, 45.28]]"), "coordinates: drawn from border to moravita; turn the line round"),
    "one place": (LINE, coordinates("[[21.27, 45.28], [21.27, 45.28]]"), "coordinates = 2 vertices: all at one place; a line leads from one node to another"),
    "round the world": (LINE, coordinates("[[21.27, 45.28], [180, 0], [-180, 0], [21.3, 45.2]]"), "km outside RO; split the segment at the border or the shore"),
    "a million vertices": (LINE, coordinates(f"[{', '.join(['[21.27, 45.28]'] * 1_000_000)}]"), "coordinates = 1,000,000 vertices: at most 100,000; thin the line"),
    "nested": (LINE, say("[" * 100_000), "not JSON: nested too deeply"),
    "track of text": (LINE, swap('"east_ro"}', '"east_ro", "network_km": "9"}'), "properties.network_km = 9: a number of kilometres"),
    "track below nothing": (LINE, swap('"east_ro"}', '"east_ro", "network_km": -9}'), "properties.network_km = -9: a number of kilometres"),
}  # fmt: skip

ANSWERS: dict[str, Case] = {
    "kind of figure that is none": (CLAIMS, swap("km:East", "miles:East"), 'figure = "miles:East": '),
    "line that is none": (CLAIMS, swap("km:East", "km:Eest"), 'line 2, figure = "km:Eest": \'Eest\': no such line; did you mean "East"?'),
    "segment without capacity": (CLAIMS, swap("km:East", "capacity:rails_rs"), 'figure = "capacity:rails_rs": no capacity is known of it'),
    "corridor that is none": (CLAIMS, swap("km:East", "main_km:west"), 'figure = "main_km:west": \'west\': no such corridor'),
    "row of the flows that is none": (CLAIMS, swap("km:East", "flow:a|b|c"), """figure = "flow:a|b|c": 'a': no such section of the flows"""),
    "figure without a kind": (CLAIMS, swap("km:East", "East"), 'figure = "East": '),
    "unknown verdict": (CLAIMS, swap(",holds,", ",true,"), 'verdict = "true": not one of holds'),
    "scenario of nothing": (SCENARIOS, swap('line = ["East"]', 'line = ["West"]'), "segments[0]: 'West': no such line"),
    "scenario of no quantity": (SCENARIOS, swap('quantity = "entry"', 'quantity = "exit"'), 'quantities[0].quantity = "exit": no such quantity'),
    "scenario below nothing": (SCENARIOS, swap("value = 0", "value = -1"), "quantities[0].value = -1: input should be greater than or equal to 0"),
    "status that is none": (SCENARIOS, swap('status = "suspended"', 'status = "shut"'), 'segments[0].status = "shut": not one of operating'),
    "scenarios that are none": (SCENARIOS, say("scenario = 7"), "scenario = 7: "),
}  # fmt: skip

TABLES = {
    "identifier": IDENTIFIERS,
    "encoding": ENCODINGS,
    "TOML": TOML,
    "main": MAIN,
    "CSV": CSV,
    "number": NUMBERS,
    "GeoJSON": GEOJSON,
    "answer": ANSWERS,
}
CASES = {f"{kind}: {name}": case for kind, table in TABLES.items() for name, case in table.items()}


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_is_said(run, faulty, name):
    file, change, expected = CASES[name]
    folder = faulty(file, change(SMALL[file]))
    result = run("check", "--catalogue", folder)
    assert (result.exit_code, result.stdout) == (1, ""), result.stderr
    assert expected in result.stderr
    assert f"{folder / file}: " in result.stderr or f"{file}: " in result.stderr
    assert not set(result.stderr) & set("\a\x1b\x9b\u202e"), (
        "what stands in a file does not steer the terminal"
    )


def test_there_are_enough():
    assert len(CASES) >= 200


def test_without_a_fault_all_is_well(run, faulty):
    assert run("check", "--catalogue", faulty(NODES, small.NODES)).exit_code == 0


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.encode("utf-8-sig"), id="mark of UTF-8"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="line ends of Windows"),
        pytest.param(lambda text: text.rstrip("\n"), id="no last line end"),
    ],
)
@pytest.mark.parametrize("file", [EAST, NODES, LINE])
def test_what_is_no_fault(run, faulty, file, change):
    assert run("check", "--catalogue", faulty(file, change(SMALL[file]))).exit_code == 0

"""Every word from one table: none missing, none unused, the same gaps in every language."""

import re

import pytest

from geo.errors import DefinitionError, UnknownNameError
from layers import boundaries
from layers.evidence import Theme, Verdict
from layers.model import AlignmentMethod, CapacityUnit, Confidence, NodeRole
from maps import assets, reading, words
from maps.journeys import WANTED
from maps.leaflet import SCRIPTS
from maps.pages import FOCUS, OTHERS

PYTHON = "\n".join(file.read_text(encoding="utf-8") for file in sorted(assets.WEB.parent.glob("*.py")))
TEMPLATES = ("page.html", "brief.html", "top.html")
CODE = "\n".join(assets.own(name) for name in dict.fromkeys([*TEMPLATES, *SCRIPTS, *reading.SCRIPTS]))
BUILT = {
    *(f"unit.{unit}" for unit in CapacityUnit),
    *(f"role.{role}" for role in NodeRole if role is not NodeRole.none),
    *(f"confidence.{confidence}" for confidence in Confidence),
    *(f"drawn.{method}" for method in AlignmentMethod),
    *(f"found.{kind}" for kind in ("corridor", "country", "line")),
    f"km_in.{FOCUS}",
    *(f"{word}.{verdict}" for verdict in Verdict for word in ("verdict", "tally")),
    *(f"theme.{theme}" for theme in Theme),
    *(f"unit.{unit}" for unit in ("mcm", "days")),
    *(f"{page}.{part}" for page in OTHERS for part in ("title", "about")),
    *(f"journey.{wanted.name}" for wanted in WANTED),
    *(f"use.{use}" for use in ("entry", "exit", "junction", "transhipment", "storage", "consumption")),
    *(f"reading.{side}" for side in ("bulgarian_side", "serbian_side", "exits_into_serbia")),
    "rank",
}


@pytest.mark.parametrize("key", words.words())
def test_every_language_has_the_same_gaps(key):
    gaps = {
        language: sorted(re.findall(r"\{(\w+)\}", text))
        for language, text in words.words()[key].model_dump().items()
    }
    assert len({tuple(names) for names in gaps.values()}) == 1, gaps


def test_every_text_that_the_scripts_ask_for_exists():
    asked = set(
        re.findall(r"""say\(\s*"([^"]*[^".])"|data-say(?:-label)?="([^"{]+)"|words\["([^"]+)"\]""", CODE)
    )
    keys = {key for found in asked for key in found if key}
    assert len(keys) > 60
    assert keys - set(words.words()) == set()


def test_every_text_that_is_built_of_a_word_exists():
    assert BUILT - set(words.words()) == set()


def test_no_text_is_there_for_nothing():
    kept = {key for key in words.words() if not key.startswith(("country.", "line."))}
    unused = {key for key in kept - BUILT if f'"{key}"' not in CODE + PYTHON}
    assert unused == set()


def test_countries_of_the_catalogue_are_named(atlas):
    codes = {
        code for joined in (*atlas.segments["country"], *atlas.nodes["country"]) for code in joined.split(";")
    }
    assert {f"country.{code}" for code in codes if code} <= set(words.words())


def test_english_names_are_those_of_the_boundary_set():
    names = boundaries.countries()["name"]
    differ = {
        code: (names[code], words.word(f"country.{code}").en)
        for code in names.index
        if f"country.{code}" in words.words() and names[code] != words.word(f"country.{code}").en
    }
    assert not differ, differ


def test_an_unknown_key_names_the_nearest():
    with pytest.raises(UnknownNameError, match='did you mean "corridors"'):
        words.word("corridor_s")


def test_a_missing_text_is_a_problem(monkeypatch, tmp_path):
    file = tmp_path / "strings.csv"
    file.write_text(
        "key,en,sr,az\nmap,Map,,Xəritə\nmap,Map,Karta,Xəritə\nmap,Map,Karta,Xəritə\n", encoding="utf-8"
    )
    monkeypatch.setattr(words, "STRINGS", file)
    words.words.cache_clear()
    with pytest.raises(DefinitionError) as problems:
        words.words()
    words.words.cache_clear()
    assert "line 2, sr" in str(problems.value)
    assert "line 4, key = map: stands twice" in str(problems.value)

"""The brief, checked: nothing is left out, figures are those of the tables, texts are whole."""

import re
from dataclasses import replace

import pytest

from layers import answers
from layers.evidence import Theme, Verdict
from maps import findings, reading
from tests.maps.test_text import HOSTILE


@pytest.fixture(scope="module")
def checked(atlas):
    return findings.findings(atlas)


@pytest.fixture(scope="module")
def rows(checked):
    return {row.name: row for _, found in checked.themes for row in found}


def test_every_claim_stands_once_under_its_theme(checked, rows, atlas):
    assert [theme for theme, _ in checked.themes] == list(Theme)
    assert set(rows) == set(atlas.claims.index)
    assert sum(len(found) for _, found in checked.themes) == len(atlas.claims) == 58


def test_verdicts_are_counted(checked):
    assert dict(checked.counts) == {
        Verdict.holds: 15,
        Verdict.in_part: 23,
        Verdict.not_borne_out: 10,
        Verdict.cannot_be_checked: 10,
    }


def test_no_text_has_a_gap_left(checked, rows):
    texts = [
        checked.about,
        *checked.unknown,
        *(text for row in rows.values() for text in (row.claim, row.found)),
    ]
    assert not [text for three in texts for text in three.model_dump().values() if re.search(r"[{}]", text)]


def test_other_languages_are_no_copies_of_the_english(rows):
    same = {
        row.name for row in rows.values() for text in (row.claim, row.found) if text.en in (text.sr, text.az)
    }
    assert not same


def test_no_figure_is_lost_in_another_language(rows):
    """Digits of years, days and amounts; a language may add the zeros that English says in a word."""

    def digits(text):
        return set(re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d)", "", text)))

    lost = {
        (row.name, language): digits(text.en) - digits(getattr(text, language))
        for row in rows.values()
        for text in (row.claim, row.found)
        for language in ("sr", "az")
    }
    assert not {place: figures for place, figures in lost.items() if figures}


def test_findings_of_the_table_hold_the_figures_of_today(atlas):
    table = findings.claims_table(atlas, answers.supply(atlas).rows)
    share = table.loc["imports_double", "figure_value"]
    assert f"{share:.1f} %" in table.loc["imports_double", "finding"]
    assert f"{share:.1f} %".replace(".", ",") in table.loc["imports_double", "finding_sr"]


def test_claims_with_a_line_have_a_map_that_says_what_it_shows(rows):
    assert sum(row.detail is not None for row in rows.values()) >= 40
    legend = [text.sr for _, text in rows["imec_as_drawn"].legend]
    assert legend == ["IMEC: u pogonu", "IMEC: planirano", "IMEC: predloženo"]


def test_what_is_not_known_is_counted(checked, atlas):
    low = int((atlas.segments["confidence"] == "low").sum())
    assert f"{low} of the {len(atlas.segments)} segments" in checked.unknown[-1].en


@pytest.mark.parametrize("language", ["en", "sr", "az"])
def test_markdown_has_every_claim_with_its_sources(checked, rows, language):
    text = reading.markdown(checked, language)
    assert text.count("\n### ") == len(rows)
    assert text.count("](<https://") + text.count("](<http://") == 1 + sum(
        len(row.sources) for row in rows.values()
    )
    assert text.count("](brief.html#at=") == sum(row.detail is not None for row in rows.values())


def test_text_of_data_stays_text(atlas):
    """Claims and sources that want to do harm, as markup, script, link or heading."""
    bad = " ".join(HOSTILE[:-1]) + " [x](javascript:alert(1)) # *b*"
    hostile = replace(
        atlas,
        claims=atlas.claims.iloc[:3].assign(claim=bad, finding=bad, finding_sr=bad, finding_az=bad),
        sources=atlas.sources.assign(title=bad, publisher=bad),
    )
    checked = findings.findings(hostile)
    page = reading.rendered(checked).html
    assert page.count("<img") == 0
    assert page.count("<script") == page.count("</script>") == 2 + len(reading.SCRIPTS)
    text = reading.markdown(checked, "en")
    assert "[x](javascript" not in text
    assert "<img" not in text.replace("\\<img", "")

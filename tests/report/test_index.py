"""Does the index show every study, the failed ones too, in one grid?"""

from __future__ import annotations

from pathlib import Path

import fixture
from parsed import Page

from reappraise.report.index import index_page
from reappraise.words import load

WORDS = load("en")


def grid(results: Path) -> Page:
    """An index of a study, a failed one, one at second hand and a text without a study."""
    fixture.write(results)
    fixture.write(results, {**fixture.stages(), "findings": fixture.failed("check")}, "broken")
    second = fixture.agreeing()
    second["study"].update(reported_by="A review of pots", title="A study known through another")
    fixture.write(results, second, "second")
    fixture.write(results, fixture.leaflet(), "leaflet")
    entries = [{"study": name} for name in (fixture.STUDY, "broken", "second", "leaflet")]
    return Page(index_page(results, [*entries, {"study": "gone"}], WORDS, {"bad_names": ["My Pots"]}))


def test_each_study_has_its_two_answers(tmp_path: Path) -> None:
    text = grid(tmp_path).text("#studies")
    assert "Grower and Planter, 2031 ✕ They cannot all hold. ? This design cannot tell." in text
    assert "At second hand, through: A review of pots ✓ Nothing checked is impossible. ? This design" in text


def test_a_text_without_a_study_has_claims_only(tmp_path: Path) -> None:
    assert "– Claims only, no study behind them." in grid(tmp_path).text("#studies")


def test_failed_and_bad_folders_are_visible(tmp_path: Path) -> None:
    page = grid(tmp_path)
    assert "! Check failed: found no “Mean ± SD | {0.26}” in transcript.md; write the words" in page.text("#studies")
    assert "! Not computed: check failed." in page.text("#studies")
    assert "gone ! Not computed: no result of check." in page.text("#studies")
    assert "Folders that were left out" in page.text("main")
    assert "My Pots" in page.text("main")


def test_titles_lead_to_the_pages(tmp_path: Path) -> None:
    assert ("a", {"href": f"{fixture.STUDY}/report.html"}) in grid(tmp_path).elements


def test_an_empty_index_says_what_a_study_is(tmp_path: Path) -> None:
    assert "No study yet." in Page(index_page(tmp_path, [], WORDS, {})).text("main")

"""Does the index show every study, the failed ones too, in one grid?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import fixture
from parsed import Page

from reread.report.index import index_page
from reread.words import load

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
    assert "Grower and Planter, 2031 ✕ They cannot all hold. Cannot agree: t: 5.10; " in text
    assert "Grower and Planter, 2031, as reported by A review of pots ✓ Nothing checked is impossible. ? This" in text


def test_own_documents_come_first_and_texts_without_a_study_last(tmp_path: Path) -> None:
    shown = grid(tmp_path)
    hrefs = [attributes["href"] for tag, attributes in shown.elements if tag == "a" and "#" not in attributes["href"]]
    links = [href.split("/")[0] for href in hrefs]
    assert links == ["broken", "gone", fixture.STUDY, "second", "leaflet"]


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


def across(results: Path, made: dict[str, Any]) -> Page:
    """An index below which a notebook over all studies stands."""
    fixture.write(results)
    figures = fixture.stages()["rivals"]["figures"]
    shutil.copytree(fixture.POTS / "figures", results / "figures")
    whole = {"ok": True, "notebook": "synthesis", "values": {}, "figures": figures, "tables": [], "notes": ["A note."]}
    (results / "synthesis.json").write_text(json.dumps({**whole, **made}), encoding="utf-8")
    return Page(index_page(results, [{"study": fixture.STUDY}], WORDS, {"across": ["synthesis"]}))


def test_what_was_made_of_all_studies_stands_below_the_grid(tmp_path: Path) -> None:
    page = across(tmp_path, {})
    section = page.text("#synthesis")
    figure = fixture.stages()["rivals"]["figures"][0]
    assert section.startswith("Side by side")
    assert figure["say"] in section
    assert "A note." in section
    assert [at.get("role") for tag, at in page.elements if tag == "svg"] == ["img", "img"]
    ids = [at["id"] for _, at in page.elements if "id" in at]
    assert len(ids) == len(set(ids))
    assert ids.index("studies") < ids.index("synthesis")


def test_a_notebook_of_all_studies_that_failed_is_told_and_the_grid_stands(tmp_path: Path) -> None:
    page = across(tmp_path, fixture.failed("notebook synthesis") | {"figures": []})
    assert "A stage failed" in page.text("main")
    assert "the place that notebook synthesis names" in page.text("main")
    assert "not computed: notebook synthesis failed" in page.text("#synthesis")
    assert "They cannot all hold." in page.text("#studies")


def test_without_such_a_notebook_there_is_no_such_section(tmp_path: Path) -> None:
    assert "Side by side" not in grid(tmp_path).text("main")


def test_a_claim_that_is_not_in_this_run_has_no_link(tmp_path: Path) -> None:
    """Every link of the claims side by side has words and leads somewhere."""
    made = fixture.stages()
    gone = {"study": "gone", "document": "a text that is gone", "name": "rises", "claim": "", "places": []}
    first = {**made["appraisal"]["claims"][0], "against": [gone]}
    made["appraisal"] = {**made["appraisal"], "claims": [first]}
    fixture.write(tmp_path, made)
    page = Page(index_page(tmp_path, [{"study": fixture.STUDY}], WORDS, {}))
    assert "a claim of a text that is gone, which is not in this run" in page.text("#claims")
    assert not [found for tag, found in page.elements if tag == "a" and not found["href"]]

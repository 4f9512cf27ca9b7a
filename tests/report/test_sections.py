"""Do the sections below the answers show every finding, number, judgement and document?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import fixture
import pytest
from parsed import Page

from reread.report.page import study_page
from reread.words import load

WORDS = load("en")


def test_what_matters_has_seven_rows_at_most_with_the_worst_first(page: Callable[..., Page]) -> None:
    made = fixture.stages()
    t = made["findings"]["findings"][1]
    for k in range(9):
        made["findings"]["findings"].append({**t, "id": f"more{k}", "printed": f"more {k}", "roles": ["other"]})
    made["study"]["rests_on"] = ["vigour.change.d", "vigour.change.t"]
    shown = page(made)
    rows = [data for names, data in shown.pieces if "#matters" in names and "a" in names and "th" in names]
    assert rows == ["d = 1.47", "t = −5.10", "interval −0.81 to −0.36", "more 0", "more 1", "more 2", "more 3"]
    assert "Six more rows" in shown.text("#matters")


def test_every_accusation_carries_what_would_make_it_agree(page: Callable[..., Page]) -> None:
    agree = page().text("#agree")
    assert "interval −0.81 to −0.36 It is what 0.58 and t 5.10 give with 1.960 in place of 2.201." in agree
    assert "t = −5.10 nothing tried does Tried: other sign, unpaired, SD with n." in agree
    assert "d = 1.47 nothing tried does Tried: " in agree


def test_a_section_of_contradictions_is_named_for_them(page: Callable[..., Page]) -> None:
    assert page().text("#agree").startswith(WORDS("page.agree.title"))


@pytest.mark.parametrize(
    ("kind", "title"), [("one-group pretest-posttest", "title"), ("two-group randomised", "between")]
)
def test_a_section_is_named_for_what_it_holds(page: Callable[..., Page], kind: str, title: str) -> None:
    """Nothing to reconcile where all agrees; of two groups a difference, of one a change."""
    agreeing = fixture.agreeing()
    agreeing["study"]["design"]["kind"] = kind
    shown = page(agreeing)
    assert shown.text("#agree").startswith(WORDS("page.agree.allows"))
    assert shown.text("#causes").startswith(WORDS(f"page.causes.{title}"))
    assert WORDS(f"page.causes.{title}") in shown.text("nav")


def test_a_measure_that_is_not_for_routine_use_stands_behind_a_fold(page: Callable[..., Page]) -> None:
    made, told = fixture.stages(), "The mean of their t² is 0.31."
    made["appraisal"]["balance"] = [told]
    shown = page(made)
    names = next(names for names, data in shown.pieces if told in data)
    assert "details" in names
    assert WORDS("page.appraisal.balance") in shown.text("#appraisal")
    assert "not for routine use" in WORDS("page.appraisal.balance")


def test_no_fold_stands_where_nothing_is_measured_together(page: Callable[..., Page]) -> None:
    assert WORDS("page.appraisal.balance") not in page().text("#appraisal")


def test_a_number_opens_to_its_place_and_arithmetic(page: Callable[..., Page]) -> None:
    shown = page()
    assert shown.text("#n-4.1") == "t = –5.10 , p = 0.000, 95% CI -0.81 to -0.36, d = 1.47 transcript.md, line 4"
    marks = [data for names, data in shown.pieces if "mark" in names and "#n-4.1" in names]
    assert marks == ["–5.10"]
    numbers = shown.text("#numbers")
    assert "printed stands for −5.105 to −5.095" in numbers
    assert "exactly 12" in numbers
    assert "mean change 7 / 12 = 0.583" in numbers
    assert ("q", {"lang": "en"}) in shown.elements


def test_numbers_without_a_role_stand_at_the_end(page: Callable[..., Page]) -> None:
    numbers = page().text("#numbers")
    assert numbers.endswith("transcript.md line 1 3 · 4 line 5 40 · 2029")
    assert "Four numbers that no study file claims and no check uses." in numbers


def test_a_number_printed_twice_is_one_row_with_both_places(tmp_path: Path) -> None:
    fixture.write(tmp_path)
    ledger = tmp_path / fixture.STUDY / "numbers.csv"
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("2029.5,\n", "2029.5,n\n"), encoding="utf-8")
    shown = Page(study_page(tmp_path, fixture.STUDY, WORDS, fixture.CONTEXT))
    rows = [at for tag, at in shown.elements if tag == "p" and at.get("id") in ("n-1.1", "n-5.2")]
    assert len(rows) == 2
    assert shown.text("#numbers").count("n 12 printed stands for") == 1


def test_a_document_without_a_study_file_has_a_page(page: Callable[..., Page]) -> None:
    shown = page(fixture.document_only(), roles=False)
    assert shown.text("h1") == fixture.STUDY
    assert "Read and checked without a study file" in shown.text("#numbers")
    assert "No rival explanation is named for this study, so nothing was simulated." in shown.text("#not-checked")


def test_appraisal_keeps_computed_and_proposed_apart(page: Callable[..., Page]) -> None:
    appraisal = page().text("#appraisal")
    computed, badge = (
        appraisal.index("the numbers cannot all hold"),
        appraisal.index("proposed, no reader has signed"),
    )
    assert badge < appraisal.index("Natural course") < computed


def test_an_answer_has_mark_word_and_colour_and_says_why_and_where(page: Callable[..., Page]) -> None:
    shown = page()
    assert "Natural course Did this change them? ✕ certain seedlings grow in the weeks spanned Methods" in shown.text(
        "#appraisal"
    )
    assert {"no", "open"} <= {each for tag, found in shown.elements if tag == "li" for each in [found.get("class")]}


def test_what_was_computed_stands_beside_an_item_with_its_place(page: Callable[..., Page]) -> None:
    made = fixture.stages()
    made["appraisal"]["instruments"][0]["items"][0]["facts"] = [{"text": "18 of 20 pots.", "place": "line 3"}]
    assert "seedlings grow in the weeks spanned computed: 18 of 20 pots. line 3" in page(made).text("#appraisal")


def test_one_instrument_stands_open_and_the_others_fold(page: Callable[..., Page]) -> None:
    made = fixture.stages()
    (form,) = made["appraisal"]["instruments"]
    made["appraisal"]["instruments"].append({**form, "key": "grade", "name": "Another", "shown": False})
    shown = page(made)
    assert [found.get("class") for tag, found in shown.elements if tag == "ul"].count("lights") == 1
    folded = [text for names, text in shown.pieces if "summary" in names]
    assert "Another: other explanations are open" in folded
    assert "Threats: other explanations are open" not in folded


def test_two_readers_who_differ_stand_side_by_side(page: Callable[..., Page]) -> None:
    made = fixture.stages()
    (form,) = made["appraisal"]["instruments"]
    form.update(by="A. Reader, 2031-01-01", second="B. Reader, 2031-02-01")
    form["items"][1]["second"] = {"answer": "likely", "word": "likely", "status": "inconsistent"}
    appraisal = page(made).text("#appraisal")
    assert "? not reported B. Reader, 2031-02-01 ✕ likely" in appraisal
    assert "signed: A. Reader, 2031-01-01" in appraisal
    assert "no reader has signed" not in appraisal


def test_what_a_study_known_at_second_hand_comes_to_is_said_to_be_as_told(page: Callable[..., Page]) -> None:
    made = fixture.stages()
    made["study"]["reported_by"] = "a leaflet"
    assert "Threats, as told: other explanations are open" in page(made).text("#appraisal")


def test_what_only_a_person_can_look_up_is_not_checked(page: Callable[..., Page]) -> None:
    made = fixture.stages()
    made["appraisal"]["instruments"][0]["items"][1].update(answer="", word="not checked", status="not applicable")
    assert "Drop-out: nobody has looked yet (Threats)." in page(made).text("#not-checked")


def test_a_signed_row_says_who_signed(page: Callable[..., Page]) -> None:
    made = fixture.stages()
    made["appraisal"]["claims"][0]["by"] = "A. Reader"
    claims = page(made).text("#claims")
    assert "signed: A. Reader" in claims
    assert "no reader has signed" not in claims


def test_method_names_documents_versions_seed_and_differences(page: Callable[..., Page]) -> None:
    shown = page()
    method = shown.text("#method")
    for said in (
        "cd" * 32,
        "reread 0.1.0",
        "Seed 11",
        "SD before 0.45 0.54",
        "Half-up and half-even",
    ):
        assert said in method
    assert ("a", {"href": "downloads/numbers.csv"}) in shown.elements
    assert "Every number, as CSV 2 kB" in shown.text("#downloads")


def test_overall_judgements_of_other_tools_stand_above_what_is_computed(page: Callable[..., Page]) -> None:
    made = fixture.stages()
    made["appraisal"]["overall"] = [
        {"instrument": "NHLBI, 12 questions", "judgement": "poor", "because": "no control for time", "by": "proposed"}
    ]
    appraisal = page(made).text("#appraisal")
    assert "Overall judgements" in appraisal
    assert appraisal.index("NHLBI, 12 questions") < appraisal.index("Numbers in the results")


def test_a_notebook_of_ones_own_has_its_own_section(tmp_path: Path) -> None:
    made = fixture.stages()
    made["own_look"] = {**made["rivals"], "notebook": "own_look", "notes": ["The shade moved twice."]}
    fixture.write(tmp_path, made)
    (tmp_path / fixture.STUDY / "notebooks").mkdir(exist_ok=True)
    (tmp_path / fixture.STUDY / "notebooks" / "own_look.ipynb").write_text("{}", encoding="utf-8")
    shown = Page(study_page(tmp_path, fixture.STUDY, load("en"), fixture.CONTEXT)).text("#more-own_look")
    assert shown.startswith("own look")
    assert "The shade moved twice." in shown

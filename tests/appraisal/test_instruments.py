"""What instruments ask exists in every language, their rules are those they name, and nobody is answered for."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread import words
from reread.appraisal.files import read_appraisal
from reread.appraisal.instruments import BY_DESIGN, check, instruments, robvis, rows
from reread.appraisal.overall import LEVELS, RULES, judged, worst_domain
from reread.files.problem import Problem
from reread.files.written import read_yaml
from reread.study.file import StudyFile

ONE_GROUP = "one-group pretest-posttest"


def appraised(folder: Path, text: str, design: str = ONE_GROUP) -> list[dict[str, Any]]:
    (folder / "appraisal.yaml").write_text(text, "utf-8")
    found = read_appraisal(folder)
    check(folder / "appraisal.yaml", found)
    return rows(found, design, "en")


@pytest.mark.parametrize("key", instruments())
def test_an_instrument_is_whole(key: str) -> None:
    form = instruments()[key]
    assert form.rule in RULES
    for told in (form.name, form.version, form.licence, *form.items.values()):
        assert set(told) == set(words.languages())
    for answer in form.answers.values():
        assert set(answer) == {"tone", *words.languages()}
    for name, question in (pair for told in form.items.values() for pair in told.values()):
        assert len(name.split()) <= 6
        assert question.endswith("?")


@pytest.mark.parametrize("key", instruments())
@given(data=st.data())
def test_every_judgement_has_its_word_and_more_severe_answers_do_not_mend_it(key: str, data: st.DataObject) -> None:
    form = instruments()[key]
    order = tuple(form.answers)
    answers = {item: data.draw(st.sampled_from(order)) for item in form.items}
    overall = judged(form.rule, answers, order, tuple(form.items), randomised=data.draw(st.booleans()))
    for language in words.languages():
        assert overall is None or words.load(language)(f"appraisal.overall.{overall}")
    if form.rule == "worst_domain" and overall is not None:
        worse = {**answers, data.draw(st.sampled_from(tuple(form.items))): order[-1]}
        assert order.index(str(worst_domain(worse, order))) >= order.index(overall)
    if form.rule == "grade":
        worse = {**answers, data.draw(st.sampled_from(tuple(form.items))): order[-1]}
        lowered, before = (judged(form.rule, each, order, tuple(form.items), False) for each in (worse, answers))
        assert LEVELS.index(str(lowered)) <= LEVELS.index(str(before))


# the judgements that a rule must not come to while something that it asks for is open
GOOD = {
    "nhlbi-before-after": {"good", "fair"}, "jbi-quasi-experimental": {"low risk of bias"}, "threats": {"closed"},
    "robins-i": {"low", "moderate"}, "rob-2": {"low", "some concerns"}, "inspect-sr": {"no concerns"},
    "inspect-sr-checks": {"nothing to ask about"},
    "grade": {"high", "moderate", "low", "very low"},
}  # fmt: skip
ASKED = {"nhlbi-before-after": ("sample size", "outcome", "blinding", "repeated")}


@pytest.mark.parametrize("key", instruments())
@given(data=st.data())
def test_what_nobody_judged_never_counts_as_good(key: str, data: st.DataObject) -> None:
    form = instruments()[key]
    left = data.draw(st.sampled_from(ASKED.get(key, tuple(form.items))))
    answers = {item: data.draw(st.sampled_from(tuple(form.answers))) for item in form.items if item != left}
    assert judged(form.rule, answers, tuple(form.answers), tuple(form.items), randomised=True) not in GOOD[key]


OVERALL = {
    "khaeriyah-sari-2025": {
        "nhlbi-before-after": "poor", "threats": "open", "jbi-quasi-experimental": "high risk of bias",
        "robins-i": "critical", "grade": "very low", "inspect-sr": "serious concerns",
    },
    "pratama-nining-2023": {
        "nhlbi-before-after": "", "threats": "open", "jbi-quasi-experimental": "high risk of bias",
        "robins-i": "critical", "grade": "very low", "inspect-sr": "not checked",
    },
    "neck-massage-2025": {
        "robins-i": "no information", "inspect-sr": "", "jbi-quasi-experimental": "",
    },
    "back-massage-oxytocin-blood": {"nhlbi-before-after": "", "threats": "open", "inspect-sr": ""},
    "infant-weight-case": {"threats": "open"},
    "marmet-massage": {}, "expressing-advice": {},
}  # fmt: skip


def delivered(repo: Path, study: str) -> list[dict[str, Any]]:
    """What stands on a delivered study's page, as filled in."""
    folder = repo / "studies" / study
    file = read_yaml(folder / "study.yaml", StudyFile)
    return rows(read_appraisal(folder), file.design.kind, "en", bool(file.reported_by))


@pytest.mark.parametrize("study", OVERALL)
def test_the_delivered_appraisals_come_to_what_readers_said(repo: Path, study: str) -> None:
    assert {row["key"]: row["overall"] for row in delivered(repo, study)} == OVERALL[study]


@pytest.mark.parametrize("study", OVERALL)
def test_a_delivered_form_is_filled_in_with_why_and_where_and_signed_by_nobody(repo: Path, study: str) -> None:
    for form in delivered(repo, study):
        told = [row for row in form["items"] if row["answer"]]
        assert form["key"] == "inspect-sr" or len(told) == len(form["items"])
        assert all(row["because"] and row["place"] for row in told), form["key"]
        assert (form["by"], form["second"]) == ("proposed", "")


def test_what_another_text_leaves_out_is_held_against_nobody(tmp_path: Path) -> None:
    text = """
instruments:
  nhlbi-before-after:
    sample size: {answer: not reported}
    outcome: {answer: not reported}
    blinding: {answer: cannot determine}
    repeated: {answer: "no"}
"""
    (tmp_path / "appraisal.yaml").write_text(text, "utf-8")
    found = read_appraisal(tmp_path)
    overall = [rows(found, ONE_GROUP, "en", as_told)[0]["overall"] for as_told in (False, True)]
    assert overall == ["poor", ""]


def test_notices_are_not_checked_until_somebody_looked(tmp_path: Path) -> None:
    def notices(text: str) -> tuple[str, str]:
        (form,) = [each for each in appraised(tmp_path, text) if each["key"] == "inspect-sr"]
        return next((row["word"], row["answer"]) for row in form["items"] if row["item"] == "notices and retractions")

    assert notices("{}") == ("not checked", "")
    assert notices("instruments: {inspect-sr: {notices: {answer: no concerns}}}") == ("no concerns", "no concerns")


def test_the_instruments_of_the_design_stand_there_and_empty_where_nobody_answered(tmp_path: Path) -> None:
    for design, keys in BY_DESIGN.items():
        forms = appraised(tmp_path, "{}", design)
        assert [form["key"] for form in forms] == list(keys)
        assert [form["shown"] for form in forms] == [True] + [False] * (len(keys) - 1)
        for form in forms:
            assert form["overall"] == ""
            assert {row["answer"] for row in form["items"]} == {""}
            assert design in instruments()[form["key"]].designs


def test_where_two_readers_differ_both_are_told(tmp_path: Path) -> None:
    text = """
instruments: {robins-i: {missing: {answer: low}, confounding: {answer: critical}}}
signed: ["A, 2026-01-01"]
second: {by: "B, 2026-02-01", instruments: {robins-i: {missing: {answer: serious}, confounding: {answer: critical}}}}
"""
    (form,) = [each for each in appraised(tmp_path, text) if each["key"] == "robins-i"]
    second = {row["item"]: row["second"] for row in form["items"]}
    assert (form["by"], form["second"]) == ("A, 2026-01-01", "B, 2026-02-01")
    assert second["confounding"] is None
    assert second["missing data"]["answer"] == "serious"


def test_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = "instruments: {robins-i: {confusion: {answer: low}, missing: {answer: none}}, rob-3: {}}"
    with pytest.raises(Problem) as told:
        appraised(tmp_path, text)
    assert len(told.value.every) == 3
    assert "one of low, moderate" in str(told.value)


def test_robvis_reads_it(tmp_path: Path) -> None:
    text = "instruments: {robins-i: {confounding: {answer: critical}, missing: {answer: no information}}}"
    made = robvis("study", appraised(tmp_path, text))
    heads, answers = csv.reader(io.StringIO(made["robins-i"]))
    assert heads == ["Study", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "Overall"]
    assert answers == ["study", "Critical", *["No information"] * 6, "Critical"]

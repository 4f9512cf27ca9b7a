"""What instruments ask exists in every language, their rules are those they name, and nobody is answered for."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread import words
from reread.appraisal.files import read_appraisal
from reread.appraisal.instruments import SHOWN, check, instruments, robvis, rows
from reread.appraisal.overall import LEVELS, RULES, judged, worst_domain
from reread.files.problem import Problem

ONE_GROUP = "one-group pretest-posttest"


def appraised(folder: Path, text: str, design: str = ONE_GROUP) -> list[dict[str, object]]:
    (folder / "appraisal.yaml").write_text(text, "utf-8")
    found = read_appraisal(folder, None)
    check(folder / "appraisal.yaml", found)
    return rows(found, design, "en")


@pytest.mark.parametrize("key", instruments())
def test_an_instrument_is_whole(key: str) -> None:
    form = instruments()[key]
    assert form.rule in RULES
    for told in (form.name, *form.items.values()):
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
    overall = judged(form.rule, answers, order, randomised=data.draw(st.booleans()))
    for language in words.languages():
        assert overall is None or words.load(language)(f"appraisal.overall.{overall}")
    if form.rule == "worst_domain" and overall is not None:
        worse = {**answers, data.draw(st.sampled_from(tuple(form.items))): order[-1]}
        assert order.index(str(worst_domain(worse, order))) >= order.index(overall)
    if form.rule == "grade":
        worse = {**answers, data.draw(st.sampled_from(tuple(form.items))): order[-1]}
        lowered = judged(form.rule, worse, order, randomised=False)
        assert LEVELS.index(str(lowered)) <= LEVELS.index(str(judged(form.rule, answers, order, randomised=False)))


def test_the_delivered_appraisal_comes_to_what_readers_said(repo: Path) -> None:
    found = read_appraisal(repo / "studies" / "khaeriyah-sari-2025", None)
    overall = {row["key"]: row["overall"] for row in rows(found, ONE_GROUP, "en")}
    assert overall == {
        "nhlbi-before-after": "poor", "jbi-quasi-experimental": "high risk of bias", "robins-i": "critical",
        "grade": "very low", "inspect-sr": "serious concerns",
    }  # fmt: skip


def test_the_instrument_of_the_design_stands_first_and_empty_where_nobody_answered(tmp_path: Path) -> None:
    for design, key in SHOWN.items():
        (form,) = appraised(tmp_path, "{}", design)
        assert (form["key"], form["shown"], form["overall"]) == (key, True, "")
        assert {row["answer"] for row in form["items"]} == {""}  # type: ignore[attr-defined]


def test_where_two_readers_differ_both_are_told(tmp_path: Path) -> None:
    text = """
instruments: {robins-i: {missing: {answer: low}, confounding: {answer: critical}}}
signed: ["A, 2026-01-01"]
second: {by: "B, 2026-02-01", instruments: {robins-i: {missing: {answer: serious}, confounding: {answer: critical}}}}
"""
    (form,) = [each for each in appraised(tmp_path, text) if each["key"] == "robins-i"]
    second = {row["item"]: row["second"] for row in form["items"]}  # type: ignore[attr-defined]
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

"""An outcome and a paired test that print the same are explained alike: only the roles have other names."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from math import isclose
from pathlib import Path

from reread.explain import Explanation, explain
from reread.reading.study_folder import extract
from reread.study.parts import Measured, ReportedTest, Statistics
from reread.study.values import Study, Value, study_of

FOLDER = Path(__file__).parents[2] / "studies" / "khaeriyah-sari-2025"
RENAMED = {
    "score.change.mean": "tests.score.estimate",
    "score.change.": "tests.score.",
    "score.codes.": "tests.score.codes.",
    "score.": "tests.score.groups.",
}


def renamed(role: str) -> str:
    start = next((start for start in RENAMED if role.startswith(start)), None)
    return RENAMED[start] + role.removeprefix(start) if start else role


def as_paired_test(study: Study) -> Study:
    """The study with its outcome written as a paired test of two groups, each of everybody."""
    outcome = study.file.outcomes["score"]
    groups = {"before": outcome.before, "after": outcome.after}
    said = {name: getattr(outcome, name) for name in Measured.model_fields}
    printed = {name: getattr(outcome.change, name) for name in Statistics.model_fields}
    test = ReportedTest(**said, **{**printed, "test": "paired t"}, groups=groups, estimate=outcome.change.mean)
    values: dict[str, Value] = {}
    for role, value in study.values.items():
        values[renamed(role)] = replace(value, role=renamed(role))
        if role == "n":
            values |= {other: replace(value, role=other) for other in (f"tests.score.groups.{g}.n" for g in groups)}
    file = study.file.model_copy(update={"outcomes": {}, "tests": {"score": test}, "rests_on": ()})
    return Study(study.id, file, values, study.reading)


@cache
def both() -> tuple[Study, Study]:
    found = extract(FOLDER)
    study = study_of(FOLDER.name, found.file, found.numbers)
    return study, as_paired_test(study)


@cache
def explained() -> tuple[list[Explanation], list[Explanation]]:
    first, second = both()
    return explain(first, 1), explain(second, 1)


def test_the_same_readings_in_the_same_order() -> None:
    first, second = explained()
    assert [[used.id for used in each.departures] for each in first] == [
        [used.id for used in each.departures] for each in second
    ]


def test_the_same_numbers_are_reconciled() -> None:
    for first, second in zip(*explained(), strict=True):
        assert {renamed(role) for role in first.reconciled} == set(second.reconciled)
        assert {renamed(role) for role in first.unreconciled} == set(second.unreconciled)
        assert (first.data_sets, first.ending, first.coincidence) == (
            second.data_sets,
            second.ending,
            second.coincidence,
        )
        assert isclose(first.bits, second.bits)

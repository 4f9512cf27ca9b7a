"""The same printed numbers of the same people, as an outcome with its change and as a paired test of two groups."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from reread.checks import findings
from reread.study.file import OCCASIONS
from reread.study.parts import Outcome, ReportedTest, Statistics
from reread.study.values import Study, Value

NAME = "score"
Said = Counter[tuple[str, str, str]]


def as_test(study: Study) -> Study:
    """A study with the outcome `score`, written as a test: whose n and whose interval it is has to be written out."""
    outcome = study.file.outcomes[NAME]
    values: dict[str, Value] = {}
    for role, value in study.values.items():
        values[_moved(role)] = value
    if "n" in study.values:
        values |= {f"tests.{NAME}.groups.{occasion}.n": _n(study, occasion) for occasion in OCCASIONS}
    pairs = study.n(NAME)
    if pairs is not None:
        values[f"tests.{NAME}.n"] = pairs
    placed = {role: replace(value, role=role) for role, value in values.items()}
    file = study.file.model_copy(update={"outcomes": {}, "tests": {**study.file.tests, NAME: _test(outcome)}})
    return replace(study, file=file, values=placed)


def said(study: Study) -> Said:
    """What the checks say: the check, the part that it is about first, and the verdict."""
    told = (each for each in findings(study) if not (each.check == "repeats" and each.roles[0].endswith(".n")))
    return Counter((each.check, _part(each.roles[0]), f"{each.status} {each.kind}") for each in told)


def _test(outcome: Outcome) -> ReportedTest:
    kept = {name: getattr(outcome.change, name) for name in Statistics.model_fields}
    about = ("label", "unit", "measure", "items", "scale", "complete", "codes", "normality_test")
    kept |= {name: getattr(outcome, name) for name in about}
    if outcome.change.ci is not None:
        kept["ci"] = outcome.change.ci.model_copy(update={"of": "difference"})
    groups = {occasion: getattr(outcome, occasion) for occasion in OCCASIONS}
    return ReportedTest.model_construct(**kept, groups=groups, estimate=outcome.change.mean)


def _n(study: Study, occasion: str) -> Value:
    return study.values.get(f"{NAME}.{occasion}.n") or study.values["n"]


def _moved(role: str) -> str:
    owner, _, rest = role.partition(".")
    part, _, tail = rest.partition(".")
    if owner != NAME:
        return role
    if part in OCCASIONS:
        return f"tests.{NAME}.groups.{rest}"
    return f"tests.{NAME}.{'estimate' if tail == 'mean' else tail}" if part == "change" else f"tests.{NAME}.{rest}"


def _part(role: str) -> str:
    return role if role.startswith("tests.") else _moved(role)

"""What every check owes to the literature, new checks included: a right number passed, a wrong number caught."""

from __future__ import annotations

import pytest
from published_cases import Case, checks_with, collected, files

from reread import checks

WRITE = "add a case to PUBLISHED in a file of tests/published: published_cases.py says how"


@pytest.mark.parametrize(("case", "check"), [pytest.param(c, n, id=f"{f}-{c.kind}-{n}") for f, c, n in collected()])
def test_a_published_case_is_answered(case: Case, check: str) -> None:
    assert case.where
    assert case.holds(check), f"{case.where}: {check} says {sorted(case.said(check))} in place of {case.says}"


@pytest.mark.parametrize("check", checks.found())
def test_a_published_right_number_is_passed(check: str) -> None:
    assert check in checks_with("right"), f"checks/{check}.py passes no published number: {WRITE} (`right`)"


@pytest.mark.parametrize("check", checks.found())
def test_a_published_wrong_number_is_caught(check: str) -> None:
    told = f"{WRITE} (`wrong`, or `altered` where nobody has published a wrong one)"
    assert check in checks_with("wrong", "altered"), f"checks/{check}.py catches no published number: {told}"


@pytest.mark.parametrize("name", files())
def test_every_source_has_its_cases(name: str) -> None:
    assert any(file == name for file, _, _ in collected()), f"{name}.py: name its cases in PUBLISHED"

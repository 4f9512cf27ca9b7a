"""Is the dispersion of a table told with what chance gives, and is it left unsaid where it says nothing?"""

from __future__ import annotations

import numpy as np
import pytest
from honest_rows import KINDS, SAID, table

from reread import words
from reread.appraisal import balance
from reread.statistics.balance import CORRELATED, ENDS, Counts, Means, by_chance, chi_squared, mistaken
from reread.study.values import Study

SAY = words.load("en")
TABLES, DRAWS = 100, 400


def outside(kind: str, n: int = 30) -> float:
    """Of honest tables of one kind, the share outside of the middle 95 % that is told for each."""
    rng, found = np.random.default_rng(7), 0
    for _ in range(TABLES):
        rows = list(balance.rows(table(rng, kind, n)))
        ends = np.quantile(by_chance([row for row, _ in rows], 0.0, rng, DRAWS), ENDS)
        found += not ends[0] <= np.mean([square for _, square in rows]) <= ends[1]
    return found / TABLES


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_wrong_as_often_as_it_says(kind: str) -> None:
    rows = [row for row, _ in balance.rows(table(np.random.default_rng(1), kind, 30))]
    said = mistaken(rows, np.random.default_rng(2))[SAID[kind]]
    assert outside(kind) == pytest.approx(said, abs=4 * np.sqrt(max(said, 0.05) / TABLES))
    assert (said > 0.07) == (kind == "correlated")


def test_rows_that_are_too_much_alike_lie_below() -> None:
    study = table(np.random.default_rng(3), "independent", 40)
    alike = {role: value.reported.text for role, value in study.values.items() if ".treated." in role}
    same = study.printing({role.replace("treated", "control"): text for role, text in alike.items()})
    _, found, said, _ = balance.paragraphs(same, SAY)
    assert "the mean of their t² is 0.00." in found
    assert "0 at 0.00 or below, 100 at 0.00 or above" in found
    assert "of 100 honest trials as large as this" in said
    assert balance.paragraphs(same, SAY) == balance.paragraphs(same, SAY)
    assert len(balance.paragraphs(same, words.load("id"))) == 4


def test_nothing_is_said_of_few_rows_of_minimisation_or_without_chance() -> None:
    study = table(np.random.default_rng(4), "independent", 40)
    assert balance.paragraphs(study, SAY)
    file = study.file
    tests = dict(list(file.tests.items())[: balance.FEWEST - 1])
    others = (
        {"tests": tests},
        {"allocation": file.allocation.model_copy(update={"method": "minimisation"})},
        {"design": file.design.model_copy(update={"kind": "two-group non-randomised"})},
    )
    for changed in others:
        assert balance.paragraphs(Study("x", file.model_copy(update=changed), study.values), SAY) == []


def test_a_row_that_is_printed_too_coarsely_is_left_out() -> None:
    study = table(np.random.default_rng(5), "independent", 40)
    coarse = study.printing({f"tests.row 0.groups.{arm}.mean": "50" for arm in ("treated", "control")})
    assert len(list(balance.rows(coarse))) == len(list(balance.rows(study)))
    wide = coarse.printing({f"tests.row 0.groups.{arm}.sd": "1.0" for arm in ("treated", "control")})
    assert len(list(balance.rows(wide))) == len(list(balance.rows(study))) - 1


def test_chance_alone_is_one_on_the_average() -> None:
    """χ² over its degrees of freedom has a mean of N / (N − 1) for fixed counts, t² one of ν / (ν − 2)."""
    rng = np.random.default_rng(6)
    counts = by_chance([Counts(30, 20, (10, 15, 25))], 0.0, rng, 40_000)
    assert counts.mean() == pytest.approx(50 / 49, abs=0.03)
    means = by_chance([Means(12, 12, 50, 10, 0.01, 0.01, False)], 0.0, rng, 40_000)
    assert means.mean() == pytest.approx(22 / 20, abs=0.04)
    assert chi_squared(np.array([[12, 18]]), np.array([30, 30]), 30)[0] == pytest.approx(2.4)
    pair = [Counts(200, 200, (200, 200))] * 2
    spread = [by_chance(pair, r, rng, 40_000).std() for r in (0.0, CORRELATED)]
    assert spread[1] / spread[0] == pytest.approx(np.sqrt(1 + CORRELATED**2), rel=0.05)
    with pytest.raises(ValueError, match="correlation"):
        by_chance(pair, 1.0, rng)

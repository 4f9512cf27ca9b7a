"""Is what `make power` and `make honesty` say true: papers honest before the error, errors made, errors noticed?"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import honesty
import power
import power_errors
import pytest
from power_papers import Paper, paired, study, two_groups

from reread import checks


@pytest.mark.parametrize("draw", [paired, two_groups])
def test_papers_without_an_error_are_not_objected_to(draw: Callable[[Random], Paper]) -> None:
    listed = list(power.papers(power.NO_ERROR, draw, 25))
    assert len(listed) == 25
    assert not any(power.noticed(paper) for paper in listed)


@pytest.mark.parametrize("kind", power_errors.KINDS)
def test_an_error_changes_what_is_printed(kind: str) -> None:
    for draw in (paired, two_groups):
        for seed, paper in enumerate(power.papers(kind, draw, 3)):
            assert study(paper).values, seed
    before = paired(Random(f"{kind} 0"))
    changed = power_errors.KINDS[kind](before, Random(1))
    assert changed is None or set(changed) <= set(before.prints)


def test_most_wrong_digits_of_a_full_paper_are_noticed() -> None:
    assert sum(power.noticed(paper) for paper in power.papers("one digit changed", paired, 20)) >= 15


def test_a_block_of_honest_studies_is_counted() -> None:
    for family in honesty.FAMILIES:
        _, said, wrong, met = honesty.block((family, 5, 4))
        assert not wrong
        assert (met[family, "studies"], met[family, "accused"]) == (4, 0)
        assert sum(said.values()) > 8
        assert {name for name, _ in said} <= set(checks.found())


def test_the_bound_is_the_exact_one() -> None:
    """Clopper and Pearson 1934 with no event: 59 studies leave 5 %, the rule of three's 3 / N for many."""
    assert honesty.bound(59) < 0.05 < honesty.bound(58)
    assert honesty.bound(100_000) == pytest.approx(3 / 100_000, rel=0.002)

"""Two arms of whole scores: are least and greatest t, d and p those of every pair of data sets that print the same?

Every pair is listed by brute force here, and the search is given a cap that it cannot list them under.
"""

from __future__ import annotations

import itertools
import time
from fractions import Fraction
from typing import Any

import honest
import numpy as np
import pytest
from honest import show
from hypothesis import given, settings
from hypothesis import strategies as st
from published_cases import groups_of
from scipy import stats
from two_arms import study_of_arms

from reread import words
from reread.explain import explain, in_conflict
from reread.explain.benign import findings_with_readings
from reread.notebook.views import ancova
from reread.reanalysis import readings
from reread.reanalysis.by_reading import reanalyses, surveyed
from reread.reanalysis.pairs import pairs_under
from reread.study.comparison import comparison_at

AS_PRINTED: list[dict[str, Any]] = [{"rank": 1, "departures": [], "alike": [], "reconciled": [], "unreconciled": []}]
SCALE = range(1, 6)
ANSWERS = st.lists(st.sampled_from(SCALE), min_size=4, max_size=6)


def _prints(scores: tuple[int, ...]) -> set[tuple[str, str]]:
    """Mean and SD (with n − 1 or n below) to one decimal, in each rounding in use."""
    exact = [Fraction(score) for score in scores]
    mean, sd, n = honest.mean(exact), honest.sd(exact), len(exact)
    sds = (sd, sd * honest.root(Fraction(n - 1, n)))
    return {(show(mean, 1, one), show(each, 1, one)) for each in sds for one in ("half-up", "half-even")}


def _every(scores: list[int]) -> tuple[dict[str, str], list[tuple[int, ...]]]:
    """What a group prints, and every data set on the scale that prints the same."""
    n, exact = len(scores), [Fraction(score) for score in scores]
    mean, sd = show(honest.mean(exact), 1), show(honest.sd(exact), 1)
    sets = itertools.combinations_with_replacement(SCALE, n)
    return {"n": str(n), "mean": mean, "sd": sd}, [each for each in sets if (mean, sd) in _prints(each)]


@given(ANSWERS, ANSWERS, st.sampled_from([{}, {"t"}, {"t", "p"}]))
@settings(max_examples=25, deadline=None)
def test_ends_are_those_of_every_pair(first: list[int], second: list[int], printed: set[str]) -> None:
    (one, ones), (two, twos) = _every(first), _every(second)
    true = stats.ttest_ind(first, second)
    if len(ones) * len(twos) < 3 or not np.isfinite(true.statistic):
        return
    texts = {"t": f"{true.statistic:.2f}", "p": f"{true.pvalue:.3f}"}
    texts = {part: text for part, text in texts.items() if part in printed}
    about = {"measure": "integer score", "test": "independent t", "scale": [1, 5]}
    study = groups_of({"a": one, "b": two}, texts, **about)
    (read,) = readings.readings(study, AS_PRINTED)
    pairs = pairs_under(read, "tests.it", cap=2)
    assert pairs is not None
    assert pairs.ending == "stopped at cap"
    survey = surveyed(comparison_at(study, "tests.it"), read, pairs, 0.05, 0.95)
    left = [(a, b) for a, b in itertools.product(ones, twos) if _tells(a, b, texts)]
    tests = [stats.ttest_ind(a, b) for a, b in left if np.ptp(a) + np.ptp(b) > 0]
    t = next(each for each in survey.effects if each.name == "t")
    p = survey.p("t")
    assert p is not None
    assert t.proven
    if all(np.ptp(a) + np.ptp(b) > 0 for a, b in left):
        ends = min(each.statistic for each in tests), max(each.statistic for each in tests)
        assert (t.least, t.greatest) == pytest.approx(ends, abs=1e-9)
        ps = [each.pvalue for each in tests]
        assert (p.p.least, p.p.greatest) == pytest.approx((min(ps), max(ps)), abs=1e-12)
        assert p.below == ("all" if max(ps) < 0.05 else "some" if min(ps) < 0.05 else "none")


def _tells(a: tuple[int, ...], b: tuple[int, ...], texts: dict[str, str]) -> bool:
    """Does Student's or Welch's test of a pair print t and p?"""
    if not np.ptp(a) + np.ptp(b):
        return not texts
    both = [stats.ttest_ind(a, b, equal_var=equal) for equal in (True, False)]
    room = {"t": 0.005 + 1e-9, "p": 0.0005 + 1e-9}
    found = {"t": [abs(each.statistic) for each in both], "p": [each.pvalue for each in both]}
    return all(any(abs(x - abs(float(text))) <= room[part] for x in found[part]) for part, text in texts.items())


def test_a_reconciled_t_does_not_leave_the_answer_open() -> None:
    groups = {"a": {"n": "30", "mean": "3.1", "sd": "1.2"}, "b": {"n": "30", "mean": "2.3", "sd": "1.3"}}
    about = {"measure": "integer score", "test": "independent t", "scale": [1, 5]}
    (only,) = reanalyses(groups_of(groups, {"t": "2.48", "p": ".016"}, **about), AS_PRINTED, 0.05)
    assert only.survey is not None
    t, p = next(each for each in only.survey.effects if each.name == "t"), only.survey.p("t")
    assert p is not None
    assert (only.survey.ending, t.proven, p.below) == ("stopped at cap", True, "all")
    assert 2.475 - 0.03 <= t.least <= t.greatest <= 2.485 + 0.03
    assert p.p.greatest < 0.05


def test_two_arms_of_twenty_are_read_in_five_seconds() -> None:
    """CPU after import: checks with benign readings, explanations, every pair of data sets, the adjusted analysis."""
    draw = np.random.default_rng(19)
    arms = {name: _arm(draw, shift) for name, shift in (("control", 0.0), ("treated", 4.0))}
    study = study_of_arms(arms, changes=True, measure="integer score", complete=True)
    begun = time.process_time()
    findings, broken = findings_with_readings(study)
    explain(study, 1)
    found = reanalyses(study, AS_PRINTED, 0.05)
    curve = ancova.decides(study, 0.05, words.load("en"))
    spent = time.process_time() - begun
    assert findings
    assert not broken
    assert not in_conflict(study)
    assert {each.of for each in found} == {"after", "gain"}  # not whether they differed before
    assert curve
    assert spent <= 5.0, f"{spent:.1f} s"


def _arm(draw: np.random.Generator, shift: float) -> tuple[Any, Any]:
    before = np.round(draw.normal(20, 4, 20))
    return before, np.round(0.6 * before + draw.normal(8 + shift, 3, 20))

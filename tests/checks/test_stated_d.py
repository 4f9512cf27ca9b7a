"""A stated definition of d makes the checks of d stricter, never laxer; left out, every usual one is admitted."""

from __future__ import annotations

from math import sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from published_cases import twice_measured

from reread import departures, words
from reread.checks import d_from_tables, effect_from_statistic
from reread.explain import in_conflict
from reread.explain.accounts import Accounts
from reread.explain.benign import findings_with_readings
from reread.numbers.interval import Interval
from reread.report.told import rendered
from reread.statistics.effects import STATED_D, PairedMoments, admits_d, d_of_pairs
from reread.statistics.formulas import d_av, d_pooled, d_rm
from reread.study.values import Study

# Lakens 2013, doi:10.3389/fpsyg.2013.00863, table 1: ten people rate two films, t(9) = 3.87, d_z 1.22, d_av 1.15.
FILMS = {
    "n": "10", "before.mean": "7.7", "before.sd": "0.82", "after.mean": "8.7", "after.sd": "0.92", "change.t": "3.87",
}  # fmt: skip


def films(d: str, stated: str, **about: Any) -> Study:
    study = twice_measured({**FILMS, "change.d": d}, **about)
    return stating(study, stated)


def stating(study: Study, stated: str) -> Study:
    return study.stating({"score.change": {"d_is": stated}})


@pytest.mark.parametrize(
    ("d", "stated", "status"),
    [
        ("1.22", "not stated", "consistent"),
        ("1.15", "not stated", "consistent"),
        ("1.22", "d_z", "consistent"),
        ("1.15", "d_av", "consistent"),
        ("1.15", "d_z", "inconsistent"),  # that is d_av (and not d_z with n, 1.29, or corrected, 1.12)
        ("1.22", "Glass before", "consistent"),  # 1 / 0.82, too
        ("1.35", "Glass before", "consistent"),
        ("1.35", "Glass after", "inconsistent"),  # 1 / 0.92 is 1.09, with n and every rounding below 1.27
        ("1.35", "not stated", "consistent"),
    ],
)
def test_lakens_films(d: str, stated: str, status: str) -> None:
    (finding,) = effect_from_statistic.check(films(d, stated))
    assert finding.status == status
    told = rendered(finding, films(d, stated), words.load("en"))["words"]
    assert told["must_hold"].endswith(words.load("en")(f"terms.which.{stated}"))


def test_another_definition_is_the_benign_reading() -> None:
    study = films("1.15", "d_z")
    variants = {params["meant"]: other for params, other in departures.found()["another_effect_size"](study)}
    (again,) = effect_from_statistic.check(variants["definition"])
    assert again.status == "consistent"
    found, broken = findings_with_readings(study)
    assert not broken
    assert any(finding.check == "effect_from_statistic" and finding.status == "inconsistent" for finding in found)
    undeclared = [p for p, _ in departures.found()["another_effect_size"](films("1.15", "not stated"))]
    assert "definition" not in {params["meant"] for params in undeclared}


def test_what_is_not_printed_decides_nothing() -> None:
    """Without means and SDs a stated d_av could be anything; a stated d_z needs t only."""
    only_t = {"n": "10", "change.t": "3.87", "change.d": "1.90"}
    for stated, status in (("d_av", "undecided"), ("d_z", "inconsistent"), ("not stated", "undecided")):
        (finding,) = effect_from_statistic.check(stating(twice_measured(only_t), stated))
        assert finding.status == status, stated


def test_tables_of_the_stated_definition() -> None:
    """Means and SDs of the 20 women leave d_z 1.07, 1.23 and 1.49; 1.93 is their d_s."""
    printed = {"n": "20", "before.mean": "1.20", "before.sd": "0.41", "after.mean": "1.90", "after.sd": "0.31"}
    for d, stated, status in (
        ("1.93", "not stated", "consistent"), ("1.93", "d_s", "consistent"), ("1.93", "d_z", "inconsistent"),
        ("1.23", "d_z", "consistent"), ("1.23", "d_s", "inconsistent"),
    ):  # fmt: skip
        study = stating(twice_measured({**printed, "change.d": d}, measure="ordinal score"), stated)
        (finding,) = d_from_tables.check(study)
        assert finding.status == status, (d, stated)
        assert stated == "not stated" or finding.say == "stated"


@pytest.mark.parametrize(("stated", "reconciled"), [("not stated", True), ("d_s", True), ("d_z", False)])
def test_an_account_keeps_to_the_stated_definition(stated: str, reconciled: bool) -> None:
    """What the checks call impossible is left unreconciled as printed, and the other definition reconciles it."""
    printed = {"n": "20", "before.mean": "1.20", "before.sd": "0.41", "after.mean": "1.90", "after.sd": "0.31"}
    study = stating(twice_measured({**printed, "change.d": "1.93"}, measure="ordinal score"), stated)
    accounts = Accounts(study)
    assert ("score.change.d" in accounts.of(study).reconciled) == reconciled
    if not reconciled:
        variants = {params.get("meant"): other for params, other in departures.found()["another_effect_size"](study)}
        assert "score.change.d" in accounts.of(variants["definition"]).reconciled
        assert "score.change.d" in in_conflict(study)


scores = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=5, max_size=25)


@settings(max_examples=30, deadline=None)
@given(scores, st.sampled_from(sorted(STATED_D)), st.sampled_from((0, 1)), st.integers(1, 3))
def test_honest_d_by_its_stated_definition_is_not_accused(
    pairs: list[tuple[int, int]], stated: str, ddof: int, places: int
) -> None:
    before, after = (np.array(side, dtype=float) for side in zip(*pairs, strict=True))
    change, n = after - before, len(pairs)
    sds = [float(side.std(ddof=ddof)) for side in (before, after, change)]
    if not all(sds) or not change.mean():
        return
    t = float(change.mean()) / (float(change.std(ddof=1)) / sqrt(n))
    d = abs(_d(stated, float(change.mean()), *sds))
    texts = [f"{x:.{places}f}" for x in (before.mean(), before.std(ddof=1), after.mean(), after.std(ddof=1), abs(t), d)]
    roles = ("before.mean", "before.sd", "after.mean", "after.sd", "change.t", "change.d")
    study = twice_measured({"n": str(n), **dict(zip(roles, texts, strict=True))}, measure="integer score")
    study = stating(study, stated)
    for check in (effect_from_statistic, d_from_tables):
        assert all(finding.status != "inconsistent" for finding in check.check(study)), (check.__name__, texts)


def _d(stated: str, mean: float, before: float, after: float, change: float) -> float:
    r = (before**2 + after**2 - change**2) / (2 * before * after)
    return {
        "d_z": mean / change, "d_rm": d_rm(mean, change, min(1.0, r)), "d_av": d_av(mean, before, after),
        "d_s": d_pooled(mean, before, after), "Glass before": mean / before, "Glass after": mean / after,
    }[stated]  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.floats(0.1, 9), st.floats(0.1, 9), st.floats(0.1, 9), st.floats(0.1, 9), st.integers(3, 60))
def test_stated_is_never_laxer(t: float, mean: float, before: float, after: float, n: int) -> None:
    """Every value of a stated definition is one of the undeclared case; all stated ones together are nearly all."""
    printed = PairedMoments(n, *(Interval.around(x, x) for x in (t, mean, before, after)))
    every = list(d_of_pairs(printed))
    for stated in STATED_D:
        mine = list(d_of_pairs(printed, stated))
        assert mine == [each for each in every if admits_d(stated, each[0])]
        assert len(mine) < len(every)

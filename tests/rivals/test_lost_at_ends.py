"""Is what the lost could have made of two means the same as if each of them were written down?"""

from __future__ import annotations

from fractions import Fraction
from math import ceil

import numpy as np
import pytest
from honest_tests import direct
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from reread import rivals, words
from reread.notebook.views import compared
from reread.notebook.views import two_groups as view
from reread.statistics.lost_means import Arm, AtEnds, Compared, extremes, is_below, tipping
from reread.study.values import Study

SCALE = (0, 10)
Readings = list[int]
readings = st.lists(st.integers(*SCALE), min_size=2, max_size=14)


def of(low: Readings, high: Readings, lost: tuple[int, int], welch: bool) -> AtEnds:
    """Made-up readings as an article prints them, without rounding."""
    arms = [
        Arm(len(each), float(np.mean(each)), float(np.std(each, ddof=1)), len(each) + gone)
        for each, gone in zip((low, high), lost, strict=True)
    ]
    return AtEnds(arms[0], arms[1], SCALE, welch)


def written(low: Readings, high: Readings, some: tuple[int, int], ends: tuple[int, int], welch: bool) -> Compared:
    """The test of everybody, each of the lost written down as an end of the scale."""
    first, second = low + [ends[0]] * some[0], high + [ends[1]] * some[1]
    apart = float(np.mean(second) - np.mean(first))
    if len(set(first)) == len(set(second)) == 1:
        return Compared(apart, 0.0 if apart else 1.0)
    return Compared(apart, float(stats.ttest_ind(second, first, equal_var=not welch).pvalue))


@given(readings, readings, st.tuples(st.integers(0, 6), st.integers(0, 6)), st.booleans())
def test_the_extremes_are_those_of_written_readings(
    low: Readings, high: Readings, lost: tuple[int, int], welch: bool
) -> None:
    for found, ends in zip(extremes(of(low, high, lost, welch)), ((10, 0), (0, 10)), strict=True):
        told = written(low, high, lost, ends, welch)
        assert found.apart == pytest.approx(told.apart, abs=1e-9)
        assert found.p == pytest.approx(told.p, abs=1e-7)


@given(readings, readings, st.tuples(st.integers(0, 6), st.integers(0, 6)), st.booleans())
def test_no_lesser_share_of_the_lost_tips_p(low: Readings, high: Readings, lost: tuple[int, int], welch: bool) -> None:
    asked = of(low, high, lost, welch)
    up = is_below(asked, 0.05)
    tips = []
    for share in sorted({Fraction(k, n) for n in lost for k in range(1, n + 1)}):
        some = ceil(share * lost[0]), ceil(share * lost[1])
        p = written(low, high, some, (10, 0) if up else (0, 10), welch).p
        if abs(p - 0.05) < 1e-9:
            return
        if (p < 0.05) != up:
            tips.append(some)
    found = tipping(asked, 0.05)
    assert (found is None) == (not tips)
    assert found is None or ((found.low, found.high), found.up) == (tips[0], up)


def test_an_arm_that_is_larger_than_its_allocation_is_refused() -> None:
    with pytest.raises(ValueError, match="30 of 28"):
        Arm(30, 1.0, 1.0, 28)


def study(allocated: str = "36", **said: object) -> Study:
    """Pain of two arms on a scale from 0 to 10, six and more of each lost."""
    arms = {"rest": ("30", "6.1", "1.6"), "heat": ("28", "4.6", "1.7")}
    printed = {
        f"tests.pain.groups.{name}.{part}": [text]
        for name, texts in arms.items() for part, text in zip(("n", "mean", "sd"), texts, strict=True)
    }  # fmt: skip
    printed |= {f"arms.{name}.allocated": [allocated] for name in arms}
    return direct(printed, {"pain": {"label": "Pain", "test": "independent t", **said}})


def told(of_study: Study, language: str = "en") -> str:
    found, say = compared.asked(of_study), words.load(language)
    assert found is not None
    made = view.biases(found, {"attrition": rivals.chosen("attrition", {})})
    return " ".join(view.notes(found, made, say))


def test_the_sentences_tell_what_everybody_would_print() -> None:
    """By hand: 6 lost of rest at 0 and 8 of heat at 10 give (30 · 6.1) / 36 and (28 · 4.6 + 80) / 36."""
    said = told(study(scale=[0, 10]))
    least, most = 183 / 36 - 208.8 / 36, 243 / 36 - 128.8 / 36
    spread = stats.zscore(np.arange(30.0), ddof=1), stats.zscore(np.arange(28.0), ddof=1)
    rest, heat = np.append(6.1 + 1.6 * spread[0], [0.0] * 6), np.append(4.6 + 1.7 * spread[1], [10.0] * 8)
    p = stats.ttest_ind(rest, heat).pvalue
    assert f"would lie −{-least:.2f} apart (rest less heat), p = {p:.3f}" in said
    assert f"the other way round {most:.2f}, p < 0.0001 (Student’s t)" in said
    found = compared.asked(study(scale=[0, 10]))
    assert found is not None
    assert found.groups.at_ends is not None
    tips = tipping(found.groups.at_ends, 0.05)
    assert tips is not None
    assert f"{tips.high} of the 6 lost of rest at 0 and {tips.low} of the 8 lost of heat at 10" in said
    assert "(Welch’s t)" in told(study(scale=[0, 10], test="Welch t"))
    assert "terpaut −0.72 (rest dikurangi heat)" in told(study(scale=[0, 10]), "id")


@pytest.mark.parametrize(
    "said", [{}, {"scale": [0, 6]}, {"scale": [0, 10], "occasion": "change"}], ids=["none", "beyond it", "changes"]
)
def test_nothing_is_told_at_the_ends_where_the_ends_are_not_known(said: dict[str, object]) -> None:
    """Without a scale, with a mean beyond it, and of changes, which have other ends."""
    assert "scale from" not in told(study(**said))


@pytest.mark.parametrize("language", words.languages())
@pytest.mark.parametrize("fact", ["at_ends", "tips_up", "tips_down", "stays_below", "stays_above"])
def test_every_sentence_can_be_said(language: str, fact: str) -> None:
    names = ("bottom", "top", "least", "least_p", "most", "most_p", "low_lost", "high_lost", "low_some", "high_some")
    numbers = dict.fromkeys(names, 3.0)
    groups = {"lower": "heat", "higher": "rest", "alpha": "0.05", "method": "t"}
    sentence = words.load(language)(f"attrition.fact.{fact}", **groups, **numbers)
    assert "rest" in sentence
    assert "{" not in sentence

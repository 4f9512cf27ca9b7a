"""Are the extremes of a statistic those of the full list, of one sample and of two groups, and is an early end told?"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt
from statistics import median
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printed_samples import Sample, samples
from scipy import stats

from reread.datasets import Counts, MeanScore, extremes, groups, list_all, share_from, share_of

Asked = dict[str, Any]
BY_HAND = {
    "mean": lambda data: data.mean,
    "variance": lambda data: data.variance(),
    "sd": lambda data: sqrt(data.variance()),
    "se": lambda data: sqrt(data.variance() / data.n),
    "median": lambda data: Fraction(median(data.answers())),
    "minimum": lambda data: min(data),
    "maximum": lambda data: max(data),
}


def check(found: Any, every: tuple[Counts, ...], by_hand: Any) -> None:
    if not every:
        assert (found.ending, found.least, found.at_greatest) == ("none exists", None, None)
        return
    values = [by_hand(data) for data in every]
    assert (found.least, found.greatest) == (min(values), max(values))
    assert found.ending == "all listed"
    for data, value in ((found.at_least, found.least), (found.at_greatest, found.greatest)):
        assert data in every
        assert by_hand(data) == value


@given(samples(largest=8, widest=4), st.sampled_from(sorted(BY_HAND)), st.integers(0, 2), st.booleans())
@settings(max_examples=25)
def test_named_ones_are_those_of_the_list(sample: Sample, name: str, more: int, whole: bool) -> None:
    asked: Asked = {"n": sample.n, "scale": sample.scale}
    asked |= {"mean": sample.mean, "sd": sample.sd} if whole else {"mean": sample.mean}
    asked |= [{}, {"median": f"{median(sample.data):.0f}"}, {"maximum": str(max(sample.data))}][more]
    check(extremes(name, **asked), list_all(**asked).data_sets, BY_HAND[name])  # type: ignore[arg-type]


@given(samples(largest=8, widest=4), st.integers(-9, 12))
def test_shares_scores_and_own_functions_are_those_of_the_list(sample: Sample, code: int) -> None:
    asked: Asked = {"n": sample.n, "mean": sample.mean, "sd": sample.sd, "scale": sample.scale, "ddof": sample.ddof}
    every = list_all(**asked).data_sets
    check(extremes(share_from(code), **asked), every, lambda d: Fraction(sum(k for v, k in d.pairs if v >= code), d.n))
    check(extremes(share_of(code), **asked), every, lambda d: Fraction(d.get(code, 0), d.n))
    cubes = MeanScore(lambda answer: Fraction(answer**3, 7))
    check(extremes(cubes, **asked), every, lambda d: Fraction(sum(k * v**3 for v, k in d.pairs), 7 * d.n))
    check(extremes(len, **asked), every, len)


def test_what_was_only_seen_is_told() -> None:
    asked: Asked = {"n": 100, "mean": "4.00", "sd": "1.50", "scale": (1, 7)}
    assert extremes(len, **asked, cap=50).ending == "stopped at cap"
    assert extremes(share_from(6), **asked).ending == "all listed"


def test_without_a_scale_too() -> None:
    found = extremes("maximum", n=20, mean="1.20", sd="0.41")
    assert (found.least, found.greatest) == (2, 2)


def test_an_unknown_statistic_is_said_in_words() -> None:
    with pytest.raises(ValueError, match="write one of mean, variance"):
        extremes("mode", n=20, mean="1.20", sd="0.41")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="write one of difference"):
        groups.extremes("T", {"n": 2, "mean": "1"}, {"n": 2, "mean": "1"}, scale=(1, 2))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="write its n too"):
        groups.count({"mean": "1.0"}, {"n": 2, "mean": "1"}, scale=(1, 2))


@st.composite
def two_groups(draw: st.DrawFn) -> tuple[Asked, Asked]:
    """Two honest groups on one scale, one or two decimals, sometimes an order statistic too."""
    found = []
    for _ in range(2):
        data = draw(st.lists(st.integers(-1, 3), min_size=2, max_size=6))
        places = draw(st.integers(0, 2))
        said: Asked = {
            "n": len(data),
            "mean": f"{np.mean(data):.{places}f}",
            "sd": f"{np.std(data, ddof=1):.{places}f}",
        }
        if draw(st.booleans()):
            said["minimum"] = str(min(data))
        found.append(said)
    return found[0], found[1]


def by_scipy(name: str, one: Counts, two: Counts) -> float:
    x, y = one.answers(), two.answers()
    if name == "difference":
        return float(np.mean(x) - np.mean(y))
    test = stats.ttest_ind(x, y, equal_var="welch" not in name)
    if name == "d":
        return float(test.statistic * sqrt(1 / len(x) + 1 / len(y)))
    return float(test.pvalue if name.startswith("p") else test.statistic)


@given(two_groups(), st.sampled_from(groups.NAMES))
@settings(max_examples=30)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_two_groups_are_every_pair(asked: tuple[Asked, Asked], name: Any) -> None:
    first, second = (list_all(**said, scale=(-1, 3)).data_sets for said in asked)
    every = [(one, two) for one in first for two in second]
    listing = groups.list_all(*asked, scale=(-1, 3), cap=100_000)
    assert set(listing.data_sets) == set(every)
    assert listing.ending == "all listed"
    assert groups.count(*asked, scale=(-1, 3)) == len(every)
    assert groups.possible(*asked, scale=(-1, 3))
    one, two = groups.marginals(*asked, scale=(-1, 3))
    assert one.total * two.total == len(every)
    assert set(groups.sample(*asked, size=3, seed=1, scale=(-1, 3))) <= set(every)
    values = [value for pair in every if (value := by_scipy(name, *pair)) == value]
    found = groups.extremes(name, *asked, scale=(-1, 3))
    if values:
        assert (found.least, found.greatest) == (pytest.approx(min(values)), pytest.approx(max(values)))
        assert found.at_least in every
    else:
        assert found.least is None


def test_groups_of_which_one_cannot_be() -> None:
    good, bad = {"n": 20, "mean": "1.20", "sd": "0.41"}, {"n": 18, "mean": "3.44", "sd": "2.47"}
    assert groups.list_all(good, bad).ending == groups.extremes("t", good, bad).ending == "none exists"  # type: ignore[arg-type]
    assert groups.sample(good, bad, seed=1) == ()  # type: ignore[arg-type]
    assert not groups.possible(good, bad)  # type: ignore[arg-type]

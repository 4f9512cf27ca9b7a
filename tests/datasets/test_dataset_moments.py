"""Are the admissible sums and sums of squares exactly those that some integers have?"""

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from printed_samples import Sample, samples

from reread.datasets import Counts, Moments, attainable, least_squares, moments, sums
from reread.datasets.search import Search
from reread.numbers.interval import Interval
from reread.numbers.reported import Reported


@given(samples())
def test_true_moments_are_never_lost(sample: Sample) -> None:
    assert sample.counts.moments in moments(sample.n, sample.mean, sample.sd, sample.ddof)


@given(samples(largest=9))
def test_true_moments_are_never_lost_with_items(sample: Sample) -> None:
    """The data are people's totals over 1 + |low| items; their printed intervals are divided by the items first."""
    items = 1 + abs(sample.scale[0])
    mean, sd = (Reported.read(text).interval.scaled(Fraction(1, items)) for text in (sample.mean, sample.sd))
    assert sample.counts.moments in moments(sample.n, mean, sd, ddof=sample.ddof, items=items)
    assert sample.counts.moments.sum in sums(sample.n, mean, items)


@pytest.mark.parametrize("n", range(1, 8))
def test_attainable_is_what_some_integers_have(n: int) -> None:
    """All integers within ±reach: complete for squares up to reach²."""
    reach = {1: 12, 2: 12, 3: 10, 4: 8, 5: 6, 6: 5, 7: 4}[n]
    real = {(sum(x), sum(v * v for v in x)) for x in combinations_with_replacement(range(-reach, reach + 1), n)}
    tried = [(total, squares) for total in range(-n * reach, n * reach + 1) for squares in range(reach**2 + 1)]
    wrong = [pair for pair in tried if attainable(n, *pair) != (pair in real)]
    assert not wrong


@pytest.mark.parametrize("n", [5, 6, 8, 20, 101])
def test_every_pair_above_the_least_has_a_witness_from_five_people_on(n: int) -> None:
    search = Search(tuple(sorted(range(-20, 21), key=lambda unit: -abs(unit))))
    for total in range(-2, n + 2, max(1, n // 9)):
        least = least_squares(n, total)
        assert not attainable(n, total, least - 2)
        assert not attainable(n, total, least + 1)
        for squares in range(least, least + 100, 2):
            assert attainable(n, total, squares)
            witness = next(search.histograms(n, total, squares))
            assert Counts.of(dict(witness)).moments == Moments(total, squares)


def test_all_sums_that_the_mean_allows_are_tried() -> None:
    assert sums(100, "2.0") == range(195, 206)
    assert {found.sum for found in moments(100, "2.0", "0.5")} == set(range(195, 206))


def test_negative_means_and_a_zero_sd() -> None:
    assert moments(4, "-2.00", "0.00") == [Moments(-8, 16)]
    assert moments(4, "-2.25", "0.00") == []


def test_ends_are_closed_and_exact() -> None:
    """0 and 1 have the population SD 0.5, and 0, 0, 1, 1 the sample variance 1/3."""
    assert moments(2, "0.5", Interval.of(0, "0.5"), ddof=0) == [Moments(1, 1)]
    assert moments(2, "0.5", Interval.of(0, "0.4999999"), ddof=0) == []
    assert Moments(2, 2).variance(4) == Fraction(1, 3)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: moments(1, "2.00", "0.00"), "undefined for n = 1"),
        (lambda: moments(0, "2.00", "0.00", ddof=0), "at least 1"),
        (lambda: moments(9, "< 2.00", "0.50"), "two ends"),
        (lambda: moments(9, Interval(None, None), "0.50"), "two ends"),
        (lambda: moments(9, "2.00", "> 0.50"), "upper end"),
        (lambda: moments(9, "2.00", "-0.50"), "negative"),
        (lambda: moments(9, "2.00", "0.50", items=0), "items"),
        (lambda: moments(9, "two", "0.50"), "not one printed number"),
    ],
)
def test_what_cannot_be_asked_is_said_in_words(call: Callable[[], object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()


def test_an_sd_below_a_value_is_an_interval_too() -> None:
    assert moments(20, "1.20", "< 0.50") == [Moments(24, 32)]

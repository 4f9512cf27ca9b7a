"""Do count, list, marginals and samples keep just the data sets that print all this: order, mode, percentages, SE?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations_with_replacement
from math import factorial, prod, sqrt
from statistics import median
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printed_samples import prints
from scipy import stats

from reread.datasets import Counts, TooLarge, count, list_all, marginals, possible, sample, walk
from reread.datasets.quartiles import quartiles_of
from reread.numbers.reported import Reported

METHODS = (
    "inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf", "hazen", "weibull",
    "linear", "median_unbiased", "normal_unbiased",
)  # fmt: skip
Printed = dict[str, Any]


def inside(value: float, printed: str) -> bool:
    """Does a value with a small denominator print like this? Ties both ways."""
    low, high = Reported.read(printed).interval.floats()
    return low - 1e-9 <= value <= high + 1e-9


def both_quartiles(data: tuple[int, ...]) -> Iterator[tuple[float, float]]:
    """By numpy's nine definitions and by the medians of the halves."""
    for method in METHODS:
        first, third = np.quantile(data, [0.25, 0.75], method=method)  # type: ignore[call-overload]
        yield float(first), float(third)
    n = len(data)
    for half in ((n + 1) // 2, max(n // 2, 1)):
        yield median(data[:half]), median(data[n - half :])


def agrees(data: tuple[int, ...], printed: Printed) -> bool:
    """By the definitions, number for number."""
    counts, n = Counter(data), len(data)
    if "mean" in printed and not inside(sum(data) / n, printed["mean"]):
        return False
    if (
        "sd" in printed
        and not prints(data, "0", printed["sd"])
        and not inside(float(np.std(data, ddof=1)), printed["sd"])
    ):
        return False
    tests = {
        "se": lambda text: inside(float(np.std(data, ddof=1)) / sqrt(n), text),
        "median": lambda text: inside(median(data), text),
        "minimum": lambda text: inside(min(data), text),
        "maximum": lambda text: inside(max(data), text),
        "mode": lambda text: any(inside(v, text) for v, k in counts.items() if k == max(counts.values())),
        "quartiles": lambda pair: any(inside(a, pair[0]) and inside(b, pair[1]) for a, b in both_quartiles(data)),
        "percents": lambda shares: all(inside(100 * counts[v] / n, text) for v, text in shares.items()),
        "counts": lambda known: all(counts[v] == k for v, k in known.items()),
    }
    return all(tests[name](value) for name, value in printed.items() if name in tests)


def brute(n: int, scale: tuple[int, int], printed: Printed) -> set[Counts]:
    every = combinations_with_replacement(range(scale[0], scale[1] + 1), n)
    return {Counts.of(data) for data in every if agrees(data, printed)}


def orders(data: Counts) -> int:
    """In how many orders can people have these answers?"""
    return factorial(data.n) // prod(factorial(k) for _, k in data.pairs)


@st.composite
def asked(draw: st.DrawFn) -> tuple[int, tuple[int, int], Printed]:
    """What an honest sample prints, any part of it, with 0 to 2 decimals; sometimes one number of another sample."""
    low, width = draw(st.integers(-4, 3)), draw(st.integers(1, 4))
    people = st.lists(st.integers(low, low + width), min_size=2, max_size=8)
    first = sorted(draw(people))
    other = sorted(draw(st.lists(st.integers(low, low + width), min_size=len(first), max_size=len(first))))
    names = ["mean", "sd", "se", "median", "minimum", "maximum", "mode", "quartiles", "percents", "counts"]
    chosen = draw(st.sets(st.sampled_from(names), min_size=1, max_size=4))
    if {"sd", "se"} <= chosen:
        chosen.remove("se")
    places, mixed = draw(st.integers(0, 2)), draw(st.sampled_from([None, *sorted(chosen)]))
    way = draw(st.integers(0, 10))
    printed = {name: shown(other if name == mixed else first, name, places, way) for name in sorted(chosen)}
    return len(first), (low, low + width), printed


def shown(data: list[int], name: str, places: int, way: int) -> Any:
    counts, n = Counter(data), len(data)
    if name == "quartiles":
        return tuple(f"{value:.{places}f}" for value in list(both_quartiles(tuple(data)))[way])
    if name in ("percents", "counts"):
        value = data[way % n]
        return {value: f"{100 * counts[value] / n:.{places}f}" if name == "percents" else counts[value]}
    sd = float(np.std(data, ddof=1))
    numbers = {
        "mean": sum(data) / n, "sd": sd, "se": sd / sqrt(n), "median": median(data), "minimum": data[0],
        "maximum": data[-1], "mode": counts.most_common(1)[0][0],
    }  # fmt: skip
    return f"{numbers[name]:.{places}f}"


@given(asked())
@settings(max_examples=200)
def test_all_that_trying_everything_finds_and_no_other(question: tuple[int, tuple[int, int], Printed]) -> None:
    n, scale, printed = question
    expected = brute(n, scale, printed)
    listing = list_all(n, scale=scale, **printed)
    assert len(listing.data_sets) == len(expected) == count(n, scale=scale, **printed)
    assert set(listing.data_sets) == expected
    assert listing.ending == ("all listed" if expected else "none exists")
    assert possible(n, scale=scale, **printed) == bool(expected)
    assert count(n, scale=scale, measure="samples", **printed) == sum(map(orders, expected))


@given(asked())
def test_marginals_and_samples_are_those_of_the_list(question: tuple[int, tuple[int, int], Printed]) -> None:
    n, scale, printed = question
    every = list_all(n, scale=scale, **printed).data_sets
    for measure in ("data sets", "samples"):
        weights = [orders(data) if measure == "samples" else 1 for data in every]
        found = marginals(n, scale=scale, measure=measure, **printed)  # type: ignore[arg-type]
        assert found.total == sum(weights)
        for value in range(scale[0], scale[1] + 1):
            ways: Counter[int] = Counter()
            for data, weight in zip(every, weights, strict=True):
                ways[data.get(value, 0)] += weight
            assert found.counts[value].ways == ways if value in found.counts else not any(ways)
        drawn = sample(n, scale=scale, size=3, seed=1, measure=measure, **printed)  # type: ignore[arg-type]
        assert set(drawn) <= set(every)
        assert len(drawn) == (3 if every else 0)


@given(asked())
@settings(max_examples=40)
def test_where_a_walk_outgrows_memory_listing_filters(question: tuple[int, tuple[int, int], Printed]) -> None:
    n, scale, printed = question
    printed = {"mean": "0.0", "sd": "1.2"} | {name: text for name, text in printed.items() if name != "se"}
    with pytest.MonkeyPatch.context() as patch:
        expected = list_all(n, scale=scale, **printed)
        patch.setattr(walk.Walk, "_watch", refuse)
        patch.setattr(walk, "MOST_KEPT", 0)
        assert set(list_all(n, scale=scale, **printed).data_sets) == set(expected.data_sets)


def refuse(self: object, states: int) -> None:
    raise TooLarge("no room")


@pytest.mark.parametrize("n", [*range(1, 30), 99, 100, 101, 102])
def test_quartiles_are_numpys_and_those_of_the_halves(n: int) -> None:
    data = tuple(number**2 for number in range(n))
    found = {tuple(float(sum(w * data[k - 1] for k, w in terms)) for terms in pair) for pair in quartiles_of(n)}
    expected = set(both_quartiles(data))
    assert all(any(np.allclose(pair, other) for other in found) for pair in expected)
    assert all(any(np.allclose(pair, other) for other in expected) for pair in found)


@pytest.mark.parametrize("measure", ["data sets", "samples"])
@pytest.mark.parametrize(
    ("n", "printed"),
    [
        (9, {"mean": "3.1", "scale": (1, 5)}),
        (12, {"mean": "0.2", "sd": "1.4", "median": "0", "scale": (-3, 3)}),
        (10, {"mean": "3.5", "sd": "1", "mode": "4", "scale": (1, 5)}),
    ],
)
def test_samples_are_uniform(measure: Any, n: int, printed: Printed) -> None:
    """χ² against the full list, each data set as often as its weight; the seed is fixed."""
    every = list_all(n, **printed).data_sets
    weights = np.array([orders(data) if measure == "samples" else 1 for data in every], dtype=float)
    size = 40 * len(every)
    met = Counter(sample(n, size=size, seed=11, measure=measure, **printed))
    assert set(met) <= set(every)
    expected = weights / weights.sum() * size
    rare = expected < 5
    seen = np.array([met[data] for data in every])
    groups = [*zip(seen[~rare], expected[~rare], strict=True)]
    groups += [(seen[rare].sum(), expected[rare].sum())] if rare.any() else []
    assert len(groups) > 5
    assert stats.chisquare(*map(list, zip(*groups, strict=True))).pvalue > 0.001


def test_a_count_of_samples_is_that_of_ordered_answers() -> None:
    assert count(2, "1.5", scale=(1, 2), measure="samples") == 2
    assert count(2, "1.5", scale=(1, 2)) == 1
    assert count(10, scale=(1, 5), measure="samples") == 5**10
    assert count(100, "3", scale={3}, measure="samples") == count(100, "3", scale={3}) == 1


def test_items_scale_every_printed_number() -> None:
    """Two items from 1 to 5: totals 2 to 10; a median of 2.5 is a total of 5."""
    found = list_all(5, "2.5", scale=(1, 5), items=2, median="2.5", minimum="1.5", maximum="4.0")
    assert found.ending == "all listed"
    for data in found.data_sets:
        answers = data.answers()
        assert (answers[0], answers[2], answers[-1]) == (3, 5, 8)


def test_minimum_and_maximum_are_a_scale_of_their_own() -> None:
    assert count(6, median="2", minimum="1", maximum="3") == count(
        6, scale=(1, 3), median="2", minimum="1", maximum="3"
    )


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ({"n": "100", "mean": "4.00"}, "whole number without quotes"),
        ({"n": 20, "mean": 4.0, "sd": "1.5"}, "in quotes"),
        ({"n": 20, "medain": "3"}, "median"),
        ({"n": 20, "mean": "3.0"}, "give the scale"),
        ({"n": 20, "mean": "3.0", "sd": "1.0", "se": "0.2"}, "the one that is printed"),
        ({"n": 20, "scale": (1, 5), "quartiles": "2"}, "first and the third"),
        ({"n": 20, "scale": (1, 5), "median": "two"}, "median: “two” is not one printed number"),
        ({"n": 20, "scale": (1, 5), "percents": {9: "5"}}, "outside the scale"),
        ({"n": 0, "scale": (1, 5)}, "at least 1"),
    ],
)
def test_what_cannot_be_asked_is_said_in_words(given_: Printed, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        count(**given_)

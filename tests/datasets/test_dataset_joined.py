"""Are joint data sets (two occasions, three, with printed changes) those that trying everything finds?"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import permutations, product
from math import factorial, inf, nan, prod, sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from reread.datasets import Counts, Table, TooLarge, list_all, occasions, paired
from reread.numbers.reported import Reported

NAMES = ("mean", "sd", "se", "t", "p", "r", "ci")
Asked = dict[str, Any]


def all_tables(margins: list[Counts]) -> set[tuple[tuple[tuple[int, ...], int], ...]]:
    """Every way to give the same people an answer at each occasion, by trying all orders."""
    first, *others = (margin.answers() for margin in margins)
    orders = [sorted(set(permutations(answers))) for answers in others]
    return {tuple(sorted(Counter(zip(first, *chosen, strict=True)).items())) for chosen in product(*orders)}


def of_change(cells: tuple[tuple[tuple[int, ...], int], ...], pair: tuple[int, int] = (0, 1)) -> dict[str, Any]:
    """All statistics by scipy and numpy; NaN where undefined."""
    x, y = (np.array([cell[place] for cell, k in cells for _ in range(k)], dtype=float) for place in pair)
    change, n = y - x, len(x)
    mean, sd = change.mean(), change.std(ddof=1)
    if len(set(change)) == 1:
        t, sd = (inf if mean > 0 else -inf if mean < 0 else nan), 0.0
    else:
        t = stats.ttest_rel(y, x).statistic
    half = stats.t.isf(0.025, n - 1) * sd / sqrt(n)
    r = np.corrcoef(x, y)[0, 1] if len(set(x)) > 1 and len(set(y)) > 1 else nan
    p = 0.0 if abs(t) == inf else 1.0 if t != t else 2 * stats.t.sf(abs(t), n - 1)
    return {"mean": mean, "sd": sd, "se": sd / sqrt(n), "t": t, "p": p, "r": r, "ci": (mean - half, mean + half)}


def meets(value: Any, printed: Any) -> bool:
    if isinstance(printed, tuple):
        return all(map(meets, value, printed))
    low, high = Reported.read(printed).interval.floats()
    return low - 1e-9 <= value <= high + 1e-9


def shown(value: Any, places: int) -> Any:
    return tuple(f"{end:.{places}f}" for end in value) if isinstance(value, tuple) else f"{value:.{places}f}"


@st.composite
def studies(draw: st.DrawFn, times: int = 2, most: int = 6) -> tuple[list[Counts], Asked]:
    """Margins of 3 to 6 people, and what some table with them prints of its change."""
    n = draw(st.integers(3, most))
    answers = st.lists(st.integers(-1, 2), min_size=n, max_size=n)
    people = [draw(answers) for _ in range(times)]
    true = of_change(tuple(sorted(Counter(zip(*people, strict=True)).items())))
    chosen, places = draw(st.sets(st.sampled_from(NAMES), max_size=2)), draw(st.integers(0, 3))
    if {"sd", "se"} <= chosen:
        chosen.remove("se")
    said = {name: shown(true[name], places) for name in sorted(chosen) if np.isfinite(true[name]).all()}
    return [Counts.of(one) for one in people], said


def flat(table: Table) -> tuple[tuple[tuple[int, int], int], ...]:
    return tuple(((x, y), k) for x, y, k in table.cells)


def orders(cells: tuple[tuple[tuple[int, ...], int], ...]) -> int:
    return factorial(sum(k for _, k in cells)) // prod(factorial(k) for _, k in cells)


@given(studies())
@settings(max_examples=25)
def test_tables_are_those_that_trying_everything_finds(study: tuple[list[Counts], Asked]) -> None:
    margins, said = study
    expected = {t for t in all_tables(margins) if all(meets(of_change(t)[name], text) for name, text in said.items())}
    asked: Asked = {"n": margins[0].n, "before": margins[0], "after": margins[1], "change": said}
    listing = paired.list_all(**asked)
    assert {flat(table) for table in listing.tables} == expected
    assert listing.ending == "all listed"
    assert len(listing.tables) == len(expected) == paired.count(**asked)
    assert paired.possible(**asked)
    assert paired.count(**asked, measure="samples") == sum(map(orders, expected))


@given(studies())
@settings(max_examples=30)
def test_marginals_samples_and_extremes_are_those_of_the_tables(study: tuple[list[Counts], Asked]) -> None:
    margins, said = study
    asked: Asked = {"n": margins[0].n, "before": margins[0], "after": margins[1], "change": said}
    every = paired.list_all(**asked).tables
    for measure in ("data sets", "samples"):
        weights = {table: orders(flat(table)) if measure == "samples" else 1 for table in every}
        found = paired.marginals(**asked, measure=measure)
        assert found.total == sum(weights.values())
        for cell, one in found.counts.items():
            assert one.mean == Fraction(sum(dict(flat(t)).get(cell, 0) * w for t, w in weights.items()), found.total)
        assert set(paired.sample(**asked, size=4, seed=2, measure=measure)) <= set(every)
    for name in ("mean", "sd", "t", "p", "r"):
        values = [value for table in every if (value := of_change(flat(table))[name]) == value]
        if name == "p":
            values = [of_change(flat(table))["p"] for table in every if of_change(flat(table))["t"] ** 2 >= 0]
        best = paired.extremes(name, **asked)
        if values:
            assert (best.least, best.greatest) == (pytest.approx(min(values)), pytest.approx(max(values)))
            assert best.at_least in every
            assert best.at_greatest in every
        else:
            assert best.least is None
    counted = paired.extremes(lambda table: table.rose, **asked)
    assert (counted.least, counted.greatest) == (min(t.rose for t in every), max(t.rose for t in every))


@given(studies(times=3, most=4), st.sampled_from([(0, 1), (0, 2), (1, 2)]))
@settings(max_examples=25)
def test_three_occasions(study: tuple[list[Counts], Asked], pair: tuple[int, int]) -> None:
    margins, said = study
    every = all_tables(margins)
    kept = {t for t in every if all(meets(of_change(t, pair)[name], text) for name, text in said.items())}
    asked: Asked = {"n": margins[0].n, "given": margins, "changes": {pair: said}}
    listing = occasions.list_all(**asked)
    assert {tuple(sorted(table)) for table in listing.data_sets} == kept
    assert len(listing.data_sets) == occasions.count(**asked) == len(kept)
    assert listing.ending == ("all listed" if kept else "none exists")
    assert occasions.marginals(**asked).total == len(kept)
    assert occasions.count(**asked, measure="samples") == sum(map(orders, kept))
    for name in ("mean", "sd", "t", "r"):
        for between in ((0, 1), (0, 2), (1, 2)):
            known = {table: of_change(table, between)[name] for table in kept}
            values = [value for value in known.values() if value == value]
            best = occasions.extremes(name, **asked, between=between)
            assert best.ending == listing.ending
            if values:
                assert (best.least, best.greatest) == (pytest.approx(min(values)), pytest.approx(max(values)))
                for at, value in ((best.at_least, best.least), (best.at_greatest, best.greatest)):
                    assert known[tuple(sorted(at))] == pytest.approx(value)
            else:
                assert best.least is None
    never = occasions.extremes(lambda joint: max(people for _, people in joint), **asked)
    assert never.greatest == max((max(people for _, people in table) for table in kept), default=None)


def test_statistics_between_occasions_that_cannot_be() -> None:
    three = [{1: 3, 2: 3}, {1: 2, 2: 4}, {1: 1, 2: 5}]
    with pytest.raises(ValueError, match="“F” is not known"):
        occasions.extremes("F", 6, three)
    with pytest.raises(ValueError, match="two of the occasions 0 to 2"):
        occasions.extremes("t", 6, three, between=(0, 3))
    with pytest.raises(ValueError, match="n is 1"):
        occasions.extremes("t", 1, [{1: 1}, {2: 1}])


@given(
    st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), min_size=4, max_size=7), st.integers(0, 2), st.booleans()
)
@settings(max_examples=25)
def test_occasions_known_by_their_statistics(people: list[tuple[int, int]], places: int, middle: bool) -> None:
    """Over all margins that print so, all tables: found by joining every list with every list."""
    sides, n = list(zip(*people, strict=True)), len(people)
    given_ = [{"mean": f"{np.mean(s):.{places}f}", "sd": f"{np.std(s, ddof=1):.{places}f}"} for s in sides]
    if middle:
        given_[0]["median"] = f"{np.median(sides[0]):.1f}"
    lists = [list_all(n, scale=(1, 3), **said).data_sets for said in given_]  # type: ignore[arg-type]
    expected = {table for pair in product(*lists) for table in all_tables(list(pair))}
    asked: Asked = {"n": n, "before": given_[0], "after": given_[1], "scale": (1, 3)}
    assert {flat(table) for table in paired.list_all(**asked, cap=100_000).tables} == expected
    assert paired.count(**asked) == len(expected)


@pytest.mark.parametrize("measure", ["data sets", "samples"])
def test_samples_of_tables_are_uniform(measure: Any) -> None:
    asked: Asked = {"n": 12, "before": {1: 4, 2: 4, 3: 4}, "after": {1: 2, 2: 6, 3: 4}, "change": {"sd": "1"}}
    every = paired.list_all(**asked).tables
    weights = np.array([orders(flat(table)) if measure == "samples" else 1 for table in every], dtype=float)
    size = 60 * len(every)
    met = Counter(paired.sample(**asked, size=size, seed=5, measure=measure))
    expected = weights / weights.sum() * size
    often = expected >= 5
    seen = np.array([met[table] for table in every])
    assert often.sum() > 8
    groups = [seen[often], expected[often]]
    if not often.all():
        groups = [np.append(one, part[~often].sum()) for one, part in zip(groups, (seen, expected), strict=True)]
    assert stats.chisquare(*groups).pvalue > 0.001


@pytest.mark.parametrize(
    ("codes", "each", "expected"), [(3, 4, 120), (3, 10, 2211), (4, 2, 282), (4, 3, 2008), (5, 6, 164_176_640)]
)
def test_square_tables_with_equal_margins(codes: int, each: int, expected: int) -> None:
    """Squares of whole numbers with all line sums equal: MacMahon 1916 (3 × 3), OEIS A001496 and A003438."""
    margin = dict.fromkeys(range(codes), each)
    assert paired.count(codes * each, margin, margin) == expected


def test_endings_are_honest() -> None:
    both: Asked = {"n": 60, "before": {"mean": "3", "sd": "1"}, "after": {"mean": "3", "sd": "1"}, "scale": (1, 5)}
    listing = paired.list_all(**both, cap=5)
    assert (len(listing.tables), listing.ending) == (5, "stopped at cap")
    with pytest.raises(TooLarge, match="add numbers"):
        paired.count(**both)
    assert paired.extremes("mean", **both).ending == "stopped at cap"
    assert paired.possible(**both)
    impossible: Asked = {"n": 20, "before": {"mean": "1.20", "sd": "0.41"}, "after": {1: 2, 2: 18}}
    assert paired.list_all(**impossible, change={"t": "-4.87"}).ending == "none exists"
    assert not paired.possible(**impossible, change={"t": "-4.87"})
    assert paired.extremes("t", **impossible, change={"t": "-4.87"}).ending == "none exists"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"before": {1: 3}, "after": {1: 4}}, "of 4 people, not of 3"),
        ({"before": {}, "after": {1: 3}}, "nothing is given"),
        ({"before": {1: 3}, "after": {1: 3}, "change": {"tt": "1"}}, "“tt” of the change is not known"),
        ({"before": {1: 3}, "after": {1: 3}, "change": {"ci": "1"}}, "both ends"),
        ({"before": {1: 3}, "after": {1: 3}, "change": {"t": "one"}}, "t of the change: “one”"),
        ({"before": {1: 3}, "after": {1: 3}, "change": {"ci": ("0", "1"), "level": 95}}, "share between 0 and 1"),
    ],
)
def test_what_cannot_be_asked_is_said_in_words(said: Asked, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        paired.count(3, **said)


def test_a_statistic_that_no_table_has_is_no_proof_against_the_tables() -> None:
    found = paired.extremes("t", 3, {1: 3}, {1: 3})
    assert (found.least, found.ending) == (None, "all listed")


def test_a_change_is_between_two_occasions_that_exist() -> None:
    with pytest.raises(ValueError, match="two of the occasions 0 to 1"):
        occasions.count(3, [{1: 3}, {1: 3}], changes={(0, 2): {"t": "1"}})
    with pytest.raises(ValueError, match="write one of mean"):
        paired.extremes("T", 3, {1: 3}, {1: 3})  # type: ignore[arg-type]

"""Are the exact tests and effect sizes those of trying every way, and those of other programs?"""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pingouin as pg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from reread.datasets import Counts, Table
from reread.reanalysis import effects, labels, signs
from reread.reanalysis.reanalysed import reanalysed, scores

changes = st.lists(st.integers(-4, 4), min_size=2, max_size=9)
answers = st.lists(st.integers(-2, 4), min_size=2, max_size=6)


def ranked(values: list[float]) -> list[float]:
    return [float(rank) for rank in stats.rankdata(values)]


def share_of_signs(scores: list[float]) -> float:
    """Of all signs of these scores, the share whose sum is as far from zero as that of the scores as they are."""
    seen = abs(sum(scores))
    ways = [
        abs(sum(sign * abs(x) for sign, x in zip(each, scores, strict=True)))
        for each in product((1, -1), repeat=len(scores))
    ]
    return sum(way >= seen - 1e-9 for way in ways) / len(ways)


@settings(max_examples=60, deadline=None)
@given(changes)
def test_signs_exchanged_in_every_way(values: list[int]) -> None:
    differences, moved = Counts.of(values), [v for v in values if v]
    assert signs.permutation_p(differences) == pytest.approx(share_of_signs(list(map(float, moved))))
    dropped = [np.sign(v) * rank for v, rank in zip(moved, ranked([abs(v) for v in moved]), strict=True)]
    assert signs.signed_rank_p(differences) == pytest.approx(share_of_signs(dropped))
    pratt = [np.sign(v) * rank for v, rank in zip(values, ranked([abs(v) for v in values]), strict=True) if v]
    assert signs.signed_rank_p(differences, pratt=True) == pytest.approx(share_of_signs(pratt))
    counted = share_of_signs([float(np.sign(v)) for v in moved])
    assert signs.sign_p(sum(v > 0 for v in values), sum(v < 0 for v in values)) == pytest.approx(counted)


@settings(max_examples=60, deadline=None)
@given(answers, answers)
def test_people_exchanged_in_every_way(first: list[int], second: list[int]) -> None:
    every, n = first + second, len(first)
    for values, p in (
        (list(map(float, every)), labels.permutation_p(Counts.of(first), Counts.of(second))),
        (ranked(list(map(float, every))), labels.mann_whitney_p(Counts.of(first), Counts.of(second))),
    ):
        middle = n * sum(values) / len(values)
        far = abs(sum(values[:n]) - middle)
        ways = [abs(sum(values[k] for k in chosen) - middle) for chosen in combinations(range(len(values)), n)]
        assert p == pytest.approx(sum(way >= far - 1e-9 for way in ways) / len(ways))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=5, max_size=14, unique=True), st.data())
def test_as_scipy_without_ties(sizes: list[int], data: st.DataObject) -> None:
    """scipy's exact Wilcoxon and Mann–Whitney tests, which know no ties."""
    values = [size * data.draw(st.sampled_from((1, -1))) for size in sizes]
    exact = stats.wilcoxon(np.array(values, dtype=float), method="exact").pvalue
    assert signs.signed_rank_p(Counts.of(values)) == pytest.approx(exact)
    k = data.draw(st.integers(2, len(values) - 2))
    whitney = stats.mannwhitneyu(values[:k], values[k:], method="exact").pvalue
    assert labels.mann_whitney_p(Counts.of(values[:k]), Counts.of(values[k:])) == pytest.approx(whitney)


@settings(max_examples=40, deadline=None)
@given(answers, answers)
def test_t_tests_and_effects_as_scipy_and_pingouin(first: list[int], second: list[int]) -> None:
    one = reanalysed((Counts.of(first), Counts.of(second)))
    if len(set(first)) > 1 or len(set(second)) > 1:
        assert one.p["t"] == pytest.approx(stats.ttest_ind(first, second).pvalue)
    if len(set(first)) > 1 and len(set(second)) > 1:
        welch = stats.ttest_ind(first, second, equal_var=False)
        assert one.p["welch"] == pytest.approx(welch.pvalue)
        assert one.ci == pytest.approx(tuple(welch.confidence_interval()))
        assert one.effects["d"] == pytest.approx(pg.compute_effsize(first, second, eftype="cohen"))
    assert one.effects["vargha_delaney"] == pytest.approx(
        np.mean([(x > y) + (x == y) / 2 for x in first for y in second])
    )
    assert one.effects["cliffs_delta"] == pytest.approx(2 * one.effects["vargha_delaney"] - 1)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=4, max_size=20))
def test_pairs_as_scipy_and_pingouin(pairs: list[tuple[int, int]]) -> None:
    cells = tuple(sorted((b, a, pairs.count((b, a))) for b, a in set(pairs)))
    one, (before, after) = reanalysed(Table(cells)), scores(Table(cells))
    differences = [a - b for b, a in pairs]
    if len(set(differences)) > 1:
        related = stats.ttest_rel(after, before)
        assert one.p["t"] == pytest.approx(related.pvalue)
        assert one.ci == pytest.approx(tuple(related.confidence_interval()))
    if any(differences):
        assert one.effects["rank_biserial"] == pytest.approx(_rank_biserial(after, before))
        exact = stats.binomtest(one.rose, one.rose + one.fell)
        assert one.p["sign"] == pytest.approx(exact.pvalue)
        share = exact.proportion_ci(method="exact")
        assert dict(one.intervals)["rose"] == pytest.approx((share.low, share.high))
    assert one.effects["dominance"] == pytest.approx(np.mean(np.sign(differences)))


def _rank_biserial(after: list[int], before: list[int]) -> float:
    return float(pg.wilcoxon(np.array(after), np.array(before), method="approx")["RBC"].iloc[0])


def test_mcnemar_is_the_sign_test_of_two_scores() -> None:
    """Of two scores all exact tests come to one p, because all changes are of one size."""
    one = reanalysed(Table(((0, 0, 3), (0, 1, 9), (1, 0, 2), (1, 1, 6))))
    assert len({round(one.p[test], 12) for test in ("sign", "signed_rank", "signed_rank_pratt", "permutation")}) == 1
    assert one.p["sign"] == pytest.approx(stats.binomtest(2, 11).pvalue)


def test_nobody_changed() -> None:
    one = reanalysed(Table(((1, 1, 5), (2, 2, 4))))
    assert set(one.p.values()) == {1.0}
    assert set(one.effects.values()) == {0.0}
    assert (one.ci, dict(one.intervals)["rose"]) == ((0.0, 0.0), (0.0, 1.0))


def test_everybody_changed_alike() -> None:
    """A t without end has p 0; the exact tests keep theirs."""
    one = reanalysed(Table(((1, 2, 6),)))
    assert (one.t, one.p["t"], one.p["sign"]) == (float("inf"), 0.0, 2 / 2**6)
    both = reanalysed((Counts.of([1, 1, 1]), Counts.of([2, 2, 2])))
    assert (both.t, both.p["t"], both.p["permutation"]) == (float("-inf"), 0.0, 0.1)


def test_samples_are_the_orders_of_named_people() -> None:
    table = Table(((0, 0, 1), (0, 1, 2), (1, 1, 1)))
    assert reanalysed(table).samples == 12
    assert reanalysed((Counts.of([0, 1, 1]), Counts.of([2, 3]))).samples == 6


def test_too_many_people_have_no_exact_p() -> None:
    many = Counts.of({0: 3_000, 1: 2})
    assert labels.permutation_p(many, many) is None
    assert set(reanalysed((many, many)).p) == {"t", "welch"}


def test_effects_turn_with_the_difference() -> None:
    values = Counts.of([1, 1, -2, 3, 0])
    turned = Counts.of({-value: people for value, people in values.pairs})
    assert effects.rank_biserial(values) == pytest.approx(-effects.rank_biserial(turned))
    assert effects.dominance(values) == -effects.dominance(turned) == 0.4

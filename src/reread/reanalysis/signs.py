"""Which p have the exact tests of matched pairs, whatever ties and unchanged people there are?

Under the hypothesis each person who changed might as well have changed by the same amount the other way. The signs of
the differences are exchanged in all 2ᵐ ways: of their sum (permutation test of the mean difference), of their ranks
(Wilcoxon; tied sizes share the mean of their ranks), or only counted (sign test; of two scores the exact McNemar test).
p is two-sided: the share of all ways at least as far from the middle as what is there. Unchanged people are left out
(Wilcoxon), or ranked and then left out (Pratt).

Source: Wilcoxon 1945, doi:10.2307/3001968; Pratt 1959, Journal of the American Statistical Association 54; McNemar
1947, doi:10.1007/BF02295996; Fisher 1935, The Design of Experiments, § 21 (Darwin's 15 pairs of plants, in eighths of
an inch: of the 32,768 ways 863 have a sum as great as 314 or greater; here both sides are counted).

>>> darwin = Counts.of([49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48])
>>> darwin.moments.sum, round(permutation_p(darwin) * 2**15)
(314, 1726)
>>> sign_p(16, 2)
0.001312255859375
"""

from __future__ import annotations

from math import comb

import numpy as np
from numpy.typing import NDArray

from reread.datasets.histogram import Counts
from reread.statistics import distributions as stats


def sign_p(rose: int, fell: int) -> float:
    """The two-sided sign test of those who changed; on a two-valued score this is the exact McNemar test."""
    return float(stats.binomtest(min(rose, fell), rose + fell).pvalue) if rose + fell else 1.0


def permutation_p(differences: Counts) -> float:
    """The exact permutation test of the mean difference."""
    return _p_of_signed([(abs(change), change > 0, people) for change, people in differences.pairs if change])


def signed_rank_p(differences: Counts, pratt: bool = False) -> float:
    """Wilcoxon's signed-rank test, exact with ties; `pratt` ranks the unchanged too before they are left out."""
    ranks = doubled_ranks(differences, pratt)
    return _p_of_signed([(ranks[abs(change)], change > 0, people) for change, people in differences.pairs if change])


def doubled_ranks(differences: Counts, pratt: bool = False) -> dict[int, int]:
    """Twice the mean rank of each size of change (whole, so that sums compare exactly).

    >>> doubled_ranks(Counts.of([-1, 1, 2, 0])), doubled_ranks(Counts.of([-1, 1, 2, 0]), pratt=True)
    ({1: 3, 2: 6}, {1: 5, 2: 8})
    """
    sizes: dict[int, int] = {}
    for change, people in differences.pairs:
        if change or pratt:
            sizes[abs(change)] = sizes.get(abs(change), 0) + people
    ranks, below = {}, 0
    for size in sorted(sizes):
        ranks[size] = 2 * below + sizes[size] + 1
        below += sizes[size]
    return {size: rank for size, rank in ranks.items() if size}


def _p_of_signed(scores: list[tuple[int, bool, int]]) -> float:
    """Of (score, is it positive, how many): the share of all signs whose sum is at least as far from zero."""
    seen = sum(score * people * (1 if positive else -1) for score, positive, people in scores)
    together: dict[int, int] = {}
    for score, _, people in scores:
        together[score] = together.get(score, 0) + people
    shares: NDArray[np.float64] = np.ones(1)  # of each sum of the scores that are positive
    for score, people in together.items():
        following = np.zeros(len(shares) + score * people)
        for k in range(people + 1):
            following[score * k : score * k + len(shares)] += comb(people, k) / 2**people * shares
        shares = following
    sums = 2 * np.arange(len(shares)) - (len(shares) - 1)  # positive less negative
    return min(1.0, float(shares[np.abs(sums) >= abs(seen)].sum()))

"""Which p have the exact tests of two independent groups, whatever ties there are?

Under the hypothesis each person might as well have been in the other group. People are put into groups of the same
sizes in all ways, and the sum of one group's answers (permutation test of the difference of means) or of its mean ranks
(Mann–Whitney) compared with what is there. p is two-sided: the share of all ways at least as far from the middle.

Source: Mann & Whitney 1947, doi:10.1214/aoms/1177730491; Pitman 1937, Supplement to the Journal of the Royal
Statistical Society 4 (permutation of two samples); ties: Hollander & Wolfe, Nonparametric Statistical Methods.

>>> a, b = Counts.of([1, 2, 2, 3]), Counts.of([3, 4, 5, 5])
>>> round(mann_whitney_p(a, b) * 70), round(permutation_p(a, b) * 70)
(4, 4)
"""

from __future__ import annotations

from math import comb

import numpy as np
from numpy.typing import NDArray

from reread.datasets.histogram import Counts

# Beyond so many numbers of ways an array outgrows a moment (and beyond some 1,000 people they overflow).
MOST_WAYS = 5_000_000


def permutation_p(first: Counts, second: Counts) -> float | None:
    """The exact permutation test of the difference of means; None beyond `MOST_WAYS`."""
    least = min((*first, *second))
    return _p_of_sum({value: value - least for value in (*first, *second)}, first, second)


def mann_whitney_p(first: Counts, second: Counts) -> float | None:
    """The exact Mann–Whitney test with ties; None beyond `MOST_WAYS`."""
    return _p_of_sum(doubled_ranks(first, second), first, second)


def doubled_ranks(first: Counts, second: Counts) -> dict[int, int]:
    """Twice the mean rank of each answer among all (whole, so that sums compare exactly).

    >>> doubled_ranks(Counts.of([1, 2]), Counts.of([2, 2]))
    {1: 2, 2: 6}
    """
    ranks, below = {}, 0
    for value in sorted({*first, *second}):
        people = first.get(value, 0) + second.get(value, 0)
        ranks[value] = 2 * below + people + 1
        below += people
    return ranks


def work(n: int, m: int) -> int:
    """How many sums the rank test of two groups of n and m people takes, at most.

    >>> work(10, 10)
    92620
    """
    return (min(n, m) + 1) * ((n + m) * (n + m + 1) + 1) * (n + m)


def _p_of_sum(scores: dict[int, int], first: Counts, second: Counts) -> float | None:
    if first.n > second.n:  # the other group's sum is what is left: as far from its middle
        return _p_of_sum(scores, second, first)
    n, total = first.n, first.n + second.n
    held = sorted((score, first.get(value, 0) + second.get(value, 0)) for value, score in scores.items())
    every = sum(score * people for score, people in held)
    if (n + 1) * (every + 1) > MOST_WAYS or total > 1_000:
        return None
    ways = _ways(held, n)
    seen = sum(scores[value] * people for value, people in first.pairs)
    far = np.abs(total * np.arange(ways.shape[0]) - n * every) >= abs(total * seen - n * every)
    return min(1.0, float(ways[far].sum() / comb(total, n)))


def _ways(held: list[tuple[int, int]], n: int) -> NDArray[np.float64]:
    """In how many ways n of the people have each sum of their scores; the least scores first.

    >>> _ways([(0, 2), (1, 1), (3, 1)], 2).tolist()
    [1.0, 2.0, 0.0, 2.0, 1.0]
    """
    reach, ways = 0, np.ones((1, 1))  # by people taken and their sum, as far as any of those seen reach
    met: list[int] = []
    for score, people in held:
        met = [*met, *[score] * people][-n:]
        reach = sum(met)
        following = np.zeros((len(met) + 1, reach + 1))
        for k in range(min(people, n) + 1):
            rows = min(len(ways), len(following) - k)
            columns = min(ways.shape[1], reach + 1 - score * k)
            if columns > 0:
                following[k : k + rows, score * k : score * k + columns] += comb(people, k) * ways[:rows, :columns]
        ways = following
    return np.asarray(ways[n])

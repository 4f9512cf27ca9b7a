"""How large is a difference, in measures that need no distances between answers?

Matched pairs: the rank-biserial correlation is the rank sum of those who rose less that of those who fell, over both
(Kerby's simple difference); the dominance of pairs is the share who rose less the share who fell (Cliff's d_w). Two
groups: Cliff's δ is the share of pairs of people in which the first group's answer is higher, less the share in which
it is lower; Vargha and Delaney's A counts a tie as half, A = (δ + 1) / 2.

Source: Kerby 2014, Comprehensive Psychology 3; Cliff 1993, Psychological Bulletin 114; Vargha & Delaney 2000,
doi:10.2307/1165329.

>>> changes = Counts.of([1] * 16 + [-1] * 2 + [0] * 2)
>>> round(rank_biserial(changes), 3), dominance(changes)
(0.778, 0.7)
>>> cliffs_delta(Counts.of([1, 2, 2]), Counts.of([2, 3])), vargha_delaney(Counts.of([1, 2, 2]), Counts.of([2, 3]))
(-0.6666666666666666, 0.16666666666666669)
"""

from __future__ import annotations

from reread.datasets.histogram import Counts
from reread.reanalysis.signs import doubled_ranks
from reread.statistics import distributions as stats


def rank_biserial(differences: Counts) -> float:
    """The matched-pairs rank-biserial correlation, −1 to 1; 0 where nobody changed."""
    ranks = doubled_ranks(differences)
    signed = [(ranks[abs(change)] * people, change > 0) for change, people in differences.pairs if change]
    every = sum(rank for rank, _ in signed)
    return sum(rank if up else -rank for rank, up in signed) / every if every else 0.0


def dominance(differences: Counts) -> float:
    """The share who rose less the share who fell, of all pairs, −1 to 1."""
    rose = sum(people for change, people in differences.pairs if change > 0)
    fell = sum(people for change, people in differences.pairs if change < 0)
    return (rose - fell) / differences.n


def cliffs_delta(first: Counts, second: Counts) -> float:
    """The dominance of the first group over the second, −1 to 1."""
    wins = sum(((x > y) - (x < y)) * k * m for x, k in first.pairs for y, m in second.pairs)
    return wins / (first.n * second.n)


def vargha_delaney(first: Counts, second: Counts) -> float:
    """How often the first group's answer is the higher one, a tie counting half, 0 to 1."""
    return (cliffs_delta(first, second) + 1) / 2


def share_interval(part: int, whole: int, level: float = 0.95) -> tuple[float, float]:
    """The exact interval of a share (Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404); 0 to 1 of nobody.

    >>> [round(end, 3) for end in share_interval(16, 18)]
    [0.653, 0.986]
    """
    alpha = (1 - level) / 2
    low = float(stats.beta.ppf(alpha, part, whole - part + 1)) if part else 0.0
    high = float(stats.beta.isf(alpha, part + 1, whole - part)) if part < whole else 1.0
    return low, high

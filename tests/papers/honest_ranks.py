"""Honest tests of ranks: whole answers on stated scales, with ties and zeros, drawn as in `honest_groups.py`."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from math import sqrt

import honest
import numpy as np
from honest_tests import Scores, TestPress
from scipy import stats

SIZES = [2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 50]
SCALES = [(0, 1), (0, 2), (1, 3), (1, 5), (1, 7), (0, 10), (-2, 2), (0, 40)]


def answers(press: TestPress, sizes: list[int]) -> list[Scores]:
    """Groups of averages of whole answers on a scale, which is stated, with many ties."""
    random = press.random
    low, high = random.choice(SCALES)
    items = random.choice([1, 1, 1, 2, 5])
    press.about |= {"measure": random.choice(["integer score", "ordinal score"]), "items": items}
    press.about["scale"] = (low, high) if random.random() < 0.7 else None
    spread = random.choice([0.3, 1, 3]) * (high - low) / 4

    def answer(centre: float) -> int:
        return min(high, max(low, round(honest.normal(random, centre, spread))))

    centres = [random.uniform(low, high) for _ in sizes]
    return [
        [Fraction(sum(answer(c) for _ in range(items)), items) for _ in range(n)]
        for c, n in zip(centres, sizes, strict=True)
    ]


def told(press: TestPress, names: list[str], groups: list[Scores]) -> None:
    """Print the groups, each of all its members or of those enrolled; or the total n only."""
    random = press.random
    gone = [random.choice([0, 0, 0, 1, 2]) if random.random() < 0.3 else 0 for _ in groups]
    press.about["complete"] = not any(gone) and random.random() < 0.8
    for name, scores, missing in zip(names, groups, gone, strict=True):
        press.group(name, scores, len(scores) + missing)
    if random.random() < 0.5:
        press.whole("n", sum(map(len, groups)) + sum(gone))
    if random.random() < 0.2:
        for name in names:
            press.prints.pop(f"tests.{press.name}.groups.{name}.n", None)


def rank_sums(press: TestPress) -> None:
    """Mann–Whitney with ties: U of either group, z with and without corrections, exact p by arrangements."""
    random = press.random
    a, b = answers(press, [random.choice(SIZES), random.choice(SIZES)])
    press.about["test"] = "Mann-Whitney"
    told(press, ["a", "b"], [a, b])
    m, n = len(a), len(b)
    ranks = stats.rankdata([float(x) for x in a + b])
    u = float(ranks[:m].sum() - m * (m + 1) / 2)
    _, times = np.unique(ranks, return_counts=True)
    plain = m * n * (m + n + 1) / 12
    tied = plain - m * n * float((times**3 - times).sum()) / (12 * (m + n) * (m + n - 1))
    press.put("U", random.choice([u, m * n - u, min(u, m * n - u)]))
    press.put("W", random.choice([float(ranks[:m].sum()), float(ranks[m:].sum())]))
    variance = random.choice([plain, tied])
    if variance <= 0:
        return
    size = max(0.0, abs(u - m * n / 2) - random.choice([0, 0.5]))
    z = size / sqrt(variance)
    press.put("z", z * press.turned)
    p = float(2 * stats.norm.sf(z))
    if m + n <= 10 and random.random() < 0.5:
        p = permuted(ranks, m, u - m * n / 2)
    press.p(p, 1)


def permuted(ranks: np.ndarray, m: int, apart: float) -> float:
    """The exact two-sided p of a rank sum with ties: all arrangements at least as far from the middle."""
    sums = np.array([sum(ranks[list(chosen)]) for chosen in combinations(range(len(ranks)), m)])
    return float((np.abs(sums - sums.mean()) >= abs(apart) - 1e-9).mean())


def signed_ranks(press: TestPress) -> None:
    """Wilcoxon's signed ranks with ties and zeros: sums of either sign, their difference, z and p in usual ways."""
    random = press.random
    n = random.choice(SIZES)
    first, second = answers(press, [n, n])
    changes = np.array([float(y - x) for x, y in zip(first, second, strict=True)])
    if not changes.any():
        return rank_sums(press)
    press.about["test"] = "Wilcoxon signed rank"
    told(press, ["before", "after"], [first, second])
    press.prints.pop(f"tests.{press.name}.n", None)
    if random.random() < 0.6:
        press.whole("n", n)
    kept = changes[changes != 0]
    ranks = stats.rankdata(np.abs(kept))
    plus, minus = float(ranks[kept > 0].sum()), float(ranks[kept < 0].sum())
    press.put("W", random.choice([plus, minus, min(plus, minus), plus - minus, max(plus, minus)]))
    found = stats.wilcoxon(changes, zero_method=random.choice(["wilcox", "pratt"]), method="asymptotic",
                           correction=random.random() < 0.5)  # fmt: skip
    p = float(found.pvalue)
    press.put("z", float(stats.norm.isf(p / 2)) * press.turned if p > 0 else 0.0)
    if len(kept) <= 12 and random.random() < 0.5:
        p = _signs(ranks, plus - minus)
    return press.p(p, 1)


def _signs(ranks: np.ndarray, apart: float) -> float:
    sums = np.array(list(product([-1, 1], repeat=len(ranks)))) @ ranks
    return float((np.abs(sums) >= abs(apart) - 1e-9).mean())


def kruskal(press: TestPress) -> None:
    """Kruskal–Wallis with ties, and with groups of one."""
    random = press.random
    groups = answers(press, [random.choice([1, *SIZES]) for _ in range(random.choice([2, 3, 4]))])
    if len({x for xs in groups for x in xs}) < 2:
        return rank_sums(press)
    press.about["test"] = "Kruskal-Wallis"
    told(press, [f"arm {k}" for k in range(len(groups))], groups)
    found = stats.kruskal(*[[float(x) for x in xs] for xs in groups])
    press.put("H", float(found.statistic))
    if random.random() < 0.7:
        press.whole("df", len(groups) - 1)
    return press.p(float(found.pvalue))

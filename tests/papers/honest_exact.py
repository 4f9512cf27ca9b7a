"""Honest tests whose p is exact, beside χ² of a sparse table or z of ranks. For tests only."""

from __future__ import annotations

from math import sqrt

import honest_people
import numpy as np
from honest_people import crossed, related, twice
from honest_ranks import permuted
from honest_resampled import permutation_p, table
from honest_told import ToldPress, floats
from open_data import stream
from scipy import stats


def _sparse(press: ToldPress) -> np.ndarray:
    """Two by two counts with a cell of at most 5: of a table, or a few carriers of something rare among many people.

    In most of them Fisher's p is more than ten times Pearson's.
    """
    random, times = press.random, press.random.choice([0, 10, 10])
    while True:
        few, many = random.randint(2, 7), random.randint(30, 150)
        rare = [[k := random.randint(1, few), few - k], [j := random.choice([0, 0, 1, 2]), many - j]]
        counts = np.array(rare) if random.random() < 0.6 else crossed(random, 2, 2)
        if counts.min() > 5 or counts.sum() > 400 or not counts.sum(axis=0).all():
            continue
        if stats.fisher_exact(counts).pvalue > times * stats.chi2_contingency(counts, correction=False).pvalue:
            return counts


def exact_table(press: ToldPress) -> None:
    """Pearson's χ² of a sparse table of two by two, p by Fisher's test, at times the exact interval of the ratio."""
    random = press.random
    counts = _sparse(press)
    table(press, counts)
    press.about["test"] = random.choice(["chi-squared", "chi-squared", "not stated"])
    press.put("chi2", float(stats.chi2_contingency(counts, correction=random.random() < 0.2).statistic), always=True)
    press.whole("df", 1)
    press.p(float(stats.fisher_exact(counts).pvalue))
    parts = ["p"]
    if random.random() < 0.3:
        ratio = stats.contingency.odds_ratio(counts, kind="sample")
        if 0 < float(ratio.statistic) < 1e4:
            press.put("OR", float(ratio.statistic), always=True)
            found = stats.contingency.odds_ratio(counts, kind="conditional")
            press.interval(lambda level: tuple(map(float, found.confidence_interval(level))))
            parts.append("ci")
    press.by("exact", *parts)


def exact_ranks(press: ToldPress) -> None:
    """U, W or a correlation of ranks with z or t, p from all arrangements."""
    random, kind = press.random, press.random.choice(["Mann-Whitney"] * 2 + ["Wilcoxon signed rank"] * 2 + ["Spearman"])
    if kind == "Mann-Whitney":
        found = honest_people.groups(random, 2, 3, 6)
        a, b = map(floats, found.scores)
        press.groups(["first", "second"], found.scores)
        ranks, m, n = stats.rankdata(a + b), len(a), len(b)
        u = float(ranks[:m].sum() - m * (m + 1) / 2)
        press.put("U", u)
        press.put("z", (u - m * n / 2) / sqrt(m * n * (m + n + 1) / 12), always=True)
        press.p(permuted(ranks, m, u - m * n / 2))
    elif kind == "Wilcoxon signed rank":
        first, second = twice(random, 4, 10)
        press.pairs(first, second)
        changes = np.array(floats([y - x for x, y in zip(first, second, strict=True)]))
        found = stats.wilcoxon(changes, method="exact" if len(set(np.abs(changes))) == len(changes) and changes.all()
                               else stats.PermutationMethod(n_resamples=4999, rng=stream(random)))  # fmt: skip
        ranks = stats.rankdata(np.abs(changes[changes != 0]))
        press.put("W", float(found.statistic))
        press.put("z", (float(found.statistic) - ranks.sum() / 2) / sqrt((ranks**2).sum() / 4), always=True)
        press.p(float(found.pvalue))
    else:
        x, y = (floats(xs) for xs in related(random, 5, 7))
        r = float(stats.spearmanr(x, y).statistic)
        centred = stats.rankdata(y) - (len(y) + 1) / 2

        def statistic(xs: np.ndarray, axis: int = -1) -> np.ndarray:
            return (stats.rankdata(xs, axis=axis) * centred).sum(axis=axis)

        p = permutation_p(press, (x,), statistic, "pairings")
        press.put("r", r, always=True)
        if abs(r) < 0.999:
            press.put("t", r * sqrt((len(x) - 2) / (1 - r * r)))
        press.whole("n", len(x))
        press.p(p)
    of_z = kind != "Spearman" and press.random.random() < 0.7  # a file that names the test by what is printed
    press.about["test"] = "z" if of_z else kind
    press.by("exact", "p")


EXACT = {"exact p of a sparse table": exact_table, "exact p of ranks": exact_ranks}

"""Honest tests whose p or interval does not come from theory: permutations, bootstrap, simulated p. For tests only.

The statistic beside it is Student's, Pearson's or that of ranks, as programs print both.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import sqrt

import honest_people
import numpy as np
from honest_people import crossed, related, twice
from honest_tests import pooled, spread
from honest_told import ToldPress, floats
from open_data import stream
from scipy import stats

DRAWS = [199, 499, 999, 999, 1999, 4999]
SIMULATED = [200, 200, 500, 1000, 2000, 10_000]


def _mean(xs: np.ndarray, axis: int = -1) -> np.ndarray:
    return np.mean(xs, axis=axis)


def _apart(xs: np.ndarray, ys: np.ndarray, axis: int = -1) -> np.ndarray:
    return np.mean(ys, axis=axis) - np.mean(xs, axis=axis)


def permutation_p(
    press: ToldPress, data: tuple[list[float], ...], statistic: Callable[..., object], kind: str
) -> float:
    """The two-sided p of a statistic among some or all permutations of one of scipy's kinds."""
    found = stats.permutation_test(
        data, statistic, permutation_type=kind, vectorized=True, n_resamples=press.random.choice(DRAWS), axis=-1,
        alternative="two-sided", rng=stream(press.random),
    )  # fmt: skip
    return float(found.pvalue)


def permuted_sample(press: ToldPress) -> None:
    """The t of one sample against a value, p from signs drawn anew."""
    xs = twice(press.random)[1]
    norm = press.norm(xs)
    press.groups(["all"], [xs])
    away = [x - norm for x in floats(xs)]
    p = permutation_p(press, (away,), _mean, "samples")
    press.t_test(sum(away) / len(away), spread(xs) / sqrt(len(xs)), len(xs) - 1, p)
    press.by("permutation", "p")


def permuted_pairs(press: ToldPress) -> None:
    """The paired t, p from signs of the changes drawn anew."""
    first, second = twice(press.random)
    press.about |= {"test": "paired t"}
    press.pairs(first, second)
    changes = [y - x for x, y in zip(first, second, strict=True)]
    p = permutation_p(press, (floats(changes),), _mean, "samples")
    press.t_test(float(sum(changes) / len(changes)), spread(changes) / sqrt(len(changes)), len(changes) - 1, p)
    press.by("permutation", "p")


def _two(press: ToldPress) -> tuple[list[float], list[float], float, float, float]:
    """Two groups as printed, and estimate, SE and df of Student's or Welch's t."""
    found = honest_people.groups(press.random, 2)
    press.groups(["first", "second"], found.scores, found.enrolled)
    (a, b), welch = found.scores, press.random.random() < 0.3
    press.about["test"] = "Welch t" if welch else "independent t"
    m, n, va, vb = len(a), len(b), spread(a) ** 2 / len(a), spread(b) ** 2 / len(b)
    se = sqrt(va + vb) if welch else pooled([a, b]) * sqrt(1 / m + 1 / n)
    df = (va + vb) ** 2 / (va**2 / (m - 1) + vb**2 / (n - 1)) if welch else m + n - 2
    return floats(a), floats(b), float(sum(b) / n - sum(a) / m), se, df


def permuted_groups(press: ToldPress) -> None:
    """The t of two groups, p from people put into groups anew."""
    a, b, estimate, se, df = _two(press)
    press.t_test(estimate, se, df, permutation_p(press, (a, b), _apart, "independent"))
    press.by("permutation", "p")


def permuted_correlation(press: ToldPress) -> None:
    """Pearson's r, p from pairs drawn anew."""
    x, y = (floats(xs) for xs in related(press.random))
    centred = (np.array(y) - np.mean(y)) / (np.std(y) * len(y))
    p = permutation_p(
        press, (x,), lambda xs, axis=-1: (xs * centred).sum(axis=axis) / np.std(xs, axis=axis), "pairings"
    )
    press.about |= {"test": "Pearson", "complete": press.random.random() < 0.5}
    r = float(stats.pearsonr(x, y).statistic)
    press.put("r", r, always=True)
    if press.random.random() < 0.5:
        press.put("t", r * sqrt((len(x) - 2) / (1 - r * r)))
    press.p(p)
    press.whole("n", len(x))
    if press.random.random() < 0.5:
        press.whole("df", len(x) - 2)
    press.by("permutation", "p")


def bootstrapped(press: ToldPress, method: str) -> None:
    """The t of two groups or of pairs, the interval of the difference from samples drawn anew."""
    if press.random.random() < 0.5:
        a, b, estimate, se, df = _two(press)
        data, statistic = (a, b), _apart
    else:
        first, second = twice(press.random)
        press.about |= {"test": "paired t"}
        press.pairs(first, second)
        changes = [y - x for x, y in zip(first, second, strict=True)]
        data, statistic = (floats(changes),), _mean  # type: ignore[assignment]
        estimate, se = float(sum(changes) / len(changes)), spread(changes) / sqrt(len(changes))
        df = len(changes) - 1

    def ends(level: float) -> tuple[float, float]:
        found = stats.bootstrap(
            data, statistic, vectorized=True, n_resamples=press.random.choice([499, 999, 1999]), axis=-1, method=method,
            confidence_level=level, rng=stream(press.random),
        ).confidence_interval  # fmt: skip
        return float(found.low), float(found.high)

    press.t_test(estimate, se, df, ends=ends)
    press.by("bootstrap", "ci")


def percentile(press: ToldPress) -> None:
    """Its ends are quantiles of the differences drawn anew."""
    bootstrapped(press, "percentile")


def bca(press: ToldPress) -> None:
    """Bias-corrected and accelerated."""
    bootstrapped(press, "BCa")


def simulated(press: ToldPress) -> None:
    """χ² of a table of counts, p from tables drawn with its margins: (k + 1) / (B + 1), as R prints it."""
    draws, least = press.random.choice(SIMULATED), press.random.choice([1, 1e-4, 1e-6, 1e-9])
    counts, found = _with_p_below(press, least)
    table(press, counts)
    expected = found.expected_freq
    drawn = stats.random_table(counts.sum(axis=1), counts.sum(axis=0)).rvs(draws, random_state=stream(press.random))
    squares = ((drawn - expected) ** 2 / expected).sum(axis=(1, 2))
    at_least = int((squares >= found.statistic - 1e-9).sum())
    press.put("chi2", float(found.statistic), always=True)
    if press.random.random() < 0.7:
        press.whole("df", int(found.dof))
    press.p((at_least + 1) / (draws + 1))
    press.by("simulated", "p")


def _with_p_below(press: ToldPress, most: float) -> tuple[np.ndarray, stats.contingency.Chi2ContingencyResult]:
    """A table of counts that hang together, and Pearson's test of it."""
    while True:
        counts = crossed(press.random)
        found = stats.chi2_contingency(counts, correction=False)
        if found.pvalue <= most:
            return counts, found


def table(press: ToldPress, counts: np.ndarray) -> None:
    """Print a table of counts by group, now and then with percentages, now and then without the counts."""
    random = press.random
    press.about |= {"test": "chi-squared", "complete": random.random() < 0.7}
    press.about["measure"] = "binary" if counts.shape[1] == 2 else "continuous"
    shown = random.random()
    for k, row in enumerate(counts if shown < 0.8 else ()):
        press.whole(f"groups.arm {k}.n", int(row.sum()))
        for category, count in enumerate(row):
            press.count(f"arm {k}", f"kind {category}", count)
            if shown < 0.4:
                press.percent(f"arm {k}", f"kind {category}", Fraction(int(count), int(row.sum())))
    if random.random() < 0.4:
        press.whole("n", int(counts.sum()))


RESAMPLED = {
    "permutation p, one sample": permuted_sample, "permutation p, pairs": permuted_pairs,
    "permutation p, two groups": permuted_groups, "permutation p, r": permuted_correlation,
    "bootstrap interval, percentile": percentile, "bootstrap interval, BCa": bca,
    "simulated p of a table": simulated,
}  # fmt: skip

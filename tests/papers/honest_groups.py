"""Honest tests of groups in less usual prints: ties and zeros in ranks, scales, pairs, Welch's F, SEs, total n only.

`random_groups_study(seed)` is one study with a few of them; the press is that of `honest_tests.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import asin, sqrt
from random import Random

import honest
from honest import show
from honest_ranks import SIZES, answers, kruskal, rank_sums, signed_ranks, told
from honest_tests import TestPress, study_of_tests
from scipy import stats

from reread.study.values import Study


def random_groups_study(seed: int) -> Study:
    """An honest study with one to three such tests, by its seed."""
    random = Random(seed)
    presses = []
    for k in range(random.choice([1, 1, 2, 3])):
        press = TestPress(random, f"test {k + 1}")
        random.choice(DRAWN)(press)
        presses.append(press)
    return study_of_tests(presses)


def mcnemar(press: TestPress) -> None:
    """McNemar's test of pairs: both margins, the pairs' own table, or the number of pairs."""
    random = press.random
    n = random.choice([3, 6, 10, 21, 40, 120])
    odds = [random.choice([0.2, 1, 2, 4]) for _ in range(4)]
    drawn = random.choices(range(4), weights=odds, k=n)
    (a, b), (c, d) = (drawn.count(0), drawn.count(1)), (drawn.count(2), drawn.count(3))
    press.about |= {"test": "McNemar", "measure": "binary", "complete": random.random() < 0.7}
    how = random.choice(["margins", "margins", "table", "n"])
    rows = {"first": (a + b, c + d), "second": (a + c, b + d)} if how == "margins" else {"yes": (a, b), "no": (c, d)}
    for group, (yes, no) in rows.items() if how != "n" else ():
        press.whole(f"groups.{group}.count.yes", yes)
        press.whole(f"groups.{group}.count.no", no)
        if random.random() < 0.5:
            press.whole(f"groups.{group}.n", yes + no)
    if how == "n" or random.random() < 0.3:
        press.whole("n", n)
    if b + c == 0:
        return press.p(1.0)
    exact = min(1.0, 2 * float(stats.binom.cdf(min(b, c), b + c, 0.5)))
    square = max(0.0, abs(b - c) - random.choice([0, 1])) ** 2 / (b + c)
    press.put("chi2", square)
    mid = exact - float(stats.binom.pmf(b, b + c, 0.5)) if b != c else 1.0
    return press.p(random.choice([float(stats.chi2.sf(square, 1)), exact, mid]), 1)


def shares(press: TestPress) -> None:
    """z of two proportions, pooled or not, with or without the correction for continuity."""
    random = press.random
    (n1, n2) = (random.choice([3, 8, 20, 55, 400]) for _ in range(2))
    x1, x2 = (sum(random.random() < share for _ in range(n)) for n, share in ((n1, 0.3), (n2, random.random())))
    p, p1, p2 = (x1 + x2) / (n1 + n2), x1 / n1, x2 / n2
    variances = [p * (1 - p) * (1 / n1 + 1 / n2), p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2]
    if not all(variances):
        return mcnemar(press)
    press.about |= {"test": "z", "measure": "binary", "complete": random.random() < 0.7}
    for group, x, n in (("a", x1, n1), ("b", x2, n2)):
        press.whole(f"groups.{group}.n", n)
        press.whole(f"groups.{group}.count.yes", x)
        if random.random() < 0.5:
            for name, count in (("yes", x), ("no", n - x)):
                press.whole(f"groups.{group}.count.{name}", count)
                percent = show(Fraction(100 * count, n), random.choice([0, 1]), press.rounding)
                press.prints[f"tests.{press.name}.groups.{group}.percent.{name}"] = [percent]
    top = max(0.0, abs(p1 - p2) - random.choice([0, (1 / n1 + 1 / n2) / 2]))
    arcs = 2 * abs(asin(sqrt(p1)) - asin(sqrt(p2))) / sqrt(1 / n1 + 1 / n2)
    z = random.choice([top / sqrt(variances[0]), top / sqrt(variances[1]), arcs])
    press.put("z", z * press.turned)
    return press.p(float(2 * stats.norm.sf(z)), 1)


def variances(press: TestPress) -> None:
    """One-way analysis of variance, Fisher's or Welch's F; sometimes SEs in place of SDs, or a group untold."""
    random = press.random
    groups = answers(press, [random.choice(SIZES) for _ in range(random.choice([2, 3, 4, 5]))])
    spreads = [float(honest.sd(xs)) for xs in groups]
    if not all(spreads):
        return rank_sums(press)
    press.about["test"] = "one-way ANOVA"
    told(press, [f"arm {k}" for k in range(len(groups))], groups)
    if random.random() < 0.1:
        for role in [role for role in press.prints if ".groups.arm 0." in role]:
            del press.prints[role]
    sizes, means = [len(xs) for xs in groups], [float(honest.mean(xs)) for xs in groups]
    k, total = len(groups), sum(map(len, groups))
    if random.random() < 0.5:
        F, df2 = welch(sizes, means, spreads)
    else:
        F, df2 = float(stats.f_oneway(*[[float(x) for x in xs] for xs in groups]).statistic), float(total - k)
        press.put("eta2", (k - 1) * F / ((k - 1) * F + df2))
    press.put("F", F)
    if random.random() < 0.7:
        press.whole("df1", k - 1)
        if df2.is_integer():
            press.whole("df2", int(df2))
        else:
            press.put("df2", df2)
    return press.p(float(stats.f.sf(F, k - 1, df2)))


def welch(sizes: list[int], means: list[float], spreads: list[float]) -> tuple[float, float]:
    """Welch's F and its second degrees of freedom (Welch 1951)."""
    k, weights = len(sizes), [n / s**2 for n, s in zip(sizes, spreads, strict=True)]
    whole = sum(weights)
    centre = sum(w * m for w, m in zip(weights, means, strict=True)) / whole
    between = sum(w * (m - centre) ** 2 for w, m in zip(weights, means, strict=True)) / (k - 1)
    rest = sum((1 - w / whole) ** 2 / (n - 1) for w, n in zip(weights, sizes, strict=True))
    return between / (1 + 2 * (k - 2) / (k**2 - 1) * rest), (k**2 - 1) / (3 * rest)


def errors_only(press: TestPress) -> None:
    """Two groups of whole answers with SEs and without SDs; Student's t or Welch's."""
    random = press.random
    a, b = answers(press, [random.choice(SIZES), random.choice(SIZES)])
    if not honest.sd(a) or not honest.sd(b):
        return rank_sums(press)
    press.about["test"] = random.choice(["independent t", "Welch t"])
    told(press, ["a", "b"], [a, b])
    for name, xs in (("a", a), ("b", b)):
        if random.random() < 0.7:
            press.prints.pop(f"tests.{press.name}.groups.{name}.sd", None)
            press.put(f"groups.{name}.se", honest.sd(xs, press.ddof) / honest.root(Fraction(len(xs))), always=True)
    pooled = press.about["test"] == "independent t" and random.random() < 0.7
    found = stats.ttest_ind([float(x) for x in a], [float(x) for x in b], equal_var=pooled)
    press.put("t", float(found.statistic), signless=True)
    level = random.choice([0.9, 0.95, 0.99])
    ends = found.confidence_interval(level)
    if random.random() < 0.7:
        press.put("estimate", float(honest.mean(a) - honest.mean(b)), always=True)
        for end, x in zip(("low", "high"), (float(ends.low), float(ends.high)), strict=True):
            press.put(f"ci.{end}", x, always=True)
    return press.p(float(found.pvalue), float(found.statistic))


DRAWN: list[Callable[[TestPress], None]] = [
    rank_sums, rank_sums, signed_ranks, kruskal, mcnemar, shares, variances, errors_only,
]  # fmt: skip

"""How far apart do the rows of a table of characteristics lie together? Told behind a fold, and not for routine use.

Of a randomised trial with five rows or more that print n, mean and SD, or every count, of two arms: the mean of t²,
what trials of the same sizes, SDs, counts and decimals give whose arms chance alone formed, and of how many honest
trials the same would say something. No row of an instrument rests on it. A row is left out that is printed so coarsely
that two arms mostly print the same; nothing is told of arms that minimisation keeps alike.

Source: INSPECT-SR guidance 1.1, check 4.3 (routine use by those who do not know the methods is not recommended).
"""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

import numpy as np

from reread.numbers.show import number, span
from reread.statistics.balance import CORRELATED, ENDS, RARE, Counts, Means, Row, by_chance, chi_squared, mistaken
from reread.statistics.balance import t_of_means as student
from reread.statistics.two_means import sd_pooled
from reread.study.comparison import Comparison, comparison_at
from reread.study.values import Study
from reread.words import Words

FEWEST, TWO, SEED = 5, 2, 20250701


def paragraphs(study: Study, say: Words) -> list[str]:
    """What stands behind the fold, none where there are too few rows."""
    if study.file.design.kind != "two-group randomised" or study.file.allocation.method == "minimisation":
        return []
    found = list(rows(study))
    if len(found) < FEWEST:
        return []
    table, dispersion = [row for row, _ in found], float(np.mean([square for _, square in found]))
    rng = np.random.default_rng(SEED)
    params = {"rows": str(len(found)), "d": number(dispersion)}
    for name, correlation in (("alone", 0.0), ("together", CORRELATED)):
        drawn = by_chance(table, correlation, rng)
        params[f"{name}_span"] = span(*np.quantile(drawn, ENDS))
        params[f"{name}_below"], params[f"{name}_above"] = (
            _of_100(float(part.mean())) for part in (drawn <= dispersion, drawn >= dispersion)
        )
    params |= {kind: _of_100(share) for kind, share in mistaken(table, rng).items()}
    params |= {"correlation": number(CORRELATED, 1), "rare": _of_100(RARE)}
    return [say(f"appraisal.balance.{part}", **params) for part in ("not_routine", "found", "mistaken", "why")]


def rows(study: Study) -> Iterator[tuple[Row, float]]:
    """Each row of the table that can be drawn anew, and its t²."""
    for name, test in study.file.tests.items():
        if test.occasion == "baseline" and len(test.groups) == TWO:
            comparison = comparison_at(study, f"tests.{name}")
            row = _of_means(comparison) or _of_counts(comparison)
            if row is not None:
                yield row


def _of_means(comparison: Comparison) -> tuple[Row, float] | None:
    """None where a number is missing, or printed more coarsely than chance sets two arms apart."""
    found = comparison.summaries()
    printed = [sample.get(part) for part in ("mean", "sd") for sample in comparison.samples]
    if found is None or any(value is None or value.reported.comparator != "=" for value in printed):
        return None
    a, b, r, s = (float(value.reported.value) for value in printed if value)
    steps = [10.0 ** -max(value.reported.decimals, 0) for value in printed if value]
    n, m = (each.n for each in found)
    sd = sd_pooled(r, s, n, m)
    if max(steps[:TWO]) > sd * sqrt(1 / n + 1 / m):
        return None
    whole = all(sample.whole and sample.items == 1 for sample in comparison.samples)
    row = Means(n, m, (n * a + m * b) / (n + m), sd, max(steps[:TWO]), max(steps[TWO:]), whole)
    return row, float(student(n, m, a, b, r, s)) ** 2


def _of_counts(comparison: Comparison) -> tuple[Row, float] | None:
    """None where a count or n is missing, or counts are more than the people; whoever is in none is a category."""
    sizes, counts = comparison.sizes, [sample.counts() for sample in comparison.samples]
    if len(sizes) != TWO or not counts[0] or set(counts[0]) != set(counts[1]):
        return None
    arms = [[row[name].integer for name in counts[0]] for row in counts]
    arms = [[*each, n - sum(each)] for each, n in zip(arms, sizes, strict=True)]
    kept = [pair for pair in zip(*arms, strict=True) if sum(pair)]
    if min(min(each) for each in arms) < 0 or len(kept) < TWO:
        return None
    totals = tuple(sum(pair) for pair in kept)
    found = chi_squared(np.array([[pair[0] for pair in kept]]), np.array(totals), sizes[0])
    return Counts(sizes[0], sizes[1], totals), float(found[0]) / (len(totals) - 1)


def _of_100(share: float) -> str:
    return number(100 * share, 0) if share == 0 or share >= 0.005 else "< 1"

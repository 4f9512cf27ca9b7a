"""Does the confidence interval of a correlation follow from r and n?

The usual interval is symmetrical on Fisher's scale: tanh(artanh r ± z / √(n − 3)), for Spearman's correlation with a
standard error somewhat larger. Bootstrap intervals differ, so one that does not fit is undecided; a correlation outside
of its own interval cannot be.

Example: r = .50 with n = 30: .17 to .73.

Source: Fisher 1921, Metron 1:3; Bonett & Wright 2000, doi:10.1007/BF02294183 (Spearman).

>>> low, high = fisher_interval(0.5, 30, 0.95)
>>> round(low, 2), round(high, 2)
(0.17, 0.73)
"""

from __future__ import annotations

from collections.abc import Iterator
from math import atanh, inf, sqrt, tanh

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics.formulas import critical_z
from reread.study.comparison import CORRELATIONS, Comparison, comparisons
from reread.study.finding import Ends, Finding, Param, about, meets
from reread.study.intervals import PrintedInterval, interval_of, targets
from reread.study.values import Study

FIELLER = 1.06  # variance of Spearman's correlation on Fisher's scale, times n − 3


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interval of a correlation."""
    for test in comparisons(study):
        printed, found = interval_of(test), targets(test)
        if printed is None or test.test not in CORRELATIONS or [each.part for each in found] != ["r"]:
            continue
        r = found[0].value
        inside = any(r.interval.meets(Interval(low.low, high.high)) for low, high in printed.orientations())
        possible = list(_intervals(test, r.interval, printed))
        params: dict[str, Param] = {
            "r": r.shown, "printed": printed.shown, "n": test.pairs.shown if test.pairs else "–",
            "allowed": Ends(*(span(*end.floats()) for end in possible[0])) if possible else "–",
        }  # fmt: skip
        roles = about(printed.low, printed.high, r)
        if not inside:
            verdict = meets(False, not test.about.adjusted)
            yield Finding("correlation_ci", roles, params=params, **verdict)
        elif possible:
            agrees = any(low.meets(a) and high.meets(b) for a, b in possible for low, high in printed.orientations())
            verdict = meets(agrees, False) if agrees else {"status": "undecided", "say": "other"}
            yield Finding("correlation_ci", roles, params=params, **verdict)


def fisher_interval(r: float, n: float, level: float, variance: float = 1.0) -> tuple[float, float]:
    """Both ends of the interval of a correlation; n above 3."""
    if abs(r) >= 1:
        return r, r
    half = critical_z(level) * sqrt(variance / (n - 3))
    return tanh(atanh(r) - half), tanh(atanh(r) + half)


def _intervals(test: Comparison, r: Interval, printed: PrintedInterval) -> Iterator[tuple[Interval, Interval]]:
    """Both ends for every r in its interval, by each level, n and variance in use."""
    inside, df, pairs = r.within(-1, 1), test.freedom(), test.pairs
    ns = [n for n in (pairs.integer if pairs else None, int(df.interval.high or 0) + 2 if df else None) if n and n > 3]
    if inside is None:
        return
    low, high = inside.floats()
    variances = [1.0] if test.test == "Pearson" else [1.0, FIELLER, 1 + max(low * low, high * high) / 2]
    for n in dict.fromkeys(ns):
        for level in printed.levels:
            for variance in variances:
                ends = [fisher_interval(end, n, level, variance) for end in (low, high)]
                if all(abs(x) < inf for pair in ends for x in pair):
                    yield Interval.around(ends[0][0], ends[1][0]), Interval.around(ends[0][1], ends[1][1])

"""Can the printed normality p-value come from any data set that prints these numbers?

Shapiro–Wilk is computed on every data set that the mean and SD leave, and on the one that the counts and codes give.
Where no p of these comes within a factor of ten of the printed one (implementations differ in the tail), it cannot be
that p.

Source: Royston 1995, doi:10.2307/2986146 (algorithm AS R94). Two-valued data of 20 (18 and 2) have W = 0.351, p = 2e-8.

>>> w, p = shapiro(((0, 18), (2, 2)))
>>> round(w, 3), p < 1e-7
(0.351, True)
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

import numpy as np

from reread.datasets.of_study import compatible, from_counts
from reread.numbers.interval import Interval
from reread.numbers.show import many, scientific
from reread.statistics import distributions as stats
from reread.study.file import OCCASIONS
from reread.study.finding import Finding, about, meets
from reread.study.values import Study, Value

IMPLEMENTATIONS_DIFFER = 10  # factor on p that other programs' tail approximations are allowed


def check(study: Study) -> Iterator[Finding]:
    """One finding for each outcome with Shapiro–Wilk p-values of whole-number scores, over the occasions."""
    for name, outcome in study.file.outcomes.items():
        tested = [_tested(study, name, occasion) for occasion in OCCASIONS if outcome.normality_test == "Shapiro-Wilk"]
        tested = [part for part in tested if part]
        if tested:
            yield _finding(study, name, [part for part in tested if part])


@dataclass(frozen=True)
class _Tested:
    """One occasion: its printed p, W and p of every data set that fits, and whether no others can be."""

    p: Value
    tests: tuple[tuple[float, float], ...]
    values: frozenset[int]
    all_listed: bool

    def agrees(self, prints: str) -> bool:
        """Is the printed number among the statistics (exactly) or the p-values (within a factor)?"""
        if prints == "statistic":
            return any(_within(self.p.interval, w, 1) for w, _ in self.tests)
        return any(_within(self.p.interval, p, IMPLEMENTATIONS_DIFFER) for _, p in self.tests)


def _tested(study: Study, name: str, occasion: str) -> _Tested | None:
    p, n = study.get(f"{name}.{occasion}.normality_p"), study.n(name, occasion)
    if p is None or n is None or n.integer < 3:
        return None
    listing = compatible(study, name, occasion)
    counted = from_counts(study, name, occasion) if study.counts(name, occasion) else None
    data = [*(listing.data_sets if listing else ()), *([counted] if counted else [])]
    data = [scores for scores in dict.fromkeys(data) if len(scores) > 1]
    if not data:
        return None
    tests = tuple(shapiro(scores.pairs) for scores in data)
    whole = (listing is None or listing.ending != "stopped at cap") and study.complete(name, occasion)
    return _Tested(p, tests, frozenset(map(len, data)), whole)


def _finding(study: Study, name: str, tested: list[_Tested]) -> Finding:
    apart = [part for part in tested if not part.agrees(study.reading.normality_prints)]
    tests = [test for part in tested for test in part.tests]
    params = {
        "p": ", ".join(part.p.shown for part in tested), "sets": str(len(tests)),
        "greatest": scientific(max(p for _, p in tests)), "w": many([w for w, _ in tests], 3),
        "values": " or ".join(map(str, sorted(frozenset().union(*(part.values for part in tested)))[:3])),
    }  # fmt: skip
    means = (study.get(f"{name}.{occasion}.{stat}") for occasion in OCCASIONS for stat in ("mean", "sd"))
    roles = about(*(part.p for part in tested), *means)
    return Finding("normality_p", roles, params=params, **meets(not apart, any(part.all_listed for part in apart)))


@cache
def shapiro(scores: tuple[tuple[int, int], ...]) -> tuple[float, float]:
    """W and p of a data set given as (score, how many) pairs."""
    result = stats.shapiro(np.repeat([s for s, _ in scores], [k for _, k in scores]))
    return float(result.statistic), float(result.pvalue)


def _within(printed: Interval, value: float, slack: int) -> bool:
    limit = Fraction(value)
    return (
        printed.meets(Interval(limit / slack, limit * slack))
        if slack > 1
        else printed.meets(Interval.around(value, value))
    )

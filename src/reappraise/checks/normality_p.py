"""Can the printed normality p-value come from any data set that prints these numbers?

Shapiro–Wilk is computed on every data set that the mean and SD leave, and on the one that the counts and codes give. Where
no p of these comes within a factor of ten of the printed one (implementations differ in the tail), it cannot be that p.

Source: Royston 1995, doi:10.2307/2986146 (algorithm AS R94). Two-valued data of 20 (18 and 2) have W = 0.351, p = 2e-8.

>>> w, p = shapiro(((0, 18), (2, 2)))
>>> round(w, 3), p < 1e-7
(0.351, True)
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

import numpy as np
from scipy import stats

from reappraise.datasets.of_study import compatible, from_counts
from reappraise.finding import Finding, Status, about
from reappraise.interval import Interval
from reappraise.show import many
from reappraise.study import Study, Value
from reappraise.study_file import OCCASIONS

IMPLEMENTATIONS_DIFFER = 10  # factor on p that other programs' tail approximations are allowed


def check(study: Study) -> Iterator[Finding]:
    """One finding for each Shapiro–Wilk p-value of whole-number scores."""
    for name, outcome in study.file.outcomes.items():
        for occasion in OCCASIONS:
            p, n = study.get(f"{name}.{occasion}.normality_p"), study.n(name, occasion)
            if p is None or n is None or outcome.normality_test != "Shapiro-Wilk" or n.integer < 3:
                continue
            finding = _occasion(study, name, occasion, p, n)
            if finding is not None:
                yield finding


def _occasion(study: Study, name: str, occasion: str, p: Value, n: Value) -> Finding | None:
    listing, counted = compatible(study, name, occasion), from_counts(study, name, occasion)
    data = [*(listing.data_sets if listing else ()), *([counted] if counted else [])]
    tests = [shapiro(scores.pairs) for scores in data if len(scores) > 1]
    if not tests:
        return None
    attained = [w for w, _ in tests] if study.reading.normality_prints == "statistic" else [value for _, value in tests]
    slack = 1 if study.reading.normality_prints == "statistic" else IMPLEMENTATIONS_DIFFER
    agrees = any(_within(p.interval, value, slack) for value in attained)
    everything = (listing is None or listing.ending != "stopped at cap") and study.complete(name)
    status: Status = "consistent" if agrees else "inconsistent" if everything else "undecided"
    values = sorted({len(scores) for scores in data})
    params = {
        "p": p.shown, "n": n.shown, "sets": str(len(tests)), "greatest": f"{max(v for _, v in tests):.1e}".replace("e-0", "e-"),
        "w": many([w for w, _ in tests], 3), "values": " or ".join(map(str, values[:3])),
    }  # fmt: skip
    roles = about(p, study.get(f"{name}.{occasion}.mean"), study.get(f"{name}.{occasion}.sd"), n)
    return Finding("normality_p", roles, status, params, kind="impossible" if status == "inconsistent" else "")


@cache
def shapiro(scores: tuple[tuple[int, int], ...]) -> tuple[float, float]:
    """W and p of a data set given as (score, how many) pairs."""
    result = stats.shapiro(np.repeat([s for s, _ in scores], [k for _, k in scores]))
    return float(result.statistic), float(result.pvalue)


def _within(printed: Interval, value: float, slack: int) -> bool:
    limit = Fraction(value)
    return printed.meets(Interval(limit / slack, limit * slack)) if slack > 1 else printed.meets(Interval.around(value, value))

"""Does the confidence interval of one sample follow from its mean, SD and size?

Mean ± t quantile × SD / √n; programs also print it for the distance from the value that is tested against. One of the
right width elsewhere is the interval of a distance from a value that the study file does not name: asked about.

Source: Student 1908, doi:10.1093/biomet/6.1.1. Example: mtcars of R, 32 cars: 20.09 ± 6.03 gives 17.92 to 22.26.

>>> from math import sqrt
>>> from reread.statistics.formulas import critical_t
>>> half = critical_t(0.95, 31) * 6.03 / sqrt(32)
>>> round(20.09 - half, 2), round(20.09 + half, 2)
(17.92, 22.26)
"""

from collections.abc import Iterator
from functools import partial
from itertools import product
from math import sqrt
from operator import mul
from typing import Any

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics.bounds import corners
from reread.study.comparison import Comparison, comparisons
from reread.study.finding import Finding, Param, about, meets
from reread.study.intervals import PrintedInterval, interval_of, whose
from reread.study.moments import one_sample
from reread.study.values import Study

OF_THE_SAMPLE = ("mean", "difference", "not stated")


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interval of one sample with n, mean and SD."""
    for test in comparisons(study):
        sample, printed = one_sample(test), interval_of(test)
        if sample is None or printed is None or whose(test) not in OF_THE_SAMPLE or test.get("difference"):
            continue
        mean, norm = sample.mean, test.get("against")
        # an SD printed with n − 1, or with n
        errors = [corners(partial(_error, n), sample.sd) for n in (sample.n, sample.n - 1)]
        critical = printed.criticals(study.reading.critical, Interval.point(sample.n - 1))
        half = corners(mul, critical[0], errors[0])
        params: dict[str, Param] = {
            "printed": printed.shown, "mean": sample.values[1].shown, "half": span(*half.floats(), 3),
            "low": span(*(mean - half).floats()), "high": span(*(mean + half).floats()), "n": str(sample.n),
            "away": span(*(mean - printed.middle).floats()), "against": norm.shown if norm else "–",
        }  # fmt: skip
        roles = about(printed.low, printed.high, printed.level, *sample.values, norm)
        yield Finding("ci_from_one_sample", roles, params=params, **_verdict(test, printed, mean, errors, critical))


def _error(n: int, sd: float) -> float:
    return sd / sqrt(n)


def _verdict(
    test: Comparison, printed: PrintedInterval, mean: Interval, errors: list[Interval], critical: list[Interval]
) -> dict[str, Any]:
    of, norm, pairs = whose(test), test.get("against"), list(product(errors, critical))
    if of != "difference" and any(printed.fits(mean, *pair) for pair in pairs):
        return {"status": "consistent"}
    if norm is not None and of != "mean" and any(printed.fits(mean - norm.interval, *pair) for pair in pairs):
        return {"status": "consistent" if of == "difference" else "undecided", "say": "distance"}
    wide = any(corners(mul, *pair).meets(printed.half) for pair in pairs)
    if wide and of != "mean" and norm is None:
        return {"status": "undecided", "say": "elsewhere", "kind": "implausible"}
    n = test.sizes[0]
    return meets(False, test.complete or test.shows("df", n - 1))

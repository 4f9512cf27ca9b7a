"""Does the t of one sample follow from its mean, SD and size, and from the value that it is tested against?

t = (mean − value) / (SD / √n). The value is the one that the study file points at (`against:`); where it names none, it
may be any, and the one that t implies is shown. The sign is free.

Source: Student 1908, doi:10.1093/biomet/6.1.1. Example, p. 20: ten men, 0.75 ± 1.79 more hours of sleep, tested against
none: t = 1.33.

>>> from reread.statistics.formulas import t_from_change
>>> round(t_from_change(0.75, 1.79, 10), 2)
1.32
"""

from collections.abc import Iterator
from math import sqrt

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics.bounds import corners
from reread.study.comparison import comparisons
from reread.study.finding import Finding, about, meets
from reread.study.moments import one_sample
from reread.study.values import Study

ROUNDED = 1e-9


def check(study: Study) -> Iterator[Finding]:
    """One finding for each t of one sample with n, mean and SD."""
    for test in comparisons(study):
        sample, t, norm = one_sample(test), test.get("t"), test.get("against")
        if sample is None or t is None or not (sample.sd.low or 0) > ROUNDED:
            continue
        n, size = sample.n, t.interval.absolute()
        params = {"t": t.shown, "mean": sample.values[1].shown, "n": str(n), "sd": span(*sample.sd.floats())}
        if norm is None:
            if test.test == "one-sample t" and size.bounded:
                away = corners(lambda v, s, n=n: v * s / sqrt(n), size, sample.sd)
                either = [span(*end.floats()) for end in (sample.mean - away, sample.mean + away)]
                params |= {"allowed": "–", "against": " / ".join(either)}
                yield Finding("t_from_one_sample", about(t, *sample.values), "undecided", params)
            continue
        apart = (sample.mean - norm.interval).absolute()
        allowed = corners(lambda m, s, n=n: m * sqrt(n) / s, apart, _sds(sample.sd, n))
        params |= {"allowed": span(*allowed.floats()), "against": norm.shown}
        verdict = meets(size.meets(allowed), test.complete or test.shows("df", n - 1))
        yield Finding("t_from_one_sample", about(t, *sample.values, norm), params=params, **verdict)


def _sds(sd: Interval, n: int) -> Interval:
    """The SD behind t: as printed, or the printed one with n in place of n − 1."""
    wide = sd.image(lambda s: s * sqrt(n / (n - 1)))
    return Interval(sd.low, wide.high)

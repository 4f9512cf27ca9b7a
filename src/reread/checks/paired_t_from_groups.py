"""Can the printed paired t come from the means and SDs of two conditions, and with which correlation between them?

The SD of the differences lies between |s₁ − s₂| (r = 1) and s₁ + s₂ (r = −1); t = difference / (that SD / √n). SDs
printed with n in place of n − 1 are admitted; the sign is free.

Source: Cochrane Handbook 6.5, section 6.5.2.8. Example: Student 1908, doi:10.1093/biomet/6.1.1, p. 20: ten men, 0.75 ±
1.79 and 2.33 ± 2.00 hours of sleep gained with two drugs, t(9) = 4.06: r = .80.

>>> from reread.statistics.formulas import r_from_sd_of_change
>>> round(r_from_sd_of_change(1.79, 2.00, 1.58 * 10**0.5 / 4.06), 1)
0.8
"""

from collections.abc import Iterator
from functools import partial
from math import sqrt
from operator import mul

from reread.numbers.interval import Interval
from reread.numbers.show import number, span
from reread.statistics.bounds import correlation, sd_of_change_from_sds, sd_of_change_from_t
from reread.statistics.paired import paired_t_range
from reread.study.finding import Finding, about, meets
from reread.study.groups import all_measured, estimate, group_roles, pairs, reported_tests
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each paired t of two conditions with means and SDs."""
    for stem, test in reported_tests(study):
        roles, t, n = group_roles(study, stem), study.get(f"{stem}.t"), pairs(study, stem)
        values = study.all(*(f"{role}.{part}" for role in roles for part in ("mean", "sd")))
        if t is None or n is None or values is None or len(roles) != 2 or test.test != "paired t" or n.integer < 2:
            continue
        sds = [value.interval.within(0, None) for value in values[1::2]]
        if any(sd is None or not sd.bounded for sd in sds) or not all(v.interval.bounded for v in values):
            continue
        first, second = (sd for sd in sds if sd)
        complete = all_measured(study, stem)
        mean = _difference((values[2].interval - values[0].interval).absolute(), estimate(study, stem), complete)
        allowed = paired_t_range(mean, sd_of_change_from_sds(first, second), n.integer)
        agrees = t.interval.absolute().meets(allowed)
        implied = sd_of_change_from_t(mean, t.interval, n.integer) if t.interval.absolute().low else None
        r = correlation(first, second, implied).within(-1, 1) if implied and implied.bounded else None
        wide = sqrt(n.integer / (n.integer - 1))
        with_n = (
            correlation(first.image(partial(mul, wide)), second.image(partial(mul, wide)), implied) if implied else None
        )
        least, most = allowed.floats()
        params = {
            "t": t.shown, "n": n.shown, "least": number(least), "most": "∞" if allowed.high is None else number(most),
            "difference": span(*mean.floats(), 3), "r": span(*r.floats()) if r and r.bounded else "–",
        }  # fmt: skip
        verdict = meets(agrees, complete)
        if agrees and all(each and each.high is not None and each.high < 0 for each in (r, with_n)):
            verdict |= {"say": "below_zero", "kind": "implausible"}
        yield Finding("paired_t_from_groups", about(t, n, *values), params=params, **verdict)


def _difference(of_means: Interval, printed: Interval | None, complete: bool) -> Interval:
    """The size of the difference: as printed, and within that of the means where both are of the same people."""
    if printed is None or not printed.bounded:
        return of_means
    return (printed.within(of_means.low, of_means.high) or of_means) if complete else printed

"""Does the confidence interval of the mean change follow from the SD of the change?

The interval is mean change ± critical value × SD / √n; 90, 95 or 99 % where no level is printed; t, or the normal
quantile where the sample is large; n − 1 or n below the SD. The direction is free.

Source: Altman & Bland 2011, doi:10.1136/bmj.d2090. Example: Student's ten sleepers, 1908: 1.58 ± 1.23: 0.70 to 2.46.

>>> from reread.statistics.formulas import critical_t
>>> round(1.58 - critical_t(0.95, 9) * 1.23 / 10**0.5, 1), round(1.58 + critical_t(0.95, 9) * 1.23 / 10**0.5, 2)
(0.7, 2.46)
"""

from collections.abc import Iterator
from math import sqrt

from reread.numbers.interval import Interval
from reread.numbers.show import number, span
from reread.study.comparison import comparisons
from reread.study.finding import Finding, Param, about, meets
from reread.study.intervals import interval_of, of_difference
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interval of a mean change printed beside the SD of the change."""
    for each in comparisons(study):
        printed, sd, n, centre = interval_of(each), each.get("sd"), each.pairs, each.apart()
        spread = sd.interval.within(0, None) if sd else None
        if printed is None or sd is None or spread is None or not spread.bounded or n is None or n.integer < 2:
            continue
        paired = (each.of_occasions and each.test not in ("independent t", "Welch t")) or each.test == "paired t"
        if centre is None or not centre.bounded or not paired or not of_difference(each):
            continue
        sizes, (narrow, wide) = (
            printed.criticals(study.reading.critical, Interval.point(n.integer - 1)),
            spread.floats(),
        )
        errors = [Interval.around(narrow / sqrt(below), wide / sqrt(below)) for below in (n.integer, n.integer - 1)]
        agrees = any(printed.fits(centre, se, critical) for se in errors for critical in sizes)
        critical, average = sizes[0].floats()[0], (narrow + wide) / 2
        params: dict[str, Param] = {
            "printed": printed.shown, "mean": span(*centre.floats(), 3), "sd": sd.shown, "n": n.shown,
            "half": number(critical * average / sqrt(n.integer)), "critical": number(critical, 3),
        }  # fmt: skip
        stated = each.get("difference")
        known = each.complete or (stated is not None and each.shows("df", n.integer - 1))
        yield Finding("ci_from_sd_of_change", about(printed.low, printed.high, sd, n, stated), params=params,
                      **meets(agrees, known and each.test == "paired t"))  # fmt: skip

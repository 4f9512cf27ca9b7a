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
from reread.study.finding import Finding, about, meets
from reread.study.groups import shows_df
from reread.study.of_change import change_of_means
from reread.study.printed_ci import PrintedCI
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interval of a mean change printed beside the SD of the change."""
    for name, outcome in study.file.outcomes.items():
        printed, sd, n = PrintedCI.of(study, f"{name}.change.ci"), study.get(f"{name}.change.sd"), study.n(name)
        centre = change_of_means(study, name)
        spread = sd.interval.within(0, None) if sd else None
        if printed is None or sd is None or spread is None or not spread.bounded or n is None or n.integer < 2:
            continue
        if centre is None or not centre.bounded or outcome.change.test == "independent t":
            continue
        df, (narrow, wide), reading = Interval.point(n.integer - 1), spread.floats(), study.reading.critical
        errors = [Interval.around(narrow / sqrt(below), wide / sqrt(below)) for below in (n.integer, n.integer - 1)]
        agrees = any(
            printed.fits(side, se, critical)
            for se in errors
            for critical in printed.criticals(df, reading)
            for side in (centre, -centre)
        )
        critical = next(printed.criticals(df, reading)).floats()[0]
        middle = (narrow + wide) / 2
        params = {
            "printed": printed.shown, "mean": span(*centre.floats(), 3), "sd": sd.shown, "n": n.shown,
            "half": number(critical * middle / sqrt(n.integer)), "critical": number(critical, 3),
        }  # fmt: skip
        stated = study.get(f"{name}.change.mean")
        known = study.complete(name) or (stated is not None and shows_df(study, f"{name}.change.df", n.integer - 1))
        decided = known and outcome.change.test == "paired t"
        yield Finding("ci_from_sd_of_change", about(printed.low, printed.high, sd, n, stated), params=params,
                      **meets(agrees, decided))  # fmt: skip

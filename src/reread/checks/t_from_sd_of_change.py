"""Does the printed paired t follow from the mean change and its SD?

t = mean change × √n / SD of the change, with n − 1 or n below the SD. The sign is free.

Source: Student 1908, doi:10.1093/biomet/6.1.1, p. 20: ten men slept 1.58 hours longer, with an SD of 1.17 (n below) or
1.23 (n − 1): t(9) = 4.06.

>>> from reread.statistics.formulas import t_from_change
>>> round(t_from_change(1.58, 1.23, 10), 2)
4.06
"""

from collections.abc import Iterator
from math import inf, sqrt

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.study.comparison import comparisons
from reread.study.finding import Finding, Param, Term, about, meets
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each paired t printed beside the SD of the change."""
    for each in comparisons(study):
        t, sd, n, mean = each.get("t"), each.get("sd"), each.pairs, each.apart()
        spread = sd.interval.within(0, None) if sd else None
        if t is None or sd is None or spread is None or n is None or mean is None or n.integer < 2:
            continue
        if each.test != "paired t" or not mean.bounded or not spread.bounded or spread.high == 0:
            continue
        (low, high), (narrow, wide) = mean.floats(), spread.floats()
        root = sqrt(n.integer)
        least, most = low * root / wide, high * root / narrow if narrow > 0 else inf
        shrunk = sqrt((n.integer - 1) / n.integer)  # SDs with n below
        ranges = [Interval.around(least, most), Interval.around(least * shrunk, most * shrunk)]
        params: dict[str, Param] = {
            "t": t.shown, "sd": sd.shown, "n": n.shown, "mean": span(low, high, 3),
            "allowed": span(least, most) if most < inf else Term("allowed", "any"),
        }  # fmt: skip
        agrees = t.interval.absolute().meets_any(ranges)
        counted = each.get("difference") is not None and each.shows("df", n.integer - 1)
        yield Finding("t_from_sd_of_change", about(t, sd, n, each.get("difference")), params=params,
                      **meets(agrees, counted or each.complete))  # fmt: skip

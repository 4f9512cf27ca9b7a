"""Are the ends of a confidence interval one SD, or one standard error, from the middle?

It would mean that “mean ± SD” or “mean ± SE” was written as an interval. Ask how the ends were computed.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import sqrt

from reread.numbers.interval import Interval
from reread.statistics.formulas import critical_t
from reread.study.comparison import ONE_GROUP, comparisons
from reread.study.intervals import interval_of
from reread.study.values import Study, Value, shifted

ALONE = True


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Each interval of a mean change read as mean ± SD or mean ± SE."""
    for each in comparisons(study):
        printed, n = interval_of(each), each.pairs
        if printed is None or n is None or n.integer < 2 or not (each.of_occasions or each.test in ONE_GROUP):
            continue
        errors = critical_t(printed.levels[0], n.integer - 1)
        for what, factor in (("sd", errors / sqrt(n.integer)), ("se", errors)):
            wider = dict(_wider(printed.low, printed.high, factor))
            yield {"outcome": each.name, "spread": what}, study.with_values(dict(wider))


def _wider(low: Value, high: Value, factor: float) -> dict[str, Value]:
    """Both ends at so many times their distance from the middle."""
    far, near = Fraction(1 + factor) / 2, Fraction(1 - factor) / 2
    down = low.interval.scaled(far) + high.interval.scaled(near)
    up = high.interval.scaled(far) + low.interval.scaled(near)
    return {low.role: shifted(low, _outward(down)), high.role: shifted(high, _outward(up))}


def _outward(interval: Interval) -> Interval:
    return Interval.around(*interval.floats())

"""Are the ends of a confidence interval one SD, or one standard error, from the middle?

It would mean that “mean ± SD” or “mean ± SE” was written as an interval. Ask how the ends were computed.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import sqrt

from reread.numbers.interval import Interval
from reread.statistics.formulas import critical_t
from reread.study.printed_test import ONE_GROUP, printed_tests
from reread.study.values import Study, Value, shifted

ALONE = True

USUAL = 0.95


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Each interval of a mean change read as mean ± SD or mean ± SE."""
    for name in study.file.outcomes:
        n = study.n(name)
        yield from _read(study, f"{name}.change.ci", name, n.integer if n else None)
    for test in printed_tests(study):
        if test.about.test in ONE_GROUP:
            yield from _read(study, f"tests.{test.name}.ci", test.name, test.pairs)


def _read(study: Study, stem: str, name: str, n: int | None) -> Iterator[tuple[dict[str, str], Study]]:
    ends, level = study.all(f"{stem}.low", f"{stem}.high"), study.get(f"{stem}.level")
    share = float(level.reported.value) if level else USUAL
    share = share / 100 if share > 1 else share
    if ends is None or n is None or n < 2 or not 0 < share < 1 or not all(end.interval.bounded for end in ends):
        return
    errors = critical_t(share, n - 1)
    for what, factor in (("sd", errors / sqrt(n)), ("se", errors)):
        yield {"outcome": name, "spread": what}, study.with_values(dict(_wider(ends[0], ends[1], factor)))


def _wider(low: Value, high: Value, factor: float) -> dict[str, Value]:
    """Both ends at so many times their distance from the middle."""
    far, near = Fraction(1 + factor) / 2, Fraction(1 - factor) / 2
    down = low.interval.scaled(far) + high.interval.scaled(near)
    up = high.interval.scaled(far) + low.interval.scaled(near)
    return {low.role: shifted(low, _outward(down)), high.role: shifted(high, _outward(up))}


def _outward(interval: Interval) -> Interval:
    return Interval.around(*interval.floats())

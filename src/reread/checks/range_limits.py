"""Can the printed mean, median and SD belong to numbers with the printed minimum and maximum?

Mean and median lie between them, the mean of n numbers no nearer to an end than one number at the other end lets it.
The SD is at most that of everybody at the ends, and at least range / √(2n), as one number stands at each end.

Source: Bhatia & Davis 2000, doi:10.1080/00029890.2000.12005203; Mestdagh et al. 2018, doi:10.1037/met0000153. Example:
of ten numbers from 0 to 6 the SD (with n − 1) lies between 1.41 and 3.16.

>>> from math import sqrt
>>> round(6 / sqrt(2 * 9), 2), round(3 * sqrt(10 / 9), 2)
(1.41, 3.16)
"""

from collections.abc import Iterator
from fractions import Fraction
from math import sqrt

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics.spread import greatest_product, least_sd_of_range, mean_in_range, sd_of_few
from reread.study.finding import Finding, Param, Term, about, meets
from reread.study.samples import Sample, samples
from reread.study.values import Study, Value


def check(study: Study) -> Iterator[Finding]:
    """One finding for each mean, median and SD printed beside a minimum and a maximum."""
    for sample in samples(study):
        ends = study.all(f"{sample.role}.minimum", f"{sample.role}.maximum")
        if ends is None or not all(end.interval.bounded for end in ends):
            continue
        for part in ("mean", "median", "sd"):
            value = study.get(f"{sample.role}.{part}")
            if value is not None and value.interval.bounded:
                yield _finding(study, sample, ends, part, value)


def _finding(study: Study, sample: Sample, ends: tuple[Value, ...], part: str, value: Value) -> Finding:
    allowed = _allowed(sample, ends[0].interval, ends[1].interval, part, study.get(f"{sample.role}.mean"))
    agrees = allowed is not None and value.interval.meets(allowed)
    params: dict[str, Param] = {
        "part": Term("part", {"sd": "SD"}.get(part, part)), "printed": value.shown,
        "low": ends[0].shown, "high": ends[1].shown,
        "n": sample.n.shown if sample.n else "–", "allowed": span(*allowed.floats(), 3) if allowed else "–",
    }  # fmt: skip
    return Finding("range_limits", about(value, *ends, sample.n), params=params, **meets(agrees))


def _allowed(sample: Sample, low: Interval, high: Interval, part: str, mean: Value | None) -> Interval | None:
    """What the part may be; None where the minimum lies above the maximum. Fewer answers than n are allowed for."""
    if low.low is None or high.high is None or low.low > high.high:
        return None
    whole = Interval(low.low, high.high)
    n = sample.n.integer if sample.n and sample.n.integer > 1 and _reached(sample, low, high) else None
    if part != "sd":
        return mean_in_range(low, high, n) if part == "mean" and n else whole
    inside = mean.interval.within(whole.low, whole.high) if mean and mean.interval.bounded else None
    inside = inside or whole
    few = sd_of_few(inside, whole)
    if n is None or high.low is None or low.high is None:
        return few
    most = sqrt(greatest_product(inside, whole) * n / (n - 1)) if sample.complete else few.floats()[1]
    return Interval.around(min(least_sd_of_range(max(Fraction(0), high.low - low.high), n), most), most)


def _reached(sample: Sample, low: Interval, high: Interval) -> bool:
    """Are these the ends that scores reached? Not where the paper may mean the ends of the scale."""
    return sample.scale is None or not (low.contains(sample.scale[0]) and high.contains(sample.scale[1]))

"""Which standardised changes follow from a printed t, means and SDs, under the usual definitions?

d_z = t / √n needs nothing else; d_rm needs the correlation that t implies; d_av, d_s and Glass's Δ follow from the mean
change and SDs. Papers also print 2t / √df and t √(2 / n). Printed SDs may have n − 1 or n, and d the other of the two.

Source: Lakens 2013, doi:10.3389/fpsyg.2013.00863; Dunlap et al. 1996, doi:10.1037/1082-989X.1.2.170.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from math import sqrt
from operator import mul

from reread.numbers.interval import Interval
from reread.statistics.bounds import corners, correlation, sd_of_change_from_t
from reread.statistics.conventions import admits_d, corrections
from reread.statistics.formulas import d_av, d_pooled
from reread.study.of_change import change_of_means
from reread.study.values import Study


@dataclass(frozen=True)
class Printed:
    """What is printed of a change: the absolute t and mean change and both SDs, as far as they are."""

    n: int
    t: Interval | None
    mean: Interval | None
    before: Interval | None
    after: Interval | None

    @classmethod
    def of(cls, study: Study, outcome: str, n: int) -> Printed:
        """As intervals: every value that the printed numbers stand for."""
        t, change = study.get(f"{outcome}.change.t"), study.get(f"{outcome}.change.mean")
        mean = change.any_print if change else change_of_means(study, outcome)  # by hand, d is made of what is printed
        sds = [study.get(f"{outcome}.{occasion}.sd") for occasion in ("before", "after")]
        spread = [(sd.any_print if sd.interval.within(0, None) else sd.interval) if sd else None for sd in sds]
        return cls(n, t.any_print if t else None, mean.absolute() if mean else None, spread[0], spread[1])

    def bounded(self, stated: str) -> bool:
        """Is the stated definition bounded (of none stated every one), so that a d outside of it is impossible?"""
        if stated == "d_z":
            return self.t is not None
        needs_t = stated in ("not stated", "d_rm")
        if (needs_t and self.t is None) or self.mean is None:
            return False
        return all(sd is not None and sd.low for sd in (self.before, self.after))


def values(printed: Printed, stated: str = "not stated") -> Iterator[tuple[str, Interval]]:
    """The stated definition by name, or every one, each with and without the small-sample factor."""
    for name, interval in definitions(printed, stated):
        yield name, interval
        for factor in corrections(printed.n):
            yield f"{name}, corrected", _times(interval, factor)


def definitions(printed: Printed, stated: str = "not stated") -> Iterator[tuple[str, Interval]]:
    """The stated definition by name, or every one."""
    return (each for each in _every(printed) if admits_d(stated, each[0]))


def _every(printed: Printed) -> Iterator[tuple[str, Interval]]:
    """Every definition by name; printed SDs may have n − 1 or n, and so may those behind d."""
    wide = sqrt(printed.n / (printed.n - 1))
    if printed.t is not None:
        for name, factor in _factors_of_t(printed.n).items():
            yield name, _times(printed.t, factor)
    for label, factor in (("", 1.0), (", SD with n", wide), (", printed SDs with n", 1 / wide)):
        for name, interval in _from_sds(printed):
            yield f"{name}{label}", _times(interval, factor)
    for label, stretch in (("", 1.0), (", printed SDs with n", wide)):
        for name, interval in _d_rm(printed, stretch):
            yield f"{name}{label}", interval
            yield f"{name}{label}, SD with n", _times(interval, wide)


def _factors_of_t(n: int) -> dict[str, float]:
    return {
        "d_z = t / √n": 1 / sqrt(n), "t / √df": 1 / sqrt(n - 1), "2t / √df": 2 / sqrt(n - 1),
        "2t / √df, as if in two groups": 2 / sqrt(2 * n - 2), "t √(2 / n)": sqrt(2 / n),
    }  # fmt: skip


def _from_sds(printed: Printed) -> Iterator[tuple[str, Interval]]:
    mean, before, after = printed.mean, printed.before, printed.after
    if mean is None or before is None or after is None:
        return
    if before.low and after.low:
        yield "d_av", corners(d_av, mean, before, after)
        yield "d_s", corners(d_pooled, mean, before, after)
    for name, sd in (("Δ, SD before", before), ("Δ, SD after", after)):
        if sd.low:
            yield name, corners(lambda m, s: m / s, mean, sd)


def _d_rm(printed: Printed, stretch: float) -> Iterator[tuple[str, Interval]]:
    """d_z √(2 (1 − r)), with the correlation that t, the mean change and the SDs imply."""
    t, mean, sds = printed.t, printed.mean, (printed.before, printed.after)
    if t is None or mean is None or mean.high is None or sds[0] is None or sds[1] is None:
        return
    before, after = (_times(sd, stretch) for sd in sds if sd)
    r = correlation(before, after, sd_of_change_from_t(mean, t, printed.n)).within(-1, 1)
    if r is not None:
        yield "d_rm", corners(lambda v, rho: v / sqrt(printed.n) * sqrt(max(0.0, 2 * (1 - rho))), t, r)


def _times(interval: Interval, factor: float) -> Interval:
    return interval.image(partial(mul, factor))

"""Which standardised differences, d, follow from t, means and SDs, under the usual definitions?

Of the same people twice: d_z = t / √n needs nothing else; d_rm needs the correlation that t implies; d_av, d_s and
Glass's Δ follow from the mean change and SDs; papers also print 2t / √df and t √(2 / n). Of two groups: Student's t
gives t √(1/n₁ + 1/n₂) with the pooled SD; means and SDs give the difference over the pooled SD, an average of both,
over either (Glass's Δ) or over that of everybody. Printed SDs may have n − 1 or n, and d the other of the two; every d
may carry a small-sample factor. Where the paper states which d it is, only that one is admitted.

Source: Lakens 2013, doi:10.3389/fpsyg.2013.00863; Dunlap et al. 1996, doi:10.1037/1082-989X.1.2.170; Cohen 1988, p. 66;
Glass 1976, doi:10.3102/0013189X005010003; Hedges 1981, doi:10.3102/10769986006002107.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from math import sqrt
from operator import mul

from reread.numbers.interval import Interval
from reread.statistics.bounds import corners, correlation, sd_of_change_from_t
from reread.statistics.effect_sizes import d_from_independent_t, d_from_t_and_df
from reread.statistics.formulas import d_av, d_pooled, d_rm, hedges_factor, hedges_factor_exact
from reread.statistics.two_means import Summary, d_from_summaries, factors

Definition = tuple[str, Interval]
# What a stated definition of d admits of all that are usual: the names below, that begin so.
STATED_D = {
    "d_z": ("d_z", "t / √df"), "d_rm": ("d_rm",), "d_av": ("d_av",), "d_s": ("d_s",),
    "Glass before": ("Δ, SD before",), "Glass after": ("Δ, SD after",),
}  # fmt: skip


def admits_d(stated: str, name: str) -> bool:
    """Is this definition the stated one? Every one is where none is stated; n for n − 1 and small samples apart.

    >>> admits_d("d_av", "d_av, SD with n, corrected"), admits_d("d_av", "d_z"), admits_d("not stated", "d_z")
    (True, False, True)
    """
    return name.startswith(STATED_D.get(stated, ("",)))


@dataclass(frozen=True)
class PairedMoments:
    """What is printed of a change: the absolute t and mean change and both SDs, as far as they are."""

    n: int
    t: Interval | None
    mean: Interval | None
    before: Interval | None
    after: Interval | None

    def bounded(self, stated: str) -> bool:
        """Is the stated definition bounded (of none stated every one), so that a d outside of it is impossible?"""
        if stated == "d_z":
            return self.t is not None
        needs_t = stated in ("not stated", "d_rm")
        if (needs_t and self.t is None) or self.mean is None:
            return False
        return all(sd is not None and sd.low for sd in (self.before, self.after))


@lru_cache(maxsize=1024)  # other readings of a study mostly leave these numbers alone
def d_of_pairs(printed: PairedMoments, stated: str = "not stated") -> tuple[tuple[str, Interval], ...]:
    """The stated definition by name, or every one, each with and without the small-sample factor."""
    return tuple(
        each
        for name, interval in definitions_of_pairs(printed, stated)
        for each in (
            (name, interval),
            *((f"{name}, corrected", _times(interval, factor)) for factor in corrections(printed.n)),
        )
    )


def definitions_of_pairs(printed: PairedMoments, stated: str = "not stated") -> Iterator[tuple[str, Interval]]:
    """The stated definition by name, or every one."""
    return (each for each in _every(printed) if admits_d(stated, each[0]))


@lru_cache(maxsize=1024)
def _every(printed: PairedMoments) -> tuple[tuple[str, Interval], ...]:
    return tuple(_defined(printed))


def _defined(printed: PairedMoments) -> Iterator[tuple[str, Interval]]:
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


def _from_sds(printed: PairedMoments) -> Iterator[tuple[str, Interval]]:
    mean, before, after = printed.mean, printed.before, printed.after
    if mean is None or before is None or after is None:
        return
    if before.low and after.low:
        yield "d_av", corners(d_av, mean, before, after)
        yield "d_s", corners(d_pooled, mean, before, after)
    for name, sd in (("Δ, SD before", before), ("Δ, SD after", after)):
        if sd.low:
            yield name, corners(lambda m, s: m / s, mean, sd)


def _d_rm(printed: PairedMoments, stretch: float) -> Iterator[tuple[str, Interval]]:
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


@dataclass(frozen=True)
class GroupMoments:
    """What is printed of two groups: their sizes, |t| and its degrees of freedom, differences, and their summaries.

    `differences` are sizes: of the means, and a printed one, by which d may have been made by hand.
    """

    n1: int
    n2: int
    t: Interval | None
    df: Interval | None
    welch: bool
    differences: tuple[tuple[str, Interval], ...]
    summaries: tuple[Summary, Summary] | None


def definitions_of_groups(printed: GroupMoments) -> Iterator[Definition]:
    """Every definition by name, without a small-sample factor: from means and SDs, then from t."""
    if printed.summaries is not None:
        for label, difference in printed.differences:
            for name, d in d_from_summaries(*printed.summaries, difference):
                yield f"{name}{label}", d
    n1, n2, t = printed.n1, printed.n2, printed.t
    if t is not None and t.bounded:
        if not printed.welch:
            yield "t √(1/n₁ + 1/n₂)", corners(lambda v: d_from_independent_t(v, n1, n2), t)
        yield "2t / √df", corners(lambda v: d_from_t_and_df(v, n1 + n2 - 2), t)
        yield "2t / √N", corners(lambda v: d_from_t_and_df(v, n1 + n2), t)
        if printed.df is not None:
            yield "2t / √df", corners(d_from_t_and_df, t, printed.df)


def d_of_groups(printed: GroupMoments, size: Interval) -> Iterator[Definition]:
    """The definitions that a printed size of d can be, SDs taken with n − 1 or n, with any small-sample factor or none.

    Each once, with the first that fits; thousands are possible, so those far off are passed over in floating point.
    """
    scales = _scales(printed.n1, printed.n2)
    low, high = size.widened
    for name, d in definitions_of_groups(printed):
        least, most = d.widened
        if not d.bounded:
            yield from [(name, d)] if d.meets(size) else ()
        elif least * min(scales) <= high and most * max(scales) >= low:
            near = (_times(d, scale) for scale in scales if least * scale <= high and most * scale >= low)
            yield from islice(((name, each) for each in near if each.meets(size)), 1)


@lru_cache(maxsize=1_000)
def _scales(n1: int, n2: int) -> tuple[float, ...]:
    """An SD with n in place of n − 1 for each small-sample factor in use; 1 first."""
    return tuple(stretch * factor for stretch in _stretches(n1, n2) for factor in factors(n1, n2))


def _stretches(n1: int, n2: int) -> tuple[float, ...]:
    """An SD with n in place of n − 1, or the other way round, of both groups together or of either."""
    both = sqrt((n1 + n2) / (n1 + n2 - 2))
    each = [sqrt(n / (n - 1)) for n in (n1, n2) if n > 1]
    return (1.0, *(x for f in (both, *each) for x in (f, 1 / f)))


def d_of_data(n: int, mean: float, sd_before: float, sd_after: float, sd_change: float) -> Iterator[tuple[str, float]]:
    """Every usual standardised change of one data set, by name; each with and without the small-sample factor."""
    for name, value in _of_data(n, mean, sd_before, sd_after, sd_change):
        yield name, value
        for factor in corrections(n):
            yield f"{name}, corrected", value * factor


@lru_cache(maxsize=1_000)
def corrections(n: int) -> tuple[float, ...]:
    """The small-sample factors in use: approximate and exact, for the df of one group, of two, and of N − 2."""
    dfs = [df for df in (n - 1, 2 * n - 2, n - 2) if df > 1]
    return tuple(factor(df) for df in dfs for factor in (hedges_factor, hedges_factor_exact))


def d_of_sd(n: int) -> tuple[tuple[str, float], ...]:
    """The definitions that need no SD but that of the change: each name, and the factor of mean change over that SD."""
    inflate = sqrt(n / (n - 1))  # SDs with n in place of n − 1
    return (
        ("d_z", 1.0), ("d_z, SD with n", inflate), ("2t / √df", 2 * inflate),
        ("2t / √df, as if in two groups", 2 * inflate / sqrt(2)), ("t √(2 / n)", sqrt(2)),
    )  # fmt: skip


def _of_data(n: int, mean: float, sd_before: float, sd_after: float, sd_change: float) -> Iterator[tuple[str, float]]:
    inflate = sqrt(n / (n - 1))
    if sd_change > 0:
        yield from ((name, mean / sd_change * factor) for name, factor in d_of_sd(n))
        if sd_before > 0 and sd_after > 0:
            r = (sd_before**2 + sd_after**2 - sd_change**2) / (2 * sd_before * sd_after)
            yield "d_rm", d_rm(mean, sd_change, min(1.0, r))
            yield "d_rm, SD with n", d_rm(mean, sd_change, min(1.0, r)) * inflate
    if sd_before + sd_after > 0:
        for label, factor in (("", 1.0), (", SD with n", inflate)):
            yield f"d_av{label}", d_av(mean, sd_before, sd_after) * factor
            yield f"d_s{label}", d_pooled(mean, sd_before, sd_after) * factor
    for name, sd in (("Δ, SD before", sd_before), ("Δ, SD after", sd_after)):
        if sd > 0:
            yield name, mean / sd
            yield f"{name} with n", mean / sd * inflate

"""Which data sets print what this study prints of a sample, and of two of the same people jointly?

IN: a sample or a comparison of whole-number scores. OUT: listings with their ending; None where too little is
printed. SDs are read with n − 1 and with n. Any whole numbers are admitted; stated codes bound the scale only where the
list would not end and counts show that everybody has one of these codes (a paper may state codes in part).
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from functools import cache
from itertools import islice, product
from math import inf, sqrt

from reread.datasets.changes import change_bounds, change_pairs
from reread.datasets.histogram import Counts, Moments, TooLarge
from reread.datasets.listing import Listing, list_all
from reread.datasets.pairing import Table, tables
from reread.numbers.interval import Interval
from reread.numbers.show import many, number
from reread.statistics.conventions import DDOF
from reread.study.comparison import Comparison
from reread.study.samples import Sample

CAP = 1_000
MOST_PAIRS = 30
# Beyond these (cells squared × sums of squares between the ends; changes) pairing is bounded, then left out.
MOST_WORK = 100_000
MOST_CHANGES = 1_500


@dataclass(frozen=True)
class Change:
    """Mean and SDs (n − 1) that one way of pairing the participants gives; the mean is after − before."""

    mean: float
    sd: float
    sd_before: float
    sd_after: float

    def t(self, n: int, paired: bool = True) -> float:
        """The t: paired, or as if of two independent groups; infinite with no scatter."""
        spread = self.spread(paired)
        return self.mean / (spread / sqrt(n)) if spread > 0 else inf

    def spread(self, paired: bool = True) -> float:
        """The SD behind t: that of the change, or as if of two independent groups."""
        return self.sd if paired else sqrt(self.sd_before**2 + self.sd_after**2)

    def rounded(self, places: int) -> Change:
        """The same, as somebody reads it who computes on from printed numbers."""
        return Change(*(round(value, places) for value in astuple(self)))


@dataclass(frozen=True, eq=False)
class Joint:
    """Every distinct change, joint tables behind them (up to the cap), and whether no change was left out.

    Where walking all tables would take long, `changes` holds all that parity allows between the two ends: what is not
    among them is impossible, what is among them nearly always possible.
    """

    n: int
    changes: tuple[Change, ...]
    tables: tuple[Table, ...]
    all_listed: bool

    def by_hand(self) -> dict[str, str]:
        """What somebody needs who redoes the SD of the change: the sum of the changes, those of their squares, the SDs.

        Empty where the means leave several sums.
        """
        sums = {round(change.mean * self.n) for change in self.changes}
        if len(sums) != 1:
            return {}
        (total,), spreads = sums, sorted({change.sd for change in self.changes})
        squares = [sd**2 * (self.n - 1) + total**2 / self.n for sd in spreads]
        return {
            "n": str(self.n), "less": str(self.n - 1), "sum": str(total), "change": number(total / self.n, 3),
            "squares": many(squares, 0), "spreads": many(spreads, 3),
        }  # fmt: skip


def compatible(sample: Sample) -> Listing | None:
    """The data sets that print this sample's mean and SD."""
    printed, n = (sample.get("mean"), sample.get("sd")), sample.n
    if printed[0] is None or printed[1] is None or n is None or n.integer < 2 or not sample.whole or sample.items > 1:
        return None
    mean, sd = printed[0].interval, printed[1].interval
    if not (mean.bounded and sd.bounded and sd.within(0, None)):  # "mean > 3"
        return None
    codes = sample.codes() if from_counts(sample) else None
    scale = (min(codes.values()), max(codes.values())) if codes else None
    return _listed(n.integer, mean, sd, scale)


@cache
def _listed(n: int, mean: Interval, sd: Interval, scale: tuple[int, int] | None) -> Listing:
    free = _both_sds(n, mean, sd, None)
    return _both_sds(n, mean, sd, scale) if free.ending == "stopped at cap" and scale else free


def _both_sds(n: int, mean: Interval, sd: Interval, scale: tuple[int, int] | None) -> Listing:
    try:
        parts = [list_all(n, mean, sd, scale, CAP, ddof=ddof) for ddof in DDOF]
    except TooLarge:
        return Listing((), "stopped at cap")
    found = tuple(dict.fromkeys(data for part in parts for data in part.data_sets))
    if any(part.ending == "stopped at cap" for part in parts):
        return Listing(found, "stopped at cap")
    return Listing(found, "all listed" if found else "none exists")


def from_counts(sample: Sample) -> Counts | None:
    """The data set that the printed counts and codes give, where the counts add up to n."""
    counts, codes, n = sample.counts(), sample.codes(), sample.n
    if not counts or codes is None or n is None or not set(counts) <= set(codes):
        return None
    scores: dict[int, int] = {}
    for label, count in counts.items():
        scores[codes[label]] = scores.get(codes[label], 0) + count.integer
    return Counts.of(scores) if sum(scores.values()) == n.integer else None


def joint(comparison: Comparison) -> Joint | None:
    """Every change that the data sets of both samples of the same people leave, however these are paired."""
    if len(comparison.samples) != 2 or not (comparison.of_occasions or comparison.paired):
        return None
    before, after = (compatible(sample) for sample in comparison.samples)
    if before is None or after is None or not before.data_sets or not after.data_sets:
        return None
    if before.data_sets[0].n != after.data_sets[0].n:  # not the same people
        return None
    found, places = _paired(before, after), comparison.study.reading.rounded_to
    return found if places is None else replace(found, changes=tuple({c.rounded(places): None for c in found.changes}))


@cache
def _paired(before: Listing, after: Listing) -> Joint:
    pairs = islice(product(before.data_sets, after.data_sets), MOST_PAIRS)
    whole = len(before.data_sets) * len(after.data_sets) <= MOST_PAIRS
    whole = whole and "stopped at cap" not in (before.ending, after.ending)
    met: dict[tuple[Moments, Moments, Moments], None] = {}
    listed: list[Table] = []
    for b, a in pairs:
        moments = change_bounds(b, a, MOST_CHANGES - len(met))
        if not moments:
            whole = False
            break
        met.update(((change, b.moments, a.moments), None) for change in _exactly(b, a, moments))
        listed += tables(b, a, CAP - len(listed)).tables if len(listed) < CAP else ()
    n = before.data_sets[0].n
    found = (tuple(sqrt(each.variance(n)) for each in moments) for moments in met)
    changes = (Change(change.sum / n, *sds) for (change, *_), sds in zip(met, found, strict=True))
    return Joint(n, tuple(changes), tuple(listed), whole)


def _exactly(before: Counts, after: Counts, every: tuple[Moments, ...]) -> tuple[Moments, ...]:
    """Of the sums and squares that parity allows, those that some table has, where that is quickly told; else all."""
    if (len(before) * len(after)) ** 2 * len(every) > MOST_WORK:
        return every
    try:
        return change_pairs(before, after)
    except TooLarge:
        return every

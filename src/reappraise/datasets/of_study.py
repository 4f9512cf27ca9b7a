"""Which data sets print what this study prints of an outcome, at each occasion and jointly?

IN: a study and the name of an outcome of whole-number scores. OUT: listings with their ending; None where too little is
printed. SDs are read with n − 1 and with n. Any whole numbers are admitted; stated codes bound the scale only where the
list would not end and counts show that everybody has one of these codes (a paper may state codes in part).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import sqrt

from reappraise.conventions import DDOF
from reappraise.datasets.changes import change_pairs
from reappraise.datasets.histogram import Counts, TooLarge
from reappraise.datasets.listing import Listing, list_all
from reappraise.datasets.paired import Table, tables
from reappraise.interval import Interval
from reappraise.study import Study

CAP = 1_000
MOST_PAIRS = 30


@dataclass(frozen=True)
class Change:
    """Mean and SDs (n − 1) that one way of pairing the participants gives; the mean is after − before."""

    mean: float
    sd: float
    sd_before: float
    sd_after: float


@dataclass(frozen=True)
class Joint:
    """Every distinct change, the joint tables behind them (up to the cap), and whether nothing was left out."""

    n: int
    changes: tuple[Change, ...]
    tables: tuple[Table, ...]
    all_listed: bool


def compatible(study: Study, outcome: str, occasion: str) -> Listing | None:
    """The data sets that print this occasion's mean and SD."""
    values, n = study.all(f"{outcome}.{occasion}.mean", f"{outcome}.{occasion}.sd"), study.n(outcome, occasion)
    if values is None or n is None or n.integer < 2 or not study.integer_scale(outcome):
        return None
    codes = study.codes(outcome) if from_counts(study, outcome, occasion) else None
    scale = (min(codes.values()), max(codes.values())) if codes else None
    return _listed(n.integer, values[0].interval, values[1].interval, scale)


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


def from_counts(study: Study, outcome: str, occasion: str) -> Counts | None:
    """The data set that the printed counts and codes give, where the counts add up to n."""
    counts, codes, n = study.counts(outcome, occasion), study.codes(outcome), study.n(outcome, occasion)
    if not counts or codes is None or n is None or not set(counts) <= set(codes):
        return None
    scores: dict[int, int] = {}
    for label, count in counts.items():
        scores[codes[label]] = scores.get(codes[label], 0) + count.integer
    return Counts.of(scores) if sum(scores.values()) == n.integer else None


def joint(study: Study, outcome: str) -> Joint | None:
    """Every change that the data sets of both occasions leave, however the participants are paired."""
    before, after = compatible(study, outcome, "before"), compatible(study, outcome, "after")
    if before is None or after is None or not before.data_sets or not after.data_sets:
        return None
    return _paired(before, after)


@cache
def _paired(before: Listing, after: Listing) -> Joint:
    pairs = [(b, a) for b in before.data_sets for a in after.data_sets if b.n == a.n]
    whole = len(pairs) <= MOST_PAIRS and "stopped at cap" not in (before.ending, after.ending)
    changes: list[Change] = []
    listed: list[Table] = []
    for b, a in pairs[:MOST_PAIRS]:
        try:
            moments = change_pairs(b, a)
        except TooLarge:
            whole = False
            continue
        sds = sqrt(b.variance()), sqrt(a.variance())
        changes += [Change(m.sum / b.n, sqrt(m.variance(b.n)), *sds) for m in moments]
        listed += tables(b, a, CAP).tables
    return Joint(before.data_sets[0].n, tuple(dict.fromkeys(changes)), tuple(listed[:CAP]), whole)

"""How much did milk change over the same days in other people's untreated women, and what would that alone print?

Model-free: two printed values of one source in one unit make a ratio from a first to a second day. If yields are
log-normal with the same SD at both measurements, a ratio r takes a share p above a cut to

    share after = Φ(Φ⁻¹(p) + ln r / SD)

The SD of one sitting is known only within ends; together with the posterior of the printed baseline share this gives
a range for the untreated share, and so bounds on what is left for a treatment (`reread.appraisal.identification`).

Assumptions: the ratio of these women holds for those of the study; an interval shorter than the study's gives less
than the whole change, because milk does not fall in these days. Source: each row's own (evidence).

>>> round(share_from_ratio(0.10, 2.7, 0.7), 2), share_from_ratio(0.10, 1.0, 0.7) == 0.10
(0.55, True)
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from scipy.special import betaincinv, ndtr, ndtri

from reread.rivals import OneGroup
from reread.rivals.evidence import Anchor

SITTING_SD = (0.5, 0.95)  # log SD between women of one sitting: noise of a sitting 0.3 to 0.8 with women's 0.4 to 0.5
APART = 1.0  # days: values closer together are no interval


@dataclass(frozen=True)
class Change:
    """One source's untreated change: days (of life, day 1 is hours 0 to 24), ratio of second to first, second hand?"""

    source: str
    unit: str
    first: float
    second: float
    ratio: float
    known: str


@dataclass(frozen=True)
class Untreated:
    """One change and the share adequate after that it makes of the printed one, from least to greatest."""

    change: Change
    low: float
    high: float


def changes(anchors: Iterable[Anchor]) -> tuple[Change, ...]:
    """Neighbouring values of one source and unit, by the day of the first one; changes of sign are no ratio."""
    by_source: dict[tuple[str, str], list[Anchor]] = {}
    for anchor in anchors:
        if anchor.value > 0:
            by_source.setdefault((anchor.source, anchor.unit), []).append(anchor)
    found = []
    for (source, unit), rows in by_source.items():
        rows.sort(key=lambda row: row.hours)
        for one, other in combinations(rows, 2):
            if (other.hours - one.hours) / 24 >= APART:
                first, second = (row.hours / 24 + 0.5 for row in (one, other))
                found.append(Change(source, unit, first, second, other.value / one.value, other.known))
    return tuple(sorted(found, key=lambda change: (change.first, change.second, change.source)))


def matched(found: Iterable[Change], days: float) -> tuple[Change, ...]:
    """For each source and first day the change whose length is nearest to the study's."""
    best: dict[tuple[str, float], Change] = {}
    for change in found:
        key = (change.source, change.first)
        if key not in best or _miss(change, days) < _miss(best[key], days):
            best[key] = change
    return tuple(best.values())


def untreated(study: OneGroup, found: Iterable[Change]) -> tuple[Untreated, ...]:
    """The share adequate after that each change alone makes of the printed baseline share."""
    ends = baseline_ends(study)
    rows = []
    for change in found:
        shares = [share_from_ratio(p, change.ratio, sd) for p in ends for sd in SITTING_SD]
        rows.append(Untreated(change, min(shares), max(shares)))
    return tuple(rows)


def baseline_ends(study: OneGroup) -> tuple[float, float]:
    """The ends that hold 95 % of the posterior of the baseline share."""
    low, high = (float(betaincinv(study.before + 0.5, study.n - study.before + 0.5, p)) for p in (0.025, 0.975))
    return low, high


def exact_interval(study: OneGroup) -> tuple[float, float]:
    """The exact 95 % interval of the baseline share (Clopper & Pearson 1934, Biometrika 26:404).

    >>> [round(100 * end, 1) for end in exact_interval(OneGroup("x", 20, 2, 16))]
    [1.2, 31.7]
    """
    k, n = study.before, study.n
    low = 0.0 if k == 0 else float(betaincinv(k, n - k + 1, 0.025))
    high = 1.0 if k == n else float(betaincinv(k + 1, n - k, 0.975))
    return low, high


def share_from_ratio(share: float, ratio: float, sd: float) -> float:
    """The share above the same cut when every log-normal yield is multiplied by `ratio`."""
    if ratio == 1:
        return share
    return float(ndtr(ndtri(share) + math.log(ratio) / sd))


def _miss(change: Change, days: float) -> float:
    return abs(change.second - change.first - days)

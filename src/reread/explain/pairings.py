"""Which changes can two data sets give, however their participants are paired, and which of them prints which numbers?

The mean change follows from both data sets. Its sum of squares takes every value that parity allows between the pairing
of equal ranks and that of opposite ones; all of them are judged at once, as arrays.

>>> found = pairings(Counts.of({1: 16, 2: 4}), Counts.of({1: 2, 2: 18}), 600)
>>> found.mean, [round(float(sd), 4) for sd in found.sds]
(0.7, [0.4702, 0.5712, 0.6569])

Source: the sum of squares of a change over all tables, `reread.datasets.changes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log2, sqrt

import numpy as np
from numpy.typing import NDArray

from reread.datasets.changes import change_squares
from reread.datasets.histogram import Counts
from reread.explain.near import Range, meets, point
from reread.explain.spread import Part, Rules, asks
from reread.numbers.interval import WIDEN
from reread.statistics.effects import admits_d, corrections
from reread.statistics.effects import d_of_data as d_values

Holds = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Pairings:
    """Every change of two data sets: its mean (after − before), its possible SDs, and the SDs of both samples."""

    n: int
    mean: float
    sds: NDArray[np.float64]
    sd_before: float
    sd_after: float

    def rounded(self, places: int) -> Pairings:
        """The same, as somebody reads it who computes on from printed numbers."""
        sds = np.array([round(sd, places) for sd in self.sds.tolist()])
        mean, before, after = (round(value, places) for value in (self.mean, self.sd_before, self.sd_after))
        return Pairings(self.n, mean, sds, before, after)

    def printed_by(self, printed: dict[str, Part], rules: Rules, paired: bool) -> list[tuple[list[str], int, int]]:
        """Each set of parts that some change prints, with how many changes print it, and the last of them."""
        codes = np.zeros(len(self.sds), dtype=np.int64)
        for k, (part, value) in enumerate(printed.items()):
            codes += _prints(self, part, value, rules, paired).astype(np.int64) << k
        found = []
        for code, count in enumerate(np.bincount(codes, minlength=1).tolist()):
            if count:
                places = np.flatnonzero(codes == code)
                parts = [part for k, part in enumerate(printed) if code >> k & 1]
                found.append((int(places[0]), (parts, count, int(places[-1]))))
        return [each for _, each in sorted(found, key=lambda each: each[0])]

    def bits_of_d(self, place: int, decimals: int, stated: str) -> float:
        """log2 of the admitted definitions of d that one change prints differently."""
        sds = self.sd_before, self.sd_after, float(self.sds[place])
        return _bits_of_d(self.n, abs(self.mean), *sds, decimals, stated)

    def prints(self, part: str, value: Part, rules: Rules, paired: bool) -> Holds:
        """Which of the changes print a part."""
        if part == "d":
            return self._prints_d(value, rules)
        if part == "sd":
            return _meets(value.size, self.sds)
        spreads = self.sds if paired else np.full_like(self.sds, sqrt(self.sd_before**2 + self.sd_after**2))
        held = np.zeros(len(self.sds), dtype=bool)
        for asked in asks(part, value, point(abs(self.mean)), rules):
            held |= _meets(asked, spreads)
        return held

    def _prints_d(self, value: Part, rules: Rules) -> Holds:
        """Under some admitted definition: by the SD of the change, by both SDs, or (d_rm) by all of them."""
        rest = d_values(self.n, abs(self.mean), self.sd_before, self.sd_after, 0.0)
        if any(meets(value.size, point(abs(d))) for name, d in rest if admits_d(rules.d_is, name)):
            return np.ones(len(self.sds), dtype=bool)
        held = np.zeros(len(self.sds), dtype=bool)
        for asked in asks("d", value, point(abs(self.mean)), rules):
            held |= _meets(asked, self.sds)
        if self.sd_before > 0 and self.sd_after > 0 and admits_d(rules.d_is, "d_rm"):
            for d in self._d_rm():
                held |= _meets(value.size, d)
        return held & (self.sds > 0)

    def _d_rm(self) -> Iterator[NDArray[np.float64]]:
        """The change over its SD, corrected for the correlation, with each factor in use."""
        before, after, sds = self.sd_before, self.sd_after, np.where(self.sds > 0, self.sds, 1.0)
        r = np.minimum(1.0, (before**2 + after**2 - sds**2) / (2 * before * after))
        d = abs(self.mean) / sds * np.sqrt(2 * (1 - r))
        for inflate in (1.0, sqrt(self.n / (self.n - 1))):
            yield from (d * inflate * factor for factor in (1.0, *corrections(self.n)))


@lru_cache(maxsize=20_000)
def _prints(changes: Pairings, part: str, value: Part, rules: Rules, paired: bool) -> Holds:
    return changes.prints(part, value, rules, paired)


@lru_cache(maxsize=20_000)
def _bits_of_d(n: int, mean: float, sd_before: float, sd_after: float, sd: float, decimals: int, stated: str) -> float:
    admitted = (d for name, d in d_values(n, mean, sd_before, sd_after, sd) if admits_d(stated, name))
    return log2(len({round(d, decimals) for d in admitted}))


@lru_cache(maxsize=5_000)
def pairings(before: Counts, after: Counts, most: int) -> Pairings | None:
    """Every change of two data sets of one size; None where there are more than `most`."""
    n, (total, squares) = before.n, change_squares(before, after)
    if len(squares) > most:
        return None
    # whole numbers up to the one division, so that each SD is the float next to the exact one
    sds = np.sqrt((np.array(squares, dtype=np.int64) * n - total**2) / (n * (n - 1)))
    return Pairings(n, total / n, sds, sqrt(before.variance()), sqrt(after.variance()))


def _meets(asked: Range, values: NDArray[np.float64]) -> Holds:
    """`near.meets` of a range and of computed values with their room for error."""
    room = np.abs(values) * WIDEN + 1e-12
    held: Holds = (asked[0] <= values + room) & (values - room <= asked[1])
    return held

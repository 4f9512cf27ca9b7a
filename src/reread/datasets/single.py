"""Which walks count the data sets of one sample, with all that is printed of it?

One walk, or, where a mode is printed, one for each most frequent answer and its count (the data sets of two such walks
are never the same). What the walk carries: mean, SD or SE, known counts and percentages, median, quartiles, minimum,
maximum, mode. A walk takes the codes that are farthest from the mean first; in ascending order where order is asked.

>>> from reread.datasets.question import Question
>>> [walk.total for walk in walks(Question.posed(20, None, None, (1, 5), {"median": "2", "maximum": "3"}))]
[110]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, islice

import numpy as np

from reread.datasets.frame import Frame
from reread.datasets.histogram import Moments, TooLarge
from reread.datasets.order import Labels
from reread.datasets.question import Question
from reread.datasets.states import Ints
from reread.datasets.walk import Kind, Mask, Measure, Walk

MOST_TARGETS = 100_000


@dataclass(frozen=True)
class Totals:
    """Sums (and squares) of units that must be reached. A sum is carried with an offset per person: it only grows."""

    tops: tuple[int, ...]
    frame: Frame
    offset: int
    rests: tuple[tuple[int, int, int, int], ...]  # after each place: least and greatest unit, fewest and most people
    sums: tuple[int, int] | None
    squares: tuple[int, int] | None
    ends: Ints  # sum, or sum × (greatest squares + 1) + squares

    def moments(self, at: list[Ints]) -> Iterator[Moments]:
        """What whole data sets add up to, of which squares are carried: in codes."""
        for total, squares in zip((at[1] - self.offset * at[0]).tolist(), at[2].tolist(), strict=True):
            yield self.frame.moments(self.tops[0], Moments(total, squares))

    def keeps(self, place: int, at: list[Ints]) -> Mask:
        """As far as simple bounds tell; exact after the last place."""
        low, high, fewest, most = self.rests[place]
        people = self.tops[0] - at[0]
        kept: Mask = (people >= fewest) & (people <= most)
        if self.sums is None:
            return kept
        total = at[1] - self.offset * at[0]
        if place == len(self.rests) - 1:
            there = total if self.squares is None else total * (self.tops[2] + 1) + at[2]
            kept &= np.isin(there, self.ends)
            return kept
        least, greatest = self.sums[0] - total, self.sums[1] - total
        kept &= (greatest >= people * low) & (least <= people * high)
        if self.squares is None:
            return kept
        nearest = np.maximum(np.maximum(least, -greatest), 0)  # the smallest size of the sum that is missing
        steep = (low + high) * (greatest if low + high > 0 else least)
        inside = self.squares[0] - at[2] <= steep - people * low * high
        kept &= inside & (nearest**2 <= people * (self.squares[1] - at[2]))
        return kept


def walks(question: Question, measure: Measure = "data sets") -> Iterator[Walk]:
    """Walks whose data sets together are all compatible ones, each once. `TooLarge` where too much is admissible."""
    targets = [] if question.variance is None else admissible(question)
    if question.variance is not None and not targets:
        return
    codes = question.near(*targets) if targets else question.codes or ()
    for bounds in _bounds(question, codes):
        walk = _walk(question, codes, bounds, targets, measure)
        if walk:
            yield walk


def admissible(question: Question) -> list[Moments]:
    """What the free people may add up to. `TooLarge` where that is too much."""
    targets = list(islice(question.targets(), MOST_TARGETS + 1))
    if len(targets) > MOST_TARGETS:
        raise TooLarge(f"{question.n} people have more than {MOST_TARGETS} admissible sums of squares; list with a cap")
    return targets


Bounds = dict[int, tuple[int, int]]


def _bounds(question: Question, codes: tuple[int, ...]) -> Iterator[Bounds]:
    """The least and greatest count of each code: one case, or one for each mode and its count."""
    given: Bounds = dict.fromkeys(codes, (0, question.free)) | dict(question.bounds)
    if question.mode is None:
        yield given
        return
    modes = [code for code in codes if question.mode.contains(code)]
    for mode in modes:
        for most in range(-(-question.n // len(codes)), question.n + 1):
            tops = {code: most - (code < mode and code in modes) for code in given} | {mode: most}
            case = {code: (low, min(high, tops[code])) for code, (low, high) in given.items()}
            case[mode] = (max(case[mode][0], most), case[mode][1])
            yield case


def _walk(
    question: Question, codes: tuple[int, ...], bounds: Bounds, targets: list[Moments], measure: Measure
) -> Walk | None:
    n = question.free
    if any(low > high or (low and code not in codes) for code, (low, high) in bounds.items()) or not codes:
        return None
    middle = targets[len(targets) // 2].sum if targets else sum(codes[:: max(len(codes) - 1, 1)]) * n // 2
    frame = Frame.of(codes, round(Fraction(middle, n)))
    inside = [target for target in (frame.inward(n, target) for target in targets) if target]
    units = tuple(sorted(frame.units)) if question.order else frame.units
    own = [bounds[frame.base + frame.step * unit] for unit in units]
    aim = _aim(question, frame, units, own, inside)
    if aim is None:
        return None
    gains = ((1, unit + aim.offset, unit * unit)[: len(aim.tops)] for unit in units)
    kinds = tuple(
        Kind(frame.base + frame.step * unit, gain, *ends) for unit, gain, ends in zip(units, gains, own, strict=True)
    )
    return Walk(kinds, aim, Labels(question.order) if question.order else None, measure)


def _aim(
    question: Question, frame: Frame, units: tuple[int, ...], bounds: list[tuple[int, int]], inside: list[Moments]
) -> Totals | None:
    n, offset, rests = question.free, -min(units), _rests(units, bounds)
    if question.variance is not None:
        if not inside:
            return None
        sums, squares = [target.sum for target in inside], [target.squares for target in inside]
        deep = max(squares)
        ends = np.array([target.sum * (deep + 1) + target.squares for target in inside], dtype=np.int64)
        tops = (n, max(sums) + offset * n, deep)
        return Totals(tops, frame, offset, rests, (min(sums), max(sums)), (min(squares), deep), ends)
    if question.mean is None:
        return Totals((n,), frame, offset, rests, None, None, np.array([], dtype=np.int64))
    split = (divmod(total - n * frame.base, frame.step) for total in question.totals())
    sums = [total for total, rest in split if not rest and 0 <= total + offset * n <= n * (max(units) + offset)]
    if not sums:
        return None
    ends = np.array(sums, dtype=np.int64)
    return Totals((n, max(sums) + offset * n), frame, offset, rests, (min(sums), max(sums)), None, ends)


def _rests(units: tuple[int, ...], bounds: list[tuple[int, int]]) -> tuple[tuple[int, int, int, int], ...]:
    """After each place: the least and greatest unit to come, and how few and how many people can take them."""
    lows = [*accumulate(reversed(units), min)][-2::-1]
    highs = [*accumulate(reversed(units), max)][-2::-1]
    fewest, most = ([*accumulate(reversed([end[side] for end in bounds]))][-2::-1] for side in (0, 1))
    return (*zip(lows, highs, fewest, most, strict=True), (0, 0, 0, 0))

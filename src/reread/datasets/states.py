"""How many histograms of given units have one of these (sum, sum of squares)?

A dynamic programme over the units, farthest from 0 first, keeps how many partial histograms reach each state (people,
sum, sum of squares). A state is dropped when the units that are left cannot lead it to any target, by the bounds that
`search` uses. The last three units follow from the three totals, so nothing is summed over them.

>>> ways(5, (-2, 2, -1, 1, 0), [Moments(1, 9), Moments(0, 2)])
2

Assumptions: units as a `Frame` gives them. A state is one 64-bit key, the ways are 64-bit where no number can exceed
them and Python's own integers otherwise; `TooLarge` where the states outgrow memory.
Source: dynamic programming, Bellman 1954, doi:10.1090/S0002-9904-1954-09848-8.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from math import comb, isqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reread.datasets.histogram import Moments, TooLarge

Ints = NDArray[np.int64]
# Some hundred megabytes and seconds at worst.
MOST_STATES = {np.dtype(np.int64): 5_000_000, np.dtype(np.object_): 500_000}
MOST_TRIALS = 200_000_000
LARGEST = 2**62
LAST = 3  # units whose counts follow from people, sum and squares


@dataclass(frozen=True)
class Room:
    """n people, the targets' outermost moments, and the mixed-radix key of a state (people, sum, squares)."""

    n: int
    low: Moments
    high: Moments

    @classmethod
    def of(cls, n: int, targets: list[Moments]) -> Room:
        """The least room that holds every target and every state on the way; TooLarge beyond 64 bits."""
        sums, squares = [target.sum for target in targets], [target.squares for target in targets]
        room = cls(n, Moments(min(sums), min(squares)), Moments(max(sums), max(squares)))
        if (n + 1) * room.across * room.deep * max(n, 4) > LARGEST:
            raise TooLarge(
                f"the squares of {n} people are too large for counting; list the data sets with a cap instead"
            )
        return room

    @property
    def deep(self) -> int:
        """Values of the sum of squares."""
        return self.high.squares + 1

    @property
    def wide(self) -> int:
        """No partial sum exceeds this: |sum| ≤ √(n × squares)."""
        return isqrt(self.n * self.high.squares) + 1

    @property
    def across(self) -> int:
        """Values of the sum."""
        return 2 * self.wide + 1

    def shift(self, unit: int) -> int:
        """What one more person with this unit adds to a key."""
        return (self.across + unit) * self.deep + unit * unit

    def left(self, keys: Ints) -> tuple[Ints, Ints, Ints]:
        """People still open; sum and sum of squares so far."""
        upper, squares = np.divmod(keys, self.deep)
        people, sums = np.divmod(upper, self.across)
        return self.n - people, sums - self.wide, squares

    def keeps(self, keys: Ints, units: tuple[int, ...]) -> NDArray[np.bool_]:
        """Which states these units can still lead to some target, as far as simple bounds tell."""
        people, sums, squares = self.left(keys)
        low, high = min(units), max(units)
        least, most, spare = self.low.sum - sums, self.high.sum - sums, self.high.squares - squares
        nearest = np.maximum(np.maximum(least, -most), 0)  # the smallest size of the sum that is missing
        steep = (low + high) * (most if low + high > 0 else least)
        enough = self.low.squares - squares <= steep - people * low * high
        inside: NDArray[np.bool_] = (most >= people * low) & (least <= people * high) & (nearest**2 <= people * spare)
        return inside & enough


def ways(n: int, units: tuple[int, ...], targets: list[Moments]) -> int:
    """The number of histograms of n people over these units that have one of the targets' moments."""
    room = Room.of(n, targets)
    keys, number = deque(spread_over(n, units, room), maxlen=1).pop()
    if len(keys) * len(targets) > MOST_TRIALS:
        raise TooLarge(f"{len(keys)} states and {len(targets)} admissible sums are too many; list with a cap instead")
    people, sums, squares = room.left(keys)
    rests = ((people, target.sum - sums, target.squares - squares) for target in targets)
    return sum(int(number[ended(units[-LAST:], *rest)[0]].sum()) for rest in rests)


def spread_over(n: int, units: tuple[int, ...], room: Room) -> Iterator[tuple[Ints, NDArray[Any]]]:
    """The states before the first unit, and after each but the last three: keys, ascending, and ways to each."""
    keys = np.array([room.wide * room.deep], dtype=np.int64)
    number: NDArray[Any] = np.ones(1, dtype=np.int64 if comb(n + len(units), n) < LARGEST else np.object_)
    yield keys, number
    for place in range(len(units) - LAST):
        keys, number = _spread(keys, number, units[place], room)
        kept = room.keeps(keys, units[place + 1 :])
        keys, number = keys[kept], number[kept]
        yield keys, number
        if not len(keys):
            return


def _spread(keys: Ints, number: NDArray[Any], unit: int, room: Room) -> tuple[Ints, NDArray[Any]]:
    """Any number of people take one unit: 1 + x + x² + … = (1 + x)(1 + x²)(1 + x⁴)…; each state once per factor."""
    people, top = 1, (room.n + 1) * room.across * room.deep
    while people <= room.n and people * unit * unit <= room.high.squares:
        shift = people * room.shift(unit)
        fits = (keys % room.deep <= room.high.squares - people * unit * unit) & (keys < top - shift)
        keys, number = np.concatenate((keys, keys[fits] + shift)), np.concatenate((number, number[fits]))
        if len(keys) > MOST_STATES[number.dtype]:
            raise TooLarge(f"counting {room.n} people on this scale takes too many states; list with a cap instead")
        order = np.argsort(keys, kind="stable")
        keys, number = keys[order], number[order]
        firsts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
        keys, number = keys[firsts], np.add.reduceat(number, firsts)
        people *= 2
    return keys, number


def ended(units: tuple[int, ...], people: Ints, sums: Ints, squares: Ints) -> tuple[Ints, tuple[Ints, ...]]:
    """For which states the last three units have whole, non-negative counts (one completion, or none), and these."""
    spare = (max(units) + 1, max(units) + 2)[: LAST - len(units)]
    good, found = np.ones(len(people), dtype=np.bool_), []
    for unit in units + spare:
        x, y = (other for other in units + spare if other != unit)
        product, part = squares - (x + y) * sums + people * x * y, (unit - x) * (unit - y)
        good &= (product == 0) if unit in spare else (product % part == 0) & (product // part >= 0)
        found.append(product // part)
    return np.flatnonzero(good), tuple(counts[good] for counts in found[: len(units)])

"""Which histograms of given units have exactly this n, sum and sum of squares?

Depth first over the units that are used, farthest from 0 first. A branch is left as soon as its squares are out of
`reach`. The last two people, and the last three units, follow from n, sum and squares by solving. States without any
completion are remembered.

>>> list(Search((-2, 2, -1, 1, 0)).histograms(5, 1, 9))
[((1, 1), (0, 2), (2, 1), (-2, 1))]

Assumptions: distinct integers in descending distance from 0, as a `Frame` gives them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from math import isqrt
from typing import NamedTuple

from reappraise.datasets.reach import least_squares_on, most_squares_between

Used = tuple[tuple[int, int], ...]


class State(NamedTuple):
    """What remains: units from this place on, for n people, with this sum and sum of squares."""

    place: int
    n: int
    sum: int
    squares: int


class Search:
    """All ways to reach a sum and a sum of squares with given units."""

    def __init__(self, units: tuple[int, ...]) -> None:
        self.units = units
        self.ascending = sorted(units)
        self.places = {unit: place for place, unit in enumerate(units)}
        self.lows = list(accumulate(reversed(units), min))[::-1]
        self.highs = list(accumulate(reversed(units), max))[::-1]
        self.nearness = [-unit * unit for unit in units]
        self.last = max(len(units) - 3, 0)
        self.dead: set[State] = set()

    def histograms(self, n: int, total: int, squares: int) -> Iterator[Used]:
        """Every histogram once, as (unit, count) pairs, in an order that is always the same."""
        root = State(0, n, total, squares)
        return self._from(root) if self._reachable(root) else iter(())

    def _from(self, state: State) -> Iterator[Used]:
        if state in self.dead:
            return
        alive = False
        finish = self._finish(state)
        if finish is not None:
            alive = True
            yield finish
        for used, rest in self._steps(state):
            for more in self._from(rest):
                alive = True
                yield (*more, used)
        if not alive:
            self.dead.add(state)

    def _steps(self, state: State) -> Iterator[tuple[tuple[int, int], State]]:
        """The next unit that is used, before the last three, and how often."""
        place, n, total, squares = state
        if n <= 2:
            return
        for at in range(max(place, bisect_left(self.nearness, -squares)), self.last):
            unit = self.units[at]
            if n * unit * unit < squares:  # the farthest unit that is used is at least as far as their quadratic mean
                return
            for count in range(1, min(n, squares // (unit * unit)) + 1):
                rest = State(at + 1, n - count, total - count * unit, squares - count * unit * unit)
                if self._reachable(rest):
                    yield (unit, count), rest

    def _reachable(self, state: State) -> bool:
        place, n, total, squares = state
        if n == 0:
            return total == squares == 0
        low, high = self.lows[place], self.highs[place]
        if not n * low <= total <= n * high or squares > most_squares_between(low, high, n, total):
            return False
        # the units from a place on are all units between their ends, so the mean's neighbours are among them
        return squares >= least_squares_on(self.ascending, n, total)

    def _finish(self, state: State) -> Used | None:
        """The one completion by two people or fewer, or by the last three units alone."""
        if state.n <= 2:
            return self._finish_people(state)
        return solved(self.units[self.last :], state.n, state.sum, state.squares)

    def _finish_people(self, state: State) -> Used | None:
        people = _people(state.n, state.sum, state.squares)
        if people is None or any(self.places.get(unit, -1) < state.place for unit in people):
            return None
        return tuple(Counter(people).items())


def _people(n: int, total: int, squares: int) -> tuple[int, ...] | None:
    """The only two integers (or fewer) with this sum and sum of squares."""
    gap = isqrt(max(2 * squares - total**2, 0))
    people = ((), (total,), ((total - gap) // 2, (total + gap) // 2))[n]
    return people if sum(people) == total and sum(unit * unit for unit in people) == squares else None


def solved(units: tuple[int, ...], n: int, total: int, squares: int) -> Used | None:
    """The only counts of at most three units with these three totals, or None where they are not counts."""
    spare = (max(units) + 1, max(units) + 2)[: 3 - len(units)]
    trio = units + spare
    counts = []
    for unit in trio:
        x, y = (other for other in trio if other != unit)
        count, rest = divmod(squares - (x + y) * total + n * x * y, (unit - x) * (unit - y))
        if rest or count < 0 or (count and unit in spare):
            return None
        counts.append((unit, count))
    return tuple((unit, count) for unit, count in counts if count)

"""Which histograms of given units have exactly this n, sum and sum of squares?

Depth first over the units that are used, farthest from 0 first. A branch is left as soon as its squares are out of
`reach`. The last two people, and the last three units, follow from n, sum and squares (`solving`). States without any
completion are remembered.

>>> list(Search((-2, 2, -1, 1, 0)).histograms(5, 1, 9))
[((-2, 1), (2, 1), (1, 1), (0, 2))]

Assumptions: distinct integers in descending distance from 0, as a `Frame` gives them.
Source: branch and bound, Land & Doig 1960, doi:10.2307/1910129.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, count
from typing import NamedTuple

from reread.datasets.histogram import TooLarge
from reread.datasets.reach import least_squares_on, most_squares_between
from reread.datasets.solving import Used, last_people, last_units

# Some ten seconds.
MOST_STEPS = 5_000_000


class State(NamedTuple):
    """What remains: units from this place on, for n people, with this sum and sum of squares."""

    place: int
    n: int
    sum: int
    squares: int


@dataclass(slots=True)
class Branch:
    """A state that is being searched, what led to it, and whether it has had a completion."""

    state: State
    used: Used
    steps: Iterator[tuple[Used, State]]
    alive: bool = False


class Search:
    """All ways to reach a sum and a sum of squares with given units; `steps` is shared by searches of one question."""

    def __init__(self, units: tuple[int, ...], steps: Iterator[int] | None = None) -> None:
        self.units = units
        self.ascending = sorted(units)
        self.places = {unit: place for place, unit in enumerate(units)}
        self.lows = list(accumulate(reversed(units), min))[::-1]
        self.highs = list(accumulate(reversed(units), max))[::-1]
        self.nearness = [-unit * unit for unit in units]
        self.last = max(len(units) - 3, 0)
        self.dead: set[State] = set()
        self.steps = count() if steps is None else steps

    def histograms(self, n: int, total: int, squares: int) -> Iterator[Used]:
        """Every histogram once, as (unit, count) pairs, in an order that is always the same."""
        root = State(0, n, total, squares)
        # a stack of its own: hundreds of different values would go deeper than Python's calls may
        stack: list[Branch] = []
        following: tuple[Used, State] | None = ((), root) if self._reachable(root) else None
        while stack or following:
            if following:
                branch = Branch(following[1], following[0], self._steps(following[1]))
                stack.append(branch)
                finish = self._finish(branch.state)
                if finish is not None:
                    branch.alive = True
                    yield branch.used + finish
            following = self._next(stack)

    def _next(self, stack: list[Branch]) -> tuple[Used, State] | None:
        """The next state to enter, or None after leaving an exhausted one."""
        branch = stack[-1]
        for used, rest in branch.steps:
            if rest not in self.dead:
                return branch.used + used, rest
        stack.pop()
        if not branch.alive:
            self.dead.add(branch.state)
        elif stack:
            stack[-1].alive = True
        return None

    def _steps(self, state: State) -> Iterator[tuple[Used, State]]:
        """The next unit that is used, before the last three, and how often."""
        place, n, total, squares = state
        if n <= 2:
            return
        for at in range(max(place, bisect_left(self.nearness, -squares)), self.last):
            unit = self.units[at]
            if n * unit * unit < squares:  # the farthest unit that is used is at least as far as their quadratic mean
                return
            for people in range(1, min(n, squares // (unit * unit)) + 1):
                rest = State(at + 1, n - people, total - people * unit, squares - people * unit * unit)
                if self._reachable(rest):
                    yield ((unit, people),), rest

    def _reachable(self, state: State) -> bool:
        if next(self.steps) > MOST_STEPS:
            raise TooLarge("the search for data sets takes too many steps; narrow the scale")
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
        if state.n > 2:
            return last_units(self.units[self.last :], state.n, state.sum, state.squares)
        people = last_people(state.n, state.sum, state.squares)
        free = people is not None and all(self.places.get(unit, -1) >= state.place for unit, _ in people)
        return people if free else None

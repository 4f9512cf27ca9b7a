"""Do the ordered answers agree with a printed median, quartiles, minimum, maximum?

What is printed is a condition on a few ranks. Ranks are decided by running counts: while codes are taken in ascending
order, the answer at rank k is the code at which the running count reaches k. So a count can carry along a *label*: the
answers at ranks that a condition still waits for, and the definitions of a quartile that are still open. Data sets that
agree under several definitions are counted once.

>>> middle = conditions(4, median=Interval.of("1.45", "1.55"))
>>> agrees(middle, Counts.of({1: 2, 2: 2})), agrees(middle, Counts.of({1: 3, 2: 1}))
(True, False)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from reread.datasets.histogram import Counts
from reread.datasets.quartiles import Terms, median_of, quartiles_of
from reread.numbers.interval import Interval


@dataclass(frozen=True)
class Condition:
    """A weighted mean of answers at some ranks lies in an interval."""

    terms: Terms
    allowed: Interval

    def holds(self, answer_at: Callable[[int], int]) -> bool:
        """For the answers at its ranks."""
        return self.allowed.contains(sum(weight * answer_at(rank) for rank, weight in self.terms))

    @property
    def ranks(self) -> frozenset[int]:
        """The ranks it speaks of."""
        return frozenset(rank for rank, _ in self.terms)


# One of them must hold in all its conditions; none at all: nothing is asked of the order.
Alternatives = tuple[tuple[Condition, ...], ...]


def conditions(
    n: int,
    *,
    median: Interval | None = None,
    quartiles: tuple[Interval, Interval] | None = None,
    minimum: Interval | None = None,
    maximum: Interval | None = None,
) -> Alternatives:
    """What the printed order statistics of n people ask."""
    one = Condition
    always = [one(median_of(n), median)] if median else []
    always += [one(((rank, median_of(1)[0][1]),), end) for rank, end in ((1, minimum), (n, maximum)) if end]
    if quartiles is None:
        return (tuple(always),) if always else ()
    return tuple((*always, one(low, quartiles[0]), one(high, quartiles[1])) for low, high in quartiles_of(n))


def agrees(alternatives: Alternatives, data: Counts) -> bool:
    """Does this data set meet one of the alternatives?"""
    upto, values = list(accumulate(count for _, count in data.pairs)), list(data)

    def answer_at(rank: int) -> int:
        return values[bisect_right(upto, rank - 1)]

    return not alternatives or any(all(each.holds(answer_at) for each in every) for every in alternatives)


class Labels:
    """What must be remembered of the answers so far; a label's number is its place in `known`. DEAD: none holds."""

    DEAD = -1

    def __init__(self, alternatives: Alternatives) -> None:
        self.alternatives = alternatives
        self.ranks = sorted({rank for every in alternatives for each in every for rank in each.ranks})
        self.known: list[Label] = [(0, frozenset(range(len(alternatives))), ())]
        self.places = {self.known[0]: 0}
        self.moves: dict[tuple[int, int, int], int] = {}

    def moved(self, labels: NDArray[np.int64], people: NDArray[np.int64], value: int) -> NDArray[np.int64]:
        """The labels once this code is taken, and so many people in all have it or less."""
        passed = np.searchsorted(np.array(self.ranks), people, side="right")
        pairs, where = np.unique(labels * (len(self.ranks) + 1) + passed, return_inverse=True)
        new = [self._after(*divmod(int(pair), len(self.ranks) + 1), value) for pair in pairs]
        return np.array(new, dtype=np.int64)[where]

    def _after(self, label: int, passed: int, value: int) -> int:
        key = (label, passed, value)
        if key not in self.moves:
            self.moves[key] = self._place(self.known[label], passed, value)
        return self.moves[key]

    def _place(self, label: Label, passed: int, value: int) -> int:
        before, alive, held = label
        answers = {**dict(held), **dict.fromkeys(self.ranks[before:passed], value)}
        new = set(self.ranks[before:passed])
        open_ranks = set(self.ranks[passed:])
        alive = frozenset(one for one in alive if self._stays(one, new, open_ranks, answers))
        if not alive:
            return self.DEAD
        waiting = [each.ranks for one in alive for each in self.alternatives[one] if each.ranks & open_ranks]
        kept = tuple(sorted((rank, answer) for rank, answer in answers.items() if any(rank in r for r in waiting)))
        found = (passed, alive, kept)
        if found not in self.places:
            self.places[found] = len(self.known)
            self.known.append(found)
        return self.places[found]

    def _stays(self, one: int, new: set[int], open_ranks: set[int], answers: dict[int, int]) -> bool:
        """No condition of this alternative that is now decided fails."""
        decided = (each for each in self.alternatives[one] if each.ranks & new and not each.ranks & open_ranks)
        return all(each.holds(answers.__getitem__) for each in decided)


# ranks passed, alternatives alive, (rank, answer) that are waited for
Label = tuple[int, frozenset[int], tuple[tuple[int, int], ...]]

"""Which data sets does a walk pass through: one drawn at random, all one by one, how often each count, the best one?

Only steps that lead somewhere are kept, so nothing is tried in vain.

>>> from reread.datasets.question import Question
>>> from reread.datasets.single import walks
>>> (walk,) = walks(Question.posed(4, "2.0", None, (1, 3)))
>>> list(Paths(walk).each())
[((2, 4),), ((1, 1), (3, 1), (2, 2)), ((1, 2), (3, 2))]
>>> tallies(walk)
[(1, {0: 1, 1: 1, 2: 1}), (3, {0: 1, 1: 1, 2: 1}), (2, {0: 1, 2: 1, 4: 1})]

Source: see `walk`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Any

import numpy as np

from reread.datasets.histogram import TooLarge
from reread.datasets.states import Ints
from reread.datasets.walk import Walk, Ways

# (value or cell, how many people), those that nobody has left out
Path = tuple[tuple[Any, int], ...]
FAR = 2**61


@dataclass(frozen=True)
class Onward:
    """Of one layer: the steps in order of the state they leave, those of state s from starts[s] to starts[s + 1]."""

    starts: Ints
    counts: Ints
    reached: Ints
    ways: Ways

    @classmethod
    def of(cls, walk: Walk, layer: int) -> Onward:
        """All steps of a layer that lead to an end."""
        ahead, none = walk.ahead[layer + 1], np.array([], dtype=np.int64)
        parts: list[tuple[Ints, Ints, Ints, Ways]] = [(none, none, none, ahead[:0])]
        for step in walk.steps(layer):
            ways = step.weight * ahead[step.reached]
            alive = np.flatnonzero(ways)
            count = np.full(len(alive), step.count, dtype=np.int64)
            parts.append((step.places[alive], count, step.reached[alive], ways[alive]))
        places, counts, reached, ways = (np.concatenate(column) for column in zip(*parts, strict=True))
        order = np.argsort(places, kind="stable")
        starts = np.searchsorted(places[order], np.arange(len(walk.layers[layer][0]) + 1))
        return cls(starts, counts[order], reached[order], ways[order])


class Paths:
    """The steps of a walk, ready to be followed."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.onward = [Onward.of(walk, layer) for layer in range(len(walk.kinds))]
        self.upto: dict[tuple[int, int], list[int]] = {}

    def drawn(self, random: Random) -> Path:
        """One data set: each equally likely, or each as likely as the samples it stands for (the walk's measure)."""
        place, path = 0, []
        for layer, onward in enumerate(self.onward):
            start, stop = int(onward.starts[place]), int(onward.starts[place + 1])
            if (layer, place) not in self.upto:
                self.upto[layer, place] = list(accumulate(int(ways) for ways in onward.ways[start:stop]))
            upto = self.upto[layer, place]
            step = start + bisect_right(upto, random.randrange(upto[-1]))
            path.append((self.walk.kinds[layer].value, int(onward.counts[step])))
            place = int(onward.reached[step])
        return tuple((value, count) for value, count in path if count)

    def each(self) -> Iterator[Path]:
        """Every data set, once."""
        if not self.walk.ahead[0].any():
            return
        path: list[tuple[Any, int]] = []
        stack = [self._steps(0, 0)]
        while stack:
            step = next(stack[-1], None)
            if step is None:
                stack.pop()
                path = path[: len(stack) - 1]
                continue
            path.append((self.walk.kinds[len(stack) - 1].value, step[0]))
            if len(stack) == len(self.onward):
                yield tuple((value, count) for value, count in path if count)
                path.pop()
            else:
                stack.append(self._steps(len(stack), step[1]))

    def _steps(self, layer: int, place: int) -> Iterator[tuple[int, int]]:
        onward = self.onward[layer]
        span = slice(int(onward.starts[place]), int(onward.starts[place + 1]))
        return iter(list(zip(onward.counts[span].tolist(), onward.reached[span].tolist(), strict=True)))


def tallies(walk: Walk) -> list[tuple[Any, dict[int, int]]]:
    """Of each value or cell, in how many data sets (or samples) 0, 1, 2 … people have it."""
    found = []
    for layer, kind in enumerate(walk.kinds):
        ways, ahead = walk.layers[layer][1], walk.ahead[layer + 1]
        numbers = {s.count: int((ways[s.places] * s.weight * ahead[s.reached]).sum()) for s in walk.steps(layer)}
        found.append((kind.value, {count: number for count, number in sorted(numbers.items()) if number}))
    return found


def least(walk: Walk, scores: Sequence[int]) -> tuple[int, Path] | None:
    """The least sum of scores (one per kind, times its people) over all data sets, and one that has it."""
    if len(walk.layers[-1][0]) == 0:
        return None
    if walk.n * max(map(abs, scores), default=0) >= FAR:
        raise TooLarge("the scores of the statistic are too large for whole numbers of 64 bits; divide them")
    best = [np.zeros(len(walk.layers[-1][0]), dtype=np.int64)]
    for layer in range(len(walk.kinds) - 1, -1, -1):
        here = np.full(len(walk.layers[layer][0]), FAR, dtype=np.int64)
        for step in walk.steps(layer):
            there = best[-1][step.reached]
            sums = np.where(there == FAR, FAR, there + step.count * scores[layer])
            here[step.places] = np.minimum(here[step.places], sums)
        best.append(here)
    return int(best[-1][0]), _followed(walk, scores, best[::-1])


def _followed(walk: Walk, scores: Sequence[int], best: list[Ints]) -> Path:
    place, path = 0, []
    for layer, kind in enumerate(walk.kinds):
        for step in walk.steps(layer):
            at = np.flatnonzero(step.places == place)
            score = step.count * scores[layer]
            if len(at) and best[layer + 1][step.reached[at[0]]] + score == best[layer][place]:
                path.append((kind.value, step.count))
                place = int(step.reached[at[0]])
                break
    return tuple((value, count) for value, count in path if count)

"""Through which partial histograms do the data sets pass, and how many of them through each?

`states` counts forward, unit by unit, and forgets; here every layer of states is kept, so that each number of people
with a unit can be followed forward and back. That gives exact marginals and uniform samples without listing.

>>> layers = Layers.of(5, (-2, 2, -1, 1, 0), (Moments(1, 9), Moments(0, 2)))
>>> layers.total, [(unit, ways) for unit, ways in zip(layers.units, layers.ways_by_count())]
(2, [(-2, {0: 1, 1: 1}), (2, {0: 1, 1: 1}), (-1, {0: 1, 1: 1}), (1, {1: 2}), (0, {2: 1, 3: 1})])

Assumptions: as for `states`. Source: sampling from a counted set by walking back through the count, Nijenhuis & Wilf
1978, *Combinatorial Algorithms*, chapter 13.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reappraise.datasets.histogram import Moments, TooLarge
from reappraise.datasets.states import MOST_TRIALS, Ints, Room, ended, spread_over

Ways = NDArray[Any]
# Keys and numbers of all layers together: about two hundred megabytes.
MOST_KEPT = 10_000_000


@dataclass(frozen=True)
class Layers:
    """Layer k holds the states after the first k units; `ends` are the last states with what their target leaves."""

    room: Room
    units: tuple[int, ...]
    keys: tuple[Ints, ...]
    ways: tuple[Ways, ...]
    ends: tuple[tuple[Ints, tuple[Ints, ...]], ...]  # per target: which last states, and the last units' counts there

    @classmethod
    def of(cls, n: int, units: tuple[int, ...], targets: tuple[Moments, ...]) -> Layers:
        """Count forward and keep everything. TooLarge beyond memory."""
        room, layers, kept = Room.of(n, list(targets)), [], 0
        for keys, ways in spread_over(n, units, room):
            kept += len(keys)
            if kept > MOST_KEPT:
                raise TooLarge(f"the data sets of {n} people pass through too many states; sample with a shorter scale")
            layers.append((keys, ways))
        keys, _ = layers[-1]
        if len(keys) * len(targets) > MOST_TRIALS:
            raise TooLarge(f"{len(keys)} states and {len(targets)} admissible sums are too many")
        ends = tuple(ended(units[len(layers) - 1 :], *_missing(room, keys, target)) for target in targets)
        return cls(room, units, tuple(keys for keys, _ in layers), tuple(ways for _, ways in layers), ends)

    @property
    def total(self) -> int:
        """How many data sets there are."""
        return sum(int(self.ways[-1][places].sum()) for places, _ in self.ends)

    def ways_by_count(self) -> list[dict[int, int]]:
        """Of each unit, in how many data sets it is had by 0, 1, 2 … people."""
        found: list[dict[int, int]] = [{} for _ in self.units]
        ahead = np.zeros(len(self.keys[-1]), dtype=self.ways[-1].dtype)
        for places, last in self.ends:
            np.add.at(ahead, places, 1)
            for unit, counts in enumerate(last, len(self.keys) - 1):
                _tally(found[unit], counts, self.ways[-1][places])
        for layer in range(len(self.keys) - 2, -1, -1):
            ahead = self._back(layer, ahead, found[layer])
        return [dict(sorted(counts.items())) for counts in found]

    def _back(self, layer: int, ahead: Ways, found: dict[int, int]) -> Ways:
        """How many ways lead on from each state of a layer; tallies how many people take its unit on them."""
        keys, ways = self.keys[layer], self.ways[layer]
        behind = np.zeros(len(keys), dtype=ahead.dtype)
        for count, places, reached in self._steps(layer, keys):
            on = ahead[reached]
            behind[places] += on
            through = int((ways[places] * on).sum())
            if through:
                found[count] = found.get(count, 0) + through
        return behind

    def _steps(self, layer: int, keys: Ints) -> Iterator[tuple[int, Ints, Ints]]:
        """For each number of people that take a layer's unit: from which states, to which of the next layer."""
        unit, following = self.units[layer], self.keys[layer + 1]
        open_people, _, squares = self.room.left(keys)
        for count in range(self.room.n + 1):
            fits = np.flatnonzero((count <= open_people) & (squares + count * unit * unit <= self.room.high.squares))
            if not len(fits):
                return
            wanted = keys[fits] + count * self.room.shift(unit)
            at = np.minimum(np.searchsorted(following, wanted), len(following) - 1)
            met = following[at] == wanted
            yield count, fits[met], at[met]

    def drawn(self, random: Random) -> tuple[tuple[int, int], ...]:
        """One data set, each equally likely, as (unit, count)."""
        place, last = self._end(random.randrange(self.total))
        counts = dict(zip(self.units[len(self.keys) - 1 :], last, strict=True))
        key = int(self.keys[-1][place])
        for layer in range(len(self.keys) - 2, -1, -1):
            count, key = self._before(layer, key, random)
            counts[self.units[layer]] = count
        return tuple((unit, count) for unit, count in counts.items() if count)

    def _end(self, chosen: int) -> tuple[int, tuple[int, ...]]:
        for places, last in self.ends:
            upto = np.cumsum(self.ways[-1][places])
            if len(upto) and chosen < upto[-1]:
                k = int(np.searchsorted(upto, chosen, side="right"))
                return int(places[k]), tuple(int(counts[k]) for counts in last)
            chosen -= int(upto[-1]) if len(upto) else 0
        raise AssertionError("chosen lies below the total")

    def _before(self, layer: int, key: int, random: Random) -> tuple[int, int]:
        """How many people took a layer's unit on the way to a state, and the state before."""
        keys, ways = self.keys[layer], self.ways[layer]
        shift = self.room.shift(self.units[layer])
        earlier = key - shift * np.arange(self.room.n + 1, dtype=np.int64)
        at = np.minimum(np.searchsorted(keys, earlier), len(keys) - 1)
        numbers = [int(ways[place]) if keys[place] == wanted else 0 for place, wanted in zip(at, earlier, strict=True)]
        upto = list(accumulate(numbers))
        count = bisect_right(upto, random.randrange(upto[-1]))
        return count, int(earlier[count])


def _missing(room: Room, keys: Ints, target: Moments) -> tuple[Ints, Ints, Ints]:
    people, sums, squares = room.left(keys)
    return people, target.sum - sums, target.squares - squares


def _tally(found: dict[int, int], counts: Ints, ways: Ways) -> None:
    for count in np.unique(counts):
        found[int(count)] = found.get(int(count), 0) + int(ways[counts == count].sum())

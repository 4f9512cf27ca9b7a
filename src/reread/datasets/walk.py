"""Through which partial data sets do all compatible ones pass, and how many through each?

Values (or cells of a table) are taken one after the other; any allowed number of people have each. A state is what the
people so far add up to, coordinate by coordinate: people, sum, sum of squares; or a table's columns; and a label of
their order. Partial data sets in one state have the same future, so they are counted together and never listed.

What is counted are data sets (histograms, tables), or samples: then each data set weighs n! / (c₁! c₂! …), the number
of orders in which named people can have its answers.

Assumptions: every coordinate only grows. A state is one 64-bit key; ways are 64-bit where no number can exceed them and
Python's own integers otherwise; `TooLarge` where the states outgrow memory.
Source: dynamic programming, Bellman 1954, doi:10.1090/S0002-9904-1954-09848-8; sampling from a counted set by walking
through the count, Nijenhuis & Wilf 1978, *Combinatorial Algorithms*, chapter 13.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import comb, prod
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from reread.datasets.histogram import TooLarge
from reread.datasets.order import Labels
from reread.datasets.states import LARGEST, MOST_STATES, Ints

Measure = Literal["data sets", "samples"]
Ways = NDArray[Any]
Mask = NDArray[np.bool_]
# Keys and numbers of all layers together: about two hundred megabytes.
MOST_KEPT = 10_000_000
# Some twenty seconds.
MOST_STEPS = {np.dtype(np.int64): 50_000_000, np.dtype(np.object_): 15_000_000}
MOST_AT_ONCE = 4_000_000
MOST_IN_64_BITS = 2**62


@dataclass(frozen=True)
class Kind:
    """One value or cell: what it is, what each person there adds to the coordinates, how many people may be there."""

    value: Any
    gain: tuple[int, ...]  # the first is 1: people
    least: int
    most: int


class Aim(Protocol):
    """Where the walk must lead: coordinates' greatest values, and which states can still get there."""

    @property
    def tops(self) -> tuple[int, ...]:
        """The greatest value of each coordinate."""

    def keeps(self, place: int, at: list[Ints]) -> Mask:
        """Which states after the kind at this place may end well; exact after the last."""


@dataclass(frozen=True)
class Step:
    """From which states of a layer to which of the next, `count` people taking the layer's kind; each step's weight."""

    count: int
    places: Ints
    reached: Ints
    weight: Ways


@dataclass(frozen=True)
class Walk:
    """Layer k holds the states after the first k kinds."""

    kinds: tuple[Kind, ...]
    aim: Aim
    labels: Labels | None = None
    measure: Measure = "data sets"
    radices: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        sizes = [top + 1 for top in self.aim.tops]
        radices = tuple(prod(sizes[place + 1 :]) for place in range(len(sizes)))
        if prod(sizes) > LARGEST:
            raise TooLarge("the sums are too large for counting; give fewer people or a narrower scale")
        object.__setattr__(self, "radices", radices)

    @property
    def n(self) -> int:
        """How many people."""
        return self.aim.tops[0]

    @cached_property
    def total(self) -> int:
        """How many data sets, or samples, there are."""
        ((_, ways),) = deque(self._forward(), maxlen=1)
        return int(ways.sum())

    @cached_property
    def layers(self) -> list[tuple[Ints, Ways]]:
        """All of them; TooLarge beyond memory."""
        kept, found = 0, []
        for keys, ways in self._forward():
            kept += len(keys)
            if kept > MOST_KEPT:
                raise TooLarge("the data sets pass through too many states; narrow the scale")
            found.append((keys, ways))
        return found

    @cached_property
    def ahead(self) -> list[Ways]:
        """How many ways lead on from each state of each layer."""
        onward = [np.ones(len(self.layers[-1][0]), dtype=self._dtype)]
        for layer in range(len(self.kinds) - 1, -1, -1):
            ways = np.zeros(len(self.layers[layer][0]), dtype=self._dtype)
            for step in self.steps(layer):
                ways[step.places] += step.weight * onward[-1][step.reached]
            onward.append(ways)
        return onward[::-1]

    def steps(self, layer: int) -> Iterator[Step]:
        """All steps from a layer to the next, by the number of people."""
        keys, following = self.layers[layer][0], self.layers[layer + 1][0]
        if not len(following):
            return
        for count, places, new, weight in self._onward(layer, keys):
            at = np.minimum(np.searchsorted(following, new), len(following) - 1)
            met = following[at] == new
            yield Step(count, places[met], at[met], weight[met])

    def coordinates(self, keys: Ints) -> list[Ints]:
        """What the people so far add up to."""
        return [keys // radix % (top + 1) for radix, top in zip(self.radices, self.aim.tops, strict=True)]

    @cached_property
    def _dtype(self) -> np.dtype[Any]:
        kinds = len(self.kinds)
        most = comb(self.n + kinds, self.n) if self.measure == "data sets" else max(kinds, 2) ** self.n
        return np.dtype(np.int64 if most < MOST_IN_64_BITS else np.object_)

    @property
    def _span(self) -> int:
        return prod(top + 1 for top in self.aim.tops)

    def _forward(self) -> Iterator[tuple[Ints, Ways]]:
        keys, ways = np.zeros(1, dtype=np.int64), np.ones(1, dtype=self._dtype)
        yield keys, ways
        taken = 0
        for place in range(len(self.kinds)):
            keys, ways, taken = self._spread(place, keys, ways, taken)
            yield keys, ways

    def _spread(self, place: int, keys: Ints, ways: Ways, taken: int) -> tuple[Ints, Ways, int]:
        """The next layer, and how many steps were taken up to it."""
        parts: list[tuple[Ints, Ways]] = [(keys[:0], ways[:0])]
        held = 0
        for _, places, new, weight in self._onward(place, keys):
            parts.append((new, ways[places] * weight))
            held, taken = held + len(new), taken + len(new)
            if taken > MOST_STEPS[self._dtype]:
                raise TooLarge(f"counting {self.n} people takes too many steps; narrow the scale")
            if held > MOST_AT_ONCE:
                parts = [_merged(parts)]
                held = len(parts[0][0])
                self._watch(held)
        found = _merged(parts)
        self._watch(len(found[0]))
        return *found, taken

    def _watch(self, states: int) -> None:
        if states > MOST_STATES[self._dtype]:
            raise TooLarge(f"counting {self.n} people takes too many states; narrow the scale")

    def _onward(self, place: int, keys: Ints) -> Iterator[tuple[int, Ints, Ints, Ways]]:
        """For each number of people with a kind: which states they may leave, for which, and with what weight."""
        kind, at = self.kinds[place], self.coordinates(keys)
        shift = sum(gain * radix for gain, radix in zip(kind.gain, self.radices, strict=True))
        room = [(top - now) // gain for top, now, gain in zip(self.aim.tops, at, kind.gain, strict=True) if gain]
        most = np.minimum.reduce(room)
        for count in range(kind.least, min(kind.most, int(most.max(initial=-1))) + 1):
            places = np.flatnonzero(most >= count)
            after = [now[places] + count * gain for now, gain in zip(at, kind.gain, strict=True)]
            new, kept = keys[places] + count * shift, self.aim.keeps(place, after)
            if self.labels:
                labels = self.labels.moved(keys[places] // self._span, after[0], kind.value)
                if len(self.labels.known) * self._span > LARGEST:
                    raise TooLarge("the order statistics leave too many cases; narrow the scale")
                new, kept = new % self._span + labels * self._span, kept & (labels != Labels.DEAD)
            yield count, places[kept], new[kept], self._weight(count)[after[0][kept]]

    def _weight(self, count: int) -> Ways:
        """By the people after: of these, which ones are the new ones."""
        if self.measure == "data sets":
            return np.ones(self.n + 1, dtype=self._dtype)
        return np.array([comb(people, count) for people in range(self.n + 1)], dtype=self._dtype)


def _merged(parts: list[tuple[Ints, Ways]]) -> tuple[Ints, Ways]:
    """Every state once, ascending, with the sum of its ways."""
    keys, ways = np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])
    if not len(keys):
        return keys, ways
    order = np.argsort(keys, kind="stable")
    keys, ways = keys[order], ways[order]
    firsts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    return keys[firsts], np.add.reduceat(ways, firsts)

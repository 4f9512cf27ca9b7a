"""How may the people of two or more distributions be joined, if the changes between occasions are printed too?

For each choice of one distribution per occasion the tables with these margins are walked cell by cell: a state is how
much of every later occasion's margin is used, and each printed change's sum of squares so far.

>>> asked = Asked.read(20, {"t": "6.66"})
>>> (walk,) = joint_walks([Counts.of({1: 16, 2: 4}), Counts.of({1: 2, 2: 18})], {(0, 1): asked})
>>> walk.total
1

Assumptions: the same people at every occasion. Source: see `walk`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice, product
from math import prod
from typing import cast

import numpy as np

from reread.datasets.asked import Also, Scale
from reread.datasets.changing import Asked, Said
from reread.datasets.histogram import Counts, TooLarge
from reread.datasets.listing import Listing, list_all
from reread.datasets.printed import Printed
from reread.datasets.states import Ints
from reread.datasets.walk import Kind, Mask, Measure, Walk

# Beyond these, joining is left: some ten seconds.
MOST_MARGINS = 2_000
MOST_CHOICES = 2_000


class Occasion(Also, total=False):
    """What is printed of one occasion."""

    mean: Printed
    sd: Printed


# Printed statistics by name, or the known count of every answer.
Given = Occasion | Mapping[int, int]
Changes = Mapping[tuple[int, int], Asked]


@dataclass(frozen=True)
class Cells:
    """Every margin filled, every change's squares among the admitted ones."""

    tops: tuple[int, ...]
    people: tuple[tuple[int, bool], ...]  # per place: how many people there are up to its row's end; is this the end?
    admitted: tuple[Ints, ...]

    def keeps(self, place: int, at: list[Ints]) -> Mask:
        """The first occasion's margin is filled row by row; columns cannot overflow, so in the end they are full."""
        upto, ends = self.people[place]
        kept: Mask = at[0] == upto if ends else at[0] <= upto
        if place == len(self.people) - 1:
            for squares, allowed in zip(at[len(at) - len(self.admitted) :], self.admitted, strict=True):
                kept &= np.isin(squares, allowed)
        return kept


@dataclass(frozen=True)
class JointQuestion:
    """The distributions that each occasion may have, whether these are all, and what is printed of changes."""

    n: int
    occasions: tuple[Listing, ...]
    changes: Changes

    @classmethod
    def posed(
        cls, n: int, given: Sequence[Given], scale: Scale, changes: Mapping[tuple[int, int], Said | None]
    ) -> JointQuestion:
        """From what is printed; ValueError where a known distribution is not of n people."""
        for pair in changes:
            if not 0 <= pair[0] < pair[1] < len(given):
                raise ValueError(
                    f"a change is from {pair}; write two of the occasions 0 to {len(given) - 1}, ascending"
                )
        occasions = tuple(_distributions(n, each, scale) for each in given)
        return cls(n, occasions, {pair: Asked.read(n, said) for pair, said in changes.items()})

    @property
    def complete(self) -> bool:
        """Are these all choices of distributions, and few enough to join?"""
        few = prod(len(each.data_sets) for each in self.occasions) <= MOST_CHOICES
        return few and all(each.ending != "stopped at cap" for each in self.occasions)

    def choices(self) -> Iterator[tuple[Counts, ...]]:
        """One distribution for each occasion; the first ones where they are too many."""
        return islice(product(*(each.data_sets for each in self.occasions)), MOST_CHOICES)

    def walks(self, measure: Measure = "data sets") -> Iterator[Walk]:
        """Walks that count all together. `TooLarge` where not all distributions are known, or they are too many."""
        if not self.complete:
            raise TooLarge(
                "too many distributions print these numbers to join them all; list with a cap, or add numbers"
            )
        for margins in self.choices():
            yield from joint_walks(margins, self.changes, measure)


def _distributions(n: int, given: Given, scale: Scale) -> Listing:
    if not given:
        raise ValueError('nothing is given of an occasion; write {"mean": "1.20", "sd": "0.41"}, or {1: 16, 2: 4}')
    if all(isinstance(key, int) for key in given):
        known = Counts.of(cast(Mapping[int, int], given))
        if known.n != n:
            raise ValueError(f"the counts of an occasion are of {known.n} people, not of {n}; give everybody's answer")
        return Listing((known,), "all listed")
    said = cast(Occasion, given)
    return list_all(n, scale=scale, cap=MOST_MARGINS, **said)


def joint_walks(margins: Sequence[Counts], changes: Changes, measure: Measure = "data sets") -> Iterator[Walk]:
    """The walk over all tables with these margins; none where a printed change cannot be."""
    squares = {pair: asked.squares(margins[pair[0]], margins[pair[1]]) for pair, asked in changes.items()}
    asked = {pair: allowed for pair, allowed in squares.items() if allowed is not None}
    if all(asked.values()):
        yield walk_over(margins, asked, measure)


def walk_over(
    margins: Sequence[Counts], squares: Mapping[tuple[int, int], frozenset[int]], measure: Measure = "data sets"
) -> Walk:
    """The tables with these margins whose changes have one of these sums of squares each."""
    columns = [(place, value) for place, margin in enumerate(margins[1:], 1) for value in margin]
    kinds = []
    for cell in product(*margins):
        shares = tuple(int(cell[place] == value) for place, value in columns)
        costs = tuple((cell[j] - cell[i]) ** 2 for i, j in squares)
        kinds.append(Kind(cell, (1, *shares, *costs), 0, min(m[v] for m, v in zip(margins, cell, strict=True))))
    tops = (margins[0].n, *(margins[place][value] for place, value in columns), *map(max, squares.values()))
    wide = prod(map(len, margins[1:]))
    people = tuple((upto, at == wide - 1) for upto in accumulate(k for _, k in margins[0].pairs) for at in range(wide))
    admitted = tuple(np.array(sorted(allowed), dtype=np.int64) for allowed in squares.values())
    return Walk(tuple(kinds), Cells(tops, people, admitted), measure=measure)

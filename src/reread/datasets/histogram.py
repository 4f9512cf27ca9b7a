"""How many people gave each answer, and what do these counts add up to?

A data set of whole numbers is its histogram: the order of people is never printed, so it is never kept.

>>> answers = Counts.of([2, 1, 1, 2, 2])
>>> answers, answers.n, answers.moments
(Counts({1: 2, 2: 3}), 5, Moments(sum=8, squares=14))
>>> answers.mean, answers.variance()
(Fraction(8, 5), Fraction(3, 10))
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Literal

Ending = Literal["all listed", "none exists", "stopped at cap"]


class TooLarge(ValueError):  # noqa: N818 - a limit was met; nothing is wrong with the numbers
    """The exact answer needs more work than the limit allows. The input is in order; the answer stays unknown."""


@dataclass(frozen=True, order=True, slots=True)
class Moments:
    """The sum and the sum of squares of some whole numbers."""

    sum: int
    squares: int

    def variance(self, n: int, ddof: int = 1) -> Fraction:
        """The exact variance of n numbers with these moments; ValueError where n − ddof is not positive."""
        if n <= ddof:
            raise ValueError(f"a variance with n − {ddof} in the denominator is undefined for n = {n}")
        return (self.squares - Fraction(self.sum**2, n)) / (n - ddof)

    def less(self, other: Moments) -> Moments:
        """What is left when other people are taken out."""
        return Moments(self.sum - other.sum, self.squares - other.squares)


@dataclass(frozen=True, order=True, slots=True)
class Counts(Mapping[int, int]):
    """A frozen histogram: value → how many people have it (positive), in ascending order of value."""

    pairs: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, data: Mapping[int, int] | Iterable[int]) -> Counts:
        """From a mapping value → count or from the answers themselves. Counts of zero are left out."""
        counts = dict(data) if isinstance(data, Mapping) else Counter(data)
        negative = [value for value, count in counts.items() if count < 0]
        if negative:
            raise ValueError(f"the count of {negative[0]} is {counts[negative[0]]}; a count cannot be negative")
        return cls(tuple(sorted((value, count) for value, count in counts.items() if count)))

    def __getitem__(self, value: int) -> int:
        """The count of one value. A value that nobody has is not a key: `.get(value, 0)`."""
        for own, count in self.pairs:
            if own == value:
                return count
        raise KeyError(value)

    def __eq__(self, other: object) -> bool:
        """The same counts, also as a plain mapping (zeros left out)."""
        if type(other) is Counts:  # asked a million times, and a mapping's own isinstance is slow
            return self.pairs == other.pairs
        return isinstance(other, Mapping) and dict(self.pairs) == dict(other)

    def __hash__(self) -> int:
        return hash(self.pairs)

    def __iter__(self) -> Iterator[int]:
        return (value for value, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __repr__(self) -> str:
        return f"Counts({dict(self.pairs)})"

    @property
    def n(self) -> int:
        """How many people."""
        return sum(count for _, count in self.pairs)

    @property
    def moments(self) -> Moments:
        """The exact sum and sum of squares."""
        total = sum(value * count for value, count in self.pairs)
        return Moments(total, sum(value * value * count for value, count in self.pairs))

    @property
    def mean(self) -> Fraction:
        """The exact mean."""
        return Fraction(self.moments.sum, self.n)

    def variance(self, ddof: int = 1) -> Fraction:
        """The exact variance, with n − ddof in the denominator."""
        return self.moments.variance(self.n, ddof)

    def answers(self) -> list[int]:
        """Every person's answer, ascending."""
        return [value for value, count in self.pairs for _ in range(count)]


def drawn(codes: Sequence[int], n: int, random: Random) -> Counts:
    """One data set of n answers among these codes, all data sets alike likely.

    >>> drawn((0, 2), 20, Random(1)).n
    20
    """
    bars = sorted(random.sample(range(n + len(codes) - 1), len(codes) - 1))
    edges = [-1, *bars, n + len(codes) - 1]
    sizes = [after - before - 1 for before, after in pairwise(edges)]
    return Counts.of(dict(zip(codes, sizes, strict=True)))

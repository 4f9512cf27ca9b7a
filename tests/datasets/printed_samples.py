"""Honest samples as a paper prints them, and the data sets that print so, found the dull way. For these tests only.

Printing uses decimal arithmetic to 60 digits, the package fractions: neither helps the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from itertools import combinations_with_replacement

from hypothesis import strategies as st

from reread.datasets import Counts
from reread.numbers.reported import Reported


@dataclass(frozen=True)
class Sample:
    """Integers on a scale, their printed mean and SD, and the n − ddof of that SD."""

    data: tuple[int, ...]
    scale: tuple[int, int]
    mean: str
    sd: str
    ddof: int

    @property
    def n(self) -> int:
        """How many."""
        return len(self.data)

    @property
    def counts(self) -> Counts:
        """Their histogram."""
        return Counts.of(self.data)


@st.composite
def samples(draw: st.DrawFn, largest: int = 12, widest: int = 6) -> Sample:
    """n of 2 to `largest`, scale up to `widest` wide and possibly negative, 0 to 3 decimals, two rounding rules."""
    low, width = draw(st.integers(-9, 9)), draw(st.integers(0, widest))
    data = tuple(sorted(draw(st.lists(st.integers(low, low + width), min_size=2, max_size=largest))))
    ddof, rounding = draw(st.sampled_from([1, 0])), draw(st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]))
    mean, sd = exact(data, ddof)
    places = st.integers(0, 3)
    return Sample(
        data, (low, low + width), shown(mean, draw(places), rounding), shown(sd, draw(places), rounding), ddof
    )


def exact(data: Iterable[int], ddof: int = 1) -> tuple[Decimal, Decimal]:
    """Mean and SD to 60 digits; exact where they are short decimals, so that ties are ties."""
    values = list(data)
    n, total = len(values), sum(values)
    with localcontext() as context:
        context.prec = 60
        deviations = n * sum(value * value for value in values) - total**2
        return Decimal(total) / n, (Decimal(deviations) / (n * (n - ddof))).sqrt()


def shown(value: Decimal, places: int, rounding: str) -> str:
    """The decimal number as printed."""
    with localcontext() as context:
        context.prec = 60
        return f"{value.quantize(Decimal(1).scaleb(-places), rounding=rounding):f}"


def prints(data: Iterable[int], mean: str, sd: str, ddof: int = 1) -> bool:
    """Does this data set print these two numbers, by the definition of mean and SD?"""
    values = list(data)
    middle = Fraction(sum(values), len(values))
    variance = sum((value - middle) ** 2 for value in values) / (len(values) - ddof)
    ends = Reported.read(sd).interval
    assert ends.low is not None
    assert ends.high is not None
    return Reported.read(mean).interval.contains(middle) and max(ends.low, Fraction(0)) ** 2 <= variance <= ends.high**2


def brute_force(n: int, mean: str, sd: str, codes: Iterable[int], ddof: int = 1) -> set[Counts]:
    """Every data set over these codes that prints so, by trying them all."""
    every = combinations_with_replacement(sorted(codes), n)
    return {Counts.of(data) for data in every if prints(data, mean, sd, ddof)}

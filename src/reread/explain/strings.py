"""Which other strings could an honest study have printed in a number's place, and how many are there?

Of the same n, scale, decimals and sign: a count up to n, a mean or an SD on its scale, a p between 0 and 1, a
percentage up to 100, else every number of as many digits. Log2 of how many there are is what a print costs that nothing
explains.

>>> round(bits_of(1000), 1)
10.0
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb, log2

from reread.study.ledger import decimal
from reread.study.roles import of_test, owner, sample_of
from reread.study.values import Study, Value

MINUS = "-"


@dataclass(frozen=True)
class Space:
    """The numbers that could stand in a value's place: from `low` to `high` in steps of its last decimal."""

    value: Value
    low: Fraction
    high: Fraction

    def __len__(self) -> int:
        return int((self.high - self.low) / self.value.reported.unit) + 1

    def text(self, place: int) -> str:
        """The string at a place, written as the printed one is."""
        number = self.low + place * self.value.reported.unit
        printed = self.value.reported
        size = decimal(number).partition(".")
        body = size[0] + (f".{size[2]:0<{printed.decimals}}" if printed.decimals else "")
        sign = MINUS if printed.value < 0 else ""
        percent = "%" if printed.text.endswith("%") else ""
        return f"{sign}{body}{percent}"

    @property
    def place(self) -> int:
        """Where the printed number stands."""
        return int((abs(self.value.reported.value) - self.low) / self.value.reported.unit)


def bits(study: Study, roles: Sequence[str]) -> float:
    """log2 of the strings that could have been printed for a block."""
    if is_distribution(roles):
        return bits_of(ways(*shape(study, roles)))
    return bits_of(len(space(study, study.values[roles[0]])))


def bits_of(count: float) -> float:
    """Bits that tell one of so many."""
    return log2(max(count, 1.0))


def space(study: Study, value: Value) -> Space:
    """The numbers that could stand in a value's place."""
    sample, _, last = value.role.rpartition(".")
    size, unit = abs(value.reported.value), value.reported.unit
    if last in ("p", "normality_p"):
        return Space(value, Fraction(0), Fraction(1))
    if last == "percent" or ".percent." in value.role:
        return Space(value, Fraction(0), max(Fraction(100), size))
    scale = scale_of(study, sample) if last in ("mean", "sd") else None
    if scale and value.reported.value >= 0 and scale[0] >= 0:
        low, high = (Fraction(scale[0]), Fraction(scale[1])) if last == "mean" else (Fraction(0), _widest_sd(scale))
        return Space(value, min(low, size), max(high, size))
    return Space(value, Fraction(0), Fraction(10 ** len(str(int(size)))) - unit)


def _widest_sd(scale: tuple[int, int]) -> Fraction:
    return Fraction(scale[1] - scale[0], 2) * Fraction(11, 10)


def is_distribution(roles: Sequence[str]) -> bool:
    """Is a block the counts of a sample's categories?"""
    return any(".count." in role or ".percent." in role for role in roles)


def shape(study: Study, roles: Sequence[str]) -> tuple[int, int]:
    """How many people are counted in how many categories."""
    sample = sample_of(roles[0])
    categories = {role.rpartition(".")[2] for role in roles}
    n = study.get(f"{sample}.n") or study.get("n")
    counts = [study.values[role].integer for role in roles if ".count." in role and study.values[role].whole]
    codes = study.codes(owner(sample)) or {}
    return (n.integer if n and n.whole else sum(counts) or 100), max(len(categories | set(codes)), 2)


def ways(n: int, categories: int) -> int:
    """How many ways there are to count n people in so many categories.

    >>> ways(20, 3)
    231
    """
    return comb(n + categories - 1, categories - 1)


def rounded(value: Fraction, decimals: int) -> str:
    """A value as printed with so many decimals, halves up.

    >>> rounded(Fraction(-1, 8), 2), rounded(Fraction(2), 2)
    ('-0.13', '2.00')
    """
    size = int(abs(value) * 10**decimals + Fraction(1, 2))
    digits = f"{size:0{decimals + 1}d}"
    body = digits[: len(digits) - decimals] + (f".{digits[len(digits) - decimals :]}" if decimals else "")
    return ("-" if value < 0 and size else "") + body


def scale_of(study: Study, sample: str) -> tuple[int, int] | None:
    """The least and the greatest score of one person at an occasion or in a group, where the study tells them."""
    whose = owner(sample)
    if whose.removeprefix("tests.") not in (study.file.tests if of_test(whose) else study.file.outcomes):
        return None
    stated = study.measured(whose).scale
    codes = study.codes(whose) if stated is None and study.integer_scale(whose) else None
    return (min(codes.values()), max(codes.values())) if codes else stated

"""Which values do the last few people have, once sum and sum of squares are known?

Two people are the roots of a quadratic equation; any number of people on three values are the solution of three linear
ones, found by summing (v − x)(v − y) over all of them: only those at the third value are left.

>>> last_people(2, 7, 29), last_people(2, 7, 28)
(((2, 1), (5, 1)), None)
>>> last_units((-1, 1, 0), 9, total=1, squares=5)
((-1, 2), (1, 3), (0, 4))
"""

from __future__ import annotations

from collections import Counter
from math import isqrt

Used = tuple[tuple[int, int], ...]


def last_people(n: int, total: int, squares: int) -> Used | None:
    """The only two integers (or one, or none) with this sum and sum of squares, as (value, count) pairs."""
    gap = isqrt(max(2 * squares - total**2, 0))
    people = ((), (total,), ((total - gap) // 2, (total + gap) // 2))[n]
    right = sum(people) == total and sum(value * value for value in people) == squares
    return tuple(Counter(people).items()) if right else None


def last_units(units: tuple[int, ...], n: int, total: int, squares: int) -> Used | None:
    """The only counts of one to three given units with these totals, or None where they are not counts."""
    spare = (max(units) + 1, max(units) + 2)[: 3 - len(units)]
    trio, counts = units + spare, []
    for unit in trio:
        x, y = (other for other in trio if other != unit)
        people, rest = divmod(squares - (x + y) * total + n * x * y, (unit - x) * (unit - y))
        if rest or people < 0 or (people and unit in spare):
            return None
        counts.append((unit, people))
    return tuple((unit, people) for unit, people in counts if people)

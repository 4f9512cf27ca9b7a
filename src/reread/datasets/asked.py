"""What may be printed of one sample beside its mean and SD, and is it written so that it can be used?

>>> checked(20, {"medain": "3"})
Traceback (most recent call last):
    ...
ValueError: “medain” is not known; write “median”, or one of: counts, ddof, items, maximum, ...
>>> bounds_of(30, {"percents": {1: "17%"}, "counts": {2: 4}})  # 17 % of 30 people: five
((1, (5, 5)), (2, (4, 4)))
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from fractions import Fraction
from math import ceil, floor
from operator import index
from typing import TypedDict

from reread.datasets.histogram import Counts
from reread.datasets.printed import Printed, interval_of

# A tuple of two is the scale's two ends; any other collection (set, list, range) holds every allowed code.
Scale = tuple[int, int] | Collection[int] | None


class Also(TypedDict, total=False):
    """What may be printed beside the mean and the SD, and how they are to be read. See docs/datasets.md.

    se           the standard error of the mean, in place of the SD
    median, quartiles (first, third), minimum, maximum, mode    as printed
    counts       code → how many people have it (known exactly)
    percents     code → per cent of all n people, as printed
    ddof         1 for an SD with n − 1, 0 for one with n
    items        answers per person; codes, counts and percents are then of totals over the items
    """

    se: Printed
    median: Printed
    quartiles: tuple[Printed, Printed]
    minimum: Printed
    maximum: Printed
    mode: Printed
    counts: Mapping[int, int] | None
    percents: Mapping[int, Printed]
    ddof: int
    items: int


def checked(n: int, also: Also) -> Also:
    """The same, without what is None; ValueError for a name that is not known or an n that is no number of people."""
    for name in also:
        if name not in Also.__annotations__:
            known = sorted(Also.__annotations__)
            near = get_close_matches(name, known, 1)
            meant = f"“{near[0]}”, or one of" if near else "one of"
            raise ValueError(f"“{name}” is not known; write {meant}: {', '.join(known)}")
    if isinstance(n, bool) or not isinstance(n, int):
        raise ValueError(f"n is {n!r}; write the number of people, a whole number without quotes")
    if n < 1:
        raise ValueError(f"n is {n}; it must be at least 1")
    pair = also.get("quartiles")
    if pair is not None and (isinstance(pair, str) or len(pair) != 2):
        raise ValueError(f'the quartiles are {pair!r}; write the first and the third, as in ("2", "4")')
    return {name: value for name, value in also.items() if value is not None}  # type: ignore[return-value]


def bounds_of(n: int, also: Also) -> tuple[tuple[int, tuple[int, int]], ...]:
    """Of every code with a known count or a printed percentage: the least and greatest count it may have."""
    exact = dict(also.get("counts") or {})
    Counts.of(exact)  # refuses negative counts
    found = {code: (count, count) for code, count in exact.items()}
    for code, percent in (also.get("percents") or {}).items():
        share = interval_of(percent, f"the percentage of {code}").within(0, 100)
        low, high = (Fraction(0), Fraction(-1)) if share is None else (share.low or Fraction(0), share.high)
        assert high is not None
        fewest, most = ceil(low * n / 100), floor(high * n / 100)
        known = found.get(code, (0, n))
        found[code] = (max(fewest, known[0]), min(most, known[1]))
    return tuple(sorted(found.items()))


def codes_of(scale: Scale, items: int = 1) -> tuple[int, ...] | None:
    """Every value of one person, ascending: the answers' codes, or the totals that several such items can give.

    >>> codes_of((1, 3)), codes_of({0, 1, 5}), codes_of({0, 1, 5}, items=2)
    ((1, 2, 3), (0, 1, 5), (0, 1, 2, 5, 6, 10))
    """
    if scale is None:
        return None
    codes = sorted({index(code) for code in scale})
    if not codes:
        raise ValueError("the scale has no codes")
    if isinstance(scale, tuple) and len(scale) == 2:
        low, high = scale
        if low > high:
            raise ValueError(f"the scale's low end {low} lies above its high end {high}")
        return tuple(range(low * items, high * items + 1))
    totals = {0}
    for _ in range(items):
        totals = {total + code for total in totals for code in codes}
    return tuple(sorted(totals))

"""Which interval does a printed mean or SD stand for, when people's totals over several items are counted?

>>> mean_interval("2.5", items=4)
Interval(low=Fraction(49, 5), high=Fraction(51, 5))
>>> sd_interval("0.00")  # an SD is never negative
Interval(low=Fraction(0, 1), high=Fraction(1, 200))
>>> mean_interval("< 3")
Traceback (most recent call last):
    ...
ValueError: the mean “< 3” has no two ends; a data set can only be sought for a mean between two values
"""

from __future__ import annotations

from reread.numbers.interval import Interval
from reread.numbers.reported import Reported

Printed = Reported | str | Interval


def mean_interval(mean: Printed, items: int = 1) -> Interval:
    """The mean of people's totals, both ends known; ValueError for “< 3”."""
    interval = _interval(mean)
    if interval.low is None or interval.high is None:
        raise ValueError(
            f"the mean {_shown(mean)} has no two ends; a data set can only be sought for a mean between two values"
        )
    return interval.scaled(_positive(items))


def sd_interval(sd: Printed, items: int = 1, what: str = "SD") -> Interval:
    """The SD of people's totals, its low end 0 or more; ValueError for a negative SD or one without an upper end."""
    interval = _interval(sd).within(0, None)
    if interval is None:
        raise ValueError(f"the {what} {_shown(sd)} is negative; an {what} is 0 or more")
    if interval.high is None:
        raise ValueError(
            f"the {what} {_shown(sd)} has no upper end; a data set can only be sought for an {what} below some value"
        )
    return interval.scaled(_positive(items))


def variance_interval(n: int, sd: Printed | None, se: Printed | None, items: int = 1) -> Interval | None:
    """The squared SD of people's totals, from the SD or from the standard error of the mean; None without either.

    >>> variance_interval(100, None, "0.15") == sd_interval("1.5").scaled(0) + Interval.of("2.1025", "2.4025")
    True
    """
    if sd is not None and se is not None:
        raise ValueError("both an SD and an SE are given; give the one that is printed")
    if sd is None and se is None:
        return None
    low, high = (sd_interval(sd, items) if sd is not None else sd_interval(se or "", items, "SE")).ends
    return Interval(low**2, high**2).scaled(1 if se is None else n)


def interval_of(printed: Printed, what: str, items: int = 1) -> Interval:
    """Any printed statistic of people's totals; ValueError that names it where the text is no number."""
    try:
        return _interval(printed).scaled(_positive(items))
    except ValueError as error:
        raise ValueError(f"{what}: {error}") from error


def _interval(printed: Printed) -> Interval:
    if isinstance(printed, str):
        return Reported.read(printed).interval
    if isinstance(printed, Reported):
        return printed.interval
    if not isinstance(printed, Interval):
        raise ValueError(f'found {printed!r}; write the number as printed, in quotes, as in "4.00": its decimals count')
    return printed


def _shown(printed: Printed) -> str:
    if isinstance(printed, Interval):
        return f"[{'−∞' if printed.low is None else printed.low}, {'∞' if printed.high is None else printed.high}]"
    return f"“{printed if isinstance(printed, str) else printed.shown}”"


def _positive(items: int) -> int:
    if items < 1:
        raise ValueError(f"the number of items is {items}; it must be at least 1")
    return items

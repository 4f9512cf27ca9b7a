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

from reappraise.interval import Interval
from reappraise.reported import Reported

Printed = Reported | str | Interval


def mean_interval(mean: Printed, items: int = 1) -> Interval:
    """The mean of people's totals, both ends known; ValueError for “< 3”."""
    interval = _interval(mean)
    if interval.low is None or interval.high is None:
        raise ValueError(
            f"the mean {_shown(mean)} has no two ends; a data set can only be sought for a mean between two values"
        )
    return interval.scaled(_positive(items))


def sd_interval(sd: Printed, items: int = 1) -> Interval:
    """The SD of people's totals, its low end 0 or more; ValueError for a negative SD or one without an upper end."""
    interval = _interval(sd).within(0, None)
    if interval is None:
        raise ValueError(f"the SD {_shown(sd)} is negative; an SD is 0 or more")
    if interval.high is None:
        raise ValueError(
            f"the SD {_shown(sd)} has no upper end; a data set can only be sought for an SD below some value"
        )
    return interval.scaled(_positive(items))


def _interval(printed: Printed) -> Interval:
    if isinstance(printed, str):
        return Reported.read(printed).interval
    return printed.interval if isinstance(printed, Reported) else printed


def _shown(printed: Printed) -> str:
    if isinstance(printed, Interval):
        return f"[{'−∞' if printed.low is None else printed.low}, {'∞' if printed.high is None else printed.high}]"
    return f"“{printed if isinstance(printed, str) else printed.shown}”"


def _positive(items: int) -> int:
    if items < 1:
        raise ValueError(f"the number of items is {items}; it must be at least 1")
    return items

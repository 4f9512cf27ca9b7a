"""Do the counts of a sample's categories, and the percentages beside them, agree with n and with each other?

Fewer than n may have answered; more may not. A percentage fits its count give or take a unit of its last place, because
columns are made to add up to 100. What codes make of the counts is another question.

>>> from reread.numbers.interval import Interval
>>> from reread.numbers.reported import Reported
>>> count = Value("", Reported.read("18"), Interval.point(18), ())
>>> percents = [Value("", printed, printed.interval, ()) for printed in map(Reported.read, ("90%", "80%"))]
>>> [tallies(20, {"low": count}, {"low": percent}) for percent in percents]
[True, False]
"""

from __future__ import annotations

from collections.abc import Mapping

from reread.explain.near import ends
from reread.study.values import Value


def tallies(n: int, counts: Mapping[str, Value], percents: Mapping[str, Value]) -> bool:
    """Can all of them be counted among n people?"""
    whole = {label: count.integer for label, count in counts.items() if count.whole}
    if sum(whole.values()) > n or any(count < 0 for count in whole.values()):
        return False
    return all(_fits(whole[label], n, percent) for label, percent in percents.items() if label in whole)


def _fits(count: int, n: int, percent: Value) -> bool:
    (low, high), unit = ends(percent.interval), 10.0**-percent.reported.decimals
    return low - unit <= 100 * count / n <= high + unit

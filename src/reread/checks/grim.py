"""Can n whole-number scores have this mean?

A mean of n integers is an integer sum over n; it must lie in the interval that the printed mean stands for. Scales of
`items` averaged items have n × items integers. Missing answers are admitted unless completeness is stated or shown.

Source: Brown & Heathers 2017, doi:10.1177/1948550616673876, p. 364. Example: a mean of 5.19 of 28 whole numbers is
impossible, 5.18 and 5.21 are the nearest possible ones.

>>> [attainable(Interval.of("5.185", "5.195"), 28), attainable(Interval.of("5.175", "5.185"), 28)]
[False, True]
"""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from reread.numbers.interval import Interval
from reread.numbers.reported import Reported
from reread.numbers.show import number
from reread.study.finding import Finding, about, meets
from reread.study.samples import samples
from reread.study.values import Study

NEIGHBOURS = 8


def check(study: Study) -> Iterator[Finding]:
    """One finding for each printed mean of whole-number scores."""
    for sample in samples(study):
        mean, n = study.get(f"{sample.role}.mean"), sample.n
        if mean is None or n is None or n.integer < 1 or not sample.whole:
            continue
        parts = n.integer * sample.items
        below, above = nearest(mean.reported.value, parts)
        params = {
            "mean": mean.shown, "n": n.shown, "parts": str(parts),
            "below": number(below, mean.reported.decimals + 1), "above": number(above, mean.reported.decimals + 1),
            "sum": str(floor(mean.reported.value * parts + Fraction(1, 2))),
            "fits": ", ".join(map(str, fitting(mean.interval, n.integer, sample.items))) or "–",
        }  # fmt: skip
        verdict = meets(attainable(mean.interval, parts), sample.complete)
        yield Finding("grim", about(mean, n), params=params, **verdict)


def attainable(mean: Interval, parts: int) -> bool:
    """Is there an integer sum over `parts` inside the interval of the mean?"""
    if mean.low is None or mean.high is None:
        return True
    return ceil(mean.low * parts) <= mean.high * parts


def possible(n: int, mean: str | Interval, items: int = 1, percent: bool = False) -> bool:
    """Is there an integer sum of n × items answers with this mean, or (`percent`) with this percentage of 1s?

    >>> possible(14, "5.18", items=2), possible(7, "33.3", percent=True)
    (True, False)
    """
    interval = Reported.read(mean).interval if isinstance(mean, str) else mean
    return attainable(interval.scaled(Fraction(1, 100)) if percent else interval, n * items)


def nearest(value: Fraction, parts: int) -> tuple[Fraction, Fraction]:
    """The attainable means on both sides of a value."""
    return Fraction(floor(value * parts), parts), Fraction(ceil(value * parts), parts)


def fitting(mean: Interval, n: int, items: int) -> list[int]:
    """The neighbouring n that could have this mean."""
    return [k for k in range(max(1, n - NEIGHBOURS), n + NEIGHBOURS + 1) if k != n and attainable(mean, k * items)]

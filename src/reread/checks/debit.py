"""Can n answers of yes or no have this mean and this SD together?

Where every answer is one of two numbers, k of n the higher one, k alone gives the mean and the SD. With 0 and 1 the
mean is k / n, the variance k (n − k) / (n (n − 1)), or with n in place of n − 1. Some whole k must give both prints.
Other pairs of numbers in use (`conventions.BINARY_CODES`) are admitted.

Source: Heathers & Brown 2019, DEBIT: a simple consistency test for binary data, osf.io/5vb3u. Example of scrutiny's
vignette: a mean of 0.19 with an SD of 0.35 of 1,683 answers is impossible, 0.53 with 0.50 possible.

>>> possible(1683, "0.19", "0.35"), possible(1683, "0.53", "0.50")
(False, True)
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil, floor, sqrt

from reread.datasets.printed import Printed, mean_interval, sd_interval
from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics.conventions import BINARY_CODES, DDOF
from reread.study.finding import Finding, about, meets
from reread.study.samples import Sample, samples
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each printed mean with SD of answers of yes or no."""
    for sample in samples(study):
        values, n = study.all(f"{sample.role}.mean", f"{sample.role}.sd"), sample.n
        if values is None or n is None or not applies(sample) or n.integer < 2:
            continue
        mean, sd = values
        if not (mean.interval.bounded and sd.interval.bounded and sd.interval.within(0, None)):
            continue
        verdict = meets(possible(n.integer, mean.interval, sd.interval), sample.complete)
        allowed = _sds(n.integer, mean.interval)
        params = {"mean": mean.shown, "sd": sd.shown, "n": n.shown, "allowed": allowed or "–"}
        say = "" if allowed else f"no_such_mean_{verdict['status']}"
        yield Finding("debit", about(sd, mean, n), params=params, say=say, **verdict)


def applies(sample: Sample) -> bool:
    """Is every measurement one of two numbers? A mean of several such items is not."""
    return sample.binary and sample.items == 1


def possible(
    n: int,
    mean: Printed,
    sd: Printed,
    codings: Iterable[tuple[int, int]] = BINARY_CODES,
    ddofs: Iterable[int] = DDOF,
) -> bool:
    """Do any n answers of yes or no have this mean and this SD (n − 1 or n)? ValueError for n < 2 or an open end."""
    if n < 2:
        raise ValueError(f"n is {n}; an SD needs at least 2")
    means, sds = mean_interval(mean), sd_interval(sd)
    least, most = (end**2 for end in sds.ends)
    variances = (each for codes in codings for ddof in ddofs for each in _variances(n, means, codes, ddof))
    return any(least <= variance <= most for variance in variances)


def _variances(n: int, mean: Interval, codes: tuple[int, int], ddof: int) -> Iterator[Fraction]:
    """The variances of n answers, each one of two numbers, whose mean lies in the interval."""
    low, apart = codes[0], codes[1] - codes[0]
    least, most = mean.ends
    first, last = ceil((least - low) * n / apart), floor((most - low) * n / apart)
    for k in range(max(first, 0), min(last, n) + 1):
        yield Fraction(apart * apart * k * (n - k), n * (n - ddof))


def _sds(n: int, mean: Interval) -> str:
    """The SDs that the mean leaves under the first coding that allows it, least to greatest; empty where none does."""
    for codes in BINARY_CODES:
        sds = [sqrt(variance) for ddof in DDOF for variance in _variances(n, mean, codes, ddof)]
        if sds:
            return span(min(sds), max(sds), 3)
    return ""

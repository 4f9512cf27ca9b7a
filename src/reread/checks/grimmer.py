"""Can n whole-number scores have this mean and this SD together?

Some integer sum that the mean allows needs an integer sum of squares, of the same parity and no smaller than the sum
allows, whose SD (n − 1 or n) lies in the printed interval; tiny n are decided by exact counting. Answers of yes or no
are left to DEBIT, which asks for more.

Source: Anaya 2016, doi:10.7287/peerj.preprints.2400v1; Allard 2018, https://aurelienallard.netlify.app/post/anaytic-
grimmer-possibility-standard-deviations (the smallest sum of squares). Example of rsprite2: mean 3.44, SD 2.47, n = 18.

>>> possible(18, "3.44", "2.47"), possible(28, "5.21", "1.6")
(False, True)
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil, floor

from reread.checks.debit import applies
from reread.datasets import possible as possible_with
from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics.conventions import DDOF
from reread.study.finding import Finding, about, meets
from reread.study.samples import samples
from reread.study.values import Study, Value

LARGEST_N = 1_000_000  # beyond it the test takes long and excludes next to nothing


def check(study: Study) -> Iterator[Finding]:
    """One finding for each printed mean with SD of whole-number scores."""
    for sample in samples(study):
        values, n = study.all(f"{sample.role}.mean", f"{sample.role}.sd"), sample.n
        if values is None or n is None or not sample.whole or applies(sample) or not 2 <= n.integer <= LARGEST_N:
            continue
        mean, sd = values
        if not (mean.interval.bounded and sd.interval.bounded and sd.interval.within(0, None)):
            continue
        agrees = possible(n.integer, mean.interval, sd.interval, sample.items)
        params = {"mean": mean.shown, "sd": sd.shown, "n": n.shown, **_by_hand(n.integer, mean, sd, sample.items)}
        yield Finding("grimmer", about(sd, mean, n), params=params, **meets(agrees, sample.complete))


def _by_hand(n: int, mean: Value, sd: Value, items: int) -> dict[str, str]:
    """The one sum that the mean leaves, and the range of squares by either SD; empty where it leaves several sums."""
    low, high = ((end or 0) * n for end in (mean.interval.low, mean.interval.high))
    sums = range(ceil(low), floor(high) + 1)[:2]
    if items != 1 or len(sums) != 1:
        return {}
    least, most = (end or 0 for end in (sd.interval.low, sd.interval.high))
    middle = Fraction(sums[0] ** 2, n)
    squares, squares_n = (span(least**2 * below + middle, most**2 * below + middle) for below in (n - 1, n))
    return {"sum": str(sums[0]), "squares": squares, "squares_n": squares_n}


def possible(n: int, mean: str | Interval, sd: str | Interval, items: int = 1, ddofs: Iterable[int] = DDOF) -> bool:
    """Do any n scores have this mean and this SD, with n − 1 or n?"""
    return any(possible_with(n, mean, sd, items=items, ddof=ddof) for ddof in ddofs)

"""Do the SD and the standard error that a sample prints fit each other and its number of participants?

SE = SD / √n. The SD may have n below in place of n − 1. Where answers may be missing, a standard error that belongs to
fewer participants than n is left open; one of more participants than n cannot be. One beside a
model, which may have the pooled spread of all groups, is left open as well.

Source: Altman & Bland 2005, doi:10.1136/bmj.331.7521.903 (standard deviations and standard errors). Example: Student's
ten sleepers, 1908: SD 1.79, SE 0.57.

>>> from math import sqrt
>>> round(1.79 / sqrt(10), 2)
0.57
"""

from collections.abc import Iterator
from math import sqrt

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.study.comparison import comparisons
from reread.study.finding import Finding, about, meets
from reread.study.values import Study

MODELS = ("ANOVA", "one-way ANOVA", "regression")  # print standard errors with the spread of all groups


def check(study: Study) -> Iterator[Finding]:
    """One finding for each sample with an SD, a standard error and n."""
    every = ((comparison, sample) for comparison in comparisons(study) for sample in comparison.samples)
    for comparison, sample in every:
        sd, se, n = sample.get("sd"), sample.get("se"), sample.n
        if sd is None or se is None or n is None or n.integer < 2:
            continue
        spread, error = sd.interval.within(0, None), se.interval.within(0, None)
        if spread is None or error is None or not (spread.bounded and error.bounded):
            continue
        (narrow, wide), roots = spread.floats(), (sqrt(n.integer), sqrt(n.integer - 1))
        allowed = Interval.around(narrow / roots[0], wide / roots[1])
        agrees = error.meets(allowed)
        below = error.high is not None and allowed.low is not None and error.high < allowed.low
        params = {
            "se": se.shown,
            "sd": sd.shown,
            "n": n.shown,
            "allowed": span(*allowed.floats(), se.reported.decimals + 1),
        }
        own = comparison.test not in MODELS and not comparison.about.adjusted
        yield Finding("se_of_sd", about(se, sd, n), params=params, **meets(agrees, own and (sample.complete or below)))

"""Can the printed SD of the change belong to the printed SDs before and after?

It lies between |s₁ − s₂| (r = 1) and s₁ + s₂ (r = −1); the correlation that it implies is shown. One of the three may
have n below, and the others n − 1.

Source: Cochrane Handbook 6.5, section 6.5.2.8. Example: SDs 0.41 and 0.31 without correlation: SD of the change 0.51.

>>> from reread.statistics.formulas import r_from_sd_of_change
>>> abs(round(r_from_sd_of_change(0.41, 0.31, 0.514), 2))
0.0
"""

from collections.abc import Iterator
from math import sqrt

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics.bounds import correlation, sd_of_change_from_sds
from reread.study.comparison import comparisons
from reread.study.finding import Finding, about, meets
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each SD of a change printed beside the SDs of both occasions."""
    for each in comparisons(study):
        of_change, of_both = each.get("sd"), each.of_samples("sd")
        if of_change is None or of_both is None or len(of_both) != 2 or not each.paired:
            continue
        values = (of_change, *of_both)
        sds = [value.interval.within(0, None) for value in values]
        bounded = [sd for sd in sds if sd and sd.bounded]
        if len(bounded) < 3:
            continue
        change, before, after = bounded
        n = each.pairs
        mixed = sqrt(n.integer / (n.integer - 1)) if n and n.integer > 1 else sqrt(2)
        low, high = sd_of_change_from_sds(before, after).floats()
        allowed = Interval.around(low / mixed, high * mixed).within(0, None)
        r = correlation(before, after, change)
        inside = r.within(-1, 1)
        params = {
            "sd": values[0].shown, "before": values[1].shown, "after": values[2].shown,
            "allowed": span(max(0.0, low), high), "r": span(*(inside or r).floats()) if r.bounded else "–",
        }  # fmt: skip
        agrees = allowed is not None and change.meets(allowed)
        verdict = meets(agrees, each.complete and n is not None)
        if agrees and r.high is not None and float(r.high) * mixed**2 < 0:
            verdict |= {"say": "below_zero", "kind": "implausible"}
        yield Finding("sd_of_change", about(*values, n), params=params, **verdict)

"""Can the printed paired t come from the printed means and SDs, and with which correlation of the two measurements?

The SD of the change, or of the differences, lies between |s₁ − s₂| (r = 1) and s₁ + s₂ (r = −1); t = difference /
(that SD / √n). The correlation that the printed t implies is shown; one far below 0 is unusual for two measurements of
the same persons. SDs printed with n in place of n − 1 are admitted; the sign is free.

Source: Cochrane Handbook 6.5, section 6.5.2.8. Example: Student 1908, doi:10.1093/biomet/6.1.1, p. 20: ten men, 0.75 ±
1.79 and 2.33 ± 2.00 hours of sleep gained with two drugs, t(9) = 4.06: r = .80.

>>> from reread.statistics.formulas import r_from_sd_of_change
>>> round(r_from_sd_of_change(1.79, 2.00, 1.58 * 10**0.5 / 4.06), 1)
0.8
"""

from collections.abc import Iterator
from functools import partial
from math import sqrt
from operator import mul

from reread.numbers.show import number, span
from reread.statistics.bounds import correlation, paired_t_range, sd_of_change_from_sds, sd_of_change_from_t
from reread.study.comparison import comparisons
from reread.study.finding import Finding, about, meets
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each paired t with both SDs and a mean difference."""
    for each in comparisons(study):
        t, n, printed, apart = each.get("t"), each.pairs, each.of_samples("sd"), each.apart()
        if t is None or n is None or printed is None or apart is None or not apart.bounded:
            continue
        if len(printed) != 2 or each.test != "paired t" or n.integer < 2:
            continue
        sds = [sd for value in printed if (sd := value.interval.within(0, None)) and sd.bounded]
        if len(sds) != 2:
            continue
        first, second = sds
        allowed = paired_t_range(apart, sd_of_change_from_sds(first, second), n.integer)
        agrees = t.interval.absolute().meets(allowed)
        implied = sd_of_change_from_t(apart, t.interval, n.integer) if t.interval.absolute().low else None
        r = correlation(first, second, implied).within(-1, 1) if implied and implied.bounded else None
        wide = sqrt(n.integer / (n.integer - 1))
        wider = [sd.image(partial(mul, wide)) for sd in sds]
        with_n = correlation(wider[0], wider[1], implied) if implied else None
        least, most = allowed.floats()
        params = {
            "t": t.shown, "n": n.shown, "least": number(least), "most": "∞" if allowed.high is None else number(most),
            "difference": span(*apart.floats()), "r": span(*r.floats()) if r and r.bounded else "–",
        }  # fmt: skip
        verdict = meets(agrees, each.complete)
        if agrees and all(end and end.high is not None and end.high < 0 for end in (r, with_n)):
            verdict |= {"say": "below_zero", "kind": "implausible"}
        roles = about(t, *printed, *(each.of_samples("mean") or ()), each.get("difference"))
        yield Finding("paired_t_from_groups", roles, params=params, **verdict)

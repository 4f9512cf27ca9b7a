"""Can the printed t come from the printed means and SDs, and with which correlation between the occasions?

The SD of the change lies between |s₁ − s₂| (r = 1) and s₁ + s₂ (r = −1); t = mean change / (SD of change / √n). The
correlation that the printed t implies is shown; one far below 0 is unusual for two measurements of the same persons.
SDs printed with n in place of n − 1 are admitted.

Source: Cochrane Handbook 6.5, section 6.5.2.8 (imputing SDs for changes from baseline).
"""

from collections.abc import Iterator
from functools import partial
from math import sqrt
from operator import mul

from reread.numbers.show import number, span
from reread.statistics.bounds import correlation, sd_of_change_from_sds, sd_of_change_from_t
from reread.statistics.paired import paired_t_range
from reread.study.finding import Finding, about, meets
from reread.study.of_change import change_of_means
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each paired t with both SDs and a mean change."""
    for name, outcome in study.file.outcomes.items():
        values = study.all(f"{name}.change.t", f"{name}.before.sd", f"{name}.after.sd")
        n, mean = study.n(name), change_of_means(study, name)
        if values is None or n is None or mean is None or outcome.change.test != "paired t" or n.integer < 2:
            continue
        t, before, after = values
        if t.interval.absolute().low == 0 or any(sd.interval.high and sd.interval.high < 0 for sd in (before, after)):
            continue
        allowed = paired_t_range(mean, sd_of_change_from_sds(before.interval, after.interval), n.integer)
        agrees = t.interval.absolute().meets(allowed)
        of_change = sd_of_change_from_t(mean, t.interval, n.integer)
        r = correlation(before.interval, after.interval, of_change).within(-1, 1)
        wide = sqrt(n.integer / (n.integer - 1))
        first, second = (sd.interval.image(partial(mul, wide)) for sd in (before, after))
        with_n = correlation(first, second, of_change)
        least, most = allowed.floats()
        params = {
            "t": t.shown, "n": n.shown, "least": number(least), "most": "∞" if allowed.high is None else number(most),
            "mean": span(*mean.floats()), "r": span(*r.floats()) if r else "–",
        }  # fmt: skip
        roles = (*about(t, before, after), *about(study.get(f"{name}.before.mean"), study.get(f"{name}.after.mean")))
        below = agrees and all(each and each.high is not None and each.high < 0 for each in (r, with_n))
        verdict = meets(agrees, study.complete(name))
        if below:
            verdict |= {"say": "below_zero", "kind": "implausible"}
        yield Finding("t_means_sds", roles, params=params, **verdict)

"""Which SD of the change would the printed p imply, if it came from a paired t-test?

t follows from p and n − 1, and SD of change = mean change × √n / t. Where the paper names no test, nothing is decided:
the implied SD is shown beside the baseline mean, with what other tests would leave open.

Source: Cochrane Handbook 6.5, section 6.5.2.3 (SDs from p-values). Example: p = .012, n = 36, mean change 15.58.

>>> round(t_from_p(0.012, 35), 2)
2.65
"""

from collections.abc import Iterator
from math import inf, sqrt

from scipy import stats

from reappraise.bounds import change_of_means, corners
from reappraise.conventions import p_interval
from reappraise.finding import Finding, about
from reappraise.interval import Interval
from reappraise.show import number, span
from reappraise.study import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each p of a change in means that is printed without t and without SDs."""
    for name, outcome in study.file.outcomes.items():
        values = study.all(f"{name}.change.p", f"{name}.before.mean", f"{name}.after.mean")
        n, mean = study.n(name), change_of_means(study, name)
        printed = any(study.get(f"{name}.{part}") for part in ("change.t", "change.sd", "before.sd"))
        if values is None or n is None or mean is None or printed or n.integer < 3 or not study.file.design.paired:
            continue
        p, before, _ = values
        implied = _implied(mean, p_interval(p.reported, p.interval), n.integer)
        least = implied.floats()[0]
        wide = bool(before.interval.high is not None and least > float(before.interval.high) > 0)
        params = {
            "p": p.shown, "n": n.shown, "mean": span(*mean.floats(), 2), "sd": span(*implied.floats(), 1),
            "before": before.shown, "t": number(t_from_p(float(p.reported.value) or 1e-4, n.integer - 1)),
        }  # fmt: skip
        stated = outcome.change.test == "paired t"
        say = ("wide" if wide else "plain") + ("" if stated else "_unstated")
        kind = "implausible" if wide and stated else ""
        status = "consistent" if stated else "undecided"
        yield Finding("sd_from_p", about(p, *values[1:]), status, params, say=say, kind=kind)  # type: ignore[arg-type]


def t_from_p(p: float, df: float) -> float:
    """The size of t that a two-sided p implies."""
    return float(stats.t.isf(p / 2, df)) if p > 0 else inf


def _implied(mean: Interval, p: Interval, n: int) -> Interval:
    """The SD of the change for every mean change and p in their intervals."""
    low, high = p.floats()
    t = [t_from_p(min(max(end, 1e-12), 1 - 1e-12), n - 1) for end in (low, high)]
    return corners(lambda m, v: m * sqrt(n) / v, mean.absolute(), Interval.around(min(t), max(t)))

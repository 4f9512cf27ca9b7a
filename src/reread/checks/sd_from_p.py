"""Which SD would the printed p imply, under each test that it may come from?

A paired t-test: t follows from p and n − 1, and SD of change = mean change × √n / t; a z-test in its place: the same
with a normal quantile. A two-group t-test, were the occasions taken for two groups of n: SD of the measurements, not of
the change, = mean change × √(n / 2) / t with 2n − 2 degrees of freedom. A signed-rank test implies no SD, only a rank
sum, n (n + 1) / 4 − z √(n (n + 1) (2n + 1) / 24) without ties. Where the paper names no test, nothing is decided.

Source: Cochrane Handbook 6.5, section 6.5.2.3 (SDs from p-values); Wilcoxon 1945, Biometrics Bulletin 1:80 (ranks).
Example: p = .012, n = 36, mean change 15.58.

>>> round(t_from_p(0.012, 35), 2), [round(end) for end in rank_sum(Interval.point(Fraction("0.012")), 36).floats()]
(2.65, [173, 173])
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from math import inf, sqrt

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics import distributions as stats
from reread.statistics.bounds import corners
from reread.statistics.conventions import p_interval
from reread.study.comparison import Comparison, comparisons
from reread.study.finding import Finding, about
from reread.study.values import Study

SMALLEST = Fraction(1, 10**12)  # p of 0 or 1 would put t at infinity or 0


def check(study: Study) -> Iterator[Finding]:
    """One finding for each p of a change in means that is printed without t and without SDs."""
    for each in comparisons(study):
        p, means, n, mean = each.get("p"), each.of_samples("mean"), each.pairs, each.apart()
        if p is None or means is None or len(means) != 2 or n is None or mean is None or n.integer < 3:
            continue
        printed = each.get("t") or each.get("sd") or each.samples[0].get("sd")
        if printed or each.test not in ("paired t", "not stated") or not (each.paired and _twice(study, each)):
            continue
        before = means[0]
        stands_for = p_interval(p.reported, p.interval).within(SMALLEST, 1 - SMALLEST) or Interval.point(SMALLEST)
        paired = partial(t_from_p, df=n.integer - 1)
        implied = _implied(mean, stands_for, n.integer, paired)
        groups = _implied(mean, stands_for, Fraction(n.integer, 2), partial(t_from_p, df=2 * n.integer - 2))
        least = implied.floats()[0]
        wide = bool(before.interval.high is not None and least > float(before.interval.high) > 0)
        params = {
            "p": p.shown, "n": n.shown, "mean": span(*mean.floats(), 2), "sd": span(*implied.floats(), 1),
            "before": before.shown, "t": span(*stands_for.image(paired).floats(), 2),
            "normal": span(*_implied(mean, stands_for, n.integer, z_from_p).floats(), 1),
            "groups": span(*groups.floats(), 1), "ranks": span(*rank_sum(stands_for, n.integer).floats(), 0),
            "rank_total": str(n.integer * (n.integer + 1) // 2),
        }  # fmt: skip
        stated = each.test == "paired t"
        say = ("wide" if wide else "plain") + ("" if stated else "_unstated")
        kind = "implausible" if wide and stated else ""
        status = "consistent" if stated else "undecided"
        yield Finding("sd_from_p", about(p, *means), status, params, say=say, kind=kind)  # type: ignore[arg-type]


def _twice(study: Study, comparison: Comparison) -> bool:
    """Does the study say that it measured the same people twice? A named paired test does."""
    return study.file.design.paired or comparison.test == "paired t"


def t_from_p(p: float, df: float) -> float:
    """The size of t that a two-sided p implies."""
    return float(stats.t.isf(p / 2, df)) if p > 0 else inf


def z_from_p(p: float) -> float:
    """The size of z that a two-sided p implies."""
    return float(stats.norm.isf(p / 2))


def rank_sum(p: Interval, n: int) -> Interval:
    """The smaller signed-rank sum of n changes behind a two-sided p, by the normal approximation without ties.

    >>> rank_sum(Interval.point(Fraction("0.002833")), 10).floats()  # not below 0, where the approximation ends
    (0.0, 0.0)
    """
    spread = sqrt(n * (n + 1) * (2 * n + 1) / 24)
    return p.image(lambda each: n * (n + 1) / 4 - z_from_p(each) * spread).within(0, None) or Interval.point(0)


def _implied(mean: Interval, p: Interval, n: int | Fraction, quantile: Callable[[float], float]) -> Interval:
    """mean × √n over the quantile, for every mean and p in their intervals."""
    return corners(lambda m, v: m * sqrt(n) / v, mean.absolute(), p.image(quantile))

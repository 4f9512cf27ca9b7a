"""Does the printed I² follow from the printed Q and its degrees of freedom?

I² is the share of Q beyond its degrees of freedom, (Q − df) / Q, and 0 where Q is no greater than them. It may be
printed in percent, with the sign or without, or as a share of one. Programs that estimate τ² otherwise than by
DerSimonian and Laird (restricted maximum likelihood …) take I² from that, and it may even be 0 beside a large Q. So an
I² that does not follow is left open, unless the study file says that the statistic was obtained as usual.

Source: Higgins & Thompson 2002, doi:10.1002/sim.1186; Higgins et al. 2003, doi:10.1136/bmj.327.7414.557; how I² is
taken from τ²: metafor-project.org/doku.php/faq. Example there, odds ratios of 13 trials of BCG by DerSimonian and
Laird: Q(12) = 163.1649, I² = 92.65 %.

>>> [round(end, 4) for end in i_squared(Interval.of("163.16485", "163.16495"), 12).floats()]
[0.9265, 0.9265]
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.study.comparison import comparisons
from reread.study.finding import Finding, Param, meets
from reread.study.obtained import USUAL
from reread.study.values import Study, Value

PERCENT, DECIMALS = Fraction(1, 100), 1


def check(study: Study) -> Iterator[Finding]:
    """One finding for each I² beside a Q (or the χ² that it is) with its degrees of freedom."""
    for test in comparisons(study):
        printed, q, df = test.get("I2"), test.get("Q") or test.get("chi2"), test.get("df")
        if printed is None or q is None or df is None or not df.whole or df.integer < 1:
            continue
        allowed = i_squared(q.interval, df.integer)
        agrees = allowed.meets_any(shares(printed))
        low, high = allowed.scaled(100).floats()
        params: dict[str, Param] = {
            "printed": printed.reported.in_percent, "q": q.shown, "df": df.shown,
            "allowed": span(low, high, max(printed.reported.decimals - 2, DECIMALS)),
        }  # fmt: skip
        verdict = meets(agrees, test.about.obtained.statistic == USUAL)
        yield Finding("i_squared", (printed.role, q.role, df.role), params=params, **verdict)


def shares(printed: Value) -> list[Interval]:
    """What a printed I² may be as a share of one: without a percent sign it may be in percent all the same."""
    if printed.reported.text.endswith("%"):
        return [printed.interval]
    percent = printed.interval.scaled(PERCENT)
    return [percent, printed.interval] if printed.reported.decimals > 0 else [percent]


def i_squared(q: Interval, df: int) -> Interval:
    """(Q − df) / Q, at least 0, over all Q of an interval."""
    low, high = q.low or Fraction(0), q.high
    return Interval(_share(low, df), Fraction(1) if high is None else _share(high, df))


def _share(q: Fraction, df: int) -> Fraction:
    return max(Fraction(0), 1 - df / q) if q > 0 else Fraction(0)

"""Which change of means, and which degrees of freedom, does a before–after outcome leave?"""

from __future__ import annotations

from fractions import Fraction

from reread.numbers.interval import Interval
from reread.study.values import Study


def change_of_means(study: Study, outcome: str) -> Interval | None:
    """The absolute mean change that the printed means and change leave; None where too little is printed.

    Where answers may be missing, the means are not those of the participants behind a printed change.
    """
    means = study.all(f"{outcome}.before.mean", f"{outcome}.after.mean")
    printed = study.get(f"{outcome}.change.mean")
    found = (means[1].interval - means[0].interval).absolute() if means else None
    if printed is None:
        return found
    stated = printed.interval.absolute()
    if not study.complete(outcome):
        return stated
    both = stated.within(found.low, found.high) if found else stated
    return both or found


def degrees_of_freedom(study: Study, outcome: str) -> Interval | None:
    """As printed, else n − 1 of a paired t (2 n − 2 if read as of groups); None where neither is known or below 1.

    Welch's may have decimals, which papers also leave out: whole ones of another test than the paired one stand for
    what rounds to them.
    """
    df, n = study.get(f"{outcome}.change.df"), study.n(outcome)
    paired = study.outcome(outcome).change.test == "paired t"
    if df is not None:
        beside = Fraction(0) if paired or not df.whole else Fraction(1, 2)
        return (df.interval + Interval(-beside, beside)).within(1, None)
    if not paired or n is None or n.integer < 2:
        return None
    return Interval.point(n.integer - 1 if study.reading.paired else 2 * n.integer - 2)

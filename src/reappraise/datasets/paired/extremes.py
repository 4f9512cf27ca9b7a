"""What are the least and the greatest t, d, p or correlation over all before × after tables that print these numbers?

Mean, SD, t, d_z, p and r of a table follow from the sums and sums of squares of both occasions and of the change. Which
sums of squares the changes can have is found without listing tables (`change_pairs`); what is printed of the change
leaves some of them.

>>> both = {"before": {"mean": "1.20", "sd": "0.41"}, "after": {"mean": "1.90", "sd": "0.31"}}
>>> found = extremes("t", 20, **both)
>>> round(found.least, 2), round(found.greatest, 2), found.ending
(4.77, 6.66, 'all listed')
>>> found.at_greatest.cells
((1, 1, 2), (1, 2, 14), (2, 2, 4))

Changes are after − before; SDs have n − 1; p is two-sided. A table without spread in its changes has no t, d_z or p
unless it changes (then t is infinite and p 0); one without spread at an occasion has no r: it is left out.
Source: Student 1908, doi:10.1093/biomet/6.1.1; Cohen 1988, p. 48 (d_z); Cumming 2012, p. 291 (d_av).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import copysign, inf, sqrt
from typing import Literal

from reappraise.datasets.asked import Scale
from reappraise.datasets.changes import change_pairs, table_met
from reappraise.datasets.changing import Said
from reappraise.datasets.extremes import Extremes
from reappraise.datasets.histogram import Counts, Ending, Moments, TooLarge
from reappraise.datasets.joint import Given, JointQuestion, walk_over
from reappraise.datasets.paired.asking import list_all, posed, table_of
from reappraise.datasets.pairing import Table
from reappraise.datasets.paths import Paths
from reappraise.formulas import d_av, p_from_t, r_from_sd_of_change

Name = Literal["mean", "sd", "t", "d_z", "d_av", "p", "r"]
NAMES = ("mean", "sd", "t", "d_z", "d_av", "p", "r")


@dataclass(frozen=True)
class Candidate:
    """Two distributions and a sum of squares of the changes between them."""

    before: Counts
    after: Counts
    change: Moments

    def value(self, name: str) -> float | None:
        """A statistic of every such table; None where it is undefined."""
        n, mean = self.before.n, self.change.sum / self.before.n
        sd, first, second = (sqrt(part.variance(n)) for part in (self.change, self.before.moments, self.after.moments))
        if name == "mean":
            return mean
        if name == "sd":
            return sd
        if name == "d_av":
            return d_av(mean, first, second) if first + second else None
        if name == "r":
            return max(-1.0, min(1.0, r_from_sd_of_change(first, second, sd))) if first and second else None
        if not sd and not mean:
            return None
        d_z = mean / sd if sd else copysign(inf, mean)
        t = d_z * sqrt(n)
        return {"d_z": d_z, "t": t}[name] if name != "p" else p_from_t(t, n - 1)

    def table(self) -> Table | None:
        """One such table; None where the search for it outgrows memory."""
        cells = table_met(self.before, self.after, self.change.squares)
        if cells:
            return Table(cells)
        try:
            walk = walk_over((self.before, self.after), {(0, 1): frozenset((self.change.squares,))})
            return table_of(next(Paths(walk).each()))
        except TooLarge:
            return None


def extremes(
    statistic: Name | Callable[[Table], float],
    n: int,
    before: Given,
    after: Given,
    *,
    change: Said | None = None,
    scale: Scale = None,
    cap: int = 10_000,
) -> Extremes[Table]:
    """Least and greatest value, by name (mean, sd, t, d_z, d_av, p, r: of the change) or of your function of a table.

    Other arguments as in `count`. Your function is taken over the list of tables, up to `cap`. Where not all tables
    could be tried the ending is "stopped at cap" and the values are only those seen. Errors: ValueError.
    """
    if callable(statistic):
        listing = list_all(n, before, after, change=change, scale=scale, cap=cap)
        return Extremes.over([(statistic(table), table) for table in listing.tables], listing.ending)
    if statistic not in NAMES:
        raise ValueError(f"the statistic “{statistic}” is not known; write one of {', '.join(NAMES)}, or a function")
    if n < 2:
        raise ValueError(f"n is {n}; a change has an SD, and all that follows, for two people or more")
    question = posed(n, before, after, change, scale)
    found, complete = _candidates(question)
    values = [(value, one) for one in found if (value := one.value(statistic)) is not None]
    ending: Ending = "stopped at cap" if not complete else "all listed" if found else "none exists"
    best = Extremes.over(values, ending)
    low, high = (one.table() if one else None for one in (best.at_least, best.at_greatest))
    return Extremes(best.least, best.greatest, low, high, best.ending)


def _candidates(question: JointQuestion) -> tuple[list[Candidate], bool]:
    """Every attained sum of squares that agrees with the printed change, and whether these are all."""
    found, complete = [], question.complete
    for before, after in question.choices():
        try:
            pairs = change_pairs(before, after)
        except TooLarge:
            complete = False
            continue
        asked = question.changes.get((0, 1))
        allowed = asked.squares(before, after) if asked else None
        found += [Candidate(before, after, pair) for pair in pairs if allowed is None or pair.squares in allowed]
    return found, complete

"""Does the printed p follow from the groups' counts?

Two groups by two categories: the p of every usual chi-squared (see `chi2_from_counts`), of z, and of Fisher's exact
test in its usual two-sided forms, with mid-p too. A stated Fisher's test admits the exact ones only. In a
larger table the exact p is not computed, so that nothing is decided there.

Source: Fisher 1935; Agresti 2013, Categorical Data Analysis, 3rd edition (page not looked up). Example: Medical
Research Council 1948, doi:10.1136/bmj.2.4582.769: 4 of 55 and 14 of 52 patients died, exact p = .0090.

>>> from reread.statistics.tables import fisher_p
>>> round(fisher_p(4, 51, 14, 38)["by probability"], 4)
0.009
"""

from collections.abc import Iterator
from fractions import Fraction

from reread.numbers.interval import Interval
from reread.numbers.show import number
from reread.statistics import distributions as stats
from reread.statistics.conventions import p_interval
from reread.statistics.tables import LARGEST_EXACT, ONE_SIDED, chi_squared, fisher_p, freedom, z_of_proportions
from reread.study.comparison import Comparison, comparisons
from reread.study.counted import PrintedTable, counts_of, two_by_two
from reread.study.finding import Finding, Listed, Param, about, meets
from reread.study.values import Study

OF_COUNTS = ("chi-squared", "Fisher", "z", "not stated")


def check(study: Study) -> Iterator[Finding]:
    """One finding for each p of a table of groups by categories that is not adjusted for several tests."""
    for test in comparisons(study):
        p, counts = test.get("p"), counts_of(test)
        if p is None or counts is None or test.paired or test.about.adjusted or test.test not in OF_COUNTS:
            continue
        admitted = _admitted(test, counts)
        if not admitted:
            continue
        agrees = p_interval(p.reported, p.interval).meets_any(admitted.values())
        shown = {name: number(each.floats()[0], 4) for name, each in admitted.items()}
        small = two_by_two(counts.table) and sum(counts.table[0]) <= LARGEST_EXACT
        params: dict[str, Param] = {
            "p": p.shown, "counts": counts.shown, "allowed": ", ".join(dict.fromkeys(shown.values())),
            "each": Listed(tuple(shown.items())),
        }  # fmt: skip
        df = test.get("df")
        small = small and (df is None or test.shows("df", 1))
        decided = counts.whole and small and test.test in ("chi-squared", "Fisher")
        yield Finding("p_from_counts", about(p, *counts.values), params=params, **meets(agrees, decided))


def _admitted(test: Comparison, counts: PrintedTable) -> dict[str, Interval]:
    """The admitted p of a table by name; of a printed chi-squared too, which may be what was looked up."""
    exact, df, one_sided = {}, freedom(counts.table), test.tails == 1
    if two_by_two(counts.table):
        (a, b), (c, d) = counts.table
        exact = {
            f"exact, {name}": Interval.around(p, p)
            for name, p in fisher_p(a, b, c, d).items()
            if (name in ONE_SIDED) == one_sided
        }
    if test.test == "Fisher":
        return exact
    squares = {name: Interval.around(value, value) for name, value in chi_squared(counts.table).items()}
    if two_by_two(counts.table) and test.test in ("z", "not stated"):
        sizes = z_of_proportions(counts.table[0][0], a + b, counts.table[1][0], c + d)
        squares |= {f"z, {name}": Interval.around(z * z, z * z) for name, z in sizes.items()}
    printed = test.get("chi2")
    if printed and printed.interval.bounded and printed.interval.meets_any(squares.values()):
        squares["printed chi-squared"] = printed.interval
    found = {name: _tail(square, df) for name, square in squares.items()}
    if one_sided and df == 1:
        halves = {name: p.scaled(Fraction(1, 2)) for name, p in found.items()}
        found = halves | {f"{name}, other side": Interval.point(1) - p for name, p in halves.items()}
    return exact | found


def _tail(square: Interval, df: int) -> Interval:
    low, high = square.floats()
    return Interval.around(float(stats.chi2.sf(high, df)), float(stats.chi2.sf(max(0.0, low), df)))

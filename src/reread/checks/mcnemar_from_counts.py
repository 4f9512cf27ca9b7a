"""Can the printed chi-squared or p of a McNemar test come from these pairs?

The test needs the numbers of pairs that changed in either direction. Where only both occasions' counts, or only the
number of pairs, are printed, every table of pairs that they leave is tried: asymptotic, corrected, exact and mid-p.

Source: McNemar 1947, doi:10.1007/BF02295996; Fagerland et al. 2013, doi:10.1186/1471-2288-13-91, table 1: of 21
children 1 and 7 changed: p = .034, exact .070, mid-p .039.

>>> import numpy as np
>>> from reread.statistics.matched_pairs import mcnemar
>>> round(float(mcnemar(np.array([1]), np.array([7]))["exact"][1][0]), 2)
0.07
"""

from collections.abc import Iterator

import numpy as np

from reread.numbers.interval import WIDEN, Interval
from reread.numbers.show import number, span
from reread.statistics.conventions import p_interval
from reread.statistics.matched_pairs import MOST_PAIRS_ALONE, Floats, Ints, from_size, from_table, mcnemar
from reread.study.comparison import Comparison, comparisons
from reread.study.counted import counts_of, two_by_two
from reread.study.finding import Finding, Listed, Param, Term, about, meets
from reread.study.samples import plain_size
from reread.study.values import Study, Value

Tables = tuple[tuple[Ints, Ints], tuple[Value, ...], bool]  # every b and c, the values behind them, all pairs known?


def check(study: Study) -> Iterator[Finding]:
    """One finding for each chi-squared or p of a McNemar test with counts or a number of pairs."""
    for test in comparisons(study):
        tables = _tables(test) if test.test == "McNemar" else None
        if tables is None:
            continue
        for value in (test.get("chi2"), test.get("p")):
            if value is not None and not (test.about.adjusted and value.role.endswith(".p")):
                yield _finding(value, tables, one_sided=test.tails == 1)


def _tables(test: Comparison) -> Tables | None:
    counts = counts_of(test)
    if counts is not None and two_by_two(counts.table):
        return from_table(counts.table), counts.values, counts.whole
    n = plain_size(test.get("n"))  # that of a group may be that of a row of the pairs' own table
    counted = any(test.study.group(f"{sample.role}.count") for sample in test.samples)
    if n is None or counted or not 1 <= n.integer <= MOST_PAIRS_ALONE:
        return None
    return from_size(n.integer), (n,), True  # fewer pairs are among them


def _finding(value: Value, tables: Tables, one_sided: bool) -> Finding:
    (b, c), values, whole = tables
    square = value.role.endswith(".chi2")
    stands_for = value.interval if square else p_interval(value.reported, value.interval)
    admitted = _admitted(b, c, square, one_sided and not square)
    agrees = any(_meets(stands_for, each) for each in admitted.values())
    params: dict[str, Param] = {
        "printed": value.shown, "what": Term("what", "chi-squared" if square else "p"), "tables": str(len(b)),
        "from": ", ".join(v.shown for v in values),
        "least": number(min(float(each.min()) for each in admitted.values()), 3),
        "most": number(max(float(each.max()) for each in admitted.values()), 3),
        "each": Listed(tuple((name, span(float(p.min()), float(p.max()), 3)) for name, p in admitted.items())),
    }  # fmt: skip
    return Finding("mcnemar_from_counts", about(value, *values), params=params, **meets(agrees, whole))


def _admitted(b: Ints, c: Ints, square: bool, one_sided: bool) -> dict[str, Floats]:
    found = mcnemar(b, c)
    if square:
        return {name: value for name, (value, _) in found.items() if value is not None}
    two_sided = {name: p for name, (_, p) in found.items()}
    if not one_sided:
        return two_sided
    halves = {f"{name}, one side": p / 2 for name, p in two_sided.items()}
    return halves | {f"{name}, other side": 1 - p / 2 for name, p in two_sided.items()}


def _meets(stands_for: Interval, values: Floats) -> bool:
    low, high = stands_for.floats()
    slack = WIDEN * np.abs(values) + 1e-15
    return bool(((values + slack >= low) & (values - slack <= high)).any())

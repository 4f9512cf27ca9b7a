"""Do the printed odds ratio or risk ratio and its interval follow from the counts of two groups?

Either group and either category may come first (so a ratio or its reciprocal), one half may be added to each count, and
the odds ratio may be the conditional one of Fisher's exact test. An interval may be that on the logarithmic scale or
the exact one; other methods give ends near those, so only one that is far from all is called impossible. A ratio from a
regression is adjusted and not compared.

Example: 189 of 11,034 and 104 of 11,037: odds ratio 1.83, 95 % interval 1.44 to 2.33.

Source: Agresti 2019, An Introduction to Categorical Data Analysis, 3rd edition, pp. 30 and 34; Woolf 1955,
Annals of Human Genetics 19:251; Katz et al. 1978, Biometrics 34:469.

>>> from reread.statistics.ratios import odds_ratio
>>> round(odds_ratio((189, 10845, 104, 10933)), 2)
1.83
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf, log

from reread.numbers.interval import Interval
from reread.numbers.show import many, number
from reread.statistics.ratios import (
    MOST_EXACT,
    Table,
    corrected,
    exact_odds_ratio,
    katz,
    odds_ratio,
    orientations,
    risk_ratio,
    woolf,
)  # fmt: skip
from reread.statistics.ratios import (
    Ends as EndsOfRatio,
)
from reread.study.comparison import Comparison, comparisons
from reread.study.finding import Ends, Finding, Param, Several, about, meets
from reread.study.intervals import interval_of, targets
from reread.study.values import Study, Value

UNADJUSTED = ("chi-squared", "Fisher")
NOT_OF_TWO_GROUPS = ("regression", "McNemar", "paired t")
FEW = 5  # of a count below this the methods for an interval differ much
NEAR = 0.5  # of half the width, on the logarithmic scale


@dataclass(frozen=True)
class FourCounts:
    """The four counts as printed, and whether they are known to be all answers."""

    table: Table
    whole: bool
    values: tuple[Value, ...]

    @property
    def shown(self) -> Several:
        """The counts of both groups."""
        a, b, c, d = (round(x) for x in self.table)
        return Several((f"{a} / {a + b}", f"{c} / {c + d}"), "and")


def check(study: Study) -> Iterator[Finding]:
    """One finding for each ratio with its counts, and one for its interval."""
    for test in comparisons(study):
        counts = _counts(test) if test.test not in NOT_OF_TWO_GROUPS else None
        for part in ("OR", "RR"):
            value = test.get(part)
            if counts is not None and value is not None:
                yield _ratio(test, part, value, counts)
                if [each.part for each in targets(test)] == [part]:
                    yield from _interval(test, part, value, counts)


def _counts(test: Comparison) -> FourCounts | None:
    """Two counts of each of two groups, or one of each and n; empty categories stay, unlike in tests of a table."""
    found = [sample.counts() for sample in test.samples]
    if len(found) != 2 or not found[0] or set(found[0]) != set(found[1]) or len(found[0]) > 2:
        return None
    categories = list(found[0])
    sizes = [sample.n.integer if sample.n else None for sample in test.samples]
    rows = [[counts[name].integer for name in categories] for counts in found]
    whole = test.stated_complete
    if len(categories) == 2:
        whole = whole or sizes == [sum(row) for row in rows]
    else:
        rows = [[row[0], (size or 0) - row[0]] for row, size in zip(rows, sizes, strict=True)]
    if any(x < 0 for row in rows for x in row) or not all(sum(row) for row in rows):
        return None
    (a, b), (c, d) = rows
    return FourCounts((a, b, c, d), whole, tuple(value for counts in found for value in counts.values()))


def _ratio(test: Comparison, part: str, value: Value, counts: FourCounts) -> Finding:
    possible = [x for x in _values(part, counts.table) if 0 < x < inf]
    agrees = any(value.interval.contains_float(x) for x in possible)
    certain = counts.whole and test.test in UNADJUSTED and min(counts.table) > 0
    by_hand = part == "RR" and value.interval.meets_any(_from_percentages(counts.table))
    params: dict[str, Param] = {
        "name": part, "printed": f"{part} {value.shown}", "counts": counts.shown,
        "allowed": many(sorted(possible)[:1] + sorted(possible)[-1:], between=" … ") if possible else "–",
        "first": _first(part, counts.table),
    }  # fmt: skip
    verdict = meets(agrees, certain and not by_hand)
    return Finding("ratio_from_counts", about(value, *counts.values), params=params, **verdict)


def _first(part: str, table: Table) -> str:
    """The plain ratio and the other orientations, for the reader."""
    make = odds_ratio if part == "OR" else risk_ratio
    return many((x for x in (make(each) for each in orientations(table)) if x < inf), most=4) or "–"


def _values(part: str, table: Table) -> Iterator[float]:
    """The ratio in every orientation, as it is and corrected; the odds ratio also conditional."""
    make = odds_ratio if part == "OR" else risk_ratio
    for each in orientations(table):
        yield make(each)
        yield make(corrected(each))
        a, b, c, d = each
        if part == "RR":  # one half added to the events and to n
            yield (a + 0.5) / (a + b + 0.5) * (c + d + 0.5) / (c + 0.5)
        elif sum(table) <= MOST_EXACT and min(a + c, b + d) > 0:
            yield exact_odds_ratio(each, ())[0]


def _from_percentages(table: Table) -> Iterator[Interval]:
    """A risk ratio taken by hand from percentages without decimals."""
    for a, b, c, d in orientations(table):
        first, second = a / (a + b), c / (c + d)
        if second > 0.005:
            yield Interval.around(max(0.0, first - 0.005) / (second + 0.005), (first + 0.005) / (second - 0.005))


def _interval(test: Comparison, part: str, value: Value, counts: FourCounts) -> Iterator[Finding]:
    printed = interval_of(test)
    if printed is None or printed.low.reported.value < 0:
        return
    low, high = printed.low.interval, printed.high.interval
    possible = [ends for level in printed.levels for ends in _ends(part, counts.table, level)]
    if not possible:
        return
    agrees = any(low.contains_float(a) and high.contains_float(b) for a, b in possible)
    near = any(_near(a, b, low, high) for a, b in possible)
    certain = counts.whole and test.test in UNADJUSTED and min(counts.table) >= FEW and not test.about.adjusted
    params: dict[str, Param] = {
        "name": part, "counts": counts.shown,
        "printed": Several((f"{part} {value.shown}", printed.shown), "with interval"),
        "allowed": Ends(number(possible[0][0]), number(possible[0][1])), "first": _first(part, counts.table),
    }  # fmt: skip
    verdict = meets(agrees, certain and not near)
    say = {"inconsistent": "interval_far", "undecided": "interval_other"}.get(verdict["status"], "interval")
    roles = about(printed.low, printed.high, value, *counts.values)
    yield Finding("ratio_from_counts", roles, params=params, say=say, **verdict)


def _ends(part: str, table: Table, level: float) -> Iterator[EndsOfRatio]:
    """The ends by every method in every orientation, the plain one first."""
    make = woolf if part == "OR" else katz
    for each in orientations(table):
        for cells in (each, corrected(each)):
            if min(cells) > 0:
                yield make(cells, level)
        a, b, c, d = each
        if part == "OR" and sum(table) <= MOST_EXACT and min(a + c, b + d) > 0:
            yield exact_odds_ratio(each, (level,))[1][0]


def _near(a: float, b: float, low: Interval, high: Interval) -> bool:
    """Are both printed ends within half of half the width of these?"""
    if not 0 < a < b < inf:
        return True
    room = NEAR * (log(b) - log(a)) / 2
    return all(
        Interval.around(_log(end.floats()[0]) - room, _log(end.floats()[1]) + room).contains_float(log(x))
        for end, x in ((low, a), (high, b))
    )


def _log(x: float) -> float:
    return log(x) if x > 0 else -inf

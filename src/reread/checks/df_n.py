"""Do the printed degrees of freedom follow from the printed number of participants?

t: n₁ + n₂ − 2 (Welch's: at least the smaller n − 1, at most n₁ + n₂ − 2), n − 1 for pairs and one sample; r: n − 2;
one-way analysis of variance: k − 1 and N − k; Kruskal–Wallis: k − 1; χ² of a table: (k − 1)(c − 1). Missing answers
make them smaller, so only those that are too large, or that miss nobody and are too small, cannot be. Welch's test
under the name of Student's, repeated measures, tests of trend and groups that the study file does not list are left
open.

Example: Student's two groups of 10 patients, 10 + 10 − 2 = 18.

Source: Student 1908, doi:10.1093/biomet/6.1.1; Welch 1947, doi:10.1093/biomet/34.1-2.28.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reread.numbers.interval import Interval
from reread.study.comparison import CORRELATIONS, ONE_GROUP, Comparison, comparisons
from reread.study.finding import Ends, Finding, Param, Status, Term, about, meets
from reread.study.samples import plain_size
from reread.study.values import Study, Value

UNLIMITED = 10**9


@dataclass(frozen=True)
class Rule:
    """What printed degrees of freedom should be.

    `expected`: what they are; `open`: what a less usual form of the test makes of them; `most`: never more than that;
    `told`: is too few also impossible where nobody is missing?
    """

    printed: Value
    expected: Interval
    most: int
    n: str
    text: str
    open: tuple[Interval, ...] = ()
    told: bool = True


def check(study: Study) -> Iterator[Finding]:
    """One finding for each test with degrees of freedom and the numbers that they follow from."""
    for test in comparisons(study):
        for rule in _rules(test):
            expected = _shown(rule.expected)
            params: dict[str, Param] = {
                "printed": rule.printed.shown, "test": Term("test", test.test), "n": rule.n, "expected": expected,
                "rule": rule.text,
            }  # fmt: skip
            verdict = meets(rule.printed.interval.meets(rule.expected), _status(test, rule) == "inconsistent")
            sizes = (test.pairs,) if test.paired and test.pairs else (test.get("n"), *(s.n for s in test.samples))
            yield Finding("df_n", about(rule.printed, *sizes), params=params, **verdict)


def _status(test: Comparison, rule: Rule) -> Status:
    """Of degrees of freedom that are not as expected."""
    printed = rule.printed.interval
    if printed.meets_any(rule.open):
        return "undecided"
    if printed.low is not None and printed.low > rule.most:
        return "inconsistent"
    return "inconsistent" if test.complete and rule.told else "undecided"


def _shown(expected: Interval) -> Param:
    return str(expected.low) if expected.low == expected.high else Ends(str(expected.low), str(expected.high))


def _rules(test: Comparison) -> Iterator[Rule]:
    kind, df = test.test, test.get("df")
    if df is not None and kind in (*ONE_GROUP, *CORRELATIONS):
        yield from _one_n(test, df)
    elif df is not None and kind in ("independent t", "Welch t"):
        yield from _two_groups(test, df)
    elif df is not None and kind == "Kruskal-Wallis" and len(test.samples) > 1:
        yield _between(test, df)
    elif df is not None and kind == "chi-squared":
        yield from _table(test, df)
    elif kind == "one-way ANOVA":
        yield from _one_way(test)


def _one_n(test: Comparison, df: Value) -> Iterator[Rule]:
    """n − 1 of one sample or pairs; n − 2 of a correlation, where papers also print n, and fewer for a partial one."""
    n, of_r = test.pairs, test.test in CORRELATIONS
    less = 2 if of_r else 1
    if n is None:  # the occasions have different numbers
        largest, expected = max(test.sizes, default=0), max(test.sizes, default=0)
    else:
        everybody = plain_size(test.study.get("n")) if test.of_occasions else None
        totals = () if test.paired else test.totals
        largest, expected = max([n.integer, *totals, *test.sizes, everybody.integer if everybody else 0]), n.integer
    if expected > less:
        most = largest if of_r else largest - 1
        yield Rule(df, Interval.point(expected - less), most, f"n = {expected}", f"n − {less}", told=not of_r)


def _own_n(test: Comparison) -> int | None:
    """The printed n of the test itself."""
    n = plain_size(test.get("n"))
    return n.integer if n and n.integer > 0 else None


def _two_groups(test: Comparison, df: Value) -> Iterator[Rule]:
    totals, sizes = test.totals, test.sizes
    if not totals or len(test.samples) not in (0, 2) or max(totals) < 3:
        return
    total, least = max(totals), max(1, min(sizes, default=2) - 1)
    students = Interval.point((sum(sizes) if len(sizes) == 2 else total) - 2)
    welch = Interval.of(min(least, total - 2), total - 2)
    n = " + ".join(map(str, sizes)) if len(sizes) == 2 else f"N = {total}"
    if test.test == "Welch t":
        yield Rule(df, welch, total - 2, n, "min(n₁, n₂) − 1 … n₁ + n₂ − 2", told=len(sizes) == 2)
    else:
        yield Rule(df, students, total - 2, n, "n₁ + n₂ − 2", (welch,), told=len(sizes) == 2)


def _between(test: Comparison, df: Value) -> Rule:
    """k − 1. The study file may list fewer groups than there are, unless their n add up to that of the test."""
    k, all_there = len(test.samples), _own_n(test) == sum(test.sizes)
    more = () if all_there else (Interval(Fraction(k), None),)
    return Rule(df, Interval.point(k - 1), k - 1 if all_there else UNLIMITED, f"k = {k}", "k − 1", more)


def _one_way(test: Comparison) -> Iterator[Rule]:
    """k − 1 and N − k. Repeated measures of m participants have a multiple of k − 1, Welch's form less than N − k."""
    df1, df2, totals, k = test.get("df1"), test.get("df2"), test.totals, len(test.samples)
    if df1 is None or not df1.whole or df1.integer < 1:
        return
    if k > 1:
        yield _between(test, df1)
    if df2 is None or not totals or max(totals) <= df1.integer + 1:
        return
    if _own_n(test) is None and k != df1.integer + 1:
        return  # the groups of the file may not be all
    total, between = max(totals), df1.integer
    people = total if _own_n(test) else max(test.sizes)
    others = round(df2.reported.value / between)  # of repeated measures: (k − 1)(m − 1) with m of the participants
    repeated = (Interval.point(between * others),) if 0 < others < people else ()
    welch = Interval.of(1, total - between - 1)
    expected = Interval.point(total - between - 1)
    n = f"N = {total}, k = {between + 1}"
    yield Rule(df2, expected, total - between - 1, n, "N − k", (welch, *repeated))


def _table(test: Comparison, df: Value) -> Iterator[Rule]:
    """(k − 1)(c − 1), where every category of every group is counted; tests of trend have fewer."""
    found = {sample.name: sample.counts() for sample in test.samples}
    categories = {name for counts in found.values() for name in counts}
    if len(found) < 2 or len(categories) < 2 or any(set(counts) != categories for counts in found.values()):
        return
    ns = list(test.sizes)
    sums = [sum(value.integer for value in counts.values()) for counts in found.values()]
    whole = _own_n(test) == sum(sums) or (test.stated_complete and ns == sums)
    rows, columns = len(found), len(categories)
    most = (rows - 1) * (columns - 1)
    yield Rule(
        df, Interval.point(most), most if whole else UNLIMITED, f"k = {rows}, c = {columns}", "(k − 1)(c − 1)",
        told=False,
    )  # fmt: skip

"""Can the printed normality p-value come from any data set that prints these numbers?

Shapiro–Wilk is computed on every data set that the mean and SD leave, and on the one that the counts and codes give.
Where no p of these comes within a factor of ten of the printed one (implementations differ in the tail), it cannot be
that p.

Source: Royston 1995, doi:10.2307/2986146 (algorithm AS R94). Example: 20 values, 18 of one kind and 2 of
another: W = 0.351, p = 2e-8.

>>> from reread.statistics.scores import shapiro
>>> w, p = shapiro(((0, 18), (2, 2)))
>>> round(w, 3), p < 1e-7
(0.351, True)
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reread.datasets.of_study import compatible, from_counts
from reread.numbers.interval import Interval
from reread.numbers.show import many, scientific
from reread.statistics.conventions import IMPLEMENTATIONS_DIFFER
from reread.statistics.scores import shapiro
from reread.study.comparison import Comparison, comparisons
from reread.study.finding import Finding, Param, Several, about, meets
from reread.study.samples import Sample
from reread.study.values import Study, Value


def check(study: Study) -> Iterator[Finding]:
    """One finding for each outcome with Shapiro–Wilk p-values of whole-number scores, over the occasions."""
    for each in comparisons(study):
        if study.measured(each.owner).normality_test != "Shapiro-Wilk":
            continue
        tested = [part for sample in each.samples if (part := _tested(sample))]
        if tested:
            yield _finding(each, tested)


@dataclass(frozen=True)
class _Tested:
    """One occasion: its printed p, W and p of every data set that fits, and whether no others can be."""

    p: Value
    tests: tuple[tuple[float, float], ...]
    values: frozenset[int]
    all_listed: bool

    def agrees(self, prints: str) -> bool:
        """Is the printed number among the statistics (exactly) or the p-values (within a factor)?"""
        if prints == "statistic":
            return any(_within(self.p.interval, w, 1) for w, _ in self.tests)
        return any(_within(self.p.interval, p, IMPLEMENTATIONS_DIFFER) for _, p in self.tests)


def _tested(sample: Sample) -> _Tested | None:
    p, n = sample.get("normality_p"), sample.n
    if p is None or n is None or n.integer < 3:
        return None
    listing = compatible(sample)
    counted = from_counts(sample) if sample.counts() else None
    data = [*(listing.data_sets if listing else ()), *([counted] if counted else [])]
    data = [scores for scores in dict.fromkeys(data) if len(scores) > 1]
    if not data:
        return None
    tests = tuple(shapiro(scores.pairs) for scores in data)
    whole = (listing is None or listing.ending != "stopped at cap") and sample.complete
    return _Tested(p, tests, frozenset(map(len, data)), whole)


def _finding(comparison: Comparison, tested: list[_Tested]) -> Finding:
    apart = [part for part in tested if not part.agrees(comparison.study.reading.normality_prints)]
    tests = [test for part in tested for test in part.tests]
    params: dict[str, Param] = {
        "p": ", ".join(part.p.shown for part in tested), "sets": str(len(tests)),
        "greatest": scientific(max(p for _, p in tests)), "w": many([w for w, _ in tests], 3),
        "values": Several(
            tuple(map(str, sorted(frozenset[int]().union(*(part.values for part in tested)))[:3])), "or"
        ),
    }  # fmt: skip
    means = (sample.get(part) for sample in comparison.samples for part in ("mean", "sd"))
    roles = about(*(part.p for part in tested), *means)
    return Finding("normality_p", roles, params=params, **meets(not apart, any(part.all_listed for part in apart)))


def _within(printed: Interval, value: float, slack: int) -> bool:
    limit = Fraction(value)
    return (
        printed.meets(Interval(limit / slack, limit * slack))
        if slack > 1
        else printed.meets(Interval.around(value, value))
    )

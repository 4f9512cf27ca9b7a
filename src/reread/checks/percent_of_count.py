"""Is a printed percentage the percentage of a count of these participants?

With its count printed: count / base, the base being n or the sum of the printed counts; where answers may be missing,
perhaps a number between the two. Without its count: some whole number of n (one that fits none is undecided).
Percentages that were made to add up to 100 may lie one unit of their last place beside their count.

Source: arithmetic; GRIM for percentages: Brown & Heathers 2017, doi:10.1177/1948550616673876.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from reread.numbers.interval import Interval
from reread.numbers.show import number
from reread.study.finding import Finding, about, meets
from reread.study.samples import Sample, samples
from reread.study.values import Study, Value


def check(study: Study) -> Iterator[Finding]:
    """One finding for each printed percentage."""
    for sample in samples(study):
        table = _Table.of(study, sample)
        for category, percent in table.percents.items():
            if category in table.counts and table.bases:
                yield table.finding(percent, table.counts[category], sample.n)
            elif sample.n is not None and sample.n.integer > 0:
                yield _alone(percent, sample.n)
    n = study.get("n")
    for percent in study.group("shares").values() if n and n.whole and n.integer > 0 else ():
        yield _alone(percent, n)  # type: ignore[arg-type]


@dataclass(frozen=True)
class _Table:
    """The counts and percentages of one sample, and the numbers of participants that they may be of."""

    counts: dict[str, Value]
    percents: dict[str, Value]
    bases: frozenset[int]
    others: range  # further bases, where answers may be missing
    whole: bool  # every participant's category has its percentage printed
    bounded: bool  # no base lies beyond these

    @classmethod
    def of(cls, study: Study, sample: Sample) -> "_Table":
        """What is printed of one sample."""
        counts, percents = study.counted(sample.role), study.group(f"{sample.role}.percent")
        total = sum(count.integer for count in counts.values())
        enrolled = [n.integer for n in (sample.n, study.get("n")) if n and n.whole]
        # the one count that is printed of a sample is no number of participants beside a printed one
        summed = (total,) if len(counts) > 1 or not enrolled else ()
        bases = frozenset(base for base in (*summed, *enrolled) if base > 0)
        missing = bool(bases) and not sample.complete
        others = range(max(1, total), max(bases)) if missing else range(0)
        both = sum(count.integer for category, count in counts.items() if category in percents)
        return cls(counts, percents, bases, others, both in enrolled, bool(enrolled))

    def finding(self, percent: Value, count: Value, n: Value | None) -> Finding:
        """Does the percentage follow from its count?"""
        unit = percent.reported.unit
        printed, beside = percent.interval, percent.interval + Interval(-unit, unit)
        hundred = sum(value.reported.value for value in self.percents.values()) == 100
        agrees = _fits(printed, count, self.bases) or (hundred and _fits(beside, count, self.bases))
        other = _fits(printed, count, self.others)
        if hundred or not self.whole:  # the percentages that are not in the study file may make it 100
            other = other or _fits(beside, count, [*self.bases, *self.others])
        params = {"percent": percent.shown, "count": count.shown, "sums": _sums(count, self.bases, percent)}
        verdict = meets(agrees, self.bounded and not other)
        return Finding("percent_of_count", about(percent, count, n), params=params, **verdict)


def _fits(percent: Interval, count: Value, bases: Iterable[int]) -> bool:
    return any(percent.contains(Fraction(100 * count.integer, base)) for base in bases)


def _sums(count: Value, bases: Iterable[int], percent: Value) -> str:
    exact = {base: Fraction(100 * count.integer, base) for base in sorted(bases)}
    decimals = percent.reported.decimals + 1
    return "; ".join(f"{count.shown} / {base} = {number(value, decimals)} %" for base, value in exact.items())


def _alone(percent: Value, n: Value) -> Finding:
    """Is there any count that this is the percentage of?"""
    exact = [Fraction(100 * k, n.integer) for k in range(n.integer + 1)]
    fits = [(k, value) for k, value in enumerate(exact) if percent.interval.contains(value)]
    decimals = percent.reported.decimals + 1
    sums = "; ".join(f"{k} / {n.shown} = {number(value, decimals)} %" for k, value in fits)
    params = {"percent": percent.shown, "n": n.shown, "sums": sums or "–"}
    say = "alone" if fits else "alone_undecided"
    return Finding("percent_of_count", about(percent, n), params=params, say=say, **meets(bool(fits), decided=False))

"""Which numbers printed of how two samples differ do the candidates for both samples reconcile?

Of the same people twice: where both data sets are known, every way of pairing the participants is one candidate,
exactly; else the SD of the change is open. Of two groups the standard error follows from both SDs (Student's or
Welch's, as the paper says or either), and with the difference of the means gives t, the interval, p and d. Where a
spread is open, each printed number that tells it (SD, SE, t, the interval, p, d) is tried as the one that does.

Sources: Student 1908, doi:10.1093/biomet/6.1.1; Welch 1947, doi:10.1093/biomet/34.1-2.28; Lakens 2013,
doi:10.3389/fpsyg.2013.00863 (d); the sum of squares of a change over all tables, `reread.datasets.changes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from math import hypot, log2, sqrt
from typing import Literal

from reread.explain.derived import apart, d_factors, d_of_t, error, standardised
from reread.explain.margins import Margin
from reread.explain.near import Range, meets, point
from reread.explain.opened import Fit, Opened
from reread.explain.pairings import Pairings, pairings
from reread.explain.spread import NEED_NO_MEAN, ORDER, WIDEST, Part, Rules, asked_by, part_of
from reread.numbers.interval import Interval
from reread.numbers.reported import Reported
from reread.study.comparison import TWO_GROUPS, TWO_MEANS
from reread.study.intervals import levels_of
from reread.study.parts import Change, ReportedTest
from reread.study.values import Study

# Of more changes than these, the SD of the change is left open.
MOST_CHANGES = 600
# Tests whose t, interval, p and d follow from means and SDs.
MEANS = (*TWO_MEANS, "not stated")
# How t is made of both samples: of the differences, of the same people as if of two groups, or of two groups.
Kind = Literal["paired", "unpaired", "Student", "Welch"]


def kinds_of(test: str, same_people: bool) -> tuple[Kind, ...]:
    """How a test that the paper names so may have been made; one that does not say is one of Student's or Welch's."""
    if same_people:
        return ("unpaired",) if test in TWO_GROUPS else ("paired",)
    return {"Welch t": ("Welch",), "paired t": ("paired",)}.get(test, ("Student", "Welch"))  # type: ignore[return-value]


@dataclass(frozen=True)
class Compared:
    """What is printed of how two samples differ, and how it is read; equal ones have equal candidates."""

    parts: tuple[tuple[str, Interval, Reported], ...]
    bits: tuple[tuple[str, float], ...]
    levels: tuple[float, ...]
    critical: str
    tails: int
    one_sided: bool  # declared, on a side that is not told
    kinds: tuple[Kind, ...]
    difference: str  # what the study file calls the difference: `mean` of a change, `estimate` of a test
    rounded_to: int | None
    linked: bool  # is everybody known to be measured twice, so that the change follows from both samples?
    d_is: str = "not stated"  # the definition of d that the paper states

    @classmethod
    def of(
        cls, study: Study, role: str, about: Change | ReportedTest, bits: tuple[tuple[str, float], ...],
        same_people: bool, linked: bool,
    ) -> Compared:  # fmt: skip
        """The values of a comparison under the study's reading; `bits` are those of each part that nothing explains."""
        kinds, one = kinds_of(about.test, same_people), about.sides == "one"
        difference = "mean" if isinstance(about, Change) else "estimate"
        twice = bool({"paired", "unpaired"} & set(kinds))
        told = (difference, "df", *ORDER) if about.test in MEANS else (difference, "sd")
        silent = {"p"} if about.adjusted else set()  # for several tests, how many is not told
        silent |= set() if twice else {"sd"}  # of groups no one SD is behind t
        found = ((part, study.values.get(f"{role}.{part}")) for part in told if part not in silent)
        return cls(
            tuple((part, value.interval, value.reported) for part, value in found if value), bits,
            levels_of(study.values.get(f"{role}.ci.level")), study.reading.critical,
            {"one": 1, "two": 2}.get(about.sides, study.reading.tails), one, kinds, difference,
            study.reading.rounded_to if twice else None, linked or not twice, about.d_is if twice else "not stated",
        )  # fmt: skip

    @property
    def twice(self) -> bool:
        """Is it of the same people twice?"""
        return self.kinds[0] in ("paired", "unpaired")

    @cached_property
    def printed(self) -> dict[str, Part]:
        """Each printed part."""
        return {part: part_of(interval, reported) for part, interval, reported in self.parts}

    def fits(self, first: Margin, second: Margin) -> tuple[Fit, ...]:
        """Every candidate for the comparison of two samples' candidates."""
        key = first.n, second.n, first.mean, second.mean, first.sd, second.sd, first.data, second.data
        if key not in self._met:
            self._met[key] = tuple(self._fits(first, second))
        return self._met[key]

    def least(self, first: Margin, second: Margin) -> float:
        """No candidate takes fewer bits, those of the parts that it does not print among them."""
        first, second = self._sides(first, second)
        if self._silent(first, second) or self._paired_data(first, second):
            return 0.0
        key = first.n, second.n, first.mean, second.mean, first.sd, second.sd
        if key not in self._bounds:
            alone, opened = self._open(first, second)
            told = [each.least for each in opened]
            told += [fit.bits + self._lost(fit) for fit in alone] if self.twice or not told else []
            self._bounds[key] = min(told)
        return self._bounds[key]

    @cached_property
    def _met(self) -> dict[object, tuple[Fit, ...]]:
        return {}

    @cached_property
    def _bounds(self) -> dict[object, float]:
        return {}

    def _lost(self, fit: Fit) -> float:
        return sum(bits for part, bits in self.bits if part not in fit.agrees)

    def _silent(self, first: Margin, second: Margin) -> bool:
        """Is nothing printed that could be judged: too few people, or not as many twice?"""
        return min(first.n, second.n) < 2 or not self.printed or (self.twice and first.n != second.n)

    def _sides(self, first: Margin, second: Margin) -> tuple[Margin, Margin]:
        """What the comparison follows from: of people who may not be the same ones, only how many they are."""
        if self.linked:
            return first, second
        return Margin(first.n, None, None, None, 0.0), Margin(second.n, None, None, None, 0.0)

    def _paired_data(self, first: Margin, second: Margin) -> Pairings | None:
        if not self.twice or first.data is None or second.data is None:
            return None
        return pairings(first.data, second.data, MOST_CHANGES)

    def _fits(self, first: Margin, second: Margin) -> Iterator[Fit]:
        first, second = self._sides(first, second)
        if self._silent(first, second):
            yield Fit(frozenset(), frozenset(), 0.0)
        elif found := self._paired_data(first, second):
            yield from self._of_tables(found)
        else:
            alone, opened = self._open(first, second)
            fits = [fit for each in opened for fit in each.fits()]
            if self.twice:
                yield from (*alone, *fits)
            else:
                tested = frozenset[str]().union(*(fit.agrees | fit.differs for fit in fits))
                yield from (*fits, Fit(frozenset(), tested, 0.0))

    def _of_tables(self, found: Pairings) -> Iterator[Fit]:
        """Every way of pairing two data sets is one candidate."""
        changes = found if self.rounded_to is None else found.rounded(self.rounded_to)
        mean, printed = point(abs(changes.mean)), self.printed
        rules, paired = self._rules(found.n), self.kinds[0] == "paired"
        plain = {part for part, holds in self._plain(mean, (rules.df, rules.df)) if holds}
        open_ = {part: value for part, value in printed.items() if part in ORDER}
        for parts, count, last in changes.printed_by(open_, rules, paired):
            chosen = log2(len(found.sds) / count) if parts else 0.0
            bits = changes.bits_of_d(last, printed["d"].decimals, self.d_is) if "d" in parts else 0.0
            agrees = plain | set(parts)
            yield Fit(frozenset(agrees), frozenset(set(printed) - agrees), chosen + bits)

    def _open(self, first: Margin, second: Margin) -> tuple[list[Fit], tuple[Opened, ...]]:
        """The spread told by none of the printed numbers (only of the same people), or by one, for each kind."""
        if self.twice:
            alone, opened = self._of_differences(first, second)
            return [alone], (opened,) if opened else ()
        return [], tuple(self._of_groups(kind, first, second) for kind in self.kinds)

    def _of_differences(self, first: Margin, second: Margin) -> tuple[Fit, Opened | None]:
        """The SD of the change is open between what correlations of 1 and −1 give."""
        mean, rules, bits, printed = apart(first.mean, second.mean), self._rules(first.n), dict(self.bits), self.printed
        free = mean is None
        if mean is None:
            mean = printed[self.difference].size if self.difference in printed else None
        judged = self._plain(mean, (rules.df, rules.df)) if mean else []
        plain = frozenset(part for part, holds in judged if holds)
        tested = (frozenset({"df"}) if free else frozenset({self.difference, "df"})) & set(printed)
        cost = bits.get(self.difference, 0.0) if free and self.difference in plain else 0.0
        alone = Fit(plain, tested - plain, cost)
        spread = self._spread(first.sd, second.sd)
        if mean is None:  # t, d and p hang together without it
            mean, spread, printed = (1.0, 1.0), WIDEST, {p: v for p, v in printed.items() if p in NEED_NO_MEAN}
        if spread is None:
            return alone, None
        if (mean, first.n, free) not in self._asked:
            self._asked[mean, first.n, free] = asked_by(printed, mean, rules)
        asked = self._asked[mean, first.n, free]
        return alone, Opened(printed, asked, mean, spread, rules, bits, plain, tested, cost)

    def _of_groups(self, kind: Kind, first: Margin, second: Margin) -> Opened:
        """The standard error is open as far as both SDs are."""
        n1, n2, s1, s2 = first.n, second.n, first.sd, second.sd
        mean, se, df, d = apart(first.mean, second.mean), WIDEST, (n1 + n2 - 2.0, n1 + n2 - 2.0), None
        if mean is not None and s1 is not None and s2 is not None:
            df, se = error(kind, s1, s2, n1, n2)
            d = standardised(mean, s1, s2, n1, n2)
        judged = self._plain(mean, df)
        plain, tested = {part for part, holds in judged if holds}, {part for part, _ in judged}
        printed = {p: v for p, v in self.printed.items() if p in ORDER and (mean or p in NEED_NO_MEAN)}
        if d is not None and "d" in printed:  # every definition, from both SDs
            tested.add("d")
            told = printed.pop("d").size
            plain |= {"d"} if any(meets(told, each) for each in d) else set()
        middle = (df[0] + df[1]) / 2
        rules = replace(self._rules_of(middle), d_factors=d_of_t(n1, n2))
        asked = asked_by(printed, mean or (1.0, 1.0), rules)
        return Opened(
            printed, asked, mean or (1.0, 1.0), se, rules, dict(self.bits), frozenset(plain), frozenset(tested)
        )

    def _plain(self, mean: Range | None, df: Range) -> list[tuple[str, bool]]:
        """The difference and the degrees of freedom need no spread: are they printed, and do they hold?"""
        room = df if df[0] == df[1] else (df[0] - 0.5, df[1] + 0.5)  # a fraction, perhaps printed as a whole number
        expected = ((self.difference, mean), ("df", room))
        return [(part, meets(self.printed[part].size, of)) for part, of in expected if part in self.printed and of]

    @cached_property
    def _asked(self) -> dict[object, dict[str, tuple[Range, ...]]]:
        return {}

    def _rules(self, n: int) -> Rules:
        """Of a change: t is the mean over the SD times √n."""
        if n not in self._by_n:
            df = n - 1 if self.kinds[0] == "paired" else 2 * n - 2
            self._by_n[n] = replace(self._rules_of(df), root=sqrt(n), d_factors=d_factors(n, self.d_is), d_is=self.d_is)
        return self._by_n[n]

    @cached_property
    def _by_n(self) -> dict[int, Rules]:
        return {}

    def _rules_of(self, df: float) -> Rules:
        """Of a standard error, and without a d."""
        return Rules(1.0, df, self.critical, self.tails, self.levels, (), self.one_sided)

    def _spread(self, before: Range | None, after: Range | None) -> Range | None:
        """The SD behind t: of the change, between what correlations of 1 and −1 give, or as if of two groups."""
        paired = self.kinds[0] == "paired"
        if before is None or after is None:
            return WIDEST if paired else None
        if not paired:
            return hypot(before[0], after[0]), hypot(before[1], after[1])
        return max(0.0, before[0] - after[1], after[0] - before[1]), before[1] + after[1]

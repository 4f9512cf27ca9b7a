"""Which numbers printed of a test of two groups do their margins reconcile?

The standard error follows from both SDs (Student's or Welch's, as the paper says or either), and with the difference of
the means gives t, the interval, p and d. Where means or SDs stay open, t, d and p still hang together by the degrees of
freedom. In a paired test both SDs only bound the standard error.

Sources: Student 1908, doi:10.1093/biomet/6.1.1; Welch 1947, doi:10.1093/biomet/34.1-2.28.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import sqrt

from reread.explain.changes import apart, d_factors
from reread.explain.margins import Margin
from reread.explain.near import Range, meets, ratio
from reread.explain.opened import Fit, Opened
from reread.explain.spread import NEED_NO_MEAN, ORDER, WIDEST, Part, Rules, asked_by, part_of
from reread.numbers.interval import Interval
from reread.numbers.reported import Reported
from reread.statistics.conventions import USUAL_LEVELS
from reread.statistics.two_means import df_welch, factors, sd_pooled, se_student, se_welch
from reread.study.comparison import TWO_GROUPS
from reread.study.values import Study

# How the standard error may be computed; a test that does not say is one of Student's or Welch's.
KINDS = {"Welch t": ("Welch",), "paired t": ("paired",)}


@dataclass(frozen=True)
class Contrast:
    """What is printed of a test of two groups, and how it is read; equal ones have equal candidates."""

    parts: tuple[tuple[str, Interval, Reported], ...]
    bits: tuple[tuple[str, float], ...]
    levels: tuple[float, ...]
    critical: str
    tails: int
    one_sided: bool
    kinds: tuple[str, ...]

    @classmethod
    def of(cls, study: Study, name: str, bits: tuple[tuple[str, float], ...]) -> Contrast:
        """The values of a t test of two groups under the study's reading."""
        test = study.file.tests[name]
        found = {part: study.get(f"tests.{name}.{part}") for part in ("estimate", "df", *ORDER)}
        level = study.get(f"tests.{name}.ci.level")
        share = float(level.reported.value) if level else 0.0
        one = test.sides == "one"
        return cls(
            tuple((part, value.interval, value.reported) for part, value in found.items() if value), bits,
            (share / 100 if share > 1 else share,) if level else USUAL_LEVELS, study.reading.critical,
            1 if one else study.reading.tails, one, KINDS.get(test.test, ("Student", "Welch")),
        )  # fmt: skip

    @cached_property
    def printed(self) -> dict[str, Part]:
        """Each printed part."""
        return {part: part_of(interval, reported) for part, interval, reported in self.parts}

    def fits(self, first: Margin, second: Margin) -> Iterator[Fit]:
        """Every candidate of two groups' margins, and last the one that prints none of the numbers."""
        found = [fit for opened in self._opened(first, second) for fit in opened.fits()]
        tested = frozenset[str]().union(*(fit.agrees | fit.differs for fit in found))
        yield from (*found, Fit(frozenset(), tested, 0.0))

    def least(self, first: Margin, second: Margin) -> float:
        """No candidate takes fewer bits, those of the parts that it does not print among them."""
        return min((opened.least for opened in self._opened(first, second)), default=0.0)

    def _opened(self, first: Margin, second: Margin) -> tuple[Opened, ...]:
        key = first.n, second.n, first.mean, second.mean, first.sd, second.sd
        if key not in self._met:
            self._met[key] = tuple(self._every(first, second))
        return self._met[key]

    @cached_property
    def _met(self) -> dict[object, tuple[Opened, ...]]:
        return {}

    def _every(self, first: Margin, second: Margin) -> Iterator[Opened]:
        """The candidate under each kind of test."""
        n1, n2 = first.n, second.n
        if min(n1, n2) < 2 or not self.printed:
            return
        mean = apart(first.mean, second.mean)
        for kind in self.kinds:
            if kind == "paired":
                if n1 == n2:
                    yield self._paired(mean, first.sd, second.sd, n1)
            elif mean is not None and first.sd is not None and second.sd is not None:
                df, se = _spread(kind, first.sd, second.sd, n1, n2)
                d = _standardised(mean, first.sd, second.sd, n1, n2)
                yield self._judged(mean, se, df, _d_factors(n1, n2), d)
            else:
                yield self._judged(mean, WIDEST, (n1 + n2 - 2.0, n1 + n2 - 2.0), _d_factors(n1, n2), None)

    def _paired(self, mean: Range | None, s1: Range | None, s2: Range | None, n: int) -> Opened:
        """The same people twice: the SD of their differences is open between |s1 − s2| and s1 + s2."""
        root, spread = sqrt(n), WIDEST
        if s1 and s2:
            spread = max(0.0, s1[0] - s2[1], s2[0] - s1[1]) / root, (s1[1] + s2[1]) / root
        return self._judged(mean, spread, (n - 1.0, n - 1.0), tuple(each / root for each in d_factors(n)), None)

    def _judged(
        self, mean: Range | None, se: Range, df: Range, d_factors: tuple[float, ...], d: list[Range] | None
    ) -> Opened:
        plain, tested = set(), set()
        for part, expected in (("estimate", mean), ("df", df)):
            if part in self.printed and expected is not None:
                tested.add(part)
                room = (expected[0] - 0.5, expected[1] + 0.5) if part == "df" and df[0] != df[1] else expected
                plain |= {part} if meets(self.printed[part].size, room) else set()
        printed = {p: v for p, v in self.printed.items() if p in ORDER and (mean or p in NEED_NO_MEAN)}
        if d is not None and "d" in printed:  # every definition, from both SDs
            tested.add("d")
            told = printed.pop("d").size
            plain |= {"d"} if any(meets(told, each) for each in d) else set()
        middle = (df[0] + df[1]) / 2
        rules = Rules(1.0, middle, self.critical, self.tails, self.levels, d_factors, self.one_sided)
        asked = asked_by(printed, mean or (1.0, 1.0), rules)
        return Opened(
            printed, asked, mean or (1.0, 1.0), se, rules, dict(self.bits), frozenset(plain), frozenset(tested)
        )


def is_of_two_groups(study: Study, name: str) -> bool:
    """Is this test, under the study's reading, a t test of two groups, or of two measurements of one?"""
    test = study.file.tests[name]
    return test.test in (*TWO_GROUPS, "paired t", "not stated") and len(test.groups) == 2 and not test.adjusted


@lru_cache(maxsize=5_000)
def _d_factors(n1: int, n2: int) -> tuple[float, ...]:
    """d over t, with each small-sample factor."""
    return tuple(sqrt(1 / n1 + 1 / n2) * factor for factor in factors(n1, n2))


@lru_cache(maxsize=5_000)
def _spread(kind: str, s1: Range, s2: Range, n1: int, n2: int) -> tuple[Range, Range]:
    """Degrees of freedom and standard error; both SDs printed with n − 1."""
    se = se_student if kind == "Student" else se_welch
    between = (se(s1[0], s2[0], n1, n2), se(s1[1], s2[1], n1, n2))
    if kind == "Student":
        return (n1 + n2 - 2.0, n1 + n2 - 2.0), between
    corners = [df_welch(a, b, n1, n2) for a in s1 for b in s2]
    return (min(corners), max(corners)), between


@lru_cache(maxsize=5_000)
def _standardised(mean: Range, s1: Range, s2: Range, n1: int, n2: int) -> list[Range]:
    """Every usual d of two groups."""
    spreads = [s1, s2]
    for of in (lambda a, b: sd_pooled(a, b, n1, n2), lambda a, b: sqrt((a * a + b * b) / 2), lambda a, b: (a + b) / 2):
        spreads.append((of(s1[0], s2[0]), of(s1[1], s2[1])))
    spreads.append(tuple(end * sqrt((n1 + n2 - 2) / (n1 + n2)) for end in spreads[2]))  # type: ignore[arg-type]
    return [tuple(end * factor for end in ratio(mean, each)) for each in spreads for factor in factors(n1, n2)]  # type: ignore[misc]

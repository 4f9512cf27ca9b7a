"""What is printed of one reported test, and which degrees of freedom may be behind it?

Degrees of freedom are those printed; a whole number may be a fraction (Welch's, say), rounded. Where none are printed
they follow from n for some tests: n − 1 for one sample or pairs, n₁ + n₂ − 2 for two groups (Welch's: from the smaller
n − 1), n − 2 for r.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reread.numbers.interval import Interval
from reread.statistics.conventions import USUAL_LEVELS
from reread.study.reported_test import ReportedTest
from reread.study.values import Study, Value

T_TESTS = ("paired t", "independent t", "Welch t", "one-sample t")
TWO_GROUPS = ("independent t", "Welch t")
ONE_GROUP = ("paired t", "one-sample t")
CORRELATIONS = ("Pearson", "Spearman")
NEVER_ROUNDED = (*ONE_GROUP, *CORRELATIONS)  # their degrees of freedom are whole
HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Freedom:
    """Degrees of freedom, and whether they are certain: printed, or from an n that misses nobody.

    `rounded`: what they may be if a whole number stands for a fraction.
    """

    interval: Interval
    rounded: Interval
    certain: bool
    shown: str


@dataclass(frozen=True)
class PrintedTest:
    """One entry of `tests:` with its values."""

    study: Study
    name: str
    about: ReportedTest

    def get(self, part: str) -> Value | None:
        """The value printed for a part of this test, if any."""
        return self.study.get(f"tests.{self.name}.{part}")

    def counted(self, part: str) -> int | None:
        """A printed whole number of at least 1."""
        value = self.get(part)
        return value.integer if value and value.whole and value.integer > 0 else None

    @property
    def sizes(self) -> tuple[int, ...]:
        """The n of every group in the order of the file; empty where one of them is not printed."""
        found = [self.counted(f"groups.{group}.n") for group in self.about.groups]
        return tuple(n for n in found if n) if all(found) else ()

    @property
    def pairs(self) -> int | None:
        """The n of one sample or of pairs: as printed, else that of every group."""
        same = set(self.sizes)
        return self.counted("n") or (same.pop() if len(same) == 1 else None)

    @property
    def totals(self) -> tuple[int, ...]:
        """What may be the number of participants in all groups together: as printed, and the sum of the groups' n."""
        found = [self.counted("n"), sum(self.sizes) if len(self.sizes) > 1 else None]
        return tuple(dict.fromkeys(n for n in found if n))

    def freedom(self) -> Freedom | None:
        """The degrees of freedom of t or r; None where they are neither printed nor follow from n."""
        printed = self.get("df")
        if printed is not None:
            return self.freedom_of(printed)
        derived = self._derived()
        if derived is None or derived[0] < 1 or derived[1] < derived[0]:
            return None
        low, high = derived
        found = Interval.of(low, high)
        return Freedom(found, found, self.about.complete, f"{low}" if low == high else f"{low} … {high}")

    def freedom_of(self, printed: Value) -> Freedom | None:
        """What printed degrees of freedom stand for; None below 1 and where they are printed as "> 30"."""
        whole = printed.whole and self.about.test not in NEVER_ROUNDED
        exact = printed.interval.within(1, None)
        rounded = (printed.interval + Interval(-HALF, HALF)).within(1, None) if whole else exact
        if exact is None or rounded is None or not exact.bounded:
            return None
        return Freedom(rounded if self.about.test == "Welch t" else exact, rounded, True, printed.shown)

    def _derived(self) -> tuple[int, int] | None:
        test, pairs, totals = self.about.test, self.pairs, self.totals
        if test in ONE_GROUP and pairs:
            return pairs - 1, pairs - 1
        if test in CORRELATIONS and pairs:
            return pairs - 2, pairs - 2
        if test in TWO_GROUPS and totals and len(self.about.groups) in (0, 2):
            return max(1, min(self.sizes, default=2) - 1), max(totals) - 2
        return None

    def levels(self) -> tuple[float, ...]:
        """The level of the printed interval (0 to 1), or the usual ones where none is printed."""
        level = self.get("ci.level")
        if level is None:
            return USUAL_LEVELS
        share = float(level.reported.value)
        share = share / 100 if share > 1 else share
        return (share,) if 0 < share < 1 else ()


def printed_tests(study: Study) -> Iterator[PrintedTest]:
    """Every reported test of the study."""
    for name, about in study.file.tests.items():
        yield PrintedTest(study, name, about)

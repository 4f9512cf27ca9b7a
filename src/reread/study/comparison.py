"""What is printed of a comparison of samples of one measure, however the study file writes it?

An outcome with its change, and a reported test with its groups, are the same thing: samples, and statistics of how they
differ. Checks, departures and all that follows ask a `Comparison` and need not know which of the two was written.

Degrees of freedom are those printed; a whole number may be a fraction (Welch's, say), rounded. Where none are printed
they follow from n for some tests: n − 1 for one sample or pairs, n₁ + n₂ − 2 for two groups (Welch's: from the smaller
n − 1), n − 2 for r.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from reread.numbers.interval import Interval
from reread.study.obtained import freed_by
from reread.study.parts import Change, ReportedTest
from reread.study.samples import PrintedSummary, Sample, at_occasions, in_groups, plain_size, summary_of
from reread.study.values import Study, Value

TWO_GROUPS = ("independent t", "Welch t")
TWO_MEANS = ("paired t", *TWO_GROUPS)  # their estimate is the difference of two means
T_TESTS = (*TWO_MEANS, "one-sample t")
ONE_GROUP = ("paired t", "one-sample t")
CORRELATIONS = ("Pearson", "Spearman")
SAME_PEOPLE = ("paired t", "Wilcoxon signed rank", "McNemar")
# Tests whose groups hold different participants, each once.
DISJOINT = (*TWO_GROUPS, "one-way ANOVA", "chi-squared", "Fisher", "Mann-Whitney", "Kruskal-Wallis")
NEVER_ROUNDED = (*ONE_GROUP, *CORRELATIONS)  # their degrees of freedom are whole
BETWEEN_RANKS = {"Mann-Whitney": 2, "Kruskal-Wallis": None}  # and how many groups they have
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
class Comparison:
    """Samples of one measure, and what is printed of their difference.

    `role` is where the printed statistics stand: `score.change`, `tests.pain`.
    """

    study: Study = field(repr=False, compare=False)
    role: str
    about: Change | ReportedTest = field(repr=False)
    samples: tuple[Sample, ...] = field(repr=False)

    @property
    def name(self) -> str:
        """What the study file calls the outcome or the test."""
        return self.role.removeprefix("tests.").removesuffix(".change")

    @property
    def owner(self) -> str:
        """The outcome or test whose part this is: `score`, `tests.pain`."""
        return self.role.removesuffix(".change") if self.of_occasions else self.role

    @property
    def of_occasions(self) -> bool:
        """Is it the change of an outcome, so that both samples are of the same people?"""
        return isinstance(self.about, Change)

    @property
    def test(self) -> str:
        """The test that the paper names."""
        return self.about.test

    @property
    def paired(self) -> bool | None:
        """Are the samples of the same people? None where it is not told."""
        if self.of_occasions or self.test in SAME_PEOPLE:
            return True
        return False if self.test in DISJOINT else None

    @property
    def tails(self) -> int:
        """1 where the paper says that its p is one-sided, or is read so where it says nothing."""
        return {"one": 1, "two": 2}.get(self.about.sides, self.study.reading.tails)

    def role_of(self, part: str) -> str:
        """The role of a part; `difference` is what the study file calls `mean` of a change, `estimate` of a test."""
        if part == "difference":
            part = "mean" if self.of_occasions else "estimate"
        return f"{self.role}.{part}"

    def get(self, part: str) -> Value | None:
        """The value printed for a part, if any: t, df, p, difference, sd, se, ci.low, d …"""
        return self.study.get(self.role_of(part))

    def of_samples(self, *parts: str) -> tuple[Value, ...] | None:
        """These parts of every sample, sample by sample; None where one of them is not printed."""
        found = [sample.get(part) for sample in self.samples for part in parts]
        return None if any(value is None for value in found) else tuple(value for value in found if value)

    @property
    def stated_complete(self) -> bool:
        """Does the paper state that everybody was measured?"""
        return self.study.measured(self.owner).complete

    @cached_property
    def complete(self) -> bool:
        """Is everybody known to be measured: stated, or shown by counts that add up to n?"""
        if self.of_occasions:
            return self.study.complete(self.owner)
        if self.stated_complete:
            return True
        if not self.samples or not all(sample.complete for sample in self.samples):
            return False
        own, sizes = self._size("n"), self.sizes
        if self.paired:
            return len(set(sizes)) == 1 and (own is None or own.integer == sizes[0])
        return True

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """The n of every sample in the order of the file, each at least 1; empty where one of them is not printed."""
        found = [plain_size(sample.n) for sample in self.samples]
        return tuple(n.integer for n in found if n) if all(n and n.integer > 0 for n in found) else ()

    @property
    def pairs(self) -> Value | None:
        """The number of people of one sample or measured twice: as printed, else the one n of every sample."""
        own = self._size("n")
        if own is not None and own.integer > 0:
            return own
        if self.of_occasions:
            return plain_size(self.study.n(self.owner))
        return self.samples[0].n if len(set(self.sizes)) == 1 else None

    @property
    def totals(self) -> tuple[int, ...]:
        """What may be the number of participants in all groups together: as printed, and the sum of the groups' n."""
        own = self._size("n")
        found = [own.integer if own else 0, sum(self.sizes) if len(self.sizes) > 1 else 0]
        return tuple(dict.fromkeys(n for n in found if n > 0))

    def shows(self, part: str, number: int) -> bool:
        """Is this whole number printed for a part? Degrees of freedom that are, miss nobody."""
        printed = self.get(part)
        return bool(printed and printed.whole and printed.integer == number)

    def behind_apart(self) -> tuple[Value, ...]:
        """The values that `apart` looks at: the printed difference, and both means where it follows from them."""
        means = self.of_samples("mean") if len(self.samples) == 2 else None
        printed = self.get("difference")
        if printed is None:
            return means or ()
        roles = [value.role for value in means or ()]
        free = freed_by(self.study, [printed.role, *roles])
        return (printed,) if free and free.kind == "stated_method" else (printed, *(means or ()))

    def apart(self) -> Interval | None:
        """The size of the mean difference that the printed means and difference leave; None where too little is.

        Where answers may be missing, the means are not those of the participants behind a printed difference.
        """
        means = [value for value in self.behind_apart() if value.role != self.role_of("difference")]
        found = (means[1].interval - means[0].interval).absolute() if means else None
        printed = self.get("difference")
        if printed is None or not printed.interval.bounded:
            return found
        stated = printed.interval.absolute()
        both = stated.within(found.low, found.high) if found and self.complete else stated
        return both or found

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
        of_n = freed_by(self.study, (self.role_of("df"), self.role_of("n"))) is None
        return Freedom(found, found, self.complete and of_n, f"{low}" if low == high else f"{low} … {high}")

    def freedom_of(self, printed: Value) -> Freedom | None:
        """What printed degrees of freedom stand for; None below 1 and where they are printed as "> 30"."""
        whole = printed.whole and self.test not in NEVER_ROUNDED
        exact = printed.interval.within(1, None)
        rounded = (printed.interval + Interval(-HALF, HALF)).within(1, None) if whole else exact
        if exact is None or rounded is None or not exact.bounded:
            return None
        return Freedom(rounded if self.test == "Welch t" else exact, rounded, True, printed.shown)

    def _derived(self) -> tuple[int, int] | None:
        pairs, totals = self.pairs, self.totals
        if self.test in ONE_GROUP and pairs:
            return pairs.integer - 1, pairs.integer - 1
        if self.test in CORRELATIONS and pairs:
            return pairs.integer - 2, pairs.integer - 2
        if self.test in TWO_GROUPS and totals and len(self.samples) in (0, 2):
            return max(1, min(self.sizes, default=2) - 1), max(totals) - 2
        return None

    def summaries(self, fewest: int = 2) -> list[PrintedSummary] | None:
        """n, mean and SD of all samples; None where one of them is not printed or has fewer than `fewest` members.

        An SD that is not printed follows from a printed standard error, SE × √n.
        """
        found = [summary for sample in self.samples if (summary := summary_of(sample, fewest))]
        return found if len(found) == len(self.samples) >= 2 else None

    def group_ns(self) -> list[Value] | None:
        """The n of each group, at least 1, of a rank test between groups; None where one is not printed."""
        sizes = [n for sample in self.samples if (n := plain_size(sample.n)) and n.integer >= 1]
        if self.test not in BETWEEN_RANKS or len(sizes) < 2 or len(sizes) != len(self.samples):
            return None
        return sizes if BETWEEN_RANKS[self.test] in (None, len(sizes)) else None

    def signed_pairs(self) -> Value | None:
        """The number of pairs of a signed rank test."""
        return self.pairs if self.test == "Wilcoxon signed rank" else None

    def all_listed(self, *df1: str) -> bool:
        """Are its samples known to be all groups? Shown by its degrees of freedom between groups, or by its n."""
        return self.shows("n", sum(self.sizes)) or any(self.shows(part, len(self.samples) - 1) for part in df1)

    def _size(self, part: str) -> Value | None:
        return plain_size(self.get(part))


def comparisons(study: Study) -> Iterator[Comparison]:
    """Every comparison of the study: the changes of its outcomes, then its reported tests."""
    for name, outcome in study.file.outcomes.items():
        yield Comparison(study, f"{name}.change", outcome.change, tuple(at_occasions(study, name)))
    for name, test in study.file.tests.items():
        yield Comparison(study, f"tests.{name}", test, tuple(in_groups(study, name)))


def comparison_at(study: Study, role: str) -> Comparison:
    """The comparison whose statistics stand at a role: `score.change`, `tests.pain`."""
    return next(each for each in comparisons(study) if each.role == role)

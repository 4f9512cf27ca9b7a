"""What is printed of the groups of a reported test: their sizes, means, SDs and counts?

An SD that is not printed follows from a printed standard error, SE × √n. Nothing is handed on where one of the groups
lacks a number or prints one that no group can have (an SD below 0, a comparator in place of a mean).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from reread.numbers.interval import Interval
from reread.statistics.two_means import Summary
from reread.study.reported_test import ReportedTest
from reread.study.samples import samples
from reread.study.values import Study, Value

# Tests whose groups hold different participants, each once.
DISJOINT = ("independent t", "Welch t", "one-way ANOVA", "chi-squared", "Fisher", "Mann-Whitney", "Kruskal-Wallis")
TWO_MEANS = ("independent t", "Welch t")
LARGEST = 10_000_000  # participants; beyond, nothing is computed


@dataclass(frozen=True)
class PrintedSummary(Summary):
    """One group as it is printed, with the printed values that it comes from."""

    values: tuple[Value, ...]


def reported_tests(study: Study) -> Iterator[tuple[str, ReportedTest]]:
    """Every reported test by the stem of its roles."""
    for name, test in study.file.tests.items():
        yield f"tests.{name}", test


def summaries(study: Study, stem: str, fewest: int = 2) -> list[PrintedSummary] | None:
    """n, mean and SD of all groups; None where one of them is not printed or has fewer than `fewest` members."""
    found = [_summary(study, role, fewest) for role in group_roles(study, stem)]
    whole = [summary for summary in found if summary]
    return whole if len(whole) == len(found) >= 2 else None


def group_roles(study: Study, stem: str) -> list[str]:
    """The role of each group of a test, in the order of the study file."""
    return [f"{stem}.groups.{group}" for group in study.file.tests[stem.removeprefix("tests.")].groups]


def size(study: Study, role: str) -> Value | None:
    """A printed number of participants, if it is a whole one of a plain size."""
    n = study.get(role)
    return n if n and n.whole and 0 <= n.integer <= LARGEST else None


def all_measured(study: Study, stem: str) -> bool:
    """Is everybody in every group of the test known to be measured?"""
    complete = {sample.role: sample.complete for sample in samples(study)}
    return all(complete.get(role, False) for role in group_roles(study, stem))


def shows_df(study: Study, role: str, df: int) -> bool:
    """Is this printed as the degrees of freedom? Then nobody is missing from the test."""
    printed = study.get(role)
    return bool(printed and printed.whole and printed.integer == df)


def all_listed(study: Study, stem: str, sizes: Sequence[int], *df1: str) -> bool:
    """Are these known to be all groups of the test? Shown by its degrees of freedom between groups, or by its n."""
    by_n = shows_df(study, f"{stem}.n", sum(sizes))
    return by_n or any(shows_df(study, f"{stem}.{role}", len(sizes) - 1) for role in df1)


def estimate(study: Study, stem: str) -> Interval | None:
    """The size of a printed difference, if any."""
    printed = study.get(f"{stem}.estimate")
    return printed.any_print if printed else None


def _summary(study: Study, role: str, fewest: int) -> PrintedSummary | None:
    n, mean = size(study, f"{role}.n"), study.get(f"{role}.mean")
    spread = study.get(f"{role}.sd") or study.get(f"{role}.se")
    if n is None or mean is None or spread is None or n.integer < fewest or not mean.interval.bounded:
        return None
    sd = spread.interval.within(0, None)
    if sd is None or not sd.bounded:
        return None
    if spread.role.endswith(".se"):
        low, high = sd.floats()
        sd = Interval.around(low * sqrt(n.integer), high * sqrt(n.integer)).within(0, None) or sd
    return PrintedSummary(n.integer, mean.interval, sd, (n, mean, spread))


def pairs(study: Study, stem: str) -> Value | None:
    """The number of pairs: the test's own n, else the common n of its groups."""
    own = size(study, f"{stem}.n")
    found = [n for role in group_roles(study, stem) if (n := size(study, f"{role}.n"))]
    if own is not None:
        return own
    return found[0] if len({n.integer for n in found}) == 1 else None

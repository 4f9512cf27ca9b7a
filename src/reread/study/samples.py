"""Which summarised sets of measurements does a study print?

A *sample* is an outcome at one occasion or one group of a reported test. Checks of means, SDs, counts and percentages
go through all of them alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from math import sqrt

from reread.numbers.interval import Interval
from reread.statistics.two_means import Summary
from reread.study.file import OCCASIONS
from reread.study.values import Study, Value

LARGEST = 10_000_000  # participants; beyond, nothing is computed


@dataclass(frozen=True)
class PrintedSummary(Summary):
    """One sample as it is printed, with the printed values that it comes from."""

    values: tuple[Value, ...]


@dataclass(frozen=True)
class Sample:
    """One summarised set of measurements; its values stand below `role`."""

    study: Study = field(repr=False, compare=False)
    role: str  # `score.before`, `tests.pain.groups.massage`
    owner: str  # `score`, `tests.pain`
    n: Value | None  # a whole number, where printed
    items: int
    whole: bool  # is every single answer a whole number?
    binary: bool  # is every answer one of two (0 and 1, or 1 and 2)?
    complete: bool  # is everybody known to be measured?
    scale: tuple[int, int] | None  # the least and the greatest possible score of one participant, where stated

    @property
    def name(self) -> str:
        """What the study file calls it: `before`, `massage`."""
        return self.role.rpartition(".")[2]

    def get(self, part: str) -> Value | None:
        """The value printed for a part of this sample, if any."""
        return self.study.get(f"{self.role}.{part}")

    def codes(self) -> dict[str, int] | None:
        """The code of each category, as read; None where the paper states none."""
        return self.study.codes(self.owner)

    def counts(self) -> dict[str, Value]:
        """The printed counts of its categories; none where one of them is not a whole number."""
        return self.study.counted(self.role)


def samples(study: Study) -> Iterator[Sample]:
    """Every sample, those of outcomes first."""
    for name in study.file.outcomes:
        yield from of_outcome(study, name)
    for name in study.file.tests:
        yield from of_test(study, name)


def of_outcome(study: Study, name: str) -> Iterator[Sample]:
    """An outcome before and after."""
    for occasion in OCCASIONS:
        n, complete = study.n(name, occasion), study.complete(name, occasion)
        yield _sample(study, name, f"{name}.{occasion}", n, complete)


def of_test(study: Study, name: str) -> Iterator[Sample]:
    """The groups of a test, in the order of the study file."""
    test = study.file.tests[name]
    for group in test.groups:
        role = f"tests.{name}.groups.{group}"
        n = study.get(f"{role}.n")
        n, total = n if n and n.whole else None, sum(value.integer for value in study.counted(role).values())
        yield _sample(study, f"tests.{name}", role, n, test.complete or bool(n and total == n.integer))


def by_owner(study: Study) -> Iterator[tuple[str, list[Sample]]]:
    """The samples of each outcome and of each test, by the name of it."""
    for owner, found in groupby(samples(study), key=lambda sample: sample.owner):
        yield owner.removeprefix("tests."), list(found)


def _sample(study: Study, owner: str, role: str, n: Value | None, complete: bool) -> Sample:
    about, whole = study.measured(owner), study.whole_answers(owner)
    return Sample(study, role, owner, n, about.items, whole, about.measure == "binary", complete, about.scale)


def plain_size(n: Value | None) -> Value | None:
    """A printed number of participants, if it is a whole one of a plain size."""
    return n if n and n.whole and 0 <= n.integer <= LARGEST else None


def summary_of(sample: Sample, fewest: int) -> PrintedSummary | None:
    """Nothing where the sample lacks a number, or prints one that none can have (an SD below 0, "> 3" for a mean)."""
    n, mean, spread = plain_size(sample.n), sample.get("mean"), sample.get("sd") or sample.get("se")
    if n is None or mean is None or spread is None or n.integer < fewest or not mean.interval.bounded:
        return None
    sd = spread.interval.within(0, None)
    if sd is None or not sd.bounded:
        return None
    if spread.role.endswith(".se"):
        low, high = sd.floats()
        sd = Interval.around(low * sqrt(n.integer), high * sqrt(n.integer)).within(0, None) or sd
    return PrintedSummary(n.integer, mean.interval, sd, (n, mean, spread))

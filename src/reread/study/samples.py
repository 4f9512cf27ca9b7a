"""Which summarised sets of measurements does a study print?

A *sample* is an outcome at one occasion or one group of a reported test. Checks of means, SDs, counts and percentages
go through all of them alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from math import sqrt

from reread.numbers.interval import Interval
from reread.statistics.two_means import Summary
from reread.study.file import OCCASIONS
from reread.study.roles import of_test
from reread.study.values import Study, Value

LARGEST = 10_000_000  # participants; beyond, nothing is computed


@dataclass(frozen=True)
class PrintedSummary(Summary):
    """One sample as it is printed, with the printed values that it comes from."""

    values: tuple[Value, ...]


@dataclass(frozen=True)
class Sample:
    """One summarised set of measurements; its values stand below `role`. What few ask for is found out when asked."""

    study: Study = field(repr=False, compare=False)
    role: str  # `score.before`, `tests.pain.groups.massage`
    owner: str  # `score`, `tests.pain`
    n: Value | None  # a whole number, where printed

    @property
    def name(self) -> str:
        """What the study file calls it: `before`, `massage`."""
        return self.role.rpartition(".")[2]

    @property
    def items(self) -> int:
        """How many answers one score is the mean of."""
        return self.study.measured(self.owner).items

    @cached_property
    def whole(self) -> bool:
        """Is every single answer a whole number?"""
        return self.study.whole_answers(self.owner)

    @property
    def binary(self) -> bool:
        """Is every answer one of two (0 and 1, or 1 and 2)?"""
        return self.study.measured(self.owner).measure == "binary"

    @property
    def scale(self) -> tuple[int, int] | None:
        """The least and the greatest possible score of one participant, where stated."""
        return self.study.measured(self.owner).scale

    @cached_property
    def complete(self) -> bool:
        """Is everybody known to be measured: stated, or shown by counts that add up to n?"""
        if not of_test(self.role):
            return self.study.complete(self.owner, self.name)
        total = sum(value.integer for value in self.counts().values())
        return self.study.measured(self.owner).complete or bool(self.n and total == self.n.integer)

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
        yield from at_occasions(study, name)
    for name in study.file.tests:
        yield from in_groups(study, name)


def at_occasions(study: Study, name: str) -> Iterator[Sample]:
    """An outcome before and after."""
    for occasion in OCCASIONS:
        yield Sample(study, f"{name}.{occasion}", name, study.n(name, occasion))


def in_groups(study: Study, name: str) -> Iterator[Sample]:
    """The groups of a test, in the order of the study file."""
    for group in study.file.tests[name].groups:
        role = f"tests.{name}.groups.{group}"
        n = study.get(f"{role}.n")
        yield Sample(study, role, f"tests.{name}", n if n and n.whole else None)


def by_owner(study: Study) -> Iterator[tuple[str, list[Sample]]]:
    """The samples of each outcome and of each test, by the name of it."""
    for owner, found in groupby(samples(study), key=lambda sample: sample.owner):
        yield owner.removeprefix("tests."), list(found)


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

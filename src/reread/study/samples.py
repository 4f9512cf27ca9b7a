"""Which summarised sets of measurements does a study print?

A *sample* is an outcome at one occasion or one group of a reported test. Checks of means, SDs, counts and percentages
go through all of them alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from reread.study.file import OCCASIONS
from reread.study.pointing import Measure
from reread.study.values import Study, Value


@dataclass(frozen=True)
class Sample:
    """One summarised set of measurements; its values stand below `role`."""

    role: str  # `score.before`, `tests.pain.groups.massage`
    n: Value | None  # a whole number, where printed
    items: int
    whole: bool  # is every single answer a whole number?
    binary: bool  # is every answer one of two (0 and 1, or 1 and 2)?
    complete: bool  # is everybody known to be measured?
    scale: tuple[int, int] | None  # the least and the greatest possible score of one participant, where stated


def samples(study: Study) -> Iterator[Sample]:
    """Every sample, those of outcomes first."""
    for name, outcome in study.file.outcomes.items():
        for occasion in OCCASIONS:
            n, complete = study.n(name, occasion), study.complete(name, occasion)
            yield _sample(
                f"{name}.{occasion}", n, outcome.items, outcome.measure, study.whole_answers(name), complete, None
            )
    for name, test in study.file.tests.items():
        for group in test.groups:
            role = f"tests.{name}.groups.{group}"
            n = study.get(f"{role}.n")
            n, total = n if n and n.whole else None, sum(value.integer for value in study.counted(role).values())
            complete = test.complete or bool(n and total == n.integer)
            yield _sample(role, n, test.items, test.measure, test.measure != "continuous", complete, test.scale)


def by_owner(study: Study) -> Iterator[tuple[str, list[Sample]]]:
    """The samples of each outcome and of each test, by the name of it."""
    for owner, found in groupby(samples(study), key=_owner):
        yield owner.removeprefix("tests."), list(found)


def spreads(study: Study) -> Iterator[tuple[str, list[tuple[Value, int]]]]:
    """The SDs of each outcome or test, and that of each change, with the number of participants (2 or more)."""
    for owner, found in by_owner(study):
        sds = [(study.get(f"{sample.role}.sd"), sample.n) for sample in found]
        yield owner, [(sd, n.integer) for sd, n in sds if sd and n and n.integer > 1]
    for name in study.file.outcomes:
        sd, n = study.get(f"{name}.change.sd"), study.n(name)
        yield f"{name} (change)", [(sd, n.integer)] if sd and n and n.integer > 1 else []


def _owner(sample: Sample) -> str:
    return sample.role.partition(".groups.")[0] if ".groups." in sample.role else sample.role.rpartition(".")[0]


def _sample(
    role: str, n: Value | None, items: int, measure: Measure, whole: bool, complete: bool, scale: tuple[int, int] | None
) -> Sample:
    return Sample(role, n, items, whole, measure == "binary", complete, scale)

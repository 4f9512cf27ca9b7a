"""Which data sets print this mean and this SD?

Every histogram of n whole numbers whose exact mean and SD lie in the printed numbers' intervals, each once; on a scale,
or of any integers (the sum of squares keeps their number finite). Counts that are printed too can be given.

Nothing here is a sample: a list that stopped at its cap holds the first data sets in search order, one sum after the
other, and says nothing about how common they are.

>>> list_all(20, "1.90", "0.31")
Listing(data_sets=(Counts({1: 2, 2: 18}),), ending='all listed')
>>> list_all(10, "3.50", "1.43", scale=(1, 5)).data_sets[0]
Counts({1: 1, 2: 1, 3: 4, 5: 4})
>>> list_all(10, "3.52", "1.43").ending
'none exists'
>>> list_all(50, "4.00", "1.50", scale=(1, 7), cap=10).ending
'stopped at cap'

Source: Heathers, Anaya, van der Zee & Brown 2018, doi:10.7287/peerj.preprints.26968v1 (who sample).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from typing import Unpack

from reread.datasets.asked import Also, Scale
from reread.datasets.frame import Frame
from reread.datasets.histogram import Counts, Ending, Moments, TooLarge
from reread.datasets.paths import Paths
from reread.datasets.printed import Printed
from reread.datasets.question import Question
from reread.datasets.search import Search
from reread.datasets.single import walks


@dataclass(frozen=True)
class Listing:
    """The data sets found and how the search ended."""

    data_sets: tuple[Counts, ...]
    ending: Ending


def list_all(
    n: int,
    mean: Printed | None = None,
    sd: Printed | None = None,
    scale: Scale = None,
    cap: int = 10_000,
    **also: Unpack[Also],
) -> Listing:
    """Every compatible data set, up to `cap` of them; fewer, and "stopped at cap", where the search takes too long.

    n: how many people. mean, sd: as printed (text, `Reported` or `Interval`), in units of the scale.
    scale: None for any integers, a tuple (low, high), or a set, list or range of every allowed code; negative too.
    also: what else is printed, and how it is read: see `Also`. With items, data sets are of totals over the items.

    Errors: ValueError for what cannot be asked, with what to write instead.
    """
    return listed(Question.posed(n, mean, sd, scale, also), cap)


def listed(question: Question, cap: int) -> Listing:
    """The same for a question."""
    found: list[Counts] = []
    try:
        for data_set in each_data_set(question):
            if len(found) == cap:
                return Listing(tuple(found), "stopped at cap")
            found.append(data_set)
    except TooLarge:
        return Listing(tuple(found), "stopped at cap")
    return Listing(tuple(found), "all listed" if found else "none exists")


def each_data_set(question: Question) -> Iterator[Counts]:
    """The same one at a time. TooLarge where the search takes too many steps.

    Beside mean and SD all conditions are carried by a walk, so that nothing is listed in vain; where that outgrows
    memory, the data sets with this mean and SD are searched and those that do not agree are left out.
    """
    if question.plain:
        yield from _searched(question)
        return
    try:
        walked = [Paths(walk) for walk in walks(question) if walk.total]
    except TooLarge:
        if question.mean is None or question.variance is None:
            raise
        yield from filter(question.admits, _searched(question))
        return
    for paths in walked:
        yield from (Counts.of(dict(path)) for path in paths.each())


def _searched(question: Question) -> Iterator[Counts]:
    """All with an admissible sum and sum of squares."""
    steps = count()
    for target in question.targets():
        yield from _with(question, target, steps)


def _with(question: Question, target: Moments, steps: Iterator[int]) -> Iterator[Counts]:
    codes = question.near(target)
    if not question.free:
        yield question.fixed
    elif codes:
        frame = Frame.of(codes, round(Fraction(target.sum, question.free)))
        inside = frame.inward(question.free, target)
        if inside:
            for used in Search(frame.units, steps).histograms(question.free, inside.sum, inside.squares):
                yield frame.outward(used, question.fixed)

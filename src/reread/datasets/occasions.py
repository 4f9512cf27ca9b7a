"""Which joint data sets print what is printed of the same people at two, three or more occasions?

A joint data set is a table: how many people have each combination of answers. Beside each occasion's numbers, changes
between any two occasions may be printed.

>>> asked = {"n": 6, "given": [{1: 3, 2: 3}, {1: 2, 2: 4}, {1: 1, 2: 5}]}
>>> count(**asked), list_all(**asked, changes={(0, 2): {"sd": "0.52"}}, cap=1).ending
(10, 'stopped at cap')

Between known distributions the least and greatest t, d, p or r of a change follow from its sum of squares, and move one
way with it. A walk over all tables that print the other changes carries its least and its greatest value.

>>> three = [{1: 3, 2: 3}, {1: 2, 2: 4}, {1: 1, 2: 5}]
>>> free, bound = (extremes("r", 6, three, between=(0, 2), changes=said) for said in ({}, {(0, 1): {"sd": "0.41"}}))
>>> round(free.least, 2), round(free.greatest, 2), bound.at_least
(-0.45, 0.45, (((1, 1, 2), 2), ((1, 2, 2), 1), ((2, 2, 1), 1), ((2, 2, 2), 2)))

Assumptions: the same people at every occasion, all of them measured. Tables grow fast with occasions, answers and
people: `TooLarge`, or "stopped at cap", says where it ends. Of statistics of a change see `candidate`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reread.datasets.asked import Scale
from reread.datasets.candidate import Candidate, Name, refuse_unknown
from reread.datasets.changing import Said
from reread.datasets.extremes import Extremes
from reread.datasets.histogram import Ending, Moments, TooLarge
from reread.datasets.joint import Given, JointQuestion, joint_walks
from reread.datasets.paths import Path, Paths, least
from reread.datasets.sampling import Marginals, drawn
from reread.datasets.walk import Measure

# (answers at each occasion, people), ascending
Joint = Path
Pair = tuple[int, int]
ChangesSaid = Mapping[tuple[int, int], Said | None]


@dataclass(frozen=True)
class JointListing:
    """The joint data sets found, each as ((answers at every occasion), people), and how the search ended."""

    data_sets: tuple[Joint, ...]
    ending: Ending


def count(
    n: int,
    given: Sequence[Given],
    *,
    changes: ChangesSaid | None = None,
    scale: Scale = None,
    measure: Measure = "data sets",
) -> int:
    """How many joint data sets there are, or samples: with people named. `TooLarge` where that is too much.

    n: people at every occasion. given: for each occasion printed statistics by name (as `list_all` takes them), or the
    count of every answer. changes: (earlier, later) occasion, from 0 → what is printed of the change (`Said`).
    Errors: ValueError for what cannot be asked.
    """
    question = JointQuestion.posed(n, given, scale, changes or {})
    return sum(walk.total for walk in question.walks(measure))


def list_all(
    n: int, given: Sequence[Given], *, changes: ChangesSaid | None = None, scale: Scale = None, cap: int = 10_000
) -> JointListing:
    """Every joint data set, up to `cap`; arguments as in `count`."""
    return listed(JointQuestion.posed(n, given, scale, changes or {}), cap)


def listed(question: JointQuestion, cap: int) -> JointListing:
    """The same for a question. Choices of distributions that outgrow memory end the list."""
    found: list[Joint] = []
    try:
        for path in each(question):
            if len(found) == cap:
                return JointListing(tuple(found), "stopped at cap")
            found.append(path)
    except TooLarge:
        return JointListing(tuple(found), "stopped at cap")
    if not question.complete:
        return JointListing(tuple(found), "stopped at cap")
    return JointListing(tuple(found), "all listed" if found else "none exists")


def each(question: JointQuestion) -> Iterator[Joint]:
    """One at a time, over the distributions that are known."""
    for margins in question.choices():
        for walk in joint_walks(margins, question.changes):
            yield from Paths(walk).each()


def sample(
    n: int,
    given: Sequence[Given],
    *,
    size: int = 1,
    seed: int,
    changes: ChangesSaid | None = None,
    scale: Scale = None,
    measure: Measure = "data sets",
) -> tuple[Joint, ...]:
    """Joint data sets drawn independently, each (or each sample) equally likely; arguments as in `count`."""
    question = JointQuestion.posed(n, given, scale, changes or {})
    return tuple(drawn(list(question.walks(measure)), size, seed))


def marginals(
    n: int,
    given: Sequence[Given],
    *,
    changes: ChangesSaid | None = None,
    scale: Scale = None,
    measure: Measure = "data sets",
) -> Marginals:
    """Of each combination of answers, how many people can have it and how often; arguments as in `count`."""
    return Marginals.of(list(JointQuestion.posed(n, given, scale, changes or {}).walks(measure)))


def extremes(
    statistic: Name | Callable[[Joint], float],
    n: int,
    given: Sequence[Given],
    *,
    between: Pair = (0, 1),
    changes: ChangesSaid | None = None,
    scale: Scale = None,
    cap: int = 10_000,
) -> Extremes[Joint]:
    """Least and greatest value, by name (mean, sd, t, d_z, d_av, p, r: of the change between two occasions, from 0).

    Or of your function of a joint data set, taken over the list of them, up to `cap`. Other arguments as in `count`.
    Where not all data sets could be tried the ending is "stopped at cap", and the values are those seen. Errors:
    ValueError.
    """
    question = JointQuestion.posed(n, given, scale, {between: None, **(changes or {})})
    if callable(statistic):
        listing = listed(question, cap)
        return Extremes.over([(statistic(each), each) for each in listing.data_sets], listing.ending)
    refuse_unknown(statistic, n)
    found, complete = _candidates(question, between)
    values = [(value, joint) for one, joint in found if (value := one.value(statistic)) is not None]
    ending: Ending = "stopped at cap" if not complete else "all listed" if found else "none exists"
    return Extremes.over(values, ending)


def _candidates(question: JointQuestion, between: Pair) -> tuple[list[tuple[Candidate, Joint]], bool]:
    """For all distributions the least and the greatest sum of squares of the change, and whether these are all."""
    earlier, later = between
    found, complete = [], question.complete
    for margins in question.choices():
        before, after = margins[earlier], margins[later]
        total = after.moments.sum - before.moments.sum
        try:
            for walk in joint_walks(margins, question.changes):
                scores = [(kind.value[later] - kind.value[earlier]) ** 2 for kind in walk.kinds]
                for sign in (1, -1):
                    best = least(walk, [sign * score for score in scores])
                    if best is not None:
                        found.append((Candidate(before, after, Moments(total, sign * best[0])), best[1]))
        except TooLarge:
            complete = False
    return found, complete

"""Which joint data sets print what is printed of the same people at two, three or more occasions?

A joint data set is a table: how many people have each combination of answers. Beside each occasion's numbers, changes
between any two occasions may be printed.

>>> asked = {"n": 6, "given": [{1: 3, 2: 3}, {1: 2, 2: 4}, {1: 1, 2: 5}]}
>>> count(**asked), list_all(**asked, changes={(0, 2): {"sd": "0.52"}}, cap=1).ending
(10, 'stopped at cap')

Assumptions: the same people at every occasion, all of them measured. Tables grow fast with occasions, answers and
people: `TooLarge`, or "stopped at cap", says where it ends. For two occasions `paired` also gives extremes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reappraise.datasets.asked import Scale
from reappraise.datasets.changing import Said
from reappraise.datasets.histogram import Ending, TooLarge
from reappraise.datasets.joint import Given, JointQuestion, joint_walks
from reappraise.datasets.paths import Path, Paths
from reappraise.datasets.sampling import Marginals, drawn
from reappraise.datasets.walk import Measure

# (answers at each occasion, people), ascending
Joint = Path
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

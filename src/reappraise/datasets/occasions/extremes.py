"""What are the least and the greatest t, d, p or correlation between two of several occasions, over all data sets?

Between known distributions they follow from the sum of squares of the change, and move one way with it. A walk over all
tables that print the other changes carries its least and its greatest value, and a table that has each.

>>> three = [{1: 3, 2: 3}, {1: 2, 2: 4}, {1: 1, 2: 5}]
>>> free, bound = (extremes("r", 6, three, between=(0, 2), changes=said) for said in ({}, {(0, 1): {"sd": "0.41"}}))
>>> round(free.least, 2), round(free.greatest, 2), bound.at_least
(-0.45, 0.45, (((1, 1, 2), 2), ((1, 2, 2), 1), ((2, 2, 1), 1), ((2, 2, 2), 2)))

Changes are later − earlier; SDs have n − 1; p is two-sided; what is undefined for a data set is left out. Sources as in
`reappraise.datasets.paired.extremes`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reappraise.datasets.asked import Scale
from reappraise.datasets.extremes import Extremes
from reappraise.datasets.histogram import Ending, Moments, TooLarge
from reappraise.datasets.joint import Given, JointQuestion, joint_walks
from reappraise.datasets.occasions.asking import ChangesSaid, Joint, listed
from reappraise.datasets.paired.extremes import NAMES, Candidate, Name
from reappraise.datasets.paths import least

Pair = tuple[int, int]


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
    if statistic not in NAMES:
        raise ValueError(f"the statistic “{statistic}” is not known; write one of {', '.join(NAMES)}, or a function")
    if n < 2:
        raise ValueError(f"n is {n}; a change has an SD, and all that follows, for two people or more")
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

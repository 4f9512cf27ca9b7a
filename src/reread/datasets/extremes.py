"""What are the least and the greatest value of a statistic over all data sets that print these numbers?

A mean, an SD and an SE are functions of (sum, sum of squares): the attained pairs are found without listing. A share,
or the mean of any score of the answers, is additive: a walk carries its least value. A median, minimum or maximum is a
condition on running counts: halving finds the least one that a data set has. Any other function of the counts is taken
over the list; where that stops at its cap, the two values are only those that were seen.

>>> found = extremes(share_from(4), n=20, mean="3.45", sd="1.19", scale=(1, 5))
>>> found.least, found.greatest, found.ending
(Fraction(7, 20), Fraction(3, 4), 'all listed')
>>> extremes("median", n=20, mean="3.45", sd="1.19", scale=(1, 5)).greatest
Fraction(4, 1)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm, sqrt
from typing import Generic, Literal, TypeVar, Unpack

from reread.datasets.asked import Also, Scale
from reread.datasets.histogram import Counts, Ending, Moments, TooLarge
from reread.datasets.listing import each_data_set, listed
from reread.datasets.paths import least
from reread.datasets.printed import Printed
from reread.datasets.quartiles import median_of
from reread.datasets.question import Question
from reread.datasets.single import Totals, admissible, walks
from reread.numbers.interval import Interval

D = TypeVar("D")
Value = Fraction | float
OF_MOMENTS: dict[str, Callable[[int, Moments, int], Value]] = {
    "mean": lambda n, moments, ddof: Fraction(moments.sum, n),
    "variance": lambda n, moments, ddof: moments.variance(n, ddof),
    "sd": lambda n, moments, ddof: sqrt(moments.variance(n, ddof)),
    "se": lambda n, moments, ddof: sqrt(moments.variance(n, ddof) / n),
}
ORDERED = ("median", "minimum", "maximum")
Found = list[tuple[Value, Counts]]


@dataclass(frozen=True)
class Extremes(Generic[D]):
    """Two values and a data set that has each; None where no data set exists or has the statistic.

    Where the search stopped at its cap they are only the extremes of what was seen.
    """

    least: Value | None
    greatest: Value | None
    at_least: D | None
    at_greatest: D | None
    ending: Ending

    @classmethod
    def over(cls, known: Sequence[tuple[Value, D]], ending: Ending | None = None) -> Extremes[D]:
        """Of values with what has them; what has none is not among them."""
        if not known:
            return cls(None, None, None, None, ending or "none exists")
        low, high = min(known, key=lambda pair: pair[0]), max(known, key=lambda pair: pair[0])
        return cls(low[0], high[0], low[1], high[1], ending or "all listed")


@dataclass(frozen=True)
class MeanScore:
    """The mean over people of a score of each one's answer."""

    score: Callable[[int], int | Fraction]


def share_from(code: int) -> MeanScore:
    """The share of people with this answer or a higher one."""
    return MeanScore(lambda answer: int(answer >= code))


def share_of(code: int) -> MeanScore:
    """The share of people with this answer."""
    return MeanScore(lambda answer: int(answer == code))


Statistic = Literal["mean", "variance", "sd", "se", "median", "minimum", "maximum"]


def extremes(
    statistic: Statistic | MeanScore | Callable[[Counts], Value],
    n: int,
    mean: Printed | None = None,
    sd: Printed | None = None,
    scale: Scale = None,
    cap: int = 10_000,
    **also: Unpack[Also],
) -> Extremes[Counts]:
    """Least and greatest value; other arguments as in `list_all`. A statistic is a name, a share, or your function.

    Values are in units of the scale (of totals over items, where there are several); "sd" and "se" are floats, all
    other named ones exact. Errors: ValueError for what cannot be asked; `TooLarge` where no list can begin.
    """
    question = Question.posed(n, mean, sd, scale, also, everybody=True)
    try:
        if callable(statistic):
            return _listed(question, statistic, cap)
        return Extremes.over(_proven(question, statistic))
    except TooLarge:
        return _listed(question, by_hand(statistic, question.ddof), cap)


def _proven(question: Question, statistic: Statistic | MeanScore) -> Found:
    """The extremes, found without listing."""
    if isinstance(statistic, MeanScore):
        return _scored(question, statistic)
    if statistic in OF_MOMENTS:
        return _of_moments(question, OF_MOMENTS[statistic])
    if statistic in ORDERED:
        return [*_halved(question, statistic, 1), *_halved(question, statistic, -1)]
    known = ", ".join((*OF_MOMENTS, *ORDERED))
    raise ValueError(f"the statistic “{statistic}” is not known; write one of {known}, or a function of the counts")


def _of_moments(question: Question, value: Callable[[int, Moments, int], Value]) -> Found:
    pairs = admissible(question) if question.plain else attained(question)
    order = sorted(pairs, key=lambda moments: value(question.n, moments, question.ddof))
    found: Found = []
    for ends in (order, order[::-1]):
        tried = ((moments, next(each_data_set(question.at(moments)), None)) for moments in ends)
        first = next(((moments, data) for moments, data in tried if data), None)
        found += [(value(question.n, first[0], question.ddof), first[1])] if first else []
    return found


def attained(question: Question) -> set[Moments]:
    """The sums and sums of squares that some compatible data set has; everybody must be asked of."""
    if question.plain and question.codes is None:  # integers of any size have every admissible pair
        return set(admissible(question))
    if question.variance is None:  # any will do, but squares must be carried
        widest = Fraction((question.codes[-1] - question.codes[0]) ** 2) if question.codes else Fraction(0)
        question = replace(question, variance=Interval(Fraction(0), widest), ddof=0)
    met: set[Moments] = set()
    for walk in walks(question):
        assert isinstance(walk.aim, Totals)
        met.update(walk.aim.moments(walk.coordinates(walk.layers[-1][0])))
    return met


def _scored(question: Question, statistic: MeanScore) -> Found:
    found: Found = []
    for walk in walks(question):
        exact = [Fraction(statistic.score(kind.value)) for kind in walk.kinds]
        whole = lcm(*(score.denominator for score in exact))
        for sign in (1, -1):
            best = least(walk, [int(score * whole) * sign for score in exact])
            if best:
                found.append((Fraction(best[0] * sign, whole * walk.n), Counts.of(dict(best[1]))))
    return found


def _halved(question: Question, statistic: str, sign: int) -> Found:
    """The least (sign 1) or greatest value: a data set has at most (at least) it, none what comes before it."""
    codes = question.codes if question.codes is not None else question.near(*admissible(question))
    values = sorted(
        {Fraction(x + y, 2) for x in codes for y in codes} if statistic == "median" else map(Fraction, codes)
    )
    values = values[::sign]

    def witness(place: int) -> Counts | None:
        limit = Interval(None, values[place]) if sign > 0 else Interval(values[place], None)
        return next(each_data_set(question.where(**{statistic: limit})), None)

    known, low, high = witness(len(values) - 1), 0, len(values) - 1
    while known and low < high:
        middle = (low + high) // 2
        better = witness(middle)
        known, low, high = (better, low, middle) if better else (known, middle + 1, high)
    return [(values[high], known)] if known else []


def by_hand(statistic: Statistic | MeanScore | Callable[[Counts], Value], ddof: int) -> Callable[[Counts], Value]:
    """The statistic of one data set."""
    if isinstance(statistic, MeanScore):
        return lambda data: Fraction(sum(statistic.score(v) * k for v, k in data.pairs)) / data.n
    if not isinstance(statistic, str):
        return statistic
    if statistic in OF_MOMENTS:
        return lambda data: OF_MOMENTS[statistic](data.n, data.moments, ddof)
    return lambda data: _ordered(statistic, data)


def _ordered(statistic: str, data: Counts) -> Fraction:
    """A median, minimum or maximum."""
    answers = data.answers()
    if statistic == "median":
        return sum((weight * answers[rank - 1] for rank, weight in median_of(data.n)), Fraction(0))
    return Fraction(answers[0 if statistic == "minimum" else -1])


def _listed(question: Question, statistic: Callable[[Counts], Value], cap: int) -> Extremes[Counts]:
    listing = listed(question, cap)
    return Extremes.over([(statistic(data), data) for data in listing.data_sets], listing.ending)

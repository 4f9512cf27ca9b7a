"""Which before × after tables print what is printed of the same people twice, and of their change?

>>> from reread.datasets import Counts
>>> both = {"before": {"mean": "1.20", "sd": "0.41"}, "after": {"mean": "1.90", "sd": "0.31"}}
>>> count(20, **both), count(20, **both, change={"t": "5.60"})
(3, 0)
>>> [(table.rose, table.fell) for table in list_all(20, **both, change={"sd": "0.47"}).tables]
[(14, 0)]

Ten patients with two drugs (Cushny & Peebles's, in Student 1908), tenths of an hour of sleep gained. Of the 10! ways to
pair these hours few give the t that is known for them:

>>> first, second = ([7, -16, -2, -12, -1, 34, 37, 8, 0, 20], [19, 8, 11, 1, -1, 44, 55, 16, 46, 34])
>>> hours = {"before": Counts.of(first), "after": Counts.of(second)}
>>> count(10, **hours), count(10, **hours, change={"t": "4.0621"})
(3628800, 96)

The least and the greatest t, d, p or correlation over all tables follow from the sums of squares that the changes can
have, which are found without listing tables (`change_pairs`); what is printed of the change leaves some of them.

>>> found = extremes("t", 20, **both)
>>> round(found.least, 2), round(found.greatest, 2), found.ending
(4.77, 6.66, 'all listed')
>>> found.at_greatest.cells
((1, 1, 2), (1, 2, 14), (2, 2, 4))

Arguments are as in `occasions`; a table of nobody's change is asked by leaving `change` out. Of statistics of a change
see `candidate`.
"""

from __future__ import annotations

from collections.abc import Callable

from reread.datasets import occasions
from reread.datasets.asked import Scale
from reread.datasets.candidate import Candidate, Name, refuse_unknown
from reread.datasets.changes import change_pairs, table_met
from reread.datasets.changing import Said
from reread.datasets.extremes import Extremes
from reread.datasets.histogram import Ending, TooLarge
from reread.datasets.joint import Given, JointQuestion, joint_walks, walk_over
from reread.datasets.pairing import Table, Tables
from reread.datasets.paths import Path, Paths
from reread.datasets.sampling import Marginals, drawn
from reread.datasets.walk import Measure


def posed(n: int, before: Given, after: Given, change: Said | None, scale: Scale) -> JointQuestion:
    """The question of two occasions; ValueError for what cannot be asked."""
    return JointQuestion.posed(n, (before, after), scale, {(0, 1): change} if change else {})


def count(
    n: int,
    before: Given,
    after: Given,
    *,
    change: Said | None = None,
    scale: Scale = None,
    measure: Measure = "data sets",
) -> int:
    """How many tables there are, or samples: with people named. `TooLarge` where that is too much.

    before, after: printed statistics by name (as `datasets.list_all` takes them), or the count of every answer.
    change: what is printed of after − before: mean, sd or se, t, p, r, ci with level. scale: of both occasions.
    """
    return sum(walk.total for walk in posed(n, before, after, change, scale).walks(measure))


def possible(n: int, before: Given, after: Given, *, change: Said | None = None, scale: Scale = None) -> bool:
    """Does at least one table print all this? `TooLarge` where none was found and not all could be tried."""
    question = posed(n, before, after, change, scale)
    tried = (walk for margins in question.choices() for walk in joint_walks(margins, question.changes))
    if any(walk.total for walk in tried):
        return True
    next(question.walks(), None)  # TooLarge where not all could be tried
    return False


def list_all(
    n: int, before: Given, after: Given, *, change: Said | None = None, scale: Scale = None, cap: int = 10_000
) -> Tables:
    """Every table, up to `cap`; "stopped at cap" also where distributions or tables are too many to try all."""
    listing = occasions.listed(posed(n, before, after, change, scale), cap)
    return Tables(tuple(map(table_of, listing.data_sets)), listing.ending)


def sample(
    n: int,
    before: Given,
    after: Given,
    *,
    size: int = 1,
    seed: int,
    change: Said | None = None,
    scale: Scale = None,
    measure: Measure = "data sets",
) -> tuple[Table, ...]:
    """Tables drawn independently, each (or each sample) equally likely; none where none exists."""
    every = list(posed(n, before, after, change, scale).walks(measure))
    return tuple(map(table_of, drawn(every, size, seed)))


def marginals(
    n: int,
    before: Given,
    after: Given,
    *,
    change: Said | None = None,
    scale: Scale = None,
    measure: Measure = "data sets",
) -> Marginals:
    """Of each (before, after) cell, how many people can be there and how often, over tables or over samples."""
    return Marginals.of(list(posed(n, before, after, change, scale).walks(measure)))


def table_of(path: Path) -> Table:
    """A walk's path as a table."""
    return Table(tuple(sorted((before, after, people) for (before, after), people in path)))


def extremes(
    statistic: Name | Callable[[Table], float],
    n: int,
    before: Given,
    after: Given,
    *,
    change: Said | None = None,
    scale: Scale = None,
    cap: int = 10_000,
) -> Extremes[Table]:
    """Least and greatest value, by name (mean, sd, t, d_z, d_av, p, r: of the change) or of your function of a table.

    Other arguments as in `count`. Your function is taken over the list of tables, up to `cap`. Where not all tables
    could be tried the ending is "stopped at cap" and the values are only those seen. Errors: ValueError.
    """
    if callable(statistic):
        listing = list_all(n, before, after, change=change, scale=scale, cap=cap)
        return Extremes.over([(statistic(table), table) for table in listing.tables], listing.ending)
    refuse_unknown(statistic, n)
    question = posed(n, before, after, change, scale)
    found, complete = _candidates(question)
    values = [(value, one) for one in found if (value := one.value(statistic)) is not None]
    ending: Ending = "stopped at cap" if not complete else "all listed" if found else "none exists"
    best = Extremes.over(values, ending)
    low, high = (_table(one) if one else None for one in (best.at_least, best.at_greatest))
    return Extremes(best.least, best.greatest, low, high, best.ending)


def _candidates(question: JointQuestion) -> tuple[list[Candidate], bool]:
    """Every attained sum of squares that agrees with the printed change, and whether these are all."""
    found, complete = [], question.complete
    for before, after in question.choices():
        try:
            pairs = change_pairs(before, after)
        except TooLarge:
            complete = False
            continue
        asked = question.changes.get((0, 1))
        allowed = asked.squares(before, after) if asked else None
        found += [Candidate(before, after, pair) for pair in pairs if allowed is None or pair.squares in allowed]
    return found, complete


def _table(one: Candidate) -> Table | None:
    """A table that the candidate stands for; None where the search for it outgrows memory."""
    cells = table_met(one.before, one.after, one.change.squares)
    if cells:
        return Table(cells)
    try:
        walk = walk_over((one.before, one.after), {(0, 1): frozenset((one.change.squares,))})
        return table_of(next(Paths(walk).each()))
    except TooLarge:
        return None

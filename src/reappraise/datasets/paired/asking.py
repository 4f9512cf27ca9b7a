"""How many before × after tables print what is printed of both occasions and of the change, and which are they?

>>> from reappraise.datasets import Counts
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

Arguments are as in `occasions`; a table of nobody's change is asked by leaving `change` out.
"""

from __future__ import annotations

from reappraise.datasets import occasions
from reappraise.datasets.asked import Scale
from reappraise.datasets.changing import Said
from reappraise.datasets.joint import Given, JointQuestion, joint_walks
from reappraise.datasets.pairing import Table, Tables
from reappraise.datasets.paths import Path
from reappraise.datasets.sampling import Marginals, drawn
from reappraise.datasets.walk import Measure


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

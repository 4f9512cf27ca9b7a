"""Which of these means can n whole-number scores have?

The rule of `checks.grim`, over columns: some integer sum over n × items answers lies in the interval of the mean.

Source: Brown & Heathers 2017, doi:10.1177/1948550616673876, p. 364 (the example).

>>> grim(["5.19", "5.18"], 28), grim("5.18", 14, items=2), grim(["33.3", "42.9"], 7, percent=True)
(array([False,  True]), array([ True]), array([False,  True]))
"""

from __future__ import annotations

from reread.bulk.parsed import Column, Integers, Parsed, Truths, parse
from reread.bulk.rows import aligned, ceil_divide, decide, plain, powers, safe, whole
from reread.checks.grim import possible


def grim(means: Column, ns: Column, items: Column = 1, *, percent: bool = False) -> Truths:
    """True where some n × items whole numbers have this mean (with `percent`: some number of them is this percentage).

    means: text, length N; ns, items: whole numbers, length N or one for all. Errors name the row.
    """
    columns = aligned(parse(means, "means"), whole(ns, "ns"), whole(items, "items"))
    mean, n, parts = columns[0], columns[1], columns[1] * columns[2]
    scale = 200 if percent else 2
    easy = plain(mean) & safe((n, columns[2], 2 * abs(mean.units.astype(float)) + 1), (scale, powers(mean.decimals)))
    return decide(
        easy,
        lambda rows: attained(mean, parts, rows, scale),
        lambda row: possible(int(n[row]), mean.reported(row).interval, int(columns[2][row]), percent),
        "means",
    )


def attained(mean: Parsed, parts: Integers, rows: slice | Integers, scale: int) -> Truths:
    """Is there a multiple of `whole` between (2 u − 1) × parts and (2 u + 1) × parts?"""
    doubled, parts = 2 * mean.units[rows], parts[rows]
    whole_ = scale * powers(mean.decimals[rows])
    answer: Truths = ceil_divide((doubled - 1) * parts, whole_) * whole_ <= (doubled + 1) * parts
    return answer

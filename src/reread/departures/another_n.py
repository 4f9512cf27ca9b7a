"""Was another number of participants analysed than the one stated?

Some may have dropped out of an analysis, or one may have been counted twice. Ask for the flow of participants.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from reread.numbers.interval import Interval
from reread.study.values import Study

FEWER, MORE = 4, 2


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """The study's n, or that of one occasion, group or test, a little smaller or larger."""
    for role, n in study.values.items():
        if role.rpartition(".")[2] != "n" or not n.whole:
            continue
        where = role.rpartition(".")[0].rpartition(".")[2]
        for other in range(max(2, n.integer - FEWER), n.integer + MORE + 1):
            if other != n.integer:
                reported = replace(n.reported, value=Fraction(other), text=str(other))
                changed = replace(n, reported=reported, interval=Interval.point(other))
                yield {"n": f"{other} ({where})" if where else str(other)}, study.with_values({role: changed})

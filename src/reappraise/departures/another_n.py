"""Was another number of participants analysed than the one stated?

Some may have dropped out of an analysis, or one may have been counted twice. Ask for the flow of participants.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from reappraise.interval import Interval
from reappraise.study import Study

FEWER, MORE = 4, 2


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """The study's n a little smaller or larger."""
    n = study.get("n")
    if n is None or not n.whole:
        return
    for other in range(max(2, n.integer - FEWER), n.integer + MORE + 1):
        if other != n.integer:
            reported = replace(n.reported, value=Fraction(other), text=str(other))
            yield (
                {"n": str(other)},
                study.with_values({"n": replace(n, reported=reported, interval=Interval.point(other))}),
            )

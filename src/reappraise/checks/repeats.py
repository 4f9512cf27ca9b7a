"""Does a number that is printed in several places say the same each time?

Each print stands for an interval (p = 0.000 and p < 0.001 agree); two prints that share no value cannot both hold.

Source: statcheck's habit of reading every mention; Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2.
"""

from collections.abc import Iterator

from reappraise.conventions import p_interval
from reappraise.extract.ledger import allowed, stat_of
from reappraise.finding import Finding, meets
from reappraise.study import Study, Value, shifted


def check(study: Study) -> Iterator[Finding]:
    """One finding for each part that is printed more than once."""
    for value in study.values.values():
        if len(value.repeats) < 2:
            continue
        stat = stat_of(value.role)
        intervals = [_interval(value, stat, k) for k in range(len(value.repeats))]
        agrees = all(a.meets(b) for k, a in enumerate(intervals) for b in intervals[:k])
        prints = " · ".join(dict.fromkeys(reported.shown for reported in value.repeats))
        params = {"prints": prints, "times": str(len(value.repeats))}
        yield Finding("repeats", (value.role,), params=params, **meets(agrees))


def _interval(value: Value, stat: str, k: int):  # type: ignore[no-untyped-def]
    interval = allowed(value.repeats[k], stat)
    if stat == "p":
        return p_interval(shifted(Value(value.role, value.repeats[k], interval, value.ids), interval))
    return interval

"""Is a difference turned round: before minus after, or the second group minus the first?

It changes the sign of a difference, of t, d and an interval, and makes a ratio its reciprocal. Each sign is admitted
where one number is checked alone; this is for numbers side by side. Ask what was taken from what.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reread.study.comparison import comparisons
from reread.study.ledger import RATIOS
from reread.study.values import Study, Value

ALONE = True

DIFFERENCES = ("difference", "t", "z", "r", "d", "g", "percent")


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Each number that has a direction turned alone, the interval with both ends, and all of them together."""
    for each in comparisons(study):
        ratio = any(each.get(part) for part in RATIOS)
        found = {part: _turned(study, each.role_of(part), each.role_of(part), False) for part in DIFFERENCES}
        found |= {part: _turned(study, each.role_of(part), each.role_of(part), True) for part in RATIOS}
        of_ratio = ratio and each.get("difference") is None
        low, high = each.role_of("ci.low"), each.role_of("ci.high")
        if study.all(low, high):
            ends = (_turned(study, low, high, of_ratio), _turned(study, high, low, of_ratio))
            found["ci"] = {**ends[0], **ends[1]} if all(ends) else {}
        turned = {part: changed for part, changed in found.items() if changed}
        for part, changed in turned.items():
            yield {"test": each.name, "turned": part}, study.with_values(dict(changed))
        if len(turned) > 1:
            every = {role: value for changed in turned.values() for role, value in changed.items()}
            yield {"test": each.name, "turned": "all"}, study.with_values(dict(every))


def _turned(study: Study, role: str, at: str, ratio: bool) -> dict[str, Value]:
    """The number of a role turned round, in the place of another (the other end of an interval)."""
    value = study.get(role)
    if value is None or not value.reported.value or (ratio and (value.interval.low or 0) <= 0):
        return {}
    reported = replace(value.reported, value=1 / value.reported.value if ratio else -value.reported.value)
    interval = value.interval.image(lambda x: 1 / x) if ratio else -value.interval
    return {at: replace(value, reported=reported, interval=interval, prints=None)}

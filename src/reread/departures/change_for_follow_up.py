"""Are the SDs beside the means of a follow-up those of the changes, or those of both rows in each other's place?

The SD of a change is that of each one's difference; beside a mean of the follow-up it says nothing of how far people
lie apart. Where the changes are not printed, the SD of the follow-up is open between |SD of the change − SD before|
and their sum (correlations of before and after from 1 to −1). Ask which SDs the table prints in which row.

Source: the variance of a difference, as in Cochrane Handbook 5.1 (2011), section 16.1.3.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from reread.departures import exchanged
from reread.numbers.interval import Interval
from reread.study.comparison import Comparison, comparisons
from reread.study.parts import ReportedTest
from reread.study.values import Study, Value, shifted

ALONE = True
LATER = ("baseline", "change", "adjusted")


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Of each test with a baseline, its SDs: exchanged with those of the change, or open around them."""
    tests = {each.name: each for each in comparisons(study)}
    for each in tests.values():
        about = each.about
        if not isinstance(about, ReportedTest) or about.baseline not in tests or about.occasion in LATER:
            continue
        for other in tests.values():
            if isinstance(other.about, ReportedTest) and _change_of(other.about, about):
                changed = exchanged(study, list(_sds(each, other)))
                if changed:
                    yield {"test": each.name, "rows": f"{each.name}, {other.name}"}, study.with_values(changed)
        opened = dict(_opened(each, tests[about.baseline]))
        if opened:
            yield {"test": each.name, "rows": "change"}, study.with_values(dict(opened))


def _change_of(other: ReportedTest, about: ReportedTest) -> bool:
    return other.occasion == "change" and other.baseline == about.baseline


def _sds(one: Comparison, other: Comparison) -> Iterator[tuple[str, str]]:
    names = {sample.name: sample for sample in other.samples}
    for sample in one.samples:
        if sample.name in names and sample.get("sd") and names[sample.name].get("sd"):
            yield f"{sample.role}.sd", f"{names[sample.name].role}.sd"


def _opened(each: Comparison, before: Comparison) -> Iterator[tuple[str, Value]]:
    """The SDs of the follow-up, if those printed are of the changes."""
    names = {sample.name: sample for sample in before.samples}
    for sample in each.samples:
        sd, first = sample.get("sd"), names[sample.name].get("sd") if sample.name in names else None
        if sd and first and sd.interval.bounded and first.interval.bounded and sd.interval.within(0, None):
            (low, high), (least, most) = sd.interval.ends, first.interval.ends
            yield sd.role, shifted(sd, Interval(max(low - most, least - high, 0 * low), high + most))

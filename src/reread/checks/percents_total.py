"""Do the percentages of a sample's categories add up to 100?

Each may be off by half a unit of its last place, and the sum by one more. Less than 100 is possible if categories are
not printed, more if a person may be in several of them: neither is decided, but more than 100 is worth a question.

Source: arithmetic. Example: 33.3 + 33.3 + 33.3 = 99.9, for three equal thirds.
"""

from collections.abc import Iterator
from functools import reduce
from operator import add

from reread.numbers.interval import Interval
from reread.numbers.show import number
from reread.study.finding import Finding
from reread.study.samples import samples
from reread.study.values import Study

NEAR = Interval.of(99, 101)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each sample with percentages of two or more categories."""
    for sample in samples(study):
        percents = study.group(f"{sample.role}.percent")
        if len(percents) < 2 or not all(value.interval.bounded for value in percents.values()):
            continue
        if set(study.group(f"{sample.role}.count")) - set(percents):
            continue  # categories with a count and no percentage
        total = reduce(add, (value.interval for value in percents.values()))
        params = {
            "percents": " + ".join(value.shown for value in percents.values()),
            "total": number(sum(value.reported.value for value in percents.values()), 1),
        }  # fmt: skip
        roles = tuple(value.role for value in percents.values())
        if total.meets(NEAR):
            yield Finding("percents_total", roles, "consistent", params)
        elif total.low is not None and total.low > 100:
            yield Finding("percents_total", roles, "undecided", params, say="over", kind="implausible")
        else:
            yield Finding("percents_total", roles, "undecided", params)

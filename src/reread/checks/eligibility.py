"""Do the printed ranges, means, SDs and counts at the start fit who could take part?

Within the limits told for a measure lie its minimum, maximum, median and mean, and an SD is at most that of everybody
at the limits. Who had to be 18 to 40 may be in the 41st year: the upper limit is open by one step of its last digit. A
category that could not take part has nobody in it. What does not fit is left open, as people may be taken in all the
same, or limits hold at another time or for another measure; why is a question.

Source: INSPECT-SR guidance 1.1, check 4.1; Bhatia & Davis 2000, doi:10.1080/00029890.2000.12005203 (greatest SD).
Example there: men in a trial of women after the menopause.

>>> wide = greatest_sd(Interval.of(38, 38), Interval.of(18, 41), 30)
>>> round(wide.floats()[1], 2)
7.88
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import sqrt

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics.spread import greatest_product, sd_of_few
from reread.study.finding import Finding, Param, Status, Term
from reread.study.samples import Sample, by_owner
from reread.study.values import Study, Value

LATER = ("follow-up", "change", "adjusted")  # occasions at which nobody has to be within the limits any more
COMPARED = "<>≤≥~ "  # a limit that is printed with its sign
BETWEEN = ("minimum", "maximum", "median", "mean")


def check(study: Study) -> Iterator[Finding]:
    """One finding for each printed number of a measure with limits or with a category that could not take part."""
    for name, samples in by_owner(study):
        stated = study.file.eligibility.get(name)
        test = study.file.tests.get(name) if samples[0].owner != name else None
        if stated is None or (test and test.occasion in LATER):
            continue
        ends = [study.get(f"eligibility.{name}.{part}") for part in ("at_least", "at_most")]
        for sample in samples:
            if sample.name != "after" or test:
                yield from _within(sample, ends[0], ends[1])
                yield from (found for each in stated.excluded for found in _nobody(sample, each))


def _within(sample: Sample, low: Value | None, high: Value | None) -> Iterator[Finding]:
    """What is printed of a sample, against the limits."""
    limits = Interval(low.reported.value if low else None, _open(high) if high else None)
    if not (low or high) or (low and high and low.reported.value > high.reported.value):
        return
    told = ", ".join(f"{sign} {end.shown.lstrip(COMPARED)}" for sign, end in (("≥", low), ("≤", high)) if end)
    roles = tuple(each.role for each in (low, high) if each)
    for part in BETWEEN:
        value = sample.get(part)
        if value is not None and value.interval.bounded:
            yield _finding(sample, part, value, told, roles, value.interval.meets(limits))
    mean, sd = sample.get("mean"), sample.get("sd")
    inside = mean.interval.within(limits.low, limits.high) if mean and mean.interval.bounded else None
    if mean and sd and inside and limits.bounded and sd.interval.bounded:
        n = sample.n.integer if sample.n and sample.complete and sample.n.integer > 1 else None
        allowed = greatest_sd(inside, limits, n)
        more: dict[str, Param] = {"mean": mean.shown, "allowed": span(*allowed.floats())}
        agrees = sd.interval.meets(allowed)
        yield _finding(sample, "SD", sd, told, (mean.role, *roles), agrees, "" if agrees else "wide", more)


def greatest_sd(mean: Interval, limits: Interval, n: int | None) -> Interval:
    """From 0 to the SD (with n − 1) of n people at the limits; of any number of people for None."""
    return Interval.around(0, sqrt(greatest_product(mean, limits) * n / (n - 1))) if n else sd_of_few(mean, limits)


def _open(limit: Value) -> Fraction:
    """Up to the next step of its last digit: 40 years are completed years."""
    return limit.reported.value + Fraction(1, 10 ** max(limit.reported.decimals, 0))


def _nobody(sample: Sample, category: str) -> Iterator[Finding]:
    """A category that could not take part has a count, or a percentage, of 0."""
    value = sample.get(f"count.{category}") or sample.get(f"percent.{category}")
    if value is not None:
        agrees = value.interval.contains(0)
        yield _finding(sample, category, value, "–", (), agrees, "nobody" if agrees else "excluded")


def _finding(
    sample: Sample, what: str, value: Value, limits: str, roles: tuple[str, ...], agrees: bool, say: str = "",
    more: dict[str, Param] | None = None,
) -> Finding:  # fmt: skip
    status: Status = "consistent" if agrees else "undecided"
    params: dict[str, Param] = {
        "part": Term("part", what) if what in (*BETWEEN, "SD") else what, "printed": value.shown, "limits": limits,
        "arm": sample.name, "n": sample.n.shown if sample.n else "–", "mean": "–", "allowed": "–", **(more or {}),
    }  # fmt: skip
    return Finding("eligibility", (value.role, *roles), status, params, say=say)

"""Of one group before and after: how large a change with time alone prints all of what is printed?

At most two sentences, of the first result that the study rests on and that prints enough:

    means, medians       the change in units, and in SDs of the first measurement or of the changes
    counts, percentages  how many have to leave a category, or come to it, by themselves
    t and n alone        the change in SDs of the changes, t / √n
    and a cut            where this measure decided who could take part (`eligibility`) and the change goes back over
                         it, the correlation of two readings at which regression to the mean prints the change

Nothing is said where the study file names a rival: that one says what decides, and from more than this.

Source: arithmetic (a change that everybody has moves mean and median as far); `reread.statistics.truncated`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import sqrt

from reread.numbers.show import number, span
from reread.statistics.truncated import distance, returning
from reread.study.comparison import Comparison, comparisons
from reread.study.obtained import freed_by
from reread.study.samples import Sample
from reread.study.values import Study, Value

Point = tuple[str, dict[str, str]]
NOT_PERSONS = ("answers", "events")
SEVERAL = ("several answers", "events")
COMPARED = "<>≤≥~ "  # a limit that is printed with its sign


def time_alone(study: Study) -> list[Point]:
    """The key and the parameters of each sentence; none where a rival is named or too little is printed."""
    for each in [] if study.file.rivals else _twice(study):
        label = {"label": study.measured(each.owner).label}
        if found := [*_means(each), *_returning(each)] or list(_shares(each)) or list(_alone(each)):
            return [(key, {**label, **told}) for key, told in found]
    return []


def _twice(study: Study) -> list[Comparison]:
    """What is measured twice, that first on which the conclusion rests; a comparison before the start is no change."""
    found = [each for each in comparisons(study) if each.paired and getattr(each.about, "occasion", "") != "baseline"]
    rests = study.file.rests_on

    def place(each: Comparison) -> int:
        return next((k for k, role in enumerate(rests) if role.startswith(f"{each.owner}.")), len(rests))

    return sorted(found, key=place)


def _means(each: Comparison) -> Iterator[Point]:
    """The change of the means, else the printed mean change, else that of the medians."""
    if each.study.measured(each.owner).measure == "binary":
        return
    first, told = each.samples[0] if each.samples else None, {"unit": _unit(each)}
    sd, rise = _sd(first) if first else None, _rise(each, "mean")
    if rise and first:
        told |= {"d": number(abs(rise)), **({"sd": number(abs(rise) / sd)} if sd else {})}
        if each.of_occasions:
            key = "rise" if rise > 0 else "fall"
        else:
            key, told = "between", {**told, "first": first.name, "second": each.samples[1].name}
        yield f"time_{key}_sd" if sd else f"time_{key}", told
    elif change := _change(each):
        apart = _standardised(each, change)
        yield ("time_change_sd", {**told, "d": number(change), "sd": number(apart)}) if apart else (
            "time_change", {**told, "d": number(change)})  # fmt: skip
    elif each.of_occasions and (rise := _rise(each, "median")):
        yield f"time_median_{'rise' if rise > 0 else 'fall'}", {**told, "d": number(abs(rise))}


def _alone(each: Comparison) -> Iterator[Point]:
    """Of t and n alone."""
    if apart := _standardised(each, None):
        yield "time_t", {"sd": number(apart)}


def _returning(each: Comparison) -> Iterator[Point]:
    """Where a cut on the first reading chose the people, and the change goes back over it: regression to the mean."""
    study, rise = each.study, _rise(each, "mean") if each.of_occasions else None
    ends = {part: study.get(f"eligibility.{each.name}.{part}") for part in ("at_least", "at_most")}
    part = "at_most" if rise and rise > 0 else "at_least"
    cut, others = ends.pop(part), list(ends.values())
    if not rise or cut is None or any(others):
        return
    mean, sd = each.samples[0].get("mean"), each.samples[0].get("sd")
    if mean is None or sd is None or not sd.interval.bounded:
        return
    half = 0.5 if study.integer_scale(each.owner) else 0.0  # a whole score stands for half a point to each side
    at = float(cut.reported.value) + (half if part == "at_most" else -half)
    away = [distance(at, m, s) for m, s in product(mean.interval.floats(), sd.interval.floats())]
    found = sorted(returning(abs(rise), each) for each in away if each)
    if len(found) < len(away):
        return
    told = {"cut": cut.shown.lstrip(COMPARED)}
    if found[0] >= 0:
        yield f"returning_{part}", {**told, "r": span(found[0], found[-1])}
    elif found[-1] < 0:
        most = sorted(100 / (1 - r) for r in found)
        yield f"returning_in_part_{part}", {**told, "percent": span(most[0], most[-1], 0)}


def _shares(each: Comparison) -> Iterator[Point]:
    """How many leave the category that changes most, or come to it, if nobody goes the other way."""
    measured = each.study.measured(each.owner)
    several = set(each.study.methods(each.owner)) & set(SEVERAL)
    if not each.of_occasions or measured.counted in NOT_PERSONS or several:
        return
    before, after = each.samples
    counts = [{name: value.integer for name, value in sample.counts().items()} for sample in (before, after)]
    if counts[0] and set(counts[0]) == set(counts[1]):
        yield from _counted(each, *counts)
    elif len(set(each.sizes)) < 2 and not any(counts):
        yield from _percents(each.study.group(f"{before.role}.percent"), each.study.group(f"{after.role}.percent"))


def _counted(each: Comparison, before: dict[str, int], after: dict[str, int]) -> Iterator[Point]:
    totals = {sum(before.values()), sum(after.values())}
    if len(set(each.sizes)) == 1 and (totals == set(each.sizes) or len(before) == 1):
        everybody = each.sizes[0]
    elif not each.sizes and len(totals) == 1 and len(before) > 1:
        everybody = totals.pop()
    else:
        return
    name = max(before, key=lambda name: (abs(after[name] - before[name]), before[name] - after[name]))
    moved = after[name] - before[name]
    base = before[name] if moved < 0 else everybody - before[name]
    if moved and abs(moved) <= base:
        told = {"moved": str(abs(moved)), "all": str(base), "percent": number(100 * abs(moved) / base, 0)}
        yield "time_left" if moved < 0 else "time_came", {**told, "category": name, "after": str(after[name])}


def _percents(before: dict[str, Value], after: dict[str, Value]) -> Iterator[Point]:
    """The part of a category that leaves it, of percentages of the same people."""
    falls = {
        name: (1 - float(after[name].reported.value / value.reported.value), after[name].shown)
        for name, value in before.items() if name in after and 0 <= after[name].reported.value < value.reported.value
    }  # fmt: skip
    if falls:
        name = max(falls, key=lambda name: falls[name][0] * float(before[name].reported.value))
        yield "time_left_percent", {"category": name, "percent": number(100 * falls[name][0], 0)}


def _rise(each: Comparison, part: str) -> float | None:
    """The second mean or median less the first; None where the two may be of different people."""
    values = each.of_samples(part) if len(each.samples) == 2 and len(set(each.sizes)) < 2 else None
    if not values or not all(value.interval.bounded for value in values):
        return None
    return float(values[1].reported.value - values[0].reported.value)


def _change(each: Comparison) -> float | None:
    """The size of a printed mean change, where it is one in the units of the measure."""
    value = each.get("difference")
    if value is None or not value.interval.bounded or _otherwise(each, "difference"):
        return None
    return abs(float(value.reported.value))


def _standardised(each: Comparison, change: float | None) -> float | None:
    """The mean change in SDs of the changes: over their printed SD, else t / √n of a paired t-test."""
    sd, t, n = each.get("sd"), each.get("t"), each.pairs
    if change and sd and sd.interval.bounded and sd.reported.value > 0:
        return change / float(sd.reported.value)
    if t is None or n is None or each.test != "paired t" or not t.interval.bounded or _otherwise(each, "t"):
        return None
    return abs(float(t.reported.value)) / sqrt(n.integer)


def _otherwise(each: Comparison, part: str) -> bool:
    """Is it, or may it be, of transformed or adjusted data?"""
    return freed_by(each.study, (each.role_of(part), f"{each.owner}.before.mean")) is not None


def _sd(sample: Sample) -> float | None:
    """The SD of a sample, else its standard error times √n."""
    sd, se = sample.get("sd"), sample.get("se")
    if sd is not None and sd.interval.bounded and sd.reported.value > 0:
        return float(sd.reported.value)
    if se is not None and sample.n is not None and se.interval.bounded and se.reported.value > 0:
        return float(se.reported.value) * sqrt(sample.n.integer)
    return None


def _unit(each: Comparison) -> str:
    unit = each.study.measured(each.owner).unit
    return f" {unit}" if unit else ""

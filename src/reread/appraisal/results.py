"""What do the printed results of a randomised trial state about recruitment, work, size, measurement and choice?

Facts with their numbers, of a trial of two arms: how many people came in a month, how many sessions and hours the
treatment took, how far apart the arms lie where they lie farthest, how much higher one arm must have been read before
that is usual without any effect, and how many comparisons stand beside the one that the conclusion rests on. Whether
any of it is plausible is for a person.

Source: INSPECT-SR guidance 1.1, checks 2.4, 2.5 and 4.7; RoB 2, doi:10.1136/bmj.l4898, domains 4 and 5.
"""

from __future__ import annotations

from collections.abc import Iterator

from reread.appraisal.arms import Row, behind, total
from reread.appraisal.second_answer import standardised
from reread.numbers.show import number, span
from reread.rivals.two_groups import FEW, Means, bias
from reread.study.comparison import Comparison, comparison_at
from reread.study.samples import plain_size
from reread.study.values import Study, Value, level

TWO, MOST = 2, 5.0  # groups; SDs of a shift that is tried
MINUTES = 60


def rows(study: Study) -> Iterator[Row]:
    """The rows of a randomised trial, each with the key and the parameters of its words."""
    yield from _recruited(study)
    yield from _sessions(study)
    later = [
        comparison_at(study, f"tests.{name}")
        for name, test in study.file.tests.items()
        if test.occasion != "baseline" and len(test.groups) == TWO
    ]
    apart = [(d, each) for each in later if (d := standardised(each)) is not None]
    if apart:
        most, farthest = max(apart, key=lambda pair: pair[0])
        told = {"d": number(most), "label": study.measured(farthest.owner).label, "count": str(len(apart))}
        yield "farthest", told, _behind(farthest)
    yield from _shift(study, apart)
    yield from _chosen(study, later)


def _recruited(study: Study) -> Iterator[Row]:
    """People a month, and of each place where their number is printed."""
    months, sites, people = study.get("flow.months"), plain_size(study.get("flow.sites")), total(study, "allocated")
    if months is None or not people or months.reported.value <= 0 or (sites and not sites.integer):
        return
    each = people / float(months.reported.value) / (sites.integer if sites else 1)
    told = {"each": number(each, 1), "people": str(people), "months": months.shown}
    told["sites"] = sites.shown if sites else ""
    values = tuple(value for value in (months, sites) if value)
    yield "recruited_sites" if sites else "recruited", told, (*values, *behind(study, "allocated"))


def _sessions(study: Study) -> Iterator[Row]:
    """Times a day × days × the people of each arm, and the hours of it where minutes are printed."""
    dose = study.all("dose.times_a_day", "dose.days")
    arms = {name: plain_size(study.get(f"arms.{name}.allocated")) for name in study.file.arms}
    if dose is None or not arms or not all(arms.values()):
        return
    each = float(dose[0].reported.value * dose[1].reported.value)
    found = [value for part in ("minutes", "minutes_to") if (value := study.get(f"dose.{part}"))]
    ends = sorted(float(value.reported.value) * each / MINUTES for value in found)
    sizes = {name: n.integer for name, n in arms.items() if n}
    told = {"times": number(each, 0), "by": _by_arm({name: number(each * n, 0) for name, n in sizes.items()})}
    if ends:
        told["hours"] = _by_arm({name: span(ends[0] * n, ends[-1] * n, 0) for name, n in sizes.items()})
    yield "sessions_hours" if ends else "sessions", told, (*dose, *found, *behind(study, "allocated"))


def _by_arm(told: dict[str, str]) -> str:
    return ", ".join(f"{name} {each}" for name, each in told.items())


def _shift(study: Study, apart: list[tuple[float, Comparison]]) -> Iterator[Row]:
    """Of the first difference of means that the conclusion rests on: the least shift of one arm's readings."""
    main = [pair for role in study.file.rests_on for pair in apart if role.startswith(f"{pair[1].owner}.")]
    for d, comparison in main[:1]:
        if comparison.summaries() is None or len(comparison.sizes) != TWO or not d:
            return
        found = bias("shift", Means(comparison.sizes[0], comparison.sizes[1], d).reach, 0.0, MOST)
        if found.few is not None:
            told = {"d": number(d), "few": number(found.few), "label": study.measured(comparison.owner).label}
            yield "shift", {**told, "of": number(100 * FEW, 0)}, _behind(comparison)


def _chosen(study: Study, later: list[Comparison]) -> Iterator[Row]:
    """Comparisons after the start, those with p surely below the level, and those that the conclusion rests on."""
    told = [(each, p) for each in later if (p := each.get("p")) is not None]
    if told:
        alpha = level(study)
        below = sum(p.interval.high is not None and p.interval.high < alpha for _, p in told)
        rests = {each.owner for each in later for role in study.file.rests_on if role.startswith(f"{each.owner}.")}
        params = {"count": str(len(told)), "below": str(below), "alpha": number(alpha), "rests": str(len(rests))}
        yield "chosen", params, tuple(p for _, p in told)


def _behind(comparison: Comparison) -> tuple[Value, ...]:
    """The printed numbers of a comparison's groups."""
    parts = [sample.get(part) for sample in comparison.samples for part in ("n", "mean", "sd")]
    counts = [value for sample in comparison.samples for value in sample.counts().values()]
    return tuple(value for value in [*parts, *counts] if value)

"""Which measures does a study print of two arms before and after, and what follows of the correlation of the two?

A *baseline* test and the follow-up test that names it compare the same groups at two occasions; a test of their changes
and one adjusted for the baseline may stand beside them. Two summaries belong together only where they are of the same
participants, which a printed n has to show for each arm.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reread.numbers.interval import Interval
from reread.statistics import ancova
from reread.study.comparison import Comparison, comparison_at
from reread.study.samples import PrintedSummary, Sample, summary_of
from reread.study.values import Study, Value

ENDS = (-1.0, 1.0)
FOLLOW_UP = ("follow-up", "not stated")  # what a test that names a baseline is of


@dataclass(frozen=True)
class MeasuredTwice:
    """The arms of one measure at two occasions; `change` and `adjusted` where they are printed."""

    before: Comparison
    after: Comparison
    change: Comparison | None
    adjusted: Comparison | None

    @property
    def name(self) -> str:
        """What the study file calls the follow-up."""
        return self.after.name

    @property
    def arms(self) -> tuple[str, ...]:
        """The names of the groups, in the order of the follow-up."""
        return tuple(sample.name for sample in self.after.samples)

    def pairs(self) -> list[tuple[PrintedSummary | None, PrintedSummary | None]]:
        """n, mean and SD of each arm before and after; an arm with no n before has that of after, and the reverse."""
        earlier = {sample.name: sample for sample in self.before.samples}
        return [(_with_n(earlier[late.name], late), _with_n(late, earlier[late.name])) for late in self.after.samples]

    def why_not(self) -> str:
        """Why nothing is computed: `groups` (not two), `summaries` (one is missing), `sizes` (not the same people)."""
        if len(self.arms) != 2:
            return "groups"
        pairs = self.pairs()
        if any(before is None or after is None for before, after in pairs):
            return "summaries"
        same = all(before and after and before.n == after.n for before, after in pairs)
        enough = sum(after.n for _, after in pairs if after) >= ancova.FEWEST
        flat = any(before is not None and before.sd.high == 0 for before, _ in pairs)
        return "summaries" if flat or not enough else "" if same else "sizes"

    def trial(self) -> ancova.Trial | None:
        """Both arms before and after, where the print gives them."""
        if self.why_not():
            return None
        (a, b), (c, d) = self.pairs()
        return ancova.Trial((a, b), (c, d)) if a and b and c and d else None

    def correlation(self) -> tuple[float, float] | None:
        """The pooled correlations that printed SDs of the arms' changes leave; None where none does."""
        trial = self.trial()
        if trial is None or self.change is None:
            return ENDS
        arms = zip((trial.first, trial.second), self.sds_of_change(), strict=True)
        own = [ancova.correlation_of(before.sd, after.sd, sd) if sd else ENDS for (before, after), sd in arms]
        return ancova.pooled(trial, own[0], own[1]) if own[0] and own[1] else None

    def sds_of_change(self) -> list[Interval | None]:
        """The printed SD of each arm's changes, where it is of the same people; else None."""
        later = {sample.name: sample for sample in self.change.samples} if self.change else {}
        found = []
        for name, (_, after) in zip(self.arms, self.pairs(), strict=True):
            of_change = _with_n(later[name], later[name]) if name in later else None
            same = of_change is not None and after is not None and of_change.n == after.n
            found.append(of_change.sd if of_change and same else _sd_of(later.get(name)))
        return found

    @property
    def whole(self) -> bool:
        """Is every score a whole number, before and after?"""
        samples = (*self.before.samples, *self.after.samples)
        return all(sample.whole and sample.items == 1 for sample in samples)

    @property
    def scale(self) -> tuple[int, int] | None:
        """The least and the greatest possible score, where one is stated of both occasions."""
        stated = {sample.scale for sample in (*self.before.samples, *self.after.samples)}
        return stated.pop() if len(stated) == 1 else None

    def printed(self) -> tuple[Value, ...]:
        """Every printed number that this rests on."""
        return tuple(value for pair in self.pairs() for summary in pair if summary for value in summary.values)


def measured_twice(study: Study) -> Iterator[MeasuredTwice]:
    """Every follow-up with its baseline.

    The test of the changes and the adjusted one belong to a follow-up only where it is the one that names the baseline.
    """
    tests = study.file.tests
    for name, test in tests.items():
        if not test.baseline or test.occasion not in FOLLOW_UP or not test.groups:
            continue
        beside = {other: each for other, each in tests.items() if each.baseline == test.baseline and other != name}
        alone = not any(each.occasion in FOLLOW_UP for each in beside.values())
        found = {each.occasion: comparison_at(study, f"tests.{other}") for other, each in beside.items() if alone}
        before, after = (comparison_at(study, f"tests.{which}") for which in (test.baseline, name))
        if before.samples:
            yield MeasuredTwice(before, after, found.get("change"), found.get("adjusted"))


def _with_n(sample: Sample, other: Sample) -> PrintedSummary | None:
    """Its summary, with the other's n where it prints none of its own."""
    n = sample.n or other.n
    lent = replace(sample, n=n)
    return summary_of(lent, 2)


def _sd_of(sample: Sample | None) -> Interval | None:
    """The SD of an arm's changes where no n is printed beside it: then it is of everybody, as far as is told."""
    sd = sample.get("sd") if sample and sample.n is None else None
    found = sd.interval.within(0, None) if sd else None
    return found if found and found.bounded else None

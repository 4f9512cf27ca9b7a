"""What is printed of a sample, as far as the data sets behind it depend on it?

Equal `Prints` have equal candidates, so that a search that meets thousands of readings judges each of them once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reappraise.datasets.histogram import Counts
from reappraise.explain.near import Range, ends
from reappraise.explain.strings import bits_of, scale_of, space, ways
from reappraise.explain.tallies import tallies
from reappraise.interval import Interval
from reappraise.samples import Sample
from reappraise.study import Study, Value


@dataclass(frozen=True)
class Coding:
    """The codes of a sample's categories, and the least and the greatest score of one person, as read."""

    codes: dict[str, int] | None
    scale: tuple[int, int] | None

    @classmethod
    def of(cls, study: Study, role: str) -> Coding:
        """Under the study's reading."""
        return cls(study.codes(role.partition(".")[0]), scale_of(study, role))


@dataclass(frozen=True)
class Prints:
    """What is printed of a sample, as far as its candidates depend on it; equal ones have equal candidates."""

    role: str
    n: int | None
    mean: Interval | None
    sd: Interval | None
    p: Interval | None
    statistic: bool  # does the number printed as the p of a normality test stand for its statistic?
    counted: Counts | None
    tallied: bool | None  # do counts and percentages agree with n and with each other? None where nothing is counted
    counting: float  # the bits that tell counts and percentages by themselves
    scale: tuple[int, int] | None
    whole: bool
    bits: tuple[tuple[str, float], ...]  # of each block, by the last part of its name

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.role, self.n, self.mean, self.sd, self.p, self.statistic, self.counted, self.tallied,
                     self.counting, self.scale, self.whole, self.bits))  # fmt: skip

    @cached_property
    def ends_of_mean(self) -> Range:
        """The mean as floats."""
        assert self.mean is not None
        return ends(self.mean)

    @cached_property
    def ends_of_sd(self) -> Range:
        """The SD as floats."""
        assert self.sd is not None
        return ends(self.sd)

    @classmethod
    def of(
        cls, study: Study, sample: Sample, bits: tuple[tuple[str, float], ...], labels: tuple[str, ...], coding: Coding
    ) -> Prints:
        """The values of a sample under the study's reading; of the sample itself only what no reading changes."""
        role, name = sample.role, sample.role.partition(".")[0]
        mean, sd, p = (study.get(f"{role}.{part}") for part in ("mean", "sd", "normality_p"))
        outcome = study.file.outcomes.get(name)
        n = study.n(name, role.partition(".")[2]) if outcome else study.get(f"{role}.n")
        n = n if n and n.whole else None
        return cls(
            role, n.integer if n and n.integer > 1 else None, _bounded(mean), _bounded(sd),
            p.interval if p and outcome and outcome.normality_test == "Shapiro-Wilk" else None,
            study.reading.normality_prints == "statistic",
            _counted(study, role, n, labels, coding.codes), *_tallied(study, role, n, len(labels)),
            coding.scale, sample.whole and sample.items == 1 and sample.complete, bits,
        )  # fmt: skip


def _bounded(value: Value | None) -> Interval | None:
    return value.interval if value and value.interval.bounded else None


def _counted(
    study: Study, role: str, n: Value | None, labels: tuple[str, ...], codes: dict[str, int] | None
) -> Counts | None:
    """The data set that the counts and codes of a sample give, where they add up to n."""
    counts = {label: value for label in labels if (value := study.get(f"{role}.count.{label}"))}
    if (
        not counts
        or codes is None
        or n is None
        or not set(counts) <= set(codes)
        or not all(each.whole for each in counts.values())
    ):
        return None
    scores: dict[int, int] = {}
    for label, count in counts.items():
        scores[codes[label]] = scores.get(codes[label], 0) + count.integer
    if any(count < 0 for count in scores.values()) or sum(scores.values()) != n.integer:
        return None
    return Counts.of(scores)


def _tallied(study: Study, role: str, n: Value | None, categories: int) -> tuple[bool | None, float]:
    """Do counts and percentages agree, and the bits that tell them: one way of counting, or each number alone."""
    counts, percents = study.group(f"{role}.count"), study.group(f"{role}.percent")
    if not n or not counts:
        return None, 0.0
    if tallies(n.integer, counts, percents):
        return True, bits_of(ways(n.integer, max(categories, 2)))
    return False, sum(bits_of(len(space(study, value))) for value in (*counts.values(), *percents.values()))

"""What is printed of a sample, as far as the data sets behind it depend on it?

Equal `Prints` have equal candidates, so that a search that meets thousands of readings judges each of them once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log2

from reread.datasets.histogram import Counts
from reread.explain.strings import bits_of, scale_of, ways
from reread.explain.tallies import tallies
from reread.numbers.interval import Interval
from reread.study.samples import Sample
from reread.study.values import Study, Value

Tally = dict[str, Value]


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
        counts, percents = (_of_labels(study, f"{role}.{part}", labels) for part in ("count", "percent"))
        return cls(
            role, n.integer if n and n.integer > 1 else None, _bounded(mean), _bounded(sd),
            p.interval if p and outcome and outcome.normality_test == "Shapiro-Wilk" else None,
            study.reading.normality_prints == "statistic",
            _counted(counts, n, coding.codes), *_tallied(counts, percents, n, len(labels)),
            coding.scale, sample.whole and sample.items == 1 and sample.complete, bits,
        )  # fmt: skip


def _bounded(value: Value | None) -> Interval | None:
    return value.interval if value and value.interval.bounded else None


def _of_labels(study: Study, role: str, labels: tuple[str, ...]) -> Tally:
    return {label: value for label in labels if (value := study.get(f"{role}.{label}"))}


def _counted(counts: Tally, n: Value | None, codes: dict[str, int] | None) -> Counts | None:
    """The data set that the counts and codes of a sample give, where they add up to n."""
    if not counts or codes is None or n is None:
        return None
    scores: dict[int, int] = {}
    for label, count in counts.items():
        if label not in codes or not count.whole or count.integer < 0:
            return None
        scores[codes[label]] = scores.get(codes[label], 0) + count.integer
    return Counts.of(scores) if sum(scores.values()) == n.integer else None


def _tallied(counts: Tally, percents: Tally, n: Value | None, categories: int) -> tuple[bool | None, float]:
    """Do counts and percentages agree, and the bits that tell them: one way of counting, or each number alone."""
    if not n or not counts:
        return None, 0.0
    if tallies(n.integer, counts, percents):
        return True, _of_ways(n.integer, max(categories, 2))
    return False, sum(_alone(v.reported.text) for v in (*counts.values(), *percents.values()))


@lru_cache(maxsize=500)
def _of_ways(n: int, categories: int) -> float:
    return bits_of(ways(n, categories))


@lru_cache(maxsize=5_000)
def _alone(text: str) -> float:
    """The bits of a number of as many digits."""
    return log2(10) * max(sum(character.isdigit() for character in text), 1)

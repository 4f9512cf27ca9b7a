"""What is printed of a sample, as far as the data sets behind it depend on it?

Equal `Prints` have equal candidates, so that a search that meets thousands of readings judges each of them once. Where
a study prints them, and what no reading changes of that, is found out once (`Printed`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import log2
from typing import NamedTuple

from reread.datasets.histogram import Counts
from reread.explain.near import ends
from reread.explain.strings import bits_of, scale_of, ways
from reread.numbers.interval import Interval
from reread.study.roles import of_test
from reread.study.samples import Sample
from reread.study.values import Study, Value

# Of more kept tallies than these none is kept on.
MOST_KEPT = 5_000


class Prints(NamedTuple):
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
    bounding: bool  # is that the scale of everybody, coded or not?
    whole: bool
    bits: tuple[tuple[str, float], ...]  # of each block, by the last part of its name

    @property
    def untallied(self) -> bool:
        """Are there counts that no data set tells, because codes are unknown or the counts disagree?"""
        return self.tallied is not None and (self.counted is None or not self.tallied)


class Coding(NamedTuple):
    """The codes and the scale as read, and whether normality was tested by Shapiro and Wilk."""

    codes: dict[str, int] | None
    scale: tuple[int, int] | None
    bounding: bool  # does the paper state the scale, or does it follow from the codes?
    tested: bool


class Tally(NamedTuple):
    """What n, codes, counts and percentages come to: see `Prints`."""

    n: int | None
    counted: Counts | None
    tallied: bool | None
    counting: float


class Printed:
    """One sample of a study: in which roles its numbers stand, and what no reading changes of it."""

    def __init__(self, sample: Sample, bits: tuple[tuple[str, float], ...]) -> None:
        role, study = sample.role, sample.study
        self.role, self.owner, self.bits = role, sample.owner, bits
        self.whole = sample.whole and sample.items == 1 and sample.complete
        self._n = (f"{role}.n",) if of_test(role) else (f"{role}.n", "n")
        self._mean, self._sd, self._p = (f"{role}.{part}" for part in ("mean", "sd", "normality_p"))
        self.labels = _labels(study, role, self.owner)
        self._codes = [name for name in study.values if name.startswith(f"{self.owner}.codes.")]
        self._counts = [f"{role}.{kind}.{label}" for kind in ("count", "percent") for label in self.labels]
        self._codings: dict[object, tuple[Coding, object]] = {}
        self._tallies: dict[object, tuple[Tally, object]] = {}

    def of(self, study: Study) -> Prints:
        """What is printed of it under the study's reading."""
        get, coding = study.values.get, self._coding(study)
        tally = self._tally(study, coding)
        p = get(self._p) if coding.tested else None
        return Prints(
            self.role, tally.n, _bounded(get(self._mean)), _bounded(get(self._sd)),
            p.interval if p else None, study.reading.normality_prints == "statistic",
            tally.counted, tally.tallied, tally.counting, coding.scale, coding.bounding, self.whole, self.bits,
        )  # fmt: skip

    def _coding(self, study: Study) -> Coding:
        """Found out once for the same codes: of the same file, reading and printed codes."""
        coded = [*map(study.values.get, self._codes)]
        key = study.reading.codes, id(study.file), *map(id, coded)
        if key not in self._codings:
            about = study.measured(self.owner)
            found = Coding(
                study.codes(self.owner), scale_of(study, self.role), about.scale is not None,
                about.normality_test == "Shapiro-Wilk",
            )  # fmt: skip
            self._codings[key] = found, (study.file, coded)  # these are kept, so that no id comes again
        return self._codings[key][0]

    def _tally(self, study: Study, coding: Coding) -> Tally:
        """Found out once for the same codes and the same printed numbers."""
        get, n = study.values.get, None
        for role in self._n:
            n = n or get(role)
        size = n.integer if n and n.whole else None
        told = [*map(get, self._counts)]
        key = id(coding), size, *map(id, told)
        if key not in self._tallies:
            if len(self._tallies) >= MOST_KEPT:
                self._tallies.clear()
            self._tallies[key] = self._tally_of(told, size, coding.codes), (coding, told)  # kept, as above
        return self._tallies[key][0]

    def _tally_of(self, told: list[Value | None], size: int | None, codes: dict[str, int] | None) -> Tally:
        several, labels = size if size and size > 1 else None, self.labels
        both = told[: len(labels)], told[len(labels) :]
        counts, percents = ({label: value for label, value in zip(labels, each, strict=True) if value} for each in both)
        if not counts or not size:
            return Tally(several, None, None, 0.0)
        data = _data(counts, size, codes) if codes is not None else None
        if tallies(size, counts, percents):
            return Tally(several, data, True, bits_of(ways(size, max(len(labels), 2))))
        alone = sum(_alone(value.reported.text) for each in (counts, percents) for value in each.values())
        return Tally(several, data, False, alone)


def _labels(study: Study, role: str, whose: str) -> tuple[str, ...]:
    """Every category that the study codes or counts for this sample."""
    coded = study.group(f"{whose}.codes")
    return tuple(dict.fromkeys([*coded, *study.group(f"{role}.count"), *study.group(f"{role}.percent")]))


def _bounded(value: Value | None) -> Interval | None:
    return value.interval if value and value.interval.bounded else None


def tallies(n: int, counts: Mapping[str, Value], percents: Mapping[str, Value]) -> bool:
    """Can all of them, counts and the percentages beside them, be counted among n people?

    Fewer than n may have answered; more may not. A percentage fits its count give or take a unit of its last place,
    because columns are made to add up to 100. What codes make of the counts is another question.

    >>> from reread.numbers.reported import Reported
    >>> count = Value("", Reported.read("18"), Interval.point(18), ())
    >>> percents = [Value("", printed, printed.interval, ()) for printed in map(Reported.read, ("90%", "80%"))]
    >>> [tallies(20, {"low": count}, {"low": percent}) for percent in percents]
    [True, False]
    """
    whole = {label: count.integer for label, count in counts.items() if count.whole}
    if sum(whole.values()) > n or any(count < 0 for count in whole.values()):
        return False
    return all(_fits(whole[label], n, percent) for label, percent in percents.items() if label in whole)


def _fits(count: int, n: int, percent: Value) -> bool:
    (low, high), unit = ends(percent.interval), 10.0**-percent.reported.decimals
    return low - unit <= 100 * count / n <= high + unit


def _data(counts: Mapping[str, Value], n: int, codes: Mapping[str, int]) -> Counts | None:
    """The data set that the counts and codes of a sample give, where they add up to n."""
    scores: dict[int, int] = {}
    for label, count in counts.items():
        if label not in codes or not count.whole or count.integer < 0:
            return None
        scores[codes[label]] = scores.get(codes[label], 0) + count.integer
    return Counts.of(scores) if sum(scores.values()) == n else None


@lru_cache(maxsize=5_000)
def _alone(text: str) -> float:
    """The bits of a number of as many digits."""
    return log2(10) * max(sum(character.isdigit() for character in text), 1)

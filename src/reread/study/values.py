"""What does the study report, as values that checks can compute with?

A `Study` joins the study file (which number plays which part) with the ledger (what is printed there). A *reading* is
what the paper states or what is usual (critical value, tails, codes …); a departure makes a copy with another reading.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property, lru_cache

from reread.numbers.interval import Interval, hull
from reread.numbers.reported import Reported
from reread.study.file import OCCASIONS, StudyFile
from reread.study.ledger import Number, allowed, read_as, stat_of
from reread.study.parts import Measured, Outcome

USUAL_ALPHA = 0.05


@dataclass(frozen=True)
class Value:
    """A printed number in its role: the most precise print, what it stands for, and every place that prints it."""

    role: str
    reported: Reported
    interval: Interval
    ids: tuple[str, ...]
    repeats: tuple[Reported, ...] = ()
    prints: Interval | None = None  # from the least to the greatest size that some print of it stands for
    once: bool = False  # some place that prints it is a row that one of two readers alone read so

    @property
    def any_print(self) -> Interval:
        """Its size, as somebody takes it from any of its places, the less precise ones too."""
        return self.prints or self.interval.absolute()

    @property
    def shown(self) -> str:
        """The number as printed, with a typographic minus."""
        return self.reported.shown

    @cached_property
    def whole(self) -> bool:
        """Does it stand for one whole number?"""
        low, high = self.interval.low, self.interval.high
        return low is not None and low == high and low.denominator == 1

    @cached_property
    def integer(self) -> int:
        """The value of a printed count. Raises ValueError where it is not whole."""
        if self.interval.low is None or not self.whole:
            raise ValueError(f"{self.role} is printed as {self.shown}, which is no count")
        return int(self.interval.low)


@dataclass(frozen=True)
class Reading:
    """What is taken as stated where no printed number says it. Departures change one part at a time."""

    critical: str = "t"  # or "z": the quantile behind a confidence interval
    tails: int = 2
    normality_prints: str = "p"  # or "statistic"
    rounded_to: int | None = None  # decimals of the means and SDs that statistics were computed from
    codes: tuple[
        tuple[str, tuple[tuple[str, int], ...]], ...
    ] = ()  # outcome → category → code, in place of the stated ones


@dataclass(frozen=True)
class Study:
    """A study: its file, its printed values by role, and how they are read."""

    id: str
    file: StudyFile
    values: dict[str, Value]
    reading: Reading = field(default_factory=Reading)

    def get(self, role: str) -> Value | None:
        """The value printed for a role, if any."""
        return self.values.get(role)

    def all(self, *roles: str) -> tuple[Value, ...] | None:
        """The values of several roles, or None where one of them is not printed."""
        found = [self.values.get(role) for role in roles]
        return None if any(value is None for value in found) else tuple(value for value in found if value)

    def outcome(self, name: str) -> Outcome:
        """What the study file says about an outcome."""
        return self.file.outcomes[name]

    def measured(self, owner: str) -> Measured:
        """What the study file says is measured, for an outcome (`score`) or a test (`tests.pain`)."""
        name = owner.removeprefix("tests.")
        return self.file.outcomes[owner] if name == owner else self.file.tests[name]

    def methods(self, owner: str) -> tuple[str, ...]:
        """The methods that the study file, or else the document's words, say of an outcome or a test."""
        name = owner.removeprefix("tests.")
        entry: Measured | None = (self.file.outcomes if name == owner else self.file.tests).get(name)
        return (self.file.methods if entry is None or entry.methods is None else entry.methods) or ()

    def n(self, outcome: str, occasion: str = "") -> Value | None:
        """The number of participants at an occasion: its own n where printed, else the study's.

        Without an occasion the number behind a change; None where the occasions have different ones, or where the
        printed number is no whole one.
        """
        paired = None if occasion else self.values.get(f"{outcome}.change.n")
        if paired and paired.whole:
            return paired
        own = [
            self.values.get(f"{outcome}.{name}.n") or self.values.get("n")
            for name in ((occasion,) if occasion else OCCASIONS)
        ]
        counts = [value for value in own if value and value.whole]
        return counts[0] if len(counts) == len(own) and len({value.integer for value in counts}) == 1 else None

    def counts(self, outcome: str, occasion: str) -> dict[str, Value]:
        """The printed counts of an outcome's categories at an occasion."""
        return self.counted(f"{outcome}.{occasion}")

    def counted(self, role: str) -> dict[str, Value]:
        """The printed counts of a sample's categories; none where one of them is not a whole number ("< 5")."""
        found = self.group(f"{role}.count")
        return found if all(value.whole for value in found.values()) else {}

    def group(self, prefix: str) -> dict[str, Value]:
        """The values directly below a role, by their last name: `score.before.count` → low, adequate."""
        return dict(self._groups.get(prefix, {}))

    @cached_property
    def _groups(self) -> dict[str, dict[str, Value]]:
        """Every group, looked up once: a search asks thousands of studies for several of theirs."""
        found: dict[str, dict[str, Value]] = {}
        for role, value in self.values.items():
            owner, _, name = role.rpartition(".")
            found.setdefault(owner, {})[name] = value
        return found

    def codes(self, owner: str) -> dict[str, int] | None:
        """The code of each category, as read; None where the paper states none or not whole ones."""
        read = dict(self.reading.codes).get(owner)
        if read is not None:
            return dict(read)
        stated = self.group(f"{owner}.codes")
        if not stated or not all(value.whole for value in stated.values()):
            return None
        return {name: value.integer for name, value in stated.items()}

    def complete(self, outcome: str, occasion: str = "") -> bool:
        """Is every participant known to be measured at an occasion (without one: at both, so that all are paired)?

        Stated, or shown by counts that add up to n. For both occasions that has to be the study's n: of two different
        sets of 18 among 20 participants fewer than 18 have both scores.
        """
        if self.outcome(outcome).complete:
            return True
        everybody = None if occasion else self.values.get("n")
        for name in (occasion,) if occasion else OCCASIONS:
            counts, n = self.counts(outcome, name), self.n(outcome, name)
            if not counts or n is None or sum(value.integer for value in counts.values()) != n.integer:
                return False
            if everybody is not None and everybody.interval != n.interval:
                return False
        return True

    def integer_scale(self, owner: str) -> bool:
        """Is every participant's score a whole number (so that granularity applies)?"""
        return self.whole_answers(owner) and self.measured(owner).items == 1

    def whole_answers(self, owner: str) -> bool:
        """Is every single answer a whole number? Scores are, unless the paper states codes such as 0.5."""
        whole = all(code.whole for code in self.group(f"{owner}.codes").values())
        return whole and self.measured(owner).measure != "continuous"

    def with_values(self, changed: dict[str, Value | None]) -> Study:
        """A copy with some values replaced (None removes)."""
        merged = {**self.values, **changed}
        return Study(self.id, self.file, {r: value for r, value in merged.items() if value is not None}, self.reading)

    def printing(self, texts: dict[str, str]) -> Study:
        """A copy in which some roles are printed otherwise, e.g. `{"score.after.mean": "1.80"}`."""
        changed: dict[str, Value | None] = {}
        for role, text in texts.items():
            reported, stands_for = _read(text, stat_of(role))
            place = self.values[role] if role in self.values else Value(role, reported, reported.interval, ())
            changed[role] = replace(place, reported=reported, interval=stands_for, repeats=(reported,), prints=None)
        return self.with_values(changed)

    def stating(self, stated: dict[str, dict[str, object]]) -> Study:
        """A copy whose file states other things of comparisons: `{"tests.pain": {"test": "paired t"}}`.

        An outcome's comparison is that of its change: `{"score.change": {"d_is": "d_z"}}`.
        """
        outcomes, reported = dict(self.file.outcomes), dict(self.file.tests)
        for role, said in stated.items():
            name = role.removeprefix("tests.")
            if name != role:
                reported[name] = reported[name].model_copy(update=said)
            else:
                name = role.removesuffix(".change")
                change = outcomes[name].change.model_copy(update=said)
                outcomes[name] = outcomes[name].model_copy(update={"change": change})
        return replace(self, file=self.file.model_copy(update={"outcomes": outcomes, "tests": reported}))

    def read_as(self, **changes: object) -> Study:
        """A copy under another reading."""
        return replace(self, reading=replace(self.reading, **changes))  # type: ignore[arg-type]


def study_of(name: str, file: StudyFile, numbers: Iterable[Number]) -> Study:
    """Join a study file with the ledger. Numbers printed in several places become one value with its repeats."""
    places: dict[str, list[Number]] = {}
    for number in sorted(numbers, key=lambda row: (row.document, row.line, row.start)):
        for role in filter(None, number.role.split(";")):
            places.setdefault(role, []).append(number)
    values = {}
    for role, _ in file.locators():
        if not (rows := places.get(role)):
            continue
        printed, stat = [row.reported() for row in rows], stat_of(role)
        narrow = min(printed, key=lambda reported: _width(allowed(reported, stat)))
        sizes = [allowed(reported, stat).absolute() for reported in printed]
        ids, once = tuple(row.id for row in rows), any(row.once for row in rows)
        values[role] = Value(role, narrow, allowed(narrow, stat), ids, tuple(printed), hull(sizes), once)
    return Study(name, file, values)


@lru_cache(maxsize=5_000)
def _read(text: str, stat: str) -> tuple[Reported, Interval]:
    """A text as a number of a kind, and what it stands for: the same objects again, because a search compares them."""
    return (reported := read_as(text, stat)), allowed(reported, stat)


def _width(interval: Interval) -> Fraction | float:
    return math.inf if interval.low is None or interval.high is None else interval.high - interval.low


def shifted(value: Value, interval: Interval) -> Value:
    """The same printed number, standing for other values (a departure's doing)."""
    return Value(value.role, value.reported, interval, value.ids, value.repeats)


def level(study: Study) -> float:
    """The study's level of significance, .05 where none is printed."""
    return float(alpha.reported.value) if (alpha := study.get("alpha")) else USUAL_ALPHA

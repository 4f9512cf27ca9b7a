"""What did a check find, about which printed numbers, and what would make it otherwise?

Status: *consistent*, *inconsistent* (no admitted convention makes the intervals meet), *undecided*, *not applicable*.
Kind, for what is inconsistent or odd: *impossible*, *implausible*, *cosmetic*. Words are rendered later, per language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.study.values import Study, Value

# What a check hands to the words: figures as they are shown, and what a language joins or names in its own way.
Status = Literal["consistent", "inconsistent", "undecided", "not applicable"]
Kind = Literal["impossible", "implausible", "cosmetic", ""]


@dataclass(frozen=True)
class Ends:
    """Two ends, such as those of a printed interval."""

    low: str
    high: str


@dataclass(frozen=True)
class Term:
    """A word of the field by its kind and name, as under `terms:` in `words/<language>/terms.yaml`."""

    kind: str
    name: str


@dataclass(frozen=True)
class Several:
    """Parts of a sentence joined by a word of the language (`and`, `or`), or by an arrow."""

    parts: tuple[Param, ...]
    word: Literal["and", "or", "with interval", "→"]


@dataclass(frozen=True)
class Listed:
    """Definitions or kinds of a test, each by its name (terms joined by a comma and a space), and what it gives."""

    entries: tuple[tuple[str, Param], ...]
    between: str = "; "


Param: TypeAlias = "str | Ends | Term | Several | Listed"


@dataclass(frozen=True)
class Short:
    """The finding in one row of a small table: what (counts: `of` how many), as printed, what the numbers allow."""

    label: str
    printed: Param
    allowed: Param
    of: str = ""


@dataclass(frozen=True)
class Benign:
    """A reading of the paper (a departure) under which this finding would be consistent."""

    departure: str
    params: dict[str, str]


@dataclass(frozen=True)
class Misprint:
    """Another text in place of a printed number, and the findings that rest on the number as it is printed."""

    role: str
    printed: str
    meant: str
    against: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One result of one check. `params` fill the words; `say` picks among variants of them (default: the status).

    `tried`: departures that bear on it and under no variant of which it holds; `blunt`: those under which it holds, but
    would with most other numbers, too. `misprints`: some of the `misprints_that_fit`. `either`: it compares with one of
    two statements and not with a number, so that what makes it hold tells these apart.
    """

    check: str
    roles: tuple[str, ...]
    status: Status
    params: Mapping[str, Param] = field(default_factory=dict)
    say: str = ""
    kind: Kind = ""
    decision_error: bool = False
    either: bool = False
    short: Short | None = None
    benign: tuple[Benign, ...] = ()
    tried: tuple[str, ...] = ()
    blunt: tuple[str, ...] = ()
    misprints: tuple[Misprint, ...] = ()
    misprints_that_fit: int = 0
    unless: Term | None = None  # why it is left open although the numbers do not fit: how they may have been obtained

    @property
    def id(self) -> str:
        """Which finding this is, the same in every run: the first role and the check."""
        return f"{self.roles[0]}/{self.check}"

    def number_ids(self, study: Study) -> list[str]:
        """The rows of the ledger that the finding is about."""
        return [i for role in self.roles if (value := study.get(role)) for i in value.ids]


def about(*values: Value | None) -> tuple[str, ...]:
    """The roles of the values that are there."""
    return tuple(value.role for value in values if value)


def meets(agrees: bool, decided: bool = True) -> dict[str, Any]:
    """Status and kind of a check that holds, or cannot hold; undecided where a way out is not excluded (`decided`)."""
    if agrees:
        return {"status": "consistent"}
    return {"status": "inconsistent", "kind": "impossible"} if decided else {"status": "undecided"}


def ordered(findings: list[Finding], study: Study) -> list[Finding]:
    """Inconsistent first, then in the order in which the conclusion rests on the numbers, then as found."""
    rests = study.file.rests_on
    rank = {"inconsistent": 0, "undecided": 1, "consistent": 2, "not applicable": 3}

    def key(finding: Finding) -> tuple[int, float]:
        first, *others = (rests.index(role) if role in rests else len(rests) for role in finding.roles)
        return rank[finding.status], first if first < len(rests) else min(others, default=first) + 0.5

    return sorted(findings, key=key)


def range_or_any(interval: Interval, decimals: int = 2) -> Param:
    """Both ends of an interval for the reader, or that any value is possible."""
    return span(*interval.floats(), decimals) if interval.bounded else Term("allowed", "any")

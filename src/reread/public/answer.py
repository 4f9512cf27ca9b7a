"""What do the checks say of a few printed numbers?

>>> answer = ask("p_from_t", {"t": "2.20", "df": 28, "p": "0.036"}, asked=("t", "p"))
>>> answer.status, answer.printed, answer.allowed
('consistent', 'p = 0.036', 't(28) = 2.20 gives p = 0.036 … 0.037')
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from reread import words
from reread.explain.benign import findings_with_readings
from reread.public.printed import STEM, Printed, study_of_strings
from reread.public.told import Told, told
from reread.study.finding import Finding, Status
from reread.study.values import Study

RANK = {"inconsistent": 0, "undecided": 1, "consistent": 2, "not applicable": 3}


@dataclass(frozen=True, eq=False, repr=False)
class Answer:
    """Can the printed numbers all be true at once?

    `status` is *consistent*, *inconsistent* (no admitted convention makes them agree), *undecided*, or *not applicable*
    (nothing could be asked of them). `findings` has every check that spoke, the one that decides first; `printed`,
    `allowed`, `why`, `agrees_if` are those of the first.
    """

    status: Status
    study: Study
    found: tuple[Finding, ...] = field(default=())

    @cached_property
    def findings(self) -> tuple[Told, ...]:
        """Every finding, in English."""
        return tuple(told(finding, self.study, words.load("en")) for finding in self.found)

    @property
    def printed(self) -> str:
        """The number that the answer is about."""
        return self._first.printed if self._first else ""

    @property
    def allowed(self) -> str:
        """What the other numbers leave for it."""
        return self._first.allowed if self._first else ""

    @property
    def why(self) -> str:
        """What has to hold; where nothing could be asked, why not."""
        return self._first.must_hold if self._first else words.load("en")("answer.nothing")

    @property
    def agrees_if(self) -> tuple[str, ...]:
        """Readings of the paper under which it would agree."""
        return self._first.agrees_if if self._first else ()

    def told(self, language: str = "en") -> str:
        """The whole answer in the words of the page, in a reader's language."""
        say = words.load(language)
        return self._lines(say, {status: say(f"page.status.{status}") for status in RANK})

    def _lines(self, say: words.Words, names: Mapping[str, str]) -> str:
        rows = [told(finding, self.study, say) for finding in self.found]
        nothing = say("answer.sentence", name=names[self.status], sentence=say("answer.nothing"))
        lines = [line for row in rows for line in row.lines(say, names[row.status])]
        return "\n".join(lines if self._first else [nothing, *lines])

    @property
    def _first(self) -> Told | None:
        """The finding that decides, if one does."""
        return self.findings[0] if self.status != "not applicable" and self.findings else None

    def __repr__(self) -> str:
        return self._lines(words.load("en"), {status: status for status in RANK})

    def __bool__(self) -> bool:
        raise TypeError('an answer is one of four; write answer.status == "consistent", or == "inconsistent"')


def ask(question: str, printed: Printed, asked: Sequence[str] = (), **about: Any) -> Answer:
    """What every check says of these prints. `asked`: the parts that one finding has to be about, all of them."""
    study = study_of_strings(question, printed, **about)
    found, broken = findings_with_readings(study)
    told_of(broken)
    roles = {f"{STEM}{part}" for part in asked}
    return Answer(status_of(found, roles), study, tuple(sorted(found, key=lambda finding: _rank(finding, roles))))


def status_of(found: Sequence[Finding], asked: set[str]) -> Status:
    """The worst of all findings; not applicable where none is about what was asked, unless something cannot hold."""
    statuses: set[Status] = {finding.status for finding in found}
    if "inconsistent" in statuses:
        return "inconsistent"
    if not any(_is_about(finding, asked) for finding in found):
        return "not applicable"
    return "undecided" if "undecided" in statuses else "consistent"


def told_of(broken: Mapping[str, Exception]) -> None:
    """Say which checks did not run (one that a user wrote, say): their findings are missing, and no others."""
    for check, error in broken.items():
        say = words.load("en")("findings.not_checked.broken", error=f"{type(error).__name__}: {error}")
        warnings.warn(f"{check}: {say}", RuntimeWarning, stacklevel=4)


def _is_about(finding: Finding, asked: set[str]) -> bool:
    return finding.status != "not applicable" and asked <= set(finding.roles)


def _rank(finding: Finding, asked: set[str]) -> tuple[int, bool]:
    return RANK[finding.status], not _is_about(finding, asked)

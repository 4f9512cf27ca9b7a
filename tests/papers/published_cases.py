"""A published analysis as a case: which checks pass it, which catch it, and where it is printed. For tests only.

Each file of `tests/published` names its cases in `PUBLISHED`. *right*: as published, and the checks agree. *wrong*:
published so, and known to be wrong. *altered*: a right one with one number changed as by a misprint, for checks that
have no number published as wrong here.

Run by itself, it prints how many checks have which: `python tests/papers/published_cases.py`.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import honest_study
from cases_of_checks import ODD
from honest_tests import direct

from reread import checks
from reread.study.values import Study

FOLDER = Path(__file__).parents[1] / "published"
Kind = Literal["right", "wrong", "altered"]
Texts = str | list[str]
NOTHING = "nothing"  # said by a check that speaks of odd prints only


@dataclass(frozen=True)
class Case:
    """One study, the checks that it is put to, what each must say of it, and the place in print."""

    kind: Kind
    study: Study
    checks: tuple[str, ...]
    where: str
    says: str

    def said(self, check: str) -> set[str]:
        """What a check says of the study: status, kind and choice of words of its findings."""
        found = list(checks.found()[check](self.study))
        return {part for finding in found for part in (finding.status, finding.kind, finding.say) if part} or {NOTHING}

    def holds(self, check: str) -> bool:
        """Right: every finding is what is expected and nothing is odd. Wrong or altered: one finding says so."""
        said = self.said(check)
        odd = said & {"inconsistent", "undecided"} or (self.says == "consistent" and "implausible" in said)
        return self.says in said and not (self.kind == "right" and odd)


def right(study: Study, *names: str, where: str, says: str = "consistent") -> Case:
    """As published, and it agrees."""
    return Case("right", study, names, where, says)


def wrong(study: Study, *names: str, where: str, says: str = "inconsistent") -> Case:
    """As published, and known to be wrong."""
    return Case("wrong", study, names, where, says)


def altered(study: Study, *names: str, where: str, says: str = "inconsistent") -> Case:
    """A right one, one number of which is printed otherwise here."""
    return Case("altered", study, names, where, says)


def reported(printed: Mapping[str, Texts], **about: Any) -> Study:
    """One reported test: part (`groups.a.mean`) → text, or texts where it is printed in several places."""
    roles = {f"tests.it.{part}": _listed(texts) for part, texts in printed.items()}
    return direct(roles, {"it": {"label": "It", **about}})


def groups_of(groups: Mapping[str, Mapping[str, Texts]], statistics: Mapping[str, Texts], **about: Any) -> Study:
    """One reported test of groups in which everybody was measured: group → part → text; statistic → text."""
    parts = {f"groups.{group}.{part}": text for group, prints in groups.items() for part, text in prints.items()}
    return reported({**parts, **statistics}, **{"complete": True, **about})


def twice_measured(printed: Mapping[str, Texts], **about: Any) -> Study:
    """One outcome before and after, everybody measured: part (`before.mean`; `n`) → text."""
    usual = {
        "label": "It", "measure": "continuous", "complete": True, "codes": {}, "normality_test": "not stated",
        "test": "paired t",
    }  # fmt: skip
    roles = {part if part == "n" else f"score.{part}": _listed(texts) for part, texts in printed.items()}
    return honest_study.direct(roles, {**usual, **about})


def _listed(texts: Texts) -> list[str]:
    return [texts] if isinstance(texts, str) else texts


def files() -> list[str]:
    """The modules of `tests/published`, one for each source."""
    return sorted(path.stem for path in FOLDER.glob("test_*.py") if path.stem != "test_every_check_published")


def collected() -> Iterator[tuple[str, Case, str]]:
    """Every file, case and check."""
    for name in files():
        for case in getattr(importlib.import_module(name), "PUBLISHED", ()):
            for check in case.checks:
                yield name, case, check


def checks_with(*kinds: Kind) -> set[str]:
    """The checks with a case of one of these kinds; "undecided" catches only what a check calls nothing worse."""
    undecided = {check for check, (_, says) in ODD.items() if says == "undecided"}
    return {c for _, case, c in collected() if case.kind in kinds and (case.says != "undecided" or c in undecided)}


def counts() -> str:
    """How many checks have which cases, in one sentence."""
    passed, caught = checks_with("right"), checks_with("wrong")
    return (
        f"{len(files())} published sources: of {len(checks.found())} checks {len(passed)} pass a number published as "
        f"right, {len(caught)} catch one published as wrong, {len(checks_with('altered') - caught)} more catch one "
        "that was altered as by a misprint."
    )


if __name__ == "__main__":
    sys.path.insert(0, str(FOLDER))
    print(counts())

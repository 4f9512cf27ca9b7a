"""What do the checks say of numbers that a program read by itself?

Each linked result is looked at alone, by the checks that need no more than was linked. *Inconsistent* is kept for what
no reading tried makes agree, and what neither a one-sided p, nor standard errors for SDs, nor fewer answers in groups
of a test would explain: where one does, a person has to look at the document first, and the finding stays undecided.
None of this counts until the study file is confirmed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from reappraise.benign import findings_with_readings
from reappraise.checks import found as all_checks
from reappraise.departures import benign as departures
from reappraise.draft import checks_of
from reappraise.fewer_answered import explains, holds
from reappraise.finding import Finding
from reappraise.study import Study

RANK = {"inconsistent": 0, "undecided": 1, "consistent": 2, "not applicable": 3}
SPREADS = ("", "se_for_sd", "half_width_for_sd")


def findings_as_read(study: Study) -> tuple[list[Finding], dict[str, Exception]]:
    """The findings of a study that nobody has confirmed, what cannot agree first; and the checks that broke."""
    broken: dict[str, Exception] = {}
    entries = [*study.file.tests, *study.file.outcomes]
    found = [finding for name in entries for finding in _of_entry(_alone(study, name), name, broken)]
    return sorted(found, key=lambda finding: RANK[finding.status]), broken


def _alone(study: Study, name: str) -> Study:
    """The study with one of its results; that its n is everybody's is not told, so it has none."""
    stems = (f"{name}.", f"tests.{name}.")
    values = {role: value for role, value in study.values.items() if role.startswith(stems)}
    kept = {part: {k: v for k, v in getattr(study.file, part).items() if k == name} for part in ("tests", "outcomes")}
    file = study.file.model_copy(update=kept)
    return replace(study, file=file, values=values)


def _of_entry(study: Study, name: str, broken: dict[str, Exception]) -> Iterator[Finding]:
    """The findings about one result, by the checks that it was linked for."""
    allowed = checks_of(name)
    found = list(_checked(study, allowed, broken))
    if any(finding.status == "inconsistent" for finding in found):
        found, _ = findings_with_readings(study, allowed)
        again = [finding.id for finding in _checked(_one_sided(study), allowed, broken) if _bad(finding)]
        found = [_careful(finding, finding.id in again) for finding in found]
        found = [_careful(finding, not _otherwise(study, name, finding, broken)) for finding in found]
    yield from found


def _checked(study: Study, allowed: frozenset[str], broken: dict[str, Exception]) -> Iterator[Finding]:
    """What checks find; one that raises (a student's edit, say) loses its own findings."""
    for name, check in all_checks().items():
        if name in allowed:
            try:
                yield from check(study)
            except Exception as error:
                broken[name] = error


def _otherwise(study: Study, name: str, finding: Finding, broken: dict[str, Exception]) -> bool:
    """Would a finding that is inconsistent hold, were SDs other spreads, p one-sided, had fewer answered, or all three?

    Asked here whether or not these readings tell numbers apart: too many tables print an SE as an SD.
    """
    if not _bad(finding):
        return False
    only = frozenset([finding.check])

    def found(other: Study, spread: str, tails: int) -> list[Finding]:
        read = next((changed for _, changed in departures()[spread](other)), other) if spread else other
        return list(_checked(read.read_as(tails=tails), only, broken))

    readings = [partial(found, spread=spread, tails=tails) for spread in SPREADS for tails in (2, 1)]
    fewer = name in study.file.tests
    return any(
        holds(finding, reading(study)) or (fewer and explains(study, name, finding, reading)) for reading in readings
    )


def _bad(finding: Finding) -> bool:
    return finding.status == "inconsistent"


def _careful(finding: Finding, still: bool) -> Finding:
    """An inconsistent finding that some reading settles is left undecided."""
    settled = _bad(finding) and (finding.benign or not still)
    return replace(finding, status="undecided", decision_error=False, kind="") if settled else finding


def _one_sided(study: Study) -> Study:
    """The study with every test one-sided: which one is, the program cannot tell."""
    tests = {name: test.model_copy(update={"sides": "one"}) for name, test in study.file.tests.items()}
    outcomes = {
        name: outcome.model_copy(update={"change": outcome.change.model_copy(update={"sides": "one"})})
        for name, outcome in study.file.outcomes.items()
    }
    return replace(study, file=study.file.model_copy(update={"tests": tests, "outcomes": outcomes}))

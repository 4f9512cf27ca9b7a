"""What do the checks say of numbers that a program read by itself?

Only the checks run that need no more than finders link. *Inconsistent* is kept for what no reading tried makes agree,
and what a one-sided p would not explain either: where one does, a person has to look at the document first, and the
finding stays undecided. None of this counts until the study file is confirmed.
"""

from __future__ import annotations

from dataclasses import replace

from reappraise.benign import findings_with_readings
from reappraise.draft import checks
from reappraise.finding import Finding
from reappraise.study import Study

RANK = {"inconsistent": 0, "undecided": 1, "consistent": 2, "not applicable": 3}


def findings_as_read(study: Study) -> list[Finding]:
    """The findings of a study that nobody has confirmed, what cannot agree first."""
    allowed, study = set(checks()), study.with_values({"n": None})  # that the study's n is that of a result is not told
    found, _ = findings_with_readings(study, allowed)
    again, _ = findings_with_readings(_one_sided(study), allowed)
    also = {finding.id for finding in again if finding.status == "inconsistent"}
    return sorted((_careful(finding, also) for finding in found), key=lambda finding: RANK[finding.status])


def _careful(finding: Finding, also: set[str]) -> Finding:
    """An inconsistent finding that some reading settles is left undecided."""
    settled = finding.status == "inconsistent" and (finding.benign or finding.id not in also)
    return replace(finding, status="undecided", decision_error=False, kind="") if settled else finding


def _one_sided(study: Study) -> Study:
    """The study with every test one-sided: which one is, the program cannot tell."""
    tests = {name: test.model_copy(update={"sides": "one"}) for name, test in study.file.tests.items()}
    return replace(study, file=study.file.model_copy(update={"tests": tests}))

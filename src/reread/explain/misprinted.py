"""Which misprint of one of its numbers would make a finding hold, how many would, and what speaks against them?

One digit, two exchanged digits, or a moved decimal point of any number that the finding is about. Nearly any number has
one that fits, so a misprint excuses nothing: it is put as a question, with how many fit as well, and with every other
finding that rests on the number as it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reread.checks import found as checks
from reread.departures import apply, is_slip
from reread.departures import found as departures
from reread.study.finding import Finding, Misprint
from reread.study.roles import owner
from reread.study.values import Study

SHOWN = 2


def with_misprints(study: Study, findings: Sequence[Finding]) -> list[Finding]:
    """The findings; each that cannot hold and has no benign reading with the misprints that would make it hold."""
    asked = _Asked(study, findings)
    return [asked.of(f) if f.status == "inconsistent" and not f.benign else f for f in findings]


class _Asked:
    """The misprints of one study, each made once for the outcomes and tests that are looked at together."""

    def __init__(self, study: Study, findings: Sequence[Finding]) -> None:
        self.study, self.findings, self.checks = study, findings, checks()
        self.made: dict[frozenset[str], list[tuple[dict[str, str], Study]]] = {}

    def _misprints(self, finding: Finding) -> list[tuple[dict[str, str], Study]]:
        """Every misprint of a number near the finding, with that part of the study under it."""
        beside = [each for each in self.findings if any(self._about(finding, role) for role in each.roles)]
        owners = frozenset(owner(role) for each in (finding, *beside) for role in each.roles)
        if owners not in self.made:
            part = _part(self.study, owners)
            slips = (make for name, make in departures().items() if is_slip(name))
            self.made[owners] = [variant for make in slips for variant in make(part)]
        return self.made[owners]

    def of(self, finding: Finding) -> Finding:
        """The finding with what fits: misprints of its first number first, those that nothing speaks against first."""
        fitting = []
        for params, other in self._misprints(finding):
            if self._about(finding, params["role"]) and self._status(finding, other) == "consistent":
                against = tuple(self._against(finding, params["role"], other))
                fitting.append(Misprint(params["role"], params["printed"], params["meant"], against))
        own = finding.roles[0]
        order = sorted(fitting, key=lambda each: (not self._same(each.role, own), len(each.against)))
        return replace(finding, misprints=tuple(order[:SHOWN]), misprints_that_fit=len(fitting))

    def _about(self, finding: Finding, role: str) -> bool:
        return any(self._same(role, other) for other in finding.roles)

    def _same(self, role: str, other: str) -> bool:
        """Are two roles those of one printed number?"""
        one, two = self.study.get(role), self.study.get(other)
        return role == other or bool(one and two and one.ids and one.ids == two.ids)

    def _status(self, finding: Finding, study: Study | None) -> str:
        if study is None:
            return ""
        return next((f.status for f in self.checks[finding.check](study) if f.id == finding.id), "")

    def _against(self, finding: Finding, role: str, other: Study) -> Iterator[Finding]:
        """Findings about the number that hold as printed, or under a benign reading, and no more under a misprint."""
        for each in self.findings:
            if each.id == finding.id or not self._about(each, role):
                continue
            if each.status == "consistent" and self._status(each, other) == "inconsistent":
                yield each
            elif each.status == "inconsistent" and each.benign:
                ways = [tuple((name, b.params) for name in b.departure.split("+")) for b in each.benign]
                if not any(self._status(each, apply(other, way)) == "consistent" for way in ways):
                    yield each


def _part(study: Study, owners: frozenset[str]) -> Study:
    """The study with these outcomes and tests, those of one baseline or pool together, and what it prints of itself."""
    pools = {name: about.pools for about in study.file.tests.values() for name in about.pools}
    lines = {name: about.baseline or about.pools or pools.get(name) or name for name, about in study.file.tests.items()}
    named = {lines[name] for name in lines if f"tests.{name}" in owners}
    tests = {name: about for name, about in study.file.tests.items() if lines[name] in named}
    outcomes = {name: about for name, about in study.file.outcomes.items() if name in owners}
    out = {*(f"tests.{name}" for name in lines.keys() - tests), *(study.file.outcomes.keys() - outcomes)}
    file = study.file.model_copy(update={"tests": tests, "outcomes": outcomes})
    return replace(study, file=file, values={r: value for r, value in study.values.items() if owner(r) not in out})

"""What would make an inconsistent finding hold?

Every variant of every departure is put to the same check; where the finding turns consistent, the departure is a benign
reading of it. Where no single one does, pairs of different departures are tried. That a reading fits is no proof of it:
how often as much would fit by chance is another question, and is not answered here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from reappraise.checks import Check
from reappraise.checks import found as checks
from reappraise.departures import found as departures
from reappraise.finding import Benign, Finding
from reappraise.study import Study

Variant = tuple[str, dict[str, str], Study]


def findings_with_readings(study: Study) -> tuple[list[Finding], dict[str, Exception]]:
    """Every finding, the inconsistent ones with benign readings and with what was tried; and the checks that broke.

    A check that raises (a student's edit, say) loses its own findings and no others.
    """
    variants = [(name, params, other) for name, make in departures().items() for params, other in make(study)]
    result: list[Finding] = []
    broken: dict[str, Exception] = {}
    for name, check in checks().items():
        try:
            found = list(check(study))
            result += [_read_otherwise(f, check, variants) if f.status == "inconsistent" else f for f in found]
        except Exception as error:
            broken[name] = error
    return _widest(result), broken


def _widest(findings: list[Finding]) -> list[Finding]:
    """Of several readings of one finding, those that also make most of the other findings hold."""
    reach = Counter(_key(benign) for finding in findings for benign in finding.benign)
    kept = []
    for finding in findings:
        most = max((reach[_key(benign)] for benign in finding.benign), default=0)
        kept.append(replace(finding, benign=tuple(b for b in finding.benign if reach[_key(b)] == most)))
    return kept


def _key(benign: Benign) -> tuple[str, str]:
    return benign.departure, str(sorted(benign.params.items()))


def _read_otherwise(finding: Finding, check: Check, variants: list[Variant]) -> Finding:
    outcomes = [(variant, _again(finding, check, variant[2])) for variant in variants]
    touched = [
        (v, f) for v, f in outcomes if f is not None and (f.params, f.status) != (finding.params, finding.status)
    ]
    single = [Benign(name, params) for (name, params, _), f in touched if f and f.status == "consistent"]
    tried = tuple(dict.fromkeys(name for (name, _, _), _ in touched))
    return replace(finding, benign=tuple(single or _pairs(finding, check, touched)), tried=tried)


def _pairs(finding: Finding, check: Check, touched: Sequence[tuple[Variant, Finding]]) -> Iterator[Benign]:
    """Two departures together, among those that change the finding at all."""
    makers = departures()
    for (first, _), (second, _) in combinations(touched, 2):
        if first[0] == second[0]:
            continue
        for params, other in makers[second[0]](first[2]):
            again = _again(finding, check, other) if params == second[1] else None
            if again is not None and again.status == "consistent":
                yield Benign(f"{first[0]}+{second[0]}", {**first[1], **params})


def _again(finding: Finding, check: Check, study: Study) -> Finding | None:
    return next((other for other in check(study) if other.id == finding.id), None)

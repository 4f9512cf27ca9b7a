"""What would make an inconsistent finding hold?

Every variant of every departure is put to the same check; where the finding turns consistent, the departure is a benign
reading of it. Where no single one does, pairs of different departures are tried. Misprints are left out: one of them
fits nearly always. So is a reading under which most numbers beside the printed one would hold too. That a reading fits
is no proof of it: how often as much would fit by chance is another question, and is not answered here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from reread.checks import Check
from reread.checks import found as checks
from reread.departures import Departure, apply, is_alone
from reread.departures import benign as departures
from reread.explain.misprinted import with_misprints
from reread.study.finding import Benign, Finding
from reread.study.misprints import neighbours
from reread.study.roles import owner
from reread.study.values import Study

MOST = Fraction(1, 2)
Variant = tuple[str, dict[str, str], Study]
Moving = tuple[str, dict[str, str], Study, frozenset[str] | None]


def findings_with_readings(
    study: Study, only: Container[str] | None = None
) -> tuple[list[Finding], dict[str, Exception]]:
    """Every finding, the inconsistent ones with benign readings and with what was tried; and the checks that broke.

    A check that raises (a student's edit, say) loses its own findings and no others. `only` names the checks to run.
    """
    makers = departures()
    variants = [
        (name, params, other, _moved(study, other)) for name, make in makers.items() for params, other in make(study)
    ]
    result: list[Finding] = []
    broken: dict[str, Exception] = {}
    for name, check in checks().items():
        if only is not None and name not in only:
            continue
        try:
            found, again = list(check(study)), _Again(check, makers)
            result += [_read_otherwise(f, again, study, variants) if f.status == "inconsistent" else f for f in found]
        except Exception as error:
            broken[name] = error
    return with_misprints(study, _widest(result)), broken


class _Again:
    """One check under other readings of one study, each computed once."""

    def __init__(self, check: Check, makers: Mapping[str, Departure]) -> None:
        self.check, self.makers = check, makers
        self.found: dict[tuple[object, ...], dict[str, Finding]] = {}

    def __call__(self, finding: Finding, study: Study, *reading: object) -> Finding | None:
        """The same finding in the study under a reading, if the check still has it to say."""
        if reading not in self.found:
            self.found[reading] = {other.id: other for other in reversed(list(self.check(study)))}
        return self.found[reading].get(finding.id)


def _widest(findings: list[Finding]) -> list[Finding]:
    """Of several readings of one finding, those that also make most of the other findings hold.

    Where several findings stand, two departures together have to make more than one of them hold.
    """
    reach = Counter(key for finding in findings for key in {_key(benign) for benign in finding.benign})
    alone = sum(finding.status == "inconsistent" for finding in findings) == 1
    kept = []
    for finding in findings:
        worth = [b for b in finding.benign if alone or "+" not in b.departure or reach[_key(b)] > 1]
        most = max((reach[_key(benign)] for benign in worth), default=0)
        kept.append(replace(finding, benign=tuple(b for b in worth if reach[_key(b)] == most)))
    return kept


def _key(benign: Benign) -> tuple[str, str]:
    return benign.departure, str(sorted(benign.params.items()))


def _read_otherwise(finding: Finding, again: _Again, study: Study, variants: list[Moving]) -> Finding:
    about = {owner(role) for role in finding.roles}
    near = [variant[:3] for variant in variants if variant[3] is None or variant[3] & about]
    outcomes = [(variant, again(finding, variant[2], *_key(Benign(*variant[:2])))) for variant in near]
    touched = [
        (v, f) for v, f in outcomes if f is not None and (f.params, f.status) != (finding.params, finding.status)
    ]
    holds = [v for v, f in touched if f.status == "consistent"]
    single = [Benign(*v[:2]) for v in holds if _tells(finding, again, study, [v[:2]])]
    fitting = {name for name, _, _ in holds}
    names = tuple(dict.fromkeys(name for (name, _, _), _ in touched))
    pairs = (
        []
        if single
        else _pairs(finding, again, study, [v for v, f in touched if f.status != "consistent" and not is_alone(v[0])])
    )
    tried, blunt = (tuple(name for name in names if (name in fitting) is fits) for fits in (False, True))
    return replace(finding, benign=tuple(single or pairs), tried=tried, blunt=blunt if not single else ())


def _moved(study: Study, other: Study) -> frozenset[str] | None:
    """The outcomes and tests whose numbers a reading moves; None where it may touch any finding."""
    if other.reading != study.reading or other.file is not study.file:
        return None
    roles = study.values.keys() | other.values.keys()
    moved = frozenset(owner(role) for role in roles if study.values.get(role) is not other.values.get(role))
    return None if any("." not in name and name not in study.file.outcomes for name in moved) else moved


def _pairs(finding: Finding, again: _Again, study: Study, touched: Sequence[Variant]) -> Iterator[Benign]:
    """Two departures together, among those that change the finding at all and do not settle it alone."""
    names = list(dict.fromkeys(name for name, _, _ in touched))
    for first, given, changed in touched:
        for second in names[names.index(first) + 1 :]:
            wanted = [params for name, params, _ in touched if name == second]
            for params, other in again.makers[second](changed):
                benign = Benign(f"{first}+{second}", {**given, **params})
                found = again(finding, other, *_key(benign)) if params in wanted else None
                both = [(first, given), (second, params)]
                if found and found.status == "consistent" and _tells(finding, again, study, both):
                    yield benign


def _tells(finding: Finding, again: _Again, study: Study, readings: Sequence[tuple[str, dict[str, str]]]) -> bool:
    """Do the readings still tell numbers apart? Not where most numbers beside the printed one would do as well."""
    role = finding.roles[0]
    value = study.get(role)
    others = [study.printing({role: text}) for text in neighbours(value)] if value and not finding.either else []
    room = len(others) * MOST
    for other in others:
        room -= _held(finding, again.check, apply(other, readings, again.makers))
        if room < 0:
            return False
    return True


def _held(finding: Finding, check: Check, study: Study | None) -> bool:
    return study is not None and any(f.id == finding.id and f.status == "consistent" for f in check(study))

"""Every sentence that says what was tried, or that nothing fits, says what was tried: asked again, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from cases_of_checks import WRONG
from plain_study import study as plain

from reread import checks, departures, words
from reread.explain.benign import findings_with_readings
from reread.report.rows import nothing
from reread.report.told import rendered
from reread.study.finding import Finding
from reread.study.values import Study

EN = words.load("en")
# Sentences that claim that something was tried, or that nothing does: each is held to the facts below, or claims less.
CLAIMS = re.compile(r"(?i)\btried\b|no single misprint|under no reading|none makes it agree")
HELD = {
    "findings.tried_none", "findings.tried_blunt", "findings.misprints.none", "findings.nothing_to_try",
    "page.agree.nothing", "page.agree.misprint", "page.agree.blunt", "page.agree.tried",
}  # fmt: skip
ELSEWHERE = {  # what these say is held to the facts where it is computed
    "notebooks.reconstruction.explanations.as_printed": "tests/explain",
    "reanalysis.concluded.none": "tests/reanalysis",
    "notebooks.reconstruction.explanations.never": "tests/explain",
    "notebooks.reconstruction.explanations.little_else": "tests/explain",
    "notebooks.reconstruction.explanations.much_else": "tests/explain",
    "two_groups.nothing.say": "tests/rivals",
}


def sentences(node: object = EN.tree, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for name, below in node.items():
            yield from sentences(below, f"{key}.{name}".lstrip("."))
    elif isinstance(node, str):
        yield key, node


def test_every_claim_is_known() -> None:
    """A new sentence that says that something was tried has to be held to the facts here, or where it is computed."""
    claiming = {key for key, text in sentences() if CLAIMS.search(text) and not key.startswith(("rivals", "checks."))}
    assert claiming <= HELD | set(ELSEWHERE), claiming - HELD - set(ELSEWHERE)


def holds(finding: Finding, study: Study) -> bool:
    found = checks.found()[finding.check](study)
    return any(f.id == finding.id and f.status == "consistent" for f in found)


def fits(finding: Finding, study: Study, name: str) -> bool:
    """Does some variant of a departure make the finding hold?"""
    return any(holds(finding, other) for _, other in departures.found()[name](study))


def misprints(finding: Finding, study: Study) -> int:
    slips = [make for name, make in departures.found().items() if departures.is_slip(name)]
    variants = [(params["role"], other) for make in slips for params, other in make(study)]
    about = {i for role in finding.roles for i in study.values[role].ids}
    return sum(bool(about & set(study.values[role].ids)) and holds(finding, other) for role, other in variants)


@pytest.mark.parametrize("check", sorted(WRONG)[::5])
def test_what_is_said_was_tried(check: str) -> None:
    study = plain(**WRONG[check])
    found = [f for f in findings_with_readings(study)[0] if f.check == check and f.status == "inconsistent"]
    assert found
    for finding in found[:1]:
        said = rendered(finding, study, EN)
        sentence, short = said["words"]["tried"], nothing(said, EN)
        for benign in finding.benign:
            reading = [(name, benign.params) for name in benign.departure.split("+")]
            assert holds(finding, departures.apply(study, _own(reading)) or study)
        if finding.benign:
            assert (sentence, short) == ("", "")
            continue
        assert not any(fits(finding, study, name) for name in finding.tried)
        assert all(fits(finding, study, name) for name in finding.blunt)
        assert finding.misprints_that_fit == misprints(finding, study)
        none = finding.misprints_that_fit == 0
        assert ("No single misprint" in sentence) == none
        assert (short == EN("page.agree.misprint")) == (not none)
        assert (short == EN("page.agree.nothing")) == (none and not finding.blunt)


def _own(reading: list[tuple[str, dict[str, str]]]) -> list[tuple[str, dict[str, str]]]:
    """The parameters of two departures together, each with its own."""
    keys = {name: next(iter(departures.found()[name](plain())), ({}, None))[0].keys() for name, _ in reading}
    return [(name, {k: v for k, v in params.items() if k in keys[name]}) for name, params in reading]

"""Does a question get what the pipeline finds: for the same strings in a study's folder, and for honest papers?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from honest_tests import random_tests_study
from pydantic import BaseModel
from ruamel.yaml import YAML

import reread
from reread import checks
from reread.explain.benign import findings_with_readings
from reread.public.printed import STEM, beside_numbers
from reread.reading.study_folder import extract
from reread.study.finding import Finding
from reread.study.values import Study, study_of

SEEDED = 10
CI = {"low": "ci.low", "high": "ci.high", "level": "ci.level"}


def alone(study: Study, name: str) -> Study:
    """The study with one of its reported tests."""
    file = study.file.model_copy(update={"tests": {name: study.file.tests[name]}, "outcomes": {}})
    values = {role: value for role, value in study.values.items() if role.startswith(f"tests.{name}.")}
    return replace(study, file=file, values=values)


def asked(study: Study, name: str) -> reread.Answer:
    """All that is printed of one reported test, as somebody types it."""
    said = study.file.tests[name]
    prints = {
        role.removeprefix(f"tests.{name}."): [each.text for each in v.repeats] for role, v in study.values.items()
    }
    about = {key: getattr(said, key) for key in beside_numbers() - {"test", "label", "groups", "ci"}}
    groups: dict[str, dict[str, Any]] = {group: {} for group in said.groups}
    printed: dict[str, Any] = {}
    for part, texts in prints.items():
        if part.startswith("groups."):
            _, group, key, *category = part.split(".")
            if category:
                groups[group].setdefault(key, {})[category[0]] = texts
            else:
                groups[group][key] = texts
        else:
            printed[part] = texts
    ends = {key: printed.pop(part, None) for key, part in CI.items()}
    ci = (ends["low"], ends["high"]) if ends["low"] else None
    return reread.check(said.test, groups=groups, ci=ci, level=ends["level"], **printed, **about)


def verdicts(findings: list[Finding], stem: str) -> set[tuple[Any, ...]]:
    return {
        (f.check, f.status, f.kind, f.decision_error, frozenset(role.removeprefix(stem) for role in f.roles))
        for f in findings
    }


def test_honest_and_spoilt_tests_get_the_findings_of_the_pipeline() -> None:
    met: set[str] = set()
    for seed in range(SEEDED):
        whole = random_tests_study(seed)
        for name in whole.file.tests:
            study = alone(whole, name)
            for other in (study, *spoilt(study, name)):
                answer = asked(other, name)
                assert verdicts(list(answer.found), STEM) == verdicts(checks.findings(other), f"tests.{name}."), seed
                met.add(answer.status)
            assert asked(study, name).status != "inconsistent", f"seed {seed}: honest numbers are accused"
    assert met >= {"consistent", "undecided", "inconsistent"}


def spoilt(study: Study, name: str) -> list[Study]:
    """The study with another p, where it prints one."""
    return [study.printing({f"tests.{name}.p": "0.0213"})] if study.get(f"tests.{name}.p") else []


DOCUMENT = "Pain was 5.19 (n = 28). It rose, t(28) = 2.20, p = .003. In all 12 of 20 (65%) came, 8 did not.\n"
TESTS = {
    "pain": {
        "label": "Pain", "measure": "integer score", "complete": True,
        "groups": {"sample": {"mean": "Pain was {5.19}", "n": "(n = {28})"}},
    },
    "rise": {"label": "Rise", "t": "= {2.20}, p", "df": "t({28}) =", "p": "p = {.003}."},
    "came": {
        "label": "Came", "complete": True,
        "groups": {"sample": {"n": "of {20} (", "count": {"it": "all {12} of", "others": "came, {8} did"},
                              "percent": {"it": "({65%}) came"}}},
    },
}  # fmt: skip
ASKED = {
    "pain": lambda: reread.grim("5.19", n=28),
    "rise": lambda: reread.p_from_t("2.20", df=28, p=".003"),
    "came": lambda: reread.percent_of_count("65%", n=20, count=12),
}


@pytest.mark.parametrize("name", TESTS)
def test_a_question_gets_what_the_same_print_in_a_study_gets(name: str, tmp_path: Path) -> None:
    (tmp_path / "transcript.md").write_text(DOCUMENT, encoding="utf-8")
    tree = {"title": "A study", "design": {"kind": "not stated"}, "tests": {name: TESTS[name]}}
    with (tmp_path / "study.yaml").open("w", encoding="utf-8") as stream:
        YAML(typ="safe").dump(tree, stream)
    extracted = extract(tmp_path)
    study = study_of("study", extracted.file, extracted.numbers)
    found, broken = findings_with_readings(study)
    answer = ASKED[name]()
    assert not broken
    assert answer.status == "inconsistent"
    assert verdicts(list(answer.found), STEM) == verdicts(found, f"tests.{name}.")
    by_check = {finding.check: finding for finding in found}
    for finding in answer.found:
        assert finding.params == by_check[finding.check].params
        assert finding.benign == by_check[finding.check].benign
    opened = reread.load_study(tmp_path)
    assert opened.confirmed
    told = {each["check"]: each for each in opened.results}
    for each in answer.findings:
        assert told[each.check]["allowed"] == each.allowed
        assert told[each.check]["agrees_if"] == list(each.agrees_if)


def test_every_part_of_a_reported_test_can_be_asked() -> None:
    """What a study file can say of a test, `check` takes."""
    model = type(random_tests_study(0).file.tests.popitem()[1])
    assert issubclass(model, BaseModel)
    beside = {"label", "groups", "ci", "codes", *beside_numbers()}
    for name in set(model.model_fields) - beside:
        assert reread.check(**{name: "0.5" if name != "n" else 5}).study.values
    assert {"test", "sides", "measure", "items", "scale", "complete", "adjusted"} <= beside - {"t", "codes"}
    assert reread.check(codes={"no": 0, "yes": "1"}).study.codes  # codes are printed, too

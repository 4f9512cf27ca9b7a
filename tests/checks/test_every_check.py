"""What every check owes, new ones included: a question, a source, words, silence, a right and a wrong case."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import honest_study
import plain_study
import pytest
from cases_of_checks import ODD, RIGHT, WRONG
from honest_print import prints

from reread import checks, words
from reread.explain.benign import findings_with_readings
from reread.reading.study_folder import Extracted, extract
from reread.report.told import rendered
from reread.study.file import StudyFile
from reread.study.values import Study, study_of


@pytest.fixture
def short_lists() -> Iterator[None]:
    with honest_study.short_lists():
        yield


@pytest.fixture(params=checks.found())
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def real(repo: Path) -> Extracted:
    return extract(repo / "studies" / "khaeriyah-sari-2025")


def test_docstring_asks_and_names_a_source(name: str) -> None:
    told = importlib.import_module(f"reread.checks.{name}").__doc__ or ""
    assert told.split("\n\n")[0].rstrip().endswith("?"), f"checks/{name}.py: begin the docstring with a question"
    assert "\nSource: " in told, f"checks/{name}.py: end the docstring with `Source: …`"


def test_words_are_there(name: str) -> None:
    say = words.load("en")
    for part in ("title", "printed", "must_hold", "arithmetic"):
        assert say.get(f"checks.{name}.{part}", "") or say.branch(f"checks.{name}.{part}"), f"{name}.{part}"


def test_silent_without_numbers(name: str) -> None:
    tree = honest_study.file({}, {**plain_study.ABOUT, "codes": {}})
    assert list(checks.found()[name](Study("empty", StudyFile.model_validate(tree), {}))) == []


def test_a_right_case_agrees(name: str) -> None:
    found = list(checks.found()[name](plain_study.study(**RIGHT.get(name, {}))))
    assert found, f"say in RIGHT what {name} needs beside what tests/papers/plain_study.py prints"
    assert {finding.status for finding in found} <= {"consistent", "undecided"}
    assert "consistent" in {finding.status for finding in found}


def test_a_wrong_case_is_caught(name: str) -> None:
    assert name in WRONG or name in ODD, f"add to WRONG one print that {name} must catch"
    change, expected = ODD.get(name) or (WRONG[name], "inconsistent")
    found = list(checks.found()[name](plain_study.study(**change)))
    assert expected in {part for finding in found for part in (finding.status, finding.say)}


def verdicts(study: Study) -> set[tuple[Any, ...]]:
    return {(f.check, frozenset(f.roles), f.status, f.kind, f.decision_error) for f in checks.findings(study)}


def test_order_of_the_ledger_does_not_matter(real: Extracted) -> None:
    rows = list(real.numbers)
    first = study_of("s", real.file, rows)
    for seed in range(3):
        Random(seed).shuffle(rows)
        again = study_of("s", real.file, rows)
        assert again.values == first.values
        assert verdicts(again) == verdicts(first)


def turned(node: Any) -> Any:
    """The same tree, every mapping in the opposite order."""
    if isinstance(node, dict):
        return {key: turned(value) for key, value in reversed(node.items())}
    return list(node) if isinstance(node, tuple) else node


def test_order_of_the_study_file_does_not_matter(real: Extracted) -> None:
    other = StudyFile.model_validate(turned(real.file.model_dump(exclude_none=True)))
    assert list(other.outcomes["score"].codes) != list(real.file.outcomes["score"].codes)
    assert verdicts(study_of("s", other, real.numbers)) == verdicts(study_of("s", real.file, real.numbers))


def corrupted(seed: int) -> Study:
    """An honest study with one digit changed."""
    random = Random(seed)
    study = honest_study.study(random)
    role = random.choice(list(study.values))
    text = study.values[role].repeats[0].text
    place = random.choice([k for k, character in enumerate(text) if character.isdigit()])
    return study.printing(
        {role: text[:place] + str((int(text[place]) + random.randint(1, 9)) % 10) + text[place + 1 :]}
    )


@pytest.mark.usefixtures("short_lists")
def test_every_finding_can_be_told() -> None:
    """Honest and corrupted studies: no check breaks, also under a departure, and all words find their parameters."""
    say = words.load("en")
    for study in [*map(plain_study.random_study, range(5)), *map(corrupted, range(4))]:
        findings, broken = findings_with_readings(study)
        assert not broken
        told = [rendered(finding, study, say) for finding in findings]
        assert all(row["words"]["allows"] and row["words"]["arithmetic"] and row["printed"] for row in told)


def test_every_wrong_case_can_be_told(name: str) -> None:
    study = plain_study.study(**(ODD[name][0] if name in ODD else WRONG[name]))
    told = [rendered(finding, study, words.load("en")) for finding in checks.found()[name](study)]
    assert all(row["words"]["allows"] and row["words"]["arithmetic"] and row["printed"] for row in told)


ODD_PRINTS = [
    *{"n": "0", "before.count.poor": "< 5", "change.df": "18.34", "change.p": "5%", "change.ci.level": ".95"}.items(),
    *(("before.mean", "> 0.4"), ("after.sd", "> 0.4"), ("after.sd", "-0.72")),
]


@pytest.mark.parametrize(("role", "text"), ODD_PRINTS)
def test_an_unreadable_number_breaks_no_check(role: str, text: str) -> None:
    """Numbers that a locator can point at and that no arithmetic fits: "< 5" for a count, a Welch df, n of 0."""
    study = plain_study.study({role: text})
    for name, check in checks.found().items():
        assert {finding.check for finding in check(study)} <= {name}


def test_a_study_without_n_breaks_no_check(name: str) -> None:
    study = plain_study.study()
    found = list(checks.found()[name](replace(study, values={r: v for r, v in study.values.items() if r != "n"})))
    assert {finding.check for finding in found} <= {name}


def test_prints_are_drawn_alike() -> None:
    """The honest generator is a function of its seed, so that a seed in a failure can be run again."""
    once, again = (prints(random, plain_study.data()) for random in (Random(5), Random(5)))
    assert once == again

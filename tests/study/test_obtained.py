"""How numbers were obtained decides which must follow from each other: said of an entry, or mentioned anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cases_of_checks import WRONG
from plain_study import study as plain
from published_cases import groups_of, reported

from reread import checks
from reread.files.problem import Problem
from reread.files.written import read_yaml
from reread.reading.study_folder import extract
from reread.study.file import StudyFile
from reread.study.parts import METHODS
from reread.study.values import Study, study_of

SLEEP = {"first": {"n": "10", "mean": "0.75", "sd": "1.79"}, "second": {"n": "10", "mean": "2.33", "sd": "2.00"}}
TWO = {"t": "-1.86", "df": "18", "p": "0.079", "estimate": "-1.58", "ci.low": "-3.36", "ci.high": "0.20"}


def sleep(obtained: Any = "not stated", methods: tuple[str, ...] = (), **changed: str) -> Study:
    """Student's two drugs as two groups, with other numbers, and how they were obtained."""
    printed = {**TWO, **{part.replace("_", "."): text for part, text in changed.items()}}
    about = {} if obtained == "not stated" else {"obtained": obtained}
    made = groups_of(SLEEP, printed, test="independent t", **about)
    return Study(made.id, made.file.model_copy(update={"methods": methods}), made.values)


def said(study: Study) -> dict[str, str]:
    """The worst status of each check."""
    rank = ["not applicable", "consistent", "undecided", "inconsistent"]
    found: dict[str, str] = {}
    for finding in checks.findings(study):
        found[finding.check] = max(found.get(finding.check, "consistent"), finding.status, key=rank.index)
    return found


def accused(study: Study) -> set[str]:
    return {check for check, status in said(study).items() if status == "inconsistent"}


@pytest.mark.parametrize(
    ("changed", "obtained", "free", "still"),
    [
        ({"p": "0.051"}, {"p": "permutation"}, {"p_statistic", "p_from_groups", "ci_p"}, {"t_from_groups", "ci_t"}),
        ({"p": "0.051"}, {"p": "simulated"}, {"p_statistic", "p_from_groups"}, {"t_from_groups"}),
        ({"ci_low": "-3.10", "ci_high": "0.10"}, {"ci": "bootstrap"}, {"ci_t", "ci_from_groups", "ci_estimate"}, set()),
        ({"t": "-2.90", "p": "0.010"}, "transformed", {"t_from_groups", "p_from_groups", "ci_t"}, {"p_statistic"}),
        ({"estimate": "-1.20", "ci_low": "-2.98", "ci_high": "0.58", "t": "-1.42", "p": "0.174"}, "adjusted",
         {"t_from_groups", "difference_of_groups", "ci_from_groups", "p_from_groups"}, {"p_statistic", "ci_estimate"}),
        ({"t": "-2.10", "df": "27", "p": "0.045", "ci_low": "-3.12", "ci_high": "-0.04"}, "pooled error",
         {"t_from_groups", "ci_from_groups", "p_from_groups"}, {"difference_of_groups", "p_statistic"}),
        ({"p": "0.021"}, {"p": "design-based"}, {"p_statistic", "p_from_groups"}, {"t_from_groups"}),
    ],
)  # fmt: skip
def test_what_need_not_follow_is_left_open_and_the_rest_is_checked(
    changed: dict[str, str], obtained: Any, free: set[str], still: set[str]
) -> None:
    plainly = sleep(**changed)
    assert accused(plainly) & free, "without the word something cannot agree"
    word = obtained if isinstance(obtained, str) else next(iter(obtained.values()))
    for told in (sleep(obtained, **changed), sleep(methods=(word,), **changed)):
        assert accused(told) == set()
        assert {check for check in free if said(told).get(check) == "undecided"}
    assert {said(sleep(obtained, **changed)).get(check) for check in still} <= {"consistent"}


def test_the_reason_is_told() -> None:
    (finding,) = [f for f in checks.findings(sleep({"p": "permutation"}, p="0.051")) if f.check == "p_statistic"]
    assert (finding.unless.kind, finding.unless.name) == ("stated_method", "permutation")  # type: ignore[union-attr]
    (finding,) = [f for f in checks.findings(sleep(methods=("bootstrap",), p="0.051")) if f.check == "p_statistic"]
    assert (finding.unless.kind, finding.unless.name) == ("mentioned_method", "bootstrap")  # type: ignore[union-attr]


def test_as_usual_overrules_what_the_document_mentions() -> None:
    assert "p_statistic" in accused(sleep("as usual", METHODS, p="0.051"))


def test_an_error_among_numbers_that_still_hang_together_is_found() -> None:
    assert "p_statistic" in accused(sleep("transformed", t="-2.90", p="0.100"))
    assert "ci_estimate" in accused(sleep({"ci": "bootstrap"}, estimate="-1.58", ci_low="3.10", ci_high="3.20"))
    assert "difference_of_groups" in accused(sleep({"statistic": "pooled error"}, estimate="-1.85"))


@pytest.mark.parametrize("method", METHODS)
def test_no_method_makes_anything_worse(method: str) -> None:
    """What agrees goes on agreeing, and nothing is accused that was not."""
    study = plain()
    assert said(under(study, method)) == said(study)
    for name, change in WRONG.items():
        wrong = plain(**change)
        plainly, told = ([f.status for f in checks.found()[name](each)] for each in (wrong, under(wrong, method)))
        assert len(told) == len(plainly)
        assert all(each in (before, "undecided") for each, before in zip(told, plainly, strict=True))


def under(study: Study, method: str) -> Study:
    """The same numbers in a document that mentions a method."""
    return Study(study.id, study.file.model_copy(update={"methods": (method,)}), study.values)


RESPONSES = {"n": "40", "count.a": "27", "count.b": "18", "count.c": "11"}


def responses(counted: str = "not stated", **changed: str) -> Study:
    printed = {f"groups.all.{part}": text for part, text in {**RESPONSES, **changed}.items()}
    return reported(printed, counted=counted)


def test_what_was_counted() -> None:
    several = {"percent.a": "67.5%", "percent.b": "45.0%", "percent.c": "27.5%"}
    assert said(responses())["counts_total"] == "inconsistent"
    assert said(responses(**several))["counts_total"] == "undecided"
    assert said(responses("persons", **several))["counts_total"] == "inconsistent"
    assert "counts_total" not in said(responses("answers", **several))
    assert said(responses("answers", **{"count.a": "47"}))["counts_total"] == "inconsistent"
    assert "counts_total" not in said(responses("events", **{"count.a": "47"}))


def test_an_unknown_word_is_told_with_those_that_are_known(tmp_path: Path) -> None:
    path = tmp_path / "study.yaml"
    path.write_text("title: A\ndesign: {kind: not stated}\ntests: {a: {label: A, obtained: guessed}}\n", "utf-8")
    with pytest.raises(Problem) as told:
        read_yaml(path, StudyFile)
    assert told.value.place.endswith("tests.a.obtained")
    assert "permutation" in told.value.write


def test_words_of_the_document_are_read_and_the_file_overrules_them(tmp_path: Path) -> None:
    (tmp_path / "transcript.md").write_text("p by permutation of the labels, t(38) = 2.62, p = .0098\n", "utf-8")
    tests = '{a: {label: A, t: "t(38) = {2.62}", df: "t({38})", p: "p = {.0098}"}}'
    for methods, status in (("", "undecided"), ("methods: []\n", "inconsistent")):
        file = f"title: A\ndesign: {{kind: not stated}}\n{methods}tests: {tests}\n"
        (tmp_path / "study.yaml").write_text(file, "utf-8")
        found = extract(tmp_path)
        assert [each.method for _, each in found.mentions] == ["permutation"]
        assert said(study_of("a", found.file, found.numbers))["p_statistic"] == status

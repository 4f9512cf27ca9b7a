"""Is a comparison group called missing only where the study says that there was none?"""

from __future__ import annotations

from pathlib import Path

import pytest

from reread import words
from reread.appraisal.judge import appraisal
from reread.notebook.views.missing import printed
from reread.reading.study_folder import extract
from reread.report.answers import _bar
from reread.report.page import _method
from reread.report.results import STAGES, Results
from reread.study.file import StudyFile
from reread.study.values import Study
from reread.verbs.extract import head


def study(control: str) -> Study:
    design = {"kind": "one-group pretest-posttest", "control": control}
    return Study("it", StudyFile.model_validate({"title": "It", "design": design}), {})


@pytest.mark.parametrize("language", ["en", "id"])
def test_what_is_not_told_is_not_called_missing(language: str, tmp_path: Path) -> None:
    say = words.load(language)
    stated, open_ = (appraisal(tmp_path, study(control), [], say) for control in ("none", "not stated"))
    assert stated["design"]["tells"] == open_["design"]["tells"] == "no"
    assert stated["design"]["say"] != open_["design"]["say"]
    first = [found["computed"][0] for found in (stated, open_)]
    assert [row["judgement"] for row in first] == [
        say("appraisal.computed.control.judgement"), say("appraisal.computed.first_measured.judgement"),
    ]  # fmt: skip
    assert [printed(study(control))[0] for control in ("none", "not stated", "usual care")] == [False, False, True]


@pytest.mark.parametrize(
    ("design", "shown"),
    [
        ("{kind: case-control}", "groups formed by the outcome"),
        ("{kind: two-group randomised}", "two groups, by lot"),
        (
            "{kind: one-group pretest-posttest, control: none}",
            "one group, measured before and after, no comparison group",
        ),
        ("{kind: case-control, control: not stated}", "groups formed by the outcome, no comparison group named"),
        ("{kind: crossover, control: placebo}", "each had every treatment, compared with a placebo"),
    ],
)
def test_the_method_names_no_control_that_nobody_wrote(design: str, shown: str, tmp_path: Path) -> None:
    (tmp_path / "study.yaml").write_text(f"title: It\nmethods: []\ndesign: {design}\n", encoding="utf-8")
    (tmp_path / "transcript.md").write_text("# It\n", encoding="utf-8")
    about = head("it", extract(tmp_path), "en", {})
    found = Results(tmp_path, "it", {**{name: {} for name in STAGES}, "study": about}, [])
    assert _method(found, words.load("en"), {})["design"] == shown


@pytest.mark.parametrize(
    ("kind", "compared"),
    [("case-control", True), ("crossover", True), ("cross-sectional", False), ("single case", False)],
)
def test_a_design_with_a_comparison_does_not_miss_one(kind: str, compared: bool) -> None:
    file = StudyFile.model_validate({"title": "It", "design": {"kind": kind}})
    assert printed(Study("it", file, {}))[0] is compared


def test_a_share_that_is_not_none_is_never_0() -> None:
    say = words.load("en")
    shown = [_bar({"label": "day", "share": share}, say)["shown"] for share in (0.0, 0.0003, 0.0051, 1.0)]
    assert shown == ["0 %", "< 1 %", "1 %", "100 %"]

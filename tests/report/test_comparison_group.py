"""Is a comparison group called missing only where the study says that there was none?"""

from __future__ import annotations

from pathlib import Path

import pytest

from reread import words
from reread.appraisal.judge import appraisal
from reread.notebook.views.missing import printed
from reread.report.answers import _bar
from reread.study.file import StudyFile
from reread.study.values import Study


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


def test_a_share_that_is_not_none_is_never_0() -> None:
    say = words.load("en")
    shown = [_bar({"label": "day", "share": share}, say)["shown"] for share in (0.0, 0.0003, 0.0051, 1.0)]
    assert shown == ["0 %", "< 1 %", "1 %", "100 %"]

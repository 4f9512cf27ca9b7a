"""Is the study that would answer shown with the sizes it needs, and refused where strata do not fit?"""

from pathlib import Path

import pytest

from reread import words
from reread.files.problem import Problem
from reread.notebook.views import FigureView
from reread.rivals import OneGroup, evidence
from reread.rivals.natural_course import views as natural_course
from reread.rivals.natural_course.views.trial import Settings, design_view
from reread.study.file import StudyFile
from reread.study.values import Study, study_of

EVIDENCE = Path(__file__).parents[2] / "evidence"
SAY = words.load("en", "natural_course")
FEW = Settings(sizes=(9, 21, 60), effects=(1.25, 2), trials=300)


@pytest.fixture
def study() -> Study:
    """What the second answer's rival needs, and no more."""
    told = {"natural_course": {"outcome": "score", "category": "adequate"}}
    written = {"title": "x", "cause": "massage", "design": {"kind": "one-group pretest-posttest"}, "rivals": told}
    return study_of("x", StudyFile.model_validate(written), [])


def test_a_greater_effect_needs_fewer_women(study: Study) -> None:
    group = OneGroup("x", 20, 2, 16)
    view = design_view(study, group, 1, evidence.parameters(EVIDENCE), FEW, SAY)
    assert view.answer == {"enough": {"1.25": None, "2": 21}}
    (picture,) = view.views
    assert isinstance(picture, FigureView)
    assert picture.data.sizes == (9, 21, 60)
    lines = {line.name: line.shares for line in picture.data.lines}
    assert lines["×1.25"] < lines["×2"]
    assert lines["×2"][0] < picture.data.wanted <= lines["×2"][1]
    assert "For a factor of 1.25, more than 60 women" in str(picture.params["needed"])
    assert "21 women in each group suffice" in str(picture.params["needed"])
    assert "stepped wedge" in view.notes[1]
    assert view == design_view(study, group, 1, evidence.parameters(EVIDENCE), FEW, SAY)


def test_sizes_that_do_not_fill_the_strata_are_refused() -> None:
    with pytest.raises(Problem, match="multiples of 3"):
        Settings(sizes=(10,))


def test_untreated_women_elsewhere_are_named_with_their_days() -> None:
    found = natural_course.elsewhere(EVIDENCE, SAY)
    assert {one.name for one in found} >= {"Casey 1986, day 1 to 5", "Nyamagoudar 2024, day 1 to 3"}
    assert any(one.second_hand for one in found)
    assert all(1 < one.ratio < 25 for one in found)

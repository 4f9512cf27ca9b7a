"""Does a course or a checklist that a study file gives print what its numbers say, in any field?"""

from pathlib import Path
from typing import Any

import pytest
from scipy.special import ndtri
from scipy.stats import norm

from reread import words
from reread.files.problem import Problem
from reread.notebook.views import given_course as view
from reread.rivals import OneGroup, given_course, instrumentation
from reread.rivals.given_course import Asked, Course, Settings, course_of, points
from reread.rivals.instrumentation import Checklist
from reread.study.file import StudyFile
from reread.study.values import Study, study_of

LARGE = OneGroup("beds", n=1000, before=300, after=600)
COURSE = Course(((0.0, 10.0), (10.0, 20.0)), between=3.0, within=4.0, first=(0.0, 10.0), later=5.0)
TOLD = {
    "outcome": "height", "category": "tall", "side": "above", "curve": "0: 10, 10: 20", "between": "3", "within": "4",
    "first": "0 to 10", "later": "5", "unit": "weeks", "source": "Oak 1999, table 2",
}  # fmt: skip


def test_the_share_follows_the_curve() -> None:
    rows = given_course.simulate(Asked("beds", 1000, LARGE, 0, True, COURSE), 1, Settings(3, 400), {}).rows
    assert [row.value for row in rows] == [0, 5, 10]
    expected = norm.cdf(ndtri(0.3) + 5 / 5)  # five units in SDs of one reading: √(3² + 4²)
    assert rows[0].share == pytest.approx(expected, abs=0.01)
    assert rows[2].share == pytest.approx(0.3, abs=0.01)  # the curve is level beyond its end


def test_a_falling_outcome_is_counted_below_its_cut() -> None:
    falling = Course(((0.0, 20.0), (10.0, 10.0)), 3.0, 4.0, (0.0, 0.0), 5.0)
    (row,) = given_course.simulate(Asked("beds", 1000, LARGE, 0, False, falling), 1, Settings(1, 400), {}).rows
    assert row.share == pytest.approx(norm.cdf(ndtri(0.3) + 1), abs=0.01)


def test_the_change_of_a_mean_is_that_of_the_curve_with_noise_of_two_readings() -> None:
    rows = given_course.simulate(Asked("beds", 32, None, 6.0, True, COURSE), 1, Settings(2, 20_000), {}).rows
    assert rows[0].share == pytest.approx(5.0, abs=0.03)
    assert rows[0].reach == pytest.approx(norm.sf(1.0 / (4 * (2 / 32) ** 0.5)), abs=0.01)
    assert rows[1].reach < 0.001
    fell = given_course.simulate(Asked("beds", 32, None, -1.0, False, COURSE), 1, Settings(1, 20_000), {}).rows
    assert fell[0].reach < 0.001  # as striking is a fall, and it rises


def test_no_noise_and_no_time_is_no_difference() -> None:
    still = Course(COURSE.curve, 3.0, 0.0, (2.0, 2.0), 0.0)
    (row,) = given_course.simulate(Asked("beds", 9, None, 0.1, True, still), 1, Settings(1, 50), {}).rows
    assert (row.share, row.reach) == (0.0, 0.0)


@pytest.mark.parametrize("text", ["0: 10", "5: 1, 2: 3", "0 - 10, 3: 4", "0: a, 3: 4"])
def test_a_curve_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        points(text)
    with pytest.raises(Problem, match=r"rivals\.given_course\.curve"):
        course_of("beds", {**TOLD, "curve": text})


def garden(**told: str) -> Study:
    """A study of another field, with counts and means."""
    some: dict[str, Any] = {"count": {"tall": "{1}"}, "mean": "{1} cm"}
    outcome = {"label": "Height", "before": some, "after": some}
    written = {
        "title": "Beds", "cause": "mulch", "design": {"kind": "one-group pretest-posttest"},
        "outcomes": {"height": outcome}, "rivals": {"given_course": {**TOLD, **told}},
    }  # fmt: skip
    prints = {"height.before.count.tall": "6", "height.after.count.tall": "15", "n": "24"}
    means = {"height.before.mean": "11.2", "height.after.mean": "17.9"}
    return study_of("beds", StudyFile.model_validate(written), []).printing({**prints, **means})


@pytest.mark.parametrize(("category", "line"), [("tall", 15 / 24), ("mean", None)])
def test_another_field_needs_its_study_file_only(category: str, line: float | None) -> None:
    say = words.load("en")
    shown = view.rival_view(garden(category=category), 1, Path("nowhere"), Settings(studies=200), say)
    assert shown.answer.get("line") == line
    assert len(shown.answer["bars"]) == 4  # type: ignore[arg-type]
    text = " ".join(say(f"{one.words}.{part}", **one.params) for one in shown.views[:2] for part in ("say", "caption"))
    assert "Oak 1999, table 2" in text
    assert "milk" not in text


def test_as_striking_is_the_least_change_that_prints_like_this() -> None:
    """11.2 → 17.9 stands for a rise of 6.6 or more, 17.85 less 11.25; a fall of the same prints for 6.8 or less."""
    assert view.asked_of(garden(category="mean")).change == pytest.approx(6.6)
    assert view.asked_of(garden(category="mean", side="below")).change == pytest.approx(6.8)


@pytest.mark.parametrize(("need", "found"), [("side", "up"), ("between", "three"), ("first", "0"), ("later", "")])
def test_what_the_file_gives_wrongly_is_named(need: str, found: str) -> None:
    with pytest.raises(Problem, match=f"rivals.given_course.{need}"):
        view.asked_of(garden(**{need: found}))


def test_items_pass_at_their_norms() -> None:
    one = Checklist(LARGE, (("buds", 5.0, 95.0),), 1)
    rows = {row.name: row for row in instrumentation.simulate(one, 1, instrumentation.Settings((0.5,)), {}).rows}
    assert rows["before"].share == pytest.approx(0.05, abs=0.005)
    assert rows["after"].share == pytest.approx(0.95, abs=0.005)
    two = Checklist(LARGE, (("buds", 20.0, 60.0), ("leaves", 30.0, 50.0)), 2)
    (before, after) = instrumentation.simulate(two, 1, instrumentation.Settings((0.0,)), {}).rows
    assert (before.share, after.share) == pytest.approx((0.06, 0.30), abs=0.005)  # independent items multiply
    (before, after) = instrumentation.simulate(two, 1, instrumentation.Settings((1.0,)), {}).rows
    assert (before.share, after.share) == pytest.approx((0.20, 0.50), abs=0.005)  # equal ones: the harder decides


@pytest.mark.parametrize(
    ("need", "text"), [("items", "buds 5 95"), ("items", "buds: 5 to 195"), ("at_least", "3"), ("at_least", "all")]
)
def test_a_checklist_that_is_none_is_refused(need: str, text: str) -> None:
    told = {"items": "buds: 5 to 95; leaves: 1 to 2", "at_least": "2", need: text}
    with pytest.raises(Problem, match=f"rivals.instrumentation.{need}"):
        instrumentation.checklist(LARGE, told)

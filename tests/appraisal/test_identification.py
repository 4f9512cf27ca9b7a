"""Do the bounds hold for every way in which the untreated share can have come out, and only for those?"""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread import words
from reread.appraisal.identification import Bound, bounds, others
from reread.notebook.views import Untreated
from reread.notebook.views import identification as view
from reread.study.file import StudyFile
from reread.study.values import Study, study_of

SAY = words.load("en")


def named(before: int, after: int, n: int) -> dict[str, Bound]:
    return {bound.name: bound for bound in bounds(before, after, n)}


def test_two_of_twenty_to_sixteen() -> None:
    found = {name: (float(bound.low), float(bound.high)) for name, bound in named(2, 16, 20).items()}
    assert found == {
        "nothing": (-0.2, 0.8), "no_falling_back": (-0.2, 0.7), "no_harm": (0.0, 0.8), "both": (0.0, 0.7),
        "no_change": (0.7, 0.7),
    }  # fmt: skip


@given(st.integers(1, 12).flatmap(lambda n: st.tuples(st.integers(0, n), st.integers(0, n), st.just(n))))
def test_bounds_are_the_least_and_greatest_of_all_untreated_counts(counts: tuple[int, int, int]) -> None:
    before, after, n = counts
    possible = {Fraction(after - untreated, n): untreated for untreated in range(n + 1)}
    kept = {
        "nothing": list(possible),
        "no_falling_back": [effect for effect, untreated in possible.items() if untreated >= before],
        "no_harm": [effect for effect in possible if effect >= 0],
        "both": [effect for effect, untreated in possible.items() if untreated >= before and effect >= 0],
        "no_change": [effect for effect, untreated in possible.items() if untreated == before],
    }
    for name, bound in named(*counts).items():
        assert (bound.low, bound.high) == (min(kept[name]), max(kept[name]))
    assert {name for name, effects in kept.items() if effects} == set(named(*counts))


def test_with_nothing_assumed_one_whole_stays_open() -> None:
    assert {bounds(b, a, 7)[0].width for b in range(8) for a in range(8)} == {1}


@given(st.floats(0, 1), st.floats(0, 1))
def test_what_others_suggest_lies_within_no_assumption(one: float, other: float) -> None:
    low, high = sorted((one, other))
    found, nothing = others(16, 20, low, high), bounds(2, 16, 20)[0]
    assert nothing.low <= found.low <= found.high <= nothing.high


@pytest.mark.parametrize("counts", [(2, 21, 20), (-1, 2, 3), (0, 0, 0)])
def test_counts_that_are_none_are_refused(counts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no counts"):
        bounds(*counts)
    with pytest.raises(ValueError, match="no shares"):
        others(1, 2, 0.4, 0.2)


def garden(kind: str = "one-group pretest-posttest", control: str = "") -> Study:
    outcome = {"label": "Colour", "before": {"count": {"red": "{1}"}}, "after": {"count": {"red": "{1}"}}}
    written = {
        "title": "Beds", "cause": "mulch", "design": {"kind": kind, "negative_control": control},
        "outcomes": {"colour": outcome, "height": {"label": "Height of the wall"}},
        "rivals": {"practice_and_observation": {"outcome": "colour", "category": "red"}},
    }  # fmt: skip
    prints = {"colour.before.count.red": "2", "colour.after.count.red": "16", "n": "20"}
    return study_of("beds", StudyFile.model_validate(written), []).printing(prints)


def test_the_figure_shows_each_bound_and_what_others_suggest() -> None:
    shown = view.view(garden(), [Untreated(0.25, 0.5, "as Oak 1999")], SAY)
    assert shown is not None
    assert shown.data.rows[0].right == "−0.20 to +0.80"
    assert (shown.data.rows[-1].low, shown.data.rows[-1].high) == pytest.approx((0.3, 0.55))
    assert "as Oak 1999" in shown.data.rows[-1].label
    assert "does not identify" in SAY(f"{shown.words}.caption", **shown.params)


def test_another_design_has_other_bounds() -> None:
    assert view.view(garden("two-group randomised"), [], SAY) is None


def test_a_negative_control_is_told_or_missed() -> None:
    assert "prints no outcome that mulch should leave" in view.control(garden(), SAY)
    assert view.control(garden(control="height"), SAY).startswith(
        "The document prints an outcome that mulch should leave as it is: Height of the wall."
    )

"""Does the mean of simulated women rise as in the rival that counts them, and is the answer what arithmetic gives?"""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from published_cases import twice_measured

from reread import words
from reread.files.problem import Problem
from reread.rivals import OneGroup, evidence, natural_course
from reread.rivals import natural_course_mean as rival
from reread.rivals.natural_course_mean import MeanGroup, Settings, simulate
from reread.rivals.natural_course_mean import views as view
from reread.study.values import Study

EVIDENCE = Path(__file__).parents[2] / "evidence"
PARAMETERS = evidence.parameters(EVIDENCE)
GROUP = MeanGroup("group", 36, 1.63)
FEW = Settings(first_days=(1, 3), studies=60)


def told(**changed: str) -> Study:
    """The study of 36 women as far as the rival looks at it."""
    printed = {"n": "36", "before.mean": "24.78", "after.mean": "40.36", **changed}
    study = twice_measured({part: text for part, text in printed.items() if text})
    named = study.file.model_copy(update={"rivals": {view.KEY: {"outcome": "score"}}, "cause": "massage"})
    return Study(study.id, named, study.values)


def test_it_rises_as_the_women_of_the_rival_that_counts() -> None:
    """Of many women in one study the factor is that of the mean volumes."""
    days = (1.0, 2.0, 5.0)
    means = simulate(MeanGroup("many", 400, 1.63), 1, Settings(first_days=days, studies=400), PARAMETERS)
    counted = natural_course.simulate(
        OneGroup("many", 400, 40, 320),
        1,
        natural_course.Settings(first_days=days, bars=days[:1], studies=400),
        PARAMETERS,
    )
    for mean, each in zip(means.days, counted.days, strict=True):
        assert mean.middle == pytest.approx(each.volume_after / each.volume_before, rel=0.12)


def test_later_first_days_rise_less_and_more_women_vary_less() -> None:
    found = simulate(GROUP, 1, Settings(studies=2000), PARAMETERS).days
    assert [day.middle for day in found] == sorted((day.middle for day in found), reverse=True)
    assert [day.reach for day in found] == sorted((day.reach for day in found), reverse=True)
    assert found[0].reach > 0.99
    assert found[-1].reach < 0.01
    more = simulate(MeanGroup("group", 360, 1.63), 1, Settings(studies=2000), PARAMETERS).days
    assert all(many.high - many.low < few.high - few.low for many, few in zip(more, found, strict=True))


@settings(max_examples=15)
@given(seed=st.integers(0, 2**32), settle=st.floats(-0.5, 0.5), factor=st.floats(0.2, 20))
def test_what_follows_from_the_definition(seed: int, settle: float, factor: float) -> None:
    study = MeanGroup("group", 12, factor)
    plain, again = (simulate(study, seed, FEW, PARAMETERS) for _ in range(2))
    assert plain == again
    practised = simulate(study, seed, replace(FEW, settle=settle), PARAMETERS)
    shifted = simulate(MeanGroup("group", 12, factor * 2.718281828459045**-settle), seed, FEW, PARAMETERS)
    for one, other in zip(practised.days, shifted.days, strict=True):
        assert one.reach == pytest.approx(other.reach, abs=1 / 60)
    for row in plain.days:
        assert row.low <= row.middle <= row.high


def test_the_least_factor_that_prints_so() -> None:
    group = view.group_of(told())
    assert (group.n, group.factor) == (36, pytest.approx(40.355 / 24.785, rel=1e-6))


@pytest.mark.parametrize("changed", [{"before.mean": ""}, {"n": ""}, {"before.mean": "-1.20"}])
def test_what_is_missing_is_named(changed: dict[str, str]) -> None:
    with pytest.raises(Problem) as problem:
        view.group_of(told(**changed))
    assert problem.value.place == f"rivals.{view.KEY}"


@pytest.mark.parametrize("language", words.languages())
def test_the_view_says_what_was_drawn(language: str) -> None:
    say = words.load(language, view.KEY)
    shown = view.rival_view(told(), 1, EVIDENCE, Settings(studies=400), say)
    shares = [bar["share"] for bar in shown.answer["bars"]]  # type: ignore[attr-defined]
    assert shares[0] == 1
    assert shares == sorted(shares, reverse=True)
    (figure,) = shown.views
    assert say(f"{figure.words}.say", **figure.params).startswith(("Of 100", "Dari 100"))
    assert rival.NEEDS

"""Do the sentences of the rivals hold whichever way a scale runs, and what is said of those who were lost?"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from honest_tests import direct
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from two_arms import study_of_arms

from reread import rivals, words
from reread.notebook.views import compared
from reread.notebook.views import two_groups as view
from reread.rivals import attrition
from reread.rivals.two_groups import Means
from reread.study.values import Study

PAIN = {"rest": ("30", "6.1", "1.6"), "heat": ("28", "4.6", "1.7")}  # more is worse


def _lost_from(arms: dict[str, tuple[str, str, str]], **about: object) -> Study:
    printed = {
        f"tests.pain.groups.{name}.{part}": [text]
        for name, texts in arms.items() for part, text in zip(("n", "mean", "sd"), texts, strict=True)
    }  # fmt: skip
    allocated = {f"arms.{name}.allocated": [str(int(texts[0]) + 6)] for name, texts in arms.items()}
    return direct({**printed, **allocated}, {"pain": {"label": "Pain", "test": "independent t", **about}})


def _told(study: Study, *names: str, language: str = "en") -> str:
    found = compared.asked(study)
    assert found is not None
    made = view.biases(found, {name: rivals.chosen(name, {}) for name in names})
    return " ".join(view.notes(found, made, words.load(language)))


def test_of_those_lost_is_said_where_they_read_and_not_whether_that_is_good() -> None:
    """More pain is worse: whoever read lower did better, so no sentence may say that they did worse."""
    told = _told(_lost_from(PAIN), "attrition")
    assert re.search(r"the lost of rest would have read \d\.\d\d SD lower than its others, and the lost of heat", told)
    assert "would have read" not in _told(_lost_from({**PAIN, "heat": ("28", "5.9", "1.7")}), "attrition")
    mengatakan = _told(_lost_from(PAIN), "attrition", language="id")
    assert re.search(r"yang hilang dari rest \d\.\d\d SD lebih rendah", mengatakan)


DIRECTED = re.compile(r"\b(better|worse|best|worst|lebih baik|lebih buruk|terbaik|terburuk)\b")


@pytest.mark.parametrize("language", words.languages())
def test_no_rival_calls_a_number_better_or_worse(repo: Path, language: str) -> None:
    """No rival knows whether a higher number is a good one."""
    text = (repo / f"src/reread/words/{language}/rivals.yaml").read_text(encoding="utf-8")
    assert not [line for line in text.splitlines() if DIRECTED.search(line)]


def test_of_changes_that_are_falls_the_lesser_fall_is_the_higher_change() -> None:
    """Pain fell by 1 and by 4: the group that fell by 1 has the higher change, and did not change more."""
    rng = np.random.default_rng(3)
    before = rng.normal(60, 6, 30), rng.normal(70, 6, 30)
    arms = {
        "rest": (before[0], before[0] - rng.normal(1, 3, 30)),
        "heat": (before[1], before[1] - rng.normal(4, 3, 30)),
    }
    study = study_of_arms(arms, changes=True)
    study = replace(study, file=study.file.model_copy(update={"rests_on": ("tests.gain.groups.heat.mean",)}))
    told = _told(study, "regression_between_groups")
    assert "rest, whose change is the higher one (it rose more, or fell less), started" in told
    assert "changed more" not in told


def test_a_t_without_means_does_not_tell_which_group_is_higher() -> None:
    """Papers take either group first; where means or the document tell, the sentence does."""
    bare = {"tests.pain.groups.rest.n": ["30"], "tests.pain.groups.heat.n": ["28"], "tests.pain.t": ["2.80"]}
    lost = {"arms.rest.allocated": ["36"], "arms.heat.allocated": ["34"]}
    means = {"tests.pain.groups.rest.mean": ["6.1"], "tests.pain.groups.heat.mean": ["4.6"]}
    about = {"label": "Pain", "test": "independent t"}
    for printed, said, known in (
        ({}, {}, False), (means, {}, True), ({}, {"higher": "rest"}, True),
    ):  # fmt: skip
        found = compared.asked(direct({**bare, **lost, **printed}, {"pain": {**about, **said}}))
        assert found is not None
        assert found.known == known
        assert (found.groups.lost is not None) == known
        if known:
            assert (found.lower, found.higher) == ("heat", "rest")
        for language in ("en", "id"):
            say = words.load(language)
            made = view.biases(found, {name: rivals.chosen(name, {}) for name in rivals.between()})
            figure = next(view.views(found, made, say))
            caption = say(f"{figure.words}.caption", **figure.params)
            assert (
                any(above in caption for above in ("rest is printed above heat", "rest tercetak di atas heat")) == known
            )


@given(st.integers(10, 60), st.integers(10, 60), st.integers(0, 20), st.integers(1, 20), st.floats(0.75, 2))
def test_tipping_brings_everybody_to_the_level(n: int, m: int, gone: int, away: int, d: float) -> None:
    """Everybody is made up, the lost so many SDs from the others of their group and as spread: p is the level."""
    result = Means(n, m, d)
    lost = gone / (n + gone), away / (m + away)
    size = attrition.tipping(result, lost, 0.05)
    if stats.ttest_ind_from_stats(0, 1, n, d, 1, m).pvalue >= 0.05:
        assert size is None
        return
    assert size is not None
    ends = []
    for mean, stayed, left, shift in ((0.0, n, gone, size), (d, m, away, -size)):
        everybody = stayed + left
        squares = everybody - 1 + stayed * left / everybody * shift**2
        ends.append((mean + left / everybody * shift, np.sqrt(squares / (everybody - 1)), everybody))
    (low, s, a), (high, r, b) = ends
    assert high > low
    assert stats.ttest_ind_from_stats(high, r, b, low, s, a).pvalue == pytest.approx(0.05, abs=1e-6)

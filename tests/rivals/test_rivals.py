"""Does every rival keep the contract, so that the notebook needs to know none of them?"""

import json
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from reread import rivals, words
from reread.files.problem import Problem
from reread.rivals import evidence
from reread.study.file import StudyFile
from reread.study.values import Study, study_of

NAMES = sorted(rivals.found())
ASKED = {"natural_course": {"outcome": "score", "category": "adequate"}}


@pytest.fixture
def study() -> Study:
    """A made-up group with printed counts and a made-up case."""
    some = {"some": "{1} x"}
    outcome = {"label": "score", "before": {"count": some}, "after": {"count": some}}
    counted = {"outcome": "score", "category": "some"}
    curve = {"curve": "0: 4, 10: 9", "between": "2", "within": "1", "first": "0 to 4", "later": "7", "unit": "days"}
    written = {
        "title": "Made up", "cause": "shade", "design": {"kind": "one-group pretest-posttest"},
        "outcomes": {"score": outcome}, "other": {"grams": "{1} g", "days": "{1} days"},
        "rivals": {
            "natural_course": counted,
            "infant_weight": {"gain": "grams", "days": "days"},
            "regression_to_the_mean": counted, "practice_and_observation": counted, "selective_reporting": counted,
            "combinations": counted,
            "instrumentation": {**counted, "items": "buds: 5 to 95; twigs: 60 to 90", "at_least": "2", "source": "O"},
            "given_course": {**counted, **curve, "side": "above", "source": "Oak 1999"},
        },
    }  # fmt: skip
    counts = {"score.before.count.some": "2", "score.after.count.some": "16", "n": "20"}
    made = study_of("made-up", StudyFile.model_validate(written), [])
    return made.printing({**counts, "other.grams": "300", "other.days": "6"})


@pytest.mark.parametrize("name", NAMES)
def test_every_rival_says_what_it_needs_and_uses(name: str) -> None:
    rival = rivals.found()[name]
    assert all(rival.NEEDS.values())
    assert rival.Settings()
    assert callable(import_module(f"reread.notebook.views.{name}").rival_view)


@pytest.mark.parametrize("name", NAMES)
def test_every_rival_shows_itself(repo: Path, study: Study, name: str) -> None:
    """A new rival: give `study` what it needs."""
    view = import_module(f"reread.notebook.views.{name}").rival_view
    few = {f.name: 50 for f in fields(rivals.found()[name].Settings) if f.name in ("studies", "infants")}
    say = words.load("en")
    shown = view(study, 1, repo / "evidence", few, (1, 2), say)
    assert shown.views
    assert shown == view(study, 1, repo / "evidence", few, (1, 2), say)
    for one in shown.views:
        for part in ("say", "caption", "alt") if hasattr(one, "figure") else ("title", "caption"):
            assert say(f"{one.words}.{part}", **one.params)
    assert any("does not say" in note for note in shown.notes)
    bars = shown.answer["bars"]
    assert 1 <= len(bars) <= 4
    assert all(set(bar) == {"label", "share", "low", "high", "reach"} for bar in bars)


def test_every_parameter_row_is_used(repo: Path) -> None:
    used = {row for rival in rivals.found().values() for row in rival.USES}
    assert set(evidence.parameters(repo / "evidence")) == used


def test_named_in_the_order_of_the_study_file(study: Study) -> None:
    assert rivals.named("x", study.file.rivals)[:2] == ("natural_course", "infant_weight")
    assert set(rivals.named("x", study.file.rivals)) == set(NAMES)
    assert rivals.named("x", {}) == ()


@pytest.mark.parametrize(
    ("asked", "place", "write"),
    [
        ({"natural_curse": {}}, "rivals.natural_curse", "“natural_course”?"),
        ({"natural_course": {"outcome": "score"}}, "rivals.natural_course.category", "the category of that outcome"),
        ({"infant_weight": {"gain": "", "days": "d"}}, "rivals.infant_weight.gain", "the gain in grams"),
        ({"natural_course": {**ASKED["natural_course"], "day": "2"}}, "rivals.natural_course.day", "one of: outcome"),
    ],
)
def test_what_is_missing_or_unknown_is_named(asked: dict[str, dict[str, str]], place: str, write: str) -> None:
    with pytest.raises(Problem) as refused:
        rivals.named("pots", asked)
    assert (refused.value.file, refused.value.place) == ("studies/pots/study.yaml", place)
    assert write in refused.value.write


def test_the_notebook_gives_each_rival_settings_that_it_has(repo: Path) -> None:
    cells = json.loads((repo / "notebooks/rivals.ipynb").read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    given: dict[str, Any] = {}
    for source in sources:
        if "bars = (" in source or source.startswith("settings = {"):
            exec(source, given)
    assert set(given["settings"]) <= set(NAMES)
    for name, settings in given["settings"].items():
        assert set(given["bars"]) <= set(getattr(rivals.chosen(name, settings), "first_days", given["bars"]))


def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(Problem, match=r"infant_weight, babies: .* one of first_days, infants"):
        rivals.chosen("infant_weight", {"babies": 3})


def test_no_name_of_a_rival_stands_in_a_branch_of_the_notebook(repo: Path) -> None:
    source = (repo / "notebooks/rivals.ipynb").read_text(encoding="utf-8")
    assert not [name for name in NAMES if f"import {name}" in source or f'if \\"{name}' in source]

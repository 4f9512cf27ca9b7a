"""Does every rival keep the contract, so that the notebook needs to know none of them?"""

import json
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from reread import rivals, words
from reread.files.problem import Problem
from reread.notebook.views import of_rivals
from reread.rivals import evidence
from reread.rivals.settings import rows
from reread.study.file import StudyFile
from reread.study.values import Study, study_of

NAMES = sorted(rivals.found())
ASKED = {"natural_course": {"outcome": "score", "category": "adequate"}}


@pytest.fixture
def study() -> Study:
    """A made-up group with printed counts and a made-up case."""
    some = {"count": {"some": "{1} x"}, "mean": "{1} y"}
    outcome = {"label": "score", "before": some, "after": some}
    counted = {"outcome": "score", "category": "some"}
    curve = {"curve": "0: 4, 10: 9", "between": "2", "within": "1", "first": "0 to 4", "later": "7", "unit": "days"}

    def groups(*parts: str) -> dict[str, dict[str, str | dict[str, str]]]:
        return {name: dict.fromkeys(parts, "{1} z") | {} for name in ("open", "shaded")}

    counts_of = {name: {"n": "{1} z", "count": {"bent": "{1} z"}} for name in ("open", "shaded")}
    tests = {
        "bent": {"label": "bent", "measure": "binary", "complete": True, "test": "Fisher", "groups": counts_of},
        "tall": {"label": "tall", "occasion": "baseline", "groups": groups("n", "mean", "sd")},
        "taller": {"label": "tall", "baseline": "tall", "groups": groups("n", "mean", "sd")},
        "grown": {"label": "tall", "baseline": "tall", "occasion": "change", "groups": groups("n", "mean", "sd")},
        "crossed": {"label": "tall", "test": "paired t", "t": "{1} z", "groups": groups("n", "mean")},
    }
    written = {
        "title": "Made up", "tests": tests, "arms": {name: {"allocated": "{1} z"} for name in ("open", "shaded")},
        "cause": "shade", "design": {"kind": "one-group pretest-posttest"},
        "outcomes": {"score": outcome}, "other": {"grams": "{1} g", "days": "{1} days"},
        "rivals": {
            "natural_course": counted,
            "infant_weight": {"gain": "grams", "days": "days"}, "natural_course_mean": {"outcome": "score"},
            "regression_to_the_mean": counted, "practice_and_observation": counted, "selective_reporting": counted,
            "combinations": counted,
            "instrumentation": {**counted, "items": "buds: 5 to 95; twigs: 60 to 90", "at_least": "2", "source": "O"},
            "given_course": {**counted, **curve, "side": "above", "source": "Oak 1999"},
            **{name: {} for name in rivals.between()},
        },
    }  # fmt: skip
    counts = {"score.before.count.some": "2", "score.after.count.some": "16", "n": "20"}
    counts |= {"score.before.mean": "1.2", "score.after.mean": "1.9", "tests.crossed.t": "2.80"}
    made = study_of("made-up", StudyFile.model_validate(written), [])
    for at, name in enumerate(("open", "shaded")):
        counts |= {f"tests.bent.groups.{name}.n": "40", f"tests.bent.groups.{name}.count.bent": ("12", "4")[at]}
        counts |= {f"arms.{name}.allocated": ("46", "42")[at]}
        counts |= {f"tests.crossed.groups.{name}.n": "16", f"tests.crossed.groups.{name}.mean": ("5.1", "3.7")[at]}
        for test, means in {"tall": ("9.0", "7.5"), "taller": ("10.0", "12.0"), "grown": ("1.0", "4.5")}.items():
            role = f"tests.{test}.groups.{name}"
            counts |= {f"{role}.n": "40", f"{role}.mean": means[at], f"{role}.sd": "3.0"}
    return made.printing({**counts, "other.grams": "300", "other.days": "6"})


@pytest.mark.parametrize("name", NAMES)
def test_every_rival_says_what_it_needs_and_uses(name: str) -> None:
    rival = rivals.found()[name]
    assert all(rival.NEEDS.values())
    assert all(row.means and row.range for row in rows(name, rival.Settings()))


@pytest.mark.parametrize("name", NAMES)
def test_every_rival_shows_itself(repo: Path, study: Study, name: str) -> None:
    """A new rival: give `study` what it needs."""
    if getattr(rivals.found()[name], "WITHIN", False):
        design = study.file.design.model_copy(update={"kind": "crossover"})
        study = replace(study, file=study.file.model_copy(update={"design": design}))
    say, settings = words.load("en", name), rivals.found()[name].Settings
    few = settings(**{f.name: 50 for f in fields(settings) if f.name in ("studies", "infants")})
    shown = of_rivals.rival_view(study, name, 1, repo / "evidence", few, say)
    assert shown.views
    assert shown == of_rivals.rival_view(study, name, 1, repo / "evidence", few, say)
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


def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(Problem, match=r"“babies”, which no rival has; write .* first_days, bars, infants, picked_from"):
        rivals.chosen("infant_weight", {"babies": 3})


def test_what_a_reader_changes_reaches_each_rival_that_has_it() -> None:
    named = ("natural_course", "combinations")
    changed = rivals.changed(named, {"studies": 9, "days_between": 3, "combinations.reliability": 0.2})
    assert [changed[name].studies for name in named] == [9, 9]
    assert (changed["natural_course"].days_between, changed["combinations"].reliability) == (3, 0.2)
    assert list(rivals.changed((), {"days_between": 3})) == []  # the notebook runs for every study
    with pytest.raises(Problem, match="“days_betwen”, which no rival has; write “days_between”"):
        rivals.changed((), {"days_betwen": 3})


@pytest.mark.parametrize(
    ("given", "write"),
    [
        ({"days_between": 61}, "days_between: found 61; write 0 to 60"),
        ({"days_between": "3"}, "days_between: found 3; write 0 to 60"),
        ({"first_days": (0.5,)}, "one or more, each above 0.5, 60 at most, such as (1, 1.5"),
        ({"first_days": 2}, "first_days: found 2; write one or more"),
        ({"bars": (1, 2, 3, 4, 5)}, "up to 4, each above 0.5"),
        ({"first_days": ()}, "first_days: found (); write one or more"),
        ({"studies": 10.5}, "studies: found 10.5; write whole, 1 to 200000"),
        ({"cut": 0}, "above 0; or None: set to the printed share"),
        ({"baseline": "prior"}, "posterior or printed"),
    ],
)
def test_a_value_outside_its_range_is_refused(given: dict[str, Any], write: str) -> None:
    with pytest.raises(Problem, match=re.escape(write)) as refused:
        rivals.chosen("natural_course", given)
    assert refused.value.file == "settings of natural_course"


def test_a_value_means_the_same_as_tuple_and_list() -> None:
    one, other = (rivals.chosen("natural_course", {"first_days": days}) for days in ((1, 2), [1, 2]))
    assert one == other


@pytest.mark.parametrize("notebook", ["rivals", "across/synthesis"])
def test_no_rival_and_no_range_stands_in_a_notebook(repo: Path, notebook: str) -> None:
    """What a rival needs, shows and may be told stands with the rival; a lesson teaches one of them by name."""
    cells = json.loads((repo / f"notebooks/{notebook}.ipynb").read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    run = [cell for cell in code if "lesson" not in cell["metadata"].get("tags", [])]
    source = "\n".join(line.partition("#")[0] for cell in run for line in "".join(cell["source"]).splitlines())
    assert not [name for name in NAMES if name in source]
    settings = next("".join(cell["source"]) for cell in code if "settings" in cell["metadata"].get("tags", []))
    assert not re.search(r"\d+ to \d+", settings)

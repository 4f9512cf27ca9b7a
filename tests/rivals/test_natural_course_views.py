"""Does the page of the n = 20 study show the days, effects and unknowns that the engine gives, and grey, not drop?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reread import words
from reread.notebook.views import FigureView, RivalView, TableView
from reread.reading.study_folder import extract
from reread.rivals.natural_course import Settings
from reread.rivals.natural_course import views as natural_course
from reread.study.values import Study, study_of

ROOT = Path(__file__).parents[2]
STUDY = "khaeriyah-sari-2025"
SAY = words.load("en", "natural_course")
DAYS = (1.0, 2.0, 3.0, 7.0)


@pytest.fixture(scope="module")
def study() -> Study:
    extracted = extract(ROOT / "studies" / STUDY)
    return study_of(STUDY, extracted.file, extracted.numbers)


@pytest.fixture(scope="module")
def shown(study: Study) -> RivalView:
    settings = Settings(first_days=DAYS, studies=1500, bars=(1, 2))
    return natural_course.rival_view(study, 1, ROOT / "evidence", settings, SAY)


def view(shown: RivalView, name: str) -> Any:
    for one in shown.views:
        called = one.name or (one.figure.__name__.rpartition(".")[2] if isinstance(one, FigureView) else "")
        if called == name:
            return one
    raise AssertionError(name)


def text(one: FigureView | TableView, part: str) -> str:
    return SAY(f"{one.words}.{part}", **one.params)


def test_the_map_frames_the_printed_days_and_greys_what_conflicts(shown: RivalView) -> None:
    data = view(shown, "day_map").data
    assert data.columns == ("1", "2", "3", "7")
    assert data.rows[data.place] == "7"
    assert [cell.grey for cell in data.cells[data.place]] == [False, False, True, True]
    assert all(len(row) == len(DAYS) and all(cell.text for cell in row) for row in data.cells)
    assert "the day of the first measurement is not told" in text(view(shown, "day_map"), "caption")


def test_effects_stand_beside_no_effect_and_conflicting_days_are_marked(shown: RivalView) -> None:
    table = view(shown, "chances")
    assert list(table.head) == ["first day", "no effect", "effect ×1.25", "effect ×1.5", "effect ×2"]
    assert [row[0] for row in table.rows] == ["1", "2", "3 –", "7 –"]
    assert "16 or more of 20" in text(table, "caption")


def test_every_pair_on_the_line_prints_the_same_study(shown: RivalView) -> None:
    data = view(shown, "pairs").data
    natural = {point.name: point.natural for point in data.points}
    assert natural["day 1"] > natural["day 2"] > natural["day 3"] > natural["day 7"] > 1
    products = [point.natural * point.effect for point in data.points]
    assert max(products) / min(products) < 1.5  # nearly one product: what a sitting has to give in all


def test_the_unknown_that_decides_is_to_be_asked_for(shown: RivalView) -> None:
    first = view(shown, "unknowns").rows[0]
    assert first[0] == "day of the first measurement"
    assert first[-1] == "ask: the hour after birth of each measurement"
    assert view(shown, "sensitivity").data.line == 80


def test_notes_name_the_ordering_the_control_interval_and_the_limit(shown: RivalView) -> None:
    notes = " ".join(shown.notes)
    assert "16 or more of 20 after, and nothing else" in notes
    assert "1.2 to 31.7 %" in notes
    assert "From day 7 to day 14 time alone does little: 0 of 100" in notes
    assert "this design cannot tell" in notes
    assert "no effect of massage was" not in notes


def test_a_told_day_and_no_effects_change_words_and_tables(study: Study) -> None:
    design = study.file.design.model_copy(update={"first_measured": "day 2"})
    told = Study(study.id, study.file.model_copy(update={"design": design}), study.values)
    settings = Settings(first_days=(2.0, 3.0), studies=200, effects=(), bars=(2,))
    other = natural_course.rival_view(told, 1, ROOT / "evidence", settings, SAY)
    assert "the study stands in it" in text(view(other, "day_map"), "caption")
    with pytest.raises(AssertionError, match="chances"):
        view(other, "chances")

"""Is the sheet for a club two sides, with the two answers, numbers of the results, five questions and their answers?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import fixture
import pytest
from in_browser import opened
from parsed import Page

from reread.report.club import QUESTIONS, club_sheet
from reread.report.leaving import CLUB, leave
from reread.report.results import Results
from reread.words import load

NONE = {"more": 0, "no difference": 0, "less": 0, "not printed": 0}
LOT = {"design": "two-group randomised", "alone": True, "trials": 1, "people": 31, **NONE, "no difference": 1}
OTHER = {"design": "two-group non-randomised", "alone": False, "trials": 3, "people": 77, **NONE, "more": 2}
TRIALS: list[dict[str, Any]] = [LOT, {**OTHER, "not printed": 1}]


def with_trials(made: fixture.Made) -> fixture.Made:
    return {**made, "appraisal": {**made["appraisal"], "trials": TRIALS}}


def sheet(results: Path, made: fixture.Made | None = None, language: str = "en") -> str:
    fixture.write(results, made)
    return club_sheet(Results.read(results, fixture.STUDY), load(language), "0.1.0")


def test_questions_in_front_and_their_answers_overleaf(tmp_path: Path) -> None:
    page = Page(sheet(tmp_path, with_trials(fixture.stages())))
    front, _, back = page.text("main").partition("Answers overleaf")
    assert "They cannot all hold." in front
    assert "This design cannot tell." in front
    questions = front.partition("To discuss")[2].partition("What controlled trials")[0]
    assert questions.count("?") == QUESTIONS
    assert "In front" not in back
    for part in ("t = −5.10", "would agree if", "The 12 pairs of scores.", "What the authors already concede"):
        assert part not in front
        assert part in back


def test_the_controlled_trials_are_counted(tmp_path: Path) -> None:
    text = Page(sheet(tmp_path, with_trials(fixture.stages()))).text("table")
    assert text.startswith("trials people more no difference less not printed")
    assert "By lot, the claimed cause alone 1 31 – 1 – –" in text
    assert "Not by lot, other treatments or outcomes, too 3 77 2 – – 1" in text
    none = Page(sheet(tmp_path / "none")).text("main")
    assert "holds no controlled trial of the claimed cause" in none


def test_every_number_comes_from_the_results(tmp_path: Path) -> None:
    made = with_trials(fixture.stages())
    made["findings"]["findings"][1]["short"]["printed"] = "7.31"
    made["rivals"]["values"]["bars"][0]["share"] = 0.635
    made["rivals"]["values"]["bars"][-1]["share"] = 0.19
    changed = Page(sheet(tmp_path / "changed", made)).text("main")
    for number in ("7.31", "week 1 64 %", "19 % to 71 %."):
        assert number in changed
    for language in ("en", "id"):
        words = (Path(load.__code__.co_filename).parent / language / "club.yaml").read_text(encoding="utf-8")
        told = [line for line in words.splitlines() if not line.startswith("#")]
        assert not re.findall(r"\d", "\n".join(told).replace("A4", "")), language


def test_one_print_is_one_number(tmp_path: Path) -> None:
    """A number that two checks use stands once, with the worse of what they say."""
    made = fixture.agreeing()
    made["rivals"] = {**made["rivals"], "values": {}}
    one = next(each for each in made["findings"]["findings"] if each["load_bearing"])
    made["findings"]["findings"] = [
        {**one, "id": f"{one['id']}_{k}", "status": status} for k, status in enumerate(("consistent", "undecided"))
    ]
    front = Page(sheet(tmp_path, made)).text("main").partition("To discuss")[0]
    assert front.count(one["printed"]) == 1
    assert "not decided:" in front


@pytest.mark.parametrize("stage", ["findings", "appraisal"])
def test_none_where_a_stage_failed(tmp_path: Path, stage: str) -> None:
    made = {**fixture.stages(), stage: fixture.failed(stage)}
    folder = fixture.write(tmp_path, made) / fixture.STUDY
    (folder / CLUB).write_text("an old one", encoding="utf-8")
    assert CLUB not in leave(folder, Results.read(tmp_path, fixture.STUDY), load("en"), "0.1.0")
    assert not (folder / CLUB).exists()


def test_none_where_nobody_has_confirmed_the_study(tmp_path: Path) -> None:
    made = fixture.stages()
    assert sheet(tmp_path, {**made, "study": {**made["study"], "confirmed": False}}) == ""


def long(made: fixture.Made) -> fixture.Made:
    """The study with everything that a person writes as long as a page."""
    much = "A sentence that goes on, as persons' sentences do when nobody stops them. " * 12
    appraisal = dict(made["appraisal"])
    appraisal["ask"] = [{"text": much}] * 6
    appraisal["concessions"] = [{"text": much, "place": much}] * 6
    appraisal["claims"] = [{**claim, "claim": much, "bears": much} for claim in appraisal["claims"]]
    appraisal["trials"] = [{**row, "alone": alone} for row in TRIALS for alone in (True, False)]
    return {**made, "appraisal": appraisal, "study": {**made["study"], "title": much}}


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("study", ["short", "long", "leaflet"])
def test_two_sides_of_paper(browser: Any, tmp_path: Path, study: str, language: str) -> None:
    made = {"short": fixture.stages(), "long": long(fixture.stages()), "leaflet": fixture.leaflet()}[study]
    path = tmp_path / "club.html"
    path.write_text(sheet(tmp_path, made, language), encoding="utf-8")
    page = opened(browser, path.as_uri())
    page.pdf(path=str(tmp_path / "club.pdf"), prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", (tmp_path / "club.pdf").read_bytes())) == 2
    page.set_viewport_size({"width": 688, "height": 1020})  # what A4 leaves between its margins
    page.emulate_media(media="print")
    sides = page.evaluate("[...document.querySelectorAll('.side')].map(e => e.scrollHeight - e.clientHeight)")
    assert sides == [0, 0]

"""Do a person's own texts read in the page's language where a translation stands beside them, and are others marked?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from parsed import Page

from reread.__main__ import main
from reread.files.problem import Problem
from reread.files.texts import read_texts, retold, texts
from reread.report.foreign import marked
from reread.rivals.once import once
from reread.study.parts import Outcome
from reread.words import of_study

STUDY = """\
title: A course and a score
cause: the course
design: {kind: one-group pretest-posttest, control: none}
n: "{20} pupils took part"
outcomes:
  score:
    label: The score
    measure: ordinal score
    codes: {low: "{0} = low", high: "{1} = high"}
    before: {mean: "before {0.10} ± 0.31", sd: "before 0.10 ± {0.31}", count: {low: "low {17}", high: "high {3}"}}
    after: {mean: "after {0.90} ±", sd: "after 0.90 ± {0.31}", count: {low: "then low {4}", high: "then high {16}"}}
rests_on: [score.after.count.high]
"""
DOCUMENT = """\
In all, 20 pupils took part; 0 = low, 1 = high.

Scores rose: before 0.10 ± 0.31, after 0.90 ± 0.31. Groups: low 17, high 3; then low 4, then high 16.
"""
APPRAISAL = """\
ask: [The 20 pairs of scores.]
concessions: [{text: There was no control group., place: page 2}]
instruments: {threats: {drop-out: {answer: likely, because: four pupils moved away, place: page 3}}}
"""
TOLD = """\
A course and a score: Sebuah kursus dan skor
the course: kursus
The score: Skornya
low: rendah
high: tinggi
There was no control group.: Tidak ada kelompok kontrol.
four pupils moved away: empat siswa pindah
page 3: halaman 3
"""


def pages(root: Path, monkeypatch: pytest.MonkeyPatch, **files: str) -> dict[str, str]:
    """The page of a small study in each language."""
    folder = root / "studies" / "told"
    folder.mkdir(parents=True)
    written = {"study": STUDY, "appraisal": APPRAISAL, "texts_id": TOLD, **files}
    for name, text in written.items():
        if text:
            (folder / f"{name.replace('_', '.')}.yaml").write_text(text, encoding="utf-8")
    (folder / "transcript.md").write_text(DOCUMENT, encoding="utf-8")
    monkeypatch.chdir(root)
    for verb in ("extract", "check", "explain", "appraise"):
        assert main([verb, "studies/told", "--out", "results/told", "--language", "en", "id"]) == 0
    assert main(["report", "told", "--language", "en", "id"]) == 0
    places = {"en": root / "results", "id": root / "results" / "id"}
    return {language: (place / "told" / "report.html").read_text("utf-8") for language, place in places.items()}


def test_texts_read_in_the_language_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = pages(tmp_path, monkeypatch)
    english, indonesian = Page(made["en"]).text(), Page(made["id"]).text()
    for told in (
        "Sebuah kursus dan skor",
        "memisahkan kursus dari",
        "Tidak ada kelompok kontrol.",
        "empat siswa pindah",
    ):
        assert told in indonesian
        assert told not in english
    assert "tinggi: 3 → 16" in indonesian
    assert "high: 3 → 16" in english
    assert "Skornya" in indonesian


def test_what_is_not_translated_is_marked_with_its_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = pages(tmp_path, monkeypatch)
    assert '<span lang="en">The 20 pairs of scores.</span>' in made["id"]
    assert '<span lang="en">page 2</span>' in made["id"]
    assert '<span lang="en">There was' not in made["id"]
    assert "<span lang=" not in made["en"]
    left = json.loads((tmp_path / "results/id/told/appraisal.json").read_text("utf-8"))["untranslated"]
    assert left == ["page 2", "The 20 pairs of scores."]


def test_texts_may_be_written_in_another_language_than_the_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = STUDY.replace("A course and a score", "Kursus dan skor").replace("title:", "written_in: id\ntitle:")
    made = pages(tmp_path, monkeypatch, study=study, texts_id="")
    assert '<span lang="id">Kursus dan skor</span>' in made["en"]
    assert "<span lang=" not in made["id"]


def test_a_name_among_figures_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "texts.id.yaml").write_text(TOLD, "utf-8")
    say = of_study(tmp_path, "id")
    assert say.named("18 low, 2 high; lowest 0") == "18 rendah, 2 tinggi; lowest 0"
    assert of_study(tmp_path, "en").named("18 low") == "18 low"


def test_what_is_no_list_of_texts_says_where_and_what_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = pages(tmp_path, monkeypatch, texts_id=TOLD + "page 2: [halaman]\n")
    for page in made.values():
        assert "texts.id.yaml" in page
        assert "line 9" in page
    (tmp_path / "texts.id.yaml").write_text("- one\n", "utf-8")
    with pytest.raises(Problem, match="no list of texts"):
        read_texts(tmp_path, "id")


def test_names_stay_where_others_point_at_them() -> None:
    outcome = Outcome.model_validate({"label": "Score", "codes": {"low": "{0} = low"}})
    assert list(texts(outcome)) == ["Score", "low"]
    assert retold(outcome, str.upper) == Outcome.model_validate({"label": "SCORE", "codes": {"low": "{0} = low"}})


def test_nothing_is_marked_in_quotes_pictures_and_titles() -> None:
    page = '<title>low</title><q>low</q><svg><text>low</text></svg><p title="low">Low, lowest &amp; low’s</p>'
    told = '<p title="low"><span lang="en">Low</span>, lowest &amp; <span lang="en">low</span>’s</p>'
    assert marked(page, ["low"], "en").endswith(told)
    assert marked(page, ["low"], "en").count("span lang") == 2
    assert marked(page, [], "en") == page


def test_a_question_is_answered_once_whatever_holds_it() -> None:
    asked = []

    @once
    def answer(*given: object, **named: object) -> int:
        asked.append(given)
        return len(asked)

    one, other = (Outcome.model_validate({"label": "Score"}) for _ in range(2))
    assert answer({"a": [1.5, one]}) == answer({"a": [1.5, other]}) == 1
    assert answer({"a": [2.5, one]}) == 2
    assert answer(seed=1) != answer(seed=2)
    assert answer(bytearray(b"x")) != answer(bytearray(b"x"))  # what has no value is asked again

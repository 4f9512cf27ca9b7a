"""Does the letter ask what the page asks, courteously, in the words of the print, and show what was answered?"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import fixture
import pytest
from parsed import Page

from reread.documents import read
from reread.report.leaving import CLUB, LETTER, leave
from reread.report.letter import points
from reread.report.page import study_page
from reread.report.results import Results
from reread.words import load
from reread.words.reading import FOLDER

ACCUSING = re.compile(
    r"\b(suspicio\w*|fraud\w*|fabricat\w*|falsif\w*|manipulat\w*|mistake\w*|error|wrong\w*|incorrect\w*|impossible|fail\w*|"
    r"mencurigakan|curang\w*|penipuan|rekayasa|palsu\w*|kesalahan|keliru|mustahil|gagal)\b",
    re.IGNORECASE,
)


def written(results: Path, made: fixture.Made | None = None, language: str = "en") -> Path:
    """The folder of the invented study, with the letter that it leaves."""
    folder = fixture.write(results, made) / fixture.STUDY
    leave(folder, Results.read(results, fixture.STUDY), load(language), "0.1.0")
    return folder


def replied(made: fixture.Made) -> fixture.Made:
    """The study with an answer to its t and to its second question, and one about a number that agrees."""
    rows = [
        {"about": ["vigour.change.t"], "answer": "It should read 3.02.", "settles": "partly", "where": "",
         "findings": ["vigour.change.t/change_from_tables"], "questions": []},
        {"about": ["The 12 pairs"], "answer": "Here they are.", "settles": "not judged", "where": "https://example.org/x",
         "findings": [], "questions": [1]},
        {"about": ["n"], "answer": "There were 12.", "settles": "yes", "where": "", "findings": [], "questions": []},
    ]  # fmt: skip
    told = {
        "by": "A. Grower, 2032-01-01",
        "received": "a postcard",
        "recorded": "A Reader, 2032-01-02",
        "remark": "Thanks.",
    }
    return {**made, "appraisal": {**made["appraisal"], "reply": {**told, "answers": rows}}}


def test_each_point_has_its_words_arithmetic_and_question(tmp_path: Path) -> None:
    letter = (written(tmp_path) / "letter.md").read_text(encoding="utf-8")
    for printed in ("t = −5.10", "interval −0.81 to −0.36", "d = 1.47"):
        assert f". {printed}" in letter
    first = letter.partition("### 1.")[2].partition("### 2.")[0]
    assert "**-5.10**" in first  # in the words of its line
    assert "    mean change 7 / 12 = 0.583" in first
    assert "2.55 · 3.02 · 3.92" in first
    assert "?" in first
    assert letter.count("The 12 pairs of scores.") == 1
    assert "0.25 ± 0.45" not in letter  # not decided, and nothing rests on it


def test_word_and_markdown_say_the_same(tmp_path: Path) -> None:
    folder = written(tmp_path, replied(fixture.stages()))
    marks = re.compile(r"^(#+|>|-) |\*\*|^\*|\*$|\\\\(?=\W)|^    ", re.MULTILINE)
    plain = [" ".join(marks.sub("", line).split()) for line in (folder / "letter.md").read_text("utf-8").splitlines()]
    word = [" ".join(line.text.replace("¦", "|").split()) for line in read(folder / "letter.docx").lines]
    assert len(word) > 20
    squeezed = [re.sub(r"\W", "", line) for line in word]
    assert squeezed == [each for line in plain if (each := re.sub(r"\W", "", line))]


def test_the_same_letter_is_the_same_bytes(tmp_path: Path) -> None:
    first, second = (written(tmp_path / name) for name in ("a", "b"))
    for name in LETTER:
        assert (first / name).read_bytes() == (second / name).read_bytes()


@pytest.mark.parametrize("language", ["en", "id"])
def test_nobody_is_accused(tmp_path: Path, language: str) -> None:
    folder = written(tmp_path, replied(fixture.stages()), language)
    assert not ACCUSING.findall((folder / "letter.md").read_text(encoding="utf-8"))
    assert not ACCUSING.findall((FOLDER / language / "letter.yaml").read_text(encoding="utf-8"))


def test_a_study_at_second_hand_is_told_so(tmp_path: Path) -> None:
    made = fixture.stages()
    made["study"]["reported_by"] = "a gardening magazine"
    letter = (written(tmp_path, made) / "letter.md").read_text(encoding="utf-8")
    assert "reported by a gardening magazine. We have not seen the study itself" in letter


def nothing_to_ask(made: fixture.Made) -> fixture.Made:
    return {**made, "appraisal": {**made["appraisal"], "ask": []}}


@pytest.mark.parametrize(
    "made",
    [
        nothing_to_ask(fixture.agreeing()),
        {**fixture.stages(), "findings": fixture.failed("check")},
        {**fixture.stages(), "study": {**fixture.stages()["study"], "confirmed": False}},
    ],
    ids=["nothing to ask", "a stage failed", "nobody has confirmed it"],
)
def test_no_letter_and_an_old_one_is_removed(tmp_path: Path, made: fixture.Made) -> None:
    folder = written(tmp_path)
    for name, stage in made.items():
        (folder / f"{name}.json").write_text(json.dumps(stage), encoding="utf-8")
    assert leave(folder, Results.read(tmp_path, fixture.STUDY), load("en"), "0.1.0") in ([], [CLUB])
    assert not [name for name in LETTER if (folder / name).exists()]


def test_what_only_slips_or_is_odd_is_no_point_among_the_others(tmp_path: Path) -> None:
    kinds = {"vigour.change.t": "implausible", "vigour.change.d": "cosmetic"}

    def change(finding: dict[str, Any]) -> dict[str, Any]:
        return {"kind": kinds.get(finding["roles"][0], finding["kind"])}

    letter = (written(tmp_path, fixture.every_finding(change)) / "letter.md").read_text(encoding="utf-8")
    assert "t = −5.10" not in letter
    assert letter.index("interval") < letter.index("A slip in print") < letter.index(". d = 1.47")


def finding(printed: str, numbers: list[str], benign: list[str]) -> dict[str, Any]:
    return {"status": "inconsistent", "printed": printed, "about": numbers, "words": {"benign": benign}}


def test_one_matter_is_one_point() -> None:
    part, whole = finding("2 of 20", ["1"], ["x"]), finding("2 and 18 of 20", ["1", "2"], ["x"])
    other = finding("t = 1", ["1", "3"], ["y"])
    assert points([part, other, whole]) == [[whole], [other]]
    assert points([part, finding("2 and 18 of 20", ["1", "2"], ["y"])]) != [[whole]]


def test_answers_stand_beside_their_points(tmp_path: Path) -> None:
    made = replied(fixture.stages())
    letter = (written(tmp_path, made) / "letter.md").read_text(encoding="utf-8")
    first = letter.partition("### 1.")[2].partition("### 2.")[0]
    assert "It should read 3.02." in first
    assert "Here they are." in letter.partition("The 12 pairs of scores.")[2]
    page = Page(study_page(tmp_path, fixture.STUDY, load("en"), {**fixture.CONTEXT, "beside": list(LETTER)}))
    assert "the authors answer It should read 3.02." in page.text("#matters")
    assert page.text("#numbers").count("It should read 3.02.") == 1
    ask = page.text("main")
    assert "The 12 pairs of scores. the authors answer Here they are. https://example.org/x" in ask
    assert "n the authors answer There were 12." in ask
    assert "The authors answered three points (A. Grower, 2032-01-01, a postcard)" in ask
    assert "cannot agree" in page.text("#matters")  # an answer changes no finding
    links = [found["href"] for tag, found in page.elements if tag == "a" and "href" in found]
    assert [href for href in links if href in LETTER] == list(LETTER)

"""`reread validate` tells everything that is wrong with a study's files at once, and what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from reread.__main__ import main

DOCUMENT = "The t = 4.92 was found, p = .003, n = 80; again t = 5.10 in the others.\n"
STUDY = """title: A
design: {kind: not stated}
tests:
  a: {label: A, t: "t = {4.92}", p: "p = {.003}"}
rests_on: [tests.a.t]
"""


def folder(at: Path, name: str, study: str) -> Path:
    (at / name).mkdir()
    (at / name / "study.yaml").write_text(study, "utf-8")
    (at / name / "transcript.md").write_text(DOCUMENT, "utf-8")
    return at / name


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    code = main(["validate", *arguments])
    return code, capsys.readouterr().out.splitlines()


def test_everything_wrong_is_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = STUDY.replace("label", "lable").replace("{.003}", "{.3}").replace("not stated", "not-stated")
    folder(tmp_path, "wrong", wrong + "rivals: {natural_curse: {}}\n")
    folder(tmp_path, "right", STUDY)
    (tmp_path / "wrong" / "claims.yaml").write_text("clams: []\n", "utf-8")
    code, lines = said(capsys, "--studies", str(tmp_path))
    assert code == 1
    for part in ("lable", "“label”?", "“not-stated”", "“not stated”?", "natural_curse", "clams"):
        assert any(part in line for line in lines if line.startswith("✗")), part
    assert any(line.startswith("✓ right") for line in lines)
    assert lines[-1].startswith("✗ wrong: ")


def test_places_of_the_same_words_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = said(capsys, str(folder(tmp_path, "one", STUDY)))
    assert code == 0
    assert "  tests.a.t: the words of “t = {4.92}” also stand with 5.10 in line 1 of transcript.md" in lines


def test_a_study_by_its_name_and_one_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder(tmp_path, "one", STUDY)
    assert said(capsys, "one", "--studies", str(tmp_path))[0] == 0
    code, lines = said(capsys, "two", "--studies", str(tmp_path))
    assert (code, "no such folder" in lines[0]) == (1, True)


def test_what_rests_on_a_part_that_was_left_out_is_not_told_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = STUDY.replace('t: "t = {4.92}"', "t: 4.92")
    _, lines = said(capsys, str(folder(tmp_path, "one", wrong)))
    assert [line for line in lines if "rests_on." in line] == []
    assert "the number in braces" in lines[0]


REPLY = """by: Example Author, 2026-03-01
recorded: A Reader, 2026-03-02
answers:
  - {about: tests.a.t, answer: "It is 5.10.", settles: "yes"}
  - {about: [tests.a.p, The raw], answer: Here they are.}
"""


def test_an_answer_is_about_a_part_or_a_question(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = folder(tmp_path, "one", STUDY)
    (at / "appraisal.yaml").write_text("ask: [The raw data., The raw scores., The day.]\n", "utf-8")
    (at / "reply.yaml").write_text(REPLY.replace("The raw", "The raw d"), "utf-8")
    assert said(capsys, str(at))[0] == 0
    wrong = REPLY.replace("tests.a.t,", "tests.a.tt,").replace('"yes"', "maybe")
    (at / "reply.yaml").write_text(wrong, "utf-8")
    code, lines = said(capsys, str(at))
    assert code == 1
    assert "line 4, answers.0.settles: found “maybe”; write one of: yes, partly, no, not judged" in lines[0]
    (at / "reply.yaml").write_text(wrong.replace("maybe", '"yes"'), "utf-8")
    told = "\n".join(said(capsys, str(at))[1])
    assert "line 4, answers.0.about: found “tests.a.tt”; write “tests.a.t”?" in told
    assert "found “The raw”, which begins 2 questions; write more of its words" in told


def test_a_translation_of_a_text_that_is_no_more_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = folder(tmp_path, "one", STUDY.replace("title: A", "title: A course in reading"))
    (one / "texts.id.yaml").write_text("A course in readings: Kursus membaca\n", "utf-8")
    code, lines = said(capsys, str(one))
    assert code == 1
    assert "texts.id.yaml, line 1: found “A course in readings”" in lines[0]
    assert "“A course in reading”?" in lines[0]
    (one / "texts.id.yaml").write_text("A course in reading: Kursus membaca\n", "utf-8")
    (one / "texts.xx.yaml").write_text("", "utf-8")
    code, lines = said(capsys, str(one))
    assert "the language “xx”; write one of texts.en.yaml, texts.id.yaml" in lines[0]
    (one / "texts.xx.yaml").unlink()
    code, lines = said(capsys, str(one))
    assert code == 0
    assert "  texts.id.yaml: 2 of 4 texts are not translated, the first one “a”" in lines


def test_what_others_write_does_nothing_to_the_screen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder(tmp_path, "con\x1b[31m\u202eab", STUDY)
    code, lines = said(capsys, "--studies", str(tmp_path))
    assert code == 0
    assert all(line.isprintable() for line in lines)
    assert r"con\x1b[31m\u202eab" in lines[-1]


def test_what_cannot_be_read_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = folder(tmp_path, "torn", STUDY + "x: [\n")
    (place / "texts.id.yaml").write_text("A: B\nC: D\n", "utf-8")
    code, lines = said(capsys, "--studies", str(tmp_path))
    assert code == 1
    assert len(lines) == 2

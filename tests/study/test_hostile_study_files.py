"""A study file that would cost the others their run gets a message with its line, and no file is half written."""

from __future__ import annotations

import csv
import errno
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.__main__ import main
from reread.files.keyed import load
from reread.files.problem import Problem
from reread.files.results import as_it_was, harmless, write_json, write_whole
from reread.reading.study_folder import extract

CASES = Path(__file__).parents[1] / "papers" / "cases" / "machine" / "studies"
GOOD = (CASES / "formula" / "study.yaml").read_text(encoding="utf-8")
TITLE = "title: A small study\n"
REFUSED = {
    "an alias within itself": ("title: &a [*a]\n", "alias|in quotes"),
    "a merged key": ("x: &a {q: {r: 1}}\ny: {<<: *a}\nz: {<<: *a}\n", "an alias"),
    "a deep nest": ("x: " + "[" * 40 + "]" * 40 + "\n", "nested too deeply"),
    "a nest deeper than Python": ("x: " + "[" * 9000 + "]" * 9000 + "\n", "nested too deeply"),
    "a huge number": ("x: 0x" + "f" * 10_000 + "\n", "digits"),
    "a control character": ('title: "a\\0b\\e[2J"\n', r"the character \x00"),
    "a terminal's escape": ('title: "a\\e[2J"\n', r"the character \x1b"),
    "half a character in a key": ('"\\ud800": 1\n', r"the character \ud800"),
    "megabytes": ("#" * 3_000_000 + "\n", "bytes, more than"),
}


@pytest.mark.parametrize(("study", "said"), [
    ("laughs", "line 1: found an alias"), ("digits", "line 1: found a number of more digits"),
    ("surrogate", r"line 1: found the character \ud800"),
])  # fmt: skip
def test_the_cases_are_refused_with_file_and_line(study: str, said: str) -> None:
    with pytest.raises(Problem) as refused:
        extract(CASES / study)
    assert "study.yaml" in str(refused.value)
    assert said in str(refused.value)


@pytest.mark.parametrize("what", REFUSED)
def test_what_no_later_step_can_carry_is_refused(what: str, tmp_path: Path) -> None:
    text, said = REFUSED[what]
    path = tmp_path / "study.yaml"
    path.write_text(text + GOOD.replace(TITLE, "") if text.startswith("title") else text + GOOD, encoding="utf-8")
    (tmp_path / "transcript.md").write_bytes((CASES / "formula" / "transcript.md").read_bytes())
    with pytest.raises(Problem) as refused:
        extract(tmp_path)
    assert any(words in str(refused.value) for words in said.split("|"))
    assert "study.yaml" in str(refused.value)


def test_a_pipe_and_a_link_that_leaves_the_folder_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "study.yaml")
    with pytest.raises(Problem, match="a pipe"):
        load(tmp_path / "study.yaml")
    folder = tmp_path / "link"
    shutil.copytree(CASES / "formula", folder)
    (folder / "original.txt").symlink_to("/etc/passwd")
    with pytest.raises(Problem, match="a link that leads out"):
        extract(folder)


def test_a_formula_in_a_name_is_no_formula_in_the_ledger(tmp_path: Path) -> None:
    assert main(["extract", str(CASES / "formula"), "--out", str(tmp_path)]) == 0
    with (tmp_path / "numbers.csv").open(encoding="utf-8", newline="") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert any(cell.startswith("'=WEBSERVICE") for cell in cells)
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@") and len(cell) > 1 and not cell[1:2].isdigit()]
    for verb in ("check", "appraise"):
        assert main([verb, str(CASES / "formula"), "--out", str(tmp_path)]) == 0
    found = json.loads((tmp_path / "findings.json").read_text(encoding="utf-8"))
    assert found["ok"]


@given(st.text(alphabet="'=+-−@;\t\r0123456789.,% eE<a＝", max_size=8))
def test_a_cell_is_harmless_and_comes_back(cell: str) -> None:
    safe = harmless(cell)
    assert as_it_was(safe) == cell
    assert safe[:1] not in tuple("=@\t\r＝") or safe == "="
    assert safe.replace("'", "") == cell.replace("'", "")
    assert not re.search(r"[;\t]\s*[=@＝]", safe)
    if safe[:1] in ("+", "-"):  # a sign alone, or digits with what belongs to a number
        assert not set(safe[1:]) - set("0123456789., %eE+-")


@pytest.mark.parametrize(
    "number", ["-0.45", "+3", "-1.2e-5", "-45 %", "-1,234.5", "=", "3.25", "−2", "t = 2; -0.45 to 1.2"]
)
def test_numbers_stay_as_they_are(number: str) -> None:
    assert harmless(number) == number


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.html"
    write_whole(path, "the old page")

    def full(fd: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, "the new page")
    with pytest.raises(OSError, match="No space"):
        write_json(path, {"ok": True})
    assert path.read_text(encoding="utf-8") == "the old page"
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]


def test_a_draft_that_failed_leaves_nothing_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = tmp_path / "paper.html"
    paper.write_text("<p>In all, 12 took part; t(11) = 2.20, p = .050.</p>", encoding="utf-8")
    real = shutil.copyfile

    def full(source: Path, target: Path) -> object:
        if Path(target).name == "transcript.md" and Path(target).parent.name.startswith(".draft"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
        return real(source, target)

    studies = tmp_path / "studies"
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "copyfile", full)
        assert main(["draft", str(paper), "--studies", str(studies)]) == 1
    assert not list(studies.iterdir())
    assert main(["draft", str(paper), "--studies", str(studies)]) == 0
    assert (studies / "paper" / "study.yaml").is_file()


def test_whoever_has_read_enough_is_told_nothing(tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text("t(28) = 2.20, p = .036. " * 9000, encoding="utf-8")
    command = [sys.executable, "-m", "reread", "extract", str(paper)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""

"""A document that would eat memory or time, or that is no file, costs one line that says which limit. Nothing else."""

from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hostile_documents import DOCUMENTS, HTML

from reread.__main__ import main
from reread.documents import read
from reread.files.forked import FORKS, Work, side_by_side, within
from reread.files.limits import MEMORY
from reread.files.problem import Problem, screen

linux = pytest.mark.skipif(not FORKS, reason="limits of a process are Linux's")


# The most memory of the process that reads, of which a small one is told that has started it: what starts from a large
# process, as these tests are, is said to have had its memory.
APART = """
import resource, sys
from reread.__main__ import main
code = main(["read", "--json", sys.argv[1]])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
sys.exit(code)
"""


def read_apart(path: Path) -> tuple[int, str, int]:
    """Exit code and errors of a process that reads one file, and the most memory in bytes of those it starts."""
    done = subprocess.run([sys.executable, "-c", APART, str(path)], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr, int(done.stdout.split()[-1])


@linux
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_hostile_document_is_read_or_refused_within_the_limits(name: str, tmp_path: Path) -> None:
    write, told = DOCUMENTS[name]
    write(tmp_path / name)
    code, said, memory = read_apart(tmp_path / name)
    assert memory < 1_000_000_000
    if told:
        assert code == 1
        assert said.count("\n") == 1
        assert name in said
        assert any(words in said for words in told.split("|")), said
        assert "Traceback" not in said
    else:
        assert code == 0


@linux
def test_the_other_papers_of_one_call_get_their_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bomb.html").write_text(HTML, encoding="utf-8")
    (tmp_path / "fine.txt").write_text("It rose, t(28) = 2.20, p = .036.", encoding="utf-8")
    assert main(["read", str(tmp_path / "bomb.html"), str(tmp_path / "fine.txt")]) == 1
    assert "cells" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bomb.html", "fine.reread.html", "fine.txt"]


@linux
def test_memory_time_and_a_library_that_breaks_off_are_told_apart() -> None:
    def eat() -> int:
        return len(bytearray(200_000_000))

    def turn() -> None:
        while True:
            pass

    def break_off() -> None:
        faulthandler.disable()  # which would say at length what is meant to happen
        os.abort()

    def turn_a_deaf_ear() -> None:
        signal.signal(signal.SIGXCPU, signal.SIG_IGN)
        turn()

    for work, said in (
        (turn_a_deaf_ear, "more than 1 seconds of work"),
        (eat, "more than 100 MB of memory"),
        (turn, "more than 1 seconds of work"),
        (break_off, "SIGABRT"),
    ):
        with pytest.raises(Problem) as refused:
            within("a.pdf", work, seconds=1, memory=100_000_000)  # type: ignore[arg-type]
        assert said in str(refused.value)
    assert within("a.pdf", lambda: "whole", seconds=1, memory=MEMORY) == "whole"


@linux
def test_of_several_in_one_process_each_gets_its_own_answer() -> None:
    here = os.getpid()
    left: list[str] = []

    def spoil() -> int:
        left.append("spoilt")
        return os.getpid()

    def abort_where_spoilt() -> int:
        faulthandler.disable()
        if left:
            os.abort()
        return os.getpid()

    def abort() -> int:
        faulthandler.disable()
        os.abort()

    def leave() -> int:
        os._exit(0)

    def grow() -> int:
        left.append("x" * 100_000_000)
        return os.getpid()

    asked = {
        "first": os.getpid, "spoils": spoil, "spoilt": abort_where_spoilt, "aborts": abort, "after": os.getpid,
        "raises": lambda: {}["x"], "leaves": leave, "grows": grow, "last": os.getpid,
    }  # fmt: skip
    said = list(side_by_side(asked.items(), 2, 4))
    assert sorted(name for name, _ in said) == sorted(asked)
    answers = {name: str(value) for name, value in said}
    assert answers["first"] == answers["spoils"] != str(here)
    assert "SIGABRT" in answers["aborts"]
    assert "KeyError" in answers["raises"]
    assert "breaks off (code 0)" in answers["leaves"]
    whole = {"first", "spoils", "spoilt", "after", "grows", "last"}
    assert all(answers[name].isdecimal() for name in whole)
    assert answers["spoilt"] != answers["spoils"]
    assert answers["last"] != answers["grows"], "what one document leaves in memory is not the next one's"


@linux
def test_time_is_counted_for_each_of_several_by_itself() -> None:
    def work() -> str:
        until = time.process_time() + 0.7
        while time.process_time() < until:
            pass
        return "whole"

    begun, said = Work([(name, work) for name in "abc"], seconds=1), []
    while begun.running:
        said += begun.hears()
    assert said == [("a", "whole"), ("b", "whole"), ("c", "whole")]


@linux
def test_an_unexpected_error_is_told_as_a_fault_of_the_program() -> None:
    with pytest.raises(Problem) as refused:
        within("a.txt", lambda: {}["x"])
    told = str(refused.value)
    assert told.startswith("a.txt: found a fault of this program (KeyError: 'x'")
    assert "to the program's makers" in told
    assert "KeyError" in refused.value.record("extract")["problem"]["log"]


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "null.txt").symlink_to("/dev/null")
    for name, said in (("pipe.txt", "a pipe"), ("null.txt", "a device")):
        with pytest.raises(Problem, match=said):
            read(tmp_path / name)


def test_names_that_would_move_the_cursor_are_shown_written_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evil = "a\x1b[2J\u202egpj.txt"
    (tmp_path / evil).write_text("It rose, t(28) = 2.20, p = .036.", encoding="utf-8")
    raw = os.fsdecode(b"b\xff.txt")
    (tmp_path / raw).write_text("It rose, t(28) = 2.20, p = .036.", encoding="utf-8")
    assert main(["read", str(tmp_path / evil), str(tmp_path / raw), str(tmp_path / f"{evil}.none")]) == 1
    shown = "".join(capsys.readouterr())
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert screen(evil) in shown
    pages = [path.read_bytes() for path in tmp_path.glob("*.reread.html")]
    assert len(pages) == 2
    for page in pages:
        assert "\u202e".encode() not in page
        assert b"\x1b" not in page


@linux
def test_a_document_read_here_leaves_later_ones_their_own_process(repo: Path) -> None:
    """The second reader of PDFs keeps threads, for which a later fork would wait without end."""
    path = repo / "tests" / "papers" / "cases" / "reading" / "math_letters.pdf"
    first = len(read(path).lines)
    assert within(str(path), lambda: len(read(path).lines), seconds=10) == first

"""Does a job of a warm run do what it would do by itself, and is nothing left of it?"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from reread.files import WARM

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="forks are taken on Linux only")
PAPER = "In one group the score rose, t(28) = 2.20, p = .001.\n"
COMMAND = [sys.executable, "-m", "reread"]


@dataclass(frozen=True)
class Server:
    """A `reread warm`, as the Snakefile starts it."""

    process: subprocess.Popen[bytes]
    place: Path

    def end(self) -> int:
        """What happens when Snakemake ends."""
        assert self.process.stdin
        self.process.stdin.close()
        return self.process.wait(60)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One for all tests but those that end it."""
    started = start()
    yield started
    if started.process.poll() is None:
        started.end()


def start() -> Server:
    place = Path(tempfile.mkdtemp(prefix="reread-"), "warm")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(place))
        listening.listen()
        fd = listening.fileno()
        return Server(subprocess.Popen([*COMMAND, "warm", str(fd)], stdin=subprocess.PIPE, pass_fds=[fd]), place)


def asked(folder: Path, *given: str, place: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    """A call in a folder, by a warm process or by itself."""
    environment = {**os.environ, **more, **({WARM: str(place)} if place else {})}
    return subprocess.run([*COMMAND, *given], cwd=folder, env=environment, capture_output=True, text=True, timeout=120)


def answers(done: subprocess.CompletedProcess[str]) -> tuple[int, str, str]:
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    "given",
    [
        ("read", "paper.txt"),
        ("paper.txt", "--language", "id"),
        ("extract", "paper.txt"),
        ("read", "none.txt"),
        ("outcome", "nothing"),
        ("check",),
        ("--help",),
        ("extract", "--help"),
        ("read", "paper.txt", "--language", "tlh"),
    ],
    ids=" ".join,
)
def test_the_same_words_the_same_files_the_same_exit_code(
    given: tuple[str, ...], server: Server, tmp_path: Path
) -> None:
    folders = [tmp_path / "warm", tmp_path / "alone"]
    for folder in folders:
        folder.mkdir()
        (folder / "paper.txt").write_text(PAPER, encoding="utf-8")
    warm, alone = asked(folders[0], *given, place=server.place), asked(folders[1], *given)
    assert answers(warm) == answers(alone)
    files = [{p.relative_to(f): p.read_bytes() for p in f.rglob("*") if p.is_file()} for f in folders]
    assert files[0] == files[1]


def test_a_job_is_done_by_the_warm_process(server: Server, tmp_path: Path) -> None:
    """A package that hides the verb from a process of its own is not seen by one that has imported it already."""
    (tmp_path / "reread").mkdir()
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf-8")
    asked(tmp_path, "read", "paper.txt", place=server.place)
    hidden = tmp_path / "sitecustomize.py"
    hidden.write_text("import sys\nsys.modules['reread.verbs.read'] = None\n", encoding="utf-8")
    assert asked(tmp_path, "read", "paper.txt", PYTHONPATH=str(tmp_path)).returncode == 1
    assert asked(tmp_path, "read", "paper.txt", place=server.place, PYTHONPATH=str(tmp_path)).returncode == 0


def test_jobs_know_nothing_of_each_other(server: Server, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "paper.txt").write_text(PAPER, encoding="utf-8")
        done = asked(tmp_path / name, "read", "paper.txt", place=server.place)
        assert done.stdout.endswith("Page: paper.reread.html\n")
        assert (tmp_path / name / "paper.reread.html").is_file()


def until(true: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    return true()


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()]


def test_a_job_whose_caller_is_gone_ends(server: Server, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "paper.txt")  # nobody ever writes into it
    caller = subprocess.Popen(
        [*COMMAND, "read", "paper.txt"], cwd=tmp_path, env={**os.environ, WARM: str(server.place)}
    )
    assert until(lambda: bool(children(server.process.pid)))
    caller.send_signal(signal.SIGKILL)
    caller.wait()
    assert until(lambda: not children(server.process.pid))


def test_it_ends_with_the_run_and_leaves_nothing(tmp_path: Path) -> None:
    server = start()
    os.mkfifo(tmp_path / "paper.txt")
    caller = subprocess.Popen(
        [*COMMAND, "read", "paper.txt"], cwd=tmp_path, env={**os.environ, WARM: str(server.place)}
    )
    assert until(lambda: bool(children(server.process.pid)))
    assert server.end() == 0
    assert caller.wait(60) == 1
    assert not server.place.parent.exists()
    (tmp_path / "other.txt").write_text(PAPER, encoding="utf-8")
    assert asked(tmp_path, "read", "other.txt", place=server.place).returncode == 0  # by itself

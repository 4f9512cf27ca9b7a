"""A run that was killed goes on by the same command; one that is alive is left alone; and any path will do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import small
from runs import Program

pytestmark = pytest.mark.pipeline
WAITS = """\
import pathlib, time
pathlib.Path("waiting").touch()
for _ in range(600):
    if pathlib.Path("go").exists():
        break
    time.sleep(0.1)
"""
ODD = "it's my “folder” {x} $HOME"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A working folder with one study and a notebook that waits until it may go on."""
    folder = tmp_path / ODD
    small.study(folder / "studies" / "pots")
    small.notebook(folder / "notebooks", "rivals", WAITS)
    return folder


def started(program: Program, place: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "snakemake", "--snakefile", str(program.folder / "Snakefile")]
    with (place / "screen").open("wb") as screen:
        run = subprocess.Popen(
            [*command, "--directory", str(place), "--cores", "2"], cwd=place, env=program.surroundings(),
            stdin=subprocess.DEVNULL, stdout=screen, stderr=screen, start_new_session=True,
        )  # fmt: skip
    for _ in range(1200):
        if (place / "waiting").is_file() or run.poll() is not None:
            break
        time.sleep(0.1)
    return run


@pytest.mark.parametrize("alone", [True, False])
def test_after_a_kill_the_same_command_goes_on(program: Program, place: Path, alone: bool) -> None:
    run = started(program, place)
    (os.kill if alone else os.killpg)(run.pid, signal.SIGKILL)
    run.wait()
    assert list((place / ".snakemake" / "locks").iterdir())
    done = (place / "results" / "pots" / "findings.json").stat().st_mtime_ns
    (place / "results" / "pots" / ".1.part").touch()
    (place / "go").touch()
    again = program.run(place)
    assert again.code == 0, again.screen
    assert "Open results/index.html" in again.last
    assert (place / "results" / "pots" / "findings.json").stat().st_mtime_ns == done
    assert not list((place / "results").rglob(".*.part"))


def test_a_run_that_lives_is_left_alone(program: Program, place: Path) -> None:
    run = started(program, place)
    other = program.run(place)
    assert other.code != 0
    assert f"Another run (process {run.pid}) is at work in this folder" in other.screen
    assert program.run(place, "--dry-run").code == 0
    (place / "go").touch()
    assert run.wait(300) == 0, (place / "screen").read_text(encoding="utf-8")


def test_an_environment_in_any_path_and_odd_names_stop_nobody(program: Program, place: Path, tmp_path: Path) -> None:
    (place / "go").touch()
    (tmp_path / "it's an environment").symlink_to(Path(sys.prefix))
    for name in (b"notes{a}.txt", b"bad\xff.txt", b"new\nline.txt", "\u202eturned.txt".encode()):
        Path(os.fsdecode(os.fsencode(place / "studies" / "pots") + b"/" + name)).write_text("x", encoding="utf-8")
    (place / "studies" / "{bad} name").mkdir()
    ran = program.run(place, interpreter=str(tmp_path / "it's an environment" / "bin" / "python"))
    assert "studies/{bad} name" in ran.screen
    assert ran.json("findings", "pots")["ok"]
    assert (ran.results / "index.html").is_file()

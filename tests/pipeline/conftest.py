"""The program in a copy, and one full run of it, shared by all tests that only read."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from runs import BOTH, Program, Ran, copy_parts


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], object]], Path]:
    """Make a folder of a name once for all workers of pytest-xdist; the others wait for it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def made(name: str, make: Callable[[Path], object]) -> Path:
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (shared / f"{name}.done").exists():
                make(shared / name)
                (shared / f"{name}.done").touch()
        return shared / name

    return made


@pytest.fixture(scope="session")
def program(repo: Path, once: Callable[..., Path]) -> Program:
    """A copy of the program that no test edits."""
    return Program(once("program", lambda folder: Program.copied(repo, folder)))


@pytest.fixture(scope="session")
def full(program: Program, once: Callable[..., Path]) -> Ran:
    """One run of a delivered study, from the transcript alone. Read it, or copy it (`runs.again`)."""

    return _ran(once, "full", lambda place: program.run(copy_parts(program.folder, place)))


@pytest.fixture(scope="session")
def both(program: Program, once: Callable[..., Path]) -> Ran:
    """One run of every delivered study, in both languages."""
    parts = ("studies", "notebooks", "evidence")
    return _ran(once, "both", lambda place: program.run(copy_parts(program.folder, place, parts), *BOTH))


def _ran(once: Callable[..., Path], name: str, run: Callable[[Path], Ran]) -> Ran:
    """A run that all workers share, with its exit code and screen."""

    def make(place: Path) -> None:
        ran = run(place)
        place.with_suffix(".json").write_text(json.dumps([ran.code, ran.screen]), encoding="utf-8")

    place = once(name, make)
    return Ran(place, *json.loads(place.with_suffix(".json").read_text(encoding="utf-8")))

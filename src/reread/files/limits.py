"""How much may one document take, and which files are looked at, at all? What enforces it is in `forked.py`."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reread.files.problem import Problem, fault

SECONDS = 50  # of computing
WAITING = 600  # seconds by the clock, for work that sleeps
MEMORY = 700_000_000  # bytes above what the program itself holds, which is 100 to 250 MB
SMALLER = "the paper alone, without appendices, data and large drawings, or its text as .txt"
T = TypeVar("T")


def refuse_special(path: Path, inside: Path | None = None) -> None:
    """Refuse what is no plain file (a device, a pipe), and a link that leads out of the folder `inside`.

    Raises Problem. A path that is not there is left to whoever opens it.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        kind = "a pipe" if stat.S_ISFIFO(mode) else "a socket" if stat.S_ISSOCK(mode) else "a device"
        raise Problem(str(path), "", f"{kind}, which is no file", "the name of a file")
    if inside is not None and path.is_symlink() and not path.resolve().is_relative_to(inside.resolve()):
        raise Problem(str(path), "", "a link that leads out of its folder", "the file itself in the folder")


def guarded(file: str, work: Callable[[], T], memory: str = "more than the memory of this machine") -> T:
    """What `work` gives, in this process. Raises Problem, whatever the work raises."""
    try:
        return work()
    except Problem:
        raise
    except MemoryError as error:
        raise Problem(file, "", memory, SMALLER) from error
    except Exception as error:
        raise fault(file, error) from error


def too_much(memory: int) -> str:
    """What is said of a document that needs more memory than it may take."""
    return f"more than {memory // 1_000_000} MB of memory needed, the most that one document may take"

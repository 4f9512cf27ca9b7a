"""How much time and memory may one document take, and which files are looked at, at all?

The work on a document runs in a process of its own, which the system ends at a limit whatever library was at work: no
file can take the program, or the machine, with it. That needs `fork` and Linux's count of a process's own memory;
elsewhere the work runs in this process, with the limits that the readers of the formats keep by themselves.

>>> within("a.txt", lambda: 6 * 7)
42
"""

from __future__ import annotations

import contextlib
import os
import pickle
import select
import signal
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Generic, TypeVar

from reread.files.problem import Problem, fault

SECONDS = 50  # of computing
WAITING = 600  # seconds by the clock, for work that sleeps
MEMORY = 700_000_000  # bytes above what the program itself holds, which is 100 to 250 MB
SMALLER = "the paper alone, without appendices, data and large drawings, or its text as .txt"
FORKS = sys.platform.startswith("linux")
DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG
T = TypeVar("T")
_OWN: list[bool] = []  # in a process that was made for one document: not empty


def within(file: str, work: Callable[[], T], seconds: int = SECONDS, memory: int = MEMORY) -> T:
    """What `work` gives, done within the limits. Raises Problem: the work's own, a limit, or a fault of the program."""
    return Work(file, work, seconds, memory).wait() if FORKS else guarded(file, work)


def apart(file: str, work: Callable[[], T]) -> T:
    """What `work` gives, where its library begins threads: never in a process from which another may be forked.

    A fork lacks the threads of its parent, and would wait for them without end. In a process made for one document the
    work runs there; elsewhere one is made for it. Raises Problem.
    """
    return guarded(file, work) if _OWN else within(file, work)


def side_by_side(asked: Iterable[tuple[str, Callable[[], T]]], at_once: int) -> Iterator[tuple[str, T | Problem]]:
    """Each file with what its work gives, or the problem, as they end; so many at a time."""
    waiting, running = iter(asked), dict[int, Work[T]]()
    while True:
        while len(running) < at_once and (one := next(waiting, None)):
            if FORKS:
                begun = Work(*one)
                running[begun.answer] = begun
            else:
                yield one[0], caught(one[0], one[1])
        if not running:
            return
        ready, _, _ = select.select(list(running), [], [], max(0.0, min(w.until for w in running.values()) - _now()))
        for answer, begun in list(running.items()):
            if (answer in ready and begun.hears()) or begun.until < _now():
                del running[answer]
                yield begun.file, caught(begun.file, begun.wait)


def caught(file: str, work: Callable[[], T]) -> T | Problem:
    """What `work` gives in this process, or its problem."""
    try:
        return guarded(file, work)
    except Problem as problem:
        return problem


class Work(Generic[T]):
    """One document's work in a process of its own; `answer` is where it will say what it found."""

    def __init__(self, file: str, work: Callable[[], T], seconds: int = SECONDS, memory: int = MEMORY) -> None:
        self.file, self.seconds, self.memory = file, seconds, memory
        self.until, self.ended = _now() + WAITING, False
        self.parts: list[bytes] = []
        _flush()
        self.answer, told = os.pipe()
        self.child = os.fork()
        if not self.child:
            os.close(self.answer)
            _become(told, file, work, seconds, memory)
        os.close(told)

    def hears(self) -> bool:
        """Take what it says now; true where that was all."""
        part = os.read(self.answer, 1 << 20)
        self.parts.append(part)
        self.ended = not part
        return self.ended

    def wait(self) -> T:
        """What it found. Raises Problem."""
        try:
            while not self.ended and select.select([self.answer], [], [], max(0.0, self.until - _now()))[0]:
                self.hears()
        finally:
            os.close(self.answer)
            if not _gone(self.child):
                os.kill(self.child, signal.SIGKILL)
            code, used = _reaped(self.child)
        if self.ended and (said := b"".join(self.parts)):
            kind, value = pickle.loads(said)  # nosec - by our own child, through a pipe of our own
            if kind == "done":
                return value  # type: ignore[no-any-return]
            raise Problem.of([Problem(*each) for each in value])
        raise _limit(self.file, code, used, self.ended, self.seconds, self.memory)


def _now() -> float:
    return time.monotonic()


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


def _become(told: int, file: str, work: Callable[[], Any], seconds: int, memory: int) -> None:
    """In the child: the work under the limits, its answer through the pipe, and no way back."""
    import resource

    code = 1
    _OWN.append(True)
    try:
        _die_with_parent()
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 2))
        _limit_to(resource.RLIMIT_DATA, _held(5) + memory)
        try:
            said = pickle.dumps(("done", guarded(file, work, _too_much(memory))))
        except Problem as problem:
            every = [(each.file, each.place, each.found, each.write, (), each.log) for each in problem.every]
            said = pickle.dumps(("problem", every))
        except MemoryError:
            said = pickle.dumps(("problem", [(file, "", _too_much(memory), SMALLER)]))
        _flush()
        with open(told, "wb") as stream:
            stream.write(said)
        code = 0
    except BaseException:
        code = 1
    finally:
        os._exit(code)


def _limit_to(which: int, soft: int) -> None:
    import resource

    hard = resource.getrlimit(which)[1]
    soft = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
    resource.setrlimit(which, (soft, hard))


def _held(column: int) -> int:
    """Bytes that this process holds now: in memory (1), or of its own data (5), as Linux counts them."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(pages[column]) * os.sysconf("SC_PAGE_SIZE")


def _die_with_parent() -> None:
    import ctypes

    ctypes.CDLL(None).prctl(DIES_WITH_PARENT, signal.SIGKILL)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()


def _gone(child: int) -> bool:
    """Has the child ended by itself, or is about to, its pipe being closed?"""
    for _ in range(100):
        if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return True
        time.sleep(0.01)
    return False


def _reaped(child: int) -> tuple[int, Any]:
    _, status, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), used


def _limit(file: str, code: int, used: Any, ended: bool, seconds: int, memory: int) -> Problem:
    """Which limit a child met that could not say it itself."""
    worked = used.ru_utime + used.ru_stime
    if code in (-signal.SIGXCPU, -signal.SIGKILL) and worked > seconds - 2:
        return Problem(file, "", f"more than {seconds} seconds of work, the most that one document may take", SMALLER)
    if not ended:
        return Problem(file, "", f"no end after {WAITING // 60} minutes", SMALLER)
    if used.ru_maxrss * 1024 - _held(1) > memory // 2:  # a fork begins with what its parent has
        return Problem(file, "", _too_much(memory), SMALLER)
    name = signal.Signals(-code).name if code < 0 else f"code {code}"
    return Problem(file, "", f"a file at which the library that reads it breaks off ({name})", "the file saved anew")


def _too_much(memory: int) -> str:
    return f"more than {memory // 1_000_000} MB of memory needed, the most that one document may take"

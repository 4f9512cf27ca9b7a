"""How is the work on a document kept within its limits, and apart from every other?

It runs in a process beside this one, which the system ends at a limit whatever library was at work: no file can take
the program, or the machine, with it. Several documents may follow each other in one such process, because to make it
costs as much as to read a short paper; each has its own limits, and at one that breaks a limit the process ends and the
others go on in the next. That needs `fork` and Linux's count of a process's own memory; elsewhere the work runs in this
process, with the limits that the readers of the formats keep by themselves.

>>> within("a.txt", lambda: 6 * 7)
42
"""

from __future__ import annotations

import contextlib
import math
import os
import pickle
import select
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Generic, TypeVar

from reread.files.limits import MEMORY, SECONDS, SMALLER, WAITING, guarded, too_much
from reread.files.problem import Problem

FORKS = sys.platform.startswith("linux")
DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG
DATA, RESIDENT = 5, 1  # columns of /proc/self/statm
MORE = 75  # the code of a process that leaves the rest to the next one
FRAME = 8  # bytes that say how long an answer is
T = TypeVar("T")
_OWN: list[bool] = []  # in a process that was made for documents: not empty


def within(file: str, work: Callable[[], T], seconds: int = SECONDS, memory: int = MEMORY) -> T:
    """What `work` gives, done within the limits. Raises Problem: the work's own, a limit, or a fault of the program."""
    if not FORKS:
        return guarded(file, work)
    begun, answers = Work([(file, work)], seconds, memory), list[tuple[str, T | Problem]]()
    while begun.running:
        select.select([begun.answer], [], [], begun.time_left)
        answers += begun.hears()
    [(_, said)] = answers
    if isinstance(said, Problem):
        raise said
    return said


def apart(file: str, work: Callable[[], T]) -> T:
    """What `work` gives, where its library begins threads: never in a process from which another may be forked.

    A fork lacks the threads of its parent, and would wait for them without end. In a process made for documents the
    work runs there; elsewhere one is made for it. Raises Problem.
    """
    return guarded(file, work) if _OWN else within(file, work)


def side_by_side(
    asked: Iterable[tuple[str, Callable[[], T]]], at_once: int, in_turn: int = 1
) -> Iterator[tuple[str, T | Problem]]:
    """Each file with what its work gives, or the problem, as they end; so many processes of so many documents."""
    if not FORKS:
        yield from ((file, caught(file, work)) for file, work in asked)
        return
    waiting, left, running = iter(asked), deque[list[tuple[str, Callable[[], T]]]](), dict[int, Work[T]]()
    while True:
        while len(running) < at_once and (some := left.popleft() if left else list(islice(waiting, in_turn))):
            begun = Work(some)
            running[begun.answer] = begun
        if not running:
            return
        ready, _, _ = select.select(list(running), [], [], min(work.time_left for work in running.values()))
        for answer, begun in list(running.items()):
            if answer in ready or not begun.time_left:
                yield from begun.hears()
            if not begun.running:
                del running[answer]
                if begun.asked:
                    left.append(list(begun.asked))


def caught(file: str, work: Callable[[], T]) -> T | Problem:
    """What `work` gives in this process, or its problem."""
    try:
        return guarded(file, work)
    except Problem as problem:
        return problem


class Work(Generic[T]):
    """The work on documents, one after the other, in a process of its own; `answer` is where it says what it found."""

    def __init__(
        self, asked: Sequence[tuple[str, Callable[[], T]]], seconds: int = SECONDS, memory: int = MEMORY
    ) -> None:
        self.asked, self.all = deque(asked), len(asked)  # those that it has not answered yet
        self.seconds, self.memory = seconds, memory
        self.until, self.running = time.monotonic() + WAITING, True
        self.said = bytearray()
        _flush()
        self.answer, told = os.pipe()
        self.child = os.fork()
        if not self.child:
            os.close(self.answer)
            _become(told, asked, seconds, memory)
        os.close(told)

    @property
    def time_left(self) -> float:
        """Seconds by the clock that the document may still take, at least 0."""
        return max(0.0, self.until - time.monotonic())

    def hears(self) -> Iterator[tuple[str, T | Problem]]:
        """What it says now; where it ends within a document, which limit that met."""
        part = os.read(self.answer, 1 << 20) if self.time_left else b""
        self.said += part
        while len(self.said) >= FRAME and len(self.said) >= (end := FRAME + int.from_bytes(self.said[:FRAME])):
            kind, value = pickle.loads(self.said[FRAME:end])  # nosec - by our own child, through a pipe of our own
            del self.said[:end]
            self.until = time.monotonic() + WAITING
            yield self.asked.popleft()[0], value if kind == "done" else Problem.of([Problem(*each) for each in value])
        if not part:
            yield from self._ends()

    def _ends(self) -> Iterator[tuple[str, Problem]]:
        in_time, self.running = self.time_left > 0, False
        os.close(self.answer)
        if not _gone(self.child):
            os.kill(self.child, signal.SIGKILL)
        _, status, used = os.wait4(self.child, 0)
        code, first = os.waitstatus_to_exitcode(status), len(self.asked) == self.all
        spoilt = in_time and not first and code != -signal.SIGXCPU  # perhaps by one before it: asked again
        if self.asked and (first or not (spoilt or code == MORE)):
            file = self.asked.popleft()[0]
            yield file, _limit(file, code, used, in_time, self.seconds, self.memory)


def _become(told: int, asked: Sequence[tuple[str, Callable[[], Any]]], seconds: int, memory: int) -> None:
    """In the child: the work under the limits, each answer through the pipe, and no way back."""
    import resource

    code = 1
    _OWN.append(True)
    try:
        _die_with_parent()
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        began = _held(DATA)
        for left, (file, work) in zip(range(len(asked) - 1, -1, -1), asked, strict=True):
            most = math.ceil(time.process_time()) + seconds
            # what ends a library that will not hear of the limit cannot be raised again: only for the last one
            _limit_to(resource.RLIMIT_CPU, most, None if left else most + 2)
            _limit_to(resource.RLIMIT_DATA, _held(DATA) + memory)
            kind, said = _done(file, work, memory)
            _flush()
            _tell(told, said)
            if kind != "done" or _held(DATA) > began + memory // 10:
                code = MORE
                break
        else:
            code = 0
    except BaseException:
        code = 1
    finally:
        os._exit(code)


def _done(file: str, work: Callable[[], Any], memory: int) -> tuple[str, bytes]:
    try:
        return "done", pickle.dumps(("done", guarded(file, work, too_much(memory))))
    except Problem as problem:
        every = [(each.file, each.place, each.found, each.write, (), each.log) for each in problem.every]
    except MemoryError:
        every = [(file, "", too_much(memory), SMALLER, (), "")]
    return "problem", pickle.dumps(("problem", every))


def _tell(told: int, said: bytes) -> None:
    with open(told, "wb", closefd=False) as stream:
        stream.write(len(said).to_bytes(FRAME) + said)


def _limit_to(which: int, soft: int, hard: int | None = None) -> None:
    """The limit at which the system tells, and the one at which it kills: that which is there, or a lower one."""
    import resource

    there = resource.getrlimit(which)[1]
    most = there if hard is None else hard if there == resource.RLIM_INFINITY else min(hard, there)
    resource.setrlimit(which, (soft if most == resource.RLIM_INFINITY else min(soft, most), most))


def _held(column: int) -> int:
    """Bytes that this process holds now, in memory or of its own data, as Linux counts them."""
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


def _limit(file: str, code: int, used: Any, ended: bool, seconds: int, memory: int) -> Problem:
    """Which limit a child met that could not say it itself."""
    worked = used.ru_utime + used.ru_stime
    if code in (-signal.SIGXCPU, -signal.SIGKILL) and worked > seconds - 2:
        return Problem(file, "", f"more than {seconds} seconds of work, the most that one document may take", SMALLER)
    if not ended:
        return Problem(file, "", f"no end after {WAITING // 60} minutes", SMALLER)
    if used.ru_maxrss * 1024 - _held(RESIDENT) > memory // 2:  # a fork begins with what its parent has
        return Problem(file, "", too_much(memory), SMALLER)
    name = signal.Signals(-code).name if code < 0 else f"code {code}"
    return Problem(file, "", f"a file at which the library that reads it breaks off ({name})", "the file saved anew")

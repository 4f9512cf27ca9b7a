"""How is what was timed told: one table for all parts, and a word on what became slower?

Each row stands beside another of the same run (`beside`): the ratio is what may be compared between machines and
versions, the seconds are not. `bench/landed.csv` keeps the ratio of each row as it landed last.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

LANDED = Path(__file__).with_name("landed.csv")
LAUNCHER = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print()
print(used.ru_utime + used.ru_stime, used.ru_maxrss, end="")
sys.exit(code)
"""
SLOWER = 1.25  # times the last ratio: more is told


@dataclass(frozen=True)
class Row:
    """What was timed: seconds of each run, the most memory in MB (0: not measured), and the row it stands beside."""

    part: str
    what: str
    seconds: tuple[float, ...]
    beside: str = ""
    memory: float = 0

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.seconds)


def ran(command: Sequence[str | Path], **more: Any) -> tuple[float, float]:
    """Seconds of the processor and MB of a command and all that it started; one that fails is no time."""
    return launched(command, **more)[1:]


def launched(command: Sequence[str | Path], **more: Any) -> tuple[str, float, float]:
    """The same, and what it printed. A small process starts it: a child's memory counts that of its parent, too."""
    told = [sys.executable, "-S", "-c", LAUNCHER, *map(str, command)]
    answer = subprocess.run(told, stdin=subprocess.DEVNULL, capture_output=True, text=True, **more)
    *printed, figures = answer.stdout.split("\n")
    if answer.returncode:
        sys.exit(f"this run failed, so there is nothing to time: {command}\n{answer.stderr[-2000:]}")
    seconds, memory = map(float, figures.split())
    return "\n".join(printed), seconds, memory / (1_000_000 if sys.platform == "darwin" else 1000)


def in_turn(ways: dict[str, Callable[[], float]], repeat: int) -> dict[str, tuple[float, ...]]:
    """Seconds of each way, one after the other, so that a busy minute falls on all."""
    found: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(repeat):
        for name, run in ways.items():
            found[name].append(run())
    return {name: tuple(seconds) for name, seconds in found.items()}


def clocked(run: Callable[[], object]) -> float:
    """Seconds by the clock."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def ratios(rows: Iterable[Row]) -> dict[tuple[str, str], float]:
    """Part and what → how many times the row that it stands beside."""
    rows = list(rows)
    middle = {(row.part, row.what): row.middle for row in rows}
    return {(row.part, row.what): row.middle / middle[row.part, row.beside] for row in rows if row.beside}


def table(rows: Sequence[Row]) -> str:
    """The rows as a table of Markdown."""
    times = ratios(rows)
    lines = [
        "| part | what | runs | median s | fastest – slowest | times | beside | MB |",
        "|---|---|---:|---:|---:|---:|---|---:|",
    ]
    for row in rows:
        ratio, memory = times.get((row.part, row.what)), f"{row.memory:.0f}" if row.memory else ""
        spread = f"{_short(min(row.seconds))} – {_short(max(row.seconds))}"
        cells = (row.part, row.what, len(row.seconds), _short(row.middle), spread, _short(ratio), row.beside, memory)
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def _short(number: float | None) -> str:
    return "" if number is None else f"{number:.0f}" if number >= 100 else f"{number:.3g}"


def landed() -> dict[tuple[str, str], float]:
    """The ratios as they landed last."""
    with LANDED.open(encoding="utf-8", newline="") as stream:
        return {(row["part"], row["what"]): float(row["times"]) for row in csv.DictReader(stream)}


def slower(rows: Sequence[Row], before: dict[tuple[str, str], float]) -> list[str]:
    """One line for each row that takes more than a quarter longer, beside its neighbour, than it did."""
    return [
        f"slower: {part}, {what}: {times:.3g} × what it stands beside; it was {before[part, what]:.3g} ×"
        for (part, what), times in ratios(rows).items()
        if times > SLOWER * before.get((part, what), times)
    ]


def note(rows: Sequence[Row]) -> None:
    """Keep the ratios of these rows as landed, those of others as they are."""
    kept = (landed() if LANDED.is_file() else {}) | ratios(rows)
    with LANDED.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("part", "what", "times"))
        writer.writerows((part, what, f"{times:.3g}") for (part, what), times in sorted(kept.items()))

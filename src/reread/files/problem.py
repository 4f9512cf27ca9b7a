"""What is wrong with the input, where, and what to write instead?

Every expected error of the package is a `Problem`: it names the file, the place in it, what was found and what to
write. Verbs turn it into data (`ok: false`), the report shows it, and the last rule exits 1.

>>> print(Problem("studies/a/study.yaml", "n", "the number 20", 'the words around it, e.g. "{20} mothers"'))
studies/a/study.yaml, n: found the number 20; write the words around it, e.g. "{20} mothers"
"""

from __future__ import annotations

import os
import re
import traceback
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

# what moves the cursor, turns the direction of writing or stands for a byte that is no text
UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
PACKAGE = Path(__file__).parents[1]
REPORT = "this line to the program's makers, with the document if it may be shared (docs/trust.md); the rest goes on"


@dataclass
class Problem(Exception):  # noqa: N818 - the word readers see
    """An expected error in what a person wrote. All four parts are plain sentences without a full stop.

    `others` are wrong in the same files, and found with it. `log`: what a fault of the program leaves for its makers.
    """

    file: str
    place: str
    found: str
    write: str
    others: tuple[Problem, ...] = ()
    log: str = ""

    @classmethod
    def of(cls, every: Sequence[Problem]) -> Problem:
        """One problem for all that was found, at least one."""
        first, *others = every
        return cls(first.file, first.place, first.found, first.write, tuple(others), first.log)

    @property
    def every(self) -> tuple[Problem, ...]:
        """It and the others, each by itself."""
        return (Problem(self.file, self.place, self.found, self.write, (), self.log), *self.others)

    def __str__(self) -> str:
        return "\n".join(each._line for each in self.every)

    @property
    def _line(self) -> str:
        where = ", ".join(part for part in (self.file, self.place) if part)
        return screen(f"{where}{': ' if where else ''}found {self.found}; write {self.write}")

    def record(self, stage: str) -> dict[str, Any]:
        """The failure as data for an outcome file."""
        parts = ("file", "place", "found", "write", "log")
        first, *others = ({name: storable(asdict(each)[name]) for name in parts} for each in self.every)
        others = [{name: part for name, part in each.items() if name != "log"} for each in others]
        return {"ok": False, "problem": {"stage": stage, **first, "others": others}}


def screen(text: str, unshown: re.Pattern[str] = UNSHOWN) -> str:
    r"""Text of others for a screen: what moves the cursor or turns the writing is written out.

    >>> print(screen("a\x1b[2Jb\u202egpj.c\ud800"), screen("é ü α"))
    a\x1b[2Jb\u202egpj.c\ud800 é ü α
    """
    return unshown.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def storable(text: str) -> str:
    """Text that a file in UTF-8 can hold: half a character is written out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def fault(file: str, error: BaseException) -> Problem:
    """What is said of an error that nobody expected: it is the program's, with its kind and where it arose."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)] or frames[-1:]
    where = "".join(f" in {Path(f.filename).name}, line {f.lineno}" for f in ours[-1:])
    said = " ".join(str(error).split())[:200]
    found = f"a fault of this program ({type(error).__name__}{f': {said}' if said else ''}{where})"
    log = "".join(traceback.format_exception(error)).replace(f"{PACKAGE.parent}{os.sep}", "")
    return Problem(file, "", found, REPORT, (), storable(log))

"""What is wrong with the input, where, and what to write instead?

Every expected error of the package is a `Problem`: it names the file, the place in it, what was found and what to
write. Verbs turn it into data (`ok: false`), the report shows it, and the last rule exits 1.

>>> print(Problem("studies/a/study.yaml", "n", "the number 20", 'the words around it, e.g. "{20} mothers"'))
studies/a/study.yaml, n: found the number 20; write the words around it, e.g. "{20} mothers"
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass
class Problem(Exception):  # noqa: N818 - the word readers see
    """An expected error in what a person wrote. All four parts are plain sentences without a full stop.

    `others` are wrong in the same files, and found with it.
    """

    file: str
    place: str
    found: str
    write: str
    others: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, every: Sequence[Problem]) -> Problem:
        """One problem for all that was found, at least one."""
        first, *others = every
        return cls(first.file, first.place, first.found, first.write, tuple(others))

    @property
    def every(self) -> tuple[Problem, ...]:
        """It and the others, each by itself."""
        return (Problem(self.file, self.place, self.found, self.write), *self.others)

    def __str__(self) -> str:
        return "\n".join(each._line for each in self.every)

    @property
    def _line(self) -> str:
        where = ", ".join(part for part in (self.file, self.place) if part)
        return f"{where}: found {self.found}; write {self.write}"

    def record(self, stage: str) -> dict[str, Any]:
        """The failure as data for an outcome file."""
        first, *others = (
            {name: part for name, part in asdict(each).items() if name != "others"} for each in self.every
        )
        return {"ok": False, "problem": {"stage": stage, **first, "log": "", "others": others}}

"""What is wrong with the input, where, and what to write instead?

Every expected error of the package is a `Problem`: it names the file, the place in it, what was found and what to
write. Verbs turn it into data (`ok: false`), the report shows it, and the last rule exits 1.

>>> print(Problem("studies/a/study.yaml", "n", "the number 20", 'the words around it, e.g. "{20} mothers"'))
studies/a/study.yaml, n: found the number 20; write the words around it, e.g. "{20} mothers"
"""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass
class Problem(Exception):  # noqa: N818 - the word readers see
    """An expected error in what a person wrote. All four parts are plain sentences without a full stop."""

    file: str
    place: str
    found: str
    write: str

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, self.place) if part)
        return f"{where}: found {self.found}; write {self.write}"

    def record(self, stage: str) -> dict[str, Any]:
        """The failure as data for an outcome file."""
        return {"ok": False, "problem": {"stage": stage, **asdict(self), "log": ""}}

"""Which documents lie in a folder, and which of them has been read before?

Every file with the suffix of a readable format, below the folder; hidden ones and our own pages left out. A document
is known by its content and by the program that read it: a row is kept for both together, as one line of JSON that is
written when it is found, so that whatever ends a run leaves what was done.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reread.documents import FILE, readers
from reread.files import own
from reread.files.limits import refuse_special
from reread.files.problem import Problem, storable

PACKAGE = Path(__file__).resolve().parents[1]
CODE = (".py", ".yaml")
OURS = ".reread.html"
BATCH = 250  # documents at most on average: a minute of work, beside which a job of its own costs little


@dataclass(frozen=True)
class Paper:
    """One document: its path below the folder, and the hash of its content; why it is not looked at, if it is not."""

    name: str
    path: Path
    sha256: str
    refused: Problem | None = None


def papers(folder: Path, leave: Path, part: int = 1, parts: int = 1) -> Iterator[Paper]:
    """Every document of a folder by its path, or of one part of it; what lies in `leave` (our own output) is none."""
    for path in files(folder, leave):
        if batch_of(path.relative_to(folder).as_posix(), parts) == part:
            yield _paper(path, folder)


def files(folder: Path, leave: Path) -> Iterator[Path]:
    """The files that are taken for documents, by their names alone."""
    suffixes, out = set(readers()), leave.resolve()
    for place, folders, names in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(each for each in folders if each[0] != "." and (here / each).resolve() != out)
        for name in sorted(names):
            path = here / name
            if path.suffix.lower() in suffixes and name[0] != "." and not name.endswith(OURS):
                yield path


def _paper(path: Path, folder: Path) -> Paper:
    name = path.relative_to(folder).as_posix()
    try:
        refuse_special(path, folder)
        if path.stat().st_size > FILE:
            raise Problem(str(path), "", f"more than {FILE // 1_000_000} MB", "the paper alone")
        with path.open("rb") as stream:
            return Paper(name, path, hashlib.file_digest(stream, "sha256").hexdigest())
    except OSError as error:
        said = f"a file that cannot be read ({error.strerror})"
        return Paper(name, path, "", Problem(str(path), "", said, "a readable file"))
    except Problem as problem:
        return Paper(name, path, "", problem)


def batch_of(name: str, batches: int) -> int:
    """In which of so many batches a document is, from 1: always in the same one, whatever else lies in the folder.

    >>> [batch_of(f"paper{k}.pdf", 3) for k in range(6)]
    [2, 2, 3, 2, 1, 3]
    """
    return zlib.crc32(name.encode("utf-8", "surrogatepass")) % batches + 1


def batches_for(documents: int) -> int:
    """Into how many batches so many documents are parted: a power of two, so that few of them move when some are added.

    >>> [batches_for(n) for n in (1, 250, 251, 10_000)]
    [1, 1, 2, 64]
    """
    return 1 << max(0, -(-documents // BATCH) - 1).bit_length()


def program(language: str) -> str:
    """What a row depends on beside the document: every file of the program, a user's own checks, the language."""
    told = hashlib.sha256(language.encode())
    files = sorted(path for path in PACKAGE.rglob("*") if path.suffix in CODE)
    for path in [*files, *(file for kind in ("checks", "departures") for file in own.files(kind))]:
        told.update(path.name.encode() + b"\0" + path.read_bytes())
    return told.hexdigest()[:16]


class Store:
    """The rows that were found before, and a place for new ones."""

    def __init__(self, folder: Path, program: str, file: str = "rows") -> None:
        self.folder, self.program, self.file = folder, program, folder / f"{file}.jsonl"
        self.rows: dict[str, dict[str, Any]] = {}
        for path in sorted(folder.glob("*.jsonl")):
            self.rows.update(_lines(path, program))

    def add(self, key: str, row: dict[str, Any]) -> None:
        """Keep a row, at once."""
        self.rows[key] = row
        self.folder.mkdir(parents=True, exist_ok=True)
        with self.file.open("a", encoding="utf-8") as stream:
            stream.write(storable(json.dumps({"program": self.program, "key": key, "row": row})) + "\n")


def _lines(path: Path, program: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """What one file holds of this program; a line that a kill cut off is none."""
    with path.open(encoding="utf-8", errors="replace") as stream:
        for line in stream:
            try:
                said = json.loads(line)
                if said["program"] == program:
                    yield said["key"], said["row"]
            except (ValueError, KeyError, TypeError):
                continue

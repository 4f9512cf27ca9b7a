"""Which lines does a document print, and where exactly does each character of them stand?

IN: one file in any format that a module of this folder reads (`SUFFIXES`). OUT: a `Document` of lines whose text is
normalised for matching, each character with its offset into the raw text. MAY NOT: interpret numbers, know studies.
"""

from __future__ import annotations

import ast
import hashlib
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import ModuleType

from reread.documents.about import About
from reread.documents.encoding import LOST
from reread.documents.normalise import normalise
from reread.documents.printed import PrintedLine
from reread.documents.rows import Edges, edges_of
from reread.files.limits import refuse_special
from reread.files.problem import Problem

TEXT = 4_000_000  # characters of one document; a long book has half of them
FILE = 100_000_000  # bytes of one file
LONG = f"more than {TEXT // 1_000_000} MB of text, the most that is read"
SUFFIXES = re.compile(r"^SUFFIXES = (\(.*\))$", re.MULTILINE)
HALVES = re.compile(r"[\ud800-\udfff]")  # some libraries hand out a mathematical letter in two
SHORTER = "the paper alone, without appendices and data"


@dataclass(frozen=True)
class Line:
    """One line: its number (from 1), normalised text, and for each of its characters the offset in the raw text."""

    number: int
    text: str
    offsets: Sequence[int] = field(repr=False)
    place: str = ""  # where in the file, in formats whose lines have no number: page, table and row
    once: bool = False  # a table's row that a second reader did not read alike

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets of `text[start:end]`, end exclusive."""
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(frozen=True)
class Document:
    """A document that was read: tag (empty for the only one), file name, kind (original or transcript), raw text."""

    tag: str
    file: str
    kind: str
    raw: str = field(repr=False)
    sha256: str
    lines: tuple[Line, ...] = field(repr=False)
    encoding: str = ""  # of a text, where it is not UTF-8
    about: About = field(default_factory=About)

    @property
    def lost(self) -> list[int]:
        """The lines on which a character could not be read."""
        return [line.number for line in self.lines if LOST in line.text]


@cache
def readers() -> dict[str, str]:
    """File suffix → the module of this folder that reads it, found by place; no reader is imported for its name."""
    found: dict[str, str] = {}
    for module in pkgutil.iter_modules(__path__):
        path = Path(__file__).with_name(module.name)
        file = path / "__init__.py" if module.ispkg else path.with_suffix(".py")
        told = SUFFIXES.search(file.read_text(encoding="utf-8"))
        found.update(dict.fromkeys(ast.literal_eval(told[1]) if told else (), module.name))
    return found


def read(path: Path, tag: str = "", kind: str = "original") -> Document:
    """Read one document. Raises Problem where the format is unknown, or the file unreadable or empty."""
    module = readers().get(path.suffix.lower())
    if module is None:
        raise Problem(str(path), "", f"a file ending in “{path.suffix}”", f"one of {', '.join(sorted(readers()))}")
    found = _document(_printed(path, module), path, tag, kind)
    if kind == "transcript" and found.lost:  # who writes it can put it right
        place, what = f"line {found.lost[0]}", "a character that cannot be read as UTF-8"
        raise Problem(str(path), place, what, "the file saved as UTF-8")
    reader = importlib.import_module(f"{__name__}.{module}")
    encoding_of = getattr(reader, "encoding_of", None)
    return replace(found, about=_about(reader, path), encoding=encoding_of(path) if encoding_of else "")


def _about(reader: ModuleType, path: Path) -> About:
    """What the paper is called. Where that cannot be read it is no reason to refuse the paper."""
    try:
        return getattr(reader, "about", lambda _: About())(path)
    except Exception:
        return About()


def from_text(text: str, file: str = "text.txt") -> Document:
    """A document that is no file: its text as a .txt would hold it. Problem where it is empty or too long."""
    return _document([PrintedLine(line) for line in text.split("\n")], Path(file))


def _document(printed: list[PrintedLine], path: Path, tag: str = "", kind: str = "original") -> Document:
    printed = [replace(line, text=_whole(line.text)) if HALVES.search(line.text) else line for line in _apart(printed)]
    raw = "\n".join(line.text for line in printed)
    if not raw.strip():
        raise Problem(str(path), "", "an empty document", "the figures and tables that the paper prints")
    if len(raw) > TEXT:
        raise Problem(str(path), "", LONG, SHORTER)
    lines, start = [], 0
    written = edges_of(["" if line.row else line.text for line in printed])
    for number, (line, edges) in enumerate(zip(printed, written, strict=True), 1):
        text, offsets = normalise(line.text, Edges() if line.row else edges)
        lines.append(Line(number, text, _moved(offsets, start), line.place, line.once))
        start += len(line.text) + 1
    return Document(tag, path.name, kind, raw, hashlib.sha256(raw.encode()).hexdigest(), tuple(lines))


def _apart(printed: Iterable[PrintedLine]) -> Iterator[PrintedLine]:
    """An empty line between tables that follow each other, so that the rows of one are none of the other's.

    Of two without a number of their own (`page 1, table row 3`) the second begins where rows are counted anew.
    """
    before, row = "", 0
    for line in printed:
        table, _, number = line.place.rpartition("row ") if line.row else ("", "", "")
        counted = int(number) if number.isdigit() else 0
        if table and before and (table != before or counted <= row):
            yield PrintedLine("")
        yield line
        before, row = table, counted


def _whole(text: str) -> str:
    """The text with halves of characters put together; a half alone is written as a lost sign."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _moved(offsets: Sequence[int], by: int) -> Sequence[int]:
    """Offsets within a line as those in the raw text; a range stays one."""
    if isinstance(offsets, range):
        return range(offsets.start + by, offsets.stop + by)
    return tuple(by + offset for offset in offsets)


def _printed(path: Path, module: str) -> list[PrintedLine]:
    """What the format's module reads. What a foreign library stumbles over becomes a Problem."""
    refuse_special(path)
    try:
        if path.stat().st_size > FILE:
            raise _too_large(path, path.stat().st_size)
        return list(_short_enough(importlib.import_module(f"{__name__}.{module}").lines(path), path))
    except Problem as problem:
        raise (problem if problem.file else replace(problem, file=str(path))) from None
    except RecursionError as error:
        raise Problem(
            str(path), "", "elements nested too deeply", "the file saved anew, or its text as .txt"
        ) from error
    except OSError as error:
        raise Problem(str(path), "", f"a file that cannot be read ({error.strerror})", "a readable file") from error
    except MemoryError as error:
        raise Problem(str(path), "", "more than the memory that one document may take", SHORTER) from error
    except Exception as error:
        found = f"a file that cannot be read as {path.suffix} ({type(error).__name__})"
        raise Problem(str(path), "", found, "the file saved anew, or its text as .txt") from error


def _short_enough(lines: Iterator[PrintedLine], path: Path) -> Iterator[PrintedLine]:
    """The lines, no further than a document may be long: a longer one is refused before all of it is read."""
    total = 0
    for line in lines:
        total += len(line.text) + 1
        if total > TEXT + 1:
            raise Problem(str(path), "", LONG, SHORTER)
        yield line


def _too_large(path: Path, size: int) -> Problem:
    found = f"{size / 1e6:,.0f} MB, more than the {FILE / 1e6:.0f} MB that are read"
    return Problem(str(path), "", found, SHORTER)

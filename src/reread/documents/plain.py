"""What does a plain-text file say? Text is read as UTF-8, with or without a byte-order mark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reread.documents.printed import PrintedLine
from reread.files.problem import Problem

SUFFIXES = (".txt",)
LIMIT = 20_000_000  # bytes


def lines(path: Path) -> Iterator[PrintedLine]:
    """The lines of the file; every offset of the ledger counts its characters. Line ends are read as one character."""
    refuse_long(path)
    for line in path.read_text(encoding="utf-8-sig").split("\n"):
        yield PrintedLine(line)


def refuse_long(path: Path) -> None:
    """Refuse a file of text or markup that is longer than a paper can be, before it is read."""
    size = path.stat().st_size
    if size > LIMIT:
        found = f"{size / 1e6:,.0f} MB of text, more than the {LIMIT / 1e6:.0f} MB that are read"
        raise Problem(str(path), "", found, "the paper alone, without appendices and data")

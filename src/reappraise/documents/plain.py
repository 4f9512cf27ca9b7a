"""What does a plain-text file say? Text is read as UTF-8, with or without a byte-order mark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reappraise.documents.printed import Printed

SUFFIXES = (".txt",)


def lines(path: Path) -> Iterator[Printed]:
    """The lines of the file; every offset of the ledger counts its characters. Line ends are read as one character."""
    for line in path.read_text(encoding="utf-8-sig").split("\n"):
        yield Printed(line)

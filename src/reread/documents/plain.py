"""What does a plain-text file say?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reread.documents.about import About, names_in, title_of
from reread.documents.encoding import encoding_of, text_of
from reread.documents.printed import PrintedLine
from reread.files.problem import Problem

__all__ = ["SUFFIXES", "about", "about_text", "encoding_of", "lines", "refuse_long"]

SUFFIXES = (".txt",)
FIRST = 30  # lines in which a text says what it is
LIMIT = 20_000_000  # bytes


def lines(path: Path) -> Iterator[PrintedLine]:
    """The lines of the file; every offset of the ledger counts its characters. Line ends are read as one character."""
    refuse_long(path)
    for line in text_of(path).split("\n"):
        yield PrintedLine(line)


def about(path: Path) -> About:
    """The first line, and the names below it."""
    return about_text(text_of(path).split("\n"))


def about_text(listed: list[str]) -> About:
    """Of a text: its first line is a title where it is no sentence and stands alone; the next one may name authors."""
    filled = [(k, line.strip()) for k, line in enumerate(listed[:FIRST]) if line.strip()]
    if not filled:
        return About()
    (at, first), below = filled[0], filled[1][1] if len(filled) > 1 else ""
    heading = first.startswith("# ") or (not re.search(r"[.:;,=|]\s*$", first) and "=" not in first)
    alone = first.startswith("# ") or len(listed) == at + 1 or not listed[at + 1].strip() or len(below) > len(first)
    title = title_of(first) if heading and alone else ""
    return About(title, names_in(below.strip("*_")) if title else ())


def refuse_long(path: Path) -> None:
    """Refuse a file of text or markup that is longer than a paper can be, before it is read."""
    size = path.stat().st_size
    if size > LIMIT:
        found = f"{size / 1e6:,.0f} MB of text, more than the {LIMIT / 1e6:.0f} MB that are read"
        raise Problem(str(path), "", found, "the paper alone, without appendices and data")

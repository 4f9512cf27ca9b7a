"""What does a Markdown file say? Its table rows are lines with cells between pipes, as everywhere in the package.

A line's place is the heading above it, as the article's own "Table 2"; in a table with the first cell of its row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reread.documents import plain
from reread.documents.about import About
from reread.documents.encoding import encoding_of, text_of
from reread.documents.printed import PrintedLine

__all__ = ["SUFFIXES", "encoding_of", "lines"]

SUFFIXES = (".md",)
HEADING = re.compile(r"#{2,6}\s+(\S.*?)[\s#]*$")
FIRST_CELL = re.compile(r"\s*\|\s*([^|]*[^\W\d_][^|]*?)\s*\|")
LONG = 60  # characters of a heading or a cell that still name a place


def lines(path: Path) -> Iterator[PrintedLine]:
    """The lines of the file, each with the heading above it and the name of its row."""
    heading = ""
    for line in plain.lines(path):
        if found := HEADING.match(line.text):
            heading = _short(found[1])
        row = FIRST_CELL.match(line.text)
        yield replace(line, place=", ".join(filter(None, (heading, _short(row[1]) if row else ""))))


def about(path: Path) -> About:
    """The first heading of the first rank, and a line of names below it."""
    return plain.about_text(text_of(path).split("\n"))


def _short(name: str) -> str:
    return name if len(name) <= LONG else name[:LONG].rsplit(" ", 1)[0] + " …"

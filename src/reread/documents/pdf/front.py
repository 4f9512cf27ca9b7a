"""What does the first page of a PDF say that the paper is called, and who wrote it?

The title is what is set in the largest letters above the middle of the page, in one or a few lines; names below it are
the authors. The file's own title stands in its place where the page prints the same words.
"""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median

import pypdfium2

from reread.documents.about import About, doi_in, names_in, title_of
from reread.documents.pdf.words import Word, baselines, said, words_of

LARGER = 1.2  # times the text's letters: a title
SAME = 0.04  # of the size: letters of one title
LINES = 6  # of a title
APART = 1.9  # heights: farther down is no line of the title
NAMES = 4  # lines below the title that may name authors
UPPER = 0.6  # of the page's lines: a title stands among the first


def about(path: Path) -> About:
    """Title, authors and DOI of the first page."""
    file = pypdfium2.PdfDocument(path)
    try:
        rows = baselines(words_of(file[0])) if len(file) else []
        own = title_of(file.get_metadata_value("Title") or "")
    finally:
        file.close()
    if not rows:
        return About()
    found, end = _title(rows)
    printed = _letters(" ".join(map(said, rows)))
    title = own if own and _letters(own) in printed else title_of(found)
    authors = next((names for names in (names_in(line) for line in _below(rows, end)) if names), ()) if found else ()
    return About(title, authors, None, "", doi_in(" ".join(map(said, rows))))


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _title(rows: list[list[Word]]) -> tuple[str, int]:
    """The largest lines among the first ones, and the line behind them; empty where none is larger than the text."""
    body = median(word.size for row in rows for word in row)
    upper = rows[: max(3, int(UPPER * len(rows)))]
    sizes = [median(word.size for word in row) for row in upper]
    likely = [k for k, row in enumerate(upper) if title_of(said(row)) or len(row) > 1]
    largest = max((sizes[k] for k in likely), default=0.0)
    if largest < LARGER * body:
        return "", 0
    start = next(k for k in likely if sizes[k] >= (1 - SAME) * largest)
    end = start + 1
    while end < len(upper) and end - start < LINES and sizes[end] >= (1 - SAME) * largest:
        if upper[end][0].bottom - upper[end - 1][0].bottom > APART * largest:
            break
        end += 1
    return " ".join(said(row) for row in upper[start:end]), end


def _below(rows: list[list[Word]], end: int) -> list[str]:
    """Lines that may name the authors: the next ones, each alone and joined with those that follow in its letters."""
    lines = rows[end : end + NAMES]
    found = []
    for k in range(len(lines)):
        other = next((n for n in range(k, len(lines)) if abs(lines[n][0].size - lines[k][0].size) > 0.5), len(lines))
        found += [" ".join(map(said, lines[k:n])) for n in range(other, k, -1)]
    return found

"""What does a PDF print? Words with their boxes, read in columns, tables with and without rules as rows of cells.

Ruled tables are found by pdfplumber, all others by the white between words (`pdf_tables`). Lines of a paragraph are
joined and words parted at a line's end put together. Refused: files with a password, scans without text, more than
PAGES pages, and pages that unpack to more than a page can be (`pdf_packed`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from reread.documents.pdf.columns import columns_of
from reread.documents.pdf.packed import LIMIT, bursts
from reread.documents.pdf.ruled import ruled_tables
from reread.documents.pdf.tables import PdfRow, blocks_of
from reread.documents.pdf.words import Word, baselines, words_of
from reread.documents.printed import PrintedLine, one_line, row_line
from reread.files.problem import Problem

SUFFIXES = (".pdf",)
PAGES = 1000
OBJECTS = 20_000  # of a page are looked at for rules
RULES = (4, 3000)  # drawn objects of a page: fewer are no table, more are a drawing


def lines(path: Path) -> Iterator[PrintedLine]:
    """The lines of the document. Raises Problem where it cannot be read."""
    if path.stat().st_size == 0:
        return
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - 4096))
        if b"%%EOF" not in stream.read():
            raise Problem(str(path), "", "a PDF that ends too early", "the whole file, downloaded again")
    if bursts(path.read_bytes()):
        size = f"a page of more than {LIMIT // 1_000_000} MB when unpacked"
        raise Problem(str(path), "", size, "the article without large drawings, or its text as .txt")
    file = _opened(path)
    try:
        if len(file) > PAGES:
            raise Problem(str(path), "", f"{len(file):,} pages", f"the article alone, {PAGES:,} pages at most")
        found = False
        for number, page in enumerate(file, 1):
            for line in _page(path, number, page):
                found = True
                yield line
        if not found:
            raise Problem(str(path), "", "a scan: pages without text", "a PDF with text (run OCR over it first)")
    finally:
        file.close()


def _opened(path: Path) -> Any:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise Problem(str(path), "", "a PDF with a password", "the same PDF saved without a password") from error
        raise Problem(str(path), "", "a broken PDF", "the whole file, downloaded again") from error


def _page(path: Path, number: int, page: Any) -> Iterator[PrintedLine]:
    """The lines of one page: tables with rules cut out first, each put back where it stands."""
    try:
        words = words_of(page)
        drawn = itertools.islice(page.get_objects(), OBJECTS)
        rules = sum(1 for item in drawn if item.type == pdfium.FPDF_PAGEOBJ_PATH)
    except pypdfium2.PdfiumError as error:
        raise Problem(str(path), f"page {number}", "a broken page", "the whole file, downloaded again") from error
    place = f"page {number}"
    tables = ruled_tables(path, number, words) if RULES[0] <= rules <= RULES[1] and words else []
    inside = {id(word) for table in tables for word in table.words}
    stands = {id(table.words[0]): table for table in tables if table.words}
    for column in columns_of([word for word in words if id(word) not in inside or id(word) in stands]):
        rows: list[PdfRow] = []
        for row in baselines(column):
            table = next((stands[id(word)] for word in row if id(word) in stands), None)
            if table is None:
                rows.append(row)
                continue
            yield from _column(rows, place)
            rows = []
            yield from _cells(table.cells, place)
        yield from _column(rows, place)


def _column(rows: list[PdfRow], place: str) -> Iterator[PrintedLine]:
    for block in blocks_of(rows):
        if block.cells:
            yield from _cells(block.cells, place)
        else:
            yield from (PrintedLine(text, place) for text in _paragraphs(block.rows))


def _cells(cells: list[list[str]], place: str) -> Iterator[PrintedLine]:
    for k, row in enumerate(cells, 1):
        yield row_line([one_line(cell) for cell in row], f"{place}, table row {k}")


def _paragraphs(rows: list[PdfRow]) -> Iterator[str]:
    """Lines joined where one runs on into the next."""
    if not rows:
        return
    edge = sorted(row[-1].right for row in rows)[int(0.9 * (len(rows) - 1))]
    left = min(row[0].left for row in rows)
    steps = [b[0].bottom - a[0].bottom for a, b in itertools.pairwise(rows)]
    leading = median(steps) if steps else 0
    text = _said(rows[0])
    for above, row in itertools.pairwise(rows):
        step = row[0].bottom - above[0].bottom
        full = above[-1].right > left + 0.8 * (edge - left)
        if full and 0 < step < 1.35 * leading and abs(row[0].size - above[0].size) < 0.2 * row[0].size:
            text = _run_on(text, _said(row))
        else:
            yield text
            text = _said(row)
    yield text


def _said(row: list[Word]) -> str:
    return one_line(" ".join(word.text for word in row))


def _run_on(text: str, more: str) -> str:
    if re.search(r"[^\W\d]-$", text) and more[:1].islower():
        return text[:-1] + more
    if re.search(r"(?:^|[\s(\[=])[-–−]$", text) and more[:1].isdigit():
        return text + more
    return f"{text} {more}"

"""What does a PDF print? Words with their places, read in columns, tables with and without rules as rows of cells.

Words and rules come from the file (`words`, `rules`); `columns` tells in which order they are read, `tables` where
tables are, `flow` what is a paragraph, `alike` which rows a second reader read alike. Refused: files with a password,
scans without text, more than PAGES pages, and pages that unpack to more than a page can be (`packed`).
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from reread.documents.pdf.alike import Table, read_once, second_reading
from reread.documents.pdf.columns import columns_of
from reread.documents.pdf.flow import (
    Paragraph,
    edges_of,
    labels_of,
    line_of,
    paragraphs,
    run_on,
    runs_over,
    without_furniture,
)
from reread.documents.pdf.front import about
from reread.documents.pdf.packed import LIMIT, SUM, bursts
from reread.documents.pdf.rivers import PdfRow
from reread.documents.pdf.rules import Drawn, drawn
from reread.documents.pdf.tables import Block, blocks_of
from reread.documents.pdf.words import baselines, words_of
from reread.documents.printed import PrintedLine, table_lines
from reread.files.problem import Problem

__all__ = ["SUFFIXES", "about", "lines"]

SUFFIXES = (".pdf",)
PAGES = 1000
NEARBY = 2  # pages before and behind that may have the same head and foot: left and right ones differ


def lines(path: Path) -> Iterator[PrintedLine]:
    """The lines of the document. Raises Problem where it cannot be read."""
    if path.stat().st_size == 0:
        return
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - 4096))
        if b"%%EOF" not in stream.read():
            raise Problem(str(path), "", "a PDF that ends too early", "the whole file, downloaded again")
    if bursts(path.read_bytes()):
        size = f"a page of more than {LIMIT // 1_000_000} MB when unpacked, or pages of {SUM // 1_000_000} MB together"
        raise Problem(str(path), "", size, "the article without large drawings, or its text as .txt")
    file = _opened(path)
    try:
        if len(file) > PAGES:
            raise Problem(str(path), "", f"{len(file):,} pages", f"the article alone, {PAGES:,} pages at most")
        found = False
        for line in _joined(_pages(path, file)):
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


@dataclass
class Page:
    """A page as drawn: its number (from 1), its lines across all columns, and its rules and pictures."""

    number: int
    rows: list[PdfRow]
    drawn: Drawn

    @property
    def place(self) -> str:
        """How the page is called."""
        return f"page {self.number}"


@dataclass(frozen=True)
class Stretch:
    """Text or a table of one page; `begins` a column or a page."""

    place: str
    block: Block
    others: list[Table]
    begins: bool


def _pages(path: Path, file: Any) -> Iterator[Stretch]:
    """What the pages print, without heads and feet. A page waits until the next ones are read."""
    others = second_reading(path)
    before: deque[list[tuple[str, float]]] = deque(maxlen=NEARBY)
    ahead: deque[Page] = deque()
    for number in range(1, len(file) + NEARBY + 1):
        if number <= len(file):
            ahead.append(_read(path, number, file))
        if number > NEARBY and ahead:
            page = ahead.popleft()
            nearby = [*before, *(edges_of(each.rows) for each in ahead)]
            before.append(edges_of(page.rows))
            page.rows = without_furniture(page.rows, nearby)
            yield from _stretches(page, others.get(page.number, []))


def _read(path: Path, number: int, file: Any) -> Page:
    try:
        page = file[number - 1]
        try:
            return Page(number, baselines(words_of(page)), drawn(page))
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        raise Problem(str(path), f"page {number}", "a broken page", "the whole file, downloaded again") from error


def _stretches(page: Page, others: list[Table]) -> Iterator[Stretch]:
    """Text and tables of one page in the order of reading; labels of pictures stand behind it all."""
    labels = labels_of(page.rows, page.drawn)
    words = [word for row in page.rows for word in row]
    for column in columns_of([word for word in words if id(word) not in labels], page.drawn.across):
        for k, block in enumerate(blocks_of(baselines(column), page.drawn)):
            yield Stretch(page.place, block, others, begins=not k)
    for row in baselines([word for word in words if id(word) in labels]):
        yield Stretch(page.place, Block([row], []), others, begins=False)


def _joined(stretches: Iterable[Stretch]) -> Iterator[PrintedLine]:
    """The lines of all stretches; a paragraph that runs over into the next column or page is one."""
    open_one: tuple[Paragraph, str] | None = None
    tables: Counter[str] = Counter()
    for stretch in stretches:
        block = stretch.block
        if block.cells:
            yield from [line_of(*open_one)] if open_one else []
            open_one = None
            once = read_once([[cell.text for cell in row] for row in block.cells], stretch.others)
            tables[stretch.place] += 1
            yield from table_lines(block.cells, f"{stretch.place}, table {tables[stretch.place]}", once)
            continue
        for k, paragraph in enumerate(paragraphs(block.rows)):
            if open_one and stretch.begins and not k and runs_over(open_one[0], paragraph):
                text = run_on(open_one[0].text, paragraph.text)
                open_one = Paragraph(text, paragraph.size, paragraph.full), open_one[1]
                continue
            yield from [line_of(*open_one)] if open_one else []
            open_one = paragraph, stretch.place
    yield from [line_of(*open_one)] if open_one else []

"""What does a Word document (.docx) print? Paragraphs and tables in their order, then the footnotes.

Deleted text of tracked changes is left out. A file that unpacks to more than LIMIT is refused before it is read.
"""

from __future__ import annotations

import itertools
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from reread.documents.about import About, names_in, title_of
from reread.documents.jats import parse
from reread.documents.printed import SPANS, Cell, PrintedLine, one_line, table_lines
from reread.files.problem import Problem

SUFFIXES = (".docx",)
FIRST = 40  # paragraphs in which a document says what it is
LIMIT = 20_000_000  # bytes of one part when unpacked
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FRAMES = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")  # around rows or cells, and printed
PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


def lines(path: Path) -> Iterator[PrintedLine]:
    """The lines of the document."""
    for part in PARTS:
        data = _unpacked(path, part)
        if data:
            yield from _Body().lines(parse(data, str(path)))


def about(path: Path) -> About:
    """The paragraphs in the style Title, and names in the one that follows."""
    body = parse(_unpacked(path, PARTS[0]), str(path))
    paragraphs = [(_style(p), one_line(_text(p))) for p in itertools.islice(body.iter(f"{W}p"), FIRST)]
    filled = [(style, text) for style, text in paragraphs if text]
    titles = [k for k, (style, _) in enumerate(filled) if style == "title"]
    if not titles:
        return About()
    behind = filled[titles[-1] + 1][1] if titles[-1] + 1 < len(filled) else ""
    return About(title_of(" ".join(filled[k][1] for k in titles)), names_in(behind))


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val", "")).lower()


def _unpacked(path: Path, part: str) -> bytes:
    """One part of the package; empty where it has none."""
    if path.stat().st_size == 0:
        return b""
    try:
        with zipfile.ZipFile(path) as package:
            if part not in package.namelist():
                if part == PARTS[0]:
                    raise Problem(str(path), "", "a package without a Word document", "a file saved by Word as .docx")
                return b""
            with package.open(part) as stream:
                data = stream.read(LIMIT + 1)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        if path.read_bytes()[:4] == b"\xd0\xcf\x11\xe0":
            raise Problem(str(path), "", "a file with a password, or an old .doc", "an open .docx") from error
        raise Problem(str(path), "", "a broken Word file", "the whole file, saved again as .docx") from error
    if len(data) > LIMIT:
        raise Problem(str(path), part, f"more than {LIMIT // 1_000_000} MB of text when unpacked", "a smaller document")
    return data


class _Body:
    """One pass through a part; it counts paragraphs and tables."""

    def __init__(self) -> None:
        self.tables = self.paragraphs = 0

    def lines(self, node: Any) -> Iterator[PrintedLine]:
        for child in node:
            if child.tag == f"{W}p":
                self.paragraphs += 1
                text = one_line(_text(child))
                if text:
                    yield PrintedLine(text, f"paragraph {self.paragraphs}")
            elif child.tag == f"{W}tbl":
                self.tables += 1
                yield from table_lines(_rows(child), f"table {self.tables}")
            elif isinstance(child.tag, str):
                yield from self.lines(child)


def _rows(table: Any) -> list[list[Cell]]:
    """The rows; columns that a row leaves out before its first cell are blank, and a cell that goes on below is one."""
    found: list[list[Cell]] = []
    above: dict[int, tuple[int, int]] = {}  # column → row and place of the cell that may go on below
    for row in _inside(table, f"{W}tr"):
        cells: list[Cell] = []
        head = row.find(f"{W}trPr/{W}tblHeader") is not None
        column = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
        cells += [Cell("")] * column
        for cell in _inside(row, f"{W}tc"):
            columns = _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            if merged is not None and merged.get(f"{W}val") != "restart" and column in above:
                begun, place = above[column]
                found[begun][place] = replace(found[begun][place], rows=len(found) - begun + 1)
            else:
                above[column] = (len(found), len(cells))
                cells.append(Cell(" ".join(_text(p) for p in cell.iter(f"{W}p")), columns, 1, head))
            column += columns
        found.append(cells)
    return found


def _inside(node: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those in a frame for its content, too; none of a table in a cell."""
    for child in node:
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag.removeprefix(W) in FRAMES:
            yield from _inside(child, tag)


def _number(node: Any, otherwise: int) -> int:
    said = node.get(f"{W}val", "") if node is not None else ""
    return min(int(said), SPANS) if said.isdecimal() and said.isascii() else otherwise


def _text(paragraph: Any) -> str:
    """The text of a paragraph: runs, tabs, breaks, formulas; a raised stretch with ^."""
    pieces = []
    above = False
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen", f"{M}t"):
        raised = node.getparent().find(f"{W}rPr/{W}vertAlign[@{W}val='superscript']") is not None
        said = "-" if node.tag == f"{W}noBreakHyphen" else (node.text or "") if node.tag in (f"{W}t", f"{M}t") else " "
        pieces.append("^" + said if raised and not above and said.strip() else said)
        above = raised and (above or bool(said.strip()))
    return "".join(pieces)

"""Which lines does a tree of elements print (HTML, JATS)?

Every element that is not known to stand inside a line begins a new one. Rows of tables become lines with cells; raised
text is written with ^ ("10^-5", "word^2"), so that a citation mark is not read as a number of the text.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

from reread.documents.printed import Cell, PrintedLine, one_line, table_lines

INLINE = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "bold", "cite", "code",
        "data", "dfn", "em", "ext-link", "font", "i", "inline-formula", "italic",
        "kbd", "mark", "math", "mfrac", "mi", "mn", "mo", "monospace",
        "mrow", "msub", "msup", "mtext", "named-content", "q", "s", "samp",
        "sc", "semantics", "small", "span", "strike", "strong", "styled-content", "sub",
        "sup", "time", "tt", "u", "underline", "uri", "var", "xref",
        "email",
    }
)  # fmt: skip
PERSONS = ("name", "string-name", "collab", "etal")  # in a reference
SKIPPED = frozenset(
    ("script", "style", "template", "noscript", "head", "iframe", "object", "svg", "annotation", "tex-math")
)


def name_of(node: Any) -> str:
    """The element's name without its namespace; empty for comments and instructions."""
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def words_of(node: Any) -> str:
    """The text within an element, on one line."""
    return one_line("".join(_pieces(node)))


def _pieces(node: Any) -> Iterator[str]:
    name = name_of(node)
    if not name:
        entity = getattr(node, "name", "")
        yield html.unescape(f"&{entity};") if entity else ""
        return
    if name in SKIPPED:
        return
    text = "".join([node.text or "", *(piece for child in node for piece in (*_pieces(child), child.tail or ""))])
    if name == "sup" and text.strip():
        yield f"^{text.strip()}"
    else:
        yield text if name in INLINE else f" {text} "


def reference(node: Any) -> str:
    """An entry of the list of references as one line: its number, names with commas, then its parts in their order."""
    parts: list[str] = []
    for child in node:
        name = name_of(child)
        if name == "label":
            parts.append(f"{words_of(child).rstrip('.')}.")
        elif name == "mixed-citation" or not any(name_of(part) in PERSONS for part in child.iter()):
            parts.append(words_of(child))
        else:
            parts += _structured(child)
    return " ".join(filter(None, parts))


def _structured(citation: Any) -> Iterator[str]:
    """Names joined by commas, the year in brackets, everything else as it stands."""
    names = [_name(part) for part in citation.iter() if name_of(part) in PERSONS]
    yield ", ".join(filter(None, names))
    for part in citation:
        if name_of(part) not in (*PERSONS, "person-group"):
            text = words_of(part)
            yield f"({text})." if name_of(part) == "year" else text if text[-1:] in ".,;:?!" else f"{text},"


def _name(part: Any) -> str:
    """A person as surname and initials; a group as it is called; et al."""
    if name_of(part) == "etal":
        return "et al."
    return " ".join(filter(None, [words_of(each) for each in part if isinstance(each.tag, str)])) or words_of(part)


def lines_of(root: Any) -> Iterator[PrintedLine]:
    """The lines of a tree in reading order."""
    yield from _Walk().lines(root)


class _Walk:
    """One pass through a tree; it counts the tables."""

    def __init__(self) -> None:
        self.tables = 0

    def lines(self, node: Any) -> Iterator[PrintedLine]:
        name = name_of(node)
        if name in SKIPPED or not name:
            return
        if name == "table":
            self.tables += 1
            for caption in (child for child in node if name_of(child) == "caption"):
                yield from self._children(caption)
            yield from table_lines(list(_rows(node)), f"table {self.tables}")
            return
        if name == "ref":
            yield from _line([reference(node)], node.sourceline)
            return
        if name == "ref-list" and not any(name_of(child) == "title" for child in node):
            yield PrintedLine("References")
        yield from self._children(node)

    def _children(self, node: Any) -> Iterator[PrintedLine]:
        """The text of an element up to the next one that begins a line, then that one."""
        running = [node.text or ""]
        for child in node:
            if name_of(child) in INLINE or not name_of(child):
                running.append("".join(_pieces(child)))
            else:
                yield from _line(running, child.sourceline or node.sourceline)
                running = []
                yield from self.lines(child)
            running.append(child.tail or "")
        yield from _line(running, node.sourceline)


def _line(running: list[str], source: int | None) -> Iterator[PrintedLine]:
    text = one_line("".join(running))
    if text:
        yield PrintedLine(text, f"line {source}" if source else "")


def _rows(table: Any) -> Iterator[list[Cell]]:
    for row in table.iter():
        if name_of(row) == "tr" and next((a for a in row.iterancestors() if name_of(a) == "table"), None) is table:
            head = name_of(row.getparent()) == "thead"
            yield [_cell(cell, head) for cell in row if name_of(cell) in ("td", "th")]


def _cell(cell: Any, head: bool) -> Cell:
    spans = [cell.get(name, "1").strip() for name in ("colspan", "rowspan")]
    columns, rows = (int(span) if span.isdigit() and 0 < int(span) < 10_000 else 1 for span in spans)
    return Cell(words_of(cell), columns, rows, head or name_of(cell) == "th")

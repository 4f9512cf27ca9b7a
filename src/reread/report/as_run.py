"""What did a notebook do, cell by cell, for somebody who has no notebooks to open?

The executed notebook as a page of its own: text, code, and what each cell printed. What a cell printed is data: of HTML
only tables are kept, cell by cell; pictures stand in it as far as they only draw.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import lxml.html
from lxml.etree import ParserError
from markdown_it import MarkdownIt
from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from reread.files.results import read_json
from reread.report.drawings import inlined
from reread.report.layout import cells
from reread.report.render import render
from reread.words import Words

TERMINAL = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
HEADING = re.compile(r"<(/?)h([1-5])>")
SETTING, SET, BEFORE = "settings", "injected-parameters", "parameters"
ROWS, LINES = 200, 400  # of a table, of a text, that are shown


def as_run(notebook: Path, words: Words, context: Mapping[str, Any]) -> str:
    """The page of an executed notebook; `context`: `title` of what it read, `back` to its page, `languages`."""
    found = read_json(notebook)
    shown = list(_cells(found.get("cells") or [], words))
    return render(
        "notebook",
        words,
        languages=list(context.get("languages") or []),
        title=str(context["title"]),
        back=str(context["back"]),
        file=notebook.name,
        command=str(context.get("command") or ""),
        cells=shown,
    )


def _cells(listed: Sequence[Mapping[str, Any]], words: Words) -> Iterator[dict[str, Any]]:
    text = MarkdownIt("commonmark", {"html": False}).enable("table")
    for number, cell in enumerate(listed):
        source, tags = _joined(cell.get("source")), cell.get("metadata", {}).get("tags") or []
        if BEFORE in tags:
            continue  # what stands there for a run by hand; the cell below it was filled in
        if cell.get("cell_type") == "markdown":
            yield {"kind": "text", "html": Markup(HEADING.sub(_lower, text.render(source)))}  # nosec - html is off
        elif cell.get("cell_type") == "code" and source.strip():
            kind = "settings" if SETTING in tags else "set" if SET in tags else "code"
            code = highlight(source, PythonLexer(), HtmlFormatter(nowrap=True, classprefix="py-"))
            outputs = [made for output in cell.get("outputs") or [] for made in _output(output, words)]
            yield {"kind": kind, "number": number, "html": Markup(code), "outputs": outputs}  # nosec - the lexer escapes


def _lower(tag: re.Match[str]) -> str:
    """A heading one level below the page's own."""
    return f"<{tag[1]}h{int(tag[2]) + 1}>"


def _output(output: Mapping[str, Any], words: Words) -> Iterator[dict[str, Any]]:
    kind, data = output.get("output_type"), output.get("data") or {}
    if kind == "stream":
        yield _text(_joined(output.get("text")))
    elif kind == "error":
        yield _text(TERMINAL.sub("", "\n".join(output.get("traceback") or [])))
    elif "image/svg+xml" in data:
        drawing = inlined(_joined(data["image/svg+xml"]).encode(), words("notebook.picture"))
        yield {"kind": "drawing", "drawing": drawing} if drawing else _text(words("page.figure.remote"))
    elif "image/png" in data:
        yield {"kind": "png", "png": f"data:image/png;base64,{_joined(data['image/png'])}".replace("\n", "")}
    else:
        tables = list(_tables(_joined(data.get("text/html"))))
        if tables:
            yield from tables
        elif "text/plain" in data:
            yield _text(_joined(data["text/plain"]))


def _tables(html: str) -> Iterator[dict[str, Any]]:
    """The tables of an output, cell by cell; the first row that holds only heads is the head."""
    if "<table" not in html:
        return
    try:
        made = lxml.html.fragment_fromstring(html, create_parent="div")
    except ParserError:
        return
    for table in made.iter("table"):
        rows = [[_said(cell) for cell in row.iter("td", "th")] for row in table.iter("tr")]
        rows = [row for row in rows if row]
        width = max(map(len, rows), default=0)
        even = [row + [""] * (width - len(row)) for row in rows]
        if even:
            yield {"kind": "table", "table": cells(even[0], even[1 : ROWS + 1]), "left": max(0, len(even) - 1 - ROWS)}


def _said(cell: Any) -> str:
    return " ".join(cell.text_content().split())


def _text(text: str) -> dict[str, str]:
    lines = text.rstrip().split("\n")
    return {"kind": "text", "text": "\n".join([*lines[:LINES], *(["…"] if len(lines) > LINES else [])])}


def _joined(text: object) -> str:
    return "".join(map(str, text)) if isinstance(text, list) else str(text or "")

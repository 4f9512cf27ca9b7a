"""What did a notebook draw and tabulate for the page?

Drawings are put into the page as they are, so that they take its colours (`var(--ink)` …) in light, dark and print.
What would load something from elsewhere, or run, is left out and said so: the page stays one self-contained file.
"""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

from markupsafe import Markup

from reread.report import layout
from reread.report.results import Results
from reread.words import Words

ELSEWHERE = re.compile(
    r"<script|<foreignObject|\son\w+\s*=|(?:href|src)\s*=\s*[\"'](?!#|data:image/)|url\(\s*[\"']?(?!#)|@import", re.I
)
DROPPED = re.compile(r"<metadata\b.*?</metadata>|<!--.*?-->", re.DOTALL)


def section(results: Results, notebook: str, words: Words) -> dict[str, Any]:
    """Figures, tables and notes of one notebook; `lost` says why there are none."""
    if not results.ok(notebook):
        lost = "" if results.missing(notebook) else results.lost(notebook, words)
        return {"figures": [], "tables": [], "notes": [], "asides": [], "lost": lost}
    stage = results[notebook]
    figures = [_figure(results.folder, figure, words) for figure in stage.get("figures") or []]
    empty = {"title": "", "caption": "", "data": "", "folded": False}
    tables = [{**empty, **_cells(table)} for table in stage.get("tables") or []]
    said = {kind: list(stage.get(kind) or []) for kind in ("notes", "asides")}
    return {"figures": figures, "tables": tables, **said, "lost": ""}


def _figure(folder: Path, figure: dict[str, Any], words: Words) -> dict[str, Any]:
    wide = _drawing(folder, figure.get("wide"), figure.get("alt", ""))
    slim = _drawing(folder, figure.get("slim"), figure.get("alt", "")) or wide
    problem = words("page.figure.missing") if wide is None else words("page.figure.remote") if not wide else ""
    both = {"wide": wide, "slim": slim, "problem": problem}
    return {"say": "", "caption": "", "data": "", "folded": False, **_cells(figure), **both}


def _cells(table: dict[str, Any]) -> dict[str, Any]:
    """A table as it is laid out."""
    rows = [[str(cell) for cell in row] for row in table.get("rows") or []]
    return {**table, **layout.cells([str(name) for name in table.get("head") or []], rows)}


def _drawing(folder: Path, name: str | None, alt: str) -> Markup | None:
    """The SVG element with its text alternative; None where there is no file, empty where it may not be shown."""
    path = folder / name if name else None
    if path is None or not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        return None
    text = DROPPED.sub("", path.read_text(encoding="utf-8"))
    if "<svg" not in text or ELSEWHERE.search(text):
        return Markup("")
    text = text[text.index("<svg") :].strip()
    head, close, body = text.partition(">")
    if "role=" not in head:
        head += f' role="img" aria-label="{html.escape(alt)}"'
    return Markup(head + close + body)

"""How many rows of tables printed to PDF are read whole? Part of `make extraction`.

25 tables of published articles, printed by a browser, lie beside the project (../shared/papers/tables) with their gold
and its scorer; a row is whole where all its cells with a digit are right. `--styles` prints the tables of the articles
beside them in four styles more, as journals set them (shaded rows, a hair rule below each row, no space between rows,
two columns of text below), without tags, and needs Chromium and some minutes.
"""

from __future__ import annotations

import io
import json
import os
import re
import runpy
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pdf_inspector
from lxml import etree

from reread.documents import read

SHARED = Path(os.environ.get("SHARED", Path(__file__).resolve().parents[2] / "shared"))
TABLES = SHARED / "papers/tables"
NUMBER = re.compile(r"[<>=≤≥~-]?[(\[]?-?[.\d]")  # a cell that prints a number, not a name with one in it
TEXT = "The participants were followed as the protocol had laid down, and their answers were entered twice. " * 6
PAGE = '@page{size:A4;margin:16mm} body{font:9pt/1.3 "%s"} p{text-align:justify} '
PAGE += "table{border-collapse:collapse;font-size:7.5pt} "
CELLS = "td,th{padding:%s;text-align:%s;vertical-align:%s;font-weight:normal} "
BOOK = "table{border-top:1pt solid;border-bottom:1pt solid} thead{border-bottom:.6pt solid} "
STYLES = {
    "shaded rows, numbers in the middle": PAGE % "DejaVu Sans" + CELLS % ("1pt 5pt", "center", "bottom")
    + "table{width:100%;border:.8pt solid} thead{border-bottom:.6pt solid} tbody tr:nth-child(odd){background:#f3eedd}"
    + "td:first-child,th:first-child{text-align:left}",
    "a hair rule below each row": PAGE % "DejaVu Sans" + CELLS % ("2pt 4pt", "left", "top")
    + "table{width:100%;border-top:1.6pt solid} td,th{border-bottom:.4pt solid #999}",
    "no space between rows": PAGE % "DejaVu Serif" + CELLS % ("0 6pt", "left", "top") + BOOK
    + "td:not(:first-child){text-align:center}",
    "over two columns of text": PAGE % "DejaVu Serif" + CELLS % ("1pt 5pt", "left", "top") + BOOK
    + ".c{column-count:2}",
}  # fmt: skip


def rows_of(path: Path) -> list[tuple[list[str], bool]]:
    """The rows of a PDF's tables, and whether the second reader reads them alike."""
    lines = [line for line in read(path).lines if " | " in line.text or line.text[:1] == "|"]
    return [([cell.strip() for cell in line.text.split("|")], not line.once) for line in lines]


def scored(answers: dict[str, list[list[str]]], folder: Path = TABLES) -> dict[str, Any]:
    """The scorer's names after it has scored the answers."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(answers, file)
        file.flush()
        with patch.object(sys, "argv", ["score.py", file.name]), redirect_stdout(io.StringIO()):
            return runpy.run_path(str(folder / "score.py"))


def _second(path: Path) -> list[str]:
    """The rows of tables in what the second reader writes."""
    pages = pdf_inspector.extract_pages_markdown(str(path)).pages
    lines = [line for page in pages for line in page.markdown.split("\n")]
    return [line for line in lines if line.startswith("|") and set(line) - set("|-: ")]


def figures(folder: Path, name: str) -> Iterator[str]:
    """The table's rows for one folder of printed tables: ours, the second reader's, and what both read alike."""
    paths = sorted(folder.glob("*.pdf"))
    ours = {path.stem: rows_of(path) for path in paths}
    theirs = {path.stem: [re.split(r"(?<!\\)\|", line.strip().strip("|")) for line in _second(path)] for path in paths}
    score = scored({stem: [cells for cells, _ in rows] for stem, rows in ours.items()}, folder)
    second = scored(theirs, folder)
    total = score["total"]
    yield f"| {name}: rows whole | {score['hit']} of {total} ({score['hit'] / total:.3f}) |"
    yield f"| {name}: rows wrong | {score['extra']} of {total} ({score['extra'] / total:.3f}) |"
    yield f"| {name}: rows whole, rows wrong of the second reader | {second['hit']}, {second['extra']} of {total} |"
    rows = right = cells = good = 0
    for gold in score["gold"]:
        pool = Counter(each for variant in score["variants"](gold["k"]) for each in variant)
        for printed, alike in ours[f"{gold['k']:02d}"]:
            key = score["key"](printed)
            if alike and len(key) > 1:
                numbers = sum(bool(NUMBER.match(cell)) for cell in key)
                rows, right = rows + 1, right + (pool[key] > 0)
                cells, good = cells + numbers, good + numbers * (pool[key] > 0)
    yield f"| {name}: rows that both read alike, right | {right} of {rows} |"
    yield f"| {name}: cells with a number in them, right | {good} of {cells} |"


def printed_tables() -> Iterator[str]:
    """The figures of the tables that lie beside the project."""
    if TABLES.is_dir():
        yield from figures(TABLES, "25 tables printed to PDF")


def tables_of_articles() -> Iterator[tuple[str, str]]:
    """Tables of a size that a page holds, with their article's name."""
    for path in sorted((SHARED / "papers/plos").glob("*.xml")):
        for table in etree.parse(str(path), etree.XMLParser(recover=True)).iter("{*}table"):
            rows = list(table.iter("{*}tr"))
            texts = ["".join(cell.itertext()) for row in rows for cell in row if isinstance(cell.tag, str)]
            wide = max(sum(int(c.get("colspan") or 1) for c in row if isinstance(c.tag, str)) for row in rows)
            few = sum(bool(re.search(r"\d", text)) for text in texts) < 6
            if 3 <= len(rows) <= 30 and 2 <= wide <= 11 and not few and max(map(len, texts)) <= 160:
                text = etree.tostring(table, encoding="unicode", with_tail=False)
                text = re.sub(r"<(/?)italic\b", r"<\1i", re.sub(r"<(/?)bold\b", r"<\1b", text))
                yield path.stem, re.sub(r"<(/?)xref\b", r"<\1span", text)


def styles() -> Iterator[str]:
    """The figures of all tables in each style."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    for name, style in STYLES.items():
        with tempfile.TemporaryDirectory() as made:
            folder, gold = Path(made), []
            shutil.copyfile(TABLES / "score.py", folder / "score.py")
            for k, (paper, table) in enumerate(tables_of_articles(), 1):
                page = folder / f"{k:02d}.html"
                behind = f"<div class=c><p>{TEXT}</p><p>{TEXT}</p></div>"
                body = f"<p>{TEXT}</p><p><b>Table {k}.</b> Results.</p>{table}{behind}"
                page.write_text(f"<meta charset=utf-8><style>{style}</style>{body}", encoding="utf-8")
                flags = (
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-pdf-header-footer",
                    "--disable-pdf-tagging",
                )
                target = f"--print-to-pdf={page.with_suffix('.pdf')}"
                subprocess.run([browser, *flags, target, page.as_uri()], capture_output=True, check=True)
                gold.append({"k": k, "paper": paper, "rows": []})
            (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
            yield from figures(folder, f"{len(gold)} tables, {name}")


if __name__ == "__main__":
    print("| what | figure |\n|---|---:|")
    for line in (*printed_tables(), *(styles() if "--styles" in sys.argv else ())):
        print(line, flush=True)

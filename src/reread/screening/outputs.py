"""In which files does a screening stand? A CSV, JSON and Parquet with the same rows, and a summary page."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import Any
from urllib.parse import quote

from reread.files.problem import screen, storable
from reread.files.results import csv_text, write_json, write_whole
from reread.report.render import render
from reread.screening.row import CLASSES, COLUMNS
from reread.words import Words

SHOWN = 200  # rows on the page; all of them stand in the tables
TONES = {"crosses": "no", "inconsistent": "no", "undecided": "open", "consistent": "ok", "nothing": "", "unread": ""}
MARKS = {"crosses": "✕", "inconsistent": "✕", "undecided": "?", "consistent": "✓", "nothing": "–", "unread": "!"}
Z = 1.959964


def write(folder: Path, rows: Sequence[Mapping[str, Any]], pages: Mapping[str, str], corpus: Path, say: Words) -> str:
    """Write the tables and the page; a sentence on Parquet where it could not be written."""
    table = [{name: row[name] for name in COLUMNS} for row in rows]
    write_whole(folder / "screening.csv", csv_text([COLUMNS, *([_cell(v) for v in row.values()] for row in table)]))
    write_json(folder / "screening.json", [{k: _plain(v) for k, v in row.items()} for row in table])
    note = _parquet(folder / "screening.parquet", table)
    tables = [f"screening.{kind}" for kind in ("csv", "json", "parquet") if kind != "parquet" or not note]
    write_whole(folder / "index.html", page(rows, pages, corpus, tables, say))
    return note


def _cell(value: object) -> str:
    return " ".join(screen(storable(str(value))).split())


def _plain(value: object) -> object:
    return storable(value) if isinstance(value, str) else value


def _parquet(path: Path, table: Sequence[Mapping[str, Any]]) -> str:
    import pandas as pd

    made = pd.DataFrame([{k: _plain(v) for k, v in row.items()} for row in table], columns=list(COLUMNS))
    try:
        write_whole(path, made.to_parquet(index=False))
    except ImportError:
        return "screening.parquet was not written: it needs pyarrow (pip install 'reread[parquet]')"
    return ""


def interval(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share, in percent (Wilson 1927, doi:10.1080/01621459.1927.10502953).

    >>> [round(end, 1) for end in interval(0, 10)], [round(end, 1) for end in interval(15, 50)]
    ([0.0, 27.8], [19.1, 43.8])
    """
    if not of:
        return 0.0, 100.0
    share, z2 = hits / of, Z * Z
    middle, half = share + z2 / (2 * of), Z * sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    return tuple(100 * max(0.0, min(1.0, (middle + side * half) / (1 + z2 / of))) for side in (-1, 1))  # type: ignore[return-value]


def page(
    rows: Sequence[Mapping[str, Any]], pages: Mapping[str, str], corpus: Path, tables: Sequence[str], say: Words
) -> str:
    """The summary page as HTML text."""
    count = Counter(row["class"] for row in rows)
    asked = sum(count[name] for name in CLASSES[:4])
    rates = []
    for name, of in (*((name, asked) for name in CLASSES[:4]), ("nothing", len(rows)), ("unread", len(rows))):
        low, high = interval(count[name], of)
        share = f"{100 * count[name] / of:.1f}" if of else "–"
        share = say("screening.share", share=share, low=f"{low:.1f}", high=f"{high:.1f}")
        rates.append({**_class(name, say), "n": f"{count[name]:,}", "of": f"{of:,}", "share": share if of else "–"})
    looked = [row for row in rows if row["class"] in CLASSES[:3]]
    return render(
        "screening", say, rates=rates,
        lede=say(
            "screening.lede", documents=f"{len(rows):,}", asked=f"{asked:,}", read=f"{len(rows) - count['unread']:,}",
        ),
        tables=tables,
        rows=[_shown(row, pages, corpus, say) for row in looked[:SHOWN]],
        more=max(0, len(looked) - SHOWN),
        unread=[{"name": row["document"], "why": row["problem"]} for row in rows if row["class"] == "unread"][:SHOWN],
    )  # fmt: skip


def _class(name: str, say: Words) -> dict[str, str]:
    return {"tone": TONES[name], "mark": MARKS[name], "say": say(f"screening.classes.{name}")}


def _shown(row: Mapping[str, Any], pages: Mapping[str, str], corpus: Path, say: Words) -> dict[str, Any]:
    where = pages.get(row["sha256"], "")
    return {
        **row, **_class(row["class"], say), "href": quote(where),
        "command": "" if where else f"reread read {_quoted(str(corpus / row['document']))}",
    }  # fmt: skip


def _quoted(path: str) -> str:
    return shlex.quote(screen(path))

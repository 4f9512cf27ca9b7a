"""How are files written, so that each stands there whole or not at all, and how are results read?

JSON, the same bytes for the same content, one place that decides. A cell of a CSV that a spreadsheet would execute
stands behind an apostrophe; numbers stay as they are, and what reads such a file again takes the apostrophe away.

>>> [harmless(cell) for cell in ("=1+1", "-0.45", "−.5 %", "=", "@a", "-2 to 3", "'=a", "t(5) = 2")]
["'=1+1", '-0.45', '−.5 %', '=', "'@a", "'-2 to 3", "''=a", 't(5) = 2']
>>> as_it_was("'=1+1"), as_it_was("''=a"), as_it_was("'tis")
('=1+1', "'=a", "'tis")
"""

import csv
import io
import json
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

EXECUTED = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")  # at the beginning of a cell; wide forms, too
# the same behind what some spreadsheets take for the end of a cell
BEGINS = r"'*(?:[=@\uff1d\uff20]|[+\-\uff0b\uff0d](?![\d.,\s]))"
SPLIT, WAS_SPLIT = (re.compile(rf"([;\t]\s*){mark}({BEGINS})") for mark in ("", "'"))
PLAIN = re.compile(r"[=+\-]|[+\-]?[\d., ]*\d[\d., ]*(?:[eE][+\-]?\d+)? ?%?")  # a sign alone, or a number


def write_json(path: Path, data: dict[str, Any] | list[Any]) -> None:
    """Write a result file; its folder is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, json.dumps(data, indent=1, ensure_ascii=False, allow_nan=False) + "\n")


def write_whole(path: Path, text: str | bytes) -> None:
    """Write a file beside its place and put it there in one step: whoever looks sees the old one or the new one.

    Whatever stops it (a full disk, a kill) leaves the old one. Half a character is written out. Raises OSError.
    """
    data = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    beside = path.with_name(f".{os.getpid()}.part")
    try:
        with beside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def read_json(path: Path) -> dict[str, Any]:
    """Read a result file. A missing one is `{"ok": False}` without a problem: the stage has not run."""
    if not path.is_file():
        return {"ok": False}
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def after(stage: str, study: str) -> dict[str, Any]:
    """The outcome of a stage that could not start because an earlier one failed."""
    return {"ok": False, "study": study, "waits_for": stage}


def harmless(cell: str) -> str:
    """A cell that no spreadsheet executes, nor one that takes a semicolon or a tab for the end of a cell."""
    cell = SPLIT.sub(r"\1'\2", cell)
    return f"'{cell}" if EXECUTED.match(cell) and not PLAIN.fullmatch(cell) else cell


def as_it_was(cell: str) -> str:
    """A cell before it was made harmless."""
    cell = cell[1:] if cell.startswith("'") and EXECUTED.match(cell) else cell
    return WAS_SPLIT.sub(r"\1\2", cell)


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows as the text of a CSV file."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([[harmless(cell) for cell in row] for row in rows])
    return out.getvalue()

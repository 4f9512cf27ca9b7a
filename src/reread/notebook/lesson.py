"""What do the questions at the top of each notebook come to, as a student would find out?

IN: `notebooks/questions.yaml`, the notebooks, and one line of a notebook's settings cell to change for each question.
OUT: the notebook with that line changed, and what stands in a result file. MAY NOT: know an answer; every answer is
looked up in the result file of a run.

>>> changed_source("level = 0.95  # 0 to 1\\nother = 3", "level", "0.9")
'level = 0.9  # 0 to 1\\nother = 3'
>>> looked_up({"tables": [{"id": "by_day", "rows": [["1", "97"], ["2", "78"]]}]}, "tables.by_day.rows.2.1")
'78'
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from pydantic import Field

from reread.files.problem import Problem
from reread.files.results import read_json
from reread.files.written import Written

STAGES = ("extract", "study", "findings", "appraisal")


class Question(Written):
    """One question: its notebook and study (none: all studies), the change that answers it, and where the answer is."""

    notebook: str
    study: str = ""
    ask: str
    change: dict[str, str]
    look: str


class Questions(Written):
    """`notebooks/questions.yaml`."""

    questions: list[Question] = Field(min_length=1)


def changed_notebook(source: Path, change: dict[str, str], to: Path) -> Path:
    """A copy of a notebook with some lines of its settings cell changed. Raises Problem for a setting it has not."""
    notebook = json.loads(source.read_text(encoding="utf-8"))
    cell = next((c for c in notebook["cells"] if "settings" in c["metadata"].get("tags", [])), None)
    if cell is None:
        raise Problem(str(source), "cells", "no cell tagged settings", "the tag settings on one cell")
    text = "".join(cell["source"])
    for name, value in change.items():
        if not re.search(rf"(?m)^{re.escape(name)} = ", text):
            raise Problem(str(source), "settings cell", f"no line “{name} = …”", "a setting of this notebook")
        text = changed_source(text, name, value)
    cell["source"] = text.splitlines(keepends=True)
    path = to / source.name
    path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def changed_source(text: str, name: str, value: str) -> str:
    """The text of a cell in which one line gives another value; its comment stays."""

    def other(match: re.Match[str]) -> str:
        return f"{name} = {value}{match[1] or ''}"

    return re.sub(rf"(?m)^{re.escape(name)} = .*?(  #.*)?$", other, text)


def results_of(question: Question, results: Path) -> dict[str, Any]:
    """The result file that a question looks into."""
    return read_json(results / question.study / f"{Path(question.notebook).stem}.json")


def looked_up(found: Any, path: str) -> str:
    """What stands at a path of names: of a list, the entry with that id, the row that begins with it, or its number.

    Raises KeyError for a path that leads nowhere.
    """
    node, parts = found, path.split(".")
    for part in parts:
        node = _inside(node, part, path)
    if isinstance(node, dict):
        return "; ".join(f"{key}: {'–' if value is None else value}" for key, value in node.items())
    return " · ".join(map(str, node)) if isinstance(node, list) else str(node)


def _inside(node: Any, part: str, path: str) -> Any:
    if isinstance(node, dict) and part in node:
        return node[part]
    if isinstance(node, list):
        for entry in node:
            begins = entry.get("id") if isinstance(entry, dict) else entry[0] if isinstance(entry, list) else None
            if begins == part:
                return entry
        if part.isdigit() and int(part) < len(node):
            return node[int(part)]
    raise KeyError(f"{path}: nothing named {part}")

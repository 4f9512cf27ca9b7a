"""A small invented study and a small notebook: a run of them costs little, and one place at a time is easily spoilt."""

from __future__ import annotations

import json
from pathlib import Path

STUDY = """\
title: A small study
design: {kind: one-group pretest-posttest, paired: true}
n: "{12} people took part"
outcomes:
  score:
    label: Score
    before: {mean: "Before | {3.25} ± 0.45", sd: "Before | 3.25 ± {0.45}"}
    after: {mean: "After | {3.75} ± 0.45"}
"""
TRANSCRIPT = """\
# A small study

In all, 12 people took part, and none left.

| Before | 3.25 ± 0.45 |
| After | 3.75 ± 0.45 |
"""
SETTINGS = "# set by the pipeline\nstudy = studies = results = evidence = ''\nseed = 0"
# without the package and pandas a notebook costs half a second
CELLS = """\
import json, pathlib
made = {"ok": True, "study": study, "notebook": NAME, "values": {}, "figures": [], "tables": [], "notes": ["A note."]}
pathlib.Path(results, study, f"{NAME}.json").write_text(json.dumps(made, indent=1) + "\\n")
"""


def study(folder: Path, study_file: str = STUDY, **documents: str | bytes) -> Path:
    """Write a study folder; without documents the transcript. A name like original_md is original.md."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in {"study_yaml": study_file, **(documents or {"transcript_md": TRANSCRIPT})}.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name.replace("_", ".")).write_bytes(data)
    return folder


def notebook(folder: Path, name: str = "rivals", first: str = "") -> Path:
    """Write a notebook that hands one note to the page, after what stands in `first`."""
    cells = [
        {"cell_type": "code", "id": f"cell-{k}", "metadata": {"tags": tags}, "source": source.splitlines(keepends=True),
         "execution_count": None, "outputs": []}
        for k, (tags, source) in enumerate([(["parameters"], SETTINGS), ([], first), ([], f"NAME = {name!r}\n{CELLS}")])
    ]  # fmt: skip
    kernel = {"kernelspec": {"display_name": "Reread", "language": "python", "name": "reread"}}
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.ipynb"
    path.write_text(json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}, indent=1))
    return path

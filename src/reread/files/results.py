"""How are result files written and read? JSON, the same bytes for the same content, one place that decides."""

import json
from pathlib import Path
from typing import Any


def write_json(path: Path, data: dict[str, Any] | list[Any]) -> None:
    """Write a result file; its folder is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False, allow_nan=False) + "\n", encoding="utf-8")


def read_json(path: Path) -> dict[str, Any]:
    """Read a result file. A missing one is `{"ok": False}` without a problem: the stage has not run."""
    if not path.is_file():
        return {"ok": False}
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def after(stage: str, study: str) -> dict[str, Any]:
    """The outcome of a stage that could not start because an earlier one failed."""
    return {"ok": False, "study": study, "waits_for": stage}

"""What did the stages of one study leave behind?

Each stage left one JSON with `ok`. A file that says `ok: false` is a failure that the page names; a file that is not
there is only missing (not every design is reconstructed or simulated).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from reread.files.results import as_it_was
from reread.words import Words

STAGES = ("study", "extract", "findings", "explain", "consistency", "reconstruction", "rivals", "appraisal")


@dataclass(frozen=True)
class Results:
    """The result files of one study: stages by name, and the ledger's rows."""

    folder: Path
    study: str
    stages: Mapping[str, dict[str, Any]]
    numbers: list[dict[str, str]]

    @classmethod
    def read(cls, results: Path, study: str) -> Results:
        """Read whatever is there under `results/{study}/`."""
        folder = results / study
        more = sorted(path.stem for path in (folder / "notebooks").glob("*.ipynb") if path.stem not in STAGES)
        return cls(
            folder, study, {name: _stage(folder, name) for name in (*STAGES, *more)}, _ledger(folder / "numbers.csv")
        )

    @classmethod
    def across(cls, results: Path, notebook: str) -> Results:
        """What a notebook made once of all studies, in `results/` itself."""
        return cls(results, "", {notebook: _stage(results, notebook)}, [])

    def __getitem__(self, stage: str) -> dict[str, Any]:
        return self.stages[stage]

    @property
    def more(self) -> list[str]:
        """Notebooks beside those that the page knows by name."""
        return [name for name in self.stages if name not in STAGES]

    def ok(self, stage: str) -> bool:
        """Did the stage leave a result?"""
        return bool(self.stages[stage].get("ok"))

    def missing(self, stage: str) -> bool:
        """Is there no file of this stage at all?"""
        return not self.stages[stage]

    def values(self, notebook: str) -> dict[str, Any]:
        """The values that a notebook computed for the answers; empty where it did not."""
        return dict(self.stages[notebook].get("values") or {}) if self.ok(notebook) else {}

    @cached_property
    def findings(self) -> list[dict[str, Any]]:
        """All findings, in the order of the checks."""
        return list(self.stages["findings"].get("findings") or [])

    @cached_property
    def problems(self) -> list[dict[str, str]]:
        """Each failure once, though later stages repeat it, in the order of the stages."""
        found: list[dict[str, str]] = []
        for name, stage in self.stages.items():
            if stage.get("problem") and not stage.get("ok"):
                told = {part: text for part, text in stage["problem"].items() if part != "others"}
                for one in (told, *stage["problem"].get("others", ())):
                    problem = {"stage": name, **{k: str(v) for k, v in {**told, **one}.items()}}
                    if all(_reason(problem) != _reason(other) for other in found):
                        found.append(problem)
        return found

    def lost(self, stage: str, words: Words) -> str:
        """The sentence in place of what this stage did not compute."""
        if self.missing(stage) and not self.problems:
            return words("page.lost.missing", stage=stage_name(stage, words))
        first = self.problems[0] if self.missing(stage) else self.stages[stage].get("problem") or {}
        name = first.get("stage") or self.stages[stage].get("waits_for") or stage
        return words("page.lost.failed", stage=stage_name(name, words))


def stage_name(stage: str, words: Words) -> str:
    """A stage as the page calls it; an unknown one by its own name."""
    return words.get(f"page.stages.{stage}", stage.replace("_", " "))


def _reason(problem: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(problem.get(key, "") for key in ("file", "place", "found", "write"))


def _stage(folder: Path, name: str) -> dict[str, Any]:
    path = folder / f"{name}.json"
    if not path.is_file():
        return {}
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        return _unreadable(name, path, str(error))
    return loaded if isinstance(loaded, dict) and loaded else _unreadable(name, path, "no object")


def _unreadable(name: str, path: Path, found: str) -> dict[str, Any]:
    problem = {"stage": name, "file": path.name, "place": "", "found": found, "write": "", "log": ""}
    return {"ok": False, "problem": problem}


def _ledger(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return [{key: as_it_was(value or "") for key, value in row.items()} for row in csv.DictReader(stream)]

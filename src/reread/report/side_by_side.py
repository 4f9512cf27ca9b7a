"""How do all studies stand side by side, and in which order?

IN: the studies' folders and what the stages left of each in results/. OUT: one `Read` for each, ordered: studies with
their own document first, then studies known at second hand, then texts without a study. MAY NOT: check or judge anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reread.files.results import read_json
from reread.study.load import load_study
from reread.study.values import Study

NO_STUDY = "text without a study"


@dataclass(frozen=True)
class Read:
    """A study that was read, its findings, and how far its design tells (no, partly, yes)."""

    study: Study
    findings: Sequence[Mapping[str, Any]]
    tells: str

    @property
    def title(self) -> str:
        """What the study is called."""
        return self.study.file.title

    @property
    def is_study(self) -> bool:
        """Is it more than a text that reports no measurements of its own?"""
        return self.study.file.design.kind != NO_STUDY


def rank(kind: str, reported_by: str) -> int:
    """Own document, second hand, text without a study: 0, 1, 2."""
    return 2 if kind == NO_STUDY else int(bool(reported_by))


def read_all(names: Iterable[str], studies: Path, results: Path) -> tuple[list[Read], list[str]]:
    """The studies in order (without names, all that have results), and the names of those that a stage failed on."""
    found = list(names) or sorted(path.parent.name for path in results.glob("*/study.json"))
    read, lost = [], []
    for name in dict.fromkeys(found):
        stages = [read_json(results / name / f"{stage}.json") for stage in ("extract", "findings", "appraisal")]
        if not all(stage["ok"] for stage in stages):
            lost.append(name)
            continue
        study, design = load_study(studies / name, results / name), stages[2]["design"]
        if study.file.confirmed:  # what nobody has confirmed stands beside nothing
            read.append(Read(study, stages[1]["findings"], design["tells"]))
    files = {one.study.id: one.study.file for one in read}
    read.sort(key=lambda one: (rank(files[one.study.id].design.kind, files[one.study.id].reported_by), one.study.id))
    return read, lost

"""The invented study in `pots/`, as the pipeline would leave its results, and the variants that tests ask for.

Every number and name in it is made up, and its field is horticulture: nothing in the page may depend on a subject.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

POTS = Path(__file__).parent / "pots"
STUDY = "shade_2031"
STAGES = ("study", "extract", "findings", "consistency", "reconstruction", "rivals", "appraisal")
CONTEXT: dict[str, Any] = {
    "versions": {"reread": "0.1.0", "python": "3.11"},
    "seed": 11,
    "changed": [],
    "language": "en",
    "conventions": ["Half-up and half-even rounding, ends closed."],
    "downloads": [{"href": "downloads/numbers.csv", "label": "Every number, as CSV", "bytes": 2310}],
}

Made = dict[str, dict[str, Any]]


def stages() -> Made:
    """All result files of the invented study."""
    return {name: json.loads((POTS / f"{name}.json").read_text(encoding="utf-8")) for name in STAGES}


def failed(stage: str) -> dict[str, Any]:
    """What a stage leaves that could not do its work."""
    problem = {
        "stage": stage,
        "file": f"studies/{STUDY}/study.yaml",
        "place": f"the place that {stage} names",
        "found": "no “Mean ± SD | {0.26}” in transcript.md",
        "write": "the words as the document prints them",
        "log": f"logs/{stage}.txt",
    }
    return {"ok": False, "problem": problem}


def every_finding(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Made:
    """The study with each finding changed."""
    made = stages()
    made["findings"]["findings"] = [{**finding, **change(finding)} for finding in made["findings"]["findings"]]
    return made


def agreeing() -> Made:
    """The study with nothing that cannot agree."""
    return every_finding(lambda _: {"status": "consistent", "kind": "", "decision_error": False})


def document_only() -> Made:
    """A document without a study file: generic findings, no roles, no notebooks, no claims."""
    made = every_finding(lambda _: {"roles": []})
    study = {"ok": True, "study": STUDY, "title": "", "cite": {}, "design": {}, "outcomes": [], "language": ""}
    appraisal = {**made["appraisal"], "computed": [], "instruments": [], "concessions": [], "ask": [], "claims": []}
    return {"study": study, "extract": made["extract"], "findings": made["findings"], "appraisal": appraisal}


def leaflet() -> Made:
    """A text without a study of its own."""
    design = {"kind": "text without a study", "control": "none", "paired": False}
    study = {**stages()["study"], "title": "Shade cloth for kitchen gardens", "design": design, "outcomes": []}
    appraisal = {**document_only()["appraisal"], "design": {"tells": "no", "say": "There is no design.", "because": ""}}
    return {"study": study, "findings": {"ok": True, "findings": [], "not_checked": []}, "appraisal": appraisal}


def write(results: Path, made: Made | None = None, study: str = STUDY, roles: bool = True) -> Path:
    """Write the results of one study below `results`, which is returned."""
    folder = results / study
    shutil.copytree(POTS, folder, ignore=shutil.ignore_patterns("*.json"))
    for name, stage in (stages() if made is None else made).items():
        text = json.dumps(stage, indent=1, ensure_ascii=False, sort_keys=False) + "\n"
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    if not roles:
        _without_roles(folder / "numbers.csv")
    return results


def _without_roles(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [{**row, "role": ""} for row in csv.DictReader(stream)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)

"""Extract every number that a study's documents print, with its place."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from reappraise.extract import ledger
from reappraise.extract.study_folder import Extracted, extract, record
from reappraise.problem import Problem
from reappraise.results_json import write_json


def arguments(parser: ArgumentParser) -> None:
    """`reappraise extract studies/<id> --out results/<id>`"""
    parser.add_argument("folder", type=Path, help="the study's folder, with study.yaml and its documents")
    parser.add_argument("--out", type=Path, required=True, help="the study's folder under results/")


def run(args: Namespace) -> int:
    """Write numbers.csv, extract.json and study.json."""
    study = args.folder.name
    args.out.mkdir(parents=True, exist_ok=True)
    try:
        extracted = extract(args.folder)
    except Problem as problem:
        ledger.write([], args.out / "numbers.csv")
        write_json(args.out / "extract.json", {"study": study, **problem.record("extract")})
        write_json(args.out / "study.json", {"ok": False, "study": study, "title": study})
        return 0
    ledger.write(extracted.numbers, args.out / "numbers.csv")
    write_json(args.out / "extract.json", record(study, extracted))
    write_json(args.out / "study.json", about(study, extracted))
    return 0


def about(study: str, extracted: Extracted) -> dict[str, Any]:
    """What pages say of a study in their heads."""
    file = extracted.file
    printed = {row.role: row.reported().shown for row in reversed(extracted.numbers)}
    return {
        "ok": True, "study": study, "title": file.title, "language": file.language, "n": printed.get("n", ""),
        "cite": file.cite.model_dump(), "reported_by": file.reported_by, "cause": file.cause,
        "design": {"kind": file.design.kind, "control": file.design.control, "paired": file.design.paired},
        "outcomes": [{"name": name, "label": o.label, "unit": o.unit} for name, o in file.outcomes.items()],
        "parts": sorted(file.model_dump(exclude_defaults=True)), "rests_on": list(file.rests_on),
        "roles": [role for role, _ in file.locators()],
    }  # fmt: skip

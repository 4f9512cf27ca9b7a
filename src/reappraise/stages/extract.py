"""Print every number of a document as CSV, or write the ledger of a study's folder."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from reappraise.documents import read
from reappraise.extract import ledger, whole_document
from reappraise.extract.study_folder import Extracted, extract, record
from reappraise.problem import Problem
from reappraise.results_json import write_json


def arguments(parser: ArgumentParser) -> None:
    """`reappraise extract FILE`, or `reappraise extract studies/<id> --out results/<id>`"""
    parser.add_argument("path", type=Path, help="a document, or a study's folder with study.yaml and its documents")
    parser.add_argument("--out", type=Path, help="for a study's folder: its folder under results/")


def run(args: Namespace) -> int:
    """Print the ledger of a document, or write numbers.csv, extract.json and study.json of a study."""
    if not args.path.is_dir():
        ledger.write_to(sys.stdout, whole_document.numbers(read(args.path)))
        return 0
    if args.out is None:
        raise Problem(str(args.path), "--out", "no folder for the results", "--out results/<id>")
    study = args.path.name
    args.out.mkdir(parents=True, exist_ok=True)
    try:
        extracted = extract(args.path)
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

"""Explain which fewest departures from what the paper says would make its printed numbers agree."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reread import words
from reread.explain import explain, in_conflict, never
from reread.files.problem import Problem
from reread.files.results import after, read_json, write_json
from reread.report.told import told
from reread.study.load import load_study

STAGES = {"extract": "extract", "check": "findings"}


def arguments(parser: ArgumentParser) -> None:
    """`reread explain studies/<id> --out results/<id>`"""
    parser.add_argument("folder", type=Path, help="the study's folder")
    parser.add_argument("--out", type=Path, required=True, help="the study's folder under results/")
    parser.add_argument("--seed", type=int, default=20250701, help="of the draws behind each coincidence")
    parser.add_argument("--language", default="en", help="the language of the words (default: en)")


def run(args: Namespace) -> int:
    """Write explanations.json (a list, best first) and explain.json (how it went, what nothing reconciles)."""
    name, out = args.folder.name, args.out / "explain.json"
    failed = next((stage for stage, file in STAGES.items() if not read_json(args.out / f"{file}.json")["ok"]), None)
    if failed:
        write_json(args.out / "explanations.json", [])
        write_json(out, after(failed, name))
        return 0
    try:
        study, say = load_study(args.folder, args.out), words.load(args.language)
        found = explain(study, args.seed)
        write_json(args.out / "explanations.json", [told(each, rank, say) for rank, each in enumerate(found, 1)])
        conflict = sorted(in_conflict(study))
        write_json(out, {"ok": True, "study": name, "in_conflict": conflict, "never": list(never(found))})
    except Problem as problem:
        write_json(args.out / "explanations.json", [])
        write_json(out, {"study": name, **problem.record("explain")})
    return 0

"""Explain which fewest departures from what the paper says would make its printed numbers agree."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reread import words
from reread.explain import Explanation, explain, in_conflict, never
from reread.files.languages import languages_argument, of_study
from reread.files.limits import guarded
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
    languages_argument(parser)


def run(args: Namespace) -> int:
    """Explain once, and write in every language explanations.json (best first) and explain.json (how it went)."""
    name, places = args.folder.name, of_study(args.out, args.language)
    failed = next((stage for stage, file in STAGES.items() if not read_json(args.out / f"{file}.json")["ok"]), None)
    found: Sequence[Explanation] = ()
    says: dict[Path, words.Words] = {}

    def made() -> tuple[Sequence[Explanation], dict[str, Any]]:
        study = load_study(args.folder, args.out)
        listed, conflict = explain(study, args.seed), sorted(in_conflict(study))
        return listed, {"ok": True, "study": name, "in_conflict": conflict, "never": list(never(listed))}

    try:
        if failed:
            outcome = after(failed, name)
        else:
            says = {place: words.of_study(args.folder, language) for language, place in places.items()}
            found, outcome = guarded(str(args.folder), made)
    except Problem as problem:
        outcome = {"study": name, **problem.record("explain")}
    for place in places.values():
        write_json(place / "explanations.json", [told(each, rank, says[place]) for rank, each in enumerate(found, 1)])
        write_json(place / "explain.json", outcome)
    return 0

"""Appraise how far the design lets anyone conclude."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reread import words
from reread.appraisal.instruments import robvis
from reread.appraisal.judge import appraisal
from reread.files.problem import Problem
from reread.files.results import after, read_json, write_json
from reread.study.load import load_study


def arguments(parser: ArgumentParser) -> None:
    """`reread appraise studies/<id> --out results/<id>`"""
    parser.add_argument("folder", type=Path, help="the study's folder")
    parser.add_argument("--out", type=Path, required=True, help="the study's folder under results/")
    parser.add_argument(
        "--claims", type=Path, nargs="*", default=[], help="claims.yaml of studies that may say otherwise"
    )
    parser.add_argument("--language", default="en", help="the language of the words (default: en)")


def run(args: Namespace) -> int:
    """Write appraisal.json. It needs the extracted study; findings are used where there are any."""
    name, out = args.folder.name, args.out / "appraisal.json"
    if not read_json(args.out / "extract.json")["ok"]:
        write_json(out, after("extract", name))
        return 0
    findings = read_json(args.out / "findings.json")
    try:
        study = load_study(args.folder, args.out)
        listed = findings["findings"] if findings["ok"] else None
        beside = [path.parent for path in args.claims]
        made = appraisal(args.folder, study, listed, words.load(args.language), beside)
        write_json(out, made)
        for name_of, text in robvis(name, made["instruments"]).items():
            (args.out / f"{name_of}.robvis.csv").write_text(text, encoding="utf-8")
    except Problem as problem:
        write_json(out, {"study": name, **problem.record("appraise")})
    return 0

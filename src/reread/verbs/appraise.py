"""Appraise how far the design lets anyone conclude."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reread import words
from reread.appraisal.instruments import filled_in, robvis
from reread.appraisal.judge import appraisal
from reread.files.languages import languages_argument, of_study
from reread.files.limits import guarded
from reread.files.problem import Problem
from reread.files.results import after, read_json, write_json, write_whole
from reread.study.load import load_study


def arguments(parser: ArgumentParser) -> None:
    """`reread appraise studies/<id> --out results/<id>`"""
    parser.add_argument("folder", type=Path, help="the study's folder")
    parser.add_argument("--out", type=Path, required=True, help="the study's folder under results/")
    parser.add_argument(
        "--claims",
        type=Path,
        nargs="*",
        default=[],
        help="claims.yaml of studies that may say otherwise, or a list of such files (.sha256)",
    )
    parser.add_argument("--evidence", type=Path, help="the folder with trials.csv, for what trials elsewhere report")
    languages_argument(parser)


def run(args: Namespace) -> int:
    """Write appraisal.json in every language. It needs the extracted study; findings are used where there are any."""
    for language, place in of_study(args.out, args.language).items():
        in_language(args, language, place)
    return 0


def in_language(args: Namespace, language: str, place: Path) -> None:
    """Write appraisal.json, and the tables for robvis, in one language."""
    name, out = args.folder.name, place / "appraisal.json"
    if not read_json(place / "extract.json")["ok"]:
        write_json(out, after("extract", name))
        return
    findings = read_json(place / "findings.json")
    listed = findings["findings"] if findings["ok"] else None
    beside = [path.parent for path in _listed(args.claims)]

    def made() -> dict[str, Any]:
        study, say = load_study(args.folder, place), words.of_study(args.folder, language)
        told = read_json(place / "study.json").get("registered", ())
        return appraisal(args.folder, study, listed, say, beside, args.evidence, told)

    try:
        judged = guarded(str(args.folder), made)
        write_json(out, judged)
        for name_of, text in robvis(name, judged["instruments"]).items():
            write_whole(place / f"{name_of}.robvis.csv", text)
        for name_of, text in filled_in(judged["instruments"]).items():
            write_whole(place / f"{name_of}.csv", text)
    except Problem as problem:
        write_json(out, {"study": name, **problem.record("appraise")})


def _listed(given: Iterable[Path]) -> Iterator[Path]:
    """The files of claims: those that are named, and those of a list of digests and files."""
    for path in given:
        if path.suffix != ".sha256":
            yield path
            continue
        listed = (line.partition("  ")[2] for line in path.read_text(encoding="utf-8").splitlines())
        yield from (Path(name) for name in listed if name.endswith("/claims.yaml"))

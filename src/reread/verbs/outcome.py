"""Say how the run ended: every failure with study, stage and reason, and where the index is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from reread.files.languages import in_languages, languages_argument
from reread.files.results import read_json, write_json, write_whole


def arguments(parser: ArgumentParser) -> None:
    """`reread outcome <id> <id> … --results results`"""
    parser.add_argument("studies", nargs="*", help="the studies' folder names")
    parser.add_argument("--results", type=Path, default=Path("results"))
    parser.add_argument("--logs", type=Path, default=Path("logs"))
    parser.add_argument("--refused", nargs="*", default=[], help="folders whose names cannot be a study's name")
    languages_argument(parser)


def run(args: Namespace) -> int:
    """Print the outcome and write results/outcome.json."""
    places = list(in_languages(args.results, args.language).values())
    failures = [
        line for study in args.studies for place in places for line in failed(place / study, args.logs / study, study)
    ]
    failures += [line for place in places for line in failed(place, args.logs, "all studies")]
    failures = list(dict.fromkeys(failures))  # what fails, fails in every language
    failures += [f"{folder}: found a folder name with other than a–z, 0–9 and -; rename it" for folder in args.refused]
    write_json(args.results / "outcome.json", {"ok": not failures, "studies": args.studies, "failures": failures})
    index = ", ".join((place / "index.html").as_posix() for place in places)
    if not failures:
        print(f"Read {len(args.studies)} {'study' if len(args.studies) == 1 else 'studies'}. Open {index}")
        return 0
    print(f"\n{len(failures)} failed; everything else is in {index}")
    for line in failures:
        print(f"✗ {line}")
    return 1


def failed(folder: Path, logs: Path, whose: str) -> Iterator[str]:
    """Every stage that failed by itself (not only because an earlier one did), of what a folder of results holds."""
    for path in sorted(folder.glob("*.json")):
        stage = read_json(path)
        problem = stage.get("problem") if isinstance(stage, dict) else None  # explanations.json is a list
        if problem:
            log = logs / f"{path.stem}-failure.txt"
            if problem["log"]:
                log.parent.mkdir(parents=True, exist_ok=True)
                write_whole(log, problem["log"] + "\n")
            told = f" (log: {log.as_posix()})" if problem["log"] else ""
            for each in (problem, *problem.get("others", ())):
                where = ", ".join(part for part in (each["file"], each["place"]) if part)
                yield f"{whose}, {problem['stage']}: {where}: found {each['found']}; write {each['write']}{told}"

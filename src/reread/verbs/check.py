"""Check whether the printed numbers can all be true at once."""

from __future__ import annotations

import traceback
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reread import words
from reread.explain.as_read import findings_as_read
from reread.explain.benign import findings_with_readings
from reread.files.problem import Problem
from reread.files.results import after, read_json, write_json
from reread.report.told import rendered
from reread.study.finding import Finding, ordered
from reread.study.load import load_proposed, load_study
from reread.study.values import Study

NOT_CHECKED = {"other": "no_data", "dose": "dose"}


def arguments(parser: ArgumentParser) -> None:
    """`reread check studies/<id> --out results/<id>`"""
    parser.add_argument("folder", type=Path, help="the study's folder")
    parser.add_argument("--out", type=Path, required=True, help="the study's folder under results/, with numbers.csv")
    parser.add_argument("--language", default="en", help="the language of the words (default: en)")


def run(args: Namespace) -> int:
    """Write findings.json."""
    name, out = args.folder.name, args.out / "findings.json"
    if not read_json(args.out / "extract.json")["ok"]:
        write_json(out, after("extract", name))
        return 0
    try:
        write_json(out, of_folder(args.folder, args.out, words.load(args.language)))
    except Problem as problem:
        write_json(out, {"study": name, **problem.record("check")})
    return 0


def of_folder(folder: Path, results: Path, say: words.Words) -> dict[str, Any]:
    """findings.json: what is confirmed, and apart from it what the program read by itself. Raises Problem."""
    made, proposed = checked(load_study(folder, results), say), load_proposed(folder, results)
    if proposed is None:
        return {**made, "to_confirm": []}
    found, broken = findings_as_read(proposed)
    lost = {"not_checked": made["not_checked"] + list(_lost(broken, say))}
    problem = {"problem": _problem(broken)} if broken else {}
    return {**made, **lost, **problem, "to_confirm": [rendered(finding, proposed, say) for finding in found]}


def _lost(broken: dict[str, Exception], say: words.Words) -> Iterator[dict[str, Any]]:
    """Checks that broke, as rows of what was not checked."""
    for check, error in broken.items():
        yield {"role": "", "text": check, "why": say("findings.not_checked.broken", error=_told(error))}


def checked(study: Study, say: words.Words) -> dict[str, Any]:
    """findings.json of one study; a check that broke is told, and costs only its own findings."""
    findings, broken = findings_with_readings(study)
    listed = []
    for finding in ordered(findings, study):
        try:
            listed.append(rendered(finding, study, say))
        except KeyError as error:  # a new check without words
            broken.setdefault(finding.check, error)
    lost = list(_lost(broken, say))
    result: dict[str, Any] = {
        "ok": True,
        "study": study.id,
        "findings": listed,
        "not_checked": lost + list(unchecked(study, findings, say)),
    }
    return {**result, "problem": _problem(broken)} if broken else result


def unchecked(study: Study, findings: list[Finding], say: words.Words) -> Iterator[dict[str, Any]]:
    """The printed numbers with a role that no check used, and why."""
    used = {role for finding in findings for role in finding.roles}
    for role, value in study.values.items():
        if role not in used and role != "n" and not role.endswith(".level") and ".codes." not in role:
            kind = NOT_CHECKED.get(role.partition(".")[0], "no_check")
            yield {"role": role, "text": value.shown, "why": say(f"findings.not_checked.{kind}")}


def _problem(broken: dict[str, Exception]) -> dict[str, Any]:
    check, error = next(iter(broken.items()))
    place = f"with the checks {', '.join(broken)}" if len(broken) > 1 else ""
    log = "".join(traceback.format_exception(error))
    return {
        "stage": "check", "file": f"checks/{check}.py", "place": place,
        "found": _told(error), "write": "a check that runs", "log": log, "others": [],
    }  # fmt: skip


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"

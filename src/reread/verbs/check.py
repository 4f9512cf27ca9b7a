"""Check whether the printed numbers can all be true at once."""

from __future__ import annotations

import traceback
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reread import words
from reread.appraisal.arms import rows as rows_of_arms
from reread.appraisal.results import rows as rows_of_results
from reread.appraisal.table_one import rows as rows_of_characteristics
from reread.explain.as_read import findings_as_read
from reread.explain.benign import findings_with_readings
from reread.files.forked import within
from reread.files.languages import languages_argument, of_study
from reread.files.problem import Problem
from reread.files.results import after, read_json, write_json
from reread.report.told import rendered
from reread.study.arms import measured_twice
from reread.study.finding import Finding, ordered
from reread.study.load import load_proposed, load_study
from reread.study.values import Study

ADJUSTED = ("estimate", "se", "t", "p", "ci.low", "ci.high")
NOT_CHECKED = {"other": "no_data", "dose": "dose"}


def arguments(parser: ArgumentParser) -> None:
    """`reread check studies/<id> --out results/<id>`"""
    parser.add_argument("folder", type=Path, help="the study's folder")
    parser.add_argument("--out", type=Path, required=True, help="the study's folder under results/, with numbers.csv")
    languages_argument(parser)


def run(args: Namespace) -> int:
    """Check once, and write findings.json in every language."""
    name, places = args.folder.name, of_study(args.out, args.language)
    made: Iterable[dict[str, Any]]
    if not read_json(args.out / "extract.json")["ok"]:
        made = [after("extract", name)] * len(places)
    else:
        try:
            says = [words.of_study(args.folder, each) for each in places]
            made = within(str(args.folder), lambda: of_folder(args.folder, args.out, *says))
        except Problem as problem:
            made = [{"study": name, **problem.record("check")}] * len(places)
    for place, record in zip(places.values(), made, strict=True):
        write_json(place / "findings.json", record)
    return 0


def of_folder(folder: Path, results: Path, *says: words.Words) -> list[dict[str, Any]]:
    """findings.json in each language: what is confirmed, and apart from it what the program read by itself.

    Raises Problem.
    """
    study, proposed = load_study(folder, results), load_proposed(folder, results)
    found = findings_with_readings(study)
    confirmed = [checked(study, *found, say) for say in says]
    if proposed is None:
        return [{**made, "to_confirm": []} for made in confirmed]
    read, broken = findings_as_read(proposed)
    return [_with_proposed(made, proposed, read, broken, say) for made, say in zip(confirmed, says, strict=True)]


def _with_proposed(
    made: dict[str, Any], proposed: Study, found: list[Finding], broken: dict[str, Exception], say: words.Words
) -> dict[str, Any]:
    lost = {"not_checked": made["not_checked"] + list(_lost(broken, say))}
    problem = {"problem": _problem(broken)} if broken else {}
    return {**made, **lost, **problem, "to_confirm": [rendered(finding, proposed, say) for finding in found]}


def _lost(broken: dict[str, Exception], say: words.Words) -> Iterator[dict[str, Any]]:
    """Checks that broke, as rows of what was not checked."""
    for check, error in broken.items():
        yield {"role": "", "text": check, "why": say("findings.not_checked.broken", error=_told(error))}


def checked(study: Study, findings: list[Finding], broke: dict[str, Exception], say: words.Words) -> dict[str, Any]:
    """findings.json of one study; a check that broke is told, and costs only its own findings."""
    listed, broken = [], dict(broke)
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
        "used_by": [{"role": role, "by": say(f"findings.used_by.{key}")} for role, key in elsewhere(study)],
    }
    return {**result, "problem": _problem(broken)} if broken else result


def unchecked(study: Study, findings: list[Finding], say: words.Words) -> Iterator[dict[str, Any]]:
    """The printed numbers with a role that no check used, and why."""
    used = {role for finding in findings for role in finding.roles} | {role for role, _ in elsewhere(study)}
    for role, value in study.values.items():
        if role not in used and role != "n" and not role.endswith(".level") and ".codes." not in role:
            kind = NOT_CHECKED.get(role.partition(".")[0], "no_check")
            yield {"role": role, "text": value.shown, "why": say(f"findings.not_checked.{kind}")}


def elsewhere(study: Study) -> list[tuple[str, str]]:
    """Which printed numbers something else than a check uses: role, and `adjusted`, `characteristics` or `arms`."""
    found: list[tuple[str, str]] = []
    for measure in measured_twice(study):
        if not measure.why_not():
            beside = [sample.get("sd") for sample in (measure.change.samples if measure.change else ())]
            parts = [measure.adjusted.get(part) for part in ADJUSTED] if measure.adjusted else []
            found += [(value.role, "adjusted") for value in (*measure.printed(), *beside, *parts) if value]
    if study.file.design.kind.startswith("two-group"):
        found += [(value.role, "characteristics") for row in rows_of_characteristics(study) for value in row.values]
        found += [(value.role, "arms") for _, _, values in rows_of_arms(study) for value in values]
    if study.file.design.kind == "two-group randomised":
        values = [value for _, _, values in rows_of_results(study) for value in values]
        found += [(value.role, "arms") for value in values if value.role.startswith(("dose.", "flow.", "arms."))]
    return list(dict.fromkeys(found))


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

"""Print every number of a document as CSV, or write the ledger of a study's folder."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from reread.documents import read
from reread.files.problem import Problem
from reread.files.results import write_json
from reread.reading import whole_document
from reread.reading.links.cues import Cue
from reread.reading.methods import Mention
from reread.reading.proposal import proposal
from reread.reading.study_folder import Extracted, extract, record
from reread.reading.undescribed import Drafted, drafted, is_undescribed
from reread.study import ledger


def arguments(parser: ArgumentParser) -> None:
    """`reread extract FILE …`, or `reread extract studies/<id> --out results/<id>`"""
    parser.add_argument("path", type=Path, nargs="+", help="documents, or one study's folder with study.yaml")
    parser.add_argument("--out", type=Path, help="for a study's folder: its folder under results/")


def run(args: Namespace) -> int:
    """Print the ledger of documents, or write numbers.csv, extract.json and study.json of a study."""
    folder = args.path[0]
    if len(args.path) > 1 or not folder.is_dir():
        return documents(args.path)
    if args.out is None:
        raise Problem(str(folder), "--out", "no folder for the results", "--out results/<id>")
    return study_folder(folder, args.out)


def documents(paths: list[Path]) -> int:
    """Print one ledger; with several documents each row names its own. Exit code 1 if any cannot be read."""
    failed: list[Path] = []

    def rows() -> Iterator[ledger.Number]:
        for path in paths:
            try:
                yield from whole_document.numbers(read(path, path.name if len(paths) > 1 else ""))
            except Problem as problem:
                print(problem, file=sys.stderr)
                failed.append(path)

    ledger.write_to(sys.stdout, rows())
    return 1 if failed else 0


def study_folder(folder: Path, out: Path) -> int:
    """Read one study's folder."""
    study = folder.name
    out.mkdir(parents=True, exist_ok=True)
    try:
        own = drafted(folder) if is_undescribed(folder) else None
        extracted = own.extracted if own else extract(folder)
    except Problem as problem:
        ledger.write([], out / "numbers.csv")
        write_json(out / "extract.json", {"study": study, **problem.record("extract")})
        write_json(out / "study.json", {"ok": False, "study": study, "title": study})
        return 0
    ledger.write(extracted.numbers, out / "numbers.csv")
    write_json(out / "extract.json", recorded(study, extracted))
    write_json(out / "study.json", about(study, extracted, own))
    return 0


def about(study: str, extracted: Extracted, own: Drafted | None = None) -> dict[str, Any]:
    """What pages say of a study in their heads; of one that nobody has confirmed, nothing that counts."""
    file = extracted.file
    if not file.confirmed:
        told = head(study, replace(extracted, file=file.unread(), numbers=()))
        cues = own.proposal.cues if own else proposal(extracted.documents, file.title).cues
        places = {(d.tag, line.number): line.place for d in extracted.documents for line in d.lines}
        suggested = [suggestion(tag, cue, places[tag, cue.line + 1]) for tag, cue in cues]
        roles = [role for role, _ in file.locators()]
        return {**told, "roles": roles, "drafted": own.proposal.tree if own else None, "suggested": suggested}
    return head(study, extracted)


def recorded(study: str, extracted: Extracted) -> dict[str, Any]:
    """extract.json; of a study that nobody has confirmed only the lines that are quoted, those of linked numbers."""
    made = record(study, extracted)
    if extracted.file.confirmed:
        return made
    linked = {row.id for row in extracted.numbers if row.role}
    return {**made, "lines": {name: line for name, line in made["lines"].items() if name in linked}}


def suggestion(tag: str, cue: Cue, place: str) -> dict[str, Any]:
    """What a cue word suggests, where, in the document's words."""
    said = {"part": cue.part, "suggests": cue.suggests, "quote": cue.quote}
    return {**said, "document": tag, "line": cue.line + 1, "place": place}


def head(study: str, extracted: Extracted) -> dict[str, Any]:
    """What a study file says about its study."""
    file = extracted.file
    printed = {row.role: row.reported().shown for row in reversed(extracted.numbers)}
    return {
        "ok": True, "study": study, "confirmed": file.confirmed, "title": file.title, "language": file.language,
        "n": printed.get("n", ""), "cite": file.cite.model_dump(), "reported_by": file.reported_by, "cause": file.cause,
        "design": {"kind": file.design.kind, "control": file.design.control, "paired": file.design.paired},
        "outcomes": [{"name": name, "label": o.label, "unit": o.unit} for name, o in file.outcomes.items()],
        "parts": sorted(file.model_dump(exclude_defaults=True)), "rests_on": list(file.rests_on),
        "roles": [role for role, _ in file.locators()],
        "mentions": [mention(tag, each, extracted) for tag, each in extracted.mentions],
    }  # fmt: skip


def mention(tag: str, each: Mention, extracted: Extracted) -> dict[str, Any]:
    """A method that a document says it used, where, in its words."""
    number = each.line + 1
    place = next(line.place for d in extracted.documents if d.tag == tag for line in d.lines if line.number == number)
    return {"method": each.method, "document": tag, "line": number, "place": place, "quote": each.quote}

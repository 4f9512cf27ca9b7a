"""Print every number of a document as CSV, or write the ledger of a study's folder."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from reread.documents import read
from reread.files.forked import within
from reread.files.languages import languages_argument, of_study
from reread.files.problem import Problem
from reread.files.results import write_json
from reread.files.texts import read_texts, retold, untranslated
from reread.reading import whole_document
from reread.reading.blocked import words_of
from reread.reading.citations import record as citations
from reread.reading.firm import firm
from reread.reading.links.cues import Cue
from reread.reading.methods import Mention
from reread.reading.proposal import proposal
from reread.reading.quoted import quoted
from reread.reading.registered import Registered, registered
from reread.reading.study_folder import Extracted, extract, record
from reread.reading.undescribed import Drafted, drafted, is_undescribed
from reread.study import ledger
from reread.study.file import NOT_WRITTEN, StudyFile

NO_CAUSE: str = StudyFile.model_fields["cause"].default  # which the words of each language know
NOTHING: Mapping[str, str] = {}

CELLS = " | "  # between the cells of a row


def arguments(parser: ArgumentParser) -> None:
    """`reread extract FILE …`, or `reread extract studies/<id> --out results/<id>`"""
    parser.add_argument("path", type=Path, nargs="+", help="documents, or one study's folder with study.yaml")
    parser.add_argument("--out", type=Path, help="for a study's folder: its folder under results/")
    languages_argument(parser)


def run(args: Namespace) -> int:
    """Print the ledger of documents, or write numbers.csv, extract.json and study.json of a study."""
    folder = args.path[0]
    if len(args.path) > 1 or not folder.is_dir():
        return documents(args.path)
    if args.out is None:
        raise Problem(str(folder), "--out", "no folder for the results", "--out results/<id>")
    return study_folder(folder, args.out, args.language)


def documents(paths: list[Path]) -> int:
    """Print one ledger; with several documents each row names its own. Exit code 1 if any cannot be read."""
    failed: list[Path] = []

    def rows() -> Iterator[ledger.Number]:
        for path in paths:
            try:
                tag = path.name if len(paths) > 1 else ""
                yield from within(str(path), lambda: list(whole_document.numbers(read(path, tag))))  # noqa: B023
            except Problem as problem:
                print(problem, file=sys.stderr)
                failed.append(path)

    ledger.write_to(sys.stdout, rows())
    return 1 if failed else 0


def study_folder(folder: Path, out: Path, languages: Sequence[str]) -> int:
    """Read one study's folder, once for all languages."""
    study, places = folder.name, of_study(out, languages)
    for place in places.values():
        place.mkdir(parents=True, exist_ok=True)
    try:
        rows, record_of, heads = within(str(folder), lambda: _made(folder, languages))
    except Problem as problem:
        for place in places.values():
            ledger.write([], place / "numbers.csv")
            write_json(place / "extract.json", {"study": study, **problem.record("extract")})
            write_json(place / "study.json", {"ok": False, "study": study, "title": study})
        return 0
    for language, place in places.items():
        ledger.write(rows, place / "numbers.csv")
        write_json(place / "extract.json", record_of)
        write_json(place / "study.json", heads[language])
    return 0


def _made(
    folder: Path, languages: Sequence[str]
) -> tuple[tuple[ledger.Number, ...], dict[str, Any], dict[str, dict[str, Any]]]:
    """The ledger, extract.json, and study.json by language. Raises Problem."""
    study = folder.name
    own = drafted(folder) if is_undescribed(folder) else None
    extracted = own.extracted if own else extract(folder)
    heads = {each: about(study, extracted, own, each, read_texts(folder, each)) for each in languages}
    return extracted.numbers, recorded(study, extracted, folder), heads


def about(
    study: str, extracted: Extracted, own: Drafted | None, language: str, known: Mapping[str, str] = NOTHING
) -> dict[str, Any]:
    """What pages in a language say of a study in their heads; of one that nobody has confirmed, nothing that counts."""
    file = extracted.file
    if not file.confirmed:
        told = head(study, replace(extracted, file=file.unread(), numbers=()), language, known)
        cues = own.proposal.cues if own else proposal(extracted.documents, file.title).cues
        return {
            **told,
            "roles": [role for role, _ in file.locators()],
            "drafted": own.proposal.tree if own else None,
            "suggested": list(suggested(cues, extracted)),
            "words": words_of(own.proposal, {d.tag: d for d in extracted.documents}) if own else [],
            "in_tables": [
                f"{d.tag}:{line.number}" for d in extracted.documents for line in d.lines if CELLS in line.text
            ],
        }
    return head(study, extracted, language, known)


def recorded(study: str, extracted: Extracted, folder: Path | None = None) -> dict[str, Any]:
    """extract.json; of a study that nobody has confirmed only the lines that are quoted, those of linked numbers."""
    confirmed = folder is not None and extracted.file.confirmed
    documents = list(extracted.documents)
    cited = citations.of_study(folder, extracted) if folder and confirmed else citations.of_documents(documents)
    made = {**record(study, extracted), "citations": cited}
    if extracted.file.confirmed:
        return {**made, "quotes": quoted(extracted)}
    linked = {row.id for row in extracted.numbers if row.role}
    return {**made, "lines": {name: line for name, line in made["lines"].items() if name in linked}}


def suggested(cues: Iterable[tuple[str, Cue]], extracted: Extracted) -> Iterator[dict[str, Any]]:
    """What cue words suggest, where they speak of this study."""
    found = list(cues)
    for document in extracted.documents:
        lines = [line.text for line in document.lines]
        for cue in firm([cue for tag, cue in found if tag == document.tag], lines):
            yield suggestion(document.tag, cue, document.lines[cue.line].place)


def suggestion(tag: str, cue: Cue, place: str) -> dict[str, Any]:
    """What a cue word suggests, where, in the document's words."""
    said = {"part": cue.part, "suggests": cue.suggests, "quote": cue.quote}
    return {**said, "document": tag, "line": cue.line + 1, "place": place}


def head(study: str, extracted: Extracted, language: str, known: Mapping[str, str]) -> dict[str, Any]:
    """What a study file says about its study, in a reader's language where its texts are `known` in it."""
    file = retold(extracted.file, lambda text: known.get(text, text))
    left = untranslated(extracted.file, file.texts_in, language, {**known, NO_CAUSE: ""})
    printed = {row.role: row.reported().shown for row in reversed(extracted.numbers)}
    return {
        "ok": True, "study": study, "confirmed": file.confirmed, "title": file.title, "language": file.language,
        "written_in": file.texts_in, "untranslated": left,
        "n": printed.get("n", ""), "cite": file.cite.model_dump(), "reported_by": file.reported_by, "cause": file.cause,
        "design": {"kind": file.design.kind, "control": file.design.control or NOT_WRITTEN,
                   "paired": file.design.paired},
        "outcomes": [{"name": name, "label": o.label, "unit": o.unit} for name, o in file.outcomes.items()],
        "parts": sorted(file.model_dump(exclude_defaults=True)), "rests_on": list(file.rests_on),
        "roles": [role for role, _ in file.locators()],
        "mentions": [{"method": each.method, **spot(tag, each, extracted)} for tag, each in extracted.mentions],
        "registered": [{"kind": each.kind, **spot(tag, each, extracted)}
                       for tag, each in registered(extracted.documents)],
    }  # fmt: skip


def spot(tag: str, each: Mention | Registered, extracted: Extracted) -> dict[str, Any]:
    """Where a document says something, in its words."""
    number = each.line + 1
    place = next(line.place for d in extracted.documents if d.tag == tag for line in d.lines if line.number == number)
    return {"document": tag, "line": number, "place": place, "quote": each.quote}

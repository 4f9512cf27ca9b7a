"""Write a study folder for a paper: a study file that points at its numbers, for a person to correct and confirm.

studies/<id>/ gets the paper as original.*, study.yaml, and transcript.md where the paper is no text. Nothing counts on
the study's page until a person has compared study.yaml with the paper and written `confirmed: true` in it.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

from reread.documents import read
from reread.files.problem import Problem
from reread.files.results import write_whole
from reread.reading.links.locators import name_of
from reread.reading.study_folder import extract
from reread.reading.study_text import Written, written
from reread.reading.transcript import transcript
from reread.reading.undescribed import Drafted, of_documents
from reread.study.ledger import ONCE
from reread.study.roles import owner

NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
TEXT = (".txt", ".md")


def arguments(parser: ArgumentParser) -> None:
    """`reread draft FILE [--id ID]`"""
    parser.add_argument("file", type=Path, help="the paper, or studies/<id>/original.* of a folder without study.yaml")
    parser.add_argument("--id", help="the name of the study's folder: a-z, 0-9 and hyphens (default: from the file)")
    parser.add_argument("--studies", type=Path, default=Path("studies"), help="the folder of all studies")


def run(args: Namespace) -> int:
    """Write the folder and say what to look at."""
    folder, inside = _folder(args)
    document = read(args.file)
    title = folder.name if args.file.stem == "original" else args.file.stem
    drafted = of_documents([document], title, details=True)
    found = drafted.proposal
    made = written(found, {"": document})
    with tempfile.TemporaryDirectory(prefix="reread-") as place:
        draft = Path(place)
        original = draft / f"original{args.file.suffix.lower()}"
        shutil.copyfile(args.file, original)
        (draft / "study.yaml").write_text(made.text, encoding="utf-8", newline="\n")
        if args.file.suffix.lower() not in TEXT:
            text = transcript(document, title, made.locators)
            (draft / "transcript.md").write_text(text, encoding="utf-8", newline="\n")
        extract(draft)  # what is written must be read back; a Problem here names what does not point at one number
        names = [path.name for path in sorted(draft.iterdir()) if not (inside and path.name.startswith("original."))]
        put(draft, names, folder, inside)
    print("\n".join(told(folder, names, drafted, made)))
    return 0


def put(draft: Path, names: list[str], folder: Path, inside: bool) -> None:
    """The files in the study's folder: all of them or, whatever stops it, none."""
    if inside:  # study.yaml last: without it the folder is what it was
        for name in sorted(names, key=lambda name: name == "study.yaml"):
            write_whole(folder / name, (draft / name).read_bytes())
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".draft-", dir=folder.parent))  # no study: it begins with a point
    try:
        for name in names:
            shutil.copyfile(draft / name, beside / name)
        beside.chmod(0o777 & ~_umask())
        beside.rename(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _umask() -> int:
    now = os.umask(0o022)
    os.umask(now)
    return now


def _folder(args: Namespace) -> tuple[Path, bool]:
    """The study's folder, and whether the paper lies in it already. Nothing is written over."""
    inside = args.file.stem == "original" and args.id is None and NAME.fullmatch(args.file.resolve().parent.name)
    if inside:
        folder = args.file.parent
        there = next((n for n in ("study.yaml", "transcript.md") if (folder / n).exists()), None)
        if there:
            raise Problem(str(folder / there), "", "a file that is there already", "a folder with the original alone")
        return folder, True
    name = args.id or name_of(args.file)
    if not NAME.fullmatch(name):
        raise Problem("--id", "", f"“{name}”", f"a-z, 0-9 and hyphens, like {name_of(Path(name))}")
    folder = args.studies / name
    if folder.exists():
        raise Problem(str(folder), "", "a folder that is there already", "--id with another name")
    return folder, False


def told(folder: Path, names: list[str], drafted: Drafted, made: Written) -> list[str]:
    """What was written, and what a person has to look at."""
    found = drafted.proposal
    linked = sorted({owner(role).removeprefix("tests.") for role in made.locators if "." in role} - {"design"})
    kind = found.tree["design"]["kind"]
    lines = [
        f"Wrote {folder.as_posix()}/: {', '.join(names)}",
        f"Linked: {', '.join(linked) or 'no result'}. Look at each place in the document.",
        f"Design: {kind}{' (from the words quoted in study.yaml)' if kind != 'not stated' else ''}.",
    ]
    if "n" not in made.locators:
        lines.append("n: the document's words suggest none, or several. Point at it.")
    lines += [f"Left out, because no words point at its numbers alone: {one}" for one in made.left_out]
    unsure = sum(number.unsure not in ("", ONCE) for number in drafted.extracted.numbers)
    if unsure:
        lines.append(f"Not linked: {unsure} numbers that were not printed plainly (`reread extract` names them).")
    return [*lines, "Nothing counts before a person has compared it and written `confirmed: true` in study.yaml."]

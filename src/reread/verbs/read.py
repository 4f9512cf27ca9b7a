"""Read a paper and write one HTML page beside it: paper.pdf gives paper.reread.html.

No study file, notebook or Snakemake is needed. Everything on the page is the program's own reading, to confirm; the two
answers stay open. `reread draft` writes the study file that a person corrects and confirms.
"""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import python_version
from typing import Any

from markupsafe import escape

from reread import words
from reread.appraisal.judge import appraisal
from reread.documents import read
from reread.files import own
from reread.files.forked import within
from reread.files.problem import Problem, screen
from reread.files.results import write_json, write_whole
from reread.reading.blocked import words_of
from reread.reading.links.locators import name_of
from reread.reading.undescribed import Drafted, of_documents
from reread.report.blocked import blocked
from reread.report.changed import brought
from reread.report.page import study_page
from reread.study import ledger
from reread.study.load import load_study
from reread.study.roles import owner
from reread.verbs.check import of_folder
from reread.verbs.extract import about, recorded
from reread.words import Words

PROGRAMS = ("reread", "numpy", "scipy", "lxml", "pypdfium2", "pdf-inspector")
OURS = '<meta name="reread-document" content="{name}">'
HEAD = 4000  # characters of a page in which it says what it is of
SHOWN = 10  # findings on the screen


def arguments(parser: ArgumentParser) -> None:
    """`reread read paper.pdf`"""
    parser.add_argument("file", type=Path, nargs="+", help="papers: PDF, Word (.docx), HTML, JATS XML, text, Markdown")
    parser.add_argument("--out", type=Path, help="another name for the page (of one paper)")
    parser.add_argument("--json", action="store_true", help="print what was found as JSON; a page only with --out")
    parser.add_argument("--language", default="en", help="the language of the page: en or id (default: en)")


def run(args: Namespace) -> int:
    """Write a page for each paper. Exit code 1 if any cannot be read; the others get theirs."""
    if args.out and len(args.file) > 1:
        raise Problem("--out", "", f"{len(args.file)} papers", "one paper, or no --out")
    say, failed = words.load(args.language), 0
    for path in args.file:
        try:
            out = args.out or path.with_name(f"{path.stem}.reread.html")
            said = page_of(path, out, say) if args.out or not args.json else []
            print(within(str(path), lambda: _json(path, args.language)) if args.json else "\n".join(said))  # noqa: B023
        except Problem as problem:
            print(problem, file=sys.stderr)
            failed = 1
    return failed


def _json(path: Path, language: str) -> str:
    from reread.public.paper import json_line  # what a page does not need

    return json_line(path, language)


def page_of(path: Path, out: Path, say: Words) -> list[str]:
    """Read one paper, write its page; what was found, for the screen. Raises Problem before anything is written."""
    _may_write(out, path)
    page, said = within(str(path), lambda: made_of(path, say))
    try:
        write_whole(out, page)
    except OSError as error:
        raise Problem(str(out), "", f"no place to write ({error.strerror})", "--out with another folder") from error
    return [*said, f"Page: {screen(str(out))}"]


def made_of(path: Path, say: Words) -> tuple[str, list[str]]:
    """The page of one paper, and what was found, for the screen. Raises Problem; nothing is written."""
    drafted = of_documents([read(path)], path.stem)
    with tempfile.TemporaryDirectory(prefix="reread-") as made:
        name = name_of(path)
        found = _results(Path(made), name, drafted, say)
        mine = brought(own.working_directory(), ("checks", "departures"))
        context = {
            "conventions": say.several("conventions"),
            "versions": _versions(),
            "source": path.name,
            "command": f"reread {path.name}",
            "changed": mine,
        }
        page = study_page(Path(made, "results"), name, say, context)
    return page, [screen(line) for line in summary(path, drafted, found)]


def summary(path: Path, drafted: Drafted, found: list[dict[str, Any]]) -> list[str]:
    """What was read and found, for the screen."""
    numbers = drafted.extracted.numbers
    spoken = words_of(drafted.proposal, {d.tag: d for d in drafted.extracted.documents})
    results = len({owner(one["roles"][0]) for one in found})
    lines = [
        f"{path.name}: read {len(numbers)} numbers, {sum(bool(n.stat) for n in numbers)} of them statistics by the"
        f" document's own words; checked {results} {'result' if results == 1 else 'results'}.",
        "This is the program's reading. No person has confirmed it.",
    ]
    for document in drafted.extracted.documents:
        lines += [f"It is not UTF-8: read as {document.encoding}."] if document.encoding else []
        lost = ", ".join(map(str, document.lost[:SHOWN]))
        lines += [f"Characters that could not be read stand as � (line {lost})."] if lost else []
    where = {number.id: ", ".join(filter(None, (number.place, f"line {number.line}"))) for number in numbers}
    says = {"inconsistent": "cannot agree as read", "undecided": "not decided"}
    looked = [one for one in found if one["status"] in says]
    for one in looked[:SHOWN]:
        place = where.get(one["about"][0], "") if one["about"] else ""
        only = (one["unless"] or {}).get("said") == "only_if"
        said = "agrees only if adjusted for several tests" if only else says[one["status"]]
        lines.append(f"  to confirm: {one['printed']} ({place}): {said}; {one['words']['must_hold']}")
    lines += [f"  and {len(looked) - SHOWN} more on the page"] if len(looked) > SHOWN else []
    return lines + [_kept(each) for each in blocked(spoken, found)]


def _kept(row: Mapping[str, Any]) -> str:
    results = f"{row['results']} {'row' if row['kind'] == 'rows' else 'result'}{'s' if row['results'] > 1 else ''}"
    does = {"rows": "not compared", "several": "agreeing only if adjusted", "method": "left open"}[row["kind"]]
    return f"  {does}: {results}, for the word “{row['word']}” (line {row['line']})"


def _may_write(out: Path, path: Path) -> None:
    """Only a page of this paper is written anew."""
    if out.is_dir():
        raise Problem(str(out), "", "a folder", "--out with the name of a file")
    if not out.exists():
        return
    with out.open(encoding="utf-8", errors="replace") as stream:
        head = stream.read(HEAD)
    if OURS.format(name=escape(path.name)) not in head:
        found = "a page of another paper" if OURS.partition("content")[0] in head else "a file that is no page of ours"
        raise Problem(str(out), "", found, "--out with another name")


def _results(root: Path, name: str, drafted: Drafted, say: Words) -> list[dict[str, Any]]:
    """What the stages would leave under results/; the findings to confirm."""
    folder, home = root / "results" / name, root / "studies" / name
    folder.mkdir(parents=True)
    home.mkdir(parents=True)
    ledger.write(drafted.extracted.numbers, folder / "numbers.csv")
    write_json(folder / "extract.json", recorded(name, drafted.extracted))
    write_json(folder / "study.json", about(name, drafted.extracted, drafted, say.language))
    (findings,) = of_folder(home, folder, say)
    write_json(folder / "findings.json", findings)
    study = load_study(home, folder)
    write_json(folder / "appraisal.json", appraisal(home, study, [], say))
    return list(findings["to_confirm"])


def _versions() -> dict[str, str]:
    found = {"python": python_version()}
    for name in PROGRAMS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # run from a checkout that was not installed
            continue
    return found

"""Answer the questions of every notebook from result files, for the teacher: as delivered, and with one line changed.

Runs each notebook once for each question, in a working folder of its own; results/ stays as it is.
"""

from __future__ import annotations

import shutil
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

from reread.files.problem import Problem
from reread.files.results import write_whole
from reread.files.written import read_yaml
from reread.notebook import result as notebook_result
from reread.notebook.lesson import Question, Questions, changed_notebook, looked_up, results_of

KEPT = ("*.json", "*.csv")
UNRUN = "results/ of a full run (make report)"


def arguments(parser: ArgumentParser) -> None:
    """`reread answers notebooks/questions.yaml --out results/answers.md`"""
    notebook_result.arguments(parser)
    parser.add_argument("--language", default="en", help="the language of the words (default: en)")
    parser.add_argument("--out", type=Path, default=Path("results/answers.md"))


def run(args: Namespace) -> int:
    """Write the answers as a Markdown table for each notebook."""
    questions = read_yaml(args.notebook, Questions).questions
    lines = ["# Answers, from the result files", ""]
    for notebook in dict.fromkeys(question.notebook for question in questions):
        lines += [f"## {notebook}", "", "| question | change | as delivered | after the change |", "|---|---|---|---|"]
        lines += [_row(question, args) for question in questions if question.notebook == notebook]
        lines.append("")
    args.out.parent.mkdir(parents=True, exist_ok=True)
    write_whole(args.out, "\n".join(lines))
    return 0


def _row(question: Question, args: Namespace) -> str:
    print(f"answers   {question.notebook}: {', '.join(question.change)}")
    change = "; ".join(f"{name} = {value}" for name, value in question.change.items())
    delivered = _answer(question, args.results, "")
    cells = (question.ask, f"`{change}`", delivered, _changed(question, args))
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _changed(question: Question, args: Namespace) -> str:
    """The answer of a run with the change, in a folder that holds what the stages left."""
    source = args.notebook.parent / question.notebook
    with tempfile.TemporaryDirectory(prefix="answers-") as made:
        work = Path(made)
        for study in args.results.glob("*/study.json"):
            (work / "results" / study.parent.name).mkdir(parents=True)
            for pattern in KEPT:
                for file in study.parent.glob(pattern):
                    shutil.copyfile(file, work / "results" / study.parent.name / file.name)
        notebook = changed_notebook(source, question.change, work)
        asked = Namespace(**{**vars(args), "notebook": notebook, "results": work / "results"})
        given: dict[str, object] = {"study": question.study} if question.study else {"names": []}
        places = {args.language: work / "results"}
        notebook_result.run_into(places, question.study, asked, {}, question.notebook, **given)
        return _answer(question, work / "results", f"{question.notebook} with {', '.join(question.change)} changed")


def _answer(question: Question, results: Path, what: str) -> str:
    found = results_of(question, results)
    if not found.get("ok"):
        problem = found.get("problem") or {}
        place, write = what or f"{results / question.study}", "a change that runs" if what else UNRUN
        raise Problem(place, problem.get("place", ""), problem.get("found", "no result file"), write)
    try:
        return looked_up(found, question.look)
    except KeyError as missing:
        raise Problem("notebooks/questions.yaml", question.look, str(missing), "a path into the result file") from None

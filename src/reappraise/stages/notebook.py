"""Run one notebook on one study, with papermill, on a kernel of its own."""

from __future__ import annotations

import os
import shutil
from argparse import ArgumentParser, Namespace
from pathlib import Path

from reappraise.notebook_run import NotebookFailed, run_notebook
from reappraise.results_json import after, read_json, write_json


def arguments(parser: ArgumentParser) -> None:
    """`reappraise notebook notebooks/rivals.ipynb --study <id>`"""
    parser.add_argument("notebook", type=Path, help="the notebook to run; it is not changed")
    parser.add_argument("--study", required=True, help="the study's folder name")
    parser.add_argument("--studies", type=Path, default=Path("studies"))
    parser.add_argument("--results", type=Path, default=Path("results"))
    parser.add_argument("--evidence", type=Path, default=Path("evidence"))
    parser.add_argument("--seed", type=int, default=20250701)
    parser.add_argument("--seconds", type=int, default=300, help="how long one cell may run (default: 300)")
    parser.add_argument("--language", default="en", help="the language of the words (default: en)")


def run(args: Namespace) -> int:
    """Write results/<study>/notebooks/<name>.ipynb, <name>.json and the figures."""
    name, folder = args.notebook.stem, args.results / args.study
    out, result = folder / "notebooks" / args.notebook.name, folder / f"{name}.json"
    figures = folder / "figures" / name
    shutil.rmtree(figures, ignore_errors=True)
    for made in (figures, out.parent):
        made.mkdir(parents=True, exist_ok=True)
    result.unlink(missing_ok=True)
    failed = next((s for s in ("extract", "check") if not read_json(folder / f"{FILES[s]}.json")["ok"]), None)
    if failed:
        shutil.copyfile(args.notebook, out)
        write_json(result, {"notebook": name, **after(failed, args.study)})
        return 0
    os.environ["REAPPRAISE_LANGUAGE"] = args.language
    parameters = {
        "study": args.study, "studies": args.studies.as_posix(), "results": args.results.as_posix(),
        "evidence": Path(os.path.relpath(args.evidence)).as_posix(), "seed": args.seed,
    }  # fmt: skip
    try:
        run_notebook(args.notebook, out, parameters, args.seconds)
        if not result.is_file():
            raise NotebookFailed("the last cell", "no result file", "section.close() in the last cell", "")
    except NotebookFailed as failure:
        problem = {
            "stage": f"notebook {name}", "file": f"notebooks/{args.notebook.name}", "place": failure.place,
            "found": failure.found, "write": failure.write, "log": failure.log,
        }  # fmt: skip
        write_json(result, {"ok": False, "study": args.study, "notebook": name, "problem": problem})
    return 0


FILES = {"extract": "extract", "check": "findings"}

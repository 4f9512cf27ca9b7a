"""Run one notebook on one study, with papermill, on a kernel of its own."""

from __future__ import annotations

import shutil
from argparse import ArgumentParser, Namespace

from reappraise import notebook_result
from reappraise.results_json import after, read_json, write_json

FILES = {"extract": "extract", "check": "findings"}


def arguments(parser: ArgumentParser) -> None:
    """`reappraise notebook notebooks/rivals.ipynb --study <id>`"""
    notebook_result.arguments(parser)
    parser.add_argument("--study", required=True, help="the study's folder name")


def run(args: Namespace) -> int:
    """Write results/<study>/notebooks/<name>.ipynb, <name>.json and the figures."""
    name, folder = args.notebook.stem, args.results / args.study
    failed = next((s for s in FILES if not read_json(folder / f"{FILES[s]}.json")["ok"]), None)
    if failed:
        shutil.copyfile(args.notebook, notebook_result.cleared(args.notebook, folder))
        write_json(folder / f"{name}.json", {"notebook": name, **after(failed, args.study)})
        return 0
    about = {"study": args.study}
    notebook_result.run_into(folder, args, about, f"notebooks/{args.notebook.name}", study=args.study)
    return 0

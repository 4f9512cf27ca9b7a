"""Run one notebook on one study, with papermill, on a kernel of its own.

A notebook may say in its metadata which parts of a study file it is about: `"reread": {"needs": ["outcomes"]}`. A
study that has none of them costs no kernel, and its page says that there is nothing of the kind.
"""

from __future__ import annotations

import json
import shutil
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reread.files.languages import in_languages, languages_argument
from reread.files.problem import Problem
from reread.files.results import after, read_json, write_json
from reread.notebook import result as notebook_result
from reread.study.file import StudyFile

FILES = {"extract": "extract", "check": "findings"}


def arguments(parser: ArgumentParser) -> None:
    """`reread notebook notebooks/rivals.ipynb --study <id>`"""
    notebook_result.arguments(parser)
    languages_argument(parser)
    parser.add_argument("--study", required=True, help="the study's folder name")


def run(args: Namespace) -> int:
    """Write results/<study>/notebooks/<name>.ipynb, <name>.json and the figures, in every language."""
    name, folder = args.notebook.stem, args.results / args.study
    places = in_languages(args.results, args.language)
    failed = next((s for s in FILES if not read_json(folder / f"{FILES[s]}.json")["ok"]), None)
    if failed:
        _unrun(args, places, {"notebook": name, **after(failed, args.study)})
        return 0
    about = {"study": args.study}
    needs = needed(args.notebook)
    unknown = set(needs) - set(StudyFile.model_fields)
    if unknown:
        problem = Problem(
            f"notebooks/{args.notebook.name}", "metadata, reread, needs", f"“{min(unknown)}”",
            f"parts of a study file: {', '.join(StudyFile.model_fields)}",
        )  # fmt: skip
        _unrun(args, places, {**about, "notebook": name, **problem.record(f"notebook {name}")})
    elif needs and not set(needs) & set(read_json(folder / "study.json")["parts"]):
        empty: dict[str, Any] = {"values": {}, "figures": [], "tables": [], "notes": [], "asides": []}
        _unrun(args, places, {"ok": True, **about, "notebook": name, **empty})
    else:
        file = f"notebooks/{args.notebook.name}"
        notebook_result.run_into(places, args.study, args, about, file, study=args.study)
    return 0


def needed(notebook: Path) -> list[str]:
    """The parts of a study file of which a notebook needs at least one, as its metadata say; none: it always runs."""
    try:
        found = json.loads(notebook.read_text(encoding="utf-8"))["metadata"]["reread"]["needs"]
    except (OSError, ValueError, KeyError, TypeError):  # what is wrong with the file is told when it is run
        return []
    return [str(name) for name in found] if isinstance(found, list) else [str(found)]


def _unrun(args: Namespace, places: Mapping[str, Path], result: dict[str, Any]) -> None:
    """The notebook as it is, and a result that says why it was not run."""
    for folder in (results / args.study for results in places.values()):
        shutil.copyfile(args.notebook, notebook_result.cleared(args.notebook, folder))
        write_json(folder / f"{args.notebook.stem}.json", result)

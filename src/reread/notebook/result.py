"""What does a notebook leave behind, whether it ended or not?

The notebook as run, its figures, and one result file: written by the notebook itself through
`reread.notebook.section`, or, where a cell raised, ran out of time or never closed its section, the reason in its
place. For several languages it runs on one kernel after the other: what the package has computed it knows already.
"""

from __future__ import annotations

import os
import shutil
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reread.files import RUN
from reread.files.results import write_json
from reread.notebook.run import NotebookFailed, Turn, run_notebook

UNCLOSED = NotebookFailed("the last cell", "no result file", "section.close() in the last cell", "")


def arguments(parser: ArgumentParser) -> None:
    """What every verb that runs a notebook may be told."""
    parser.add_argument("notebook", type=Path, help="the notebook to run; it is not changed")
    parser.add_argument("--studies", type=Path, default=Path("studies"))
    parser.add_argument("--results", type=Path, default=Path("results"))
    parser.add_argument("--evidence", type=Path, default=Path("evidence"))
    parser.add_argument("--seed", type=int, default=20250701)
    parser.add_argument("--seconds", type=int, default=300, help="how long one cell may run (default: 300)")


def cleared(notebook: Path, folder: Path) -> Path:
    """Remove what an earlier run of this notebook left in a folder of results/; returns where it will stand as run."""
    figures, out = folder / "figures" / notebook.stem, folder / "notebooks" / notebook.name
    shutil.rmtree(figures, ignore_errors=True)
    for made in (figures, out.parent):
        made.mkdir(parents=True, exist_ok=True)
    (folder / f"{notebook.stem}.json").unlink(missing_ok=True)
    return out


def run_into(
    places: Mapping[str, Path], within: str, args: Namespace, about: dict[str, str], file: str, **parameters: Any
) -> None:
    """Run `args.notebook` in each language, into its results or, of a study, into the folder `within` them.

    `about` and `file` name it where it fails.
    """
    os.environ[RUN] = "1"
    folders = [results / within for results in places.values()]
    given = {
        **parameters, "studies": args.studies.as_posix(), "evidence": Path(os.path.relpath(args.evidence)).as_posix(),
        "seed": args.seed,
    }  # fmt: skip
    turns = [
        Turn(language, cleared(args.notebook, folder), {**given, "results": results.as_posix()})
        for (language, results), folder in zip(places.items(), folders, strict=True)
    ]
    failures = run_notebook(args.notebook, turns, args.seconds)
    name = args.notebook.stem
    for folder, failure in zip(folders, failures, strict=True):
        result = folder / f"{name}.json"
        told = failure if failure or result.is_file() else UNCLOSED
        if told:
            problem = {
                "stage": f"notebook {name}", "file": file, "place": told.place, "found": told.found,
                "write": told.write, "log": told.log, "others": [],
            }  # fmt: skip
            write_json(result, {"ok": False, **about, "notebook": name, "problem": problem})

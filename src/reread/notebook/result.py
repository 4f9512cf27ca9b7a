"""What does a notebook leave behind, whether it ended or not?

The notebook as run, its figures, and one result file: written by the notebook itself through
`reread.notebook.section`, or, where a cell raised, ran out of time or never closed its section, the reason in its
place.
"""

from __future__ import annotations

import os
import shutil
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from reread.files import RUN
from reread.files.results import write_json
from reread.notebook.run import NotebookFailed, run_notebook


def arguments(parser: ArgumentParser) -> None:
    """What every verb that runs a notebook may be told."""
    parser.add_argument("notebook", type=Path, help="the notebook to run; it is not changed")
    parser.add_argument("--studies", type=Path, default=Path("studies"))
    parser.add_argument("--results", type=Path, default=Path("results"))
    parser.add_argument("--evidence", type=Path, default=Path("evidence"))
    parser.add_argument("--seed", type=int, default=20250701)
    parser.add_argument("--seconds", type=int, default=300, help="how long one cell may run (default: 300)")
    parser.add_argument("--language", default="en", help="the language of the words (default: en)")


def cleared(notebook: Path, folder: Path) -> Path:
    """Remove what an earlier run of this notebook left in a folder of results/; returns where it will stand as run."""
    figures, out = folder / "figures" / notebook.stem, folder / "notebooks" / notebook.name
    shutil.rmtree(figures, ignore_errors=True)
    for made in (figures, out.parent):
        made.mkdir(parents=True, exist_ok=True)
    (folder / f"{notebook.stem}.json").unlink(missing_ok=True)
    return out


def run_into(folder: Path, args: Namespace, about: dict[str, str], file: str, **parameters: Any) -> None:
    """Run `args.notebook` with paths, seed and these parameters; `about` and `file` name it where it fails."""
    name, out = args.notebook.stem, cleared(args.notebook, folder)
    result = folder / f"{name}.json"
    os.environ["REREAD_LANGUAGE"], os.environ[RUN] = args.language, "1"
    paths = {
        "studies": args.studies.as_posix(), "results": args.results.as_posix(),
        "evidence": Path(os.path.relpath(args.evidence)).as_posix(),
    }  # fmt: skip
    try:
        run_notebook(args.notebook, out, {**parameters, **paths, "seed": args.seed}, args.seconds)
        if not result.is_file():
            raise NotebookFailed("the last cell", "no result file", "section.close() in the last cell", "")
    except NotebookFailed as failure:
        problem = {
            "stage": f"notebook {name}", "file": file, "place": failure.place,
            "found": failure.found, "write": failure.write, "log": failure.log, "others": [],
        }  # fmt: skip
        write_json(result, {"ok": False, **about, "notebook": name, "problem": problem})

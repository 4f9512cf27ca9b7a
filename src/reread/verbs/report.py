"""Write a study's page: the two answers first, then everything they rest on."""

from __future__ import annotations

import shutil
from argparse import ArgumentParser, Namespace
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from reread import words
from reread.files.results import read_json
from reread.report.changed import changed
from reread.report.page import study_page

PROGRAMS = ("reread", "snakemake", "papermill", "pandas", "pingouin", "matplotlib", "numpy", "scipy")
RESULTS = ("numbers.csv", "findings.json", "appraisal.json")


def arguments(parser: ArgumentParser) -> None:
    """`reread report <id> --results results`"""
    parser.add_argument("study", help="the study's folder name")
    parser.add_argument("--results", type=Path, default=Path("results"))
    parser.add_argument("--root", type=Path, default=Path(), help="the folder with studies/ and notebooks/")
    parser.add_argument("--notebooks", nargs="*", help="the notebooks that there are; what others left is removed")
    parser.add_argument("--seed", type=int, default=20250701, help="the seed that the notebooks ran with")
    parser.add_argument("--language", default="en", help="the language of the words (default: en)")


def run(args: Namespace) -> int:
    """Write results/<study>/report.html."""
    folder = args.results / args.study
    if args.notebooks is not None:
        forget(folder, args.notebooks)
    say = words.load(args.language)
    context = {
        "conventions": say.several("conventions"),
        "versions": {"python": python_version(), **{name: version(name) for name in PROGRAMS}},
        "seed": args.seed, "changed": changed(args.root, args.study), "language": args.language,
        "index": "../index.html", "command": f"snakemake --cores all results/{args.study}/report.html",
        "downloads": [_download(folder, path) for path in downloads(folder)],
    }  # fmt: skip
    page = study_page(args.results, args.study, say, context)
    (folder / "report.html").write_text(page, encoding="utf-8")
    return 0


def forget(folder: Path, notebooks: list[str]) -> None:
    """Remove what notebooks made that are there no more, so that neither page nor outcome tells of them."""
    for run in sorted((folder / "notebooks").glob("*.ipynb")):
        if run.stem not in notebooks:
            run.unlink()
            (folder / f"{run.stem}.json").unlink(missing_ok=True)
            shutil.rmtree(folder / "figures" / run.stem, ignore_errors=True)


def downloads(folder: Path) -> list[Path]:
    """The files that a reader may want: ledger, findings, appraisal, what notebooks made, the notebooks as run."""
    run = [path for path in sorted((folder / "notebooks").glob("*.ipynb")) if _made_something(folder, path)]
    listed = [folder / name for name in (*RESULTS, *(f"{path.stem}.json" for path in run))] + run
    return [path for path in listed if path.is_file()]


def _made_something(folder: Path, notebook: Path) -> bool:
    """Did a notebook run, or fail? One that does not apply to a study leaves an empty result."""
    made = read_json(folder / f"{notebook.stem}.json")
    return not made["ok"] or any(made.get(part) for part in ("values", "figures", "tables", "notes"))


def _download(folder: Path, path: Path) -> dict[str, object]:
    href = path.relative_to(folder).as_posix()
    return {"href": href, "label": href, "bytes": path.stat().st_size}

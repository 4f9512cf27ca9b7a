"""Write a study's page, the two answers first, and what leaves it: a letter to the authors, a sheet for a club."""

from __future__ import annotations

import os
import shutil
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path, PurePath
from platform import python_version
from typing import Any

from reread import words
from reread.files.languages import in_languages, languages_argument
from reread.files.limits import guarded
from reread.files.problem import Problem
from reread.files.results import read_json, write_json, write_whole
from reread.report.as_run import as_run
from reread.report.changed import changed
from reread.report.leaving import CLUB, LETTER, leave
from reread.report.page import study_page
from reread.report.results import Results
from reread.words import Words

PROGRAMS = ("reread", "snakemake", "papermill", "pandas", "pingouin", "matplotlib", "numpy", "scipy")
RESULTS = (*LETTER, CLUB, "numbers.csv", "findings.json", "appraisal.json")


def arguments(parser: ArgumentParser) -> None:
    """`reread report <id> --results results`"""
    parser.add_argument("study", help="the study's folder name")
    parser.add_argument("--results", type=Path, default=Path("results"))
    parser.add_argument("--root", type=Path, default=Path(), help="the folder with studies/ and notebooks/")
    parser.add_argument("--notebooks", nargs="*", help="the notebooks that there are; what others left is removed")
    parser.add_argument("--seed", type=int, default=20250701, help="the seed that the notebooks ran with")
    languages_argument(parser)


def run(args: Namespace) -> int:
    """Write results/<study>/report.html in every language, each page with a link to the others."""
    for language, results in in_languages(args.results, args.language).items():
        in_language(args, language, results)
    return 0


def in_language(args: Namespace, language: str, results: Path) -> None:
    """Write the page in one language."""
    folder = results / args.study
    if args.notebooks is not None:
        forget(folder, args.notebooks)
    say = spoken(args.root / "studies" / args.study, language)
    others = partial(other_languages, args.results, language, args.language)
    context: dict[str, Any] = {
        "conventions": say.several("conventions"),
        "versions": {"python": python_version(), **{name: version(name) for name in PROGRAMS}},
        "seed": args.seed, "changed": changed(args.root, args.study), "language": language,
        "index": "../index.html", "command": f"snakemake --cores all results/{args.study}/report.html",
        "downloads": [], "beside": [], "languages": others(f"{args.study}/report.html"),
    }  # fmt: skip

    def made() -> str:
        found = Results.read(results, args.study)
        read_as_run(
            folder, say, {**context, "title": found["study"].get("title") or args.study, "back": "../report.html"}
        )
        beside = leave(folder, found, say, version("reread"), others(f"{args.study}/{CLUB}"))
        told = {"downloads": [_download(folder, path) for path in downloads(folder)], "beside": beside}
        return study_page(results, args.study, say, {**context, **told})

    failed = folder / "page.json"
    try:
        page = guarded(str(folder), made)
        failed.unlink(missing_ok=True)
    except Problem as problem:
        write_json(failed, {"study": args.study, **problem.record("page")})
        page = page_of_failure(args.study, problem, say, context)
    write_whole(folder / "report.html", page)


def spoken(folder: Path, language: str) -> words.Words:
    """The words of a page, with the texts of its study; without them where their file is what the page has to tell."""
    try:
        return words.of_study(folder, language)
    except Problem:
        return words.load(language)


def other_languages(results: Path, language: str, languages: Sequence[str], page: str) -> list[dict[str, str]]:
    """The same page in each other language: its name there, the language, and the way from this one to it."""
    places = in_languages(results, languages)
    here = (places[language] / page).parent
    return [
        {"lang": other, "name": words.load(other)("page.language"),
         "href": PurePath(os.path.relpath(folder / page, here)).as_posix()}
        for other, folder in places.items() if other != language
    ]  # fmt: skip


def page_of_failure(study: str, problem: Problem, say: Words, context: Mapping[str, Any]) -> str:
    """The page of a study whose results could not be shown: that, and nothing of them."""
    with tempfile.TemporaryDirectory(prefix="reread-") as made:
        write_json(Path(made, study, "extract.json"), {"study": study, **problem.record("page")})
        return study_page(Path(made), study, say, context)


def forget(folder: Path, notebooks: list[str]) -> None:
    """Remove what notebooks made that are there no more, so that neither page nor outcome tells of them."""
    for run in sorted((folder / "notebooks").glob("*.ipynb")):
        if run.stem not in notebooks:
            run.unlink()
            run.with_suffix(".html").unlink(missing_ok=True)
            (folder / f"{run.stem}.json").unlink(missing_ok=True)
            shutil.rmtree(folder / "figures" / run.stem, ignore_errors=True)


def downloads(folder: Path) -> list[Path]:
    """The files that a reader may want: letter, ledger, findings, appraisal, what notebooks made, notebooks as run."""
    run = [path for path in sorted((folder / "notebooks").glob("*.ipynb")) if _made_something(folder, path)]
    made = [each for path in run for each in (folder / f"{path.stem}.json", path.with_suffix(".html"), path)]
    listed = [*(folder / name for name in RESULTS), *made]
    return [path for path in listed if path.is_file()]


def read_as_run(folder: Path, say: Words, context: Mapping[str, Any]) -> None:
    """Write each notebook that made something as a page, beside it."""
    for run in sorted((folder / "notebooks").glob("*.ipynb")):
        page = run.with_suffix(".html")
        if _made_something(folder, run):
            others = [{**other, "href": _of_notebook(other["href"], page.name)} for other in context["languages"]]
            write_whole(page, as_run(run, say, {**context, "languages": others}))
        else:
            page.unlink(missing_ok=True)


def _of_notebook(page: str, name: str) -> str:
    """The way to a notebook in another language, given the way from page to page."""
    return (PurePath("..") / PurePath(page).parent / "notebooks" / name).as_posix()


def _made_something(folder: Path, notebook: Path) -> bool:
    """Did a notebook run, or fail? One that does not apply to a study leaves an empty result."""
    made = read_json(folder / f"{notebook.stem}.json")
    return not made["ok"] or any(made.get(part) for part in ("values", "figures", "tables", "notes"))


def _download(folder: Path, path: Path) -> dict[str, object]:
    href = path.relative_to(folder).as_posix()
    return {"href": href, "label": href, "bytes": path.stat().st_size}

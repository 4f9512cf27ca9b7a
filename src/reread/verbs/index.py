"""Write the index page, and remove what was made of studies and notebooks that are gone."""

from __future__ import annotations

import shutil
from argparse import ArgumentParser, Namespace
from pathlib import Path

from reread import words
from reread.files.results import read_json
from reread.report.changed import changed
from reread.report.index import index_page
from reread.verbs.report import forget


def arguments(parser: ArgumentParser) -> None:
    """`reread index <id> <id> … --results results`"""
    parser.add_argument("studies", nargs="*", help="the studies' folder names")
    parser.add_argument("--results", type=Path, default=Path("results"))
    parser.add_argument("--root", type=Path, default=Path(), help="the folder with studies/")
    parser.add_argument("--refused", nargs="*", default=[], help="folder names that cannot be a study's name")
    parser.add_argument("--across", nargs="*", default=[], help="the notebooks that ran once over all studies")
    parser.add_argument("--language", default="en", help="the language of the words (default: en)")


def run(args: Namespace) -> int:
    """Write results/index.html."""
    for made in sorted(args.results.glob("*/study.json")):
        if not (args.root / "studies" / made.parent.name).is_dir():
            shutil.rmtree(made.parent)
    forget(args.results, args.across)
    entries = [read_json(args.results / study / "study.json") for study in args.studies]
    context = {
        "language": args.language, "bad_names": args.refused, "across": args.across, "changed": changed(args.root, ""),
    }  # fmt: skip
    page = index_page(args.results, entries, words.load(args.language), context)
    (args.results / "index.html").write_text(page, encoding="utf-8")
    return 0

"""Write the index page, and remove what was made of studies and notebooks that are gone."""

from __future__ import annotations

import shutil
from argparse import ArgumentParser, Namespace
from pathlib import Path

from reread import words
from reread.files.languages import in_languages, languages_argument
from reread.files.results import read_json, write_whole
from reread.report.changed import changed
from reread.report.index import index_page
from reread.verbs.report import forget, other_languages, read_as_run


def arguments(parser: ArgumentParser) -> None:
    """`reread index <id> <id> … --results results`"""
    parser.add_argument("studies", nargs="*", help="the studies' folder names")
    parser.add_argument("--results", type=Path, default=Path("results"))
    parser.add_argument("--root", type=Path, default=Path(), help="the folder with studies/")
    parser.add_argument("--refused", nargs="*", default=[], help="folders whose names cannot be a study's name")
    parser.add_argument("--across", nargs="*", default=[], help="the notebooks that ran once over all studies")
    languages_argument(parser)


def run(args: Namespace) -> int:
    """Write results/index.html in every language, each with a link to the others."""
    places = in_languages(args.results, args.language)
    for language in words.languages():
        left = args.results / language
        if left not in places.values() and (left / "index.html").is_file():
            shutil.rmtree(left)
    for language, results in places.items():
        in_language(args, language, results)
    return 0


def in_language(args: Namespace, language: str, results: Path) -> None:
    """Write the index in one language."""
    for made in sorted(results.glob("*/study.json")):
        if not (args.root / "studies" / made.parent.name).is_dir():
            shutil.rmtree(made.parent)
    forget(results, args.across)
    entries = [read_json(results / study / "study.json") for study in args.studies]
    context = {
        "language": language, "bad_names": args.refused, "across": args.across, "changed": changed(args.root, ""),
        "languages": other_languages(args.results, language, args.language, "index.html"),
    }  # fmt: skip
    say = words.load(language)
    read_as_run(results, say, {**context, "title": say("index.title"), "back": "../index.html"})
    page = index_page(results, entries, say, context)
    write_whole(results / "index.html", page)

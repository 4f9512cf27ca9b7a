"""Run one notebook once over all studies, with papermill, on a kernel of its own."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from reread.files.languages import in_languages, languages_argument
from reread.notebook import result as notebook_result


def arguments(parser: ArgumentParser) -> None:
    """`reread across notebooks/across/synthesis.ipynb --names <id> <id> …`"""
    notebook_result.arguments(parser)
    languages_argument(parser)
    parser.add_argument("--names", nargs="*", default=[], help="the studies' folder names (default: all with results)")


def run(args: Namespace) -> int:
    """Write results/notebooks/<name>.ipynb, results/<name>.json and the figures, in every language."""
    places, file = in_languages(args.results, args.language), f"notebooks/across/{args.notebook.name}"
    notebook_result.run_into(places, "", args, {}, file, names=args.names)
    return 0

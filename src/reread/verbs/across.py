"""Run one notebook once over all studies, with papermill, on a kernel of its own."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from reread.notebook import result as notebook_result


def arguments(parser: ArgumentParser) -> None:
    """`reread across notebooks/across/synthesis.ipynb --names <id> <id> …`"""
    notebook_result.arguments(parser)
    parser.add_argument("--names", nargs="*", default=[], help="the studies' folder names (default: all with results)")


def run(args: Namespace) -> int:
    """Write results/notebooks/<name>.ipynb, results/<name>.json and the figures."""
    notebook_result.run_into(args.results, args, {}, f"notebooks/across/{args.notebook.name}", names=args.names)
    return 0

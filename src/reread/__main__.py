"""Which verb was asked for? Dispatch only: each verb is a file in `stages/`, found by its place."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
from io import TextIOWrapper

from reread import verbs as stages
from reread.files.problem import Problem

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy: the same sums in the same order on every machine


def main(argv: list[str] | None = None) -> int:
    """Run one verb; a problem that is not data for a later stage ends with one line on the screen and exit code 1."""
    parser = argparse.ArgumentParser(prog="reread", description="A second reading of a published study.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    modules = {m.name: importlib.import_module(f"reread.verbs.{m.name}") for m in pkgutil.iter_modules(stages.__path__)}
    for name, module in modules.items():
        module.arguments(
            verbs.add_parser(name, help=(module.__doc__ or "").strip().split("\n")[0], description=module.__doc__)
        )
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console that lacks χ must not end the run
            stream.reconfigure(errors="replace")
    args = parser.parse_args(argv)
    try:
        return int(modules[args.verb].run(args))
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())

"""Which verb was asked for? Dispatch only: each verb is a file in `verbs/`, found by its place.

Only the verb that was asked for is imported; the list of all of them is read from their files, so that `--help`
answers at once.
"""

from __future__ import annotations

import argparse
import ast
import gc
import importlib
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from types import ModuleType

from reread.files import WARM

VERBS = Path(__file__).parent / "verbs"

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy: the same sums in the same order on every machine


def main(argv: list[str] | None = None) -> int:
    """Run one verb; a problem that is not data for a later stage ends with one line on the screen and exit code 1."""
    if argv is None and WARM in os.environ and (code := handed_over(os.environ[WARM])) is not None:
        return code
    from reread.files.problem import Problem

    gc.set_threshold(100_000, 20, 20)  # a verb makes much and leaves little: seldom looking for garbage saves a tenth
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console that lacks χ must not end the run
            stream.reconfigure(errors="replace")
    given = asked(sys.argv[1:] if argv is None else argv)
    try:
        module = importlib.import_module(f"reread.verbs.{given[0]}") if given and given[0] in names() else None
        args = parsed(given, module)
        return int(module.run(args)) if module else 2
    except ModuleNotFoundError as missing:
        if not of_the_pipeline(missing.name or ""):
            raise
        print(f"reread {given[0]}: needs reread[pipeline]: pip install 'reread[pipeline]'", file=sys.stderr)
    except Problem as problem:
        print(problem, file=sys.stderr)
    return 1


def handed_over(where: str) -> int | None:
    """The exit code of this call, run by a fork of the process that listens there; None where none listens."""
    import json
    import socket

    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(where)
        except OSError:
            return None
        job = {"given": sys.argv[1:], "environment": dict(os.environ), "folder": os.getcwd()}  # noqa: PTH109
        said = json.dumps(job).encode()
        answer, out = os.pipe()
        socket.send_fds(connection, [len(said).to_bytes(8, "big")], [0, 1, 2, out])
        connection.sendall(said)
        os.close(out)
        code = os.read(answer, 1)
    return code[0] if code else 1


def asked(given: list[str]) -> list[str]:
    """`reread paper.pdf` is short for `reread read paper.pdf`."""
    first = given[0] if given else "-"
    paper = Path(first).exists() or Path(first).suffix or Path(first).name != first
    return given if first.startswith("-") or first in names() or not paper else ["read", *given]


def parsed(given: list[str], module: ModuleType | None) -> argparse.Namespace:
    """The arguments of the verb that was asked for; where none was, the help or the error that argparse has for it."""
    parser = argparse.ArgumentParser(
        prog="reread", description="A second reading of a published study: `reread paper.pdf`, or one of these verbs."
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    if module:
        module.arguments(verbs.add_parser(given[0], description=module.__doc__))
    for name in () if module else names():
        told = ast.get_docstring(ast.parse((VERBS / f"{name}.py").read_bytes())) or ""
        verbs.add_parser(name, help=told.partition("\n")[0])
    return parser.parse_args(given)


def names() -> list[str]:
    """Every verb."""
    return sorted(path.stem for path in VERBS.glob("*.py") if path.stem != "__init__")


def of_the_pipeline(package: str) -> bool:
    """Does only the extra `pipeline` bring this package?"""
    from importlib.metadata import requires

    wanted = package.partition(".")[0].lower().replace("_", "-")
    extra = [text for text in requires("reread") or () if "extra == " in text and "pipeline" in text.partition(";")[2]]
    return any(text.lower().startswith(wanted) and not text[len(wanted) :][:1].isalnum() for text in extra)


if __name__ == "__main__":
    sys.exit(main())

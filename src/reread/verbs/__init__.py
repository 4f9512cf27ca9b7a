"""What does each verb do? One file, one verb, found by its place: `arguments(parser)` and `run(args) -> int`.

Only the verb that was asked for is imported; the list of all of them is read from their files, so that `--help`
answers at once.

IN: files written by the stages before. OUT: the files of this stage; an expected failure is written as data (`ok:
false`) and the verb still exits 0, so that other studies finish; `outcome` reads all of it and exits 1.
MAY NOT: compute statistics.
"""

from __future__ import annotations

import argparse
import ast
import gc
import importlib
import os
import sys
import tempfile
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from types import ModuleType

from reread.files.problem import Problem, fault

HERE = Path(__file__).parent
SELDOM = 100_000, 20, 20  # a verb makes much and leaves little: seldom looking for garbage saves a tenth


def called(given: list[str]) -> int:
    """Run the verb of a command line. The exit code: 1 after a problem, told in one line."""
    gc.set_threshold(*SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console that lacks χ must not end the run
            stream.reconfigure(errors="backslashreplace")
    given = asked(given)
    try:
        module = importlib.import_module(f"{__name__}.{given[0]}") if given and given[0] in names() else None
        args = parsed(given, module)
        code = int(module.run(args)) if module else 2
        sys.stdout.flush()
        return code
    except ModuleNotFoundError as missing:
        if not of_the_pipeline(missing.name or ""):
            raise
        print(f"reread {given[0]}: needs reread[pipeline]: pip install 'reread[pipeline]'", file=sys.stderr)
    except Problem as problem:
        print(problem, file=sys.stderr)
    except BrokenPipeError:  # whoever read along (`head`) has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 141  # as a shell tells it
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        print(_unwritable(error), file=sys.stderr)
    except Exception as error:
        print(_told_of(fault("", error)), file=sys.stderr)
    return 1


def _unwritable(error: OSError) -> Problem:
    """A full disk, a folder without permission: the system's own words, and the file."""
    said = error.strerror or type(error).__name__
    return Problem(
        str(error.filename or ""), "", f"what the system refuses ({said})", "a place with room and permission"
    )


def _told_of(problem: Problem) -> Problem:
    """A fault of the program, with the file that holds what its makers need."""
    with tempfile.NamedTemporaryFile("w", prefix="reread-fault-", suffix=".txt", delete=False, encoding="utf-8") as log:
        log.write(problem.log)
    return replace(problem, write=f"{problem.write}; what they need is in {log.name}")


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
        told = ast.get_docstring(ast.parse((HERE / f"{name}.py").read_bytes())) or ""
        verbs.add_parser(name, help=told.partition("\n")[0])
    return parser.parse_args(given)


def names() -> list[str]:
    """Every verb."""
    return sorted(path.stem for path in HERE.glob("*.py") if path.stem != "__init__")


def of_the_pipeline(package: str) -> bool:
    """Does only the extra `pipeline` bring this package?"""
    from importlib.metadata import requires

    wanted = package.partition(".")[0].lower().replace("_", "-")
    extra = [text for text in requires("reread") or () if "extra == " in text and "pipeline" in text.partition(";")[2]]
    return any(text.lower().startswith(wanted) and not text[len(wanted) :][:1].isalnum() for text in extra)

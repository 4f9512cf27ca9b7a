"""Which printed numbers belong to one result, as far as a document's own words and tables tell?

IN: a document, read and typed. OUT: a `Proposal`: a study file that nobody has confirmed, and the place of each number
in it. MAY NOT: take a value from anywhere but the document, guess a role, judge, or link a number of which the reader
was unsure. What is left out is told.

A finder is a module of this folder with `found(page, tests) -> Iterator[Result]` and `CHECKS`: for the name of a result
the checks that its links are read for (they need no other role).
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def finders() -> dict[str, ModuleType]:
    """Every finder of this folder, by the name of its file.

    >>> "tests" in finders(), "result" in finders()
    (True, False)
    """
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return {module.__name__.rpartition(".")[2]: module for module in modules if hasattr(module, "CHECKS")}


@cache
def checks_of(entry: str) -> frozenset[str]:
    """The checks that need no more than is linked in an entry of a proposed study file.

    >>> sorted(checks_of("share-2")), "p_statistic" in checks_of("en-t-1"), "ci_p" in checks_of("pain")
    (['percent_of_count'], True, True)
    """
    every = [(name, checks) for finder in finders().values() for name, checks in finder.CHECKS.items()]
    names = {name for name, _ in every}
    name = next((part for part in reversed(entry.split("-")[:-1]) if part in names), "")
    return frozenset(check for its, checks in every if name in ("", its) for check in checks)

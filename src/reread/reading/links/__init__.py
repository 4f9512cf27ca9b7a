"""Which printed numbers belong to one result, as far as a document's own words and tables tell?

IN: a document, read and typed. OUT: a `Proposal`: a study file that nobody has confirmed, and the place of each number
in it. MAY NOT: take a value from anywhere but the document, guess a role, judge, or link a number of which the reader
was unsure. What is left out is told.

A finder is a module of this folder with `found(page, tests) -> Iterator[Result]`. Which checks may look at what it
links follows from the parts that are linked (`explain/as_read.py`).
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
    return {module.__name__.rpartition(".")[2]: module for module in modules if hasattr(module, "found")}

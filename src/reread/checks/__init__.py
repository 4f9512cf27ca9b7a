"""Can the printed numbers all be true at once? One file, one check, found by its place.

IN: a `Study`. OUT: findings, silent where a check's numbers are not printed. MAY NOT: know any one study, round before
comparing, call a number inconsistent while an admitted convention (`conventions.py`) makes it agree.
A check is a module with `check(study) -> Iterator[Finding]`; its words stand in `words/<language>/checks*.yaml`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache, partial

from reread.study.finding import Finding
from reread.study.values import Study

Check = Callable[[Study], Iterator[Finding]]


def found() -> dict[str, Check]:
    """Every check of this folder by name, in alphabetical order; one that cannot be imported raises when it is run."""
    return {name: partial(_run, name) for name in _names(tuple(__path__))}


@cache
def _names(path: tuple[str, ...]) -> list[str]:
    return sorted(module.name for module in pkgutil.iter_modules(path))


def _run(name: str, study: Study) -> Iterator[Finding]:
    check: Check = importlib.import_module(f"{__name__}.{name}").check
    return check(study)


def findings(study: Study) -> list[Finding]:
    """What every check finds, without benign readings."""
    return [finding for check in found().values() for finding in check(study)]

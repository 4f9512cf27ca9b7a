"""Can the printed numbers all be true at once? One file, one check, found by its place.

IN: a `Study`. OUT: findings, silent where a check's numbers are not printed. MAY NOT: know any one study, round before
comparing, call a number inconsistent while an admitted convention (`conventions.py`) makes it agree. What another way
to obtain a number leaves open (permutations, covariates, logarithms …) no check needs to know: `reread.study.obtained`.
A check is a module with `check(study) -> Iterator[Finding]`; its words stand in `words/<language>/checks*.yaml`. A
user's own lies in `checks/` of the working directory, with its words beside it (`reread.files.own`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from reread.files import own
from reread.study.finding import Finding
from reread.study.obtained import loosened
from reread.study.values import Study

Check = Callable[[Study], Iterator[Finding]]


def found() -> dict[str, Check]:
    """Every check by name, in alphabetical order; one that cannot be imported raises when it is run."""
    return {name: partial(_run, name) for name in own.names("checks", __path__)}


def _run(name: str, study: Study) -> Iterator[Finding]:
    check: Check = own.imported("checks", name, "check").check
    return (loosened(study, finding) for finding in check(study))


def findings(study: Study, lost: bool = False) -> list[Finding]:
    """What every check finds, without benign readings. `lost`: those of a check that raises are left out."""
    return [finding for check in found().values() for finding in (_kept(check, study) if lost else check(study))]


def _kept(check: Check, study: Study) -> list[Finding]:
    try:
        return list(check(study))
    except Exception:
        return []


own.join("checks", __path__)

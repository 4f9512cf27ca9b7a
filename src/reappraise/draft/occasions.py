"""Which two samples of a table are one outcome, before and after?

The heads of their columns say before and after, each once in the table, and their categories have the same names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reappraise.draft.result import Result
from reappraise.extract.skeleton import Skeleton

GROUP = "groups.all"


def outcomes(results: Iterable[Result]) -> Iterator[Result]:
    """The results, those before and after joined into outcomes."""
    listed = list(results)
    tables = dict.fromkeys(result.table for result in listed if result.occasion)
    for table in tables:
        both = {name: [r for r in listed if (r.table, r.occasion) == (table, name)] for name in ("before", "after")}
        if all(len(found) == 1 for found in both.values()):
            before, after = both["before"][0], both["after"][0]
            if _categories(before) == _categories(after):
                listed = [_joined(before, after) if r is before else r for r in listed if r is not after]
    yield from listed


def most_risen(page: Skeleton, outcome: Result) -> str:
    """The category whose count rises most; the last one of equals."""
    rise = {
        name: page.tokens[outcome.parts[f"after.count.{name}"]].value
        - page.tokens[outcome.parts[f"before.count.{name}"]].value
        for name in _categories(replace(outcome, parts=_of("before", outcome)))
    }
    return max(reversed(rise), key=lambda name: rise[name])


def _of(occasion: str, outcome: Result) -> dict[str, int]:
    return {
        f"{GROUP}{part.removeprefix(occasion)}": token
        for part, token in outcome.parts.items()
        if part.startswith(f"{occasion}.")
    }


def _categories(result: Result) -> list[str]:
    stem = f"{GROUP}.count."
    return [part.removeprefix(stem) for part in result.parts if part.startswith(stem)]


def _joined(before: Result, after: Result) -> Result:
    parts = {
        f"{result.occasion}{part.removeprefix(GROUP)}": token
        for result in (before, after)
        for part, token in result.parts.items()
    }
    return Result("outcome", parts)

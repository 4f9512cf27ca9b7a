"""Which two samples of a table are one outcome, before and after, and which two tables print the same outcome?

The heads of their columns say before and after, each once in the table, and their categories have the same names. Two
outcomes whose printed means and SDs are all the same, before and after, are one, where no third one is so too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reread.reading.links.result import Result
from reread.reading.skeleton import Skeleton

GROUP = "groups.all"
FOUR = ("before.mean", "before.sd", "after.mean", "after.sd")


def outcomes(page: Skeleton, results: Iterable[Result]) -> Iterator[Result]:
    """The results, those before and after joined into outcomes."""
    listed = list(_of_occasions(results))
    alike: dict[tuple[str, ...], list[Result]] = defaultdict(list)
    for result in listed:
        alike[_printed(page, result)].append(result)
    for result in listed:
        same = alike[_printed(page, result)]
        one = _one(*same) if len(same) == 2 and same[0].table != same[1].table and _printed(page, result) else None
        if one is None or not of_everybody(page, one.parts):
            yield result
        elif result is same[0]:
            yield one


def _printed(page: Skeleton, result: Result) -> tuple[str, ...]:
    """The means and SDs of an outcome as printed; nothing of other results."""
    if result.name != "outcome" or not set(FOUR) <= set(result.parts):
        return ()
    return tuple(page.tokens[result.parts[part]].reported.text for part in FOUR)


def _one(first: Result, second: Result) -> Result:
    """One outcome of two tables; what both print is taken from the first."""
    return Result("outcome", {**second.parts, **first.parts}, {**second.about, **first.about}, table=first.table)


def of_everybody(page: Skeleton, parts: Mapping[str, int]) -> bool:
    """Are the printed degrees of freedom, if any, those of the printed n?"""
    df, n = (page.tokens[parts[part]].value if part in parts else None for part in ("change.df", "before.n"))
    return df is None or n is None or df == n - 1


def _of_occasions(results: Iterable[Result]) -> Iterator[Result]:
    listed = list(results)
    tables = dict.fromkeys(result.table for result in listed if result.occasion)
    for table in tables:
        both = {name: [r for r in listed if (r.table, r.occasion) == (table, name)] for name in ("before", "after")}
        if all(len(found) == 1 for found in both.values()):
            before, after = both["before"][0], both["after"][0]
            if _categories(before) == _categories(after):
                listed = [_joined(before, after) if r is before else r for r in listed if r is not after]
    yield from listed


def most_risen(page: Skeleton, outcome: Result) -> str | None:
    """The category whose count rises most; the last one of equals; None where none is counted."""
    rise = {
        name: page.tokens[outcome.parts[f"after.count.{name}"]].value
        - page.tokens[outcome.parts[f"before.count.{name}"]].value
        for name in _categories(replace(outcome, parts=_of("before", outcome)))
    }
    return max(reversed(rise), key=lambda name: rise[name], default=None)


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
    return Result("outcome", parts, {"measure": "continuous"}, table=before.table)

"""Which estimate, interval, standard error, statistic and p does a row of a table of estimates print?

Logistic, Cox and linear models, trials and meta-analyses: each row prints the same of one comparison, in columns that
its heads name (`estimate_heads`), once or for several models side by side. Every cell must print what its head says and
nothing else but a mark of a note; what a row leaves blank is not linked.

>>> from reread.reading.typed import read_lines
>>> heads = "Variable | OR | 95% CI | Wald | P"
>>> page, _ = read_lines([heads, "Empathy | 1.41 | 1.07-1.86 | 6.01 | .01", "Rest | 1 | (reference) | |"])
>>> [(result.name, dict(result.parts)) for result in found(page, [])]
[('OR', {'OR': 1, 'ci.low': 2, 'ci.high': 3, 'wald': 4, 'p': 5, 'ci.level': 0})]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reread.reading.links.estimate_heads import OF_ITS_OWN, Group, Head, groups, head_of
from reread.reading.links.group_tables import parts
from reread.reading.links.result import Result, sure
from reread.reading.printed_tests import TokensOfTest
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.reading.tables import CellSpans, tables
from reread.words.reading import either, words

MARK = r"\s*(?:[*†‡§¶#]+|\^?[a-z]{1,2}(?!\w))?\s*"
TO = rf"\s*(?:[,;:–-]|{either(words('through'))})\s*"
ENDS = rf"[(\[]?\s*{N}{TO}{N}\s*[)\]]?"
ONE = re.compile(rf"\s*{N}{MARK}")
SHAPES = {
    "ci": re.compile(rf"\s*{ENDS}{MARK}"),
    "estimate ci": re.compile(rf"\s*{N}{MARK}[,;]?\s*[(\[]?\s*{ENDS}\s*[)\]]?{MARK}"),
    "estimate se": re.compile(rf"\s*{N}{MARK}(?:[(\[]\s*{N}\s*[)\]]|±\s*{N}){MARK}"),
    "se": re.compile(rf"\s*[(\[]?\s*{N}\s*[)\]]?{MARK}"),
    "t df": re.compile(rf"\s*{N}\s*\(\s*{N}\s*\){MARK}"),
}
PARTS = {
    "ci": ("ci.low", "ci.high"), "low": ("ci.low",), "high": ("ci.high",), "estimate ci": ("", "ci.low", "ci.high"),
    "estimate": ("",), "estimate se": ("", "se"), "t df": ("t", "df"), "t of df": ("t",),
}  # fmt: skip
NOT_THESE = ("count", "percent", "n", "code", "sd", "median", "q1", "q3", "alpha", "cronbach")
STATISTICS = ("t", "z", "wald")
LEVELS = ("ci", "estimate ci", "low")
MODEL = {"test": "regression"}


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every row with an estimate and what follows from it, or it from that."""
    for table in tables(page):
        for heads, rows in parts(page, table.rows):
            named = [_head(page, column) for column in zip(*(row[1:] for row in heads), strict=True)]
            for group in groups(named):
                levels, df = _in_head(page, heads, group, LEVELS), _in_head(page, heads, group, ("t of df",))
                for row in rows:
                    result = (
                        _result(page, row, group, (levels, df), table.rows[0][0][0]) if len(row) > len(named) else None
                    )
                    if result is not None:
                        yield result


def _head(page: Skeleton, cells: Sequence[tuple[int, int]]) -> Head:
    """What the lowest of a column's heads says, or all of them."""
    texts = [page.text[a:b].strip() for a, b in cells]
    last = head_of(texts[-1])
    whole = head_of(" ".join(dict.fromkeys(filter(None, texts))))
    return whole if last.kind in ("", "other") or whole.kind == last.kind else last


def _in_head(page: Skeleton, heads: list[CellSpans], group: Group, kinds: Sequence[str]) -> list[int]:
    """The numbers in heads of these kinds: the level of the interval, the degrees of freedom of every t below."""
    columns = [group.columns[kind] for kind in kinds if kind in group.columns]
    cells = [row[column + 1] for column in columns for row in heads]
    return [token for a, b in cells for token in range(page.at(a), page.at(b)) if not page.tokens[token].unsure]


def _result(
    page: Skeleton, row: CellSpans, group: Group, in_heads: tuple[list[int], list[int]], table: int
) -> Result | None:
    found: dict[str, int] = {}
    for kind, column in group.columns.items():
        kind = kind.removeprefix("second ")
        cell = row[column + 1]
        tokens = list(range(page.at(cell[0]), page.at(cell[1])))
        if not SHAPES.get(kind, ONE).fullmatch(page.text[slice(*cell)]) or not _plain(page, kind, tokens):
            continue
        stat = group.stats.get(column, "")
        named = [part or OF_ITS_OWN.get(stat, stat) for part in PARTS.get(kind, (kind,))]
        if stat == "beta" and "estimate" in found:
            continue  # beside the coefficient that it is made of
        if len(named) == len(tokens) and not set(named) & set(found):
            found |= dict(zip(named, tokens, strict=True))
    stats = [stat for stat in group.stats.values() if OF_ITS_OWN.get(stat, stat) in found]
    if not stats or not _enough(found) or not sure(page, list(found.values())):
        return None
    for part, with_it, tokens in zip(("ci.level", "df"), ("ci.low", "t"), in_heads, strict=True):
        if with_it in found and len(tokens) == 1:
            found[part] = tokens[0]
    return Result(_name(stats), found, _about(stats, found, group), table=table)


def _enough(found: dict[str, int]) -> bool:
    """Is anything there that follows from something else?"""
    if ("ci.low" in found) != ("ci.high" in found):
        return False
    return (
        "ci.low" in found
        or ("p" in found and ("se" in found or bool(set(STATISTICS) & set(found))))
        or ("se" in found and bool(set(STATISTICS) & set(found)))
    )


def _name(stats: list[str]) -> str:
    others = {"b": "coefficient", "beta": "coefficient", "md": "interval"}
    return next((stat for stat in ("OR", "RR", "HR") if stat in stats), others.get(stats[0], stats[0]))


def _about(stats: list[str], found: dict[str, int], group: Group) -> dict[str, Any]:
    """What a study file says of it: a coefficient, and whose the interval is where one cell prints both."""
    about: dict[str, Any] = {}
    if "b" in stats or ({"z", "wald"} & set(found) and not {"r", "d", "g"} & set(stats)):
        about |= MODEL
    own = [stat for stat in stats if stat in ("md", "d", "g")]
    if own and "estimate ci" in group.columns:
        about["ci"] = {"of": {"md": "difference"}.get(own[0], own[0])}
    return about


def _plain(page: Skeleton, kind: str, tokens: list[int]) -> bool:
    """Is every number printed plainly, and none of them something else? Only p may have a comparator."""
    printed = [page.tokens[token] for token in tokens]
    same = kind == "p" or all(token.comparator == "=" for token in printed)
    typed = all(page.stats[token] not in NOT_THESE for token in tokens)
    return bool(tokens) and same and typed and all("%" not in token.text for token in printed)

"""Which row of a results table compares groups: n, mean and SD of each, with t, p, difference, interval or d?

A table has one column for each group and a row for each outcome (`group_tables`, `group_rows`). The test of a row is
linked where the words tell which it is (`group_tests`), and not where the heads name times: whose difference a p is of
is open there, but where there are two columns, before and after. Rows of scores are linked with their groups besides,
for what whole numbers allow; t with p where no df is printed, which follow from n; and the groups of a row with what it
prints of everybody.

>>> from reread.reading.typed import read_lines
>>> heads = "Outcome | Massage (n = 30) | Control (n = 28) | t | df | p"
>>> page, _ = read_lines([heads, "Weight, mean ± SD | 5.2 ± 1.4 | 6.1 ± 1.6 | 2.28 | 56 | .03"])
>>> [(result.name, list(result.parts)) for result in found(page, [])]
[('groups', ['groups.Massage.mean', 'groups.Massage.sd', 'groups.Control.mean', 'groups.Control.sd', 't', 'df', 'p', \
'groups.Massage.n', 'groups.Control.n'])]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reread.reading.links.group_rows import GroupRow, group_rows
from reread.reading.links.group_tables import GroupTable, before_and_after, group_tables
from reread.reading.links.group_tests import adjusted, speaks, stated
from reread.reading.links.means import WHOLE
from reread.reading.links.result import Result
from reread.reading.printed_tests import TokensOfTest
from reread.reading.scope import Place
from reread.reading.skeleton import Skeleton
from reread.words.reading import labels, words

ELSEWHERE = [*words("other_tests"), *words("other_models"), *labels()["median"], *labels()["se"], *words("quartiles")]


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every row that prints the same of several groups."""
    for table in group_tables(page):
        names = [column.name for column in table.columns if column.kind == "group"]
        times, twice = any(speaks(name, _times()) for name in names), before_and_after(names)
        for row in group_rows(page, table):
            if not speaks(row.label, ELSEWHERE):
                yield from _results(page, table, row, times, twice)


def _times() -> list[str]:
    return [word for kind in ("before", "after", "times") for word in words(kind)]


def _results(page: Skeleton, table: GroupTable, row: GroupRow, times: bool, twice: bool) -> Iterator[Result]:
    sizes = tuple(int(page.tokens[n].value) for n, _, _ in row.groups.values())
    df = int(page.tokens[row.test["df"]].value) if "df" in row.test else None
    linked = row.test and (twice or not times)
    place = Place(list(row.test.values()))
    near = f"{table.near} {row.label}"
    about, kept = stated(page, near, row.test, place, sizes, df, twice) if linked else (None, None)
    if kept:
        yield Result("paired" if twice else "groups", _parts(row) | row.test | _sizes(row), kept=kept)
    if kept and "df" not in row.test and {"t", "p"} <= set(row.test):
        yield Result("t", {part: row.test[part] for part in ("t", "p")}, {"test": "regression"} | adjusted(page, place))
    if about:
        yield Result("paired" if twice else "groups", _parts(row) | row.test | _sizes(row), about)
        if "df" not in row.test and {"t", "p"} <= set(row.test):
            yield Result("t", {part: row.test[part] for part in ("t", "p")} | _sizes(row), about | {"complete": True})
    of_errors = speaks(table.near, labels()["se"])
    if WHOLE.search(row.label) and not of_errors:
        yield Result("scores", _parts(row) | _sizes(row), {"measure": "integer score"})
    if row.whole and not times:
        parts = ("n", "mean") if of_errors else ("n", "mean", "sd")
        whole = {f"whole.{part}": token for part, token in zip(parts, row.whole, strict=False)}
        yield Result("parts", _parts(row) | _sizes(row) | whole)


def _parts(row: GroupRow) -> dict[str, int]:
    return {
        f"groups.{name}.{part}": token
        for name, (_, mean, sd) in row.groups.items()
        for part, token in (("mean", mean), ("sd", sd))
    }


def _sizes(row: GroupRow) -> dict[str, int]:
    return {f"groups.{name}.n": n for name, (n, _, _) in row.groups.items()}

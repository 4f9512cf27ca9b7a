"""Which parts of a test do columns of groups, tables of counts and an interval fill?

>>> parts_of_groups("t_from_groups", means=("5.1", "4.2"), ns=(28, 30))  # doctest: +NORMALIZE_WHITESPACE
{'groups.group 1.mean': '5.1', 'groups.group 2.mean': '4.2', 'groups.group 1.n': 28, 'groups.group 2.n': 30}
>>> parts_of_interval("check", ("0.10", "0.90"), "95%")
{'ci.low': '0.10', 'ci.high': '0.90', 'ci.level': '95%'}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reread.files.problem import Problem

Columns = Sequence[Any]
Pair = tuple[str, str]


def parts_of_groups(question: str, **columns: Columns | None) -> dict[str, Any]:
    """One column for each part (`means`, `sds`, `ns`), one entry for each group. Raises Problem."""
    given = {
        name.removesuffix("s"): _listed(question, name, column)
        for name, column in columns.items()
        if column is not None
    }
    lengths = {name: len(column) for name, column in given.items()}
    if len(set(lengths.values())) > 1:
        told = ", ".join(f"{count} {name}{'s' * (count > 1)}" for name, count in lengths.items())
        raise Problem(f"reread.{question}", "", told, "one of each for every group, in the same order")
    return {f"groups.{_named(k)}.{name}": each for name, column in given.items() for k, each in enumerate(column, 1)}


def parts_of_counts(question: str, counts: Sequence[Sequence[int | str]]) -> dict[str, Any]:
    """A table of counts: one row for each group, one column for each category, and the sum of each row as its n."""
    rows = [_listed(question, "counts", row) for row in _listed(question, "counts", counts)]
    if len({len(row) for row in rows}) != 1:
        raise Problem(
            f"reread.{question}", "counts", "rows of several lengths", "one row for each group, as in a table"
        )
    return {
        f"groups.{_named(k)}.count.category {c}": count
        for k, row in enumerate(rows, 1)
        for c, count in enumerate(row, 1)
    }


def parts_of_interval(question: str, ci: Pair | None, level: str | int | None = None) -> dict[str, Any]:
    """Both ends of an interval, and its level where one is printed. Raises Problem."""
    if ci is None:
        return {}
    ends = _listed(question, "ci", ci)
    if len(ends) != 2:
        raise Problem(f"reread.{question}", "ci", f"{len(ends)} numbers", 'both ends, as in ci=("0.10", "0.90")')
    return {"ci.low": ends[0], "ci.high": ends[1], "ci.level": level}


def parts_of_samples(
    question: str, groups: Mapping[str, Mapping[str, Any]] | Iterable[Mapping[str, Any]]
) -> dict[str, Any]:
    """Groups as a study file has them: by name or in order, each with what is printed of it."""
    by_name = groups if isinstance(groups, Mapping) else {_named(k): group for k, group in enumerate(groups, 1)}
    found: dict[str, Any] = {}
    for name, group in by_name.items():
        if not isinstance(group, Mapping):
            write = 'what is printed of each group, such as {"mean": "5.1", "sd": "1.2", "n": 28}'
            raise Problem(f"reread.{question}", "groups", f"a {type(group).__name__}", write)
        for part, value in group.items():
            inner = value if isinstance(value, Mapping) else {"": value}  # count: {"yes": 12, "no": 16}
            for key, each in inner.items():
                found[_path(question, *map(str, (name, part, key)))] = each
    return found


def _path(question: str, *names: str) -> str:
    """The part below `groups.`; names are joined by points, so none may have one."""
    for name in names:
        if "." in name or ";" in name:
            raise Problem(f"reread.{question}", "groups", f"the name “{name}”", "a name without . or ;")
    return ".".join(filter(None, ("groups", *names)))


def _named(k: int) -> str:
    return f"group {k}"


def _listed(question: str, name: str, column: Any) -> list[Any]:
    """A column as a list; a text is no column, although it has letters to go through."""
    if isinstance(column, str) or not isinstance(column, Iterable):
        raise Problem(f"reread.{question}", name, f"one {type(column).__name__}", "a list with one for each group")
    return list(column)

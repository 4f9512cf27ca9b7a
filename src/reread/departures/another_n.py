"""Was another number of participants analysed than the one stated?

Some may have dropped out of an analysis, or one may have been counted twice. Ask for the flow of participants.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from reread.numbers.interval import Interval
from reread.study.values import Study, Value

FEWER, MORE = 4, 2


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """The study's n, or that of one occasion, group or test, a little smaller or larger.

    An n that one print gives to several, as the head of a column does to its rows: of all of them, and of each alone.
    """
    sizes = {role: n for role, n in study.values.items() if role.rpartition(".")[2] == "n" and n.whole}
    prints: dict[object, list[str]] = {}
    for role, n in sizes.items():
        prints.setdefault(n.ids or role, []).append(role)
    asked = [each for roles in prints.values() for each in (roles, *([role] for role in roles if len(roles) > 1))]
    short = [", ".join(dict.fromkeys(map(_name, roles))) for roles in asked]
    met = Counter(short)
    for roles, name in zip(asked, short, strict=True):
        where = name if met[name] == 1 or len(roles) > 1 else _path(roles[0])
        for other in _others(sizes[roles[0]]):
            changed = {role: _of(sizes[role], other) for role in roles}
            yield {"n": f"{other} ({where})" if where else str(other)}, study.with_values(dict(changed))


def _others(n: Value) -> Iterator[int]:
    yield from (k for k in range(max(2, n.integer - FEWER), n.integer + MORE + 1) if k != n.integer)


def _of(n: Value, other: int) -> Value:
    reported = replace(n.reported, value=Fraction(other), text=str(other))
    return replace(n, reported=reported, interval=Interval.point(other))


def _name(role: str) -> str:
    """The occasion, group or test whose n it is; empty for the study's."""
    return role.rpartition(".")[0].rpartition(".")[2]


def _path(role: str) -> str:
    """The same with the outcome or test that it is of."""
    return role.rpartition(".")[0].removeprefix("tests.").replace(".groups.", ", ").replace(".", ", ")

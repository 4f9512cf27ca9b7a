"""Which printed numbers stand or fall together?

A *block* is what one fact prints: a number with its repeats, or the counts of one sample with the percentages that they
imply. What the study *states* (n, codes, the level of an interval, alpha) is no block: only a departure changes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reread.explain import strings
from reread.study.roles import block_of, pack_of, stated
from reread.study.values import Study


@dataclass(frozen=True)
class Block:
    """Printed numbers that stand or fall together: a name, their roles, and the bits of an unexplained print."""

    name: str
    roles: tuple[str, ...]
    bits: float


def blocks(study: Study) -> tuple[Block, ...]:
    """Every block of a study, in the order of the study file."""
    members: dict[str, list[str]] = {}
    for role in study.values:
        if not stated(role):
            members.setdefault(block_of(role), []).append(role)
    return tuple(Block(name, tuple(roles), strings.bits(study, tuple(roles))) for name, roles in members.items())


def without(study: Study, dropped: Iterable[Block]) -> Study:
    """The study as if these blocks were not printed."""
    roles: dict[str, None] = {role: None for block in dropped for role in block.roles}
    return study.with_values(dict(roles)) if roles else study


def packs(blocks: Sequence[str]) -> list[tuple[str, ...]]:
    """Blocks that one data set prints together: a mean with its SD, the two ends of an interval.

    >>> packs(("a.before.mean", "a.before.sd", "a.before.count", "a.change.t"))
    [('a.before.mean', 'a.before.sd'), ('a.before.count',), ('a.change.t',)]
    """
    found: dict[tuple[str, str], list[str]] = {}
    for block in blocks:
        found.setdefault(pack_of(block), []).append(block)
    return [tuple(each) for each in found.values()]

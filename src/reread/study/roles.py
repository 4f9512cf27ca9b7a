"""What does a role say: whose part is it, of which kind, what stands or falls with it, what is it called?

Roles are paths through the study file: `score.before.mean`, `tests.pain.groups.massage.count.low`.
"""

from __future__ import annotations

from collections.abc import Mapping

from reread.words import Words

STATED = ("n", "level", "alpha")
SHARED = ("count", "percent")


def role_name(role: str, labels: Mapping[str, str], words: Words) -> str:
    """A role in words, innermost part first: `score.before.mean` → “mean before”."""
    parts = [part for part in role.partition(";")[0].split(".") if part not in labels]
    named, i = [], 0
    while i < len(parts):
        pair = "_".join(parts[i : i + 2])
        joined = words.get(f"page.roles.{pair}", "") if i + 1 < len(parts) else ""
        named.append(joined or words.get(f"page.roles.{parts[i]}", parts[i].replace("_", " ")))
        i += 2 if joined else 1
    return " ".join(filter(None, reversed(named)))


def is_p(role: str) -> bool:
    """Is it the role of a p-value?"""
    return role.endswith((".change.p", ".normality_p")) or is_p_of_test(role)


def is_p_of_test(role: str) -> bool:
    """Is it the p of a reported test (and not a category that somebody calls p)?"""
    return role.startswith("tests.") and role.endswith(".p") and role.count(".") == 2


def owner(role: str) -> str:
    """The outcome or test that a role is part of.

    >>> owner("score.before.mean"), owner("tests.pain.groups.massage.n"), owner("n")
    ('score', 'tests.pain', 'n')
    """
    return ".".join(role.split(".")[: 2 if role.startswith("tests.") else 1])


def of_test(role: str) -> bool:
    """Does it stand in a reported test (and not in an outcome)?"""
    return role.startswith("tests.")


def sample_of(role: str) -> str:
    """The sample of which it is a count or percentage of one category.

    >>> sample_of("score.before.count.low")
    'score.before'
    """
    return role.rpartition(".")[0].rpartition(".")[0]


def part_of(role: str) -> str:
    """What it is of its sample or comparison, by its last name."""
    return role.rpartition(".")[2]


def stated(role: str) -> bool:
    """Is it what the study states of itself, on which other numbers rest?"""
    return part_of(role) in STATED or ".codes." in role


def block_of(role: str) -> str:
    """The name of the block that a role is in: counts and percentages of a sample's categories stand or fall together.

    >>> block_of("score.before.percent.low"), block_of("score.before.mean")
    ('score.before.count', 'score.before.mean')
    """
    sample, _, kind = role.rpartition(".")[0].rpartition(".")
    return f"{sample}.count" if kind in SHARED and sample else role


def pack_of(block: str) -> tuple[str, str]:
    """The sample or comparison that a block is of, and what of it one data set prints together.

    >>> pack_of("score.before.sd"), pack_of("tests.pain.ci.low"), pack_of("score.change.sd")
    (('score.before', 'mean and sd'), ('tests.pain', 'ci'), ('score.change', 'sd'))
    """
    whose, _, last = block.rpartition(".")
    if whose.endswith(".ci"):
        return whose.removesuffix(".ci"), "ci"
    of_sample = not whose.endswith(".change") and (not of_test(whose) or ".groups." in whose)
    return whose, "mean and sd" if last in ("mean", "sd") and of_sample else last

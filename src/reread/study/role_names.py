"""What is a part of a study file called, in a reader's language?"""

from __future__ import annotations

from collections.abc import Mapping

from reread.words import Words


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

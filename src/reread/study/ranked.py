"""How many participants stand behind a rank test: the sizes of its groups, or of its pairs?"""

from __future__ import annotations

from reread.study.groups import group_roles, pairs, size
from reread.study.values import Study, Value

BETWEEN = {"Mann-Whitney": 2, "Kruskal-Wallis": None}
SIGNED = "Wilcoxon signed rank"


def group_sizes(study: Study, stem: str, test: str) -> list[Value] | None:
    """The n of each group, at least 1, of a rank test between groups; None where one is not printed."""
    found = [size(study, f"{role}.n") for role in group_roles(study, stem)]
    sizes = [n for n in found if n and n.integer >= 1]
    if test not in BETWEEN or len(sizes) < 2 or len(sizes) != len(found):
        return None
    return sizes if BETWEEN[test] in (None, len(sizes)) else None


def signed_pairs(study: Study, stem: str, test: str) -> Value | None:
    """The number of pairs of a signed rank test."""
    n = pairs(study, stem) if test == SIGNED else None
    return n if n and n.integer >= 1 else None

"""Which printed numbers follow from each other, given how each was obtained?

A p follows from t by theory, unless it comes from permutations; means and SDs give t, unless the test was done on
logarithms. The study file says how an entry's p, interval, estimate, statistic or percentages were obtained
(`obtained:`), and which methods the study used anywhere, or for an entry (`methods:`; where it is silent, the
document's words tell).
A check that finds two numbers at odds leaves it open where one of them need not follow from the other.

Sources: Good 2005, Permutation, Parametric and Bootstrap Tests of Hypotheses, 3rd edition; Efron & Tibshirani 1993, An
Introduction to the Bootstrap (pages not looked up); Rao & Scott 1984, doi:10.1214/aos/1176346391 (χ² of surveys).

>>> loosened_by(("permutation",), ("p", "statistic")), loosened_by(("transformed",), ("p", "statistic"))
('permutation', None)
>>> loosened_by(("transformed",), ("statistic", "summary"))
'transformed'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, permutations

from reread.study.finding import Finding, Term
from reread.study.parts import Obtained
from reread.study.roles import owner, part_of, sample_of
from reread.study.values import Study

USUAL = "as usual"
KINDS = {
    "mean": "summary", "sd": "summary", "se": "summary", "median": "summary", "minimum": "summary",
    "maximum": "summary", "normality_p": "normality", "n": "size", "df": "df", "df1": "df", "df2": "df",
    "t": "statistic", "F": "statistic", "chi2": "statistic", "z": "statistic", "Q": "statistic", "U": "statistic",
    "W": "statistic", "H": "statistic", "wald": "statistic", "r": "statistic", "p": "p", "low": "ci", "high": "ci",
    "I2": "statistic", "estimate": "estimate",
    "OR": "estimate", "RR": "estimate", "HR": "estimate", "percent": "estimate", "d": "effect", "g": "effect",
    "eta2": "effect", "omega2": "effect", "r2": "effect",
    "ss": "statistic", "ms": "statistic", "ss_error": "statistic", "ms_error": "statistic", "ss_total": "statistic",
}  # fmt: skip
# The kinds that a method may be behind; what else is printed was obtained as usual.
MODEL = frozenset({"statistic", "p", "ci", "error", "df"})
COVERS: Mapping[str, frozenset[str]] = {
    "permutation": frozenset({"p", "ci"}),
    "bootstrap": frozenset({"p", "ci"}),
    "simulated": frozenset({"p"}),
    "exact": frozenset({"p", "ci"}),
    "transformed": MODEL | {"estimate", "effect"},
    "adjusted": MODEL | {"estimate", "effect"},
    "stratified": MODEL | {"estimate", "effect"},
    "pooled error": MODEL | {"effect"},
    "design-based": MODEL | {"percent", "estimate"},
    "cumulative incidence": frozenset({"percent"}),
    "standardised": frozenset({"percent"}),
    "weighted": frozenset({"percent", "summary"}),
    "of those who answered": frozenset({"percent"}),
    "several answers": frozenset({"count"}),
    "events": frozenset({"count"}),
}
# Kinds that one analysis prints together.
UNITS = {"statistic": "test", "p": "test", "df": "test", "ci": "interval", "error": "interval", "estimate": "interval"}
# Numbers by these methods hang together with nothing, not even with each other.
BY_ITSELF = ("permutation", "bootstrap", "simulated", "exact")
# What still follows by a method: (method, one of the kinds that it covers) → kinds obtained as usual.
STILL = {
    ("exact", "p"): frozenset({"count"}),  # Fisher's test of the same table
    ("transformed", "df"): frozenset({"size"}),
    ("pooled error", "ci"): frozenset({"estimate"}),
    ("pooled error", "error"): frozenset({"estimate"}),
    ("pooled error", "statistic"): frozenset({"estimate"}),
    ("events", "count"): frozenset({"percent"}),
    ("several answers", "count"): frozenset({"percent", "size"}),
}
# On logarithms a difference and its interval may be those of a ratio, and d may be of either scale; d beside a model
# has no one definition; beside a p of a survey χ² may be the uncorrected one.
FREE = {
    "transformed": frozenset({"estimate", "ci", "error", "effect"}), "adjusted": frozenset({"effect"}),
    "stratified": frozenset({"effect"}), "design-based": frozenset({"statistic"}),
}  # fmt: skip
NONE: frozenset[str] = frozenset()
NEUTRAL = ("level", "alpha", "codes")


def loosened(study: Study, finding: Finding) -> Finding:
    """The finding, left open where how its numbers were obtained leaves them free of each other."""
    if finding.status != "inconsistent" or len(finding.roles) < 2:
        return finding
    unless = freed_by(study, finding.roles, finding.say != "off")
    if unless is None:
        return finding
    said = finding.say or finding.status
    return replace(finding, status="undecided", say=said, kind="", decision_error=False, unless=unless)


def freed_by(study: Study, roles: Sequence[str], inside: bool = False) -> Term | None:
    """Why the numbers in these roles need not follow from each other; None where they do. `inside`: see `_follows`."""
    numbers = [(kind, _said(study, role, kind)) for role in roles if (kind := kind_of(role))]
    open_ = [kind for kind, said in numbers if said == "not stated"]
    fixed = [(kind, said) for kind, said in numbers if said != "not stated"]
    some = [of_entry(study, whose).some for whose in dict.fromkeys(map(owner, roles))]
    stated = _apart(numbers, inside) or loosened_by([m for m in some if m in COVERS], open_, fixed, inside)
    said = [method for whose in dict.fromkeys(map(owner, roles)) for method in study.methods(whose)]
    reason = stated or loosened_by(dict.fromkeys(said), open_, fixed, inside)
    return Term("stated_method" if stated else "mentioned_method", reason) if reason else None


def loosened_by(
    methods: Iterable[str], kinds: Iterable[str], fixed: Iterable[tuple[str, str]] = (), inside: bool = True
) -> str | None:
    """The first of some methods that, if it is behind some of these kinds, sets them free; None where none does.

    Which of them it is behind is not known, but those of a unit go together. `fixed`: further kinds with how they were
    obtained; `inside`: see `_follows`.
    """
    open_, known = list(kinds), list(fixed)
    for method in methods:
        units = list(dict.fromkeys(UNITS.get(kind, kind) for kind in open_ if kind in COVERS[method]))
        for k in range(1, len(units) + 1):
            for behind in combinations(units, k):
                by = [kind in COVERS[method] and UNITS.get(kind, kind) in behind for kind in open_]
                pairs = [(kind, method if its else USUAL) for kind, its in zip(open_, by, strict=True)]
                if _apart([*pairs, *known], inside) is not None:
                    return method
    return None


def _apart(numbers: list[tuple[str, str]], inside: bool) -> str | None:
    """The method that keeps two of these numbers (kind, method) from following from each other."""
    for one, other in permutations(numbers, 2):
        if one[1] in COVERS and not _follows(*one, *other, inside):
            return one[1]
    return None


def _follows(kind: str, method: str, other: str, another: str, inside: bool) -> bool:
    """Does a number of a kind, obtained by a method, hang together with another?

    `inside`: whether an estimate lies in its interval is all that is asked, which holds by any method.
    """
    pair = {kind, other}
    if kind == other or (inside and pair == {"ci", "estimate"} and method in BY_ITSELF):
        return True
    if "size" in pair and method != "weighted" and not pair & {"df", "percent", "count"}:
        return True  # n stands beside the numbers that are compared
    if "df" in pair and pair <= {"df", "statistic", "p"}:
        return True  # so do degrees of freedom
    if pair & FREE.get(method, NONE):
        return False
    if method == another:
        return method not in BY_ITSELF
    return other in STILL.get((method, kind), NONE)


def kind_of(role: str) -> str:
    """What kind of number stands in a role; empty where how it was obtained changes nothing.

    >>> [kind_of(role) for role in ("score.before.mean", "score.change.mean", "tests.a.groups.b.count.yes", "n")]
    ['summary', 'estimate', 'count', 'size']
    """
    part, above = part_of(role), role.rpartition(".")[0]
    if part in NEUTRAL or f".{NEUTRAL[2]}." in role:
        return ""
    if part_of(above) in ("count", "percent") and sample_of(role) != owner(role):
        return part_of(above)
    if above.endswith(".change") or (role.startswith("tests.") and role.count(".") == 2):
        return {"mean": "estimate", "sd": "spread", "se": "error"}.get(part, KINDS.get(part, ""))
    return KINDS.get(part, "")


def of_entry(study: Study, name: str) -> Obtained:
    """What the study file says of how an outcome's change, or a test, was obtained."""
    short = name.removeprefix("tests.")
    if name in study.file.outcomes:
        return study.file.outcomes[name].change.obtained
    return study.file.tests[short].obtained if short in study.file.tests else Obtained()


def _said(study: Study, role: str, kind: str) -> str:
    """How the study file says that a number was obtained; `as usual` for what no method could be behind."""
    whose = owner(role)
    about = of_entry(study, whose)
    if kind == "count" and _known(study, whose):
        counted = study.measured(whose).counted
        return {"answers": "several answers", "events": "events", "persons": USUAL}.get(counted, "not stated")
    named = {"error": "statistic", "df": "statistic", "effect": "statistic"}.get(kind, kind)
    said = str(getattr(about, named)) if named in Obtained.model_fields else "not stated"
    if said in COVERS and kind not in COVERS[said]:
        return USUAL
    return said


def _known(study: Study, name: str) -> bool:
    return name in study.file.outcomes or name.removeprefix("tests.") in study.file.tests

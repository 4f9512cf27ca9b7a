"""What do the checks say of numbers that a program read by itself?

Each linked result is looked at alone, by the checks that need no more than was linked. *Inconsistent* is kept for what
no reading tried makes agree, and what neither a one-sided p, nor standard errors for SDs, nor fewer answers in groups
of a test would explain: where one does, a person has to look at the document first, and the finding stays undecided.
So does what rests on a row of a PDF's table that a second reader did not read alike. A p that agrees only if it was
adjusted for several tests, of which words that speak of it tell, is never said to agree.
None of this counts until the study file is confirmed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import partial
from itertools import islice, product

from reread.checks import found as all_checks
from reread.departures import apply
from reread.departures import benign as departures
from reread.explain.benign import findings_with_readings
from reread.explain.fewer_answered import explains, holds
from reread.study.comparison import comparisons
from reread.study.finding import Benign, Finding, Term
from reread.study.roles import owner
from reread.study.values import Study

# Which checks may look at numbers that nobody has confirmed, by what is linked: they need no other number.
OF_STUDY = ("planned_size",)  # of no entry
OF_ALL = ("possible_value",)
OF_SHARES = ("percent_of_count", "counts_total", "percents_total")
OF_OCCASIONS = (
    "difference_of_groups", "ci_estimate", "ci_t", "effect_from_statistic", "p_statistic", "paired_t_from_groups",
    "percent_change",
)  # fmt: skip
OF_GROUPS = (
    "t_from_groups", "p_from_groups", "ci_from_groups", "difference_of_groups", "d_from_groups", "paired_t_from_groups",
    "grim", "grimmer", "subgroups",
)  # fmt: skip
OF_P = ("p_statistic", "p_from_groups")
OF_INTERVALS = ("ci_estimate", "ci_p", "ci_se", "correlation_ci")
OF_POOLS = ("pooled",)
OF_STATISTICS = (
    "p_statistic",
    "p_zero",
    "effect_from_statistic",
    "statistic_se",
    "rank_z",
    "f_from_squares",
    "i_squared",
)
RANK = {"inconsistent": 0, "undecided": 1, "consistent": 2, "not applicable": 3}
NEEDS_WORDS = {"adjusted_p"}  # readings of a document that says so, which the study file then says, too
SPREADS = ("", "se_for_sd", "half_width_for_sd")
Used = list[tuple[str, dict[str, str]]]


def findings_as_read(study: Study) -> tuple[list[Finding], dict[str, Exception]]:
    """The findings of a study that nobody has confirmed, what cannot agree first; and the checks that broke."""
    broken: dict[str, Exception] = {}
    entries = [*study.file.tests, *study.file.outcomes]
    found = [finding for name in entries for finding in _of_entry(_alone(study, name), name, broken)]
    found += _checked(study, frozenset(OF_STUDY), broken)
    return sorted(found, key=lambda finding: RANK[finding.status]), broken


def _alone(study: Study, name: str) -> Study:
    """The study with one of its results, and what that pools; that its n is everybody's is not told, so it has none."""
    names = {name, *_pooled_by(study, name)}
    stems = tuple(stem for each in names for stem in (f"{each}.", f"tests.{each}."))
    values = {role: value for role, value in study.values.items() if role.startswith(stems)}
    kept = {part: {k: v for k, v in getattr(study.file, part).items() if k in names} for part in ("tests", "outcomes")}
    file = study.file.model_copy(update=kept)
    return replace(study, file=file, values=values)


def _pooled_by(study: Study, name: str) -> tuple[str, ...]:
    """The results that one pools, and what prints their Q; none where it has no estimate of its own."""
    about = study.file.tests.get(name)
    if about is None or not about.pools or f"tests.{name}.ci.low" not in study.values:
        return ()
    return (*about.pools, *(other for other, each in study.file.tests.items() if each.pools == about.pools))


def _of_entry(study: Study, name: str, broken: dict[str, Exception]) -> Iterator[Finding]:
    """The findings about one result, by the checks that it was linked for."""
    allowed = looked_at_by(study, name)
    found = list(_checked(study, allowed, broken))
    if any(finding.status == "inconsistent" for finding in found):
        found, _ = findings_with_readings(study, allowed)
        found = [_careful(finding, study, name, broken) if _bad(finding) else finding for finding in found]
        found = [_read_once(finding, study) if _bad(finding) else finding for finding in found]
    if _pooled_by(study, name):
        found = [finding for finding in found if owner(finding.roles[0]) == f"tests.{name}"]
    yield from _together([_if_adjusted(finding, study, name, broken) for finding in found], study)


def _if_adjusted(finding: Finding, study: Study, name: str, broken: dict[str, Exception]) -> Finding:
    """A p that follows from its test only if it was adjusted is a result of its own."""
    entry = study.file.tests.get(name)
    if finding.check not in OF_P or finding.status != "consistent" or entry is None or not entry.adjusted:
        return finding
    plain = study.stating({comparison.role: {"adjusted": False} for comparison in comparisons(study)})
    again = [each for each in _checked(plain, frozenset([finding.check]), broken) if each.id == finding.id]
    if not any(_bad(each) or each.status == "undecided" for each in again):
        return finding
    return replace(finding, status="undecided", say="consistent", unless=Term("only_if", "adjusted"))


def _together(found: list[Finding], study: Study) -> list[Finding]:
    """Percentages that add up to 100 though not of their counts may be weighted or of others, and so may several.

    A slip in one of them keeps their sum from 100.
    """
    odd = [finding for finding in found if finding.check == "percent_of_count" and _bad(finding)]
    shares = [value.reported for role, value in study.values.items() if ".percent." in role]
    room = sum((share.unit for share in shares), Fraction(0)) / 2
    whole = len(shares) > 1 and abs(sum((share.value for share in shares), Fraction(-100))) <= room
    if not odd or not (whole or len(odd) > 1):
        return found
    unless = Term("together", "percents")
    return [
        replace(f, status="undecided", say="inconsistent", kind="", unless=unless) if f in odd else f for f in found
    ]


def looked_at_by(study: Study, name: str) -> frozenset[str]:
    """The checks that need no more than the parts which are linked in this entry."""
    linked = {role.removeprefix(f"tests.{name}.") for role in study.values}
    if _pooled_by(study, name):
        return frozenset((*OF_ALL, *OF_INTERVALS, *OF_POOLS))
    if name in study.file.outcomes:
        return frozenset((*OF_ALL, *OF_OCCASIONS, *OF_SHARES))
    if any(part.startswith("groups.") and part.endswith(".mean") for part in linked):
        return frozenset((*OF_ALL, *OF_GROUPS))
    if "ci.low" in linked:
        return frozenset((*OF_ALL, *OF_INTERVALS, *OF_STATISTICS))
    return frozenset((*OF_ALL, *OF_STATISTICS, *OF_SHARES))


def _checked(study: Study, allowed: frozenset[str], broken: dict[str, Exception]) -> Iterator[Finding]:
    """What checks find; one that raises (a student's edit, say) loses its own findings."""
    for name, check in all_checks().items():
        if name in allowed:
            try:
                yield from check(study)
            except Exception as error:
                broken[name] = error


def _careful(finding: Finding, study: Study, name: str, broken: dict[str, Exception]) -> Finding:
    """An inconsistent finding that some reading settles is left undecided; its words still say what does not fit.

    So is a p that is printed without its statistic: which test it is of, only words elsewhere tell. That a p was
    adjusted for several tests settles nothing here: where the document speaks of it, the check already knows. Nor does
    a reading of one of several that are pooled and printed alike.
    """
    own = (each for each in finding.benign if each.params.get("test", name) == name)
    settles = tuple(each for each in own if not NEEDS_WORDS & set(each.departure.split("+")))
    settles = settles or _otherwise(finding, study, name, broken)
    alone = finding.check == "p_from_groups" and not any(role.endswith((".t", ".df")) for role in study.values)
    if not settles and not alone:
        return finding
    said, unless = finding.say or finding.status, Term("lone_p", "p") if alone and not settles else None
    return replace(finding, status="undecided", say=said, decision_error=False, kind="", benign=settles, unless=unless)


def _read_once(finding: Finding, study: Study) -> Finding:
    """What rests on a table's row that two readers read differently, or one alone, is left to a person."""
    if not any(study.values[role].once for role in finding.roles if role in study.values):
        return finding
    unless = Term("read_once", "row")
    return replace(
        finding, status="undecided", say=finding.say or finding.status, decision_error=False, kind="", unless=unless
    )


def _otherwise(finding: Finding, study: Study, name: str, broken: dict[str, Exception]) -> tuple[Benign, ...]:
    """The first that would make it hold: a one-sided p, SDs that are other spreads, fewer answers, and any of these.

    Asked here whether or not these readings tell numbers apart: too many tables print an SE as an SD.
    """
    only = frozenset([finding.check])
    if not any(_bad(other) for other in _checked(_one_sided(study), only, broken) if other.id == finding.id):
        return (Benign("one_sided_p", {}),)
    for spread, tails in product(SPREADS, ((), ("one_sided_p",))):
        used = [*_first_of(study, spread), *((name, {}) for name in tails)]
        found = partial(_found, only, broken, used)
        params = {key: value for _, about in used for key, value in about.items()}
        if holds(finding, found(study)):
            return (Benign("+".join(name for name, _ in used), params),)
        if name in study.file.tests and explains(study, name, finding, found):
            return (Benign("+".join([*(each for each, _ in used), "another_n"]), {**params, "n": "fewer"}),)
    return ()


def _found(only: frozenset[str], broken: dict[str, Exception], used: Used, study: Study) -> list[Finding]:
    """What checks find under these departures."""
    read = apply(study, used)
    return list(_checked(read, only, broken)) if read else []


def _first_of(study: Study, spread: str) -> Used:
    """SDs read as other spreads, as far as the study prints any."""
    return [(spread, params) for params, _ in islice(departures()[spread](study), 1)] if spread else []


def _bad(finding: Finding) -> bool:
    return finding.status == "inconsistent"


def _one_sided(study: Study) -> Study:
    """The study with every test one-sided: which one is, the program cannot tell."""
    open_ = [each.role for each in comparisons(study) if each.about.sides == "not stated"]
    return study.stating({role: {"sides": "one"} for role in open_})

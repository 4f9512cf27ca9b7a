"""Does a pooled estimate lie between the smallest and the largest estimate that it pools?

A test of the study file names under `pools` the tests whose estimates it pools. By a fixed or a random effect it is a
mean of these with weights above 0, of ratios on the logarithmic scale, so it lies between them. Decided where they are
all of them: the degrees of freedom of their Q are one fewer than they are, or no Q is printed and the study file says
`complete`. Else another trial may lie elsewhere, and it is left open. Left open, too: a result that lies between them
with its sign turned, or as its reciprocal; odds and risk ratios of which one has a very wide interval or none, because
a group without events is counted otherwise in its row (with half an event) than by Mantel and Haenszel in the sum; and
a result that is adjusted (for a moderator, by a network, a prior …), which is no mean of the trials alone.

Source: DerSimonian & Laird 1986, doi:10.1016/0197-2456(86)90046-2 (weights); half an event in the rows and none in the
sum: `rma.mh` of the R package metafor. Example: log risk ratios of 13 trials of BCG, from −1.6209 to 0.4459, pooled
−0.7145 (metafor's README).

>>> trials = [Interval.of("0.495", "0.505"), Interval.of("0.295", "0.305")]
>>> [between(trials, Interval.of(*ends), ratio=False) for ends in (("1.895", "1.905"), ("-0.405", "-0.395"))]
['outside', 'turned']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from reread.numbers.interval import Interval, hull
from reread.numbers.show import span
from reread.study.comparison import Comparison, comparison_at
from reread.study.finding import Ends, Finding, Param, Term
from reread.study.intervals import STANDARDISED, interval_of
from reread.study.ledger import RATIOS
from reread.study.obtained import of_entry
from reread.study.values import Study, Value

PARTS = (*RATIOS, *STANDARDISED, "difference")
OF_EVENTS = ("OR", "RR")
# With half an event in an empty cell the variance of a log ratio is at least about 1 / 0.5, of which a 95 % interval
# spans a factor of 250; 20 leaves room for smaller corrections and lower levels.
WIDE = 20
ADJUSTED = "adjusted"
FEWEST = 2


def check(study: Study) -> Iterator[Finding]:
    """One finding for each estimate that is pooled of two or more."""
    for name, about in study.file.tests.items():
        if len(about.pools) < FEWEST:
            continue
        pooled = comparison_at(study, f"tests.{name}")
        trials = [comparison_at(study, f"tests.{each}") for each in about.pools if each in study.file.tests]
        part = next((part for part in PARTS if pooled.get(part)), "")
        value = pooled.get(part) if part else None
        found = [(trial, each) for trial in trials if (each := trial.get(part))] if part else []
        if value is not None and len(found) >= FEWEST and all(each.interval.bounded for _, each in found):
            yield _finding(pooled, part, value, found)


def _finding(pooled: Comparison, part: str, value: Value, found: list[tuple[Comparison, Value]]) -> Finding:
    inside = between([each.interval for _, each in found], value.interval, part in RATIOS)
    df = _freedom(pooled)
    params: dict[str, Param] = {
        "printed": value.shown, "values": " / ".join(each.shown for _, each in found), "n": str(len(found)),
        "ends": Ends(*(f(found, key=lambda pair: pair[1].reported.value)[1].shown for f in (min, max))),
        "allowed": span(*hull([each.interval for _, each in found]).floats(), max(value.reported.decimals, 0) + 1),
        "of": str(df.integer + 1) if df else "",
    }  # fmt: skip
    verdict = _verdict(pooled, part, inside, found, df)
    return Finding("pooled", (value.role, *(each.role for _, each in found)), params=params, **verdict)


def _verdict(
    pooled: Comparison, part: str, inside: str, found: list[tuple[Comparison, Value]], df: Value | None
) -> dict[str, Any]:
    if inside == "inside":
        return {"status": "consistent"}
    if inside == "turned":
        return {"status": "undecided", "say": "turned"}
    unless = _adjusted(pooled)
    if unless is not None:
        return {"status": "undecided", "say": "inconsistent", "unless": unless}
    if df is not None and df.integer + 1 != len(found):
        return {"status": "undecided", "say": "freedom"}
    if df is None and not (pooled.stated_complete and len(found) == len(getattr(pooled.about, "pools", ()))):
        return {"status": "undecided"}
    if part in OF_EVENTS and any(_wide(trial) for trial, _ in found):
        return {"status": "undecided", "say": "events"}
    return {"status": "inconsistent", "kind": "impossible"}


def between(trials: Sequence[Interval], pooled: Interval, ratio: bool) -> str:
    """Where a pooled estimate lies among the trials: inside, turned (by its sign, or as a reciprocal), outside."""
    ends = hull(trials)
    if pooled.meets(ends):
        return "inside"
    low, high = pooled.low, pooled.high
    if not ratio:
        return "turned" if (-pooled).meets(ends) else "outside"
    if high is None or high <= 0:
        return "outside"
    reciprocal = Interval(1 / high, 1 / low if low is not None and low > 0 else None)
    return "turned" if reciprocal.meets(ends) else "outside"


def _freedom(pooled: Comparison) -> Value | None:
    """The degrees of freedom of the Q of the same trials: printed in the same test, or in another that pools them."""
    study, trials = pooled.study, set(getattr(pooled.about, "pools", ()))
    same = [name for name, about in study.file.tests.items() if set(about.pools) == trials]
    printed = [study.get(f"tests.{name}.df") for name in same if study.get(f"tests.{name}.Q")]
    return next((df for df in printed if df and df.whole), None)


def _adjusted(pooled: Comparison) -> Term | None:
    """Why it is no mean of the trials alone, where the study file or the document says so."""
    said = of_entry(pooled.study, pooled.owner)
    if ADJUSTED in (said.some, said.estimate):
        return Term("stated_method", ADJUSTED)
    open_ = said.estimate == "not stated"
    return Term("mentioned_method", ADJUSTED) if open_ and ADJUSTED in pooled.study.methods(pooled.owner) else None


def _wide(trial: Comparison) -> bool:
    """May a group of a trial have had no events, by the width of its interval?"""
    printed = interval_of(trial)
    low, high = (printed.low.interval.low, printed.high.interval.high) if printed else (None, None)
    return low is None or high is None or low <= 0 or high / Fraction(low) > WIDE

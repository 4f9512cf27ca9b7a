"""Do the numbers of participants in the flow add up?

Screened less excluded is allocated; of each arm, allocated less lost is analysed; the arms' numbers add up to the
study's. Numbers that do not are stated and left open: people may be excluded for other reasons, analysed as treated,
or counted in two arms of a factorial design. Only more lost than were allocated cannot be.

Source: CONSORT 2010 flow diagram, doi:10.1136/bmj.c332; INSPECT-SR guidance 1.1, check 4.6 (numbers of participants).
Example: Medical Research Council 1948, doi:10.1136/bmj.2.4582.769: 55 + 52 = 107 patients.
"""

from __future__ import annotations

from collections.abc import Iterator

from reread.study.finding import Finding, Param, Status, Term
from reread.study.samples import plain_size
from reread.study.values import Study, Value

SUMMED = ("allocated", "lost", "analysed")


def check(study: Study) -> Iterator[Finding]:
    """One finding for each sum whose parts and whole are printed."""
    yield from _less(study, "allocated", *(f"flow.{part}" for part in ("screened", "excluded", "allocated")))
    owners = ["flow", *(f"arms.{name}" for name in study.file.arms)]
    for owner in owners:
        yield from _less(study, "analysed", *(f"{owner}.{part}" for part in ("allocated", "lost", "analysed")))
    for part in SUMMED if len(study.file.arms) > 1 else ():
        parts = [plain_size(study.get(f"arms.{name}.{part}")) for name in study.file.arms]
        whole, printed = plain_size(study.get(f"flow.{part}")), [value for value in parts if value]
        if whole is not None and len(printed) == len(parts):
            shown = " + ".join(value.shown for value in printed)
            yield _finding(f"sum_{part}", shown, sum(value.integer for value in printed), whole, tuple(printed))


def _less(study: Study, rule: str, first: str, taken: str, left: str) -> Iterator[Finding]:
    """What is left of the first when the second is taken away, beside the third."""
    a, b, c = (plain_size(study.get(role)) for role in (first, taken, left))
    if a is None or b is None:
        return
    if b.integer > a.integer:
        params: dict[str, Param] = {
            "sum": f"{a.shown} − {b.shown}",
            "total": "–",
            "printed": a.shown,
            "rule": Term("flow", rule),
        }
        yield Finding("flow_adds_up", (a.role, b.role), "inconsistent", params, say="more", kind="impossible")
    elif c is not None:
        yield _finding(rule, f"{a.shown} − {b.shown}", a.integer - b.integer, c, (a, b))


def _finding(rule: str, shown: str, total: int, printed: Value, parts: tuple[Value, ...]) -> Finding:
    status: Status = "consistent" if total == printed.integer else "undecided"
    params: dict[str, Param] = {"sum": shown, "total": str(total), "printed": printed.shown, "rule": Term("flow", rule)}
    return Finding("flow_adds_up", (*(value.role for value in parts), printed.role), status, params)

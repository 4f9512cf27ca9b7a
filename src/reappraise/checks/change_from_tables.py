"""Which t, d and confidence interval can the before–after tables behind these means and SDs have?

Whole-number scores with a given n, mean and SD leave finitely many data sets at each occasion, and these finitely many
joint before–after tables. Each has one t, one interval and one d per definition; the printed ones must be among them.

Source: exact enumeration (`reappraise.datasets`); Wilner, Wood & Simons 2018, doi:10.31234/osf.io/53d9s (CORVIDS).
"""

from collections.abc import Callable, Iterator
from math import sqrt
from typing import Any

from reappraise.conventions import criticals, d_values
from reappraise.datasets.of_study import Change, Joint, joint
from reappraise.finding import Finding, Short, about, meets
from reappraise.formulas import critical_t, critical_z
from reappraise.interval import Interval
from reappraise.show import many, number
from reappraise.study import Study, Value


def check(study: Study) -> Iterator[Finding]:
    """A finding each for the printed t, interval and d of an outcome of whole-number scores."""
    for name, outcome in study.file.outcomes.items():
        tables = joint(study, name)
        if tables is None or not tables.changes or outcome.change.test == "independent t":
            continue
        for part in (_t, _interval, _d):
            finding = part(study, name, tables)
            if finding is not None:
                yield finding


def _finding(study: Study, name: str, tables: Joint, values: list[Value], agrees: bool, short: Short, **params: str) -> Finding:
    verdict: dict[str, Any] = meets(agrees)
    if not agrees and (not study.complete(name) or not tables.all_listed):
        verdict = {"status": "undecided"}
    roles = (*about(*values), *(f"{name}.{o}.{s}" for o in ("before", "after") for s in ("mean", "sd")))
    crosses = verdict["status"] == "inconsistent" and params.pop("crosses", "") == "yes"
    shown = {"tables": str(len(tables.tables)), "allowed": short.allowed, **params}
    return Finding("change_from_tables", roles, params=shown, short=short, decision_error=crosses, **verdict)


def _t(study: Study, name: str, tables: Joint) -> Finding | None:
    t = study.get(f"{name}.change.t")
    if t is None:
        return None
    possible = [t_of(change, tables.n) for change in tables.changes]
    if not study.reading.paired:
        possible = [change.mean / sqrt((change.sd_before**2 + change.sd_after**2) / tables.n) for change in tables.changes]
    agrees = t.interval.absolute().meets_any(Interval.around(abs(v), abs(v)) for v in possible)
    short = Short("t", t.reported.shown.lstrip("−"), many(map(abs, possible), t.reported.decimals))
    low, high = min(map(abs, possible)), max(map(abs, possible))
    alpha = critical_t(0.95, tables.n - 1)
    crosses = "yes" if not agrees and (abs(float(t.reported.value)) >= alpha) != (low >= alpha) and (high < alpha or low >= alpha) else ""
    return _finding(study, name, tables, [t], agrees, short, part="t", printed=t.shown, rule=_rules(tables, lambda c: f"{number(c.mean)} / ({number(c.sd, 4)} / √{tables.n}) = {number(t_of(c, tables.n))}"), crosses=crosses)  # fmt: skip


def _interval(study: Study, name: str, tables: Joint) -> Finding | None:
    ends = study.all(f"{name}.change.ci.low", f"{name}.change.ci.high")
    if ends is None:
        return None
    level = study.get(f"{name}.change.ci.level")
    share = float(level.reported.value) / 100 if level else 0.95
    low, high = signless(ends[0].interval, ends[1].interval)
    possible = [ci for change in tables.changes for ci in _intervals_of(change, tables.n, share, study.reading.critical)]
    agrees = any(low.meets(Interval.around(a, a)) and high.meets(Interval.around(b, b)) for a, b in possible)
    listed = ", ".join(dict.fromkeys(f"{number(a)} – {number(b)}" for a, b in sorted(possible)[:6]))
    printed = f"{number(ends[0].reported.value)} to {number(ends[1].reported.value)}"
    short = Short("interval", " – ".join(number(abs(float(v.reported.value))) for v in _ordered(ends)), listed)
    crosses = "yes" if not agrees and _holds_zero(low, high) != any(a <= 0 <= b for a, b in possible) else ""
    rule = _rules(tables, lambda c: "; ".join(f"{number(c.mean)} ± {number((b - a) / 2, 3)}" for a, b in _intervals_of(c, tables.n, share, study.reading.critical)))  # fmt: skip
    return _finding(study, name, tables, list(ends), agrees, short, part="ci", printed=printed, rule=rule, crosses=crosses)


def _d(study: Study, name: str, tables: Joint) -> Finding | None:
    d = study.get(f"{name}.change.d")
    if d is None:
        return None
    possible = {kind: [] for kind in ()}  # type: dict[str, list[float]]
    for change in tables.changes:
        for kind, value in d_values(tables.n, change.mean, change.sd_before, change.sd_after, change.sd):
            possible.setdefault(kind, []).append(abs(value))
    agrees = d.interval.absolute().meets_any(Interval.around(v, v) for values in possible.values() for v in values)
    short = Short("d", d.shown.lstrip("−"), many(possible.get("d_z", []), d.reported.decimals))
    rule = "\n".join(f"{kind}: {many(values, d.reported.decimals)}" for kind, values in possible.items())
    return _finding(study, name, tables, [d], agrees, short, part="d", printed=d.shown, rule=rule)


def t_of(change: Change, n: int) -> float:
    """The paired t of one joint table (infinite where everyone changes alike)."""
    return change.mean / (change.sd / sqrt(n)) if change.sd > 0 else float("inf")


def signless(low: Interval, high: Interval) -> tuple[Interval, Interval]:
    """An interval printed as before minus after or after minus before: turned so that its middle is positive."""
    middle = low + high
    flip = middle.high is not None and middle.low is not None and middle.low + middle.high < 0
    return (-high, -low) if flip else (low, high)


def _intervals_of(change: Change, n: int, level: float, critical: str) -> list[tuple[float, float]]:
    se = change.sd / sqrt(n)
    sizes = [critical_t(level, n - 1) if kind == "t" else critical_z(level) for kind in criticals(critical, n - 1)]
    return [(abs(change.mean) - size * se, abs(change.mean) + size * se) for size in sizes]


def _ordered(ends: tuple[Value, ...]) -> list[Value]:
    return sorted(ends, key=lambda value: abs(value.reported.value))


def _holds_zero(low: Interval, high: Interval) -> bool:
    return low.low is not None and low.low <= 0 and (high.high is None or high.high >= 0)


def _rules(tables: Joint, line: Callable[[Change], str]) -> str:
    return "\n".join(dict.fromkeys(line(change) for change in tables.changes[:6]))

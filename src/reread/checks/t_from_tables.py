"""Which t can the before–after tables behind these means and SDs have?

Whole-number scores with a given n, mean and SD leave finitely many data sets at each occasion, and these finitely many
joint before–after tables. Each has one paired t; the printed one must be among them.

Source: exact enumeration (`reread.datasets`); Wilner, Wood & Simons 2018, doi:10.31234/osf.io/53d9s (CORVIDS).
"""

from collections.abc import Iterator
from math import inf, sqrt

from reread.datasets.of_study import Change, Joint, joint
from reread.numbers.show import many, number
from reread.statistics.formulas import critical_t
from reread.study.finding import Finding, Short, about, meets
from reread.study.values import Study

SHOWN = 6


def check(study: Study) -> Iterator[Finding]:
    """One finding for each paired t of whole-number scores."""
    for name, outcome in study.file.outcomes.items():
        t, tables = study.get(f"{name}.change.t"), joint(study, name)
        if t is None or tables is None or not tables.changes or outcome.change.test != "paired t":
            continue
        paired = study.reading.paired
        possible = [abs(t_of(change, tables.n, paired)) for change in tables.changes]
        agrees = t.interval.absolute().contains_any(possible)
        verdict = meets(agrees, tables.all_listed and study.complete(name))
        allowed = many([v for v in possible if v < inf], t.reported.decimals)
        params = {
            "t": t.shown, "tables": str(len(tables.tables)), "allowed": allowed,
            "rule": "\n".join(_rule(change, tables) for change in tables.changes[:SHOWN]),
        }  # fmt: skip
        line, size = critical_t(0.95, tables.n - 1), abs(float(t.reported.value))
        crosses = verdict["status"] == "inconsistent" and all((v >= line) != (size >= line) for v in possible)
        roles = about(t, *(study.get(f"{name}.{o}.{s}") for o in ("before", "after") for s in ("mean", "sd")))
        short = Short("t", t.shown.lstrip("−"), allowed)
        yield Finding("t_from_tables", roles, params=params, short=short, decision_error=crosses, **verdict)


def t_of(change: Change, n: int, paired: bool = True) -> float:
    """The t of one change: paired, or (as a departure) as if of two independent groups. Infinite with no scatter."""
    spread = change.sd if paired else sqrt(change.sd_before**2 + change.sd_after**2)
    return change.mean / (spread / sqrt(n)) if spread > 0 else inf


def _rule(change: Change, tables: Joint) -> str:
    return f"{number(change.mean)} / ({number(change.sd, 4)} / √{tables.n}) = {number(t_of(change, tables.n))}"

"""Which t can the before–after tables behind these means and SDs have?

Whole-number scores with a given n, mean and SD leave finitely many data sets at each occasion, and these finitely many
joint before–after tables. Each has one paired t; the printed one must be among them.

Source: exact enumeration (`reread.datasets`); Wilner, Wood & Simons 2018, preprint on CORVIDS (its
DOI is not looked up).
"""

from collections.abc import Iterator
from math import inf

from reread.datasets.of_study import Change, Joint, joint
from reread.numbers.show import many, number
from reread.statistics.formulas import critical_t
from reread.study.comparison import TWO_MEANS, comparisons
from reread.study.finding import Finding, Short, about, meets
from reread.study.values import Study

SHOWN = 6


def check(study: Study) -> Iterator[Finding]:
    """One finding for each paired t of whole-number scores."""
    for each in comparisons(study):
        t, tables = each.get("t"), joint(each)
        if t is None or tables is None or not tables.changes or each.test not in TWO_MEANS:
            continue
        paired = each.test == "paired t"
        possible = [abs(change.t(tables.n, paired)) for change in tables.changes]
        agrees = t.interval.absolute().contains_any(possible)
        verdict = meets(agrees, tables.all_listed and each.complete)
        allowed = many([v for v in possible if v < inf], t.reported.decimals)
        params = {
            "t": t.shown, "tables": str(len(tables.tables)), "allowed": allowed,
            "rule": "\n".join(_rule(change, tables, paired) for change in tables.changes[:SHOWN]),
            **(tables.by_hand() if paired else {}),
        }  # fmt: skip
        line, size = critical_t(0.95, tables.n - 1), abs(float(t.reported.value))
        crosses = verdict["status"] == "inconsistent" and all((v >= line) != (size >= line) for v in possible)
        roles = about(t, *(each.of_samples("mean", "sd") or ()))
        short = Short("t", t.reported.size, allowed)
        yield Finding("t_from_tables", roles, params=params, short=short, decision_error=crosses, **verdict)


def _rule(change: Change, tables: Joint, paired: bool) -> str:
    spread, t = change.spread(paired), change.t(tables.n, paired)
    return f"{number(change.mean)} / ({number(spread, 4)} / √{tables.n}) = {number(t)}"

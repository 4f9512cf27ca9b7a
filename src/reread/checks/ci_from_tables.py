"""Which confidence interval of the change can the before–after tables behind these means and SDs have?

Each joint table has one mean change and one SD of the change, so one interval: mean ± critical value × SD / √n.

Source: exact enumeration (`reread.datasets`); Student 1908, doi:10.1093/biomet/6.1.1.
"""

from collections.abc import Iterator
from math import sqrt

from reread.datasets.of_study import Change, joint
from reread.numbers.interval import Interval
from reread.numbers.show import number
from reread.study.comparison import comparisons
from reread.study.finding import Finding, Param, Short, about, meets
from reread.study.intervals import interval_of, of_difference
from reread.study.values import Study

SHOWN = 6


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interval of the change of whole-number scores measured twice."""
    for each in comparisons(study):
        printed, tables = interval_of(each), joint(each)
        if (
            printed is None
            or tables is None
            or not tables.changes
            or each.test != "paired t"
            or not of_difference(each)
        ):
            continue
        sizes = [k.floats()[0] for k in printed.criticals(study.reading.critical, Interval.point(tables.n - 1))]
        possible = sorted({_ends(change, size, tables.n) for change in tables.changes for size in sizes})
        agrees = any(
            low.meets(Interval.around(a, a)) and high.meets(Interval.around(b, b))
            for low, high in printed.orientations()
            for a, b in possible
        )
        verdict = meets(agrees, tables.all_listed and each.complete)
        decimals = printed.low.reported.decimals
        allowed = [f"{number(a, decimals)} – {number(b, decimals)}" for a, b in possible]
        shown = ", ".join(dict.fromkeys(allowed[:SHOWN])) + (f" … ({len(allowed)})" if len(allowed) > SHOWN else "")
        rules = [f"{number((a + b) / 2)} ± {number((b - a) / 2, 3)}" for a, b in possible[:SHOWN]]
        params: dict[str, Param] = {
            "printed": printed.shown, "tables": str(len(tables.tables)), "allowed": shown, "rule": "\n".join(rules),
            "critical": number(sizes[0], 3), **tables.by_hand(),
        }  # fmt: skip
        holds_zero = printed.low.reported.value <= 0 <= printed.high.reported.value
        crosses = verdict["status"] == "inconsistent" and all((a <= 0 <= b) != holds_zero for a, b in possible)
        short = Short("interval", printed.size, shown)
        roles = about(printed.low, printed.high, *(each.of_samples("mean", "sd") or ()), printed.level)
        yield Finding("ci_from_tables", roles, params=params, short=short, decision_error=crosses, **verdict)


def _ends(change: Change, size: float, n: int) -> tuple[float, float]:
    half = size * change.sd / sqrt(n)
    return abs(change.mean) - half, abs(change.mean) + half

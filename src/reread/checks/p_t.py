"""Does the printed p follow from the printed t and its degrees of freedom?

The p of every t in the printed interval, two-sided, must meet what the printed p stands for (rounded or cut off).

Source: Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2. Example of the statcheck manual: t(28) = 2.20, p = .036.

>>> from reread.statistics.formulas import p_from_t
>>> round(p_from_t(2.20, 28), 3)
0.036
"""

from collections.abc import Iterator

from reread.numbers.show import number
from reread.statistics.bounds import p_of_t
from reread.statistics.conventions import p_interval
from reread.statistics.formulas import p_from_t
from reread.statistics.significance import decision_error, one_sided
from reread.study.finding import Finding, about, meets
from reread.study.of_change import degrees_of_freedom
from reread.study.values import Study, level


def check(study: Study) -> Iterator[Finding]:
    """One finding for each printed t with its p."""
    for name, outcome in study.file.outcomes.items():
        values = study.all(f"{name}.change.t", f"{name}.change.p")
        freedom, df = degrees_of_freedom(study, name), study.get(f"{name}.change.df")
        if values is None or freedom is None:
            continue
        t, p = values
        tails = 1 if outcome.change.sides == "one" else study.reading.tails
        possible = p_of_t(t.interval, freedom, tails)
        stands_for = p_interval(p.reported, p.interval)
        agrees = possible.meets(stands_for)
        if outcome.change.sides == "one":  # which side was expected is not told
            agrees = stands_for.meets_any(one_sided(possible))
        verdict = meets(agrees, df is not None or study.complete(name))
        low, high = possible.floats()
        error = verdict["status"] == "inconsistent" and decision_error(possible, stands_for, level(study))
        exact = p_from_t(float(t.reported.value), sum(freedom.floats()) / 2, tails)
        params = {
            "t": t.shown, "df": df.shown if df else number(freedom.floats()[0], 0), "p": p.shown,
            "low": number(low, 3), "high": number(high, 3), "exact": f"{exact:.2g}", "tails": str(tails),
        }  # fmt: skip
        yield Finding("p_t", about(p, t, df, study.get("alpha")), params=params, decision_error=error, **verdict)

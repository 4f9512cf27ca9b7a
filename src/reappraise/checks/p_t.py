"""Does the printed p follow from the printed t and its degrees of freedom?

The p of every t in the printed interval, two-sided, must meet what the printed p stands for (rounded or cut off).

Source: Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2. Example of the statcheck manual: t(28) = 2.20, p = .036.

>>> from reappraise.formulas import p_from_t
>>> round(p_from_t(2.20, 28), 3)
0.036
"""

from collections.abc import Iterator

from reappraise.bounds import p_of_t
from reappraise.conventions import p_interval
from reappraise.finding import Finding, about, meets
from reappraise.show import number
from reappraise.study import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each printed t with its p."""
    for name, outcome in study.file.outcomes.items():
        values = study.all(f"{name}.change.t", f"{name}.change.p")
        df, n = study.get(f"{name}.change.df"), study.n(name)
        if values is None or (df is None and (n is None or outcome.change.test != "paired t")):
            continue
        t, p = values
        printed_df = df.integer if df else (n.integer - 1 if n else 0)
        if printed_df < 1:
            continue
        possible = p_of_t(t.interval, [printed_df], study.reading.tails)[0]
        agrees = possible.meets(p_interval(p))
        verdict = meets(agrees, df is not None or study.complete(name))
        low, high = possible.floats()
        alpha = study.get("alpha")
        line = float(alpha.reported.value) if alpha else 0.05
        ends = p_interval(p).floats()
        error = verdict["status"] == "inconsistent" and (
            (high < line and ends[0] > line) or (low > line and ends[1] < line)
        )
        params = {
            "t": t.shown, "df": str(printed_df), "p": p.shown, "low": number(low, 3), "high": number(high, 3),
            "exact": f"{(low + high) / 2:.2g}", "tails": str(study.reading.tails),
        }  # fmt: skip
        yield Finding("p_t", about(p, t, df), params=params, decision_error=error, **verdict)

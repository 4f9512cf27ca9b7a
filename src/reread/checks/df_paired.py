"""Are the degrees of freedom of the paired test one less than the number of participants?

More than n − 1 cannot be; fewer may be if answers are missing.

Source: Student 1908, doi:10.1093/biomet/6.1.1. Example: 10 patients with two drugs, 9 degrees of freedom.
"""

from collections.abc import Iterator

from reread.study.file import OCCASIONS
from reread.study.finding import Finding, about, meets
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each paired t-test of a change with its degrees of freedom."""
    for name, outcome in study.file.outcomes.items():
        df = study.get(f"{name}.change.df")
        ns = [n for n in (study.get("n"), *(study.n(name, occasion) for occasion in OCCASIONS)) if n and n.whole]
        if df is None or not ns or not df.interval.bounded or outcome.change.test != "paired t":
            continue
        n = study.n(name) or max(ns, key=lambda each: each.integer)
        most = max(each.integer for each in ns) - 1
        agrees = df.interval.contains(n.integer - 1)
        above = df.interval.low is not None and df.interval.low > most
        verdict = meets(agrees, above or study.complete(name))
        params = {"df": df.shown, "n": n.shown, "expected": str(n.integer - 1)}
        yield Finding("df_paired", about(df, n), params=params, **verdict)

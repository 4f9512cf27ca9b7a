"""Does the printed confidence interval follow from the printed mean change and t?

The standard error is mean change / t; the interval is mean change ± critical value × standard error. A small study's
interval uses t; if only 1.96 fits, that is said.

Source: Student 1908, doi:10.1093/biomet/6.1.1; Altman & Bland 2011, doi:10.1136/bmj.d2090 (SE from an interval).
"""

from collections.abc import Iterator

from reappraise.bounds import change_of_means, corners
from reappraise.checks.change_from_tables import signless
from reappraise.conventions import criticals
from reappraise.finding import Finding, Status, about
from reappraise.formulas import critical_t, critical_z
from reappraise.interval import Interval
from reappraise.show import number, span
from reappraise.study import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interval printed with a t and a mean change."""
    for name, outcome in study.file.outcomes.items():
        values = study.all(f"{name}.change.ci.low", f"{name}.change.ci.high", f"{name}.change.t")
        df, n, mean = study.get(f"{name}.change.df"), study.n(name), change_of_means(study, name)
        if values is None or mean is None or (df is None and (n is None or outcome.change.test != "paired t")):
            continue
        freedom = df.integer if df else (n.integer - 1 if n else 0)
        low, high = signless(values[0].interval, values[1].interval)
        t = values[2].interval.absolute()
        if freedom < 1 or t.low == 0:
            continue
        level = study.get(f"{name}.change.ci.level")
        share = float(level.reported.value) / 100 if level else 0.95
        sizes = [critical_t(share, freedom) if kind == "t" else critical_z(share) for kind in criticals(study.reading.critical, freedom)]
        half = (high - low).scaled(1).image(lambda width: width / 2)
        agrees = any(_fits(mean.absolute(), t, low, high, half, size) for size in sizes)
        status: Status = "consistent" if agrees else "inconsistent" if df or study.complete(name) else "undecided"
        allowed_low, allowed_high = _ends(mean.absolute(), t, sizes[0])
        centre = change_of_means(study, name) or mean
        params = {
            "printed": f"{number(values[0].reported.value)} to {number(values[1].reported.value)}", "t": values[2].shown,
            "mean": span(*centre.floats()), "critical": number(sizes[0], 3),
            "low": span(*allowed_low.floats()), "high": span(*allowed_high.floats()),
            "implied": _implied(mean, t, half), "half": span(*half.floats(), 3),
        }  # fmt: skip
        kind = "impossible" if status == "inconsistent" else ""
        yield Finding("ci_t", about(*values, df or n), status, params, kind=kind)  # type: ignore[arg-type]


def _fits(mean: Interval, t: Interval, low: Interval, high: Interval, half: Interval, size: float) -> bool:
    below, above = _ends(mean, t, size)
    return below.meets(low) and above.meets(high) and corners(lambda m, v: size * m / v, mean, t).meets(half)


def _ends(mean: Interval, t: Interval, size: float) -> tuple[Interval, Interval]:
    """The ends of the interval; m (1 ∓ size / t) is monotone in t and in m at each t, so corners suffice."""
    return corners(lambda m, v: m - size * m / v, mean, t), corners(lambda m, v: m + size * m / v, mean, t)


def _implied(mean: Interval, t: Interval, half: Interval) -> str:
    """The critical value that the printed numbers would need."""
    if half.low is None or half.low <= 0 or mean.low is None or mean.low <= 0:
        return "–"
    return span(*corners(lambda h, v, m: h * v / m, half, t, mean).floats())

"""Does the printed standardised change follow from the printed t, under any usual definition?

d_z = t / √n needs nothing else; d_rm needs the correlation that t implies; d_av, d_s and Glass's Δ follow from the mean
change and SDs. Papers also print 2t / √df and t √(2 / n). All are admitted, with and without the small-sample factor.

Source: Lakens 2013, doi:10.3389/fpsyg.2013.00863; Dunlap et al. 1996, doi:10.1037/1082-989X.1.2.170.
"""

from collections.abc import Iterator
from math import sqrt

from reappraise.bounds import change_of_means, correlation, corners, sd_of_change_from_t
from reappraise.finding import Finding, Status, about
from reappraise.formulas import d_av, d_pooled, hedges_factor
from reappraise.interval import Interval
from reappraise.show import number, span
from reappraise.study import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each standardised change printed with a paired t."""
    for name, outcome in study.file.outcomes.items():
        values, n = study.all(f"{name}.change.d", f"{name}.change.t"), study.n(name)
        if values is None or n is None or outcome.change.test != "paired t" or n.integer < 3:
            continue
        d, t = values
        defined = dict(definitions(study, name, t.interval.absolute(), n.integer))
        agrees = any(d.interval.absolute().meets(_corrected(interval, df)) for interval in defined.values() for df in (None, n.integer - 1, 2 * n.integer - 2))  # fmt: skip
        status: Status = "consistent" if agrees else "inconsistent" if study.complete(name) else "undecided"
        params = {
            "d": d.shown, "t": t.shown, "n": n.shown, "dz": number(abs(float(t.reported.value)) / sqrt(n.integer)),
            "defined": "\n".join(f"{kind}: {span(*interval.floats())}" for kind, interval in defined.items()),
        }  # fmt: skip
        kind = "impossible" if status == "inconsistent" else ""
        yield Finding("d_t", about(d, t, n), status, params, kind=kind)  # type: ignore[arg-type]


def definitions(study: Study, name: str, t: Interval, n: int) -> Iterator[tuple[str, Interval]]:
    """What each definition allows, by name."""
    yield "d_z = t / √n", t.image(lambda v: v / sqrt(n))
    yield "t / √df", t.image(lambda v: v / sqrt(n - 1))
    yield "2t / √df", t.image(lambda v: 2 * v / sqrt(n - 1))
    yield "2t / √df, as if in two groups", t.image(lambda v: 2 * v / sqrt(2 * n - 2))
    yield "t √(2 / n)", t.image(lambda v: v * sqrt(2 / n))
    mean, sds = change_of_means(study, name), study.all(f"{name}.before.sd", f"{name}.after.sd")
    if mean is None or sds is None or not all(sd.interval.low and sd.interval.low > 0 for sd in sds):
        return
    size, (before, after), wide = mean.absolute(), (sds[0].interval, sds[1].interval), sqrt(n / (n - 1))
    for label, factor in (("", 1.0), (", SD with n", wide)):
        yield f"d_av{label}", corners(lambda m, b, a, k=factor: k * d_av(m, b, a), size, before, after)
        yield f"d_s{label}", corners(lambda m, b, a, k=factor: k * d_pooled(m, b, a), size, before, after)
        yield f"Δ, SD before{label}", corners(lambda m, b, k=factor: k * m / b, size, before)
        yield f"Δ, SD after{label}", corners(lambda m, a, k=factor: k * m / a, size, after)
    if t.low and t.low > 0:
        r = correlation(before, after, sd_of_change_from_t(size, t, n)).within(-1, 1)
        if r is not None:
            yield "d_rm", corners(lambda v, rho: v / sqrt(n) * sqrt(max(0.0, 2 * (1 - rho))), t, r)


def _corrected(interval: Interval, df: int | None) -> Interval:
    return interval if df is None else interval.image(lambda value: value * hedges_factor(df))

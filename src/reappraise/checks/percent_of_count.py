"""Is a printed percentage the percentage of a count of these participants?

With its count printed: count / base, the base being n or the sum of the printed counts. Without: some whole number of n
(missing answers admitted, so a percentage alone that fits no count of n is undecided).

Source: arithmetic; GRIM for percentages: Brown & Heathers 2017, doi:10.1177/1948550616673876.
"""

from collections.abc import Iterator
from fractions import Fraction

from reappraise.finding import Finding, about, meets
from reappraise.interval import Interval
from reappraise.show import number
from reappraise.study import Study, Value
from reappraise.study_file import OCCASIONS


def check(study: Study) -> Iterator[Finding]:
    """One finding for each printed percentage."""
    for name in study.file.outcomes:
        for occasion in OCCASIONS:
            prefix, n = f"{name}.{occasion}", study.n(name, occasion)
            counts = study.group(f"{prefix}.count")
            bases = {sum(v.integer for v in counts.values())} | ({n.integer} if n else set())
            for category, percent in study.group(f"{prefix}.percent").items():
                if category in counts:
                    yield _of_count(percent, counts[category], bases - {0}, n)
                elif n is not None:
                    yield _alone(percent, n)
    n = study.get("n")
    for percent in study.group("shares").values() if n else ():
        yield _alone(percent, n) if n else _alone(percent, percent)


def _of_count(percent: Value, count: Value, bases: set[int], n: Value | None) -> Finding:
    exact = {base: Fraction(100 * count.integer, base) for base in sorted(bases)}
    agrees = percent.interval.meets_any(Interval.point(value) for value in exact.values())
    sums = "; ".join(
        f"{count.shown} / {base} = {number(value, percent.reported.decimals + 1)} %" for base, value in exact.items()
    )
    params = {"percent": percent.shown, "count": count.shown, "sums": sums}
    return Finding("percent_of_count", about(percent, count, n), params=params, **meets(agrees))


def _alone(percent: Value, n: Value) -> Finding:
    fits = [k for k in range(n.integer + 1) if percent.interval.contains(Fraction(100 * k, n.integer))]
    sums = "; ".join(
        f"{k} / {n.shown} = {number(Fraction(100 * k, n.integer), percent.reported.decimals + 1)} %" for k in fits
    )
    params = {"percent": percent.shown, "n": n.shown, "sums": sums or "–"}
    status = "consistent" if fits else "undecided"
    return Finding("percent_of_count", about(percent, n), status, params, say="alone" if fits else "alone_undecided")  # type: ignore[arg-type]

"""Which standard error, degrees of freedom, t and standardised difference do two groups have?

Student's t pools both variances, Welch's does not; an SD may have n − 1 or n below. All rise or fall with each SD, so
that the ends of the printed intervals give the exact extremes.

Sources: Student 1908, doi:10.1093/biomet/6.1.1; Welch 1947, doi:10.1093/biomet/34.1-2.28; Hedges 1981,
doi:10.3102/10769986006002107; Glass 1976 (control group's SD).

Student's ten sleepers of each drug, as two groups (means 0.75 and 2.33, SDs 1.79 and 2.00):

>>> round((2.33 - 0.75) / se_student(1.79, 2.00, 10, 10), 2), round(df_welch(1.79, 2.00, 10, 10), 1)
(1.86, 17.8)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf, sqrt

from reread.numbers.interval import Interval
from reread.statistics.bounds import corners
from reread.statistics.formulas import hedges_factor, hedges_factor_exact

Spread = Callable[[float, float, int, int], float]


def sd_pooled(s1: float, s2: float, n1: int, n2: int) -> float:
    """The SD within groups, pooled with n − 1."""
    return sqrt(((n1 - 1) * s1**2 + (n2 - 1) * s2**2) / (n1 + n2 - 2))


def se_student(s1: float, s2: float, n1: int, n2: int) -> float:
    """The standard error of the difference of two means with pooled variance."""
    return sd_pooled(s1, s2, n1, n2) * sqrt(1 / n1 + 1 / n2)


def se_welch(s1: float, s2: float, n1: int, n2: int) -> float:
    """The standard error of the difference of two means, variances apart."""
    return sqrt(s1**2 / n1 + s2**2 / n2)


def df_welch(s1: float, s2: float, n1: int, n2: int) -> float:
    """Welch's degrees of freedom (Satterthwaite); n₁ + n₂ − 2 where both SDs are 0."""
    v1, v2 = s1**2 / n1, s2**2 / n2
    total = v1 + v2
    if total == 0:
        return n1 + n2 - 2
    return 1 / ((v1 / total) ** 2 / (n1 - 1) + (v2 / total) ** 2 / (n2 - 1))


@dataclass(frozen=True)
class Summary:
    """One group: n, the mean and the SD as intervals."""

    n: int
    mean: Interval
    sd: Interval


@dataclass(frozen=True)
class Method:
    """One admitted way to compare two means: its name, standard error and degrees of freedom."""

    name: str
    se: Interval
    df: Interval

    def t(self, apart: Interval) -> Interval:
        """The size of t for every size of the difference."""
        (low, high), (narrow, wide) = apart.floats(), self.se.floats()
        least = low / wide if wide > 0 else (inf if low > 0 else 0.0)
        most = high / narrow if narrow > 0 else inf
        return Interval.around(least, most) if least < inf else Interval(apart.low, None)


def apart(first: Summary, second: Summary) -> Interval:
    """The size of the difference of the means."""
    return (second.mean - first.mean).absolute()


def methods(first: Summary, second: Summary, test: str) -> Iterator[Method]:
    """Every admitted method: a paper's "independent t" may be Student's or Welch's, SDs may have n − 1 or n."""
    for label, s1, s2 in sds(first, second):
        n1, n2 = first.n, second.n
        if test != "Welch t":
            df = Interval.point(n1 + n2 - 2)
            yield Method(f"Student{label}", _rising(se_student, s1, s2, n1, n2), df)
        yield Method(f"Welch{label}", _rising(se_welch, s1, s2, n1, n2), _df_range(s1, s2, n1, n2))


def sds(first: Summary, second: Summary) -> Iterator[tuple[str, Interval, Interval]]:
    """Both SDs with n − 1 below, if they are printed so, and if they are printed with n below."""
    yield "", first.sd, second.sd
    yield ", SDs with n", _inflated(first), _inflated(second)


def d_from_summaries(first: Summary, second: Summary, apart: Interval) -> Iterator[tuple[str, Interval]]:
    """Every usual d of two groups by name, as a size."""
    definitions: dict[str, Spread] = {
        "pooled SD": sd_pooled,
        "pooled SD with n": lambda a, b, m, n: sqrt(((m - 1) * a**2 + (n - 1) * b**2) / (m + n)),
        "root mean square of the SDs": lambda a, b, m, n: sqrt((a**2 + b**2) / 2),
        "average of the SDs": lambda a, b, m, n: (a + b) / 2,
        "first group's SD": lambda a, b, m, n: a,
        "second group's SD": lambda a, b, m, n: b,
        "Welch's t": lambda a, b, m, n: se_welch(a, b, m, n) / sqrt(1 / m + 1 / n),
        "2t / √df": lambda a, b, m, n: se_student(a, b, m, n) * sqrt(m + n - 2) / 2,
        "2t / √N": lambda a, b, m, n: se_student(a, b, m, n) * sqrt(m + n) / 2,
        "2t / √df, Welch": lambda a, b, m, n: se_welch(a, b, m, n) * sqrt(df_welch(a, b, m, n)) / 2,
    }
    for label, s1, s2 in sds(first, second):
        for name, spread in definitions.items():
            if name.endswith("Welch"):
                df = _df_range(s1, s2, first.n, second.n).image(lambda value: sqrt(value) / 2)
                se = _rising(se_welch, s1, s2, first.n, second.n)
                unit = corners(lambda a, b: a * b, se, df)
            else:
                unit = _rising(spread, s1, s2, first.n, second.n)
            yield name + label, Method(name, unit, Interval.point(1)).t(apart)
        yield "SD of everybody" + label, _whole_sample(s1, s2, first.n, second.n, apart)


def factors(n1: int, n2: int) -> list[float]:
    """The small-sample factors in use, approximate and exact; 1 for none."""
    dfs = {df for df in (n1 + n2 - 2, n1 - 1, n2 - 1, n1 + n2 - 1, n1 + n2) if df > 1}
    return [1.0, *(factor(df) for df in sorted(dfs) for factor in (hedges_factor, hedges_factor_exact))]


def _inflated(group: Summary) -> Interval:
    return group.sd.image(lambda sd: sd * sqrt(group.n / (group.n - 1)))


def _rising(spread: Spread, s1: Interval, s2: Interval, n1: int, n2: int) -> Interval:
    (a, b), (c, d) = s1.floats(), s2.floats()
    found = Interval.around(spread(max(0.0, a), max(0.0, c), n1, n2), spread(max(0.0, b), max(0.0, d), n1, n2))
    return found.within(0, None) or found


def _df_range(s1: Interval, s2: Interval, n1: int, n2: int) -> Interval:
    """Welch's degrees of freedom depend on the share of one variance, with one peak of n₁ + n₂ − 2."""
    (a, b), (c, d) = s1.floats(), s2.floats()
    shares = [_share(a, d, n1, n2), _share(b, c, n1, n2)]
    ends = [1 / (share**2 / (n1 - 1) + (1 - share) ** 2 / (n2 - 1)) for share in shares]
    peak = (n1 - 1) / (n1 + n2 - 2)
    top = n1 + n2 - 2 if shares[0] <= peak <= shares[1] else max(ends)
    return Interval.around(min(ends), top)


def _share(s1: float, s2: float, n1: int, n2: int) -> float:
    v1, v2 = max(0.0, s1) ** 2 / n1, max(0.0, s2) ** 2 / n2
    return v1 / (v1 + v2) if v1 + v2 > 0 else 0.5


def _whole_sample(s1: Interval, s2: Interval, n1: int, n2: int, apart: Interval) -> Interval:
    """The difference over the SD of both groups together, which rises with the difference and falls with the SDs."""
    within, total = _rising(sd_pooled, s1, s2, n1, n2).floats(), n1 + n2

    def over_all(difference: float, sd: float) -> float:
        squares = (total - 2) * sd**2 + n1 * n2 / total * difference**2
        return difference / sqrt(squares / (total - 1)) if squares > 0 else 0.0

    low, high = apart.floats()
    most = over_all(high, max(0.0, within[0]))
    return Interval.around(over_all(low, within[1]), most)

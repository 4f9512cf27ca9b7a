"""Does the printed p of a test follow from its printed statistic and degrees of freedom?

t, F, χ², z, r, Q and H each give one p for each value in the printed interval. Where several are printed, p may belong
to any of them. A Wald statistic of one coefficient is z or its square; a t of a model whose degrees of freedom are not
printed has three or more, seldom fewer (undecided). Where p is printed as .001 or .0001, it may be meant as the most. A
one-sided p counts in either direction, a p adjusted for several tests may be any larger one. A p of ranks may come from
an exact test, that of an F from a correction for sphericity, one beside χ² from an exact test, and whole degrees of
freedom may be rounded ones: undecided.

Example: t(28) = 2.20, p = .036 (statcheck's manual).

Source: Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2.

>>> from reread.statistics.formulas import p_from_t
>>> round(p_from_t(2.20, 28), 3)
0.036
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reread.numbers.interval import Interval, hull
from reread.numbers.show import span
from reread.statistics.bounds import p_of_t
from reread.statistics.conventions import LARGE_SAMPLE_DF, p_interval
from reread.statistics.significance import (
    decision_error,
    one_sided,
    p_of_chi2,
    p_of_f,
    p_of_f_corrected,
    p_of_r,
    p_of_z,
)  # fmt: skip
from reread.study.comparison import CORRELATIONS, T_TESTS, Comparison, comparisons
from reread.study.finding import Finding, Param, Several, Term, about, meets
from reread.study.values import Study, Value, level

ONE, HALF = Interval.point(1), Fraction(1, 2)
LEAST = 3  # decimals of a p that is printed as the least there is
SOME, ANY = Interval(Fraction(3), None), Interval(ONE.low, None)  # degrees of freedom of a model, usually and at least
# Beside χ² papers print Yates's or an exact p, which in small tables is some times larger, seldom smaller.
BESIDE_CHI2 = (Fraction(1, 3), Fraction(10))
OF_F = ("one-way ANOVA", "ANOVA", "regression", "not stated")
OF_T = (*T_TESTS, "Pearson", "ANOVA", "one-way ANOVA", "regression", "not stated")


@dataclass(frozen=True)
class Route:
    """One way from a printed statistic to p.

    `loose`: the p under less usual readings; `decided`: is a p outside all of them impossible?
    """

    shown: str
    values: tuple[Value | None, ...]
    possible: Interval
    loose: Interval
    decided: bool
    sided: bool = True  # has the test a one-sided form?


def check(study: Study) -> Iterator[Finding]:
    """One finding for each test with a p and a statistic."""
    for test in comparisons(study):
        p, routes = test.get("p"), [route for find in ROUTES if (route := find(test))]
        if p is None or not routes:
            continue
        stands_for = p_interval(p.reported, p.interval)
        ways = [way for route in routes for way in _ways(test, route.possible, route.sided)]
        others = [way for route in routes for way in _ways(test, route.loose, route.sided)]
        decided = all(route.decided for route in routes) and not _with_most(p, stands_for).meets_any([*ways, *others])
        verdict = meets(stands_for.meets_any(ways), decided)
        wrong, line = verdict["status"] == "inconsistent", level(study)
        error = wrong and all(decision_error(way, stands_for, line) for way in ways)
        params: dict[str, Param] = {
            "p": p.shown, "statistic": ", ".join(dict.fromkeys(route.shown for route in routes)),
            "exact": Several(tuple(dict.fromkeys(span(*route.possible.floats(), 3) for route in routes)), "or"),
            "tails": Term("tails", "one-sided" if test.tails == 1 else "two-sided"),
        }  # fmt: skip
        values = [value for route in routes for value in route.values]
        yield Finding(
            "p_statistic",
            about(p, *values, study.get("alpha") if error else None),
            params=params,
            decision_error=error,
            **verdict,
        )


def _with_most(p: Value, stands_for: Interval) -> Interval:
    """What a p stands for if one that is printed as the least there is, .001, is the most that it may be."""
    printed = p.reported
    least = printed.decimals >= LEAST and printed.value == printed.unit and printed.comparator == "="
    return Interval(Fraction(0), stands_for.high) if least else stands_for


def _ways(test: Comparison, possible: Interval, sided: bool) -> tuple[Interval, ...]:
    """The p in either direction where it is one-sided; anything from there to 1 where it is adjusted."""
    ways = one_sided(possible) if sided and test.about.sides == "one" else (possible,)
    return (
        tuple(Interval(way.low, max(Fraction(1), way.high or Fraction(1))) for way in ways)
        if test.about.adjusted
        else ways
    )


def _t(test: Comparison) -> Route | None:
    t, freedom = test.get("t"), test.freedom()
    if t is not None and freedom is None and test.test == "regression":
        possible, loose = (p_of_t(t.interval, df, test.tails) for df in (SOME, ANY))
        return Route(f"t = {t.shown}", (t,), possible, loose, True)
    if t is None or freedom is None:
        return None
    possible, loose = (p_of_t(t.interval, _or_normal(df), test.tails) for df in (freedom.interval, freedom.rounded))
    decided = freedom.certain and test.test in OF_T
    return Route(f"t({freedom.shown}) = {t.shown}", (t, test.get("df")), possible, loose, decided)


def _or_normal(df: Interval) -> Interval:
    return Interval(df.low, None) if df.high and df.high > LARGE_SAMPLE_DF else df


def _f(test: Comparison) -> Route | None:
    f, above, below = (test.get(part) for part in ("F", "df1", "df2"))
    df1, df2 = (test.freedom_of(df) if df else None for df in (above, below))
    if f is None or df1 is None or df2 is None:
        return None
    possible = p_of_f(f.interval, df1.interval, df2.interval)
    loose = hull([p_of_f_corrected(f.interval, each, df2.rounded) for each in (df1.interval, _cut(df1.interval))])
    sided = df1.interval == ONE
    if sided and test.tails == 1:
        possible, loose = possible.scaled(HALF), loose.scaled(HALF)
    shown = f"F({df1.shown}, {df2.shown}) = {f.shown}"
    return Route(shown, (f, above, below), possible, loose, test.test in OF_F, sided)


def _cut(df1: Interval) -> Interval:
    """Whole degrees of freedom above may be those of a correction for sphericity, cut off: 2 for 2.54."""
    return df1 if df1 == ONE or not df1.bounded else df1 + Interval(Fraction(0), Fraction(1))


def _chi2(test: Comparison) -> Route | None:
    name = next((name for name in ("chi2", "Q", "H") if test.get(name)), "chi2")
    value, df = test.get(name), test.get("df")
    around = df.interval.within(1, None) if df and df.whole else None
    if value is None or df is None or around is None:
        return None
    possible, sided = p_of_chi2(value.interval, around), around == ONE
    if sided and test.tails == 1:
        possible = possible.scaled(HALF)
    decided = (name, test.test) in {("chi2", "chi-squared"), ("Q", "Q")}
    shown = f"{'χ²' if name == 'chi2' else name}({df.shown}) = {value.shown}"
    exact = Interval.of((possible.low or 0) * BESIDE_CHI2[0], min(Fraction(1), (possible.high or 0) * BESIDE_CHI2[1]))
    return Route(shown, (value, df), possible, exact if name == "chi2" else possible, decided, sided)


def _wald(test: Comparison) -> Route | None:
    wald = test.get("wald")
    if wald is None:
        return None
    possible = p_of_z(wald.interval, test.tails)
    return Route(f"Wald = {wald.shown}", (wald,), possible, possible, test.test == "regression")


def _wald_squared(test: Comparison) -> Route | None:
    wald = test.get("wald")
    square = wald.interval.within(0, None) if wald else None
    if wald is None or square is None:
        return None
    possible = p_of_chi2(square, ONE)
    possible = possible.scaled(HALF) if test.tails == 1 else possible
    return Route(f"Wald = {wald.shown}", (wald,), possible, possible, test.test == "regression")


def _z(test: Comparison) -> Route | None:
    z = test.get("z")
    if z is None:
        return None
    possible = p_of_z(z.interval, test.tails)
    return Route(f"z = {z.shown}", (z,), possible, possible, test.test in ("z", "regression"))


def _r(test: Comparison) -> Route | None:
    """r with n − 2 degrees of freedom; papers print n in their place, too."""
    r, freedom = test.get("r"), test.freedom()
    if r is None or freedom is None or test.test not in (*CORRELATIONS, "not stated"):
        return None
    df = freedom.interval
    wide = Interval(max(Fraction(1), (df.low or 1) - Fraction(2)), df.high)
    possible, loose = (p_of_r(r.interval, each, test.tails) for each in (df, wide))
    decided = freedom.certain and test.test == "Pearson"
    return Route(f"r({freedom.shown}) = {r.shown}", (r, test.get("df")), possible, loose, decided)


ROUTES = (_t, _f, _chi2, _z, _r, _wald_squared, _wald)

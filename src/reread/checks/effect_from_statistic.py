"""Does the printed size of effect follow from the printed test statistic?

d and g from t, η² and ω² from F, r from t, R² from r or F. Every usual definition counts, with and without a small-
sample factor, from the statistic or from the printed means and SDs. Where means and SDs are not printed, Glass's Δ
could be anything; where sizes are not printed, either, d is only held against the greatest that t can have in groups
of any sizes or in pairs. An η² of several factors may be partial or not; so these stay undecided. But none is larger
than the partial η², F df₁ / (F df₁ + df₂), of which it is a part.

Example: t(18) = 2.52 with 10 + 10 participants: d = 1.13, and F(1, 18) = 6.34 gives η² = .26.

Source: Lakens 2013, doi:10.3389/fpsyg.2013.00863.

>>> from reread.statistics.effect_sizes import d_from_independent_t, eta2_from_f
>>> round(d_from_independent_t(2.52, 10, 10), 2), round(eta2_from_f(6.34, 1, 18), 2)
(1.13, 0.26)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import inf, sqrt

from reread.numbers.interval import Interval
from reread.statistics.bounds import corners
from reread.statistics.effect_sizes import adjusted_r2, epsilon2_from_f, eta2_from_f, omega2_from_f, r_from_t
from reread.statistics.effects import (
    Definition,
    GroupMoments,
    PairedMoments,
    d_of_groups,
    d_of_pairs,
    definitions_of_groups,
    definitions_of_pairs,
)
from reread.study.comparison import T_TESTS, TWO_GROUPS, Comparison, comparisons
from reread.study.finding import Finding, Listed, Param, Term, about, meets, range_or_any
from reread.study.moments import moments_of_groups, moments_of_pairs
from reread.study.values import Study, Value

ONE = Interval.point(1)
OF_F = ("one-way ANOVA", "ANOVA", "not stated", *T_TESTS)
LEAST_DF = 5  # of a t from which a greatest d is told
ANY = "d"  # where neither t nor means and SDs bound it


@dataclass(frozen=True)
class Effect:
    """A printed size of effect with what the statistic makes of it.

    `allowed`: by a usual definition, by its name, the first is shown; `loose`: by a less usual one; `decided`: is all
    else impossible? `defined`: the definitions themselves; `stated`: the one that the paper names.
    """

    printed: Value
    statistic: tuple[Value | None, ...]
    shown: str
    allowed: tuple[Definition, ...]
    loose: tuple[Interval, ...] = ()
    decided: bool = False
    defined: tuple[Definition, ...] = ()
    say: str = ""
    stated: str = "not stated"


def check(study: Study) -> Iterator[Finding]:
    """One finding for each size of effect that is printed with its statistic."""
    for test in comparisons(study):
        for effect in (*_ds(test), *_etas(test), *_rs(test)):
            size = effect.printed.interval.absolute()
            fitting = [each for each in effect.allowed if size.meets(each[1].absolute())]
            agrees = bool(fitting)
            loose = size.meets_any(interval.absolute() for interval in effect.loose)
            decimals = 2 if effect.printed.role.endswith((".d", ".g")) else 3
            params: dict[str, Param] = {
                "name": _symbol(effect.printed), "effect": effect.printed.shown, "statistic": effect.shown,
                "first": Listed(_shown(effect.allowed[:1], decimals)),
                "fitting": Listed(_shown(fitting[:1], decimals)),
                "defined": Listed(_shown(effect.defined or effect.allowed, decimals), "\n"),
                "which": Term("which", effect.stated),
            }  # fmt: skip
            verdict = meets(agrees, effect.decided and not loose)
            if effect.say == "at_most" and agrees:
                continue  # so wide a range tells nothing
            if effect.say == "stated" or (effect.say == "unbounded" and not agrees):
                verdict |= {"say": effect.say}
            yield Finding("effect_from_statistic", about(effect.printed, *effect.statistic), params=params, **verdict)


def _shown(definitions: Iterable[Definition], decimals: int) -> tuple[tuple[str, Param], ...]:
    """Each definition once, with what it gives."""
    once = dict(reversed([*definitions]))
    return tuple((name, range_or_any(each.absolute(), decimals)) for name, each in once.items())[::-1]


def _symbol(value: Value) -> str:
    name = value.role.rpartition(".")[2]
    return {"eta2": "η²", "omega2": "ω²", "r2": "r²"}.get(name, name)


def _ds(test: Comparison) -> Iterator[Effect]:
    """d and g of a t-test."""
    t, pairs = test.get("t"), test.pairs
    for value in (test.get("d"), test.get("g")):
        if value is None or t is None:
            continue
        if test.test in TWO_GROUPS and len(test.sizes) == 2 and sum(test.sizes) > 3:
            yield _of_groups(test, value, t)
        elif test.test == "paired t" and pairs and pairs.integer > 2:
            yield _of_pairs(test, value, t, pairs.integer)
        elif test.test == "one-sample t" and pairs and pairs.integer > 2:
            yield _of_one_sample(test, value, t, pairs.integer)
        elif test.test == "not stated" and (most := _most(test, t)) is not None:
            df, allowed = test.get("df"), ((f"{_symbol(value)}, any design", most),)
            shown = f"t({df.shown if df else ''}) = {t.shown}"
            yield Effect(value, (t, df), shown, allowed, (), True, say="at_most")


def _most(test: Comparison, t: Value) -> Interval | None:
    """From 0 to the greatest d that a t may have in any design: one person against all others, or pairs with r = −1."""
    df, size = test.get("df"), t.interval.absolute()
    if df is None or not df.whole or df.reported.value < LEAST_DF or size.high is None:
        return None
    n = df.integer + 1
    return Interval.around(0.0, float(size.high) * max(sqrt(1 + 1 / n), 2 / sqrt(n)))


def _of_groups(test: Comparison, value: Value, t: Value) -> Effect:
    n1, n2 = test.sizes
    groups, freedom = test.summaries(), test.freedom()
    if groups is not None and not all(group.sd.low for group in groups):
        groups = None
    if groups is not None:
        printed = moments_of_groups(test, groups)
    else:
        size = t.any_print if t.interval.absolute().bounded else None
        printed = GroupMoments(n1, n2, size, freedom.rounded if freedom else None, test.test == "Welch t", (), None)
    defined = tuple(definitions_of_groups(printed))
    found = (*defined[:1], *d_of_groups(printed, value.interval.absolute()))
    whole = test.complete or (test.get("df") is not None and freedom is not None and test.shows("df", n1 + n2 - 2))
    decided = whole and groups is not None and t.interval.absolute().bounded
    shown = f"t = {t.shown}, n = {n1} + {n2}"
    allowed = found or ((ANY, Interval(Fraction(0), None)),)
    return Effect(value, (t,), shown, allowed, (), decided, defined)


def _of_pairs(test: Comparison, value: Value, t: Value, n: int) -> Effect:
    """Definitions that rest on means and SDs which are not printed leave it open, unless the paper states one."""
    stated, moments = test.about.d_is, moments_of_pairs(test, n)
    found, defined = tuple(d_of_pairs(moments, stated)), tuple(definitions_of_pairs(moments, stated))
    decided = (test.complete or test.shows("df", n - 1)) and moments.bounded(stated)
    say = "stated" if stated != "not stated" and defined else ""
    if not moments.bounded(stated):
        say = "unbounded"
    shown = f"t = {t.shown}, n = {n}"
    return Effect(value, (t,), shown, found, (), decided, defined, say, stated)


def _of_one_sample(test: Comparison, value: Value, t: Value, n: int) -> Effect:
    """The distance from the value tested against over the SD: t / √n, no other definition."""
    moments = PairedMoments(n, t.interval.absolute(), None, None, None)
    found, defined = (tuple(of(moments, "d_z")) for of in (d_of_pairs, definitions_of_pairs))
    decided = (test.complete or test.shows("df", n - 1)) and moments.bounded("d_z")
    return Effect(value, (t,), f"t = {t.shown}, n = {n}", found, (), decided, defined, "", "d_z")


def _etas(test: Comparison) -> Iterator[Effect]:
    """η² and ω² of an F, which is t² where t is printed in its place."""
    f, df1, df2, shown, statistic = _f(test)
    if f is None or df1 is None or df2 is None:
        return
    eta2, omega2, epsilon2 = (corners(make, f, df1, df2) for make in (eta2_from_f, omega2_from_f, epsilon2_from_f))
    omega2, epsilon2 = (_not_negative(each) for each in (omega2, epsilon2))
    certain = _one_way(test, df1, df2)
    for part, allowed, loose in (("eta2", eta2, (omega2, epsilon2)), ("omega2", omega2, (epsilon2, eta2))):
        value = test.get(part)
        if value is not None:
            roots = tuple((each.within(0, 1) or ONE).image(sqrt) for each in (eta2, omega2))  # η, ω
            above = value.interval.low is not None and allowed.high is not None and value.interval.low > allowed.high
            decided = certain or (above and test.test in OF_F)
            yield Effect(value, statistic, shown, ((_symbol(value), allowed),), (*loose, *roots), decided)
    r2 = test.get("r2")
    if r2 is not None and test.get("r") is None and test.test in ("regression", "not stated") and test.get("F"):
        yield Effect(r2, statistic, shown, (("r²", eta2), ("r², adjusted", epsilon2)))


def _not_negative(interval: Interval) -> Interval:
    """With 0 where it may be negative: papers print ω² below 0 as 0."""
    low, high = interval.floats()
    return Interval.around(low, max(0.0, high)) if low < 0 else interval


def _f(
    test: Comparison,
) -> tuple[Interval | None, Interval | None, Interval | None, str, tuple[Value | None, ...]]:
    f, above, below, t = test.get("F"), test.get("df1"), test.get("df2"), test.get("t")
    if f is not None and above is not None and below is not None:
        df1, df2 = (test.freedom_of(df) for df in (above, below))
        positive = f.interval.within(0, None)
        shown = f"F({above.shown}, {below.shown}) = {f.shown}"
        found = (df1.interval, df2.interval) if df1 and df2 else (None, None)
        return positive, *found, shown, (f, above, below)
    freedom = test.freedom()
    if f is None and t is not None and freedom is not None:
        size = t.interval.absolute()
        squared = size.image(lambda v: v * v)
        return squared, ONE, freedom.interval, f"t({freedom.shown}) = {t.shown}", (t, test.get("df"))
    return None, None, None, "", ()


def _one_way(test: Comparison, df1: Interval, df2: Interval) -> bool:
    """Is it a one-way analysis whose degrees of freedom are those of the printed N (so not Welch's or repeated)?"""
    return test.test == "one-way ANOVA" and any(df1 + df2 == Interval.point(total - 1) for total in test.totals)


def _rs(test: Comparison) -> Iterator[Effect]:
    """r of a t-test or a correlation with its t; r² of r."""
    r, t, freedom, r2 = test.get("r"), test.get("t"), test.freedom(), test.get("r2")
    if r is not None and t is not None and freedom is not None and test.test in ("independent t", "Pearson"):
        allowed = corners(r_from_t, t.interval.absolute(), freedom.interval)
        loose = [corners(r_from_t, t.interval.absolute(), freedom.rounded)]
        if len(test.sizes) == 2:  # by way of d, as if in groups of one size
            share = sum(test.sizes) ** 2 / (4 * test.sizes[0] * test.sizes[1])
            loose.append(
                corners(lambda v, df: r_from_t(v * sqrt(share), df + 2), t.interval.absolute(), freedom.interval)
            )
            loose.append(corners(lambda v, df: r_from_t(v * sqrt(share), df), t.interval.absolute(), freedom.interval))
        decided = freedom.certain and test.test == "Pearson"
        yield Effect(
            r, (t, test.get("df")), f"t({freedom.shown}) = {t.shown}", (("r", allowed),), tuple(loose), decided
        )
    if r is not None and r2 is not None and test.test in ("Pearson", "Spearman", "regression"):
        allowed = (r.interval.absolute().within(0, 1) or ONE).image(lambda v: v * v)
        yield Effect(r2, (r,), f"r = {r.shown}", (("r²", allowed),), _adjusted(test, allowed), test.test == "Pearson")


def _adjusted(test: Comparison, r2: Interval) -> tuple[Interval, ...]:
    """r² adjusted for one predictor; any smaller one where n is not printed."""
    n = test.pairs
    if n is None or n.integer < 4:
        return (Interval(None, r2.high),)
    return (_not_negative(r2.image(lambda v: adjusted_r2(min(v, inf), n.integer, 1))),)

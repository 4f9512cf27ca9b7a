"""Can the printed numbers of one test all be true: statistic, degrees of freedom, p, interval, size of effect, groups?

Each question hands what is printed to `ask` as one reported test; `check` takes everything that a study file can say of
a test at once. Where no `test` is named, what depends on it stays undecided: a z may be that of ranks, an odds ratio
one of a regression.

>>> p_from_t("2.20", df=28, p="0.036").status, p_from_t("2.20", df=28, p="0.003").status
('consistent', 'inconsistent')
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reread.public.answer import Answer, ask
from reread.public.groups import Pair, parts_of_counts, parts_of_groups, parts_of_interval, parts_of_samples
from reread.public.printed import beside_numbers

Texts = Sequence[str]
Whole = int | str
Wholes = Sequence[int | str]
BOTH = ("groups.group 1", "groups.group 2")


def check(
    test: str = "not stated",
    *,
    groups: Mapping[str, Mapping[str, Any]] | Iterable[Mapping[str, Any]] = (),
    ci: Pair | None = None,
    level: Whole | None = None,
    sides: str = "not stated",
    **printed: Any,
) -> Answer:
    """What every check says of one reported test: all that is printed of it, named as under `tests:` in a study file.

    Numbers: n, t, df, F, df1, df2, chi2, z, r, U, W, H, p, estimate, sd, se, d, g, eta2 … Beside them `measure`,
    `items`, `scale`, `d_is`, `adjusted` and `complete`; unless `complete=True`, answers may be missing. A list is one
    number in several places.
    """
    about = {name: printed.pop(name) for name in beside_numbers() if name in printed}
    codes = {f"codes.{name}": code for name, code in printed.pop("codes", {}).items()}
    parts = {**printed, **codes, **parts_of_interval("check", ci, level), **parts_of_samples("check", groups)}
    return ask("check", parts, test=test, sides=sides, **about)


def p_from_t(t: str, df: Whole, p: str, sides: str = "not stated", test: str = "not stated") -> Answer:
    """Does this p follow from t and its degrees of freedom?"""
    return ask("p_from_t", {"t": t, "df": df, "p": p}, ("t", "p"), sides=sides, test=test)


def p_from_f(F: str, df1: Whole, df2: Whole, p: str, test: str = "not stated") -> Answer:
    """Does this p follow from F and its degrees of freedom?"""
    return ask("p_from_f", {"F": F, "df1": df1, "df2": df2, "p": p}, ("F", "p"), test=test)


def p_from_chi2(chi2: str, df: Whole, p: str, test: str = "chi-squared") -> Answer:
    """Does this p follow from χ² and its degrees of freedom?"""
    return ask("p_from_chi2", {"chi2": chi2, "df": df, "p": p}, ("chi2", "p"), test=test)


def p_from_z(z: str, p: str, sides: str = "not stated", test: str = "not stated") -> Answer:
    """Does this p follow from z?"""
    return ask("p_from_z", {"z": z, "p": p}, ("z", "p"), sides=sides, test=test)


def p_from_r(r: str, p: str, *, df: Whole | None = None, n: Whole | None = None, test: str = "not stated") -> Answer:
    """Does this p follow from a correlation and its degrees of freedom (df, or the n of pairs)?"""
    return ask("p_from_r", {"r": r, "df": df, "n": n, "p": p}, ("r", "p"), test=test, complete=n is not None)


def p_from_ci(
    p: str,
    ci: Pair,
    estimate: str,
    *,
    df: Whole | None = None,
    n: Whole | None = None,
    level: Whole | None = None,
    test: str = "not stated",
) -> Answer:
    """Do this p and the interval of a difference tell the same about no difference?"""
    printed = {"p": p, "estimate": estimate, "df": df, "n": n, **parts_of_interval("p_from_ci", ci, level)}
    return ask("p_from_ci", printed, ("p", "ci.low"), test=test)


def p_from_groups(p: str, means: Texts, sds: Texts, ns: Wholes, test: str, sides: str = "not stated") -> Answer:
    """Does this p of a t-test ("independent t", "Welch t") follow from the means, SDs and sizes of two groups?"""
    return _of_groups("p_from_groups", {"p": p}, means, sds, ns, test=test, sides=sides)


def p_from_counts(p: str, counts: Sequence[Wholes], test: str = "not stated") -> Answer:
    """Does this p follow from a table of counts: one row for each group, one column for each category?"""
    return _of_counts("p_from_counts", {"p": p}, counts, test)


def t_from_groups(t: str, means: Texts, sds: Texts, ns: Wholes, test: str = "independent t") -> Answer:
    """Does this t follow from the means, SDs and sizes of two groups?"""
    return _of_groups("t_from_groups", {"t": t}, means, sds, ns, test=test)


def t_from_se(t: str, estimate: str, se: str, test: str = "not stated") -> Answer:
    """Is t the estimate over its standard error?"""
    return ask("t_from_se", {"t": t, "estimate": estimate, "se": se}, ("t", "estimate", "se"), test=test)


def t_from_pairs(t: str, means: Texts, sds: Texts, n: Whole) -> Answer:
    """Can the paired t come from the means and SDs of two conditions of n pairs, and with which correlation?"""
    groups = parts_of_groups("t_from_pairs", means=means, sds=sds)
    asked = ("t", *(f"{group}.mean" for group in BOTH))
    return ask("t_from_pairs", {"t": t, "n": n, **groups}, asked, test="paired t", complete=True)


def f_from_groups(
    F: str, df1: Whole, df2: Whole, means: Texts, sds: Texts, ns: Wholes, test: str = "one-way ANOVA"
) -> Answer:
    """Does F follow from the means, SDs and sizes of these groups? Its df say that they are all that was compared."""
    return _of_groups("f_from_groups", {"F": F, "df1": df1, "df2": df2}, means, sds, ns, test=test)


def d_from_t(
    d: str,
    t: str,
    *,
    n: Whole | None = None,
    ns: Wholes | None = None,
    means: Texts | None = None,
    sds: Texts | None = None,
) -> Answer:
    """Does d follow from t: of n pairs, or of two groups of `ns`?

    Some definitions of d need the means and SDs; without them what fits no other definition stays undecided.
    """
    groups = parts_of_groups("d_from_t", means=means, sds=sds, ns=ns)
    test = "independent t" if ns is not None else "paired t"
    return ask("d_from_t", {"d": d, "t": t, "n": n, **groups}, ("d", "t"), test=test, complete=True)


def d_from_groups(d: str, means: Texts, sds: Texts, ns: Wholes, test: str = "independent t") -> Answer:
    """Does d follow from the means, SDs and sizes of two groups, by any usual definition?"""
    return _of_groups("d_from_groups", {"d": d}, means, sds, ns, test=test)


def eta2_from_f(
    eta2: str, F: str, df1: Whole, df2: Whole, n: Whole | None = None, test: str = "one-way ANOVA"
) -> Answer:
    """Does η² follow from F? Decided where n, of all groups together, shows that nothing else was in the analysis."""
    return ask("eta2_from_f", {"eta2": eta2, "F": F, "df1": df1, "df2": df2, "n": n}, ("eta2", "F"), test=test)


def df_from_n(df: Whole, test: str, *, n: Whole | None = None, ns: Wholes | None = None) -> Answer:
    """Do the degrees of freedom of t or r follow from n (of pairs, or of all), or from the sizes of two groups?"""
    groups = parts_of_groups("df_from_n", ns=ns)
    return ask("df_from_n", {"df": df, "n": n, **groups}, ("df",), test=test, complete=True)


def ci_from_se(
    ci: Pair,
    estimate: str,
    se: str,
    *,
    df: Whole | None = None,
    level: Whole | None = None,
    test: str = "not stated",
) -> Answer:
    """Is the interval of an estimate as wide as its standard error says?"""
    printed = {"estimate": estimate, "se": se, "df": df, **parts_of_interval("ci_from_se", ci, level)}
    return ask("ci_from_se", printed, ("se", "ci.low"), test=test)


def ci_from_t(ci: Pair, estimate: str, t: str, df: Whole, test: str, level: Whole | None = None) -> Answer:
    """Does the interval of a t-test ("paired t", "independent t" …) follow from its difference, t and df?"""
    printed = {"estimate": estimate, "t": t, "df": df, **parts_of_interval("ci_from_t", ci, level)}
    return ask("ci_from_t", printed, ("t", "ci.low"), test=test)


def ci_from_groups(
    ci: Pair,
    means: Texts,
    sds: Texts,
    ns: Wholes,
    *,
    estimate: str | None = None,
    level: Whole | None = None,
    test: str = "independent t",
) -> Answer:
    """Does the interval of a difference follow from the means, SDs and sizes of two groups?

    Decided where the difference is printed too (`estimate`), so that the interval is surely that of the difference.
    """
    printed = {**parts_of_interval("ci_from_groups", ci, level), "estimate": estimate}
    return _of_groups("ci_from_groups", printed, means, sds, ns, asked=("ci.low",), test=test)


def ci_from_r(ci: Pair, r: str, n: Whole, level: Whole | None = None, test: str = "Pearson") -> Answer:
    """Does the interval of a correlation follow from r and the n of pairs?"""
    printed = {"r": r, "n": n, **parts_of_interval("ci_from_r", ci, level)}
    return ask("ci_from_r", printed, ("r", "ci.low"), test=test, complete=True)


def chi2_from_counts(chi2: str, counts: Sequence[Wholes], test: str = "chi-squared") -> Answer:
    """Does χ² follow from a table of counts: one row for each group, one column for each category?"""
    return _of_counts("chi2_from_counts", {"chi2": chi2}, counts, test)


def ratio_from_counts(
    counts: Sequence[Wholes],
    *,
    OR: str | None = None,
    RR: str | None = None,
    ci: Pair | None = None,
    level: Whole | None = None,
    test: str = "not stated",
) -> Answer:
    """Does an odds ratio or a risk ratio (and its interval) follow from the counts of two groups?

    Decided where `test` ("chi-squared", "Fisher") says that the ratio is not one of a regression, which is adjusted.
    """
    name, value = ("OR", OR) if OR else ("RR", RR)
    printed = {name: value, **parts_of_interval("ratio_from_counts", ci, level)}
    return _of_counts("ratio_from_counts", printed, counts, test)


def _of_groups(
    question: str,
    printed: dict[str, Any],
    means: Texts,
    sds: Texts,
    ns: Wholes,
    asked: tuple[str, ...] = (),
    **about: Any,
) -> Answer:
    """A statistic (the first of `printed`) of groups in which everybody was measured."""
    groups = parts_of_groups(question, means=means, sds=sds, ns=ns)
    parts = asked or tuple(printed)[:1]
    return ask(question, {**printed, **groups}, (*parts, f"{BOTH[0]}.mean"), complete=True, **about)


def _of_counts(question: str, printed: dict[str, Any], counts: Sequence[Wholes], test: str) -> Answer:
    """A statistic (the first of `printed`) of a table that holds everybody."""
    parts = (*tuple(printed)[:1], f"{BOTH[0]}.count.category 1")
    return ask(question, {**printed, **parts_of_counts(question, counts)}, parts, test=test, complete=True)

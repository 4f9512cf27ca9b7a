"""Does the printed η² follow from the means, SDs and sizes of the groups?

η² = sum of squares between / total, of one-way analysis of variance, where it is also the partial η². What papers print
under that name is sometimes ω² or ε², so both are admitted.

Source: Fisher 1925, Statistical Methods for Research Workers, chapter VIII. Example: plant weights (Dobson 1983; R's
PlantGrowth): F(2, 27) = 4.846, η² = .264.

>>> from reread.numbers.interval import Interval
>>> [round(end, 3) for end in eta_squared(Interval.of("4.846", "4.847"), 2, 27).floats()]
[0.264, 0.264]
"""

from collections.abc import Iterator

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics.variances import eta_squared, f_ranges
from reread.study.comparison import comparisons
from reread.study.finding import Finding, about, meets
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each η² of one-way analysis of variance with means and SDs."""
    for test in comparisons(study):
        printed, groups = test.get("eta2"), test.summaries()
        if printed is None or groups is None or test.test != "one-way ANOVA":
            continue
        df1, df2 = len(groups) - 1, sum(group.n for group in groups) - len(groups)
        pooled = test.shows("df2", df2)
        df_other = test.get("df2") is not None and not pooled
        allowed = {name: eta_squared(f, df1, df2) for name, f in f_ranges(groups, welch=not pooled)}
        shrunk = [adjusted for eta in allowed.values() for adjusted in _adjusted(eta, df1, df2)]
        agrees = printed.interval.meets_any([*allowed.values(), *shrunk])
        params = {"eta2": printed.shown, "allowed": span(*allowed["F"].floats(), 3), "df1": str(df1), "df2": str(df2)}
        listed = test.all_listed("df1")
        decided = not df_other and listed and (pooled or test.complete)
        values = [value for group in groups for value in group.values]
        yield Finding("eta2_from_groups", about(printed, *values), params=params, **meets(agrees, decided))


def _adjusted(eta: Interval, df1: int, df2: int) -> Iterator[Interval]:
    """ε² and ω² for every η², no less than 0."""
    low, high = eta.floats()
    epsilon = [max(0.0, (end - (1 - end) * df1 / df2)) for end in (low, high)]
    omega = [max(0.0, (end * df2 - df1 * (1 - end)) / (df2 + 1 - end)) for end in (low, high)]
    yield Interval.around(*epsilon)
    yield Interval.around(*omega)

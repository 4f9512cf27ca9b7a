"""Does a test statistic stand where its p belongs, or the p where the statistic belongs?

Programs print a statistic and its p beside each other; the wrong column may have been copied. Ask for the output.
"""

from collections.abc import Iterator

from reread.departures import exchanged
from reread.study.comparison import Comparison, comparisons
from reread.study.values import Study, Value

STATISTICS = ("t", "F", "chi2", "z", "r", "Q", "U", "W", "H", "wald")
# The statistic of a test that prints none of them.
OF_TEST = {
    "paired t": "t", "independent t": "t", "Welch t": "t", "one-sample t": "t", "one-way ANOVA": "F", "ANOVA": "F",
    "chi-squared": "chi2", "Mann-Whitney": "U", "Wilcoxon signed rank": "W", "Kruskal-Wallis": "H", "Pearson": "r",
    "Spearman": "r", "z": "z", "Q": "Q", "McNemar": "chi2",
}  # fmt: skip


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Normality p-values read as the statistic W; of each other test the statistic and the p in the other's place."""
    if any(role.endswith(".normality_p") for role in study.values):
        yield {"test": "normality", "place": "normality"}, study.read_as(normality_prints="statistic")
    for each in comparisons(study):
        yield from _of_test(each)


def _of_test(comparison: Comparison) -> Iterator[tuple[dict[str, str], Study]]:
    study, name = comparison.study, comparison.name
    printed = [part for part in STATISTICS if comparison.get(part)]
    p = comparison.get("p")
    part = printed[0] if len(printed) == 1 else "" if printed else OF_TEST.get(comparison.test, "")
    statistic = comparison.get(part) if part else None
    if not part or (p and p.reported.comparator != "="):
        return
    if statistic and p and statistic.reported.shown == p.reported.shown:
        yield {"test": name, "place": "twice"}, study.with_values({p.role: None})
    elif statistic is None or _can_be_p(statistic):
        changed = exchanged(study, [(comparison.role_of(part), comparison.role_of("p"))])
        what = "both" if statistic and p else "statistic" if p else "p"
        if changed:
            yield {"test": name, "place": what}, study.with_values(changed)


def _can_be_p(statistic: Value) -> bool:
    return statistic.reported.comparator == "=" and 0 <= statistic.reported.value <= 1

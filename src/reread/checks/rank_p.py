"""Can a rank test of groups or pairs of these sizes have so small a p?

The smallest p belongs to groups (or signs) wholly apart: one arrangement of all, or the normal tail at the greatest z
that ties allow, √(N − 1) for two groups and √n for pairs; for several groups chi-squared at H = N − 1. Fewer answers
only raise it.

Source: Mann & Whitney 1947, doi:10.1214/aoms/1177730491; Wilcoxon 1945, doi:10.2307/3001968. Example: three against
three: exact p at least 2 / 20 = .1, and by any normal tail at least .025.

>>> from reread.statistics.ranks import least_p_two_groups
>>> round(least_p_two_groups(3, 3, tails=2), 3)
0.025
"""

from collections.abc import Iterator

from reread.numbers.interval import Interval
from reread.statistics.conventions import p_interval
from reread.statistics.ranks import least_p_several, least_p_signed, least_p_two_groups
from reread.study.comparison import Comparison, comparisons
from reread.study.finding import Finding, Param, Term, about, meets
from reread.study.values import Study, Value


def check(study: Study) -> Iterator[Finding]:
    """One finding for each p of a rank test with the sizes of its groups or pairs."""
    for test in comparisons(study):
        p = test.get("p")
        found = _least(test)
        if p is None or found is None:
            continue
        least, sizes = found
        agrees = p_interval(p.reported, p.interval).meets(Interval.around(least, 1.0))
        params: dict[str, Param] = {
            "p": p.shown,
            "least": f"{least:.2g}",
            "n": ", ".join(n.shown for n in sizes),
            "test": Term("test", test.test),
        }
        yield Finding("rank_p", about(p, *sizes), params=params, **meets(agrees))


def _least(test: Comparison) -> tuple[float, tuple[Value, ...]] | None:
    """The least p, and the sizes that say so."""
    sizes, n = test.group_ns(), test.signed_pairs()
    if sizes and test.test == "Mann-Whitney":
        return least_p_two_groups(sizes[0].integer, sizes[1].integer, test.tails), tuple(sizes)
    counts = [size.integer for size in sizes or ()]
    if sizes and test.all_listed("df"):
        return least_p_several(counts), tuple(sizes)
    return (least_p_signed(n.integer, test.tails), (n,)) if n else None

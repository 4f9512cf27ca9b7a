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
from reread.study.finding import Finding, about, meets
from reread.study.groups import all_listed, reported_tests
from reread.study.ranked import group_sizes, signed_pairs
from reread.study.values import Study, Value


def check(study: Study) -> Iterator[Finding]:
    """One finding for each p of a rank test with the sizes of its groups or pairs."""
    for stem, test in reported_tests(study):
        p = study.get(f"{stem}.p")
        tails = 1 if test.sides == "one" else study.reading.tails
        found = _least(study, stem, test.test, tails)
        if p is None or found is None:
            continue
        least, sizes = found
        agrees = p_interval(p.reported, p.interval).meets(Interval.around(least, 1.0))
        params = {"p": p.shown, "least": f"{least:.2g}", "n": ", ".join(n.shown for n in sizes), "test": test.test}
        yield Finding("rank_p", about(p, *sizes), params=params, **meets(agrees))


def _least(study: Study, stem: str, test: str, tails: int) -> tuple[float, tuple[Value, ...]] | None:
    """The least p, and the sizes that say so."""
    sizes, n = group_sizes(study, stem, test), signed_pairs(study, stem, test)
    if sizes and test == "Mann-Whitney":
        return least_p_two_groups(sizes[0].integer, sizes[1].integer, tails), tuple(sizes)
    counts = [size.integer for size in sizes or ()]
    if sizes and all_listed(study, stem, counts, "df"):
        return least_p_several(counts), tuple(sizes)
    return (least_p_signed(n.integer, tails), (n,)) if n else None

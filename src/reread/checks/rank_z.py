"""Can the printed z of a rank test come from groups or pairs of these sizes, and from the printed U?

Whatever the ties, |z| is at most √(N − 1) for two groups and √n for pairs. Ties only shrink the variance of U, so that
|z| is at least (|U − n₁ n₂ / 2| − ½) / √(n₁ n₂ (N + 1) / 12).

Source: Mann & Whitney 1947, doi:10.1214/aoms/1177730491; Lehmann 1975, Nonparametrics: Statistical Methods Based on
Ranks (ties). Example: U = 23 of two groups of ten: |z| from 2.00 to 4.36.

>>> from reread.numbers.interval import Interval
>>> from reread.statistics.ranks import least_z_from_u
>>> round(least_z_from_u(Interval.point(23), 10, 10), 1)
2.0
"""

from collections.abc import Iterator
from math import sqrt

from reread.numbers.interval import Interval
from reread.numbers.show import number
from reread.statistics.ranks import least_z_from_u
from reread.study.comparison import comparisons
from reread.study.finding import Finding, about, meets
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each z of a rank test with the sizes of its groups or pairs."""
    for test in comparisons(study):
        z, u = test.get("z"), test.get("U")
        sizes = test.group_ns() if test.test == "Mann-Whitney" else None
        n = test.signed_pairs()
        if z is None or not (sizes or n):
            continue
        counts = [size.integer for size in sizes or ()]
        most = sqrt(sum(counts) - 1) if counts else sqrt(n.integer) if n else 0.0
        least = least_z_from_u(u.interval, counts[0], counts[1]) if u and counts else 0.0
        size = z.interval.absolute()
        inside = size.meets(Interval.around(0, most))
        agrees = inside and size.meets(Interval.around(least, max(least, most)))
        params = {
            "z": z.shown, "least": number(least), "most": number(most),
            "n": ", ".join(value.shown for value in sizes or ([n] if n else [])), "U": u.shown if u else "–",
        }  # fmt: skip
        decided = not inside or test.complete
        roles = about(z, u if counts else None, *(sizes or []), n)
        yield Finding("rank_z", roles, params=params, **meets(agrees, decided))

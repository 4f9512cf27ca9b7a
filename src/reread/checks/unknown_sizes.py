"""Is there a division of n participants into two groups that both printed means of whole scores allow?

Where only the total is printed, every division is tried: a mean of n₁ whole scores is a whole sum divided by n₁ (see
`grim`), and so is that of the other n − n₁.

Source: Brown & Heathers 2017, doi:10.1177/1948550616673876; Bauer & Francis 2021, doi:10.1177/09567976211058727 (total
n only). Example: means 3.14 and 2.57 of 14 people in all: seven and seven.

>>> from reread.numbers.interval import Interval
>>> divisions(Interval.of("3.135", "3.145"), Interval.of("2.565", "2.575"), 14, 1)
[7]
"""

from collections.abc import Iterator

from reread.checks.grim import attainable
from reread.numbers.interval import Interval
from reread.study.comparison import TWO_GROUPS, comparisons
from reread.study.finding import Finding, Param, Several, about, meets
from reread.study.samples import plain_size
from reread.study.values import Study

NAMED = (*TWO_GROUPS, "Mann-Whitney")  # of other tests a group may go unmentioned
MOST = 20_000
SHOWN = 12


def check(study: Study) -> Iterator[Finding]:
    """One finding for each test of two groups with means of whole scores and the total n only."""
    for test in comparisons(study):
        n, means, measure = plain_size(test.get("n")), test.of_samples("mean"), study.measured(test.owner)
        if n is None or means is None or len(means) != 2 or test.test not in NAMED or measure.measure == "continuous":
            continue
        if not 2 <= n.integer <= MOST or any(sample.n for sample in test.samples):
            continue
        if measure.measure == "binary" and any("%" in mean.reported.text for mean in means):
            continue
        found = divisions(means[0].interval, means[1].interval, n.integer, measure.items)
        shown = [f"{first} + {n.integer - first}" for first in found]
        some = ", ".join(shown) if len(shown) <= SHOWN else ", ".join([*shown[:3], "…", shown[-1]])
        params: dict[str, Param] = {
            "means": Several(tuple(mean.shown for mean in means), "and"), "n": n.shown,
            "divisions": some or "–", "count": str(len(found)), "tried": str(n.integer - 1),
        }  # fmt: skip
        yield Finding("unknown_sizes", about(*means, n), params=params, **meets(bool(found), test.complete))


def divisions(first: Interval, second: Interval, n: int, items: int) -> list[int]:
    """Every size of the first group, from 1 to n − 1, with which both means are possible."""
    return [k for k in range(1, n) if attainable(first, k * items) and attainable(second, (n - k) * items)]

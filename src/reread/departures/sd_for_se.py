"""Is the number printed as a standard error an SD?

The standard error would be smaller, by the root of the number of participants. Ask which of the two the table prints.
"""

from collections.abc import Iterator
from functools import partial
from math import sqrt
from operator import mul

from reread.study.comparison import ONE_GROUP, comparisons
from reread.study.values import Study, Value, shifted

ALONE = True


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """The standard errors of a test's groups, and that of a mean change or of one mean, read as SDs."""
    for each in comparisons(study):
        found = [(sample.get("se"), sample.n) for sample in each.samples]
        groups = {se.role: _smaller(se, n.integer) for se, n in found if se and n and n.integer > 1}
        if groups:
            yield {"test": each.name, "of": "groups"}, study.with_values(dict(groups))
        se, pairs = each.get("se"), each.pairs
        if se and pairs and pairs.integer > 1 and (each.of_occasions or each.test in ONE_GROUP):
            yield {"test": each.name, "of": "difference"}, study.with_values({se.role: _smaller(se, pairs.integer)})


def _smaller(se: Value, n: int) -> Value:
    return shifted(se, se.interval.image(partial(mul, 1 / sqrt(n))))

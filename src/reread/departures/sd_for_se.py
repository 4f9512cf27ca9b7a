"""Is the number printed as a standard error an SD?

The standard error would be smaller, by the root of the number of participants. Ask which of the two the table prints.
"""

from collections.abc import Iterator
from functools import partial
from math import sqrt
from operator import mul

from reread.study.printed_test import ONE_GROUP, printed_tests
from reread.study.values import Study, Value, shifted

ALONE = True


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """The standard errors of a test's groups, and that of a mean change or of one mean, read as SDs."""
    for test in printed_tests(study):
        found = [(test.get(f"groups.{group}.se"), test.counted(f"groups.{group}.n")) for group in test.about.groups]
        groups = {se.role: _smaller(se, n) for se, n in found if se and n and n > 1}
        if groups:
            yield {"test": test.name, "of": "groups"}, study.with_values(dict(groups))
        se, n = test.get("se"), test.pairs
        if se and n and n > 1 and test.about.test in ONE_GROUP:
            yield {"test": test.name, "of": "difference"}, study.with_values({se.role: _smaller(se, n)})


def _smaller(se: Value, n: int) -> Value:
    return shifted(se, se.interval.image(partial(mul, 1 / sqrt(n))))

"""Is the number printed as an SD a variance?

The SD would be its square root. Ask which of the two the table prints.
"""

from collections.abc import Iterator
from math import sqrt

from reread.study.moments import spreads
from reread.study.values import Study, Value, shifted

ALONE = True


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """All SDs of an outcome or of a test, or the SD of a change, read as variances."""
    for owner, sds in spreads(study):
        if sds and all(sd.interval.within(0, None) for sd, _ in sds):
            yield {"outcome": owner}, study.with_values({sd.role: _root(sd) for sd, _ in sds})


def _root(sd: Value) -> Value:
    positive = sd.interval.within(0, None) or sd.interval
    return shifted(sd, positive.image(sqrt))

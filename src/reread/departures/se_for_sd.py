"""Is the number printed as an SD a standard error?

The SD would be √n times as large. Ask which of the two the table prints.
"""

from collections.abc import Iterator
from functools import lru_cache, partial
from math import sqrt
from operator import mul

from reread.numbers.interval import Interval
from reread.study.moments import spreads
from reread.study.values import Study, Value, shifted


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """All SDs of an outcome or of a test, or the SD of a change, read as standard errors; and those of all of them."""
    every: dict[str, Value | None] = {}
    owners = []
    for owner, sds in spreads(study):
        if sds:
            changed = {sd.role: shifted(sd, _times_root(sd.interval, n)) for sd, n in sds}
            yield {"outcome": owner}, study.with_values(dict(changed))
            every |= changed
            owners.append(owner)
    if len(owners) > 1:
        yield {"outcome": ", ".join(owners)}, study.with_values(every)


@lru_cache(maxsize=5_000)
def _times_root(interval: Interval, n: int) -> Interval:
    return interval.image(partial(mul, sqrt(n)))

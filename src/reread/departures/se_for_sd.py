"""Is the number printed as an SD a standard error?

The SD would be √n times as large. Ask which of the two the table prints.
"""

from collections.abc import Iterator
from functools import partial
from math import sqrt
from operator import mul

from reread.study.comparison import spreads
from reread.study.values import Study, shifted


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """All SDs of an outcome or of a test, or the SD of a change, read as standard errors."""
    for owner, sds in spreads(study):
        if sds:
            changed = {sd.role: shifted(sd, sd.interval.image(partial(mul, sqrt(n)))) for sd, n in sds}
            yield {"outcome": owner}, study.with_values(dict(changed))

"""Is the number printed as an SD (after a ±) half the width of a confidence interval of the mean?

Half the width is a critical value times SD / √n. Ask what stands after the ±.
"""

from collections.abc import Iterator
from functools import partial
from math import sqrt
from operator import mul

from reread.statistics.conventions import criticals
from reread.statistics.formulas import critical_t, critical_z
from reread.study.moments import spreads
from reread.study.values import Study, shifted

ALONE = True

LEVEL = 0.95


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """All SDs of an outcome or of a test, or the SD of a change, read as t standard errors of the mean (or 1.96)."""
    for owner, sds in spreads(study):
        largest = max((n for _, n in sds), default=0)
        for critical in criticals(study.reading.critical, largest - 1) if sds else ():
            changed = {}
            for sd, n in sds:
                size = critical_t(LEVEL, n - 1) if critical == "t" else critical_z(LEVEL)
                changed[sd.role] = shifted(sd, sd.interval.image(partial(mul, sqrt(n) / size)))
            yield {"outcome": owner, "critical": critical}, study.with_values(dict(changed))

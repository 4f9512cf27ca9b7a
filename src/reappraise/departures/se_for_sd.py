"""Is the number printed as an SD a standard error?

The SD would be √n times as large. Ask which of the two the table prints.
"""

from collections.abc import Iterator
from functools import partial
from math import sqrt
from operator import mul

from reappraise.samples import samples
from reappraise.study import Study, Value, shifted


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """All SDs of an outcome or of a test read as standard errors."""
    changed: dict[str, dict[str, Value | None]] = {}
    for sample in samples(study):
        sd, n = study.get(f"{sample.role}.sd"), sample.n
        if sd and n and n.integer > 1:
            owner = sample.role.removeprefix("tests.").partition(".")[0]
            changed.setdefault(owner, {})[sd.role] = shifted(sd, sd.interval.image(partial(mul, sqrt(n.integer))))
    for owner, values in changed.items():
        yield {"outcome": owner}, study.with_values(values)

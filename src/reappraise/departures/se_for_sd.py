"""Is the number printed as an SD a standard error?

The SD would be √n times as large. Ask which of the two the table prints.
"""

from collections.abc import Iterator
from functools import partial
from math import sqrt
from operator import mul

from reappraise.study import Study, shifted
from reappraise.study_file import OCCASIONS


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """All SDs of an outcome read as standard errors."""
    for name in study.file.outcomes:
        changed = {}
        for occasion in OCCASIONS:
            sd, n = study.get(f"{name}.{occasion}.sd"), study.n(name, occasion)
            if sd and n and n.integer > 1:
                root = sqrt(n.integer)
                changed[sd.role] = shifted(sd, sd.interval.image(partial(mul, root)))
        if changed:
            yield {"outcome": name}, study.with_values(dict(changed))

"""Is the printed level of a confidence interval one?

A level is a share of all samples: above 0 and below 100 %. Where it is none, other checks of the interval go on as if
no level were printed.

Source: Neyman 1937, doi:10.1098/rsta.1937.0005 (the confidence coefficient). Example: a “950 % CI”.
"""

from collections.abc import Iterator

from reread.study.comparison import comparisons
from reread.study.finding import Finding
from reread.study.intervals import is_level
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each printed level."""
    for each in comparisons(study):
        level = each.get("ci.level")
        if level is None:
            continue
        params = {"level": level.shown}
        if is_level(level):
            yield Finding("level_possible", (level.role,), "consistent", params)
        else:
            yield Finding("level_possible", (level.role,), "inconsistent", params, kind="impossible")

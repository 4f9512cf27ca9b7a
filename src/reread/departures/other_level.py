"""Is the printed confidence interval one at another level than the one stated?

It would mean that the words "95 %" describe another interval. Ask for the level.
"""

from collections.abc import Iterator

from reread.study.comparison import comparisons
from reread.study.intervals import interval_of
from reread.study.values import Study

LEVELS = (90, 95, 99)


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Every interval with a stated level read at each other one; where none is stated all usual ones are admitted."""
    for each in comparisons(study):
        printed = interval_of(each)
        if printed is None or printed.level is None:
            continue
        for level in LEVELS:
            if len(printed.levels) > 1 or abs(printed.levels[0] * 100 - level) > 1e-9:
                yield {"outcome": each.name, "level": str(level)}, study.printing({printed.level.role: str(level)})

"""Was a test for independent groups used on the same participants measured twice?

It ignores which two scores belong together. Ask which test the program ran.
"""

from collections.abc import Iterator

from reread.study.comparison import comparisons
from reread.study.values import Study


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Each paired test of two samples as one of independent groups."""
    for each in comparisons(study):
        printed = any(role.startswith(f"{each.owner}.") for role in study.values)
        if printed and each.test == "paired t" and len(each.samples) == 2:
            yield {"test": each.name}, study.stating({each.role: {"test": "independent t"}})

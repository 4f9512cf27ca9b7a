"""Was a paired test used where the paper names one for independent groups?

It pairs participants of two groups, or the same ones, by their order in the file. Ask which test the program ran.
"""

from collections.abc import Iterator

from reread.study.comparison import TWO_GROUPS, comparisons
from reread.study.values import Study


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Each test of two groups of one size, and of each change, read as a paired one."""
    for each in comparisons(study):
        if each.test in TWO_GROUPS and len(set(each.sizes)) == 1:
            yield {"test": each.name}, study.stating({each.role: {"test": "paired t"}})

"""Was a paired test used where the paper names one for independent groups?

It pairs participants of two groups, or the same ones, by their order in the file. Ask which test the program ran.
"""

from collections.abc import Iterator

from reread.study.printed_test import TWO_GROUPS, printed_tests
from reread.study.values import Study


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Each test of two groups of one size, and of each change, read as a paired one."""
    for name, outcome in study.file.outcomes.items():
        if outcome.change.test == "independent t":
            yield {"test": name}, study.stating({name: "paired t"})
    for test in printed_tests(study):
        if test.about.test in TWO_GROUPS and len(set(test.sizes)) == 1:
            yield {"test": test.name}, study.stating({f"tests.{test.name}": "paired t"})

"""Was a test for independent groups used on the same participants measured twice?

It ignores which two scores belong together. Ask which test the program ran.
"""

from collections.abc import Iterator

from reread.study.printed_test import printed_tests
from reread.study.values import Study


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """The changes, and each paired test of two conditions, as of independent groups."""
    if any(outcome.change.test == "paired t" for outcome in study.file.outcomes.values()):
        yield {"test": "change"}, study.read_as(paired=False)
    for test in printed_tests(study):
        if test.about.test == "paired t" and len(test.sizes) == 2:
            yield {"test": test.name}, study.stating({f"tests.{test.name}": "independent t"})

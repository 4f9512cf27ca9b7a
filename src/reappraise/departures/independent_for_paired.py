"""Was a test for independent groups used on the same participants measured twice?

It ignores which two scores belong together. Ask which test the program ran.
"""

from collections.abc import Iterator

from reappraise.study import Study


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """The test statistic as for independent groups."""
    if any(outcome.change.test == "paired t" for outcome in study.file.outcomes.values()):
        yield {}, study.read_as(paired=False)

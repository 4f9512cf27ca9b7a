"""Does the test statistic stand where its p belongs?

Programs print a normality test's statistic W beside its p; the wrong column may have been copied. Ask for the output.
"""

from collections.abc import Iterator

from reappraise.study import Study


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Normality p-values read as the statistic of their test."""
    if any(role.endswith(".normality_p") for role in study.values):
        yield {}, study.read_as(normality_prints="statistic")

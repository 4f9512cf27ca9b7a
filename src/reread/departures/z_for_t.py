"""Was the normal quantile (1.96) used for a confidence interval where t belongs?

It makes the interval of a small study too narrow. Ask which critical value was used.
"""

from collections.abc import Iterator

from reread.study.values import Study


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Confidence intervals with z in place of t."""
    if any(role.endswith(".ci.low") for role in study.values):
        yield {}, study.read_as(critical="z")

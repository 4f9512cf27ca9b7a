"""Is the printed p one-sided, without the paper saying so?

It would mean that the two-sided p is twice as large. Ask which alternative was tested.
"""

from collections.abc import Iterator

from reread.study.roles import is_p_of_test
from reread.study.values import Study


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """p-values read as one-sided."""
    if any(role.endswith(".change.p") or is_p_of_test(role) for role in study.values):
        yield {}, study.read_as(tails=1)

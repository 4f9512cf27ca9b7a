"""Was Student's test used where the paper names Welch's?

Programs print both below each other. Where a paper says only “independent t”, either is admitted anyway. Ask which row
of the output was copied.
"""

from collections.abc import Iterator

from reread.study.comparison import comparisons
from reread.study.values import Study


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Each Welch's test read as one of the two."""
    for each in comparisons(study):
        if each.test == "Welch t" and any(role.startswith(f"{each.role}.") for role in study.values):
            yield {"test": each.name}, study.stating({each.role: {"test": "independent t"}})

"""Was Student's test used where the paper names Welch's?

Programs print both below each other. Where a paper says only “independent t”, either is admitted anyway. Ask which row
of the output was copied.
"""

from collections.abc import Iterator

from reread.study.values import Study


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Each Welch's test read as one of the two."""
    for name, test in study.file.tests.items():
        if test.test == "Welch t" and any(role.startswith(f"tests.{name}.") for role in study.values):
            yield {"test": name}, study.stating({f"tests.{name}": "independent t"})

"""Does the test that the paper names fit the measure?

A t-test compares means and wants differences that are roughly normal. An ordinal score of a few categories has neither
equal steps nor a normal distribution; exact tests on the categories, or rank tests, do fit. This is no impossibility.

Source: Stevens 1946, doi:10.1126/science.103.2684.677; Agresti 2013, Categorical Data Analysis, 3rd edition.
"""

from collections.abc import Iterator

from reread.study.finding import Finding
from reread.study.values import Study

FEW_CATEGORIES = 5


def check(study: Study) -> Iterator[Finding]:
    """One finding for each named t-test."""
    for name, outcome in study.file.outcomes.items():
        t = study.get(f"{name}.change.t")
        if t is None or outcome.change.test == "not stated":
            continue
        ordinal = outcome.measure == "ordinal score" and 0 < len(outcome.codes) <= FEW_CATEGORIES
        params = {"test": outcome.change.test, "categories": str(len(outcome.codes)), "measure": outcome.measure}
        if ordinal:
            yield Finding("test_fits", (t.role,), "undecided", params, kind="implausible")
        else:
            yield Finding("test_fits", (t.role,), "consistent", params)

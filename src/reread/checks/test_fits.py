"""Does the test that the paper names fit the measure?

A t-test compares means and wants differences that are roughly normal. An ordinal score of a few categories has neither
equal steps nor a normal distribution; exact tests on the categories, or rank tests, do fit. This is no impossibility.

Source: Stevens 1946, doi:10.1126/science.103.2684.677; Agresti 2013, Categorical Data Analysis, 3rd edition (page not
looked up).
"""

from collections.abc import Iterator

from reread.study.comparison import T_TESTS, comparisons
from reread.study.finding import Finding, Param, Term
from reread.study.values import Study

FEW_CATEGORIES = 5


def check(study: Study) -> Iterator[Finding]:
    """One finding for each named t-test."""
    for each in comparisons(study):
        t, about = each.get("t"), study.measured(each.owner)
        if t is None or each.test not in T_TESTS or not each.paired:
            continue
        ordinal = about.measure == "ordinal score" and 0 < len(about.codes) <= FEW_CATEGORIES
        params: dict[str, Param] = {
            "test": Term("test", each.test), "categories": str(len(about.codes)),
            "measure": Term("measure", about.measure),
        }  # fmt: skip
        if ordinal:
            yield Finding("test_fits", (t.role,), "undecided", params, kind="implausible")
        else:
            yield Finding("test_fits", (t.role,), "consistent", params)

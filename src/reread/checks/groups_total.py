"""Do the groups of a test have no more members than the test has participants?

Groups that hold different people add up to n at most. A sum above the n of the whole study is not decided, because a
test may count eyes or visits; nor is one where answers may be missing from the test.

Source: arithmetic. Example: Medical Research Council 1948, doi:10.1136/bmj.2.4582.769: 55 + 52 = 107 patients.
"""

from collections.abc import Iterator

from reread.study.comparison import DISJOINT, comparisons
from reread.study.finding import Finding, Status
from reread.study.samples import plain_size
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each test with disjoint groups of printed sizes and a printed n."""
    for test in comparisons(study):
        own = plain_size(test.get("n"))
        n = own or plain_size(study.get("n"))
        sizes = [value for sample in test.samples if (value := plain_size(sample.n))]
        if n is None or len(sizes) < 2 or test.test not in DISJOINT or test.of_occasions:
            continue
        total = sum(value.integer for value in sizes)
        over = total > n.integer
        impossible = over and own is not None and test.stated_complete
        everybody = total == n.integer and len(sizes) == len(test.samples)
        status: Status = "inconsistent" if impossible else "consistent" if everybody else "undecided"
        params = {"sizes": " + ".join(value.shown for value in sizes), "total": str(total), "n": n.shown}
        roles_about = (*(value.role for value in sizes), n.role)
        yield Finding(
            "groups_total", roles_about, status, params, say="over" if over and not impossible else "",
            kind="impossible" if impossible else "",
        )  # fmt: skip

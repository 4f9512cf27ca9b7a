"""Can the printed p be a p-value at all?

A p lies between 0 and 1; "p = 0.000" stands for a p below one unit of its last place (`p_zero` says so).

Source: Wasserstein & Lazar 2016, doi:10.1080/00031305.2016.1154108.
"""

from collections.abc import Iterator

from reread.study.finding import Finding
from reread.study.roles import is_p
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each printed p-value."""
    for role, value in study.values.items():
        if not is_p(role):
            continue
        params = {"p": value.shown}
        if value.reported.interval.within(0, 1) is None:
            yield Finding("p_possible", (role,), "inconsistent", params, kind="impossible")
        else:
            yield Finding("p_possible", (role,), "consistent", params)

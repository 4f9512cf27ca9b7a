"""Can the printed p be a p-value at all?

A p lies between 0 and 1 and is never exactly 0: "p = 0.000" stands for a
p below one unit of its last place (cosmetic).

Source: Wasserstein & Lazar 2016, doi:10.1080/00031305.2016.1154108; APA Manual, 7th ed., section 6.36.
"""

from collections.abc import Iterator

from reappraise.finding import Finding
from reappraise.show import number
from reappraise.study import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each printed p-value."""
    for role, value in study.values.items():
        if not role.endswith((".change.p", ".normality_p")):
            continue
        printed = value.reported
        bare_zero = printed.value == 0 and printed.comparator == "="
        params = {"p": value.shown, "limit": number(float(printed.unit), printed.decimals)}
        if printed.interval.within(0, 1) is None:
            yield Finding("p_possible", (role,), "inconsistent", params, kind="impossible")
        elif bare_zero:
            yield Finding("p_possible", (role,), "consistent", params, say="zero", kind="cosmetic")
        else:
            yield Finding("p_possible", (role,), "consistent", params)

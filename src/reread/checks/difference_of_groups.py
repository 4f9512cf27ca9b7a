"""Is the printed difference, or mean change, that of the two means?

The means are those before rounding, so the difference may be off by one unit of their last place. The sign is free.
Where answers are missing, the means are of other participants than a change, so nothing is decided.

Source: arithmetic. Example: Student 1908, doi:10.1093/biomet/6.1.1, p. 20: 2.33 − 0.75 = 1.58.
"""

from collections.abc import Iterator

from reread.numbers.show import span
from reread.study.comparison import TWO_MEANS, comparisons
from reread.study.finding import Finding, about, meets
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each difference printed beside two means."""
    for each in comparisons(study):
        printed, means = each.get("difference"), each.of_samples("mean")
        known = each.of_occasions or each.test in TWO_MEANS
        if printed is None or means is None or len(means) != 2 or not (known or each.test == "not stated"):
            continue
        allowed = means[1].interval - means[0].interval
        agrees = printed.interval.absolute().meets(allowed.absolute())
        ends = [end for end in (allowed.low, allowed.high) if end is not None]
        params = {
            "printed": printed.shown, "first": means[0].shown, "second": means[1].shown,
            "allowed": span(min(ends), max(ends), printed.reported.decimals + 1) if ends else "–",
        }  # fmt: skip
        verdict = meets(agrees, known and each.complete)
        yield Finding("difference_of_groups", about(printed, *means), params=params, **verdict)

"""Is the printed difference that of the two groups' means?

The means are those before rounding, so the difference may be off by one unit of their last place. The sign is free.

Source: arithmetic. Example: Student 1908, doi:10.1093/biomet/6.1.1, p. 20: 2.33 − 0.75 = 1.58.
"""

from collections.abc import Iterator

from reread.numbers.show import span
from reread.study.finding import Finding, about, meets
from reread.study.groups import TWO_MEANS, all_measured, group_roles, reported_tests
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each difference printed beside the means of two groups."""
    for stem, test in reported_tests(study):
        printed = study.get(f"{stem}.estimate")
        means = study.all(*(f"{role}.mean" for role in group_roles(study, stem)))
        named = (*TWO_MEANS, "paired t")
        if printed is None or means is None or len(means) != 2 or test.test not in (*named, "not stated"):
            continue
        allowed = (means[1].interval - means[0].interval).absolute()
        agrees = printed.interval.absolute().meets(allowed)
        params = {
            "printed": printed.shown, "first": means[0].shown, "second": means[1].shown,
            "allowed": span(*allowed.floats(), printed.reported.decimals),
        }  # fmt: skip
        decided = test.test in named and all_measured(study, stem)
        yield Finding("difference_of_groups", about(printed, *means), params=params, **meets(agrees, decided))

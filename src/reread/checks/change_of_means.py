"""Is an arm's mean change the mean after less the mean before?

Of the same participants it is, whatever the data; as a fall it may be printed with the other sign. A printed change
that is not is stated and left open: it may be one of means adjusted in a model, in percent, or of fewer participants.

Source: arithmetic; INSPECT-SR guidance 1.1, check 4.10. Example: R's anorexia data (Hand and others 1993, data set 285,
p. 229): 29 patients weighed 82.7 before and 85.7 after treatment, a gain of 3.0.

>>> [round(end, 2) for end in change(Interval.of("82.65", "82.75"), Interval.of("85.65", "85.75")).floats()]
[2.9, 3.1]
"""

from __future__ import annotations

from collections.abc import Iterator

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.study.arms import measured_twice
from reread.study.finding import Finding, Status
from reread.study.samples import plain_size
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each arm that prints its means before and after and its mean change, of one number of people."""
    for measure in measured_twice(study):
        if measure.change is None:
            continue
        before = {sample.name: sample for sample in measure.before.samples}
        after = {sample.name: sample for sample in measure.after.samples}
        for sample in measure.change.samples:
            if sample.name not in before or sample.name not in after:
                continue
            three = (before[sample.name], after[sample.name], sample)
            means = [each.get("mean") for each in three]
            sizes = {size.integer for each in three if (size := plain_size(each.n))}
            found = [mean for mean in means if mean is not None and mean.interval.bounded]
            if len(found) < len(three) or len(sizes) > 1:
                continue
            first, second, printed = found
            allowed = change(first.interval, second.interval)
            agrees = printed.interval.absolute().meets(allowed.absolute())
            status: Status = "consistent" if agrees else "undecided"
            params = {
                "arm": sample.name, "change": printed.shown, "before": first.shown, "after": second.shown,
                "allowed": span(*allowed.floats(), max(printed.reported.decimals, 0) + 1),
            }  # fmt: skip
            yield Finding("change_of_means", (printed.role, first.role, second.role), status, params)


def change(before: Interval, after: Interval) -> Interval:
    """What the means before and after leave of the mean change."""
    return after - before

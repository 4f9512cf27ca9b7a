"""Is the printed percentage the change of the means relative to the first?

100 × (after − before) / before, each mean anywhere in its rounding interval. Where it
is not, nothing is decided: the mean of the participants' own percent changes is another number.

Source: arithmetic. Example: 24.78 to 40.36 is a rise of 62.9 %, printed as 63 %.

>>> allowed = relative(Interval.of("24.775", "24.785"), Interval.of("40.355", "40.365"))
>>> [round(end, 2) for end in allowed.floats()]
[62.82, 62.93]
"""

from collections.abc import Iterator

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics.bounds import corners
from reread.study.comparison import comparisons
from reread.study.finding import Finding, about, meets
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each printed percent change with both means."""
    for each in comparisons(study):
        percent, means = each.get("percent"), each.of_samples("mean")
        if percent is None or means is None or len(means) != 2:
            continue
        before, after = means
        if not before.interval.low or before.interval.low < 0:
            continue
        allowed = relative(before.interval, after.interval)
        agrees = percent.interval.absolute().meets(allowed.absolute())
        params = {
            "percent": percent.shown, "before": before.shown, "after": after.shown,
            "allowed": span(*allowed.floats(), percent.reported.decimals + 1),
        }  # fmt: skip
        yield Finding("percent_change", about(percent, before, after), params=params, **meets(agrees, decided=False))


def relative(before: Interval, after: Interval) -> Interval:
    """The change from before to after in percent of before (before above 0)."""
    return corners(lambda b, a: 100 * (a - b) / b, before, after)

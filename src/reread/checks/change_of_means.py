"""Is the printed mean change the difference of the printed means?

Rounded means leave a small range of differences; sign or absolute value are both admitted. Where answers are missing,
the means are of other participants than the change, so nothing is decided.

Source: arithmetic. Example: 1.90 − 1.20 = 0.70.
"""

from collections.abc import Iterator

from reread.numbers.show import span
from reread.study.finding import Finding, about, meets
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each outcome with both means and a mean change."""
    for name in study.file.outcomes:
        values = study.all(f"{name}.change.mean", f"{name}.before.mean", f"{name}.after.mean")
        if values is None:
            continue
        change, before, after = values
        difference = after.interval - before.interval
        agrees = change.interval.absolute().meets(difference.absolute())
        ends = [end for end in (difference.low, difference.high) if end is not None]
        params = {
            "change": change.shown, "before": before.shown, "after": after.shown,
            "allowed": span(min(ends), max(ends), change.reported.decimals + 1),
        }  # fmt: skip
        verdict = meets(agrees, study.complete(name))
        yield Finding("change_of_means", about(change, before, after), params=params, **verdict)

"""Is the side that the text calls higher the one with the higher mean?

The study file says which occasion or group that is (`higher:`). Where the printed means say the opposite, numbers may
stand in each other's rows or columns. Equal printed means decide nothing. Nor do medians: the side with the lower one
may have the higher mean and the higher ranks.

Source: arithmetic. Example: Student 1908, doi:10.1093/biomet/6.1.1, p. 20: the second drug gives more sleep, 2.33 hours
against 0.75.
"""

from collections.abc import Iterator

from reread.study.comparison import comparisons
from reread.study.finding import Finding, Param, Term, meets
from reread.study.values import Study

PARTS = ("mean", "median")


def check(study: Study) -> Iterator[Finding]:
    """One finding for each comparison of two samples of which the text calls one higher."""
    for each in comparisons(study):
        names, parts = [sample.name for sample in each.samples], [part for part in PARTS if each.of_samples(part)]
        if len(names) != 2 or not parts or each.about.higher not in names:
            continue
        k = names.index(each.about.higher)
        sides = [(values[k], values[1 - k]) for part in parts if (values := each.of_samples(part))]
        fitting = [(one, other) for one, other in sides if one.reported.value > other.reported.value]
        higher, lower = (fitting or sides)[0]
        shown = [Term("occasion", name) if each.of_occasions else name for name in names]
        params: dict[str, Param] = {
            "higher": shown[k], "lower": shown[1 - k], "printed": higher.shown, "other": lower.shown,
        }  # fmt: skip
        opposite = all(one.interval.floats()[1] < other.interval.floats()[0] for one, other in sides)
        verdict = meets(bool(fitting), opposite and parts[0] == "mean")
        say = "medians" if opposite and verdict["status"] == "undecided" else ""
        roles = tuple(f"{sample.role}.{parts[0]}" for sample in each.samples)  # also where a reading exchanges values
        yield Finding("higher_side", roles, params=params, say=say, either=True, **verdict)

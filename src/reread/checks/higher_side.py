"""Is the side that the text calls higher the one with the higher mean?

The study file says which occasion or group that is (`higher:`). Where the printed means say the opposite, numbers may
stand in each other's rows or columns. Equal printed means decide nothing.

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
        part = next((part for part in PARTS if each.of_samples(part)), "")
        names, values = [sample.name for sample in each.samples], each.of_samples(part)
        if not part or values is None or len(values) != 2 or each.about.higher not in names:
            continue
        k = names.index(each.about.higher)
        higher, lower = values[k], values[1 - k]
        (_, most), (least, _) = higher.interval.floats(), lower.interval.floats()
        shown = [Term("occasion", name) if each.of_occasions else name for name in names]
        params: dict[str, Param] = {
            "higher": shown[k], "lower": shown[1 - k], "printed": higher.shown, "other": lower.shown,
        }  # fmt: skip
        agrees = higher.reported.value > lower.reported.value
        roles = tuple(f"{sample.role}.{part}" for sample in each.samples)  # also where a reading exchanges the values
        yield Finding("higher_side", roles, params=params, either=True, **meets(agrees, most < least))

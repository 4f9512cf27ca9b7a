"""Which comparison of two groups do the rivals ask, and what does the study print of it?

The first that the study rests on, else the first of its file that is no baseline. Printed means and SDs are taken at
their middle.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from reread.numbers.interval import Interval
from reread.rivals.two_groups import Characteristic, Means, Pairs, Shares, TwoGroups
from reread.statistics.formulas import critical_t
from reread.statistics.lost_means import Arm, AtEnds
from reread.statistics.two_means import sd_pooled
from reread.study.arms import measured_twice
from reread.study.comparison import Comparison, comparison_at
from reread.study.counted import counts_of, two_by_two
from reread.study.intervals import interval_of, whose
from reread.study.samples import PrintedSummary, Sample, plain_size, summary_of
from reread.study.values import Study, level

TWO, USUAL = 2, 0.95
CROSSED = "crossover"


@dataclass(frozen=True)
class Asked:
    """A comparison as the rivals are asked of it, with the names of the lower and the higher group.

    `known`: does the print tell which of them is the higher one? A t alone does not.
    """

    test: Comparison
    groups: TwoGroups
    lower: str
    higher: str
    known: bool = True


def asked(study: Study) -> Asked | None:
    """The first comparison of two groups that the study rests on, else the first of its file."""
    return next(every(study), None)


def every(study: Study) -> Iterator[Asked]:
    """Every comparison of two groups that is no baseline, those first that the study rests on."""
    tests = study.file.tests
    first = [role.split(".")[1] for role in study.file.rests_on if role.startswith("tests.")]
    for name in dict.fromkeys([*(name for name in first if name in tests), *tests]):
        if tests[name].occasion not in ("baseline", "adjusted") and len(tests[name].groups) == TWO:
            found = asked_of(comparison_at(study, f"tests.{name}"))
            if found is not None:
                yield found


def asked_of(test: Comparison) -> Asked | None:
    """None for the same people twice but in a crossover, equal groups, and without counts, means and SDs, or t."""
    first, second = test.samples
    crossed = test.study.file.design.kind == CROSSED
    found = (_pairs(test) if crossed else None) if test.paired else _shares(test) or _means(test)
    if found is None:
        return None
    result, turned = found
    low, high = (second, first) if turned else (first, second)
    known = turned is not None
    study, lost = test.study, (_lost(low), _lost(high)) if known else (None, None)
    kind = study.file.design.kind
    apart, spread, changes = _before(test, low.name, high.name)
    groups = TwoGroups(
        study.id, result, kind == "two-group randomised", level(study),
        (lost[0], lost[1]) if lost[0] is not None and lost[1] is not None else None, apart if known else None, changes,
        spread, kind == "case-control", _at_ends(test, low, high) if known else None,
        tuple(_characteristics(study, low.name, high.name)) if known else (),
    )  # fmt: skip
    return Asked(test, groups, low.name, high.name, known)


def _lost(sample: Sample) -> float | None:
    """The part of those allocated to a group that is not in its n."""
    allocated = plain_size(sample.study.get(f"arms.{sample.name}.allocated"))
    if allocated is None or sample.n is None or not 0 < sample.n.integer <= allocated.integer:
        return None
    return 1 - sample.n.integer / allocated.integer


def _at_ends(test: Comparison, low: Sample, high: Sample) -> AtEnds | None:
    """Both arms with those lost, and the scale; None of changes, whose ends are others, and of a mean beyond it."""
    arms, scale = [_arm(sample) for sample in (low, high)], low.scale
    if scale is None or getattr(test.about, "occasion", "") in ("change", "adjusted") or test.paired:
        return None
    lower, higher = arms
    if lower is None or higher is None or not scale[0] <= lower.mean < higher.mean <= scale[1]:
        return None
    return AtEnds(lower, higher, scale, test.test == "Welch t")


def _arm(sample: Sample) -> Arm | None:
    allocated, summary = plain_size(sample.study.get(f"arms.{sample.name}.allocated")), summary_of(sample, TWO)
    if allocated is None or summary is None or not summary.n <= allocated.integer:
        return None
    return Arm(summary.n, _middle(summary.mean), _middle(summary.sd), allocated.integer)


def _characteristics(study: Study, lower: str, higher: str) -> Iterator[Characteristic]:
    """Every count before that the higher group has more often; of a row of one category also that it has it less."""
    for name, test in study.file.tests.items():
        if test.occasion != "baseline" or set(test.groups) != {lower, higher}:
            continue
        found = {sample.name: sample for sample in comparison_at(study, f"tests.{name}").samples}
        sizes = [plain_size(found[arm].n) for arm in (lower, higher)]
        counts = [found[arm].counts() for arm in (lower, higher)]
        for category in [each for each in counts[0] if each in counts[1]]:
            pairs = [(row[category].integer, n.integer) for row, n in zip(counts, sizes, strict=True) if n]
            if len(pairs) < TWO or any(not 0 <= k <= n or not n for k, n in pairs):
                continue
            (k, n), (j, m) = pairs
            if k * m < j * n or (k * m > j * n and len(counts[0]) == 1):
                yield Characteristic(test.label, category, (k, n), (j, m), k * m > j * n)


def _shares(test: Comparison) -> tuple[Shares, bool] | None:
    """The shares of the first category, and whether the first group has the higher one."""
    printed = counts_of(test)
    if printed is None or not printed.whole or not two_by_two(printed.table):
        return None
    pairs = [(row[0], sum(row)) for row in printed.table]
    apart = pairs[1][0] * pairs[0][1] - pairs[0][0] * pairs[1][1]
    if not apart:
        return None
    low, high = pairs if apart > 0 else reversed(pairs)
    return Shares(low, high), apart < 0


def _means(test: Comparison) -> tuple[Means, bool | None] | None:
    """The means in SDs, and whether the first group has the higher one; from t where no means and SDs are printed.

    The sign of t tells nothing of the direction: papers take either group first.
    """
    summaries, t = test.summaries(), test.get("t")
    if summaries is not None:
        (n, a, s), (m, b, r) = ((each.n, _middle(each.mean), _middle(each.sd)) for each in summaries)
        spread = sd_pooled(s, r, n, m) if n + m > TWO else 0.0
        if not spread or a == b:
            return None
        return (Means(n, m, (b - a) / spread), False) if b > a else (Means(m, n, (a - b) / spread), True)
    if t is None or len(test.sizes) != TWO or test.test not in ("independent t", "Welch t") or min(test.sizes) < TWO:
        return None
    first, second = test.sizes
    size = abs(float(t.reported.value)) * sqrt(1 / first + 1 / second)
    if not size:
        return None
    turned = _first_is_higher(test)
    return (Means(second, first, size) if turned else Means(first, second, size)), turned


def _first_is_higher(test: Comparison) -> bool | None:
    """By the printed means, else by what the document says; None where neither tells."""
    means = [each.reported.value for each in test.of_samples("mean") or ()]
    if means and means[0] != means[1]:
        return means[0] > means[1]
    told = getattr(test.about, "higher", "")
    return told == test.samples[0].name if told in [sample.name for sample in test.samples] else None


def _pairs(test: Comparison) -> tuple[Pairs, bool | None] | None:
    """Of a crossover, the mean difference within people in SDs, from t; whether the first treatment has the higher.

    Where no t is printed it is that of the interval of the difference.
    """
    t, means = _t(test), test.of_samples("mean")
    equal = means is not None and means[0].reported.value == means[1].reported.value
    if t is None or equal or test.test not in ("paired t", "not stated") or len(set(test.sizes)) != 1:
        return None
    n, size = test.sizes[0], t / sqrt(test.sizes[0])
    return (Pairs(n, n, size), _first_is_higher(test)) if n >= TWO and size else None


def _t(test: Comparison) -> float | None:
    """The size of the printed t, else of that behind the printed interval of the difference."""
    t, printed = test.get("t"), interval_of(test)
    if t is not None:
        return abs(float(t.reported.value))
    if printed is None or whose(test) not in ("difference", "not stated") or not _middle(printed.half):
        return None
    level = printed.levels[0] if len(printed.levels) == 1 else USUAL
    return critical_t(level, test.sizes[0] - 1) * abs(_middle(printed.middle)) / _middle(printed.half)


def _middle(interval: Interval) -> float:
    return sum(interval.floats()) / 2


def _before(test: Comparison, lower: str, higher: str) -> tuple[float | None, float, bool]:
    """How many SDs the higher group lay above the other before, SD before over SD of change, and whether changes."""
    for measure in measured_twice(test.study):
        changes = measure.change is not None and measure.change.role == test.role
        if not changes and measure.after.role != test.role:
            continue
        pairs = dict(zip(measure.arms, (before for before, _ in measure.pairs()), strict=True))
        low, high = pairs.get(lower), pairs.get(higher)
        spread = _pooled(low, high)
        if low is None or high is None or not spread:
            break
        apart = (_middle(high.mean) - _middle(low.mean)) / spread
        of_change = test.summaries() if changes else None
        own = _pooled(*of_change) if of_change else 0.0
        return apart, spread / own if own else 1.0, changes
    return None, 1.0, test.about.occasion == "change" if hasattr(test.about, "occasion") else False


def _pooled(first: PrintedSummary | None, second: PrintedSummary | None) -> float:
    if first is None or second is None or first.n + second.n <= TWO:
        return 0.0
    return sd_pooled(_middle(first.sd), _middle(second.sd), first.n, second.n)

"""Can scores on this scale have the printed mean and SD?

The mean lies within the scale. The SD is greatest with everybody at the ends of the scale, and least with everybody at
the whole scores beside the mean; with n − 1 or n. Averages of several items have steps of 1 / items.

Source: Heathers et al. 2018, doi:10.7287/peerj.preprints.26968v1. Example: 20 whole scores from 1 to 7 with a mean of
1.5 have an SD of 1.57 at most (18 ones, a five and a seven are 1.5 on average), and of 0.5 at least (with n).

>>> from reread.numbers.interval import Interval
>>> [round(end, 2) for end in sd_on_scale(20, Interval.of("1.5", "1.5"), Interval.of(1, 7), 1)[0].floats()]
[0.5, 1.57]
"""

from collections.abc import Iterator

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics.spread import sd_of_few, sd_on_scale
from reread.study.finding import Finding, about, meets
from reread.study.samples import Sample, samples
from reread.study.values import Study, Value


def check(study: Study) -> Iterator[Finding]:
    """One finding for each mean of a sample on a scale with known ends."""
    for sample in samples(study):
        mean, sd = study.get(f"{sample.role}.mean"), study.get(f"{sample.role}.sd")
        if mean is None or sample.scale is None or sample.scale[0] >= sample.scale[1] or not mean.interval.bounded:
            continue
        if sample.binary and ("%" in mean.reported.text or not mean.interval.meets(Interval.of(0, 1))):
            continue  # a share in percent
        yield _finding(sample, sample.scale, mean, sd)


def _finding(sample: Sample, ends: tuple[int, int], mean: Value, sd: Value | None) -> Finding:
    scale, n = Interval.of(*ends), sample.n
    params = {"mean": mean.shown, "low": str(ends[0]), "high": str(ends[1]), "sd": sd.shown if sd else "–"}
    params |= {"n": n.shown if n else "–", "allowed": "–"}
    if not mean.interval.meets(scale):
        return Finding("sd_limits", about(mean), "inconsistent", params, say="outside", kind="impossible")
    spread = sd.interval.within(0, None) if sd else None
    if sd is None or spread is None or n is None or not n.integer >= 2:
        return Finding("sd_limits", about(mean), "consistent", params, say="inside")
    allowed = sd_on_scale(n.integer, mean.interval, scale, sample.items if sample.whole else None)
    agrees = spread.meets_any(allowed)
    decided = sample.complete or not spread.meets(sd_of_few(mean.interval, scale))
    lows, highs = zip(*(each.floats() for each in allowed), strict=True)
    params["allowed"] = span(max(0.0, min(lows)), max(highs))
    return Finding("sd_limits", about(sd, mean, n), params=params, **meets(agrees, decided))

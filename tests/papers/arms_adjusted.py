"""Does the range of an adjusted analysis hold that of the participants, and do data that print the same reach its ends?

`truth(seed)`: of the honest trial with this seed, which of estimate, interval and p of the participants lie outside.
`reached(seed)`: of a trial that was measured, which share of each stated range data sets reach that are made here and
print the same. `listed(seed)`: of a small trial of whole scores, the same of every data set there is. For tests only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import combinations_with_replacement, product

import numpy as np
from honest_two_arms import drawn
from numpy.typing import NDArray
from scipy import stats
from two_arms import Arm, Arms, least_squares, study_of_arms

from reread.reanalysis.adjusted import Adjusted, adjusted
from reread.statistics.two_means import Summary
from reread.study.arms import MeasuredTwice, measured_twice

Floats = NDArray[np.float64]
Shares = dict[str, float]
CORRELATIONS = np.linspace(-1, 1, 41)
INWARD = 1e-7  # of a printed interval: what lies inside prints the same however ties are rounded
SCORES, SMALL = range(4), (4, 5)  # the scale and the arms of the trials whose data sets are listed
SCALE = (SCORES[0], SCORES[-1])
PARTS = ("estimate", "low", "high", "p")


def said(found: Adjusted) -> dict[str, tuple[float, float]]:
    """The least and the greatest that is said of each part."""
    low, high = found.over.interval()
    ends = {"estimate": found.over.estimate, "low": low, "high": high, "p": found.over.p}
    return {part: found.over.over_all(each) for part, each in ends.items()}


def truth(seed: int) -> list[str] | None:
    """What of the participants lies outside of what is said; None where nothing is said of these summaries."""
    study, arms, same = drawn(seed)
    measure = next(measured_twice(study))
    found = adjusted(measure, 0.05)
    if found is None:
        return None if not same and measure.why_not() == "sizes" else ["nothing is said"]
    wrong = [part for part, value in parts(*least_squares(*arms.values()), found.over.df).items()
             if not said(found)[part][0] <= value <= said(found)[part][1]]  # fmt: skip
    return [*wrong, "no correlation gives the printed result"] if found.printed == "none" else wrong


def parts(estimate: float, se: float, _: float, p: float, df: int) -> Shares:
    """Estimate, ends of the interval, p."""
    half = float(stats.t.isf(0.025, df)) * se
    return {"estimate": estimate, "low": estimate - half, "high": estimate + half, "p": p}


def reached(seed: int) -> Shares | None:
    """None of a trial of whole scores, or one whose printed changes or adjusted result narrow the correlation."""
    study, _, _ = drawn(seed)
    measure = next(measured_twice(study))
    found = adjusted(measure, 0.05)
    if found is None or found.narrow or study.file.tests["after"].measure != "continuous":
        return None
    made = [parts(*least_squares(*arms), found.over.df) for arms in _extreme(measure, found)]
    return _share(said(found), {part: np.array([each[part] for each in made]) for part in PARTS})


def _share(stated: Mapping[str, tuple[float, float]], values: Mapping[str, Floats]) -> Shares:
    """How much of each stated range the values span. Raises AssertionError where one lies outside."""
    shares = {}
    for part, (low, high) in stated.items():
        least, greatest, room = values[part].min(), values[part].max(), 1e-7 * max(abs(low), abs(high))
        assert low - room <= least <= greatest <= high + room, f"{part}: {least} to {greatest} of {low} to {high}"
        shares[part] = float((greatest - least) / (high - low)) if high - low > 1e-7 else 1.0
    return shares


def _extreme(measure: MeasuredTwice, found: Adjusted) -> Iterator[tuple[Arm, Arm]]:
    """Data sets that print the same, with the least and the greatest of each part among ends of the print."""
    trial = found.trial
    summaries = [*trial.first, *trial.second]  # before and after of one arm, then of the other
    ends = [_inside(number.floats()) for each in summaries for number in (each.mean, each.sd)]
    corners = np.array(list(product(*ends)))[:, :, None]
    m, s = corners[:, 0::2], corners[:, 1::2]
    n = np.array([each.n for each in summaries])
    xx, yy = ((n[k] - 1) * s[:, k] ** 2 + (n[k + 2] - 1) * s[:, k + 2] ** 2 for k in (0, 1))
    cross = (n[0] - 1) * s[:, 0] * s[:, 1] + (n[2] - 1) * s[:, 2] * s[:, 3]
    x, y = m[:, 2] - m[:, 0], m[:, 3] - m[:, 1]
    with np.errstate(divide="ignore", invalid="ignore"):
        none = np.nan_to_num(np.clip(y * xx / (cross * x), -1, 1))  # the correlation that leaves no difference
    r = np.concatenate([np.broadcast_to(CORRELATIONS, (len(corners), len(CORRELATIONS))), none], axis=1)
    b = r * cross / xx
    error = np.sqrt(np.maximum(yy - b**2 * xx, 0) / found.over.df * (1 / n[0] + 1 / n[2] + x**2 / xx))
    estimate, half = y - b * x, float(stats.t.isf(0.025, found.over.df)) * error
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.nan_to_num(np.abs(estimate) / error)
    for each in (estimate, estimate - half, estimate + half, t):
        for pick in (np.argmin, np.argmax):
            row, column = np.unravel_index(pick(each), each.shape)
            own, at = corners[row, :, 0], float(r[row, column])
            yield tuple(_data(summaries[k : k + 2], own[2 * k : 2 * k + 4], at) for k in (0, 2))  # type: ignore[misc]


def _inside(ends: tuple[float, float]) -> tuple[float, float]:
    room = INWARD * (ends[1] - ends[0])
    return ends[0] + room, ends[1] - room


def _data(summaries: list[Summary], numbers: Floats, r: float) -> Arm:
    """An arm with these means and SDs, before and after, and this correlation."""
    n = summaries[0].n
    basis = np.column_stack((np.ones(n), np.arange(n), np.arange(n) ** 2)).astype(float)
    u, v = np.linalg.qr(basis)[0][:, 1:].T * np.sqrt(n - 1)
    made = numbers[0] + numbers[1] * u, numbers[2] + numbers[3] * (r * u + np.sqrt(max(0.0, 1 - r * r)) * v)
    for summary, scores in zip(summaries, made, strict=True):
        assert summary.mean.contains_float(float(scores.mean()))
        assert summary.sd.contains_float(float(scores.std(ddof=1)))
    return made


def listed(seed: int) -> Shares | None:
    """Of every data set of whole scores, a pair for each person; None where all of an arm score alike once."""
    rng = np.random.default_rng(seed)
    arms: Arms = {}
    for k, name in enumerate(("control", "treated")):
        n, alike = rng.choice(SMALL), rng.uniform(0, 0.9)
        x, other = rng.integers(0, len(SCORES), (2, n))
        y = np.clip(np.where(rng.random(n) < alike, x, other) + k, 0, SCORES[-1])
        if not (np.ptp(x) and np.ptp(y)):
            return None
        arms[name] = x.astype(float), y.astype(float)
    decimals = int(rng.choice([1, 2]))
    measure = next(measured_twice(study_of_arms(arms, decimals, measure="integer score", scale=SCALE, complete=True)))
    found = adjusted(measure, 0.05)
    if found is None:
        return None
    trial = found.trial
    first, second = (_sums_that_print(*arm) for arm in (trial.first, trial.second))
    return _share(said(found), _of_all(first, second, trial.first[0].n, trial.second[0].n))


@cache
def _sums(n: int) -> Floats:
    """Σx, Σy, Σx², Σy², Σxy of every data set of n persons on the scale."""
    pairs = np.array(list(product(SCORES, SCORES)), dtype=float)
    x, y = pairs[np.array(list(combinations_with_replacement(range(len(pairs)), n)))].transpose(2, 0, 1)
    return np.unique(np.column_stack([each.sum(1) for each in (x, y, x * x, y * y, x * y)]), axis=0)


def _sums_that_print(before: Summary, after: Summary) -> Floats:
    n, sums = before.n, _sums(before.n)
    kept = np.ones(len(sums), dtype=bool)
    for k, summary in enumerate((before, after)):
        sd = np.sqrt(np.maximum(sums[:, 2 + k] - sums[:, k] ** 2 / n, 0) / (n - 1))
        for value, number in ((sums[:, k] / n, summary.mean), (sd, summary.sd)):
            low, high = number.floats()
            kept &= (value >= low - 1e-12) & (value <= high + 1e-12)
    return sums[kept]


def _of_all(first: Floats, second: Floats, n: int, m: int) -> dict[str, Floats]:
    """Estimate, interval and p of least squares for every pair of data sets."""
    a, b = first[:, None], second[None]
    xx, yy, xy = (a[..., i] - a[..., j] * a[..., k] / n + b[..., i] - b[..., j] * b[..., k] / m
                  for i, j, k in ((2, 0, 0), (3, 1, 1), (4, 0, 1)))  # fmt: skip
    x, y = (b[..., k] / m - a[..., k] / n for k in (0, 1))
    df = n + m - 3
    kept = xx > 1e-9
    xx, yy, xy, x, y = (np.broadcast_to(each, kept.shape)[kept] for each in (xx, yy, xy, x, y))
    se = np.sqrt(np.maximum(yy - xy**2 / xx, 0) / df * (1 / n + 1 / m + x**2 / xx))
    estimate, half = y - xy / xx * x, float(stats.t.isf(0.025, df)) * se
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.where(se > 1e-9, np.abs(estimate) / se, np.where(np.abs(estimate) > 1e-9, np.inf, 0.0))
    return {"estimate": estimate, "low": estimate - half, "high": estimate + half, "p": 2 * stats.t.sf(t, df)}


def table(asked: int, shares: Mapping[str, list[Shares]]) -> str:
    """How much of each stated range is reached, by kind of trial: by half of them, by 19 of 20, and at least."""
    head = " | ".join(
        (f"{asked:,} adjusted analyses hold the participants'; of its range is reached", "trials", *PARTS)
    )
    lines = [f"| {head} |", "|---|" + "---:|" * (1 + len(PARTS))]
    for kind, found in shares.items():
        quantiles = [np.quantile([each[part] for each in found], (0.5, 0.05, 0)) for part in PARTS] if found else []
        shown = " | ".join(", ".join(f"{each:.3f}" for each in three) for three in quantiles)
        lines.append(f"| {kind} | {len(found):,} | {shown} |")
    return "\n".join(lines)


ASKED = "adjusted analyses"
KINDS: dict[str, Callable[[int], Shares | None]] = {
    "measured: data sets made": reached, "whole scores of 4 or 5: every data set": listed
}  # fmt: skip

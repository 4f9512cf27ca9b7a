"""Measurements of people that exist, and the test that a paper made of them. For tests only."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, log, sqrt
from random import Random
from statistics import stdev

import numpy as np
from scipy import stats

Columns = list[list[float]]
PAIRED = ("crossed", "matched", "within", "pairs")


@dataclass
class Row:
    """What was measured in each group, and the test of it."""

    label: str
    measured: Columns
    t: float
    df: float
    p: float


def row(draw: Random, analysis: str, sizes: list[int], label: str, missing: bool) -> Row:
    """One outcome, drawn until it varies in every group."""
    while True:
        before, after = _measured(draw, analysis, sizes)
        if missing:
            kept = [draw.randint(max(3, len(column) // 2), len(column)) for column in after]
            kept = [min(kept)] * len(kept) if analysis in PAIRED else kept
            kept = [len(after[0]), kept[0]] if analysis == "pairs" else kept  # some came only before
            after = [column[:k] for column, k in zip(after, kept, strict=True)]
        before = [column[: len(x)] for column, x in zip(before, after, strict=True)]
        apart = [y - x for x, y in zip(*after[:2], strict=False)] if analysis in PAIRED else [0.0, 1.0]
        if all(stdev(column) > 1e-6 for column in [*after, apart]):
            tested = _tested(draw, analysis, before, after)
            if all(map(isfinite, tested)):
                return Row(label, after, *tested)


def _measured(draw: Random, analysis: str, sizes: list[int]) -> tuple[Columns, Columns]:
    """Everybody before and after; in paired designs the columns are the same people, or pairs."""
    mean = draw.uniform(2, 80)
    sd, whole = draw.uniform(0.1, 0.4) * mean, draw.random() < 0.5
    before = [[draw.gauss(mean, sd) for _ in range(n)] for n in sizes]
    shifts = [draw.choice([0, 0.5, 1]) * sd for _ in sizes]
    after = [[max(0.1, 0.6 * (x - mean) + mean + draw.gauss(shift, 0.7 * sd)) for x in column]
             for column, shift in zip(before, shifts, strict=True)]  # fmt: skip
    if analysis in PAIRED:
        after = [after[0], [max(0.1, x + draw.gauss(0.3 * sd, 0.3 * sd)) for x in after[0]]]
    if whole:
        after = [[float(max(1, round(x))) for x in column] for column in after]
    return before, after


def _tested(draw: Random, analysis: str, before: Columns, after: Columns) -> tuple[float, float, float]:
    """t, df and p as the paper's analysis has them."""
    a, b = after[:2]
    if analysis == "three":
        return 0.0, 0.0, float(stats.f_oneway(*after).pvalue)
    if analysis in PAIRED:
        found = stats.ttest_rel(a[: len(b)], b)
        return float(found.statistic), float(len(b) - 1), float(found.pvalue)
    if analysis == "ancova":
        return _ancova(before, after)
    if analysis == "levene":
        return 0.0, 0.0, float(stats.levene(a, b).pvalue)
    if analysis == "contrast":
        return _contrast(a, b, [x + draw.gauss(0, stdev(b)) for x in b])
    if analysis == "ranks" and draw.random() < 0.5:
        return 0.0, 0.0, float(stats.mannwhitneyu(a, b).pvalue)
    if analysis == "changes":
        a, b = ([y - x for x, y in zip(*pair, strict=True)] for pair in zip(before[:2], after[:2], strict=True))
    if analysis == "logs":
        a, b = ([log(x) for x in column] for column in (a, b))
    equal = analysis != "welch" and draw.random() < 0.85
    found = stats.ttest_ind(a, b, equal_var=equal)
    return float(found.statistic), float(len(a) + len(b) - 2) if equal else float(found.df), float(found.pvalue)


def interval(row: Row, middle: float, se: float) -> tuple[float, float]:
    """Of the difference that was tested: its standard error is what t says, where there is a t."""
    if row.t and row.df:
        se = abs(middle / row.t) or se
    return middle, float(stats.t.isf(0.025, row.df or 30)) * se


def _contrast(a: list[float], b: list[float], other: list[float]) -> tuple[float, float, float]:
    """t, df and p of two groups with the variance within three."""
    squares = sum(stdev(x) ** 2 * (len(x) - 1) for x in (a, b, other))
    df = float(len(a) + len(b) + len(other) - 3)
    t = (sum(a) / len(a) - sum(b) / len(b)) / sqrt(squares / df * (1 / len(a) + 1 / len(b)))
    return t, df, float(2 * stats.t.sf(abs(t), df))


def _ancova(before: Columns, after: Columns) -> tuple[float, float, float]:
    """t, df and p of the group with the baseline as covariate."""
    y = np.array([x for column in after[:2] for x in column])
    group = np.array([k for k, column in enumerate(after[:2]) for _ in column], dtype=float)
    x = np.column_stack([np.ones_like(y), group, [x for column in before[:2] for x in column]])
    beta, *_ = np.linalg.lstsq(x, y, rcond=None)
    df = len(y) - 3
    residual = y - x @ beta
    se = sqrt(float(residual @ residual) / df * float(np.linalg.inv(x.T @ x)[1, 1]))
    t = float(beta[1]) / se
    return t, float(df), float(2 * stats.t.sf(abs(t), df))

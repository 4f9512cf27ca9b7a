"""How many women would a two-arm trial need, and what does one group alone show, with and without an effect?

The same women, sittings and cut as in `natural_course`; half of them, by chance, get a treatment that multiplies their
second sitting by the stated effect. Arms are balanced over the days of the first measurement (strata).

    two_arm      log yield after, by arm, adjusted for log yield before and for stratum; t with 2n − strata − 2 df
    raw          the same of the yields in mL
    counts       Fisher's exact test on the counts adequate after
    one_group    exact McNemar test on the treated arm alone, before and after

All are two-sided at .05. A test without variance counts as what it is: no difference at all is not significant, a
difference without any variance is; no draw is dropped. Exact tests and ceilings make counts conservative.

Source: Frisch & Waugh 1933, Econometrica 1:387 (adjusting by residuals); Fisher 1935, The Design of Experiments;
McNemar 1947, doi:10.1007/BF02295996. Fisher's tea (4 of 4 cups and 0 of 4 told apart; 3 and 1):

>>> fisher_p(np.array([4, 3]), np.array([0, 1]), 4).round(3).tolist()
[0.029, 0.486]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import bdtr, gammaln, stdtr

from reread.rivals import OneGroup, stream
from reread.rivals.evidence import Parameter
from reread.rivals.once import once

from .model import Array
from .studies import blocks

ALPHA = 0.05
WANTED = 0.8  # of trials that find the effect: the conventional power
LEAST = 0.25  # mL: an empty cup stands for half the smallest printed volume


@dataclass(frozen=True)
class Power:
    """The part of simulated trials that are significant: n women in each arm, a factor as effect (1: none)."""

    n: int
    effect: float
    two_arm: float
    raw: float
    counts: float
    one_group: float


@dataclass(frozen=True)
class Arms:
    """All simulated trials, one row each: log yields and being adequate, columns women; even columns are treated."""

    before: Array
    after: Array
    was: NDArray[np.bool_]
    edge: Array

    def power(self, n: int, effect: float, strata: int) -> Power:
        """Trials of the first n women of each arm. `n` is a multiple of the number of strata."""
        treated = np.arange(2 * n) // strata % 2 == 0
        after = self.after[:, : 2 * n] + np.log(effect) * treated
        adequate, was = after >= self.edge, self.was[:, : 2 * n]
        p = adjusted_p(after, self.before[:, : 2 * n], treated, strata)
        raw = adjusted_p(np.exp(after), np.exp(self.before[:, : 2 * n]), treated, strata)
        fisher = fisher_p(adequate[:, treated].sum(axis=1), adequate[:, ~treated].sum(axis=1), n)
        now, then = adequate[:, treated], was[:, treated]
        one = mcnemar_p((now & ~then).sum(axis=1), (~now & then).sum(axis=1))
        return Power(n, effect, *(float((each < ALPHA).mean()) for each in (p, raw, fisher, one)))


@once
def powers(
    study: OneGroup, seed: int, parameters: Mapping[str, Parameter], first_days: Sequence[float], later: float,
    sizes: Sequence[int], effects: Sequence[float], studies: int,
) -> tuple[Power, ...]:  # fmt: skip
    """Every size with every effect; larger trials hold the women of smaller ones, so that power grows evenly.

    `first_days` are the strata: each has the same number of women in both arms.
    """
    arms, strata = arms_of(study, seed, parameters, first_days, later, max(sizes), studies), len(first_days)
    if any(n % strata for n in sizes):
        raise ValueError(f"sizes {list(sizes)} have to be multiples of {strata}, the number of first days")
    return tuple(arms.power(n, effect, strata) for effect in effects for n in sizes)


def arms_of(
    study: OneGroup, seed: int, parameters: Mapping[str, Parameter], first_days: Sequence[float], later: float,
    n: int, studies: int,
) -> Arms:  # fmt: skip
    """Trials of n women in each arm, without effect."""
    rng = stream(seed, study.id, "natural_course_trial", round(1440 * sum(first_days)) + 100_000 * len(first_days))
    share = study.before / study.n
    group = OneGroup(study.id, 2 * n, round(share * 2 * n), round(share * 2 * n))  # the cut: the same baseline share
    found = list(blocks(group, parameters, rng, studies, tuple(first_days), (later,), posterior=False))
    before, after = (np.concatenate(part) for part in zip(*((b.before, b.after[0]) for b in found), strict=True))
    was = np.concatenate([block.reached(block.before) for block in found])
    edge = np.concatenate([block.edge for block in found])
    return Arms(np.log(np.maximum(before, LEAST)), np.log(np.maximum(after, LEAST)), was, np.log(edge))


def smallest(rows: Sequence[Power], effect: float, wanted: float = WANTED) -> int | None:
    """The smallest n in each arm, of those simulated, with which this effect is found in `wanted` of the trials."""
    enough = [row.n for row in rows if row.effect == effect and row.two_arm >= wanted]
    return min(enough, default=None)


def adjusted_p(after: Array, before: Array, treated: Array, strata: int) -> Array:
    """Two-sided p of the treatment in each row, adjusted for `before` and for strata (women in turn)."""
    y, x = (_within_strata(each, strata) for each in (after, before))
    g = _within_strata(np.broadcast_to(treated.astype(float), after.shape), strata)
    xx = (x * x).sum(axis=1, keepdims=True)
    safe = np.where(xx > 0, xx, 1)
    y, g = (each - x * (x * each).sum(axis=1, keepdims=True) / safe for each in (y, g))
    gg = (g * g).sum(axis=1)
    slope = (g * y).sum(axis=1) / gg
    df = after.shape[1] - strata - 2
    left = ((y - slope[:, None] * g) ** 2).sum(axis=1) / df
    return p_of(slope, np.sqrt(left / gg), df)


def p_of(difference: Array, error: Array, df: float) -> Array:
    """Two-sided p of t; without variance 1 for no difference and 0 for any."""
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.abs(difference) / error
    return np.where(error > 0, 2 * stdtr(df, -t), np.where(np.abs(difference) > 0, 0.0, 1.0))


def mcnemar_p(rose: Array, fell: Array) -> Array:
    """Exact two-sided p of each pair of counts; 1 where nobody changed."""
    fewer, changed = np.minimum(rose, fell), rose + fell
    return np.where(2 * fewer >= changed, 1.0, np.minimum(1.0, 2 * bdtr(fewer, np.maximum(changed, 1), 0.5)))


def fisher_p(first: Array, second: Array, n: int) -> Array:
    """Exact two-sided p of each pair of counts, each out of n: all tables as likely as the one seen, or less."""
    p = np.ones(len(first))
    for total in np.unique(first + second):
        here = first + second == total
        counts = np.arange(max(0, total - n), min(n, total) + 1)
        chance = np.exp(_choose(n, counts) + _choose(n, total - counts) - _choose(2 * n, np.asarray(total)))
        p[here] = (chance * (chance <= chance[first[here] - counts[0]][:, None] * (1 + 1e-7))).sum(axis=1)
    return np.asarray(np.minimum(p, 1.0))


def _choose(n: int, k: Array) -> Array:
    """The logarithm of n over k."""
    return np.asarray(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1))


def _within_strata(values: Array, strata: int) -> Array:
    """Each value as a distance from the mean of its stratum (columns k, k + strata, …)."""
    out = np.array(values, dtype=float)
    for k in range(strata):
        out[:, k::strata] -= out[:, k::strata].mean(axis=1, keepdims=True)
    return out

"""How often would the same search have reconciled as much, had the reconciled numbers been other honest ones?

κ(E) = P(G(Y*) ≥ G(y)). G is the largest gain over *as printed*, in bits of numbers reconciled, among all readings that
cost no more than E (of three departures, those of its kinds); Y* redraws what E newly reconciles, the rest stays. Under
each of two reference laws it is counted over all prints that a redraw can make, where these are few, the printed
numbers among them; else over random draws, and then shown as its upper 95 % Clopper–Pearson limit. So it is never 0.
The larger counts. κ is not the probability that E is wrong: it says how much would fit anyway. Because a run with a
few hits goes on, a κ of .05 passes in 8.5 % of runs (docs/explanations.md).

Source: Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404.

>>> round(upper_limit(0, 59), 3), round(upper_limit(3, 60), 3)
(0.05, 0.124)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from reread.explain.accounts import Accounts
from reread.explain.readings import Explained, Readings
from reread.explain.recipes import Recipes
from reread.explain.redraw import LAWS, Law, Redraw
from reread.statistics import distributions as stats
from reread.study.values import Study

ENOUGH = 0.05
# Without a hit the limit is .05 after 59 draws; with a few, more are needed to tell.
DRAWS, MOST_DRAWS = 59, 181
MOST_HITS = 5


@dataclass(frozen=True)
class Coincidence:
    """Of so many draws, so many that a reading of no higher cost reconciles as well.

    `listed`: these are not random draws but all that there are, each as often as data sets print it.
    """

    law: Law
    draws: int
    hits: int
    listed: bool = False

    @property
    def limit(self) -> float:
        """The share of hits where all are listed, else the upper end of its one-sided 95 % interval."""
        return self.hits / self.draws if self.listed else upper_limit(self.hits, self.draws)


def coincidence(
    explained: Explained, printed: Explained, accounts: Accounts, readings: Readings, seed: int
) -> Coincidence | None:
    """The larger coincidence of the two laws; None where nothing is newly reconciled, or a misprint may do as much."""
    redrawn = tuple(name for name in accounts.bits if name in newly(explained, printed))
    gain = printed.account.bits - explained.account.bits
    if not redrawn or _a_misprint_may_do(explained, printed.study, gain, accounts, readings):
        return None
    laws = [Redraw(printed.study, redrawn, law) for law in LAWS]
    recipes = Recipes(laws[0], explained, accounts, readings, seed)  # the first law prints every category
    return max((_counted(law, recipes, gain, accounts, seed) for law in laws), key=lambda each: each.limit)


def _a_misprint_may_do(each: Explained, study: Study, gain: float, accounts: Accounts, readings: Readings) -> bool:
    """Is a misprint part of it, or could one of no higher cost gain as much?

    A misprint changes one number: at best this is reconciled itself, and tells what another number told before.
    """
    if any(used.id in readings.slips for used in each.departures):
        return True
    cheap = any(readings.costs[name] <= each.cost + 1e-9 for name in readings.slips)
    return cheap and gain <= 2 * accounts.dearest(study)


def newly(explained: Explained, printed: Explained) -> frozenset[str]:
    """What a reading reconciles that as printed does not."""
    return explained.account.reconciled - printed.account.reconciled


def upper_limit(hits: int, draws: int) -> float:
    """The greatest share that makes so few hits no rarer than 5 %."""
    return 1.0 if hits >= draws else float(stats.beta.ppf(0.95, hits + 1, draws - hits))


def _counted(redraw: Redraw, recipes: Recipes, gain: float, accounts: Accounts, seed: int) -> Coincidence:
    every = redraw.every(MOST_DRAWS)
    if every is not None:
        return listed(redraw, every, lambda other: _reaches(other, recipes, gain, accounts))
    hits = k = 0
    while k < DRAWS or (0 < hits < MOST_HITS and k < MOST_DRAWS):
        hits += _reaches(redraw.draw(seed, k), recipes, gain, accounts)
        k += 1
    return Coincidence(redraw.law, k, hits)


def listed(redraw: Redraw, every: list[tuple[dict[str, str], int]], reaches: Callable[[Study], bool]) -> Coincidence:
    """Counted over every print; the printed numbers reach, and are one more where no redraw prints them."""
    hits, total, met = 0, sum(weight for _, weight in every), False
    for texts, weight in every:
        other = redraw.study.printing(texts)
        printed = all(_number(other, role) == _number(redraw.study, role) for role in texts)
        hits += weight if printed or reaches(other) else 0
        met = met or printed
    return Coincidence(redraw.law, total + (not met), hits + (not met), listed=True)


def _number(study: Study, role: str) -> Fraction:
    """The number printed in a place; a category that is not counted has nobody."""
    return study.values[role].reported.value if role in study.values else Fraction(0)


def _reaches(other: Study, recipes: Recipes, gain: float, accounts: Accounts) -> bool:
    """Does some reading of no higher cost gain as much over this print?"""
    limit = accounts.of(other).bits - gain + 1e-6
    return any(accounts.within(read, limit) is not None for read in recipes.on(other).reaching(limit))

"""How often would the same search have reconciled as much, had the reconciled numbers been other honest ones?

κ(E) = P(G(Y*) ≥ G(y)). G is the largest gain over *as printed*, in bits of numbers reconciled, among all readings that
cost no more than E (of three departures, those of its kinds); Y* redraws what E newly reconciles, the rest stays. It is
counted over random draws under each of two reference laws and shown as its upper 95 % Clopper–Pearson limit, so that it
is never 0; the larger counts. κ is not the probability that E is wrong: it says how much would fit anyway.

Source: Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404.

>>> round(upper_limit(0, 59), 3), round(upper_limit(3, 60), 3)
(0.05, 0.124)
"""

from __future__ import annotations

from dataclasses import dataclass

from scipy import stats

from reappraise.explain.accounts import Accounts
from reappraise.explain.readings import Explained, Readings
from reappraise.explain.recipes import Recipes
from reappraise.explain.redraw import LAWS, Law, Redraw

ENOUGH = 0.05
# Without a hit the limit is .05 after 59 draws; with a few, more are needed to tell.
DRAWS, MOST_DRAWS = 59, 181
MOST_HITS = 5


@dataclass(frozen=True)
class Coincidence:
    """Of so many draws, so many that a reading of no higher cost reconciles as well."""

    law: Law
    draws: int
    hits: int

    @property
    def limit(self) -> float:
        """The upper end of the one-sided 95 % interval."""
        return upper_limit(self.hits, self.draws)


def coincidence(
    explained: Explained, printed: Explained, accounts: Accounts, readings: Readings, seed: int
) -> Coincidence | None:
    """The larger coincidence of the two laws; None where nothing is newly reconciled."""
    redrawn = tuple(name for name in accounts.bits if name in newly(explained, printed))
    if not redrawn:
        return None
    gain = printed.account.bits - explained.account.bits
    laws = [Redraw(printed.study, redrawn, law) for law in LAWS]
    recipes = Recipes(laws[0], explained, gain, accounts, readings, seed)  # the first law prints every category
    return max((_counted(law, recipes, gain, accounts, seed) for law in laws), key=lambda each: each.limit)


def newly(explained: Explained, printed: Explained) -> frozenset[str]:
    """What a reading reconciles that as printed does not."""
    return explained.account.reconciled - printed.account.reconciled


def upper_limit(hits: int, draws: int) -> float:
    """The greatest share that makes so few hits no rarer than 5 %."""
    return 1.0 if hits >= draws else float(stats.beta.ppf(0.95, hits + 1, draws - hits))


def _counted(redraw: Redraw, recipes: Recipes, gain: float, accounts: Accounts, seed: int) -> Coincidence:
    hits = k = 0
    while k < DRAWS or (0 < hits < MOST_HITS and k < MOST_DRAWS):
        other = redraw.draw(seed, k)
        limit = accounts.of(other).bits - gain + 1e-6
        hits += any(accounts.within(read, limit) is not None for read in recipes.reaching(other, limit))
        k += 1
    return Coincidence(redraw.law, k, hits)

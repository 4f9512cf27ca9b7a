"""Is a coincidence what it says? `make coincidence` replaces one number of honest studies at random, and counts.

Nothing but chance makes the new number agree with the others, so a reading that reconciles it is a story. κ ≤ .05 says
that little else would fit: it may be said of at most 5 % of these studies. Any reading counts for which κ is told, not
only the best. A reading that leaves the new number unreconciled may be true (some papers have drop-outs, whose n is not
everybody's), so those that reconcile it are counted besides.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import Pool
from random import Random

import honest_study
import power_papers
from scipy import stats

from reread.explain import explain
from reread.explain.coincidence import ENOUGH
from reread.explain.strings import space
from reread.study.roles import block_of, stated
from reread.study.values import Study

SIZES = (8, 60)
MOST_TRIES = 1_000


def any_kind(random: Random) -> Study:
    """One group before and after, printed in any way: coded, averaged or measured scores, drop-outs, few numbers."""
    for _ in range(MOST_TRIES):
        study = honest_study.study(random)
        n = study.get("n")
        if n and n.whole and SIZES[0] <= n.integer <= SIZES[1] and replaceable(study):
            return study
    raise RuntimeError("no study of these sizes was drawn")


DESIGNS: dict[str, Callable[[Random], Study]] = {
    "before and after": lambda random: power_papers.study(power_papers.paired(random, SIZES)),
    "two groups": lambda random: power_papers.study(power_papers.two_groups(random, SIZES)),
    "before and after, printed in any way": any_kind,
}


@dataclass(frozen=True)
class Told:
    """Of one study: the numbers conflict, a departure is first, the least κ; that of what reconciles the new number."""

    conflict: bool
    first: bool
    least: float | None
    story: float | None


def replaceable(study: Study) -> list[str]:
    """Numbers printed once, with an equals sign, that are results."""
    return [
        role for role, value in study.values.items()
        if not stated(role) and not role.endswith(".df") and value.reported.comparator == "="
        and len(value.repeats) < 2 and value.reported.text[:1].strip("-−0123456789.") == ""
    ]  # fmt: skip


def replaced(study: Study, random: Random) -> tuple[Study, str]:
    """One number at random printed as another of its kind, n, scale and decimals, all alike likely; and its role."""
    value = study.values[random.choice(replaceable(study))]
    places = space(study, value)
    text = places.text(random.randrange(len(places)))
    while text == places.text(places.place):
        text = places.text(random.randrange(len(places)))
    return study.printing({value.role: text}), value.role


def told(design: str, k: int) -> Told:
    """One study, and what is told of it."""
    random = Random(f"{design} {k}")
    study, role = replaced(DESIGNS[design](random), random)
    found = explain(study, k)
    lucks = [(each.coincidence.limit, block_of(role) in each.reconciled) for each in found if each.coincidence]
    return Told(
        len(found) > 1 or bool(found[0].unreconciled), bool(found[0].departures),
        min((limit for limit, _ in lucks), default=None), min((limit for limit, story in lucks if story), default=None),
    )  # fmt: skip


def table(count: int, cores: int) -> Iterator[str]:
    """One line a design, and all of them; the interval is exact (Clopper–Pearson, 95 %)."""
    yield f"{'design':37} studies conflict first κ ≤ .05  of the studies        and reconciles the new number"
    every: list[Told] = []
    with Pool(cores) as pool:
        for design in DESIGNS:
            found = pool.starmap(told, [(design, k) for k in range(count)], chunksize=1)
            every += found
            yield _line(design, found)
    yield _line("all", every)


def _line(name: str, found: list[Told]) -> str:
    counts = [sum(each.conflict for each in found), sum(each.first for each in found)]
    shares = [_share([each.least for each in found]), _share([each.story for each in found])]
    return f"{name:37} {len(found):7} {counts[0]:8} {counts[1]:5} {shares[0]:32} {shares[1]}"


def _share(lucks: list[float | None]) -> str:
    little = sum(luck is not None and luck <= ENOUGH for luck in lucks)
    interval = stats.binomtest(little, len(lucks)).proportion_ci()
    return f"{little:7}  {100 * little / len(lucks):.1f} % ({100 * interval.low:.1f} to {100 * interval.high:.1f})"


def main() -> None:
    """Print the table."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--studies", type=int, default=100, help="studies of each design (default: 100)")
    parser.add_argument("--cores", type=int, default=2, help="processes (default: 2)")
    args = parser.parse_args()
    for line in table(args.studies, args.cores):
        print(line, flush=True)


if __name__ == "__main__":
    main()

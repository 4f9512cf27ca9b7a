"""Is a departure that really happened found again? `make recovery` prints it, for each kind and both designs.

Each paper is honest but for one departure. Brute force tries every single departure of the library, and as printed,
without any of the search's short cuts. Where the true one takes strictly fewer bits than all others, the paper is
*identifiable*, and the search must put it first, alone. Else the truth is one of several that no print tells apart, or
something cheaper does as well, and the search must not invent another.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from dataclasses import dataclass

from power import DESIGNS, papers
from power_papers import study

from reappraise.explain import in_conflict
from reappraise.explain.accounts import Accounts
from reappraise.explain.readings import Readings, search
from reappraise.study import Study

# error of power_errors → the departure that undoes it
UNDONE_BY = {
    "one digit changed": "one_digit",
    "two digits exchanged": "two_digits",
    "n off by one to three": "another_n",
    "SE printed as SD": "se_for_sd",
    "one-sided p, not declared": "one_sided_p",
    "1.96 for the quantile of t": "z_for_t",
    "percentages of another n": "percent_of_another_base",
}
NOTHING = "no error"
TIE = 1e-6


@dataclass(frozen=True)
class Outcome:
    """Of one paper: is it noticed, is the truth identifiable, is it first alone, is it among the least?"""

    noticed: bool
    identifiable: bool
    first: bool
    tied: bool


def recovered(paper: Study, truth: str) -> Outcome:
    """Search against brute force on one paper; `truth` is a departure's name, or empty for none."""
    if not in_conflict(paper):
        return Outcome(False, not truth, not truth, not truth)
    accounts, readings = Accounts(paper), Readings(paper)
    totals = [("", accounts.of(paper).bits)]
    for name, make in readings.library.items():
        totals += [(name, readings.costs[name] + accounts.of(other).bits) for _, other in make(paper)]
    least = min(bits for _, bits in totals)
    best = {name for name, bits in totals if bits <= least + TIE}
    found = search(paper, accounts, readings)
    top = [each for each in found if each.bits <= found[0].bits + TIE]
    names = {"+".join(used.id for used in each.departures) for each in top}
    pair = found[0].bits < least - TIE
    return Outcome(True, best == {truth} and not pair, names == {truth}, truth in names)


def table(count: int) -> list[str]:
    """One line a kind and design."""
    lines = [f"{'departure':28} {'design':17} noticed identifiable  first of these  truth among the least, else"]
    for kind, truth in ({NOTHING: ""} | UNDONE_BY).items():
        for design, draw in DESIGNS.items():
            seen = Counter(recovered(study(paper), truth) for paper in papers(kind, draw, count))
            lines.append(f"{kind:28} {design:17} " + _counts(seen))
    return lines


def _counts(seen: Counter[Outcome]) -> str:
    def of(*parts: str) -> int:
        return sum(k for each, k in seen.items() if all(getattr(each, part) for part in parts))

    noticed, known = of("noticed"), of("noticed", "identifiable")
    first, rest = of("noticed", "identifiable", "first"), of("noticed", "tied") - of("noticed", "identifiable", "tied")
    return f"{noticed:7} {known:12} {first:15} {rest:10} of {noticed - known}"


def main() -> None:
    """Print the table."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=20, help="papers of each kind and design (default: 20)")
    for line in table(parser.parse_args().papers):
        print(line, flush=True)


if __name__ == "__main__":
    main()

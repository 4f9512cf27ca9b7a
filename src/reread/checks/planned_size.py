"""Is the planned size of the groups what the assumptions of its calculation ask for?

From α, the power, and the difference over its SD (or d) follows how many each of two groups needs. More may be planned,
for losses or by another formula. Fewer are left open, as the calculation may have been for a one-sided test, for pairs,
or for an analysis that needs fewer (adjusted for the first measurement, a crossover, repeated measurements).

Source: `statistics.planned_size`. Example: doi:10.1177/0956797620975781, a power of 91 % for d = 0.5 with
92 in each group.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor, inf

from reread.statistics.planned_size import GROUPS, PAIRS, least_size
from reread.study.finding import Finding, Param, Status, Term
from reread.study.samples import plain_size
from reread.study.values import Study, Value

OTHERWISE = ((GROUPS, 1, "one-sided"), (PAIRS, 2, "pairs"), (PAIRS, 1, "one-sided pairs"))
Apart = tuple[float, float, float]  # the least, the plain and the greatest standardised difference


def check(study: Study) -> Iterator[Finding]:
    """One finding where a study prints α, power, difference and size of its calculation."""
    alpha, power, n = study.get("planning.alpha"), study.get("planning.power"), plain_size(study.get("planning.n"))
    apart = _difference(study)
    if alpha is None or power is None or n is None or apart is None:
        return
    level, wanted = _share(alpha), _share(power)
    behind, ds = apart
    if not (0 < level < wanted < 1 and 0 < ds[1] < inf):
        return
    most, plain, least = (least_size(level, wanted, d) for d in ds)
    fewer = (name for k, tails, name in OTHERWISE if n.integer >= floor(least_size(level, wanted, ds[2], k, tails)))
    enough = next(fewer, "none")
    status: Status = "consistent" if n.integer >= floor(least) else "undecided"
    params: dict[str, Param] = {
        "n": n.shown, "alpha": alpha.shown, "power": f"{100 * wanted:.3g} %", "enough": Term("planned", enough),
        "plain": f"{ceil(plain)}", "needed": _range(ceil(least), most),
        "apart": " / ".join(value.shown for value in behind),
    }  # fmt: skip
    yield Finding(
        "planned_size", (n.role, alpha.role, power.role, *(value.role for value in behind)), status, params,
        kind="implausible" if status == "undecided" and enough == "none" else "",
    )  # fmt: skip


def _difference(study: Study) -> tuple[tuple[Value, ...], Apart] | None:
    """The standardised difference as printed, or the difference over its SD."""
    d, difference, sd = (study.get(f"planning.{part}") for part in ("d", "difference", "sd"))
    if d is not None:
        low, high = d.interval.absolute().floats()
        return (d,), (low, abs(float(d.reported.value)), high)
    if difference is None or sd is None or not sd.interval.low or sd.interval.low <= 0:
        return None
    (low, high), (least, most) = difference.interval.absolute().floats(), sd.interval.floats()
    return (difference, sd), (low / most, abs(float(difference.reported.value / sd.reported.value)), high / least)


def _share(value: Value) -> float:
    """What was chosen, as a share of one: "80" is 80 %."""
    chosen = float(value.reported.value)
    return chosen if chosen <= 1 else chosen / 100


def _range(least: int, most: float) -> str:
    """In whole participants; open where the difference may be none."""
    return f"{least} …" if most == inf else f"{least}" if ceil(most) == least else f"{least} … {ceil(most)}"

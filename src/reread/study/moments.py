"""Which printed numbers may a standardised difference, or a test of one sample, have been made of?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reread.statistics.effects import GroupMoments, PairedMoments
from reread.statistics.two_means import apart
from reread.study.comparison import Comparison, comparisons
from reread.study.samples import PrintedSummary, plain_size, summary_of
from reread.study.values import Study, Value


def one_sample(comparison: Comparison) -> PrintedSummary | None:
    """n, mean and SD of the one sample of a test against a value; None where it has another number of samples."""
    if comparison.of_occasions or len(comparison.samples) != 1 or comparison.test not in ("one-sample t", "not stated"):
        return None
    return summary_of(comparison.samples[0], 2)


def moments_of_pairs(comparison: Comparison, n: int) -> PairedMoments:
    """What d may be made of by hand: every print of t, of the mean difference and of both SDs."""
    t, difference = comparison.get("t"), comparison.get("difference")
    mean = difference.any_print if difference else comparison.apart()
    sds = [sample.get("sd") for sample in comparison.samples] if len(comparison.samples) == 2 else [None, None]
    spread = [(sd.any_print if sd.interval.within(0, None) else sd.interval) if sd else None for sd in sds]
    return PairedMoments(n, t.any_print if t else None, mean.absolute() if mean else None, spread[0], spread[1])


def moments_of_groups(comparison: Comparison, groups: Sequence[PrintedSummary]) -> GroupMoments:
    """What d may be made of: the means, SDs, a printed difference and a printed t."""
    first, second = groups
    differences = [("", apart(first, second))]
    by_hand = comparison.get("difference")
    if by_hand is not None and by_hand.any_print.bounded:
        differences.append((", printed difference", by_hand.any_print))
    t, freedom = comparison.get("t"), comparison.freedom()
    size = t.any_print if t is not None and t.interval.bounded else None
    df = freedom.rounded if freedom is not None else None
    return GroupMoments(first.n, second.n, size, df, comparison.test == "Welch t", tuple(differences), (first, second))


def spreads(study: Study) -> Iterator[tuple[str, list[tuple[Value, int]]]]:
    """The SDs of each outcome or test, and that of each change, with the number of participants (2 or more)."""
    every = list(comparisons(study))
    for each in every:
        whole = (study.get(f"{each.role}.whole.sd"), plain_size(study.get(f"{each.role}.whole.n")))
        sds = [*((sample.get("sd"), sample.n) for sample in each.samples), whole]
        yield each.name, [(sd, n.integer) for sd, n in sds if sd and n and n.integer > 1]
    for each in every:
        sd, n = each.get("sd"), each.pairs
        yield f"{each.name} (change)", [(sd, n.integer)] if sd and n and n.integer > 1 else []

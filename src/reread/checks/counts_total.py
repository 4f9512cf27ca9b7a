"""Do the counts of the categories add up to the number of participants?

More than n is impossible where each participant is counted once; fewer is possible if answers are missing. Where a
participant may give several answers only a single count of more than n is impossible, and where events are counted none
is. Percentages that are each of n and add up to more than 100, or words of the document, suggest several answers: then
nothing is decided until the study file says what was counted (`counted:`).

Source: arithmetic. Example: 18 low and 2 adequate of 20.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from reread.study.finding import Finding, Term
from reread.study.samples import Sample, samples
from reread.study.values import Study, Value

SEVERAL = ("several answers", "events")


def check(study: Study) -> Iterator[Finding]:
    """One finding for each sample with counts."""
    for sample in samples(study):
        counts, n = study.counted(sample.role), sample.n
        if not counts or n is None:
            continue
        total, counted = sum(value.integer for value in counts.values()), study.measured(sample.owner).counted
        params = {"counts": " + ".join(v.shown for v in counts.values()), "total": str(total), "n": n.shown}
        roles = (*(value.role for value in counts.values()), n.role)
        more = any(value.integer > n.integer for value in counts.values())
        if counted == "events" or (len(counts) == 1 and not more):  # one category says nothing of the others
            continue
        if counted == "answers":
            if more:
                yield Finding("counts_total", roles, "inconsistent", params, kind="impossible", say="answers")
        elif total <= n.integer:
            yield Finding("counts_total", roles, "consistent" if total == n.integer else "undecided", params)
        elif why := _several(sample, counts, n, more):
            yield Finding("counts_total", roles, "undecided", params, say="several", unless=why)
        else:
            yield Finding("counts_total", roles, "inconsistent", params, kind="impossible")


def _several(sample: Sample, counts: Mapping[str, Value], n: Value, more: bool) -> Term | None:
    """What suggests that a participant may be counted more than once; None where nothing does."""
    study = sample.study
    if study.measured(sample.owner).counted == "persons" or sample.binary or study.group(f"{sample.owner}.codes"):
        return None
    said = [method for method in study.methods(sample.owner) if method in SEVERAL and (method == "events" or not more)]
    if said:
        return Term("mentioned_method", said[0])
    percents = study.group(f"{sample.role}.percent")
    if more or not percents or set(percents) != set(counts):
        return None
    of_n = all(percents[name].interval.contains(Fraction(100 * counts[name].integer, n.integer)) for name in counts)
    return Term("mentioned_method", "percentages of n") if of_n else None

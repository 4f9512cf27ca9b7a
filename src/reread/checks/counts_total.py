"""Do the counts of the categories add up to the number of participants?

More than n is impossible where each participant is counted once; fewer is possible if answers are missing.

Source: arithmetic. Example: 18 low and 2 adequate of 20.
"""

from collections.abc import Iterator

from reread.study.finding import Finding, Status
from reread.study.samples import samples
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each sample with counts."""
    for sample in samples(study):
        counts, n = study.counted(sample.role), sample.n
        if not counts or n is None:
            continue
        total = sum(value.integer for value in counts.values())
        over = total > n.integer
        if len(counts) == 1 and not over:  # one category alone says nothing of the others
            continue
        status: Status = "inconsistent" if over else "consistent" if total == n.integer else "undecided"
        params = {"counts": " + ".join(v.shown for v in counts.values()), "total": str(total), "n": n.shown}
        roles = (*(value.role for value in counts.values()), n.role)
        yield Finding("counts_total", roles, status, params, kind="impossible" if over else "")
